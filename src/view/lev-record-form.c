#include "lev-record-form.h"

#include "lev-application.h"
#include "lev-date-button.h"
#include "lev-field-control.h"
#include "lev-person-row.h"

#include <glib/gi18n.h>

struct _LevRecordForm
{
  AdwPreferencesGroup parent;

  LevRecord *record;
  GArray    *rows; /* Row */
};

/* One field: its index in the record's class, and what shows it. */
typedef struct
{
  guint      field;
  GtkWidget *control; /* AdwEntryRow, AdwSwitchRow, AdwComboRow, LevDateButton or GtkTextView */
} Row;

G_DEFINE_FINAL_TYPE (LevRecordForm, lev_record_form, ADW_TYPE_PREFERENCES_GROUP)

static const LevField *
get_field (LevRecordForm *self,
           guint          field)
{
  return &LEV_RECORD_GET_CLASS (self->record)->fields[field];
}

static guint
find_field (LevRecordForm *self,
            gpointer       control)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).control == control)
      return g_array_index (self->rows, Row, i).field;

  g_return_val_if_reached (0);
}

/* Changes the field of @control, as an edit of its own. */
static void
control_changed_cb (GtkWidget      *control,
                    const LevValue *value,
                    gpointer        user_data)
{
  LevRecordForm *self = user_data;
  LevApplication *application = lev_application_get_default ();
  guint field = find_field (self, control);
  const LevField *description = get_field (self, field);
  g_autofree char *label = NULL;
  LevValue present;

  lev_record_get_value (self->record, field, &present);
  if (lev_value_equal (description, &present, value))
    return;

  label = g_strdup_printf (_("Change ‘%s’"), _(description->label));
  lev_application_begin (application, label);
  lev_record_set_value (self->record, field, value);
  lev_application_commit (application);
}

static GtkWidget *
create_choice_row (const LevField *description)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Choose…"));
  for (guint i = 1; description->choices[i].nick != NULL; i++)
    gtk_string_list_append (labels, _(description->choices[i].label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));

  return row;
}

static GtkWidget *
create_date_row (const LevField *description,
                 GtkWidget     **control)
{
  GtkWidget *row = adw_action_row_new ();

  *control = lev_date_button_new (_(description->label));
  gtk_widget_set_valign (*control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *control);
  gtk_widget_set_focusable (row, FALSE); /* the button is what Tab goes to */

  return row;
}

/* A text of more than a line, with its label above it as in an entry row. */
static GtkWidget *
create_text_row (const LevField *description,
                 GtkWidget     **control)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_(description->label));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  *control = lev_field_control_new (description, _(description->label), FALSE);
  gtk_widget_set_size_request (*control, -1, 60);

  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *control);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static gboolean
is_long (const LevField *description)
{
  static const char *const names[] = { "notes", "description", "lessons", NULL };

  return g_strv_contains (names, description->name);
}

/* The row for a field; @control is what shows its value, the row itself or a part of it. */
static GtkWidget *
create_row (const LevField *description,
            GtkWidget     **control)
{
  switch (description->kind)
    {
    case LEV_FIELD_KIND_BOOLEAN:
      return *control = adw_switch_row_new ();
    case LEV_FIELD_KIND_CHOICE:
      return *control = create_choice_row (description);
    case LEV_FIELD_KIND_REFERENCE:
      return *control = lev_person_row_new ();
    case LEV_FIELD_KIND_DATE:
      return create_date_row (description, control);
    default:
      if (is_long (description))
        return create_text_row (description, control);
      return *control = adw_entry_row_new ();
    }
}

static void
append_field (LevRecordForm *self,
              guint          field)
{
  const LevField *description = get_field (self, field);
  Row item = { .field = field };
  GtkWidget *row = create_row (description, &item.control);
  GtkWidget *control = item.control;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(description->label));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_array_append_val (self->rows, item);

  lev_field_control_watch (control, description, control_changed_cb, self);
}

static void
lev_record_form_finalize (GObject *object)
{
  LevRecordForm *self = LEV_RECORD_FORM (object);

  g_clear_object (&self->record);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (lev_record_form_parent_class)->finalize (object);
}

static void
lev_record_form_class_init (LevRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_record_form_finalize;
}

static void
lev_record_form_init (LevRecordForm *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

GtkWidget *
lev_record_form_new (LevRecord         *record,
                     const char *const *fields)
{
  LevRecordForm *self = g_object_new (LEV_TYPE_RECORD_FORM, NULL);

  self->record = g_object_ref (record);
  for (guint i = 0; fields[i] != NULL; i++)
    append_field (self,
                  (guint) lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), fields[i]));
  lev_record_form_update (self);

  return GTK_WIDGET (self);
}

void
lev_record_form_update (LevRecordForm *self)
{
  g_return_if_fail (LEV_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      LevValue value;

      lev_record_get_value (self->record, row->field, &value);
      lev_field_control_set (row->control, self->record, &value);
    }
}
