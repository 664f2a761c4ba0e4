#include "lev-conflict-dialog.h"

#include "lev-application.h"
#include "lev-conflict.h"
#include "lev-job-dialog.h"

#include <glib/gi18n.h>

#define LEV_TYPE_CONFLICT_DIALOG (lev_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevConflictDialog, lev_conflict_dialog, LEV, CONFLICT_DIALOG, AdwDialog)

struct _LevConflictDialog
{
  AdwDialog parent;

  AdwToastOverlay    *overlay;
  GtkStack           *stack;
  AdwPreferencesPage *page;

  GPtrArray *groups;    /* what is shown on the page, borrowed */
  GPtrArray *conflicts; /* LevConflict; the buttons have their version from it */
};

G_DEFINE_FINAL_TYPE (LevConflictDialog, lev_conflict_dialog, ADW_TYPE_DIALOG)

static void
choose_clicked_cb (LevConflictDialog *self,
                   GtkButton         *button)
{
  LevApplication *application = lev_application_get_default ();
  const LevHistoryEntry *version = g_object_get_data (G_OBJECT (button), "version");
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  lev_application_begin (application, _("Choose a value"));
  if (!lev_conflict_settle (lev_application_get_store (application), version, &error))
    {
      lev_application_refuse (application, error);
      return;
    }
  if (!lev_application_commit (application))
    return;

  toast = adw_toast_new (_("The value is chosen"));
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static GtkWidget *
create_row (LevConflictDialog     *self,
            const LevHistoryEntry *version,
            gboolean               is_shown)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Keep this"));
  g_autofree char *moment = lev_moment_format (version->moment);
  g_autofree char *text = NULL;
  gboolean is_empty = lev_text_is_blank (version->to);

  if (is_shown)
    /* Translators: who gave a value, and when; it is the one that the pages show meanwhile */
    text = g_strdup_printf (_("%s, %s (shown now)"), version->author, moment);
  else
    text = g_strdup_printf (_("%s, %s"), version->author, moment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_empty ? _("Empty") : version->to);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_empty ? _("Empty") : version->to, -1);
  g_object_set_data (G_OBJECT (button), "version", (gpointer) version);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_conflict (LevConflictDialog *self,
              LevConflict       *conflict)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (conflict->title, -1);
  g_autofree char *field = g_markup_escape_text (conflict->field_label, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), field);
  for (guint i = 0; i < conflict->versions->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_row (self, g_ptr_array_index (conflict->versions, i),
                                           i == 0));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

static void
update (LevConflictDialog *self)
{
  LevStore *store = lev_application_get_store (lev_application_get_default ());
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->conflicts);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);

  self->conflicts = store != NULL ? lev_conflict_list (store, &error) : NULL;
  if (error != NULL)
    lev_job_dialog_show_error (GTK_WIDGET (self), _("The values could not be read"), error, NULL);
  for (guint i = 0; self->conflicts != NULL && i < self->conflicts->len; i++)
    add_conflict (self, g_ptr_array_index (self->conflicts, i));
  gtk_stack_set_visible_child_name (self->stack, self->groups->len > 0 ? "list" : "nothing");
}

static void
lev_conflict_dialog_finalize (GObject *object)
{
  LevConflictDialog *self = LEV_CONFLICT_DIALOG (object);

  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_conflict_dialog_parent_class)->finalize (object);
}

static void
lev_conflict_dialog_class_init (LevConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_conflict_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevConflictDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, LevConflictDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LevConflictDialog, page);
}

static void
lev_conflict_dialog_init (LevConflictDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

AdwDialog *
lev_conflict_dialog_new (void)
{
  return g_object_new (LEV_TYPE_CONFLICT_DIALOG, NULL);
}
