/* Every page of the window, at both widths, light and dark: it comes up without a warning, leaves
 * a picture in LEVMAN_PICTURES, and goes away again as a whole. The database is the example, its
 * path the first argument. */

#include "lev-record-list.h"
#include "lev-review.h"
#include "lev-step.h"
#include "view-fixture.h"

/* The round that the example leaves running. */
static LevReview *
get_review (guint position)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  return lev_record_list_peek (lev_register_list (records, LEV_TYPE_REVIEW), position);
}

static void
show_places (GtkWidget  *window,
             const char *size)
{
  gtk_widget_activate_action (window, "win.place", "s", "today");
  view_fixture_iterate (250);
  view_fixture_picture (window, size, "today");
}

static void
show_round (GtkWidget  *window,
            const char *size,
            LevReview  *review)
{
  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (review)->id);
  view_fixture_iterate (250);
  view_fixture_picture (window, size, "overzicht");

  gtk_widget_activate_action (window, "win.work", NULL);
  view_fixture_iterate (250);
  view_fixture_picture (window, size, "mijn-werk");

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      g_autofree char *name = g_strdup_printf ("stap-%02u", number);

      gtk_widget_activate_action (window, "win.step", "u", number);
      view_fixture_iterate (250);
      view_fixture_picture (window, size, name);
    }
}

static void
show_pages (GtkWidget  *window,
            const char *size)
{
  show_places (window, size);
  show_round (window, size, get_review (2));
}

static void
add_tests (const char *database)
{
  view_fixture_add ("view", show_pages);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
