#include "lev-person-row.h"

#include "lev-application.h"
#include "lev-combo-row.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

/* Persons → sorted by name → after a list with the one item “Choose…” → the row. */
struct _LevPersonRow
{
  AdwComboRow parent;
};

G_DEFINE_FINAL_TYPE (LevPersonRow, lev_person_row, ADW_TYPE_COMBO_ROW)

enum
{
  PROP_0,
  PROP_PERSON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
describe_item (GObject *item)
{
  LevPerson *person;

  if (!LEV_IS_PERSON (item))
    return g_strdup (_("Choose…"));

  /* One that is just being made is listed before it has a name. */
  person = LEV_PERSON (item);
  if (person->function == NULL || *person->function == '\0')
    return g_strdup (person->name != NULL ? person->name : "");

  return g_strdup_printf ("%s, %s", person->name, person->function);
}

static void
selected_changed_cb (LevPersonRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSON]);
}

static void
lev_person_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_PERSON)
    g_value_set_object (value, lev_person_row_get_person (LEV_PERSON_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_person_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_PERSON)
    lev_person_row_set_person (LEV_PERSON_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_person_row_class_init (LevPersonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_person_row_get_property;
  object_class->set_property = lev_person_row_set_property;

  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, LEV_TYPE_PERSON,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_person_row_init (LevPersonRow *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  g_autoptr (GtkExpression) expression = lev_person_expression_new ();

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  lev_combo_row_show_whole (ADW_COMBO_ROW (self));
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  if (records != NULL)
    {
      g_autoptr (GListModel) model = lev_person_model_new (records);

      adw_combo_row_set_model (ADW_COMBO_ROW (self), model);
    }
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_changed_cb), NULL);
}

GtkWidget *
lev_person_row_new (void)
{
  return g_object_new (LEV_TYPE_PERSON_ROW, NULL);
}

LevPerson *
lev_person_row_get_person (LevPersonRow *self)
{
  gpointer item;

  g_return_val_if_fail (LEV_IS_PERSON_ROW (self), NULL);

  item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  return LEV_IS_PERSON (item) ? item : NULL;
}

void
lev_person_row_set_person (LevPersonRow *self,
                           LevPerson    *person)
{
  GListModel *model;

  g_return_if_fail (LEV_IS_PERSON_ROW (self));

  model = adw_combo_row_get_model (ADW_COMBO_ROW (self));
  if (model == NULL || lev_person_row_get_person (self) == person)
    return;

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), lev_person_model_find (model, person));
}

GListModel *
lev_person_model_new (LevRegister *records)
{
  const char *none[] = { "", NULL };
  LevRecordList *persons = lev_register_list (records, LEV_TYPE_PERSON);
  GtkExpression *name = gtk_property_expression_new (LEV_TYPE_PERSON, NULL, "name");
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) first = gtk_string_list_new (none);
  g_autoptr (GListModel) sorted = NULL;

  sorted = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (persons)),
                                                  GTK_SORTER (gtk_string_sorter_new (name))));
  g_list_store_append (parts, first);
  g_list_store_append (parts, sorted);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

GtkExpression *
lev_person_expression_new (void)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (describe_item),
                                      NULL, NULL);
}

guint
lev_person_model_find (GListModel *model,
                       LevPerson  *person)
{
  guint n_items = g_list_model_get_n_items (model);

  for (guint i = 1; person != NULL && i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item == G_OBJECT (person))
        return i;
    }

  return 0;
}
