#include "lev-handbook-page.h"

#include "lev-application.h"
#include "lev-handbook-content.h"
#include "lev-handbook-version.h"
#include "lev-job-dialog.h"
#include "lev-process.h"

#include <glib/gi18n.h>

struct _LevHandbookPage
{
  AdwPreferencesPage parent;

  AdwActionRow *version_row;
  GtkLabel     *message_label;
  GtkWidget    *keep_row;
  GtkWidget    *forget_row;
  GPtrArray    *groups; /* AdwPreferencesGroup, made of the content */
  GKeyFile     *file;   /* as it is now on the screen */
  char         *shown;  /* the content that was shown first */
};

G_DEFINE_FINAL_TYPE (LevHandbookPage, lev_handbook_page, ADW_TYPE_PREFERENCES_PAGE)

static LevHandbook *
get_handbook (void)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  return records != NULL ? lev_process_get_handbook (records) : NULL;
}

static char *
dup_text (LevHandbookPage *self)
{
  return g_key_file_to_data (self->file, NULL, NULL);
}

static gboolean
has_changes (LevHandbookPage *self)
{
  g_autofree char *text = dup_text (self);

  return g_strcmp0 (text, self->shown) != 0;
}

/* Newly allocated: what is wrong with what stands here; in a file it is said with its key. */
static char *
describe_error (LevHandbookPage *self,
                const GError    *error)
{
  int sum = lev_handbook_add_weights (self->file);

  return sum != 100 ? g_strdup_printf (_("The weights add up to %d; it must be 100."), sum)
                    : g_strdup (error->message);
}

/* What is wrong with what stands here now, and whether it can be kept. */
static void
update_state (LevHandbookPage *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  gboolean changed = g_strcmp0 (text, self->shown) != 0;
  gboolean right = lev_handbook_check (text, &error);
  g_autofree char *message = NULL;

  if (!right)
    message = describe_error (self, error);
  else if (changed)
    message = g_strdup (_("There are changes. Keep them as a new version; the next round begins "
                          "with it."));
  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), changed || !right);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.keep", changed && right);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.forget", changed);
  gtk_widget_set_visible (self->keep_row, changed);
  gtk_widget_set_visible (self->forget_row, changed);
}

static void
set_place (GtkWidget  *widget,
           const char *group,
           const char *key)
{
  g_object_set_data_full (G_OBJECT (widget), "lev-group", g_strdup (group), g_free);
  g_object_set_data_full (G_OBJECT (widget), "lev-key", g_strdup (key), g_free);
}

static void
text_changed_cb (LevHandbookPage *self,
                 GtkEditable     *row)
{
  g_key_file_set_string (self->file, g_object_get_data (G_OBJECT (row), "lev-group"),
                         g_object_get_data (G_OBJECT (row), "lev-key"),
                         gtk_editable_get_text (row));
  update_state (self);
}

static void
number_changed_cb (LevHandbookPage *self,
                   GtkSpinButton   *button)
{
  g_key_file_set_integer (self->file, g_object_get_data (G_OBJECT (button), "lev-group"),
                          g_object_get_data (G_OBJECT (button), "lev-key"),
                          gtk_spin_button_get_value_as_int (button));
  update_state (self);
}

static GtkWidget *
new_entry (LevHandbookPage *self,
           const char      *group,
           const char      *key,
           const char      *title)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = g_key_file_get_string (self->file, group, key, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  set_place (row, group, key);
  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
new_number (LevHandbookPage *self,
            const char      *group,
            const char      *key,
            const char      *label)
{
  GtkWidget *button = gtk_spin_button_new_with_range (1, 100, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button),
                             g_key_file_get_integer (self->file, group, key, NULL));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  set_place (button, group, key);
  g_signal_connect_object (button, "value-changed", G_CALLBACK (number_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static AdwPreferencesGroup *
add_group (LevHandbookPage *self,
           const char      *title,
           const char      *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
rule_chosen_cb (LevHandbookPage *self,
                GParamSpec      *pspec,
                AdwComboRow     *row)
{
  g_key_file_set_string (self->file, "handbook", "selection-rule",
                         adw_combo_row_get_selected (row) == 0 ? "count" : "threshold");
  update_state (self);
}

static void
add_rule (LevHandbookPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Selection in step 2"),
                                          _("Which suppliers come above the line."));
  const char *rules[] = { _("The highest so many"), _("From a score"), NULL };
  g_autofree char *rule = g_key_file_get_string (self->file, "handbook", "selection-rule", NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (rules);
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *value = adw_action_row_new ();
  GtkWidget *number = new_number (self, "handbook", "selection-value", _("Number or score"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Rule"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_strcmp0 (rule, "threshold") == 0 ? 1 : 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (rule_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (value), _("Number or score"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (value), number);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (value), number);
  adw_preferences_group_add (group, value);
  adw_preferences_group_add (group, new_entry (self, "handbook", "selection-reference",
                                               _("Where it stands in the handbook")));
}

/* Rows with a title and, for @number, a number behind it. */
static void
add_items (LevHandbookPage     *self,
           AdwPreferencesGroup *box,
           const char          *prefix,
           const char          *number,
           const char          *number_label)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const char *code = groups[i] + strlen (prefix);
      GtkWidget *row;

      if (!g_str_has_prefix (groups[i], prefix))
        continue;
      row = new_entry (self, groups[i], "title", code);
      if (number != NULL)
        {
          g_autofree char *label = g_strdup_printf ("%s %s", number_label, code);

          adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                                    new_number (self, groups[i], number, label));
        }
      adw_preferences_group_add (box, row);
    }
}

static void
add_criterion (LevHandbookPage     *self,
               AdwPreferencesGroup *box,
               const char          *group)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *name = g_key_file_get_string (self->file, group, "title", NULL);
  g_autofree char *title = g_strdup_printf ("%s  %s", group + strlen ("criterion "), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_entry (self, group, "title", _("Title")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            new_entry (self, group, "question", _("Core question")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            new_entry (self, group, "evidence", _("Evidence")));
  adw_preferences_group_add (box, row);
}

/* A theme with its key question's criteria. */
static void
add_theme (LevHandbookPage *self,
           const char      *theme)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);
  g_autofree char *theme_group = g_strconcat ("theme ", theme, NULL);
  g_autofree char *name = g_key_file_get_string (self->file, theme_group, "title", NULL);
  g_autofree char *title = g_strdup_printf (_("Criteria: %s"), name);
  AdwPreferencesGroup *box = add_group (self, title, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *of = g_key_file_get_string (self->file, groups[i], "theme", NULL);

      if (g_str_has_prefix (groups[i], "criterion ") && g_strcmp0 (of, theme) == 0)
        add_criterion (self, box, groups[i]);
    }
}

/* "Kans", "Beheersing", "Impact: Continuïteit" */
static char *
dup_scale_title (LevHandbookPage *self,
                 const char      *scale)
{
  g_autofree char *group = NULL;
  g_autofree char *theme = NULL;

  if (g_str_equal (scale, "control"))
    return g_strdup (_("Control"));
  if (g_str_equal (scale, "likelihood"))
    return g_strdup (_("Likelihood"));
  if (!g_str_has_prefix (scale, "impact-"))
    return g_strdup (scale);

  group = g_strconcat ("theme ", scale + strlen ("impact-"), NULL);
  theme = g_key_file_get_string (self->file, group, "title", NULL);

  return g_strdup_printf (_("Impact: %s"), theme != NULL ? theme : scale);
}

static void
add_scales (LevHandbookPage *self)
{
  AdwPreferencesGroup *box = add_group (self, _("Scales"),
                                        _("The words behind the scores 1 to 5."));
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      GtkWidget *row;
      g_autofree char *title = NULL;

      if (!g_str_has_prefix (groups[i], "scale "))
        continue;
      title = dup_scale_title (self, groups[i] + strlen ("scale "));
      row = adw_expander_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      for (int score = 1; score <= 5; score++)
        {
          char key[2] = { (char) ('0' + score), '\0' };

          adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_entry (self, groups[i], key, key));
        }
      adw_preferences_group_add (box, row);
    }
}

static void
add_content (LevHandbookPage *self)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  add_rule (self);
  add_items (self,
             add_group (self, _("Factors of the criticality"),
                        _("The weights must add up to 100.")),
             "factor ", "weight", _("Weight of"));
  add_items (self, add_group (self, _("Key questions"), NULL), "question ", NULL, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "theme "))
      add_theme (self, groups[i] + strlen ("theme "));
  add_scales (self);
  add_items (self,
             add_group (self, _("Classes of risks"),
                        _("From which likelihood × impact each class begins.")),
             "class ", "from", _("Lower bound of"));
}

static void
show_text (LevHandbookPage *self,
           const char      *text)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);

  g_clear_pointer (&self->file, g_key_file_unref);
  self->file = g_key_file_new ();
  g_key_file_load_from_data (self->file, text, (gsize) -1, G_KEY_FILE_KEEP_COMMENTS, NULL);
  g_free (self->shown);
  self->shown = dup_text (self);
  add_content (self);
  update_state (self);
}

/* Shows the newest version, unless something was changed here. */
static void
update (LevHandbookPage *self)
{
  LevHandbook *handbook = get_handbook ();
  g_autofree char *version = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), handbook != NULL);
  if (handbook == NULL || (self->file != NULL && has_changes (self)))
    return;

  version = g_strdup_printf (_("%s, version %d"), handbook->title, handbook->version);
  if (g_strcmp0 (version, adw_action_row_get_subtitle (self->version_row)) == 0)
    return;

  adw_action_row_set_subtitle (self->version_row, version);
  show_text (self, handbook->content != NULL ? handbook->content : "");
}

gboolean
lev_handbook_page_keep (LevHandbookPage *self,
                        const char      *text)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  LevHandbook *handbook;

  lev_application_begin (application, _("New version of the handbook"));
  handbook = lev_handbook_add_version (lev_application_get_records (application), text, &error);
  if (handbook == NULL)
    {
      lev_application_refuse (application, error);
      return FALSE;
    }

  /* From here on this is what is shown, and nothing is changed in it. */
  message = g_strdup_printf (_("Version %d of the handbook is kept"), handbook->version);
  g_free (self->shown);
  self->shown = dup_text (self);
  if (!lev_application_commit (application))
    return FALSE;

  lev_application_toast (application, message, _("_Undo"), "app.undo");

  return TRUE;
}

static void
keep_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *text = dup_text (LEV_HANDBOOK_PAGE (widget));

  lev_handbook_page_keep (LEV_HANDBOOK_PAGE (widget), text);
}

static void
forget_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LevHandbook *handbook = get_handbook ();

  if (handbook != NULL)
    show_text (LEV_HANDBOOK_PAGE (widget), handbook->content);
}

static void
show_file_error (LevHandbookPage *self,
                 const GError    *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    lev_job_dialog_show_error (GTK_WIDGET (self), _("The handbook file does not work"), error,
                               NULL);
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LevHandbookPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *text = NULL;

  if (file == NULL || !g_file_load_contents (file, NULL, &text, NULL, NULL, &error) ||
      !lev_handbook_check (text, &error))
    show_file_error (self, error);
  else
    lev_handbook_page_keep (self, text);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Import a handbook"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, import_chosen_cb,
                        g_object_ref (widget));
}

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LevHandbookPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *text = dup_text (self);

  if (file == NULL ||
      !g_file_set_contents_full (g_file_peek_path (file), text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &error))
    show_file_error (self, error);
  else
    lev_application_toast (lev_application_get_default (), _("The handbook is written"), NULL,
                           NULL);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Export the handbook"));
  gtk_file_dialog_set_initial_name (dialog, "Levman Handboek.ini");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, export_chosen_cb,
                        g_object_ref (widget));
}

static void
lev_handbook_page_finalize (GObject *object)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->file, g_key_file_unref);
  g_free (self->shown);

  G_OBJECT_CLASS (lev_handbook_page_parent_class)->finalize (object);
}

static void
lev_handbook_page_class_init (LevHandbookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_handbook_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/handbook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, version_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, keep_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, forget_row);
  gtk_widget_class_install_action (widget_class, "handbook.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "handbook.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "handbook.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "handbook.export", NULL, export_action);
}

static void
lev_handbook_page_init (LevHandbookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->groups = g_ptr_array_new ();
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
