#include "lev-field-control.h"

#include "lev-application.h"
#include "lev-date-button.h"
#include "lev-field-text.h"
#include "lev-person-row.h"
#include "lev-record-list.h"
#include "lev-score-toggles.h"
#include "lev-title.h"

#include <glib/gi18n.h>

static GtkWidget *
create_text (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), FALSE);
  gtk_widget_add_css_class (view, "quiet-field");

  return view;
}

static GtkWidget *
create_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);

  return entry;
}

static GtkWidget *
create_toggles (const LevField *field)
{
  GtkWidget *group = adw_toggle_group_new ();

  adw_toggle_group_set_can_shrink (ADW_TOGGLE_GROUP (group), TRUE);
  if (field->kind == LEV_FIELD_KIND_SCORE)
    {
      lev_score_toggles_fill (ADW_TOGGLE_GROUP (group), FALSE);
      return group;
    }

  for (guint i = 1; field->choices[i].nick != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, _(field->choices[i].label));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), GTK_INVALID_LIST_POSITION);

  return group;
}

static GtkWidget *
create_choice (const LevField *field)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Choose…"));
  for (guint i = 1; field->choices[i].nick != NULL; i++)
    gtk_string_list_append (labels, _(field->choices[i].label));

  return gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
}

static char *
describe_record (GObject *item)
{
  g_autofree char *code = NULL;
  g_autofree char *title = NULL;

  if (!LEV_IS_RECORD (item))
    return g_strdup (_("None"));

  code = lev_record_dup_code (LEV_RECORD (item));
  title = lev_record_dup_title (LEV_RECORD (item));

  return code != NULL ? g_strdup_printf ("%s %s", code, title) : g_steal_pointer (&title);
}

/* The rows of a drop-down may not ask for more width than a narrow window has. */
static void
setup_item_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              GtkExpression      *expression)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (gtk_expression_evaluate (expression, gtk_list_item_get_item (item), &value))
    gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), g_value_get_string (&value));
}

static void
expression_closed_cb (gpointer  expression,
                      GClosure *closure)
{
  gtk_expression_unref (expression);
}

void
lev_field_control_fit (GtkDropDown   *drop_down,
                       GtkExpression *expression)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkExpression *shown = expression != NULL
                           ? gtk_expression_ref (expression)
                           : gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_item_cb), shown, expression_closed_cb,
                         0);
  gtk_drop_down_set_factory (drop_down, factory);
}

static GtkWidget *
create_reference (const LevField *field)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  gboolean is_person = field->get_type () == LEV_TYPE_PERSON;
  GtkExpression *expression;
  GtkWidget *drop_down;

  if (is_person)
    expression = lev_person_expression_new ();
  else
    expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                              G_CALLBACK (describe_record), NULL, NULL);

  drop_down = gtk_drop_down_new (is_person ? lev_person_model_new (records) : NULL, expression);
  lev_field_control_fit (GTK_DROP_DOWN (drop_down), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), is_person);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (drop_down),
                                       GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);

  return drop_down;
}

static GtkWidget *
create_control (const LevField *field,
                const char     *label,
                gboolean        has_toggles)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      return create_text ();
    case LEV_FIELD_KIND_SCORE:
      return create_toggles (field);
    case LEV_FIELD_KIND_CHOICE:
      return has_toggles ? create_toggles (field) : create_choice (field);
    case LEV_FIELD_KIND_REFERENCE:
      return create_reference (field);
    case LEV_FIELD_KIND_DATE:
      return lev_date_button_new (label);
    default:
      return create_entry ();
    }
}

GtkWidget *
lev_field_control_new (const LevField *field,
                       const char     *label,
                       gboolean        has_toggles)
{
  GtkWidget *control = create_control (field, label, has_toggles);

  if (field->kind != LEV_FIELD_KIND_TEXT)
    gtk_widget_set_halign (control, field->kind == LEV_FIELD_KIND_REFERENCE ? GTK_ALIGN_FILL
                                                                            : GTK_ALIGN_START);
  if (!LEV_IS_DATE_BUTTON (control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);

  return control;
}

void
lev_field_control_connect (GtkWidget *control,
                           GCallback  callback,
                           gpointer   data)
{
  if (GTK_IS_TEXT_VIEW (control))
    g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), "changed",
                              callback, data);
  else if (GTK_IS_EDITABLE (control))
    g_signal_connect_swapped (control, "changed", callback, data);
  else if (ADW_IS_TOGGLE_GROUP (control))
    g_signal_connect_swapped (control, "notify::active", callback, data);
  else if (GTK_IS_DROP_DOWN (control))
    g_signal_connect_swapped (control, "notify::selected-item", callback, data);
  else
    g_signal_connect_swapped (control, "notify::date", callback, data);
}

gboolean
lev_field_control_is_typed (GtkWidget *control)
{
  return GTK_IS_TEXT_VIEW (control) || GTK_IS_EDITABLE (control);
}

static char *
dup_text (GtkWidget *control)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (GTK_IS_EDITABLE (control))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (control)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (control));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

gboolean
lev_field_control_get (GtkWidget      *control,
                       const LevField *field,
                       LevValue       *value,
                       char          **text)
{
  *value = (LevValue) { 0 };
  *text = NULL;

  if (GTK_IS_EDITABLE (control))
    {
      *text = dup_text (control);
      return **text == '\0' || lev_field_parse (field, *text, NULL, value, NULL);
    }

  if (GTK_IS_TEXT_VIEW (control))
    value->text = *text = dup_text (control);
  else if (LEV_IS_DATE_BUTTON (control))
    value->integer = lev_date_button_get_date (LEV_DATE_BUTTON (control));
  else if (field->kind == LEV_FIELD_KIND_SCORE)
    value->integer = lev_score_toggles_get (ADW_TOGGLE_GROUP (control));
  else if (ADW_IS_TOGGLE_GROUP (control))
    {
      guint active = adw_toggle_group_get_active (ADW_TOGGLE_GROUP (control));

      value->integer = active != GTK_INVALID_LIST_POSITION ? active + 1 : 0;
    }
  else if (field->kind == LEV_FIELD_KIND_CHOICE)
    value->integer = gtk_drop_down_get_selected (GTK_DROP_DOWN (control));
  else
    {
      gpointer item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (control));

      value->record = LEV_IS_RECORD (item) ? item : NULL;
    }

  return TRUE;
}

/* The parts of the same owner, after one item that stands for none. */
static GListModel *
list_candidates (const LevField *field,
                 LevRecord      *record)
{
  const char *none[] = { "", NULL };
  LevRecord *owner = lev_record_get_owner (record);
  LevRecordList *parts = lev_record_get_children (owner, field->get_type ());
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) first = gtk_string_list_new (none);

  g_list_store_append (lists, first);
  if (parts != NULL)
    g_list_store_append (lists, parts);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static void
select_record (GtkDropDown    *drop_down,
               const LevField *field,
               LevRecord      *record,
               LevRecord      *selected)
{
  GListModel *model;

  if (field->get_type () != LEV_TYPE_PERSON && record != NULL)
    {
      g_autoptr (GListModel) candidates = list_candidates (field, record);

      gtk_drop_down_set_model (drop_down, candidates);
    }

  model = gtk_drop_down_get_model (drop_down);
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item != G_OBJECT (selected) && (selected != NULL || i > 0))
        continue;
      gtk_drop_down_set_selected (drop_down, i);
      return;
    }
}

static void
set_text (GtkWidget  *control,
          const char *text)
{
  g_autofree char *shown = dup_text (control);

  if (text == NULL)
    text = "";
  if (g_str_equal (shown, text))
    return;

  if (GTK_IS_EDITABLE (control))
    gtk_editable_set_text (GTK_EDITABLE (control), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), text, -1);
}

void
lev_field_control_set (GtkWidget      *control,
                       const LevField *field,
                       LevRecord      *record,
                       const LevValue *value)
{
  if (GTK_IS_EDITABLE (control))
    {
      LevValue shown;
      g_autofree char *text = NULL;
      g_autofree char *formatted = lev_field_format (field, value);

      /* "50" is not made "€ 50,00" under the user's hands. */
      if (!lev_field_control_get (control, field, &shown, &text) ||
          !lev_value_equal (field, &shown, value))
        set_text (control, formatted);
    }
  else if (GTK_IS_TEXT_VIEW (control))
    set_text (control, value->text);
  else if (LEV_IS_DATE_BUTTON (control))
    lev_date_button_set_date (LEV_DATE_BUTTON (control), (LevDate) value->integer);
  else if (field->kind == LEV_FIELD_KIND_SCORE)
    lev_score_toggles_set (ADW_TOGGLE_GROUP (control), (int) value->integer);
  else if (ADW_IS_TOGGLE_GROUP (control))
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (control), value->integer > 0
                                                               ? (guint) value->integer - 1
                                                               : GTK_INVALID_LIST_POSITION);
  else if (field->kind == LEV_FIELD_KIND_CHOICE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (control), (guint) value->integer);
  else
    select_record (GTK_DROP_DOWN (control), field, record, value->record);
}
