#include "lev-decide-page.h"

#include "lev-decision-row.h"
#include "lev-dialog.h"
#include "lev-dossier-split.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-version-dialog.h"
#include "lev-version-text.h"

#include <glib/gi18n.h>

/* The rows of the dossier that is shown keep what is filled in until another one is chosen. */
struct _LevDecidePage
{
  LevStepPage parent;

  LevDossierSplit *split;
  GtkLabel        *title_label;
  GtkWidget       *version_box;
  GtkLabel        *version_label;
  GtkLabel        *moment_label;
  GtkLabel        *hash_label;
  AdwBanner       *changed_banner;
  GtkWidget       *slide_button;
  GtkWidget       *waiting_label;
  GtkListBox      *list;
  GtkWidget       *empty_label;
};

G_DEFINE_FINAL_TYPE (LevDecidePage, lev_decide_page, LEV_TYPE_STEP_PAGE)

/* How many actions are decided on, and whether none of them is taken. */
static char *
describe_dossier (LevDossier      *dossier,
                  LevDossierState *state)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  guint n_actions = lev_record_list_get_n (actions);
  guint n_decided = 0;
  guint n_refused = 0;

  for (guint i = 0; i < n_actions; i++)
    {
      LevDecision *decision = lev_action_get_decision (lev_record_list_peek (actions, i), 6);

      n_decided += decision != NULL;
      n_refused += decision != NULL && decision->outcome == LEV_OUTCOME_NO;
    }

  *state = !lev_dossier_is_presented (dossier) ? LEV_DOSSIER_STATE_OPEN
           : n_decided == n_actions            ? LEV_DOSSIER_STATE_DONE
           : n_decided > 0                     ? LEV_DOSSIER_STATE_PARTLY
                                               : LEV_DOSSIER_STATE_OPEN;
  if (n_actions == 0)
    return g_strdup (_("no actions"));
  if (n_decided < n_actions)
    return g_strdup_printf (_("%u of %u decided"), n_decided, n_actions);
  if (n_refused == n_actions)
    /* Translators: how many of how many actions are decided on, and that none is taken */
    return g_strdup_printf (_("%u of %u, no"), n_decided, n_actions);

  return g_strdup_printf (_("%u of %u"), n_decided, n_actions);
}

static gboolean
shows_actions (LevDecidePage *self,
               LevRecordList *actions)
{
  guint n_actions = lev_record_list_get_n (actions);

  for (guint i = 0; i < n_actions; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL ||
          lev_decision_row_get_action (LEV_DECISION_ROW (row)) != lev_record_list_peek (actions, i))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->list, (int) n_actions) == NULL;
}

static void
update_actions (LevDecidePage *self,
                LevDossier    *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  gboolean open = lev_step_page_is_open (LEV_STEP_PAGE (self));
  guint n_actions = lev_record_list_get_n (actions);

  if (!shows_actions (self, actions))
    {
      gtk_list_box_remove_all (self->list);
      for (guint i = 0; i < n_actions; i++)
        gtk_list_box_append (self->list, lev_decision_row_new (lev_record_list_peek (actions, i)));
    }

  for (guint i = 0; i < n_actions; i++)
    lev_decision_row_update (LEV_DECISION_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)),
                             open);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_actions > 0);
  gtk_widget_set_visible (self->empty_label, n_actions == 0);
}

static void
update_version (LevDecidePage *self,
                LevDossier    *dossier)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING);
  LevProfileVersion *latest = lev_dossier_get_version (dossier, LEV_VERSION_REASON_NONE);
  g_autofree char *state = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *hash = NULL;

  gtk_widget_set_visible (self->version_box, version != NULL);
  gtk_widget_set_visible (self->waiting_label, !lev_dossier_is_presented (dossier));
  adw_banner_set_revealed (self->changed_banner, FALSE);
  if (version == NULL)
    return;

  state = lev_version_describe (version);
  moment = lev_version_describe_moment (version);
  hash = lev_version_shorten_hash (version);
  gtk_label_set_label (self->version_label, state);
  gtk_label_set_label (self->moment_label, moment);
  gtk_label_set_label (self->hash_label, hash);
  adw_banner_set_revealed (self->changed_banner,
                           latest != version || lev_version_is_outdated (version));
}

static LevProfileVersion *
get_frozen (LevDecidePage *self)
{
  LevDossier *dossier = lev_dossier_split_get_selected (self->split);

  return dossier != NULL ? lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING) : NULL;
}

static void
view_clicked_cb (LevDecidePage *self)
{
  LevProfileVersion *version = get_frozen (self);

  if (version != NULL)
    lev_dialog_present (lev_version_dialog_new (version), GTK_WIDGET (self));
}

static void
differences_clicked_cb (LevDecidePage *self)
{
  LevProfileVersion *version = get_frozen (self);

  if (version != NULL)
    lev_dialog_present (lev_version_dialog_new_differences (version), GTK_WIDGET (self));
}

/* The action of the window that presents the slide of a dossier; %NULL when it has none. */
static GAction *
get_present_action (LevDecidePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  GAction *action = G_IS_ACTION_MAP (root)
                      ? g_action_map_lookup_action (G_ACTION_MAP (root), "present")
                      : NULL;
  const GVariantType *type = action != NULL ? g_action_get_parameter_type (action) : NULL;

  return type != NULL && g_variant_type_equal (type, G_VARIANT_TYPE_STRING) ? action : NULL;
}

static void
slide_clicked_cb (LevDecidePage *self)
{
  GAction *action = get_present_action (self);
  LevDossier *dossier = lev_dossier_split_get_selected (self->split);

  if (action != NULL && dossier != NULL)
    g_action_activate (action, g_variant_new_string (LEV_RECORD (dossier)->id));
}

static void
dossier_selected_cb (LevDecidePage *self)
{
  LevDossier *dossier = lev_dossier_split_get_selected (self->split);
  g_autofree char *title = NULL;

  if (dossier == NULL)
    return;

  title = lev_record_dup_title (LEV_RECORD (dossier));
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (self->slide_button, get_present_action (self) != NULL);
  update_version (self, dossier);
  update_actions (self, dossier);
}

static void
lev_decide_page_update (LevStepPage *page)
{
  LevDecidePage *self = LEV_DECIDE_PAGE (page);

  lev_dossier_split_update (self->split, lev_step_page_get_review (page), describe_dossier);
  dossier_selected_cb (self);
}

static void
lev_decide_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_DECIDE_PAGE);

  G_OBJECT_CLASS (lev_decide_page_parent_class)->dispose (object);
}

/* Shows the supplier that @record belongs to first. */
static void
lev_decide_page_reveal (LevContentPage *page,
                        LevRecord      *record,
                        const char     *field)
{
  lev_dossier_split_reveal (LEV_DECIDE_PAGE (page)->split, record);

  LEV_CONTENT_PAGE_CLASS (lev_decide_page_parent_class)->reveal (page, record, field);
}

static void
lev_decide_page_class_init (LevDecidePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_decide_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->reveal = lev_decide_page_reveal;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_decide_page_update;

  g_type_ensure (LEV_TYPE_DOSSIER_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/decide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, split);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, version_box);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, version_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, moment_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, hash_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, changed_banner);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, slide_button);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, list);
  gtk_widget_class_bind_template_child (widget_class, LevDecidePage, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, dossier_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, differences_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, slide_clicked_cb);
}

static void
lev_decide_page_init (LevDecidePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_step_page_fill (LEV_STEP_PAGE (self));
  lev_step_page_set_state (LEV_STEP_PAGE (self), _("Decisions are only added, never changed"));
}
