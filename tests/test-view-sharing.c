/* Sharing in the window: a team folder, a colleague, a folder that is gone, and the same field
 * changed by two. */

#include "lev-field-text.h"
#include "lev-records.h"
#include "lev-share.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <glib/gstdio.h>

#define CHOSEN(width) ((width) == 360 ? "Zeearend Cloud B.V." : "Zeearend Hosting B.V.")

static LevApplication *application;
static char *folder;
static char *team;

/* A colleague with a database of their own. */
static LevStore *colleague;

static LevSharing *
get_sharing (void)
{
  return lev_application_get_sharing (application);
}

static gboolean
is_done (gpointer data)
{
  LevSharingState state = lev_sharing_get_state (get_sharing ());

  return state == LEV_SHARING_DONE || state == LEV_SHARING_FAILED;
}

static void
exchange (void)
{
  lev_sharing_exchange (get_sharing ());
  view_driver_wait_for (is_done, NULL);
}

static void
exchange_colleague (void)
{
  g_autoptr (LevShare) share = lev_share_new (team);
  g_autoptr (GError) error = NULL;

  lev_share_run (share, colleague, &error);
  g_assert_no_error (error);
}

static LevSupplier *
get_supplier (LevRegister *records)
{
  return lev_record_list_peek (lev_register_list (records, LEV_TYPE_SUPPLIER), 0);
}

static void
rename_supplier (const char *own,
                 const char *other)
{
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, "Naam wijzigen");
  g_object_set (get_supplier (lev_application_get_records (application)), "name", own, NULL);
  g_assert_true (lev_application_commit (application));

  lev_store_begin (colleague, "Naam wijzigen");
  g_object_set (get_supplier (lev_store_get_records (colleague)), "name", other, NULL);
  lev_store_commit (colleague, &error);
  g_assert_no_error (error);
}

static gboolean
has_no_conflict (gpointer data)
{
  return lev_sharing_get_n_conflicts (get_sharing ()) == 0;
}

static void
take_picture (LevWindow  *window,
              int         width,
              const char *name)
{
  g_autofree char *size = g_strdup_printf ("%d", width);

  view_fixture_settle ();
  view_fixture_picture (GTK_WIDGET (window), size, name);
}

/* Sharing begins in the preferences, and what a colleague did is seen at once. */
static void
test_begin (void)
{
  LevWindow *window = view_driver_open (application, 1200, 800);
  g_autofree char *path = g_build_filename (folder, "collega.levman", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  adw_preferences_dialog_set_visible_page_name (view_driver_get_dialog (window), "database");
  view_fixture_settle ();
  g_assert_true (view_driver_sees (view_driver_get_dialog (window), "alleen u ziet"));
  take_picture (window, 1200, "delen-niet");

  lev_sharing_set_folder (get_sharing (), team, &error);
  g_assert_no_error (error);
  view_driver_wait_for (is_done, NULL);
  g_assert_cmpint (lev_sharing_get_state (get_sharing ()), ==, LEV_SHARING_DONE);
  text = lev_sharing_describe (get_sharing ());
  g_assert_nonnull (strstr (text, "nog niemand anders"));
  g_assert_true (view_driver_sees (view_driver_get_dialog (window), team));
  take_picture (window, 1200, "delen");
  view_driver_close_dialog (window);

  colleague = lev_store_open (path, LEV_STORE_CREATE, &error);
  g_assert_no_error (error);
  lev_store_set_author (colleague, "Joris Bakker");
  exchange_colleague ();
  g_assert_cmpstr (get_supplier (lev_store_get_records (colleague))->name, ==,
                   get_supplier (lev_application_get_records (application))->name);

  lev_store_begin (colleague, "Persoon toevoegen");
  lev_register_add (lev_store_get_records (colleague), LEV_TYPE_PERSON, "name", "Nieuwe collega",
                    NULL);
  g_assert_true (lev_store_commit (colleague, NULL));
  exchange_colleague ();
  exchange ();
  g_assert_nonnull (view_driver_record (application, LEV_TYPE_PERSON, "name", "Nieuwe collega"));
  view_driver_close (window);
}

/* The bar says that someone has to choose; the dialog shows between what. */
static void
test_conflict (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  AdwStyleManager *style = adw_style_manager_get_default ();
  LevWindow *window;
  AdwDialog *dialog;

  rename_supplier (width == 360 ? "Zeearend" : "Zeearend Hosting", CHOSEN (width));
  exchange ();
  exchange_colleague ();
  exchange ();
  g_assert_cmpuint (lev_sharing_get_n_conflicts (get_sharing ()), ==, 1);

  window = view_driver_open (application, width, 800);
  g_assert_true (view_driver_sees (window, "1 veld is door twee mensen tegelijk gewijzigd"));
  take_picture (window, width, "delen-balk");
  view_driver_click (window, "Kiezen…");
  dialog = view_driver_get_dialog (window);
  g_assert_cmpuint (view_driver_count (dialog, ADW_TYPE_ACTION_ROW), ==, 2);
  g_assert_true (view_driver_sees (dialog, "Joris Bakker"));
  take_picture (window, width, "delen-kiezen");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  take_picture (window, width, "delen-kiezen");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);

  view_driver_click (view_driver_find (dialog, ADW_TYPE_ACTION_ROW, CHOSEN (width)), "Dit houden");
  view_driver_wait_for (has_no_conflict, NULL);
  view_fixture_settle ();
  g_assert_true (view_driver_sees (dialog, "Er valt niets meer te kiezen"));
  g_assert_cmpstr (get_supplier (lev_application_get_records (application))->name, ==,
                   CHOSEN (width));
  view_driver_close_dialog (window);
  exchange ();
  exchange_colleague ();
  g_assert_cmpstr (get_supplier (lev_store_get_records (colleague))->name, ==, CHOSEN (width));
  view_driver_close (window);
}

/* Gives the explanations of all dossiers of @review another text. */
static void
explain (LevRegister *records,
         const char  *review,
         const char  *text)
{
  LevRecordList *dossiers = lev_record_get_children (lev_register_lookup (records, review),
                                                     LEV_TYPE_DOSSIER);

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    {
      LevRecordList *answers = lev_record_get_children (lev_record_list_peek (dossiers, i),
                                                        LEV_TYPE_KEY_ANSWER);

      for (guint j = 0; j < lev_record_list_get_n (answers); j++)
        g_object_set (lev_record_list_peek (answers, j), "explanation", text, NULL);
    }
}

/* In the profile the field itself says so. */
static void
test_marked (void)
{
  LevRecord *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  g_autoptr (GError) error = NULL;
  LevWindow *window;

  lev_application_begin (application, "Toelichting wijzigen");
  explain (lev_application_get_records (application), review->id, "Volgens de overeenkomst");
  g_assert_true (lev_application_commit (application));
  lev_store_begin (colleague, "Toelichting wijzigen");
  explain (lev_store_get_records (colleague), review->id, "Volgens het contract van 2024");
  lev_store_commit (colleague, &error);
  g_assert_no_error (error);
  exchange_colleague ();
  exchange ();

  window = view_driver_open_step (application, 1200, 3);
  view_driver_toggle (window, "Hoofdvragen");
  take_picture (window, 1200, "delen-veld");
  g_assert_true (view_driver_sees (window, "Twee waarden: kiezen…"));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  take_picture (window, 1200, "delen-veld");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  view_driver_close (window);
}

/* A folder that is gone is said, work goes on, and it is made up for. */
static void
test_unreachable (void)
{
  g_autofree char *elsewhere = g_strconcat (team, "-weg", NULL);
  LevWindow *window = view_driver_open (application, 1200, 800);

  g_assert_cmpint (g_rename (team, elsewhere), ==, 0);
  exchange ();
  g_assert_cmpint (lev_sharing_get_state (get_sharing ()), ==, LEV_SHARING_FAILED);
  g_assert_true (view_driver_sees (window, "niet bereikbaar"));
  take_picture (window, 1200, "delen-onbereikbaar");
  lev_application_begin (application, "Persoon toevoegen");
  lev_register_add (lev_application_get_records (application), LEV_TYPE_PERSON, "name", "Offline",
                    NULL);
  g_assert_true (lev_application_commit (application));

  g_assert_cmpint (g_rename (elsewhere, team), ==, 0);
  view_driver_click (window, "Opnieuw proberen");
  view_driver_wait_for (is_done, NULL);
  g_assert_cmpint (lev_sharing_get_state (get_sharing ()), ==, LEV_SHARING_DONE);
  exchange_colleague ();
  g_assert_nonnull (
    lev_find_record (lev_store_get_records (colleague), LEV_TYPE_PERSON, "Offline"));
  view_driver_close (window);
}

/* Closing the database in the middle of an exchange, and sharing that ends. */
static void
test_end (void)
{
  g_autofree char *path = g_strdup (lev_store_get_path (lev_application_get_store (application)));
  g_autoptr (GError) error = NULL;

  lev_sharing_exchange (get_sharing ());
  lev_application_close (application);
  view_fixture_settle ();
  g_assert_cmpint (lev_sharing_get_state (get_sharing ()), ==, LEV_SHARING_OFF);
  lev_application_open (application, path, LEV_STORE_WRITE, &error);
  g_assert_no_error (error);
  view_driver_wait_for (is_done, NULL);
  g_assert_cmpint (lev_sharing_get_state (get_sharing ()), ==, LEV_SHARING_DONE);

  lev_sharing_set_folder (get_sharing (), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lev_sharing_get_state (get_sharing ()), ==, LEV_SHARING_OFF);
  g_clear_object (&colleague);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  folder = g_path_get_dirname (database);
  team = g_build_filename (folder, "Team Levman", NULL);
  g_assert_cmpint (g_mkdir (team, 0700), ==, 0);

  g_test_add_func ("/view/sharing/begin", test_begin);
  g_test_add_data_func ("/view/sharing/conflict-1200", GINT_TO_POINTER (1200), test_conflict);
  g_test_add_data_func ("/view/sharing/conflict-360", GINT_TO_POINTER (360), test_conflict);
  g_test_add_func ("/view/sharing/marked", test_marked);
  g_test_add_func ("/view/sharing/unreachable", test_unreachable);
  g_test_add_func ("/view/sharing/end", test_end);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
