/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-data.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"
#include "lev-version-text.h"

/* An action that is due within so many days is marked. */
#define SOON_DAYS (30)

/* Steps of design section 3 at which the MT decides. */
#define STEP_TAKE  (6)
#define STEP_CLOSE (11)

static void
collect_questions (LevReport *report)
{
  LevHandbookContent *content = report->content;
  guint n_questions = lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION);

  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    {
      const LevHandbookItem *question = NULL;
      const LevHandbookItem *theme = NULL;

      if (i < n_questions)
        question = lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i);
      if (question != NULL)
        theme = lev_handbook_content_find (content, LEV_HANDBOOK_THEME, question->theme);

      report->questions[i] = g_strdup (question != NULL ? question->code : "");
      report->themes[i] = theme != NULL ? g_strdup (theme->title)
                                        : g_strdup_printf (_("Key question %u"), i + 1);
    }
}

static LevWord
get_answer (LevDossier *dossier,
            const char *question)
{
  LevKeyAnswer *answer = dossier != NULL ? lev_dossier_find_answer (dossier, question) : NULL;

  return answer != NULL ? lev_report_get_answer_word (answer->answer) : LEV_WORD_NONE;
}

/* The contract that ends first from today on, or else the one that ended last; and what all of
 * them cost in a year. */
static void
read_contracts (LevReportSupplier *row,
                LevDate            today)
{
  LevRecordList *contracts = lev_record_get_children (LEV_RECORD (row->supplier),
                                                      LEV_TYPE_CONTRACT);

  for (guint i = 0; i < lev_record_list_get_n (contracts); i++)
    {
      LevContract *contract = lev_record_list_peek (contracts, i);
      gboolean is_running = row->contract_end >= today;

      row->yearly_value += contract->yearly_value;
      if (contract->end >= today ? !is_running || contract->end < row->contract_end
                                 : !is_running && contract->end > row->contract_end)
        row->contract_end = contract->end;
    }
}

static LevReportSupplier *
make_supplier (LevReport   *report,
               LevSupplier *supplier,
               LevDossier  *dossier)
{
  LevReportSupplier *row = g_new0 (LevReportSupplier, 1);

  row->supplier = supplier;
  row->dossier = dossier;
  row->services = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_SERVICE);
  row->criticality = lev_supplier_get_criticality (supplier, report->content);
  read_contracts (row, report->today);
  if (dossier == NULL)
    return row;

  row->previous = lev_dossier_get_previous (dossier);
  row->frozen = lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING);
  row->outdated = row->frozen != NULL && lev_version_is_outdated (row->frozen);
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    {
      row->answers[i] = get_answer (dossier, report->questions[i]);
      row->previous_answers[i] = get_answer (row->previous, report->questions[i]);
    }

  return row;
}

/* By the upper side of the criticality (template, section 2), then by name. */
static int
compare_suppliers (gconstpointer a,
                   gconstpointer b)
{
  const LevReportSupplier *one = a;
  const LevReportSupplier *other = b;

  if ((one->dossier != NULL) != (other->dossier != NULL))
    return one->dossier != NULL ? -1 : 1;
  if (one->criticality.highest != other->criticality.highest)
    return other->criticality.highest - one->criticality.highest;

  return g_strcmp0 (one->supplier->name, other->supplier->name);
}

gboolean
lev_report_has_dossier (LevReport  *report,
                        LevDossier *dossier)
{
  return report->manager == NULL || dossier->manager == report->manager;
}

/* The suppliers that are not in the round, or not there with the CM that the report is about. */
static void
collect_other_suppliers (LevReport  *report,
                         GHashTable *listed)
{
  LevRecordList *list = lev_register_list (report->records, LEV_TYPE_SUPPLIER);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevSupplier *supplier = lev_record_list_peek (list, i);

      if (g_hash_table_contains (listed, supplier) ||
          (report->manager != NULL && supplier->manager != report->manager))
        continue;
      g_ptr_array_add (report->suppliers, make_supplier (report, supplier, NULL));
    }
}

static void
collect_suppliers (LevReport *report,
                   gboolean   all_suppliers)
{
  g_autoptr (GPtrArray) chosen = lev_review_list_chosen (report->review);
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      LevDossier *dossier = chosen->pdata[i];

      if (dossier->supplier == NULL || !lev_report_has_dossier (report, dossier) ||
          !g_hash_table_add (listed, dossier->supplier))
        continue;
      g_ptr_array_add (report->suppliers, make_supplier (report, dossier->supplier, dossier));
    }

  report->n_round = chosen->len;
  report->n_chosen = report->suppliers->len;
  if (all_suppliers && report->records != NULL)
    collect_other_suppliers (report, listed);

  g_ptr_array_sort_values (report->suppliers, compare_suppliers);
  for (guint i = 0; i < report->n_chosen; i++)
    ((LevReportSupplier *) report->suppliers->pdata[i])->number = i + 1;
}

/* "R01", or "R01·2" for a second record that took the same number elsewhere. */
static void
make_label (GHashTable *labels,
            char        letter,
            int         number,
            char       *label)
{
  g_snprintf (label, LEV_REPORT_LABEL_SIZE, "%c%02d", letter, number);
  for (guint i = 2; g_hash_table_contains (labels, label); i++)
    g_snprintf (label, LEV_REPORT_LABEL_SIZE, "%c%02d·%u", letter, number % 10000, i);
  g_hash_table_add (labels, g_strdup (label));
}

static LevWord
compare_risk (LevRisk *risk)
{
  LevRisk *previous = risk->previous;

  if (previous == NULL)
    return LEV_WORD_NEW;

  if (risk->likelihood == previous->likelihood && risk->impact == previous->impact &&
      risk->residual_likelihood == previous->residual_likelihood &&
      risk->residual_impact == previous->residual_impact &&
      risk->treatment == previous->treatment && g_strcmp0 (risk->cause, previous->cause) == 0 &&
      g_strcmp0 (risk->event, previous->event) == 0 &&
      g_strcmp0 (risk->consequence, previous->consequence) == 0)
    return LEV_WORD_EQUAL;

  return LEV_WORD_CHANGED;
}

static void
collect_risks (LevReport         *report,
               LevReportSupplier *supplier,
               GHashTable        *labels,
               GHashTable        *rows)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (supplier->dossier), LEV_TYPE_RISK);

  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevReportRisk *row = g_new0 (LevReportRisk, 1);

      row->risk = lev_record_list_peek (risks, i);
      row->supplier = supplier;
      row->row = report->risks->len;
      row->level = lev_risk_get_level (row->risk);
      row->residual_level = lev_risk_get_residual_level (row->risk);
      row->change = compare_risk (row->risk);
      make_label (labels, 'R', row->risk->number, row->label);
      supplier->levels[row->level]++;
      g_ptr_array_add (report->risks, row);
      g_hash_table_insert (rows, row->risk, row);
    }
}

/* Where an action stands, by the step at which it waits. */
static LevWord
get_status (LevAction *action,
            guint      step)
{
  if (step <= STEP_TAKE)
    return LEV_WORD_PROPOSED;
  if (step < 10)
    return LEV_WORD_RUNNING;
  if (step <= STEP_CLOSE)
    return LEV_WORD_REPORTED;

  return lev_action_is_agreed (action) ? LEV_WORD_FINISHED : LEV_WORD_REFUSED;
}

/* The same as the formula on the sheet of actions. */
static LevWord
get_signal (LevWord status,
            LevDate due,
            LevDate today)
{
  if (status == LEV_WORD_PROPOSED)
    return LEV_WORD_ASKED;
  if (status == LEV_WORD_REPORTED)
    return LEV_WORD_WAITING;
  if (status != LEV_WORD_RUNNING)
    return status;
  if (due == 0)
    return LEV_WORD_UNDATED;
  if (due < today)
    return LEV_WORD_OVERDUE;

  return due - today <= SOON_DAYS ? LEV_WORD_SOON : LEV_WORD_ON_SCHEDULE;
}

static void
collect_decisions (LevReport       *report,
                   LevReportAction *action,
                   GPtrArray       *taken)
{
  static const guint steps[] = { STEP_TAKE, STEP_CLOSE };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      LevDecision *decision = lev_action_get_decision (action->action, steps[i]);
      LevReportDecision *row;

      if (action->step != steps[i] && decision == NULL)
        continue;

      row = g_new0 (LevReportDecision, 1);
      row->action = action;
      row->step = steps[i];
      row->decision = action->step != steps[i] ? decision : NULL;
      g_ptr_array_add (row->decision != NULL ? taken : report->decisions, row);
    }
}

/* Updates are only added: what was corrected stays, and says so. */
static char *
dup_update_text (LevStatusUpdate *update)
{
  if (lev_status_update_get_standing (update) != update)
    return g_strdup_printf (_("(Corrected) %s"), update->text);
  if (update->corrects != NULL)
    return g_strdup_printf (_("(Correction) %s"), update->text);

  return g_strdup (update->text);
}

static void
update_free (LevReportUpdate *row)
{
  g_free (row->text);
  g_free (row);
}

static void
collect_updates (LevReport       *report,
                 LevReportAction *action)
{
  LevRecordList *updates = lev_record_get_children (LEV_RECORD (action->action),
                                                    LEV_TYPE_STATUS_UPDATE);

  for (guint i = 0; i < lev_record_list_get_n (updates); i++)
    {
      LevReportUpdate *row = g_new0 (LevReportUpdate, 1);

      row->update = lev_record_list_peek (updates, i);
      row->text = dup_update_text (row->update);
      row->action = action;
      g_ptr_array_add (report->updates, row);
    }
}

static LevReportAction *
make_action (LevReport         *report,
             LevReportSupplier *supplier,
             LevAction         *action)
{
  LevReportAction *row = g_new0 (LevReportAction, 1);
  LevStatusUpdate *update = lev_action_get_update (action);

  row->action = action;
  row->supplier = supplier;
  row->row = report->actions->len;
  row->step = lev_action_get_step (action);
  row->status = get_status (action, row->step);
  row->signal = get_signal (row->status, action->due, report->today);
  row->progress = update != NULL ? CLAMP (update->progress, 0, 100) : 0;

  return row;
}

static void
collect_actions (LevReport         *report,
                 LevReportSupplier *supplier,
                 GHashTable        *labels,
                 GHashTable        *risks,
                 GPtrArray         *taken)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (supplier->dossier),
                                                    LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevReportAction *row = make_action (report, supplier, lev_record_list_peek (actions, i));

      if (report->hide_closed &&
          (row->status == LEV_WORD_FINISHED || row->status == LEV_WORD_REFUSED))
        {
          g_free (row);
          continue;
        }
      row->risk = g_hash_table_lookup (risks, row->action->risk);
      make_label (labels, 'A', row->action->number, row->label);
      supplier->n_asked += row->status == LEV_WORD_PROPOSED;
      supplier->n_overdue += row->signal == LEV_WORD_OVERDUE;
      g_ptr_array_add (report->actions, row);
      collect_decisions (report, row, taken);
      collect_updates (report, row);
    }
}

static void
name_actions (LevReport *report)
{
  for (guint i = 0; i < report->actions->len; i++)
    {
      LevReportAction *action = report->actions->pdata[i];

      if (action->risk != NULL)
        {
          g_autofree char *before = g_steal_pointer (&action->risk->actions);

          action->risk->actions = before == NULL ? g_strdup (action->label)
                                                 : g_strconcat (before, ", ", action->label, NULL);
        }
    }
}

/* Newest first; of one day the highest number first. */
static int
compare_updates (gconstpointer a,
                 gconstpointer b)
{
  const LevReportUpdate *one = a;
  const LevReportUpdate *other = b;

  if (one->update->date != other->update->date)
    return one->update->date < other->update->date ? 1 : -1;
  if (one->action->row != other->action->row)
    return one->action->row < other->action->row ? -1 : 1;

  return other->update->number - one->update->number;
}

/* Those of one step stand together, and otherwise in the order of the actions. */
static int
compare_decisions (gconstpointer a,
                   gconstpointer b)
{
  const LevReportDecision *one = a;
  const LevReportDecision *other = b;

  if (one->step != other->step)
    return one->step < other->step ? -1 : 1;

  return one->action->row < other->action->row ? -1 : 1;
}

static void
collect_rows (LevReport *report)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) risks = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < report->n_chosen; i++)
    collect_risks (report, report->suppliers->pdata[i], labels, risks);
  for (guint i = 0; i < report->n_chosen; i++)
    collect_actions (report, report->suppliers->pdata[i], labels, risks, taken);

  g_ptr_array_sort_values (report->decisions, compare_decisions);
  g_ptr_array_extend_and_steal (report->decisions, g_steal_pointer (&taken));
  g_ptr_array_sort_values (report->updates, compare_updates);
  name_actions (report);
}

static void
risk_free (LevReportRisk *row)
{
  g_free (row->actions);
  g_free (row);
}

/* That of the template, or else the one that the coordinating CM works for. */
static char *
dup_organisation (LevReport *report)
{
  const char *chosen = lev_house_style_get_organisation (report->style);
  LevPerson *coordinator = report->review->coordinator;

  if (chosen != NULL)
    return g_strdup (chosen);

  return g_strdup (coordinator != NULL ? coordinator->organisation : NULL);
}

char *
lev_report_dup_heading (LevReport *report)
{
  const char *title = lev_house_style_get_title (report->style);

  return title != NULL ? g_strdup_printf ("%s %s", title, report->name)
                       : g_strdup_printf (_("Review of supplier risks %s"), report->name);
}

LevReport *
lev_report_collect (LevReview              *review,
                    const LevReportOptions *options)
{
  LevReport *report;

  g_return_val_if_fail (LEV_IS_REVIEW (review), NULL);

  report = g_new0 (LevReport, 1);
  report->review = g_object_ref (review);
  report->records = LEV_RECORD (review)->records;
  report->content = lev_handbook_get_content (review->handbook);
  report->today = lev_clock_today ();
  report->manager = options != NULL ? options->manager : NULL;
  report->hide_closed = options != NULL && options->hide_closed;
  report->name = g_strdup (lev_report_get_round_name (review));
  report->style = lev_house_style_new (report->records);
  report->organisation = dup_organisation (report);
  report->text = g_string_new (NULL);
  report->suppliers = g_ptr_array_new_with_free_func (g_free);
  report->risks = g_ptr_array_new_with_free_func ((GDestroyNotify) risk_free);
  report->actions = g_ptr_array_new_with_free_func (g_free);
  report->decisions = g_ptr_array_new_with_free_func (g_free);
  report->updates = g_ptr_array_new_with_free_func ((GDestroyNotify) update_free);
  lev_report_collect_words (report);
  collect_questions (report);
  collect_suppliers (report, options != NULL && options->all_suppliers);
  collect_rows (report);

  return report;
}

void
lev_report_free (LevReport *report)
{
  g_return_if_fail (report != NULL);

  for (guint i = 0; i < LEV_N_WORDS; i++)
    g_free (report->words[i]);
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    {
      g_free (report->questions[i]);
      g_free (report->themes[i]);
    }
  g_ptr_array_unref (report->updates);
  g_ptr_array_unref (report->decisions);
  g_ptr_array_unref (report->actions);
  g_ptr_array_unref (report->risks);
  g_ptr_array_unref (report->suppliers);
  g_string_free (report->text, TRUE);
  g_free (report->organisation);
  lev_house_style_free (report->style);
  g_free (report->name);
  g_object_unref (report->review);
  g_free (report);
}

int
lev_report_get_bound (LevReport *report,
                      LevWord    word)
{
  static const char *const codes[] = {
    [LEV_WORD_LOW] = "low",
    [LEV_WORD_MEDIUM] = "medium",
    [LEV_WORD_HIGH] = "high",
    [LEV_WORD_CRITICAL] = "critical",
  };
  const LevHandbookItem *class;

  class = lev_handbook_content_find (report->content, LEV_HANDBOOK_CLASS, codes[word]);

  return class != NULL ? class->from : 26;
}

const char *
lev_report_get_round_name (LevReview *review)
{
  const char *name = review->title != NULL ? review->title : "";

  return g_str_has_prefix (name, "Review ") ? name + strlen ("Review ") : name;
}

const char *
lev_report_get_person (LevPerson *person)
{
  return person != NULL && person->name != NULL ? person->name : "";
}

LevWord
lev_report_get_advice (const LevReportAction *row)
{
  switch (row->action->advice)
    {
    case LEV_OUTCOME_YES:
      return LEV_WORD_TAKE;

    case LEV_OUTCOME_NO:
      return LEV_WORD_DO_NOT_TAKE;

    default:
      return LEV_WORD_NONE;
    }
}

int
lev_report_get_score (int likelihood,
                      int impact)
{
  return LEV_SCORE_IS_KNOWN (likelihood) && LEV_SCORE_IS_KNOWN (impact) ? likelihood * impact : 0;
}
