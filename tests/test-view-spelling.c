/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long texts say which words are not Dutch, where the machine has a dictionary; where it has none
 * they are texts like any other. */

#include "lev-text-view.h"
#include "view-driver.h"
#include "view-fixture.h"

#define RIGHT "leverancier"
#define WRONG "leverancjer"

static gboolean
is_marked (GtkTextView *view,
           const char  *word)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, until;
  GSList *tags;
  gboolean marked;

  gtk_text_buffer_get_start_iter (buffer, &at);
  g_assert_true (gtk_text_iter_forward_search (&at, word, 0, &at, &until, NULL));
  tags = gtk_text_iter_get_tags (&at);
  marked = tags != NULL;
  g_slist_free (tags);

  return marked;
}

static gboolean
is_checked (gpointer view)
{
  return is_marked (view, WRONG);
}

static void
test_spelling (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = lev_text_view_new ();

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "Elke " RIGHT " is een " WRONG " van iets.", -1);

  if (gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (view)) != NULL)
    {
      view_driver_wait_for (is_checked, view);
      g_assert_false (is_marked (GTK_TEXT_VIEW (view), RIGHT));
    }
  else
    {
      view_fixture_settle ();
      g_assert_false (is_checked (view));
      g_test_skip ("no dictionary, or no libspelling: nothing is marked");
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (const char *database)
{
  g_test_add_func ("/spelling", test_spelling);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
