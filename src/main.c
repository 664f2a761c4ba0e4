#include "lev-command.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>

/* Everything that leaves the program is Dutch, whatever the locale. GNU gettext translates
 * nothing in the locale “C”, so messages then come from its UTF-8 twin, which is always there. */
static void
init_locale (void)
{
  const char *folder = g_getenv ("LEVMAN_LOCALEDIR");

  g_setenv ("LANGUAGE", "nl", TRUE);
  setlocale (LC_ALL, "");
  if (g_strcmp0 (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0 ||
      g_strcmp0 (setlocale (LC_MESSAGES, NULL), "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *help = NULL;

  init_locale ();

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

  g_printerr ("%s", help);

  return 2;
}
