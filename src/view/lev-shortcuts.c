#include "lev-shortcuts.h"

#include <glib/gi18n.h>

#define GENERAL N_("General")
#define ROUND   N_("In a round")
#define MEETING N_("Decisions and status updates")

static const LevShortcut shortcuts[] = {
  { GENERAL, N_("Search everything"), "win.search", { "<Control>f" } },
  { GENERAL, N_("Undo"), "app.undo", { "<Control>z" } },
  { GENERAL, N_("Redo"), "app.redo", { "<Control><Shift>z" } },
  { GENERAL, N_("Menu"), NULL, { "F10" } },
  { GENERAL, N_("Next pane"), "win.next-pane", { "F6" } },
  { GENERAL, N_("Previous pane"), "win.previous-pane", { "<Shift>F6" } },
  { GENERAL, N_("Preferences"), "app.preferences", { "<Control>comma" } },
  { GENERAL, N_("Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { GENERAL, N_("Open another database"), "app.open-database", { "<Control>o" } },
  { GENERAL, N_("Close the window"), "window.close", { "<Control>w" } },
  { GENERAL, N_("Quit"), "app.quit", { "<Control>q" } },
  { ROUND, N_("Overview of the round"), "win.overview", { "<Control>0" } },
  { ROUND, N_("Next step"), "win.next-step", { "<Alt>Page_Down" } },
  { ROUND, N_("Previous step"), "win.previous-step", { "<Alt>Page_Up" } },
  { ROUND, N_("Back"), "win.back", { "<Alt>Left" } },
  { ROUND, N_("What is still to be done in this step"), "win.missing", { "<Control>j" } },
  { ROUND, N_("Explanation of the step"), "win.explain", { "F1" } },
  { MEETING, N_("Record a status update"), NULL, { "<Control>Return" } },
};

const LevShortcut *
lev_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

void
lev_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *const *) shortcuts[i].accelerators);
}

char *
lev_shortcuts_dup_label (GtkApplication    *application,
                         const LevShortcut *shortcut)
{
  g_auto (GStrv) accelerators = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (shortcut->action != NULL)
    accelerators = gtk_application_get_accels_for_action (application, shortcut->action);
  else
    accelerators = g_strdupv ((char **) shortcut->accelerators);

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (accelerators[i], &key, &modifiers))
        continue;
      label = gtk_accelerator_get_label (key, modifiers);
      if (text->len > 0)
        /* Translators: between two keys that do the same */
        g_string_append (text, _(" or "));
      g_string_append (text, label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
