#include "lev-history-item.h"

#include "lev-application.h"
#include "lev-search.h"

#include <glib/gi18n.h>

struct _LevHistoryItem
{
  GObject parent;

  LevHistoryEntry *entry;
  gboolean         is_whole; /* it is about the record itself, not about a part */
  guint            position;
};

G_DEFINE_FINAL_TYPE (LevHistoryItem, lev_history_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_EDIT,
  PROP_WHO,
  PROP_TITLE,
  PROP_FROM,
  PROP_TO,
  PROP_CHANGED,
  PROP_RESTORABLE,
  PROP_POSITION,
  PROP_RESTORE_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* "23 november 2026, 10:12 · Marijke de Wit" */
static char *
dup_who (LevHistoryItem *self)
{
  g_autofree char *moment = lev_moment_format (self->entry->moment);

  return g_strdup_printf ("%s · %s", moment, self->entry->author);
}

static char *
dup_title (LevHistoryItem *self)
{
  if (self->is_whole || *self->entry->title == '\0')
    return g_strdup (self->entry->field_label);

  return g_strdup_printf ("%s · %s", self->entry->title, self->entry->field_label);
}

/* Nothing is a value too. */
static const char *
say (const char *value)
{
  /* Translators: a field that was not filled in */
  return *value != '\0' ? value : _("empty");
}

static char *
dup_restore_label (LevHistoryItem *self)
{
  return g_strdup_printf (_("Put ‘%s’ back in %s"), say (self->entry->from),
                          self->entry->field_label);
}

static void
lev_history_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LevHistoryItem *self = LEV_HISTORY_ITEM (object);

  switch (prop_id)
    {
    case PROP_EDIT:
      g_value_set_string (value, self->entry->label);
      break;
    case PROP_WHO:
      g_value_take_string (value, dup_who (self));
      break;
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;
    case PROP_FROM:
      g_value_set_string (value, say (self->entry->from));
      break;
    case PROP_TO:
      g_value_set_string (value, say (self->entry->to));
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, *self->entry->from != '\0');
      break;
    case PROP_RESTORABLE:
      g_value_set_boolean (value, *self->entry->from != '\0' &&
                                    lev_history_is_restorable (lev_application_get_store (
                                                                 lev_application_get_default ()),
                                                               self->entry));
      break;
    case PROP_POSITION:
      g_value_set_variant (value, g_variant_new_uint32 (self->position));
      break;
    case PROP_RESTORE_LABEL:
      g_value_take_string (value, dup_restore_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_history_item_finalize (GObject *object)
{
  lev_history_entry_free (LEV_HISTORY_ITEM (object)->entry);

  G_OBJECT_CLASS (lev_history_item_parent_class)->finalize (object);
}

static void
lev_history_item_class_init (LevHistoryItemClass *klass)
{
  static const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_history_item_get_property;
  object_class->finalize = lev_history_item_finalize;

  properties[PROP_EDIT] = g_param_spec_string ("edit", NULL, NULL, NULL, flags);
  properties[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FROM] = g_param_spec_string ("from", NULL, NULL, NULL, flags);
  properties[PROP_TO] = g_param_spec_string ("to", NULL, NULL, NULL, flags);
  properties[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  properties[PROP_RESTORABLE] = g_param_spec_boolean ("restorable", NULL, NULL, FALSE, flags);
  properties[PROP_POSITION] = g_param_spec_variant ("position", NULL, NULL, G_VARIANT_TYPE_UINT32,
                                                    NULL, flags);
  properties[PROP_RESTORE_LABEL] = g_param_spec_string ("restore-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_history_item_init (LevHistoryItem *self)
{
}

LevHistoryItem *
lev_history_item_new (LevHistoryEntry *entry,
                      const char      *whole,
                      guint            position)
{
  LevHistoryItem *self = g_object_new (LEV_TYPE_HISTORY_ITEM, NULL);

  self->entry = entry;
  self->is_whole = g_str_equal (entry->record, whole);
  self->position = position;

  return self;
}

const LevHistoryEntry *
lev_history_item_get_entry (LevHistoryItem *self)
{
  g_return_val_if_fail (LEV_IS_HISTORY_ITEM (self), NULL);

  return self->entry;
}

gboolean
lev_history_item_matches (LevHistoryItem *self,
                          const char     *needle)
{
  const LevHistoryEntry *entry = self->entry;
  const char *const texts[] = { entry->title, entry->field_label, entry->from,
                                entry->to,    entry->author,      entry->label };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (lev_search_matches (texts[i], needle))
      return TRUE;

  return FALSE;
}
