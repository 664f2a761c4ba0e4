#include "lev-about.h"

#include <glib/gi18n.h>
#include <sqlite3.h>

/* What someone who reports a problem is asked for. */
static char *
describe_program (void)
{
  return g_strdup_printf ("Levman Review %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n"
                          "SQLite %s\n",
                          PACKAGE_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version, sqlite3_libversion ());
}

AdwDialog *
lev_about_new (void)
{
  g_autofree char *program = describe_program ();
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (
    dialog, "application-name", "Levman Review", "application-icon", APPLICATION_ID,
    "developer-name", _("The Levman Review project"), "version", PACKAGE_VERSION, "comments",
    _("Guides contract managers through the periodic review of supplier risks: from the "
      "year calendar, by way of the risk profiles and the decisions of the MT, to the "
      "archive. Everything stays on this computer."),
    "license-type", GTK_LICENSE_GPL_3_0, "debug-info", program, "debug-info-filename",
    "levman-review.txt", NULL);

  return dialog;
}
