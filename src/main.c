#include "lev-application.h"
#include "lev-command.h"
#include "lev-workbook-child.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

/* gettext translates nothing in the locales “C” and “C.UTF-8”, whatever LANGUAGE says. Messages
 * then come from a locale of the program's own; the machine may have no other. */
static void
init_messages_locale (const char *folder)
{
  const char *name = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (name, "C") && !g_str_equal (name, "POSIX") && !g_str_has_prefix (name, "C."))
    return;

  g_setenv ("LOCPATH", folder, TRUE);
  if (setlocale (LC_MESSAGES, "nl@levman") == NULL)
    setlocale (LC_MESSAGES, "C.UTF-8");
  g_unsetenv ("LOCPATH");
}

/* The user may have chosen that the window follows the language of the system. A program that is
 * not installed may not find its settings; commands do without them. */
static gboolean
follows_system (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    return FALSE;

  settings = g_settings_new (APPLICATION_ID);

  return g_settings_get_boolean (settings, "system-language");
}

/* Everything that leaves the program is Dutch, whatever the locale. */
static void
init_locale (gboolean is_window)
{
  const char *folder = g_getenv ("LEVMAN_LOCALEDIR");

  if (folder == NULL)
    folder = LOCALEDIR;

  if (!is_window || !follows_system ())
    g_setenv ("LANGUAGE", "nl", TRUE);
  setlocale (LC_ALL, "");
  if (g_strcmp0 (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (g_strcmp0 (g_getenv ("LANGUAGE"), "nl") == 0)
    init_messages_locale (folder);

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* An archived dossier is shown in the window, unless there is none or its text is asked for. */
static gboolean
opens_archive (int    argc,
               char **argv)
{
  return argc == 3 && g_str_equal (argv[1], "open-archive") && *argv[2] != '-' &&
         g_file_test (argv[2], G_FILE_TEST_EXISTS) && gtk_init_check ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LevApplication) application = NULL;
  g_autofree char *help = NULL;

  if (argc == 3 && g_str_equal (argv[1], LEV_WORKBOOK_CHILD_ARGUMENT))
    return lev_workbook_child_main (argv[2]);

  init_locale (argc < 2 || !lev_command_exists (argv[1]));
  gtk_disable_setlocale ();

  if (opens_archive (argc, argv))
    {
      argv[1] = argv[2];
      argc = 2;
    }
  if (argc > 1 && lev_command_exists (argv[1]))
    return lev_command_main (argv + 1);

  help = lev_command_describe_all ();
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      g_print ("%s", help);
      return 0;
    }
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("Levman Review %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (argc > 1 && *argv[1] != '-' && !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_autofree char *word = g_utf8_make_valid (argv[1], -1);

      g_printerr (_("levman-review: ‘%s’ is not a command; see ‘levman-review --help’\n"), word);
      return 2;
    }
  if (!gtk_init_check ())
    {
      g_printerr ("%s", help);
      return 2;
    }

  application = lev_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
