/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What waits on “Today”, and where it leads. The argument is the example. */

#include "lev-mail-dialog.h"
#include "lev-outgoing.h"
#include "lev-task-row.h"
#include "lev-work.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static LevReview *
get_review (const char *title)
{
  return view_driver_record (application, LEV_TYPE_REVIEW, "title", title);
}

static LevWindow *
open_place (const char *place)
{
  LevWindow *window = view_driver_open (application, 1210, 1010);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", place);
  view_fixture_iterate (300);

  return window;
}

static gpointer
get_dialog (LevWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  g_assert_nonnull (dialog);

  return dialog;
}

/* Mails that are still to be sent are a line, which leads to them, until they are sent. */
static void
test_mails (void)
{
  LevReview *review = get_review ("Review 2026-2");
  g_autoptr (GPtrArray) mails = lev_outgoing_list (review, LEV_MESSAGE_KIND_STATUS);
  g_autofree char *title = NULL;
  LevWindow *window = open_place ("today");
  guint n_own = 0;
  GtkWidget *row;

  for (guint i = 0; i < mails->len; i++)
    n_own += lev_outgoing_get_manager (g_ptr_array_index (mails, i)) ==
             lev_application_get_user (application);
  g_assert_cmpuint (n_own, >, 1);
  title = g_strdup_printf ("Status updates mailen aan %u personen", n_own);
  row = view_driver_find (window, LEV_TYPE_TASK_ROW, title);
  g_assert_true (view_driver_sees (row, "Review 2026-2 · stap 8"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "today-mails");
  g_assert_true (gtk_widget_activate (row));
  view_fixture_iterate (400);
  g_assert_true (LEV_IS_MAIL_DIALOG (get_dialog (window)));
  for (guint i = 0; i < mails->len; i++)
    g_assert_true (
      view_driver_sees (get_dialog (window),
                        ((LevOutgoing *) g_ptr_array_index (mails, i))->recipient->name));
  adw_dialog_force_close (get_dialog (window));

  lev_application_begin (application, "Mail");
  for (guint i = 0; i < mails->len; i++)
    g_assert_nonnull (
      lev_outgoing_note_sent (g_ptr_array_index (mails, i), NULL, "Mail", "Text", NULL));
  g_assert_true (lev_application_commit (application));
  view_fixture_iterate (400);
  g_assert_false (view_driver_sees (window, "Status updates mailen"));

  view_driver_close (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  application = view_fixture_new (argv[1]);
  g_test_add_func ("/view/work/mails", test_mails);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
