/* The dialogs of a round, in the width of a phone and of a screen, in light and dark: what stands
 * in them is not cut off. */

#include "lev-mail-dialog.h"
#include "lev-selection.h"
#include "lev-state.h"
#include "lev-status-update.h"
#include "lev-supplier.h"
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
} Parameter;

static const struct
{
  const char *action;
  Parameter   parameter;
  const char *picture;
  gboolean    has_names; /* of records, which can be longer than there is room */
} dialogs[] = {
  { "win.update-several", NOTHING, "dialoog-meerdere" },
  { "win.mail", MAILS, "dialoog-mailen" },
  { "win.change-due", ACTION, "dialoog-einddatum" },
  { "win.correct-update", UPDATE, "dialoog-correctie" },
  { "win.reopen-review", CLOSED_REVIEW, "dialoog-heropenen" },
  { "win.export-report", NOTHING, "dialoog-rapport" },
  { "win.new-review", NOTHING, "dialoog-nieuwe-ronde", TRUE },
  { "win.compare", DOSSIER, "dialoog-vergelijken" },
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
      adw_dialog_force_close (dialog);
      view_fixture_iterate (300);
      g_assert_null (adw_application_window_get_visible_dialog (frame));
    }
}

static void
add_tests (const char *database)
{
  view_fixture_add ("dialogs", test_dialogs);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
