/* What is around the pages of a round: the overview with its matrix, the list of what is still to
 * be done, the bar with the steps before and after, the way back and the panes. Pictures of the
 * overview at other widths and with large text go to LEVMAN_PICTURES. The database is the example,
 * its path the first argument. */

#include "view-fixture.h"

#include "lev-anchor.h"
#include "lev-guard.h"
#include "lev-matrix.h"
#include "lev-overview-page.h"
#include "lev-record-list.h"
#include "lev-step-matrix.h"
#include "lev-step-page.h"
#include "lev-window.h"

#define PATIENCE (3 * G_USEC_PER_SEC)

static LevApplication *application;
static GtkWidget *window;

static LevReview *
get_review (void)
{
  return lev_record_list_peek (lev_register_list (lev_application_get_records (application),
                                                  LEV_TYPE_REVIEW),
                               2);
}

static void
open_window (int width)
{
  window = GTK_WIDGET (lev_window_new (application));
  gtk_window_set_default_size (GTK_WINDOW (window), width, 810);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (get_review ())->id);
  view_fixture_iterate (400);
}

static void
close_window (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  view_fixture_iterate (100);
}

/* The first mapped widget of @type below @widget. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_focus (void)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* The step that is shown; 0 for the overview. */
static guint
get_step (void)
{
  GtkWidget *page = find (window, LEV_TYPE_STEP_PAGE);

  return page != NULL ? lev_step_page_get_number (LEV_STEP_PAGE (page)) : 0;
}

static void
assert_cell (const char *name)
{
  g_assert_nonnull (get_focus ());
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_focus ()), ==, name);
}

/* One stop for the Tab key; arrows move and stay inside, and a cell leads to its supplier. */
static void
test_matrix (void)
{
  GtkWidget *matrix;

  open_window (1210);
  matrix = find (window, LEV_TYPE_STEP_MATRIX);
  g_assert_nonnull (matrix);

  gtk_widget_child_focus (matrix, GTK_DIR_TAB_FORWARD);
  assert_cell ("Waterland Datacenters, stap 1, gereed");
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  assert_cell ("Waterland Datacenters, stap 1, gereed");
  for (guint i = 1; i < 8; i++)
    gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  assert_cell ("Waterland Datacenters, stap 8, 3 van 3, te laat, aan u");
  for (guint i = 0; i < 3; i++)
    gtk_widget_child_focus (window, GTK_DIR_DOWN);
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  assert_cell ("Meerkoet Financieel, stap 7, 1 van 2, te laat, teruggekeerd");
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  g_assert_false (gtk_widget_is_ancestor (get_focus (), matrix));
  gtk_widget_child_focus (matrix, GTK_DIR_TAB_BACKWARD);
  assert_cell ("Meerkoet Financieel, stap 7, 1 van 2, te laat, teruggekeerd");

  gtk_widget_activate (get_focus ());
  view_fixture_iterate (400);
  g_assert_cmpuint (get_step (), ==, 7);
  close_window ();
}

/* Whether the focus is at the place of the first thing that step @number asks. */
static gboolean
is_at_first (guint number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (get_review (), number);
  g_autoptr (LevMissing) first = g_list_model_get_item (G_LIST_MODEL (missing), 0);
  const char *field;

  for (GtkWidget *widget = get_focus (); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (lev_anchor_get (widget, &field) == lev_missing_get_subject (first) &&
        g_strcmp0 (field, lev_missing_get_field (first)) == 0)
      return TRUE;

  return FALSE;
}

/* The list opens with a key, and its first row leads to the field. */
static void
check_missing (int width)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  open_window (width);
  gtk_widget_activate_action (window, "win.step", "u", 7);
  view_fixture_iterate (400);
  gtk_widget_activate_action (window, "win.missing", NULL);
  view_fixture_iterate (400);
  while (!GTK_IS_LIST_BOX_ROW (get_focus ()) ||
         gtk_actionable_get_action_name (GTK_ACTIONABLE (get_focus ())) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
    }
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (get_focus ())), ==, "win.go");
  g_assert_true (gtk_widget_get_mapped (get_focus ()));
  view_fixture_iterate (300);
  view_fixture_picture (window, width < 400 ? "360" : "1200", "nog-te-doen");

  gtk_widget_activate (get_focus ());
  while (!is_at_first (7) && g_get_monotonic_time () < until + PATIENCE)
    view_fixture_iterate (20);
  g_assert_true (is_at_first (7));
  close_window ();
}

static void
test_missing (void)
{
  check_missing (1210);
  check_missing (370);
}

/* Back goes the way one came; without a way it leaves the round. */
static void
test_back (void)
{
  open_window (1210);
  gtk_widget_activate_action (window, "win.step", "u", 7);
  gtk_widget_activate_action (window, "win.next-step", NULL);
  view_fixture_iterate (200);
  g_assert_cmpuint (get_step (), ==, 8);
  gtk_widget_activate_action (window, "win.back", NULL);
  view_fixture_iterate (200);
  g_assert_cmpuint (get_step (), ==, 7);
  gtk_widget_activate_action (window, "win.back", NULL);
  view_fixture_iterate (200);
  g_assert_nonnull (find (window, LEV_TYPE_OVERVIEW_PAGE));
  gtk_widget_activate_action (window, "win.back", NULL);
  view_fixture_iterate (600);
  g_assert_null (find (window, LEV_TYPE_OVERVIEW_PAGE));
  close_window ();
}

/* F6 goes around: the list of the sidebar, the list and the detail of a step, and the sidebar
 * again; the buttons above them it passes by. */
static void
test_panes (void)
{
  GtkWidget *first;
  guint n_panes = 0;

  open_window (1210);
  gtk_widget_activate_action (window, "win.step", "u", 8);
  view_fixture_iterate (400);
  gtk_widget_activate_action (window, "win.next-pane", NULL);
  first = get_focus ();
  do
    {
      GtkWidget *before = get_focus ();

      gtk_widget_activate_action (window, "win.next-pane", NULL);
      g_assert_true (get_focus () != before);
      g_assert_null (gtk_widget_get_ancestor (get_focus (), ADW_TYPE_HEADER_BAR));
      g_assert_cmpuint (++n_panes, <, 10);
    }
  while (get_focus () != first);
  g_assert_cmpuint (n_panes, ==, 3);
  close_window ();
}

/* Presses Tab or Shift+Tab until the focus is back where it was; each time it must move. */
static guint
go_around (GtkDirectionType direction)
{
  GtkWidget *first = get_focus ();
  guint n_stops = 0;

  do
    {
      GtkWidget *before = get_focus ();

      g_signal_emit_by_name (window, "move-focus", direction);
      view_fixture_iterate (1);
      if (get_focus () == before)
        g_error ("the focus does not leave a %s", G_OBJECT_TYPE_NAME (before));
      g_assert_cmpuint (++n_stops, <, 1000);
    }
  while (get_focus () != first);

  return n_stops;
}

/* Nothing holds the focus, neither forward nor backward. */
static void
test_tab (void)
{
  open_window (1210);
  for (guint step = 1; step <= 14; step++)
    {
      gtk_widget_activate_action (window, "win.step", "u", step);
      view_fixture_iterate (300);
      gtk_widget_activate_action (window, "win.next-pane", NULL);
      g_test_message ("step %u: %u stops forward, %u backward", step,
                      go_around (GTK_DIR_TAB_FORWARD), go_around (GTK_DIR_TAB_BACKWARD));
    }
  close_window ();
}

/* What a step involves comes with a key, also where it stands in the header already, and the list
 * of all steps from the menu. */
static void
test_help (void)
{
  open_window (1210);
  gtk_widget_activate_action (window, "win.step", "u", 2);
  view_fixture_iterate (200);
  gtk_widget_activate_action (window, "win.explain", NULL);
  view_fixture_iterate (400);
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  close_window ();

  open_window (1210);
  gtk_widget_activate_action (window, "win.help", "s", "contents");
  view_fixture_iterate (600);
  g_assert_nonnull (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  close_window ();
}

/* The overview between a phone and a beamer. */
static void
test_widths (void)
{
  static const struct
  {
    const char *name;
    int width;
    double scale;
  } rows[] = { { "900", 910, 1 },
               { "1920", 1930, 1 },
               { "groot-1200", 1210, 1.5 },
               { "groot-360", 370, 1.5 } };
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                    (int) ((dpi > 0 ? dpi : 96 * 1024) * rows[i].scale), NULL);
      open_window (rows[i].width);
      view_fixture_picture (window, rows[i].name, "overzicht");
      gtk_widget_activate_action (window, "win.step", "u", 7);
      view_fixture_iterate (400);
      view_fixture_picture (window, rows[i].name, "stap-07");
      /* Whatever does not fit warns. */
      for (guint number = 1; number <= LEV_N_STEPS; number++)
        {
          gtk_widget_activate_action (window, "win.step", "u", number);
          view_fixture_iterate (200);
        }
      close_window ();
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  g_test_add_func ("/frame/matrix", test_matrix);
  g_test_add_func ("/frame/missing", test_missing);
  g_test_add_func ("/frame/back", test_back);
  g_test_add_func ("/frame/panes", test_panes);
  g_test_add_func ("/frame/tab", test_tab);
  g_test_add_func ("/frame/help", test_help);
  g_test_add_func ("/frame/widths", test_widths);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
