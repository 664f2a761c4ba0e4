#include "lev-handbook-page.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-handbook-content.h"
#include "lev-handbook-draft.h"
#include "lev-handbook-file.h"
#include "lev-handbook-groups.h"
#include "lev-handbook-keeping.h"
#include "lev-handbook-rows.h"
#include "lev-handbook-version.h"
#include "lev-process.h"
#include "lev-toast.h"

#include <glib/gi18n.h>

#define CRITERION "criterion "
#define FACTOR    "factor "
#define THEME     "theme "

struct _LevHandbookPage
{
  AdwPreferencesPage parent;

  AdwActionRow     *version_row;
  AdwBanner        *banner;
  GPtrArray        *groups;   /* AdwPreferencesGroup, made of the content */
  GHashTable       *expanded; /* the groups of the file whose rows are open */
  LevHandbookDraft *draft;    /* NULL before anything is shown */
  char             *focus;    /* the group of the file whose row gets the focus */
  guint             rebuild_id;
  AdwToast         *toast; /* weak: what was done last, with undo */
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

/* Its undo would be that of another step. */
static void
dismiss_toast (LevHandbookPage *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
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

  dismiss_toast (self);
  adw_banner_set_title (self->banner, message);
  adw_banner_set_button_label (self->banner, right ? _("_Keep as a new version") : NULL);
  adw_banner_set_revealed (self->banner, changed || !right);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.keep", changed && right);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.forget", changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.undo",
                                 lev_handbook_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "handbook.redo",
                                 lev_handbook_draft_can_redo (self->draft));
}

static void
add_group (LevHandbookPage *self,
           GtkWidget       *group)
{
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/* The weights stand beside each other, where they can be compared. */
static void
add_factors (LevHandbookPage *self)
{
  g_auto (GStrv) factors = lev_handbook_draft_list (self->draft, FACTOR, NULL);
  GtkWidget *group = lev_handbook_group_new (_("Factors of the criticality"),
                                             _("The weights must add up to 100."));

  for (guint i = 0; factors[i] != NULL; i++)
    {
      GtkWidget *row = lev_handbook_folded_new (self->draft, factors[i], i, g_strv_length (factors),
                                                self->expanded);

      lev_handbook_folded_add_weight (row, self->draft);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             lev_handbook_adder_new (_("Add a factor"), FACTOR, ""));
  add_group (self, group);
}

/* The criteria of a theme. */
static void
add_theme (LevHandbookPage *self,
           const char      *theme)
{
  g_auto (GStrv) criteria = lev_handbook_draft_list (self->draft, CRITERION, theme);
  g_autofree char *theme_group = g_strconcat ("theme ", theme, NULL);
  g_autofree char *name = g_key_file_get_string (lev_handbook_draft_get_file (self->draft),
                                                 theme_group, "title", NULL);
  g_autofree char *title = g_strdup_printf (_("Criteria: %s"), name);
  GtkWidget *group = lev_handbook_group_new (title, NULL);

  for (guint i = 0; criteria[i] != NULL; i++)
    {
      GtkWidget *row = lev_handbook_folded_new (self->draft, criteria[i], i,
                                                g_strv_length (criteria), self->expanded);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                lev_handbook_text_new (self->draft, criteria[i], "question",
                                                       _("Core question"), NULL));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                lev_handbook_text_new (self->draft, criteria[i], "evidence",
                                                       _("Evidence"), NULL));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             lev_handbook_adder_new (_("Add a criterion"), CRITERION, theme));
  add_group (self, group);
}

static void
add_content (LevHandbookPage *self)
{
  g_auto (GStrv) themes = lev_handbook_draft_list (self->draft, THEME, NULL);

  add_group (self, lev_handbook_rule_group_new (self->draft));
  add_factors (self);
  add_group (self, lev_handbook_questions_group_new (self->draft));
  for (guint i = 0; themes[i] != NULL; i++)
    add_theme (self, themes[i] + strlen (THEME));
  add_group (self, lev_handbook_scales_group_new (self->draft, self->expanded));
  add_group (self, lev_handbook_classes_group_new (self->draft));
}

/* The first of the rows for @group, see lev_handbook_row_find(). */
static GtkWidget *
find_row (LevHandbookPage *self,
          const char      *group,
          const char      *key)
{
  GtkWidget *found = NULL;

  for (guint i = 0; i < self->groups->len && found == NULL; i++)
    found = lev_handbook_row_find (g_ptr_array_index (self->groups, i), group, key);

  return found;
}

/* The focus goes to what was changed; of a new item to its title, which is to be typed first. */
static void
give_focus (LevHandbookPage *self,
            const char      *group)
{
  GtkWidget *row = find_row (self, group, NULL);
  GtkWidget *title = find_row (self, group, "title");

  if (row != NULL)
    lev_anchor_focus (row);
  if (ADW_IS_EXPANDER_ROW (row) && title != NULL &&
      *gtk_editable_get_text (GTK_EDITABLE (title)) == '\0')
    gtk_widget_grab_focus (title);
}

/* Makes the rows again after items were added, moved or removed, or values taken back. Those of
 * before go last: with them the focus would go, and come back nowhere. */
static void
rebuild (LevHandbookPage *self)
{
  g_autofree char *focus = g_steal_pointer (&self->focus);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->groups);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  self->groups = g_ptr_array_new ();
  add_content (self);
  if (focus != NULL)
    give_focus (self, focus);
  for (guint i = 0; i < before->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (before, i));
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
show_draft (LevHandbookPage  *self,
            LevHandbookDraft *draft)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, update_state, self);
  g_set_object (&self->draft, draft);
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
  g_autoptr (LevHandbookDraft) draft = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), handbook != NULL);
  if (handbook == NULL || (self->draft != NULL && lev_handbook_draft_has_changes (self->draft)))
    return;

  version = g_strdup_printf (_("%s, version %d"), handbook->title, handbook->version);
  if (g_strcmp0 (version, adw_action_row_get_subtitle (self->version_row)) == 0)
    return;

  adw_action_row_set_subtitle (self->version_row, version);
  draft = lev_handbook_keeping_get (lev_application_get_store (lev_application_get_default ()),
                                    handbook);
  show_draft (self, draft);
}

static void
undo_clicked_cb (LevHandbookPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "handbook.undo", NULL);
}

gboolean
lev_handbook_page_has_changes (LevHandbookPage *self)
{
  g_return_val_if_fail (LEV_IS_HANDBOOK_PAGE (self), FALSE);

  return self->draft != NULL && lev_handbook_draft_has_changes (self->draft);
}

void
lev_handbook_page_add_toast (LevHandbookPage *self,
                             const char      *message,
                             const char      *action)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast = adw_toast_new (message);

  g_return_if_fail (dialog != NULL);

  dismiss_toast (self);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_use_markup (toast, FALSE);
  if (action != NULL)
    adw_toast_set_button_label (toast, _("_Undo"));
  if (g_strcmp0 (action, "handbook.undo") == 0)
    g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self,
                             G_CONNECT_SWAPPED);
  else
    adw_toast_set_action_name (toast, action);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  lev_toast_name_button (dialog);
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

  message = g_strdup_printf (_("Version %d is kept"), handbook->version);
  if (!lev_application_commit (application))
    return FALSE;

  /* From here on this is what is shown, and nothing is changed in it. */
  lev_handbook_draft_set_kept (self->draft);
  update (self);
  lev_handbook_page_add_toast (self, message, "app.undo");

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
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);

  /* The button has nothing more to do: the focus must not go with it. */
  lev_handbook_draft_forget (self->draft);
  queue_rebuild (self, "handbook");
  lev_handbook_page_add_toast (self, _("Forgotten"), "handbook.undo");
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
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  g_autofree char *group = lev_handbook_draft_redo (self->draft);

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
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (widget);
  const char *group = g_variant_get_string (parameter, NULL);
  g_autofree char *neighbour = lev_handbook_draft_dup_neighbour (self->draft, group);
  g_autofree char *message = NULL;

  if (!lev_handbook_draft_remove (self->draft, group))
    return;

  queue_rebuild (self, neighbour);
  /* Translators: %s is the code of a criterion or a factor */
  message = g_strdup_printf (_("%s removed"), strchr (group, ' ') + 1);
  lev_handbook_page_add_toast (self, message, "handbook.undo");
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

  lev_handbook_export (LEV_HANDBOOK_PAGE (widget), text);
}

static void
lev_handbook_page_finalize (GObject *object)
{
  LevHandbookPage *self = LEV_HANDBOOK_PAGE (object);

  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->expanded, g_hash_table_unref);
  g_clear_object (&self->draft);
  g_free (self->focus);

  G_OBJECT_CLASS (lev_handbook_page_parent_class)->finalize (object);
}

static void
lev_handbook_page_unmap (GtkWidget *widget)
{
  lev_handbook_keeping_flush ();

  GTK_WIDGET_CLASS (lev_handbook_page_parent_class)->unmap (widget);
}

/* The steps of this page only: those of the window below are out of sight. */
static gboolean
undo_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  gtk_widget_activate_action (widget, "handbook.undo", NULL);

  return TRUE;
}

static gboolean
redo_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  gtk_widget_activate_action (widget, "handbook.redo", NULL);

  return TRUE;
}

/* Before a field gets them, since what is typed there is one step too. */
static void
add_undo_keys (GtkWidget *page)
{
  static const struct
  {
    const char *key;
    GtkShortcutFunc func;
  } shortcuts[] = {
    { "<Control>z", undo_pressed_cb },
    { "<Control><Shift>z", redo_pressed_cb },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].key),
                        gtk_callback_action_new (shortcuts[i].func, NULL, NULL)));
  gtk_widget_add_controller (page, keys);
}

static void
lev_handbook_page_class_init (LevHandbookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_handbook_page_finalize;
  widget_class->unmap = lev_handbook_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/handbook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, version_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandbookPage, banner);
  gtk_widget_class_install_action (widget_class, "handbook.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "handbook.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "handbook.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "handbook.redo", NULL, redo_action);
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

  add_undo_keys (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
