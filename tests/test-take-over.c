/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes back in workbooks, as the window shows it before it is taken over: what is chosen
 * becomes one edit, what is not stays. The example's invitation is shown along. */

#include "lev-dialog.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"
#include "lev-supplier.h"
#include "lev-take-over-dialog.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <glib/gi18n.h>

/* Three notes for the first three suppliers; the last one cannot be. */
typedef struct
{
  gboolean is_taken[3];
} Notes;

static LevSupplier *
get_supplier (guint position)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  return lev_record_list_peek (lev_register_list (records, LEV_TYPE_SUPPLIER), position);
}

static guint
get_n (gpointer data)
{
  return 3;
}

static void
describe (gpointer        data,
          guint           position,
          LevTakeOverRow *row)
{
  static const char *const states[] = { "gewijzigd", "in beide gewijzigd", "geweigerd" };
  static const char *const css_classes[] = { "accent", "soon", "late" };
  Notes *self = data;

  row->title = g_strdup_printf ("C1 Financiële gezondheid · %s", get_supplier (position)->name);
  row->subtitle = g_strdup ("Criteria, D5 · niets → Het verslag van 2026 is opgevraagd.");
  row->state = states[position];
  row->css_class = css_classes[position];
  row->is_takeable = position < 2;
  row->is_taken = self->is_taken[position];
}

static void
set_taken (gpointer data,
           guint    position,
           gboolean is_taken)
{
  ((Notes *) data)->is_taken[position] = is_taken;
}

static gboolean
apply (gpointer data,
       GError **error)
{
  Notes *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->is_taken); i++)
    if (self->is_taken[i])
      g_object_set (get_supplier (i), "notes", "overgenomen", NULL);

  return TRUE;
}

static const LevTakeOverClass notes_class = {
  .title = N_("Filled-in form"),
  .edit_label = N_("Take over a form"),
  .empty = N_("The form says nothing new"),
  .get_n = get_n,
  .describe = describe,
  .set_taken = set_taken,
  .apply = apply,
};

static gboolean
is_noted (guint position)
{
  return g_strcmp0 (get_supplier (position)->notes, "overgenomen") == 0;
}

static void
test_dialog (GtkWidget  *window,
             const char *size)
{
  Notes *notes = g_new0 (Notes, 1);
  AdwDialog *dialog = lev_take_over_dialog_new (&notes_class, NULL, notes, g_free);

  lev_dialog_present (dialog, window);
  view_fixture_iterate (400);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (dialog), "take-over.apply", NULL) &&
                  is_noted (0));

  notes->is_taken[0] = TRUE;
  adw_dialog_force_close (dialog);
  view_fixture_iterate (300);

  notes = g_new0 (Notes, 1);
  notes->is_taken[0] = TRUE;
  dialog = lev_take_over_dialog_new (&notes_class, NULL, notes, g_free);
  lev_dialog_present (dialog, window);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "overnemen");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         view_driver_look (dialog, GTK_TYPE_LIST_BOX)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "take-over.apply", NULL));
  view_fixture_iterate (400);
  g_assert_true (is_noted (0));
  g_assert_false (is_noted (1));

  g_assert_true (gtk_widget_activate_action (window, "app.undo", NULL));
  view_fixture_iterate (200);
  g_assert_false (is_noted (0));
}

static void
add_tests (const char *database)
{
  view_fixture_add ("take-over/dialog", test_dialog);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
