#include "lev-import-item.h"

#include <glib/gi18n.h>

struct _LevImportItem
{
  GObject parent;

  LevSupplierImport *import; /* borrowed */
  LevImportItemKind  kind;
  guint              position; /* of the row, the message or the person */
};

G_DEFINE_FINAL_TYPE (LevImportItem, lev_import_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const icons[LEV_N_IMPORT_ITEMS] = {
  [LEV_IMPORT_ITEM_ERROR] = "dialog-error-symbolic",
  [LEV_IMPORT_ITEM_REMARK] = "dialog-warning-symbolic",
  [LEV_IMPORT_ITEM_NEW] = "list-add-symbolic",
  [LEV_IMPORT_ITEM_CHANGED] = "document-edit-symbolic",
  [LEV_IMPORT_ITEM_UNCHANGED] = "object-select-symbolic",
  [LEV_IMPORT_ITEM_PERSON] = "avatar-default-symbolic",
};

static const char *
get_title (LevImportItem *self)
{
  const LevImportMessages *messages = lev_supplier_import_get_messages (self->import);

  switch (self->kind)
    {
    case LEV_IMPORT_ITEM_ERROR:
    case LEV_IMPORT_ITEM_REMARK:
      return ((LevImportMessage *) g_ptr_array_index (messages->items, self->position))->text;
    case LEV_IMPORT_ITEM_PERSON:
      return lev_import_people_get_new (lev_supplier_import_get_people (self->import),
                                        self->position);
    case LEV_IMPORT_ITEM_NEW:
    case LEV_IMPORT_ITEM_CHANGED:
    case LEV_IMPORT_ITEM_UNCHANGED:
    case LEV_N_IMPORT_ITEMS:
    default:
      return lev_supplier_import_get_name (self->import, self->position);
    }
}

static char *
dup_subtitle (LevImportItem *self)
{
  g_autofree char *line = NULL;
  g_autofree char *details = NULL;

  switch (self->kind)
    {
    case LEV_IMPORT_ITEM_ERROR:
      return g_strdup (_("error"));
    case LEV_IMPORT_ITEM_REMARK:
      return g_strdup (_("remark"));
    case LEV_IMPORT_ITEM_PERSON:
      return g_strdup (_("new person"));
    case LEV_IMPORT_ITEM_NEW:
    case LEV_IMPORT_ITEM_CHANGED:
    case LEV_IMPORT_ITEM_UNCHANGED:
    case LEV_N_IMPORT_ITEMS:
    default:
      line = g_strdup_printf (_("Line %u"),
                              lev_supplier_import_get_line (self->import, self->position));
      if (self->kind == LEV_IMPORT_ITEM_NEW)
        return g_strdup_printf ("%s · %s", line, _("new"));
      if (self->kind == LEV_IMPORT_ITEM_UNCHANGED)
        return g_strdup_printf ("%s · %s", line, _("unchanged"));
      details = lev_supplier_import_dup_details (self->import, self->position);
      return g_strdup_printf ("%s\n%s", line, details);
    }
}

static void
lev_import_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LevImportItem *self = LEV_IMPORT_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, dup_subtitle (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, icons[self->kind]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_import_item_class_init (LevImportItemClass *klass)
{
  static const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_import_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_import_item_init (LevImportItem *self)
{
}

static void
add_item (GPtrArray         *items,
          LevSupplierImport *import,
          LevImportItemKind  kind,
          guint              position)
{
  LevImportItem *item = g_object_new (LEV_TYPE_IMPORT_ITEM, NULL);

  item->import = import;
  item->kind = kind;
  item->position = position;
  g_ptr_array_add (items, item);
}

static void
add_messages (GPtrArray         *items,
              LevSupplierImport *import,
              LevImportItemKind  kind)
{
  const LevImportMessages *messages = lev_supplier_import_get_messages (import);

  for (guint i = 0; i < messages->items->len; i++)
    {
      const LevImportMessage *message = g_ptr_array_index (messages->items, i);

      if ((message->is_error != FALSE) == (kind == LEV_IMPORT_ITEM_ERROR))
        add_item (items, import, kind, i);
    }
}

GPtrArray *
lev_import_item_list (LevSupplierImport *import)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_rows = lev_supplier_import_get_n_rows (import);
  guint n_people = lev_import_people_get_n_new (lev_supplier_import_get_people (import));

  add_messages (items, import, LEV_IMPORT_ITEM_ERROR);
  add_messages (items, import, LEV_IMPORT_ITEM_REMARK);
  for (guint outcome = 0; outcome < LEV_IMPORT_N_OUTCOMES; outcome++)
    for (guint i = 0; i < n_rows; i++)
      if (lev_supplier_import_get_outcome (import, i) == outcome)
        add_item (items, import, LEV_IMPORT_ITEM_NEW + outcome, i);
  for (guint i = 0; i < n_people; i++)
    add_item (items, import, LEV_IMPORT_ITEM_PERSON, i);

  return items;
}

LevImportItemKind
lev_import_item_get_kind (LevImportItem *self)
{
  g_return_val_if_fail (LEV_IS_IMPORT_ITEM (self), LEV_IMPORT_ITEM_ERROR);

  return self->kind;
}
