/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-due-text.h"
#include "lev-greeting.h"

#include <libintl.h>
#include <locale.h>

/* Monday 23 November 2026. */
#define TODAY (lev_date_new (2026, 11, 23))

static const struct
{
  int         days; /* from today */
  const char *text;
} dues[] = {
  { -40, "40 dagen te laat" }, { -1, "1 dag te laat" }, { 0, "vandaag" },
  { 1, "morgen" },             { 2, "woensdag" },       { 6, "zondag" },
  { 7, "30 november" },        { 45, "7 januari 2027" },
};

static void
test_due (void)
{
  g_autofree char *none = lev_due_describe (0, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *text = lev_due_describe (TODAY + (LevDate) dues[i].days, TODAY);

      g_assert_cmpstr (text, ==, dues[i].text);
    }
  g_assert_cmpstr (none, ==, "");
}

static const struct
{
  const char *name; /* NULL: it is not known who is met */
  guint       hour;
  guint       n_tasks;
  guint       n_late;
  const char *text;
} greetings[] = {
  { "Marijke de Wit", 9, 6, 2, "Goedemorgen Marijke. Zes zaken wachten op u, waarvan twee te laat." },
  { "Bas Hoekstra", 13, 1, 1, "Goedemiddag Bas. Eén zaak wacht op u, en die is te laat." },
  { "Bas", 18, 1, 0, "Goedenavond Bas. Eén zaak wacht op u." },
  { "Samira el Amrani", 3, 0, 0, "Goedenacht Samira. Er wacht niets op u." },
  { "Samira el Amrani", 6, 13, 1, "Goedemorgen Samira. 13 zaken wachten op u, waarvan één te laat." },
  { "Bas", 12, 12, 0, "Goedemiddag Bas. Twaalf zaken wachten op u." },
  { NULL, 10, 12, 4, "Goedemorgen. Twaalf zaken wachten, waarvan vier te laat." },
  { NULL, 10, 0, 0, "Goedemorgen. Er wacht niets." },
};

static void
test_greeting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (greetings); i++)
    {
      g_autoptr (LevPerson)
        person = greetings[i].name != NULL
                   ? g_object_new (LEV_TYPE_PERSON, "name", greetings[i].name, NULL)
                   : NULL;
      g_autofree char *text = lev_greeting_describe (person, greetings[i].hour,
                                                     greetings[i].n_tasks, greetings[i].n_late);

      g_assert_cmpstr (text, ==, greetings[i].text);
    }
}

static const struct
{
  const char *text;
  const char *lower;
} titles[] = {
  { "Exitplan actualiseren", "exitplan actualiseren" },
  { "SLA aanscherpen", "SLA aanscherpen" },
  { "MT-besluit", "MT-besluit" },
  { "Één verbinding", "één verbinding" },
  { "IJking herhalen", "IJking herhalen" },
  { "A", "A" },
  { "", "" },
};

static void
test_lower (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *lower = lev_text_lower_first (titles[i].text);

      g_assert_cmpstr (lower, ==, titles[i].lower);
    }
}

static void
test_day (void)
{
  g_autofree char *day = lev_date_format_weekday (TODAY);
  g_autofree char *waiting = lev_waiting_describe (TODAY - 11, TODAY);
  g_autofree char *new = lev_waiting_describe (TODAY, TODAY);

  g_assert_cmpstr (day, ==, "maandag 23 november");
  g_assert_cmpstr (waiting, ==, "11 dagen");
  g_assert_cmpstr (new, ==, "");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  lev_clock_set (lev_moment_parse ("2026-11-23T09:00:00Z"));

  g_test_add_func ("/wording/due", test_due);
  g_test_add_func ("/wording/greeting", test_greeting);
  g_test_add_func ("/wording/lower", test_lower);
  g_test_add_func ("/wording/day", test_day);

  return g_test_run ();
}
