#include "lev-action-panel.h"

#include "lev-anchor.h"
#include "lev-feedback-panel.h"
#include "lev-hand-out-panel.h"
#include "lev-profile-panel.h"
#include "lev-status-panel.h"
#include "lev-verdict-panel.h"

#include <glib/gi18n.h>

typedef struct
{
  LevRecord *subject;
  guint      number;
} LevActionPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevActionPanel, lev_action_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SUBJECT,
  PROP_NUMBER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The class that serves a step; a dossier waits in step 7 only. */
static GType (*const panel_types[LEV_N_STEPS + 1]) (void) = {
  [7] = lev_hand_out_panel_get_type, [8] = lev_status_panel_get_type,
  [9] = lev_verdict_panel_get_type,  [10] = lev_feedback_panel_get_type,
  [11] = lev_verdict_panel_get_type, [12] = lev_feedback_panel_get_type,
};

static void
lev_action_panel_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LevActionPanelPrivate *priv = lev_action_panel_get_instance_private (LEV_ACTION_PANEL (object));

  switch (prop_id)
    {
    case PROP_SUBJECT:
      priv->subject = g_value_dup_object (value);
      break;
    case PROP_NUMBER:
      priv->number = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_action_panel_dispose (GObject *object)
{
  LevActionPanelPrivate *priv = lev_action_panel_get_instance_private (LEV_ACTION_PANEL (object));

  g_clear_object (&priv->subject);

  G_OBJECT_CLASS (lev_action_panel_parent_class)->dispose (object);
}

static void
lev_action_panel_class_init (LevActionPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = lev_action_panel_set_property;
  object_class->dispose = lev_action_panel_dispose;

  properties[PROP_SUBJECT] = g_param_spec_object ("subject", NULL, NULL, LEV_TYPE_RECORD,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, LEV_N_STEPS, 0,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_action_panel_init (LevActionPanel *self)
{
}

LevActionPanel *
lev_action_panel_new (LevRecord *subject,
                      guint      number)
{
  GType type = LEV_IS_DOSSIER (subject) ? LEV_TYPE_PROFILE_PANEL : panel_types[number]();
  LevActionPanel *self = g_object_new (type, "subject", subject, "number", number, NULL);

  lev_anchor_set (GTK_WIDGET (self), subject, NULL);
  lev_action_panel_refresh (self);

  return self;
}

void
lev_action_panel_refresh (LevActionPanel *self)
{
  if (LEV_ACTION_PANEL_GET_CLASS (self)->refresh != NULL)
    LEV_ACTION_PANEL_GET_CLASS (self)->refresh (self);
}

LevRecord *
lev_action_panel_get_subject (LevActionPanel *self)
{
  LevActionPanelPrivate *priv = lev_action_panel_get_instance_private (self);

  return priv->subject;
}

guint
lev_action_panel_get_number (LevActionPanel *self)
{
  LevActionPanelPrivate *priv = lev_action_panel_get_instance_private (self);

  return priv->number;
}

LevDossier *
lev_action_panel_get_dossier (LevActionPanel *self)
{
  LevRecord *subject = lev_action_panel_get_subject (self);

  return LEV_IS_DOSSIER (subject) ? LEV_DOSSIER (subject) : LEV_ACTION (subject)->dossier;
}

char *
lev_action_panel_dup_recipients (LevActionPanel *self,
                                 gboolean        with_manager)
{
  LevDossier *dossier = lev_action_panel_get_dossier (self);
  LevPerson *const people[] = { dossier->owner, dossier->level_manager,
                                with_manager ? dossier->manager : NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (people[i] != NULL && people[i]->name != NULL &&
        !g_ptr_array_find_with_equal_func (names, people[i]->name, g_str_equal, NULL))
      g_ptr_array_add (names, people[i]->name);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

void
lev_action_panel_finish (LevActionPanel *self,
                         const char     *message,
                         const GError   *error)
{
  LevApplication *application = lev_application_get_default ();

  if (error != NULL)
    lev_application_refuse (application, error);
  else if (lev_application_commit (application))
    lev_application_toast (application, message, _("Undo"), "app.undo");
}
