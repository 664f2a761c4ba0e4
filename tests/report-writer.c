/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the MT report of a fixture, for a test that reads it with other programs:
 * report-writer empty|normal|hostile|single|bare|all FILE */

#include <locale.h>

#include <glib/gi18n.h>

#include "lev-report.h"
#include "report-fixture.h"

int
main (int   argc,
      char *argv[])
{
  static const char *const fixtures[] = {
    [REPORT_FIXTURE_EMPTY] = "empty",     [REPORT_FIXTURE_NORMAL] = "normal",
    [REPORT_FIXTURE_HOSTILE] = "hostile", [REPORT_FIXTURE_SINGLE] = "single",
    [REPORT_FIXTURE_BARE] = "bare",
  };
  ReportFixture fixture = REPORT_FIXTURE_NORMAL;
  LevReportOptions options = {
    0,
  };
  g_autoptr (LevRegister) records = NULL;
  g_autoptr (GError) error = NULL;
  LevReview *review;

  if (argc != 3)
    return 2;

  /* Dutch texts in the caller's locale for all the rest. */
  setlocale (LC_ALL, "");
  setlocale (LC_MESSAGES, "nl_NL.UTF-8");
  g_setenv ("LANGUAGE", "nl", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  options.all_suppliers = g_str_equal (argv[1], "all");
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    if (g_str_equal (argv[1], fixtures[i]))
      fixture = i;
  records = report_fixture_new (fixture, 24, &review);

  if (lev_report_write (review, &options, argv[2], NULL, &error))
    return 0;

  g_printerr ("%s\n", error->message);
  return 1;
}
