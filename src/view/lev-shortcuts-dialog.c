#include "lev-shortcuts-dialog.h"

#include "lev-application.h"
#include "lev-shortcuts.h"

#include <glib/gi18n.h>

struct _LevShortcutsDialog
{
  AdwDialog parent;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (LevShortcutsDialog, lev_shortcuts_dialog, ADW_TYPE_DIALOG)

static AdwPreferencesGroup *
add_group (LevShortcutsDialog *self,
           const char         *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (AdwPreferencesGroup *group,
         const LevShortcut   *shortcut)
{
  GtkApplication *application = GTK_APPLICATION (lev_application_get_default ());
  g_autofree char *keys = lev_shortcuts_dup_label (application, shortcut);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "keys");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
lev_shortcuts_dialog_class_init (LevShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevShortcutsDialog, page);
}

static void
lev_shortcuts_dialog_init (LevShortcutsDialog *self)
{
  guint n_shortcuts;
  const LevShortcut *shortcuts = lev_shortcuts_get (&n_shortcuts);
  AdwPreferencesGroup *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        group = add_group (self, _(shortcuts[i].group));
      add_row (group, &shortcuts[i]);
    }
}

AdwDialog *
lev_shortcuts_dialog_new (void)
{
  return g_object_new (LEV_TYPE_SHORTCUTS_DIALOG, NULL);
}
