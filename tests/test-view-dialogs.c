/* The dialogs of a round, in the width of a phone and of a screen, in light and dark: what stands
 * in them is not cut off, and the keyboard begins in their first field. */

#include "lev-dialog.h"
#include "lev-evidence-dialog.h"
#include "lev-mail-dialog.h"
#include "lev-selection.h"
#include "lev-state.h"
#include "lev-status-update.h"
#include "lev-supplier.h"
#include "lev-task.h"
#include "lev-who-dialog.h"
#include "view-driver.h"
#include "view-fixture.h"

/* The action that opens it, what its parameter is, and the name of its picture. */
typedef enum
{
  NOTHING,
  MAILS,
  ACTION,
  UPDATE,
  CLOSED_REVIEW,
  DOSSIER,
  PERSON,
  REMINDER,
} Parameter;

static const struct
{
  const char *action;
  Parameter   parameter;
  const char *picture;
  gboolean    has_fields; /* in which one begins */
  gboolean    has_names;  /* of records, which can be longer than there is room */
} dialogs[] = {
  { "win.update-several", NOTHING, "dialoog-meerdere", TRUE, FALSE },
  { "win.mail", MAILS, "dialoog-mailen", FALSE, FALSE },
  { "win.change-due", ACTION, "dialoog-einddatum", TRUE, FALSE },
  { "win.put-off", REMINDER, "dialoog-uitstellen", TRUE, FALSE },
  { "win.correct-update", UPDATE, "dialoog-correctie", TRUE, FALSE },
  { "win.reopen-review", CLOSED_REVIEW, "dialoog-heropenen", TRUE, FALSE },
  { "win.export-report", NOTHING, "dialoog-rapport", TRUE, FALSE },
  { "win.new-review", NOTHING, "dialoog-nieuwe-ronde", TRUE, TRUE },
  { "win.compare", DOSSIER, "dialoog-vergelijken", FALSE, FALSE },
  { "win.edit-record", PERSON, "dialoog-persoon", TRUE, TRUE },
  { "win.people", NOTHING, "dialoog-mensen", TRUE, TRUE },
  { "win.search", NOTHING, "dialoog-zoeken", TRUE, FALSE },
  { "win.history", ACTION, "dialoog-geschiedenis", TRUE, TRUE },
};

static LevReview *
find_review (const char *title)
{
  return view_driver_record (lev_application_get_default (), LEV_TYPE_REVIEW, "title", title);
}

static LevAction *
find_action (void)
{
  return view_driver_record (lev_application_get_default (), LEV_TYPE_ACTION, "title",
                             "Exitplan actualiseren");
}

static LevRecord *
find_dossier (void)
{
  LevSupplier *supplier = view_driver_record (lev_application_get_default (), LEV_TYPE_SUPPLIER,
                                              "name", "Waterland Datacenters");

  return LEV_RECORD (lev_review_find_dossier (find_review ("Review 2026-2"), supplier));
}

static GVariant *
get_parameter (Parameter parameter)
{
  LevRecord *record = NULL;

  switch (parameter)
    {
    case MAILS:
      return lev_mail_dialog_new_target (find_review ("Review 2026-2"), LEV_MESSAGE_KIND_STATUS,
                                         NULL);
    case ACTION:
      record = LEV_RECORD (find_action ());
      break;
    case UPDATE:
      record = LEV_RECORD (lev_action_get_update (find_action ()));
      break;
    case CLOSED_REVIEW:
      record = LEV_RECORD (find_review ("Review 2026-1"));
      break;
    case DOSSIER:
      record = find_dossier ();
      break;
    case PERSON:
      record = view_driver_record (lev_application_get_default (), LEV_TYPE_PERSON, "name",
                                   "Joost Verhagen");
      break;
    case REMINDER:
      return g_variant_new ("(suuu)", LEV_RECORD (find_action ())->id, LEV_TASK_UPDATE, 8,
                            lev_action_get_next_update (find_action ()));
    case NOTHING:
    default:
      return NULL;
    }

  return g_variant_new_string (record->id);
}

/* No label in @widget that is shown says less than its text. */
static void
assert_whole (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_error ("‘%s’ is cut off", gtk_label_get_text (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

static gboolean
has_focus (gpointer window)
{
  return gtk_root_get_focus (window) != NULL;
}

/* The keyboard of @window is in a field, or in a row that one chooses or fills in. */
static void
assert_in_field (GtkWidget  *window,
                 const char *name)
{
  GtkWidget *focus;

  view_driver_wait_for (has_focus, window);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus) && !GTK_IS_LIST_BOX_ROW (focus))
    g_error ("%s has the focus first in a %s", name, G_OBJECT_TYPE_NAME (focus));
}

/* Those that no action of the window opens. */
static void
test_others (GtkWidget  *window,
             const char *size)
{
  AdwDialog *others[] = { lev_who_dialog_new (),
                          ADW_DIALOG (lev_evidence_dialog_new (NULL, TRUE)) };
  const char *pictures[] = { "dialoog-wie", "dialoog-bewijs" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      lev_dialog_present (others[i], window);
      view_driver_get_dialog (LEV_WINDOW (window));
      view_fixture_picture (window, size, pictures[i]);
      assert_in_field (window, pictures[i]);
      view_driver_close_dialog (LEV_WINDOW (window));
    }
}

static void
test_dialogs (GtkWidget  *window,
              const char *size)
{
  AdwApplicationWindow *frame = ADW_APPLICATION_WINDOW (window);

  gtk_widget_activate_action (window, "win.review", "s",
                              LEV_RECORD (find_review ("Review 2026-2"))->id);
  view_driver_go (LEV_WINDOW (window), 8);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GVariant) parameter = get_parameter (dialogs[i].parameter);
      AdwDialog *dialog;

      if (parameter != NULL)
        g_variant_ref_sink (parameter);
      g_assert_true (gtk_widget_activate_action_variant (window, dialogs[i].action, parameter));
      view_fixture_iterate (500);
      dialog = adw_application_window_get_visible_dialog (frame);
      g_assert_nonnull (dialog);
      view_fixture_picture (window, size, dialogs[i].picture);
      if (!dialogs[i].has_names)
        assert_whole (GTK_WIDGET (dialog));
      if (dialogs[i].has_fields)
        assert_in_field (window, dialogs[i].picture);
      adw_dialog_force_close (dialog);
      view_fixture_iterate (300);
      g_assert_null (adw_application_window_get_visible_dialog (frame));
    }
}

static void
add_tests (const char *database)
{
  view_fixture_add ("dialogs", test_dialogs);
  view_fixture_add ("others", test_others);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
