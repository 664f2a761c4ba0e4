#include "lev-application-actions.h"

#include "lev-about.h"
#include "lev-database-actions.h"
#include "lev-dialog.h"
#include "lev-editing.h"
#include "lev-preferences-dialog.h"
#include "lev-shortcuts-dialog.h"
#include "lev-window.h"

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  lev_dialog_present (lev_about_new (), lev_application_ensure_window (user_data));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  lev_dialog_present (lev_preferences_dialog_new (), lev_application_ensure_window (user_data));
}

static void
handbook_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  lev_dialog_present (lev_preferences_dialog_new_for_handbook (),
                      lev_application_ensure_window (user_data));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  lev_dialog_present (lev_shortcuts_dialog_new (), lev_application_ensure_window (user_data));
}

/* The window goes as it does by its button: it keeps what it remembers and what is typed in it. It
 * can stay, when not everything is saved. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  lev_editing_flush_all ();
  if (window == NULL)
    {
      g_application_quit (user_data);
      return;
    }

  /* Not gtk_window_close(): while there is a dialog that closes only the dialog. */
  if (!lev_database_actions_confirm_close (user_data, window))
    return;
  lev_window_remember_size (LEV_WINDOW (window));
  gtk_window_destroy (window);
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "preferences", preferences_action },
  { "handbook", handbook_action },
  { "shortcuts", shortcuts_action },
  { "quit", quit_action },
};

void
lev_application_actions_add (LevApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
}
