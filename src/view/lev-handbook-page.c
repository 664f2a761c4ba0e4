#include "lev-handbook-page.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-handbook-content.h"
#include "lev-handbook-draft.h"
#include "lev-handbook-file.h"
#include "lev-handbook-rows.h"
#include "lev-handbook-version.h"
#include "lev-process.h"
#include "lev-toast.h"

#include <glib/gi18n.h>

#define CRITERION "criterion "
#define FACTOR    "factor "

struct _LevHandbookPage
{
  AdwPreferencesPage parent;

  AdwActionRow     *version_row;
  AdwBanner        *banner;
  GtkWidget        *undo_row;
  GtkWidget        *forget_row;
  GPtrArray        *groups;   /* AdwPreferencesGroup, made of the content */
  GHashTable       *expanded; /* the groups of the file whose rows are open */
  LevHandbookDraft *draft;    /* NULL before anything is shown */
  char             *focus;    /* the group of the file whose row gets the focus */
  GtkWidget        *focus_row;
  GtkWidget        *focus_title; /* of a new item, which is to be typed first */
  guint             rebuild_id;
};

G_DEFINE_FINAL_TYPE (LevHandbookPage, lev_handbook_page, ADW_TYPE_PREFERENCES_PAGE)

static LevHandbook *
get_handbook (void)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  return records != NULL ? lev_process_get_handbook (records) : NULL;
}

/* Newly allocated: what is wrong with what stands here; in a file it is said with its key. */
static char *
describe_error (LevHandbookPage *self,
                const GError    *error)
{
  GKeyFile *file = lev_handbook_draft_get_file (self->draft);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  int sum = lev_handbook_add_weights (file);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *title = g_key_file_get_string (file, groups[i], "title", NULL);
      const char *code = strchr (groups[i], ' ');

      if (title != NULL && *title == '\0' && code != NULL)
        return g_strdup_printf (_("%s has no title yet."), code + 1);
    }

  return sum != 100 ? g_strdup_printf (_("The weights add up to %d; it must be 100."), sum)
                    : g_strdup (error->message);
}

/* What is wrong with what stands here now, and whether it can be kept. */
static void
update_state (LevHandbookPage *self)
{
  g_autofree char *text = lev_handbook_draft_dup_text (self->draft);
  g_autoptr (GError) error = NULL;
  gboolean changed = lev_handbook_draft_has_changes (self->draft);
  gboolean right = lev_handbook_check (text, &error);
  g_autofree char *message = right ? g_strdup (_("The next round begins with these changes."))
                                   : describe_error (self, error);

  adw_banner_set_title (self->banner, message);
  adw_banner_set_button_label (self->banner, right ? _("_Keep as a new version") : NULL);
  adw_banner_set_revealed (self->banner, changed || !right);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.keep", changed && right);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.forget", changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.undo",
                                 lev_handbook_draft_can_undo (self->draft));
  gtk_widget_set_visible (self->undo_row, lev_handbook_draft_can_undo (self->draft));
  gtk_widget_set_visible (self->forget_row, changed);
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
  lev_handbook_draft_set_string (self->draft, "handbook", "selection-rule",
                                 adw_combo_row_get_selected (row) == 0 ? "count" : "threshold");
}

static void
add_rule (LevHandbookPage *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Selection in step 2"),
                                          _("Which suppliers come above the line."));
  const char *rules[] = { _("The highest so many"), _("From a score"), NULL };
  GKeyFile *file = lev_handbook_draft_get_file (self->draft);
  g_autofree char *rule = g_key_file_get_string (file, "handbook", "selection-rule", NULL);
  g_autoptr (GtkStringList) model = gtk_string_list_new (rules);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Rule"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), g_strcmp0 (rule, "threshold") == 0 ? 1 : 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (rule_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  adw_preferences_group_add (group, lev_handbook_number_row_new (self->draft, "handbook",
                                                                 "selection-value", 100,
                                                                 _("Number or score")));
  adw_preferences_group_add (group,
                             lev_handbook_entry_new (self->draft, "handbook", "selection-reference",
                                                     _("Where it stands in the handbook")));
}

static void
give_focus (LevHandbookPage *self,
            GtkWidget       *row,
            const char      *group)
{
  if (g_strcmp0 (self->focus, group) == 0)
    {
      self->focus_row = row;
      g_clear_pointer (&self->focus, g_free);
    }
}

/* Rows with a title and, for @number, a number behind it. */
static void
add_items (LevHandbookPage     *self,
           AdwPreferencesGroup *box,
           const char          *prefix,
           const char          *number,
           const char          *number_label)
{
  g_auto (GStrv) groups = lev_handbook_draft_list (self->draft, prefix, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = number != NULL ? g_strdup_printf (_("class %u"), i + 1)
                                             : g_strdup (groups[i] + strlen (prefix));
      GtkWidget *row = lev_handbook_entry_new (self->draft, groups[i], "title", name);

      if (number != NULL)
        {
          g_autofree char *label = g_strdup_printf ("%s %s", number_label, name);

          adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                                    lev_handbook_number_new (self->draft, groups[i], number, 100,
                                                             label));
        }
      adw_preferences_group_add (box, row);
      give_focus (self, row, groups[i]);
    }
}

static void
expanded_cb (LevHandbookPage *self,
             GParamSpec      *pspec,
             AdwExpanderRow  *row)
{
  const char *group = lev_handbook_row_get_group (GTK_WIDGET (row));

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->expanded, g_strdup (group));
  else
    g_hash_table_remove (self->expanded, group);
}

static AdwExpanderRow *
add_folded (LevHandbookPage     *self,
            AdwPreferencesGroup *box,
            GStrv                groups,
            guint                position)
{
  const char *group = groups[position];
  GtkWidget *title;
  GtkWidget *row = lev_handbook_folded_new (self->draft, group, position, g_strv_length (groups),
                                            &title);
  gboolean is_new = *gtk_editable_get_text (GTK_EDITABLE (title)) == '\0';

  if (is_new && g_strcmp0 (self->focus, group) == 0)
    self->focus_title = title;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->expanded, group));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (box, row);
  give_focus (self, row, group);

  return ADW_EXPANDER_ROW (row);
}

/* The weights stand beside each other, where they can be compared. */
static void
add_factors (LevHandbookPage *self)
{
  g_auto (GStrv) groups = lev_handbook_draft_list (self->draft, FACTOR, NULL);
  AdwPreferencesGroup *box = add_group (self, _("Factors of the criticality"),
                                        _("The weights must add up to 100."));

  for (guint i = 0; groups[i] != NULL; i++)
    {
      AdwExpanderRow *row = add_folded (self, box, groups, i);

      lev_handbook_folded_add_weight (GTK_WIDGET (row), self->draft);
    }
  adw_preferences_group_add (box, lev_handbook_adder_new (_("Add a factor"), FACTOR, ""));
}

/* A theme with its key question's criteria. */
static void
add_theme (LevHandbookPage *self,
           const char      *theme)
{
  g_auto (GStrv) groups = lev_handbook_draft_list (self->draft, CRITERION, theme);
  g_autofree char *theme_group = g_strconcat ("theme ", theme, NULL);
  g_autofree char *name = g_key_file_get_string (lev_handbook_draft_get_file (self->draft),
                                                 theme_group, "title", NULL);
  g_autofree char *title = g_strdup_printf (_("Criteria: %s"), name);
  AdwPreferencesGroup *box = add_group (self, title, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      AdwExpanderRow *row = add_folded (self, box, groups, i);

      adw_expander_row_add_row (row, lev_handbook_entry_new (self->draft, groups[i], "question",
                                                             _("Core question")));
      adw_expander_row_add_row (row, lev_handbook_entry_new (self->draft, groups[i], "evidence",
                                                             _("Evidence")));
    }
  adw_preferences_group_add (box, lev_handbook_adder_new (_("Add a criterion"), CRITERION, theme));
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
  theme = g_key_file_get_string (lev_handbook_draft_get_file (self->draft), group, "title", NULL);

  return g_strdup_printf (_("Impact: %s"), theme != NULL ? theme : scale);
}

static void
add_scales (LevHandbookPage *self)
{
  AdwPreferencesGroup *box = add_group (self, _("Scales"),
                                        _("The words behind the scores 1 to 5."));
  g_auto (GStrv) groups = lev_handbook_draft_list (self->draft, "scale ", NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      GtkWidget *row;
      g_autofree char *title = NULL;

      title = dup_scale_title (self, groups[i] + strlen ("scale "));
      row = adw_expander_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      for (int score = 1; score <= 5; score++)
        {
          char key[2] = { (char) ('0' + score), '\0' };

          adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                    lev_handbook_entry_new (self->draft, groups[i], key, key));
        }
      adw_preferences_group_add (box, row);
    }
}

static void
add_classes (LevHandbookPage *self)
{
  AdwPreferencesGroup *box = add_group (self, _("Classes of risks"),
                                        _("From which likelihood × impact each class begins."));

  add_items (self, box, "class ", "from", _("Lower bound of"));
  adw_preferences_group_add (box,
                             lev_handbook_number_row_new (self->draft, "rule",
                                                          "impact-never-below-high", 5,
                                                          _("From this impact at least high")));
  adw_preferences_group_add (box,
                             lev_handbook_number_row_new (self->draft, "rule", "worst-named-from",
                                                          5, _("Criteria named from this score")));
}

static void
add_content (LevHandbookPage *self)
{
  g_auto (GStrv) themes = lev_handbook_draft_list (self->draft, "theme ", NULL);

  add_rule (self);
  add_factors (self);
  add_items (self, add_group (self, _("Key questions"), NULL), "question ", NULL, NULL);
  for (guint i = 0; themes[i] != NULL; i++)
    add_theme (self, themes[i] + strlen ("theme "));
  add_scales (self);
  add_classes (self);
}

/* Makes the rows again after items were added, moved or removed, or values taken back. */
static void
rebuild (LevHandbookPage *self)
{
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  self->focus_row = self->focus_title = NULL;
  add_content (self);
  if (self->focus_row != NULL)
    lev_anchor_focus (self->focus_row);
  if (self->focus_title != NULL)
    gtk_widget_grab_focus (self->focus_title);
}

static gboolean
rebuild_cb (gpointer user_data)
{
  LevHandbookPage *self = user_data;

  self->rebuild_id = 0;
  rebuild (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: the menu that asked for it stands in one of the rows. */
static void
queue_rebuild (LevHandbookPage *self,
               const char      *focus)
{
  g_set_str (&self->focus, focus);
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add_full (G_PRIORITY_DEFAULT, rebuild_cb, self, NULL);
}

static void
show_text (LevHandbookPage *self,
           const char      *text)
{
  g_set_object (&self->draft, NULL);
  self->draft = lev_handbook_draft_new (text);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);
  update_state (self);
}

/* Shows the newest version, unless something was changed here. */
static void
update (LevHandbookPage *self)
{
  LevHandbook *handbook = get_handbook ();
  g_autofree char *version = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), handbook != NULL);
  if (handbook == NULL || (self->draft != NULL && lev_handbook_draft_has_changes (self->draft)))
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
  lev_handbook_draft_set_kept (self->draft);
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
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  g_autofree char *text = lev_handbook_draft_dup_text (self->draft);

  lev_handbook_page_keep (self, text);
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
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  g_autofree char *group = lev_handbook_draft_undo (self->draft);

  if (group != NULL)
    queue_rebuild (self, group);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  const char *kind, *theme;
  g_autofree char *group = NULL;

  g_variant_get (parameter, "(&s&s)", &kind, &theme);
  group = lev_handbook_draft_add (self->draft, records, kind, *theme != '\0' ? theme : NULL);
  if (group == NULL)
    return;

  g_hash_table_add (self->expanded, g_strdup (group));
  queue_rebuild (self, group);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  const char *group = g_variant_get_string (parameter, NULL);
  int places = g_str_equal (action_name, "handbook.move-up") ? -1 : 1;

  if (lev_handbook_draft_move (self->draft, group, places))
    queue_rebuild (self, group);
}

static void
undo_clicked_cb (LevHandbookPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "handbook.undo", NULL);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  const char *group = g_variant_get_string (parameter, NULL);
  g_autofree char *neighbour = lev_handbook_draft_dup_neighbour (self->draft, group);
  g_autofree char *message = NULL;
  AdwToast *toast;

  if (!lev_handbook_draft_remove (self->draft, group))
    return;

  queue_rebuild (self, neighbour);
  /* Translators: %s is the code of a criterion or a factor */
  message = g_strdup_printf (_("%s removed"), strchr (group, ' ') + 1);
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  lev_toast_name_button (dialog);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  lev_handbook_import (LEV_HANDBOOK_PAGE (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autofree char *text = lev_handbook_draft_dup_text (LEV_HANDBOOK_PAGE (widget)->draft);

  lev_handbook_export (widget, text);
}

static void
lev_handbook_page_finalize (GObject *object)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->expanded, g_hash_table_unref);
  g_clear_object (&self->draft);
  g_free (self->focus);

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
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, banner);
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, undo_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, forget_row);
  gtk_widget_class_install_action (widget_class, "handbook.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "handbook.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "handbook.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "handbook.add", "(ss)", add_action);
  gtk_widget_class_install_action (widget_class, "handbook.move-up", "s", move_action);
  gtk_widget_class_install_action (widget_class, "handbook.move-down", "s", move_action);
  gtk_widget_class_install_action (widget_class, "handbook.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "handbook.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "handbook.export", NULL, export_action);
}

static void
lev_handbook_page_init (LevHandbookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->groups = g_ptr_array_new ();
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
