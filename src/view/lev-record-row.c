#include "lev-record-row.h"

#include "lev-combo-row.h"

#include <glib/gi18n.h>

/* The one item “None” → followed by the records → the row. */
struct _LevRecordRow
{
  AdwComboRow parent;
};

G_DEFINE_FINAL_TYPE (LevRecordRow, lev_record_row, ADW_TYPE_COMBO_ROW)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
describe_item (GObject *item)
{
  /* Translators: the choice for no calendar entry or no previous round. */
  return LEV_IS_RECORD (item) ? lev_record_dup_title (LEV_RECORD (item)) : g_strdup (_("None"));
}

static void
selected_changed_cb (LevRecordRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

static void
lev_record_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_RECORD)
    g_value_set_object (value, lev_record_row_get_record (LEV_RECORD_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_record_row_class_init (LevRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_record_row_get_property;

  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, LEV_TYPE_RECORD,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_record_row_init (LevRecordRow *self)
{
  g_autoptr (GtkExpression) expression = NULL;

  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                            G_CALLBACK (describe_item), NULL, NULL);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  lev_combo_row_show_whole (ADW_COMBO_ROW (self));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_changed_cb), NULL);
}

void
lev_record_row_set_records (LevRecordRow *self,
                            GListModel   *records)
{
  const char *none[] = { "", NULL };
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) first = gtk_string_list_new (none);
  g_autoptr (GtkFlattenListModel) model = NULL;

  g_return_if_fail (LEV_IS_RECORD_ROW (self));

  g_list_store_append (parts, first);
  g_list_store_append (parts, records);
  model = gtk_flatten_list_model_new (G_LIST_MODEL (parts));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
}

LevRecord *
lev_record_row_get_record (LevRecordRow *self)
{
  gpointer item;

  g_return_val_if_fail (LEV_IS_RECORD_ROW (self), NULL);

  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  return LEV_IS_RECORD (item) ? item : NULL;
}

void
lev_record_row_set_record (LevRecordRow *self,
                           LevRecord    *record)
{
  GListModel *model;
  guint selected = 0;

  g_return_if_fail (LEV_IS_RECORD_ROW (self));

  if (lev_record_row_get_record (self) == record)
    return;

  model = adw_combo_row_get_model (ADW_COMBO_ROW (self));
  for (guint i = 1; record != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == G_OBJECT (record))
        selected = i;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}
