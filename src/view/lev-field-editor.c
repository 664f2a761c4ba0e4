#include "lev-field-editor.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-conflict.h"
#include "lev-editing.h"
#include "lev-field-control.h"
#include "lev-field-text.h"
#include "lev-process.h"
#include "lev-text-view.h"

#include <glib/gi18n.h>

struct _LevFieldEditor
{
  GtkWidget parent;

  GtkWidget *box;
  GtkLabel  *caption;
  AdwBin    *control_bin;
  GtkLabel  *value_label;
  GtkLabel  *hint_label;
  GtkWidget *conflict_button;

  char           *field;       /* the property of the record */
  char           *title;       /* instead of the field's label */
  char           *placeholder; /* in a text that is empty */
  gboolean        has_toggles; /* choices beside each other */
  LevRecord      *record;
  const LevField *description;
  guint           index;
  GtkWidget      *control;
};

G_DEFINE_FINAL_TYPE (LevFieldEditor, lev_field_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_TITLE,
  PROP_HAS_TOGGLES,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint needed_signal;
static guint written_signal;

/* A part of a dossier changes only where the process lets its profile be changed. */
static gboolean
check_editable (LevRecord *record,
                GError   **error)
{
  while (record != NULL && !LEV_IS_DOSSIER (record))
    record = lev_record_get_owner (record);

  return record == NULL || lev_process_check_editable (LEV_DOSSIER (record), error);
}

static void
write_value (LevFieldEditor *self,
             const LevValue *value)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;
  /* Translators: an edit in the history; the placeholder is the name of a field */
  g_autofree char *label = g_strdup_printf (_("Change ‘%s’"), _(self->description->label));
  g_autofree char *text = g_strdup (value->text);
  g_autoptr (LevRecord) record = NULL;
  LevValue copy = { .integer = value->integer, .text = text, .record = value->record };

  lev_application_begin (application, label);
  if (self->record != NULL)
    record = g_object_ref (self->record);
  else
    g_signal_emit (self, needed_signal, 0, &record);

  if (record != NULL && check_editable (record, &error))
    {
      lev_record_set_value (record, self->index, &copy);
      g_signal_emit (self, written_signal, 0);
      lev_application_commit (application);
      return;
    }

  if (error == NULL)
    g_set_error (&error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN, "%s",
                 _("This cannot be changed now"));
  lev_application_refuse (application, error);
}

/* Something else was typed or chosen. */
static void
control_changed_cb (GtkWidget      *control,
                    const LevValue *value,
                    gpointer        user_data)
{
  LevFieldEditor *self = user_data;
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  LevValue present = { 0 };

  /* What is chosen from goes away with the store of which it was. */
  if (self->record != NULL && self->record->records != records)
    return;

  if (self->record != NULL)
    lev_record_get_value (self->record, self->index, &present);
  if (!lev_value_equal (self->description, &present, value))
    write_value (self, value);
}

static void
update_caption (LevFieldEditor *self)
{
  const char *title = self->title != NULL ? self->title : _(self->description->label);

  gtk_label_set_label (self->caption, title);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *title != '\0');
}

static void
create_control (LevFieldEditor *self,
                GType           type)
{
  LevRecordClass *klass = g_type_class_get (type);
  int index = lev_record_class_find_field (klass, self->field);
  const char *label;

  g_return_if_fail (index >= 0);

  self->index = (guint) index;
  self->description = &klass->fields[index];
  update_caption (self);

  label = self->title != NULL && *self->title != '\0' ? self->title : _(self->description->label);
  self->control = lev_field_control_new (self->description, label, self->has_toggles);
  lev_field_control_watch (self->control, self->description, control_changed_cb, self);
  adw_bin_set_child (self->control_bin, self->control);
  if (LEV_IS_TEXT_VIEW (self->control))
    lev_text_view_set_placeholder (LEV_TEXT_VIEW (self->control), self->placeholder);
  /* A list that opens has its value for a name, unless a label says what it is about. */
  if (GTK_IS_DROP_DOWN (self->control) && gtk_widget_get_visible (GTK_WIDGET (self->caption)))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->control),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->caption, NULL, -1);
}

static void
lev_field_editor_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LevFieldEditor *self = LEV_FIELD_EDITOR (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_set_str (&self->field, g_value_get_string (value));
      break;
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_HAS_TOGGLES:
      self->has_toggles = g_value_get_boolean (value);
      break;
    case PROP_PLACEHOLDER:
      g_set_str (&self->placeholder, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Only what is in it takes the focus. Without this, GTK would grab it for the editor, and so for
 * what is first in it, when Shift+Tab leaves that. */
static gboolean
lev_field_editor_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (LEV_FIELD_EDITOR (widget)->box), direction);
}

static gboolean
lev_field_editor_grab_focus (GtkWidget *widget)
{
  LevFieldEditor *self = LEV_FIELD_EDITOR (widget);

  return self->control != NULL && gtk_widget_child_focus (self->control, GTK_DIR_TAB_FORWARD);
}

static void
lev_field_editor_dispose (GObject *object)
{
  LevFieldEditor *self = LEV_FIELD_EDITOR (object);

  self->control = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_FIELD_EDITOR);

  G_OBJECT_CLASS (lev_field_editor_parent_class)->dispose (object);
}

static void
lev_field_editor_finalize (GObject *object)
{
  LevFieldEditor *self = LEV_FIELD_EDITOR (object);

  g_free (self->field);
  g_free (self->title);
  g_free (self->placeholder);

  G_OBJECT_CLASS (lev_field_editor_parent_class)->finalize (object);
}

static void
lev_field_editor_class_init (LevFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_field_editor_set_property;
  object_class->dispose = lev_field_editor_dispose;
  object_class->finalize = lev_field_editor_finalize;
  widget_class->focus = lev_field_editor_focus;
  widget_class->grab_focus = lev_field_editor_grab_focus;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_TOGGLES] = g_param_spec_boolean ("has-toggles", NULL, NULL, FALSE,
                                                       G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Asks for the record, the first time that something is filled in. */
  needed_signal = g_signal_new ("needed", LEV_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, LEV_TYPE_RECORD, 0);

  /* The field was changed; what follows from it can join the edit, which still runs. */
  written_signal = g_signal_new ("written", LEV_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFieldEditor, box);
  gtk_widget_class_bind_template_child (widget_class, LevFieldEditor, caption);
  gtk_widget_class_bind_template_child (widget_class, LevFieldEditor, control_bin);
  gtk_widget_class_bind_template_child (widget_class, LevFieldEditor, value_label);
  gtk_widget_class_bind_template_child (widget_class, LevFieldEditor, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LevFieldEditor, conflict_button);
}

static void
lev_field_editor_init (LevFieldEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether two people gave the field a value without seeing each other's. */
static gboolean
is_in_conflict (LevFieldEditor *self)
{
  LevStore *store = lev_application_get_store (lev_application_get_default ());

  return store != NULL && self->record != NULL &&
         lev_conflict_is_marked (store, self->record, self->description->name);
}

void
lev_field_editor_show (LevFieldEditor *self,
                       GType           type,
                       gpointer        record,
                       gboolean        editable)
{
  g_autofree char *text = NULL;
  LevValue value = { 0 };

  g_return_if_fail (LEV_IS_FIELD_EDITOR (self));

  if (self->control == NULL)
    create_control (self, type);
  if (self->record != record)
    lev_editing_flush (self->control);

  self->record = record;
  lev_anchor_set (GTK_WIDGET (self), record, self->field);
  if (record != NULL)
    lev_record_get_value (record, self->index, &value);

  text = lev_field_format (self->description, &value);
  gtk_label_set_label (self->value_label, *text != '\0' ? text : "–");
  gtk_widget_set_visible (GTK_WIDGET (self->value_label), !editable);
  gtk_widget_set_visible (GTK_WIDGET (self->control_bin), editable);
  lev_field_control_set (self->control, record, &value);
  gtk_widget_set_visible (self->conflict_button, is_in_conflict (self));
}

void
lev_field_editor_set_hint (LevFieldEditor *self,
                           const char     *hint)
{
  g_return_if_fail (LEV_IS_FIELD_EDITOR (self));

  gtk_label_set_label (self->hint_label, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL && *hint != '\0');
}
