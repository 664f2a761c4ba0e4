#include "lev-application-options.h"

#include "lev-reminder.h"

#include <glib/gi18n.h>

static const GOptionEntry entries[] = {
  { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("The database to open"), N_("FILE") },
  { "remind", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Remind of what is due, without a window"), NULL },
  { NULL },
};

static int
open_database (GApplication *application,
               const char   *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("levman-review: %s\n", error->message);
      return 1;
    }
  g_application_open (application, &file, 1, "");

  return g_application_get_is_remote (application) ? 0 : -1;
}

/* An application that runs already reminds by itself: its name cannot be had a second time. */
static int
remind (GApplication *application)
{
  lev_reminder_only (LEV_APPLICATION (application));

  return g_application_register (application, NULL, NULL) ? -1 : 0;
}

void
lev_application_options_add (LevApplication *application)
{
  g_application_add_main_option_entries (G_APPLICATION (application), entries);
}

int
lev_application_options_handle (GApplication *application,
                                GVariantDict *options)
{
  g_autofree char *path = NULL;

  if (g_variant_dict_contains (options, "remind"))
    return remind (application);
  if (g_variant_dict_lookup (options, "database", "^ay", &path))
    return open_database (application, path);

  return -1;
}
