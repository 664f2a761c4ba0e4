#include "lev-problem-page.h"

#include "lev-database-work.h"
#include "lev-opening.h"
#include "lev-rescue.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How many lost edits are shown; of the others it says how many there are. */
#define MAX_LOST (50)

struct _LevProblemPage
{
  LevContentPage parent;

  AdwStatusPage       *status_page;
  AdwPreferencesGroup *backup_group;
  AdwActionRow        *backup_row;
  AdwExpanderRow      *lost_row;
  GtkBox              *buttons;
  char                *path;
  char                *backup; /* whole; NULL when there is none */
};

G_DEFINE_FINAL_TYPE (LevProblemPage, lev_problem_page, LEV_TYPE_CONTENT_PAGE)

/* What can be done about each situation, the best first; what is always possible follows. */
static const struct
{
  LevStoreError code;
  const char   *title;
  const char   *actions[4];
} problems[] = {
  { LEV_STORE_ERROR_DAMAGED, N_("The database is damaged"), { "problem.restore" } },
  { LEV_STORE_ERROR_IN_USE, N_("The database is open elsewhere"), { "problem.try-again" } },
  { LEV_STORE_ERROR_FOREIGN, N_("This is not a database of Levman Review"), { NULL } },
  { LEV_STORE_ERROR_NOT_FOUND,
    N_("The database is not there"),
    { "problem.try-again", "problem.restore", "app.create-database" } },
  { LEV_STORE_ERROR_LOCATION,
    N_("The database is in a synced or network folder"),
    { "problem.take-over", "problem.try-again" } },
  { LEV_STORE_ERROR_READ_ONLY,
    N_("The database cannot be written"),
    { "problem.try-again", "problem.read", "problem.take-over" } },
  { LEV_STORE_ERROR_FULL, N_("The disk is full"), { "problem.try-again", "problem.read" } },
  { LEV_STORE_ERROR_FAILED,
    N_("The database cannot be opened"),
    { "problem.try-again", "problem.restore" } },
};

static const struct
{
  const char *action;
  const char *label;
} labels[] = {
  { "problem.restore", N_("_Put the backup back") },
  { "problem.try-again", N_("_Try again") },
  { "problem.read", N_("Open for _reading") },
  { "problem.take-over", N_("_Copy to this computer and open") },
  { "app.create-database", N_("_Begin with an empty database") },
  { "app.restore-backup", N_("Choose a _backup…") },
  { "app.open-database", N_("_Open another database…") },
};

static void
add_button (LevProblemPage *self,
            const char     *action)
{
  GtkWidget *button;

  if (g_str_equal (action, "problem.restore") && self->backup == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].action, action))
      {
        button = gtk_button_new_with_mnemonic (_(labels[i].label));
        gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
        gtk_widget_add_css_class (button, "pill");
        if (gtk_widget_get_first_child (GTK_WIDGET (self->buttons)) == NULL)
          gtk_widget_add_css_class (button, "suggested-action");
        gtk_box_append (self->buttons, button);
      }
}

static void
add_buttons (LevProblemPage *self,
             guint           problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (problems[problem].actions); i++)
    if (problems[problem].actions[i] != NULL)
      add_button (self, problems[problem].actions[i]);

  if (problems[problem].code == LEV_STORE_ERROR_DAMAGED)
    add_button (self, "app.restore-backup");
  add_button (self, "app.open-database");
}

static void
add_lost (LevProblemPage    *self,
          const LevLostEdit *edit)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = edit->moment != 0 ? lev_moment_format (edit->moment) : g_strdup ("");
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", edit->author, moment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), edit->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (self->lost_row, row);
}

/* When the file was written last tells how old the backup is. */
static char *
describe_last_change (LevProblemPage *self)
{
  g_autofree char *moment = NULL;
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    return g_strdup (_("What was changed after the backup is missing."));

  moment = lev_moment_format (info.st_mtime);

  return g_strdup_printf (
    _("The file was changed last on %s; what was changed between is missing."), moment);
}

static void
show_lost (LevProblemPage *self)
{
  gboolean is_complete;
  g_autoptr (GPtrArray) lost = lev_rescue_list_lost (self->path, self->backup, &is_complete);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (lost->len == 0 && is_complete)
    title = g_strdup (_("Nothing is missing in it"));
  else if (lost->len == 0)
    title = g_strdup (_("What is missing in it cannot be read"));
  else
    title = g_strdup_printf (ngettext ("%u change is missing in it", "%u changes are missing in it",
                                       lost->len),
                             lost->len);

  if (!is_complete)
    subtitle = describe_last_change (self);
  else if (lost->len > MAX_LOST)
    subtitle = g_strdup_printf (_("The last %u of %u are shown."), MAX_LOST, lost->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lost_row), title);
  adw_expander_row_set_subtitle (self->lost_row, subtitle != NULL ? subtitle : "");
  adw_expander_row_set_enable_expansion (self->lost_row, lost->len > 0);
  for (guint i = lost->len > MAX_LOST ? lost->len - MAX_LOST : 0; i < lost->len; i++)
    add_lost (self, g_ptr_array_index (lost, i));
}

static void
show_backup (LevProblemPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *moment = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->backup_group), self->backup != NULL);
  if (self->backup == NULL)
    return;

  name = g_path_get_basename (self->backup);
  moment = lev_moment_format (lev_backup_parse_name (name));
  adw_action_row_set_subtitle (self->backup_row, moment);
  show_lost (self);
}

/* What the store says ends with what to type; here there are buttons for it. */
static char *
describe (LevProblemPage *self,
          const GError   *error,
          LevStoreError   code)
{
  if (code != LEV_STORE_ERROR_DAMAGED)
    return g_strdup (error->message);

  if (self->backup == NULL)
    return g_strdup_printf (_("‘%s’ no longer holds what was written. The file is left as it is. "
                              "There is no verified backup beside it; perhaps you have one "
                              "elsewhere."),
                            self->path);

  return g_strdup_printf (
    _("‘%s’ no longer holds what was written. The file is left as it is; when "
      "you put the backup back it is set aside, never overwritten."),
    self->path);
}

static void
show_problem (LevProblemPage *self,
              const GError   *error)
{
  LevStoreError code = error->domain == LEV_STORE_ERROR ? (LevStoreError) error->code
                                                        : LEV_STORE_ERROR_FAILED;
  guint problem = G_N_ELEMENTS (problems) - 1;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (problems[i].code == code)
      problem = i;

  for (guint i = 0; i < G_N_ELEMENTS (problems[problem].actions); i++)
    if (g_strcmp0 (problems[problem].actions[i], "problem.restore") == 0)
      self->backup = lev_backup_find_newest (self->path);

  text = describe (self, error, code);
  escaped = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->status_page, _(problems[problem].title));
  adw_status_page_set_description (self->status_page, escaped);
  show_backup (self);
  add_buttons (self, problem);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LevProblemPage *self = LEV_PROBLEM_PAGE (widget);
  g_autofree char *path = g_strdup (self->path);
  g_autofree char *backup = g_strdup (self->backup);

  lev_database_work_restore (lev_application_get_default (), backup, path);
}

static void
go_to (GtkWidget   *widget,
       LevStoreMode mode)
{
  g_autofree char *path = g_strdup (LEV_PROBLEM_PAGE (widget)->path);

  lev_opening_go_to (lev_application_get_default (), path, mode, NULL);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  go_to (widget, LEV_STORE_WRITE);
}

static void
read_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  go_to (widget, LEV_STORE_READ);
}

static void
take_over_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autofree char *path = g_strdup (LEV_PROBLEM_PAGE (widget)->path);

  lev_database_work_take_over (lev_application_get_default (), path);
}

static void
lev_problem_page_finalize (GObject *object)
{
  LevProblemPage *self = LEV_PROBLEM_PAGE (object);

  g_free (self->path);
  g_free (self->backup);

  G_OBJECT_CLASS (lev_problem_page_parent_class)->finalize (object);
}

static void
lev_problem_page_class_init (LevProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_problem_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProblemPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, LevProblemPage, backup_group);
  gtk_widget_class_bind_template_child (widget_class, LevProblemPage, backup_row);
  gtk_widget_class_bind_template_child (widget_class, LevProblemPage, lost_row);
  gtk_widget_class_bind_template_child (widget_class, LevProblemPage, buttons);
  gtk_widget_class_install_action (widget_class, "problem.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "problem.try-again", NULL, try_again_action);
  gtk_widget_class_install_action (widget_class, "problem.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "problem.take-over", NULL, take_over_action);
}

static void
lev_problem_page_init (LevProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LevProblemPage *
lev_problem_page_new (const char   *path,
                      const GError *error)
{
  LevProblemPage *self = g_object_new (LEV_TYPE_PROBLEM_PAGE, NULL);

  self->path = g_strdup (path);
  show_problem (self, error);

  return self;
}
