#include "lev-field-control.h"

#include "lev-application.h"
#include "lev-date-button.h"
#include "lev-editing.h"
#include "lev-field-text.h"
#include "lev-person-row.h"
#include "lev-record-list.h"
#include "lev-score-toggles.h"
#include "lev-text-view.h"
#include "lev-title.h"

#include <glib/gi18n.h>

/* A control that is listened to. */
typedef struct
{
  const LevField     *field;
  LevFieldControlFunc chosen;
  gpointer            user_data;
  gboolean            is_showing; /* what changes does not come from the user */
} Watch;

static GQuark
watch_quark (void)
{
  return g_quark_from_static_string ("lev-field-control");
}

static GtkWidget *
create_text (void)
{
  GtkWidget *view = lev_text_view_new ();

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

/* What an action is expected to do to a score: nothing, or up to four lower. */
static void
fill_effects (AdwToggleGroup *group)
{
  for (int lower = 0; lower <= 4; lower++)
    {
      g_autofree char *label = g_strdup_printf (lower > 0 ? "−%d" : "%d", lower);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, label);
      adw_toggle_group_add (group, toggle);
    }
  lev_toggles_add_keys (group);
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
  if (field->kind == LEV_FIELD_KIND_INTEGER)
    {
      fill_effects (ADW_TOGGLE_GROUP (group));
      return group;
    }

  for (guint i = 1; field->choices[i].nick != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, _(field->choices[i].label));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), GTK_INVALID_LIST_POSITION);
  lev_toggles_add_keys (ADW_TOGGLE_GROUP (group));

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
    case LEV_FIELD_KIND_INTEGER:
      return has_toggles ? create_toggles (field) : create_entry ();
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

static gboolean
is_typed (GtkWidget *control)
{
  return GTK_IS_TEXT_VIEW (control) || GTK_IS_EDITABLE (control);
}

static guint
get_active (GtkWidget *control)
{
  guint active = adw_toggle_group_get_active (ADW_TOGGLE_GROUP (control));

  return active != GTK_INVALID_LIST_POSITION ? active + 1 : 0;
}

/* What is chosen in a control that is not typed in. */
static void
read_choice (GtkWidget      *control,
             const LevField *field,
             LevValue       *value)
{
  gpointer item = NULL;

  if (LEV_IS_DATE_BUTTON (control))
    value->integer = lev_date_button_get_date (LEV_DATE_BUTTON (control));
  else if (LEV_IS_PERSON_ROW (control))
    item = lev_person_row_get_person (LEV_PERSON_ROW (control));
  else if (ADW_IS_SWITCH_ROW (control))
    value->integer = adw_switch_row_get_active (ADW_SWITCH_ROW (control));
  else if (ADW_IS_COMBO_ROW (control))
    value->integer = adw_combo_row_get_selected (ADW_COMBO_ROW (control));
  else if (field->kind == LEV_FIELD_KIND_SCORE)
    value->integer = lev_score_toggles_get (ADW_TOGGLE_GROUP (control));
  else if (field->kind == LEV_FIELD_KIND_INTEGER)
    value->integer = 1 - (gint64) get_active (control);
  else if (ADW_IS_TOGGLE_GROUP (control))
    value->integer = get_active (control);
  else if (field->kind == LEV_FIELD_KIND_CHOICE)
    value->integer = gtk_drop_down_get_selected (GTK_DROP_DOWN (control));
  else
    item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (control));

  if (LEV_IS_RECORD (item))
    value->record = item;
}

/* What @text means for the field; nothing typed is nothing filled in. */
static gboolean
read_text (const LevField *field,
           const char     *text,
           LevValue       *value)
{
  *value = (LevValue) { 0 };
  if (*text == '\0')
    return TRUE;
  if (field->kind != LEV_FIELD_KIND_TEXT)
    return lev_field_parse (field, text, NULL, value, NULL);

  value->text = text;

  return TRUE;
}

static void
typed_cb (GtkWidget  *control,
          const char *text,
          gpointer    user_data)
{
  Watch *watch = user_data;
  LevValue value;
  gboolean fits = read_text (watch->field, text, &value);

  if (fits)
    gtk_widget_remove_css_class (control, "error");
  else
    gtk_widget_add_css_class (control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (fits)
    watch->chosen (control, &value, watch->user_data);
}

static void
chosen_cb (GtkWidget *control)
{
  Watch *watch = g_object_get_qdata (G_OBJECT (control), watch_quark ());
  LevValue value = { 0 };

  if (watch->is_showing)
    return;

  read_choice (control, watch->field, &value);
  watch->chosen (control, &value, watch->user_data);
}

void
lev_field_control_watch (GtkWidget          *control,
                         const LevField     *field,
                         LevFieldControlFunc chosen,
                         gpointer            user_data)
{
  const char *signal = "notify::selected";
  Watch *watch = g_new0 (Watch, 1);

  watch->field = field;
  watch->chosen = chosen;
  watch->user_data = user_data;
  g_object_set_qdata_full (G_OBJECT (control), watch_quark (), watch, g_free);

  if (is_typed (control))
    {
      lev_editing_watch (control, typed_cb, watch);
      return;
    }

  if (LEV_IS_DATE_BUTTON (control))
    signal = "notify::date";
  else if (ADW_IS_TOGGLE_GROUP (control) || ADW_IS_SWITCH_ROW (control))
    signal = "notify::active";
  else if (GTK_IS_DROP_DOWN (control))
    signal = "notify::selected-item";
  g_signal_connect (control, signal, G_CALLBACK (chosen_cb), NULL);
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

/* Whether both offer the same records, after the one item that stands for none. */
static gboolean
offers_same (GListModel *a,
             GListModel *b)
{
  guint n_items = g_list_model_get_n_items (b);

  if (a == NULL || g_list_model_get_n_items (a) != n_items)
    return FALSE;

  for (guint i = 1; i < n_items; i++)
    {
      g_autoptr (GObject) first = g_list_model_get_item (a, i);
      g_autoptr (GObject) second = g_list_model_get_item (b, i);

      if (first != second)
        return FALSE;
    }

  return TRUE;
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

      /* Another list would take the focus away from who has just chosen from this one. */
      if (!offers_same (gtk_drop_down_get_model (drop_down), candidates))
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
show_text (GtkWidget      *control,
           const LevField *field,
           const LevValue *value)
{
  g_autofree char *text = lev_field_format (field, value);
  LevValue shown;

  /* "50" is not made "€ 50,00" under the user's hands. */
  if (field->kind != LEV_FIELD_KIND_TEXT &&
      read_text (field, gtk_editable_get_text (GTK_EDITABLE (control)), &shown) &&
      lev_value_equal (field, &shown, value))
    return;

  lev_editing_set_text (control, text);
}

static void
show_choice (GtkWidget      *control,
             const LevField *field,
             LevRecord      *record,
             const LevValue *value)
{
  guint place = value->integer > 0 ? (guint) value->integer - 1 : GTK_INVALID_LIST_POSITION;

  if (LEV_IS_DATE_BUTTON (control))
    lev_date_button_set_date (LEV_DATE_BUTTON (control), (LevDate) value->integer);
  else if (LEV_IS_PERSON_ROW (control))
    lev_person_row_set_person (LEV_PERSON_ROW (control), (LevPerson *) value->record);
  else if (ADW_IS_SWITCH_ROW (control))
    adw_switch_row_set_active (ADW_SWITCH_ROW (control), value->integer != 0);
  else if (ADW_IS_COMBO_ROW (control))
    adw_combo_row_set_selected (ADW_COMBO_ROW (control), (guint) value->integer);
  else if (field->kind == LEV_FIELD_KIND_SCORE)
    lev_score_toggles_set (ADW_TOGGLE_GROUP (control), (int) value->integer);
  else if (field->kind == LEV_FIELD_KIND_INTEGER)
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (control), (guint) CLAMP (-value->integer, 0, 4));
  else if (ADW_IS_TOGGLE_GROUP (control))
    adw_toggle_group_set_active (ADW_TOGGLE_GROUP (control), place);
  else if (field->kind == LEV_FIELD_KIND_CHOICE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (control), (guint) value->integer);
  else
    select_record (GTK_DROP_DOWN (control), field, record, value->record);
}

void
lev_field_control_set (GtkWidget      *control,
                       LevRecord      *record,
                       const LevValue *value)
{
  Watch *watch = g_object_get_qdata (G_OBJECT (control), watch_quark ());

  watch->is_showing = TRUE;
  if (is_typed (control))
    show_text (control, watch->field, value);
  else
    show_choice (control, watch->field, record, value);
  watch->is_showing = FALSE;
}
