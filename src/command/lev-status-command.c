#include "lev-command.h"
#include "lev-guard.h"
#include "lev-profile-status.h"
#include "lev-selection.h"
#include "lev-state.h"
#include "lev-status-json.h"
#include "lev-steps.h"
#include "lev-table.h"
#include "lev-title.h"

#include <glib/gi18n.h>

static void
print_steps (LevReview *review,
             guint      current)
{
  g_autoptr (LevTable) table = lev_table_new ();

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevProgress progress = lev_review_get_progress (review, number);
      gboolean done = progress.done == progress.total && (progress.total > 0 || number < current);
      g_autofree char *mark = g_strdup_printf ("%s%2u", number == current ? "→" : " ", number);
      g_autofree char *count = g_strdup_printf (_("%2u of %2u"), progress.done, progress.total);

      lev_table_add (table, mark, _(lev_step_get (number)->name), count, done ? _("done") : "",
                     NULL);
    }
  lev_table_print (table, "");
}

static void
add_action (LevTable  *table,
            LevAction *action)
{
  guint step = lev_action_get_step (action);
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (action));
  g_autofree char *cell = g_strdup_printf ("  %s %s", code, title);
  g_autofree char *number = g_strdup_printf ("%2u", step);

  if (!lev_dossier_is_presented (action->dossier))
    lev_table_add (table, cell, "", _("proposed"), NULL);
  else if (step == 13)
    lev_table_add (table, cell, "", lev_action_is_agreed (action) ? _("finished") : _("not taken"),
                   NULL);
  else
    lev_table_add (table, cell, number, _(lev_step_get (step)->name), NULL);
}

/* Each dossier with its actions, and the step at which they wait. */
static void
print_dossiers (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  g_autoptr (LevTable) table = lev_table_new ();

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
      guint step = lev_dossier_get_step (dossier);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
      g_autofree char *number = g_strdup_printf ("%2u", step);

      if (lev_dossier_is_archived (dossier))
        lev_table_add (table, title, "", _("archived"), NULL);
      else
        lev_table_add (table, title, number, _(lev_step_get (step)->name), NULL);
      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        add_action (table, lev_record_list_peek (actions, j));
    }

  g_print ("\n%s\n", dossiers->len > 0 ? _("Suppliers and actions, with the step at which they are")
                                       : _("No supplier is chosen yet"));
  lev_table_print (table, "  ");
}

static void
print_missing (LevReview *review,
               guint      number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (review, number);
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  g_autofree char *text = lev_missing_describe (G_LIST_MODEL (missing));

  if (n_missing == 0)
    return;

  g_print ("\n");
  g_print (ngettext ("Step %u (%s), %u point still to do:", "Step %u (%s), %u points still to do:",
                     n_missing),
           number, _(lev_step_get (number)->name), n_missing);
  g_print ("\n%s\n", text);
}

static void
print_text (LevReview *review,
            gboolean   all_missing)
{
  guint current = lev_review_get_step (review);
  g_autofree char *title = lev_record_dup_full_title (LEV_RECORD (review));

  if (lev_text_is_blank (review->subtitle))
    g_print ("%s\n", title);
  else
    g_print ("%s, %s\n", title, review->subtitle);
  if (current <= LEV_N_STEPS)
    g_print (_("Now at step %u of %u: %s\n\n"), current, LEV_N_STEPS,
             _(lev_step_get (current)->title));
  else
    g_print ("%s\n\n", _("The round is closed."));

  print_steps (review, current);
  print_dossiers (review);

  for (guint number = current; number <= LEV_N_STEPS; number++)
    if (number == current || all_missing)
      print_missing (review, number);
}

static char *
dup_criticality (const LevCriticality *criticality)
{
  if (criticality->lowest == criticality->highest)
    return g_strdup_printf ("%3d", criticality->highest);

  return g_strdup_printf ("%3d–%d", criticality->lowest, criticality->highest);
}

/* All suppliers by criticality, for step 2. */
static void
print_selection (LevReview *review)
{
  g_autoptr (GArray) ranked = lev_selection_rank (review);
  g_autoptr (LevTable) table = lev_table_new ();

  for (guint i = 0; i < ranked->len; i++)
    {
      const LevRanked *row = &g_array_index (ranked, LevRanked, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (row->supplier));
      g_autofree char *place = g_strdup_printf ("%3u", i + 1);
      g_autofree char *criticality = dup_criticality (&row->criticality);
      const char *number = row->supplier->number != NULL ? row->supplier->number : "";
      gboolean chosen = row->dossier != NULL && row->dossier->chosen;

      lev_table_add (table, place, number, title, criticality,
                     row->selected ? _("by the handbook") : "", chosen ? _("chosen") : "", NULL);
    }

  g_print ("%s\n", _("Suppliers by criticality (0 to 100)"));
  lev_table_print (table, "");
}

static gboolean
print_supplier (LevStore   *store,
                LevReview  *review,
                const char *name,
                GError    **error)
{
  LevSteps steps = { .store = store, .records = lev_store_get_records (store), .review = review };
  LevDossier *dossier = lev_steps_find_dossier (&steps, name, error);

  if (dossier == NULL)
    return FALSE;

  lev_profile_status_print (dossier);

  return TRUE;
}

gboolean
lev_command_status (LevCommandLine *line,
                    GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  LevReview *review;

  if (store == NULL)
    return FALSE;

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  if (review == NULL)
    return FALSE;

  if (line->json)
    lev_status_print_json (review);
  else if (line->supplier != NULL)
    return print_supplier (store, review, line->supplier, error);
  else if (line->selection)
    print_selection (review);
  else
    print_text (review, line->missing);

  return TRUE;
}
