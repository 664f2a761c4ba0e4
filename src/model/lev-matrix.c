#include "lev-matrix.h"

#include "lev-record-list.h"
#include "lev-responsible.h"

typedef LevMatrixCell LevMatrixRow[LEV_N_STEPS + 1];

struct _LevMatrix
{
  GPtrArray     *dossiers;
  LevMatrixRow  *rows;
  guint         *steps; /* of the dossiers */
  LevReview     *review;
  LevPreparation preparation;
  guint          step;
  LevPerson     *user;
  LevDate        today;
};

/* The steps through which agreed actions go. */
#define FIRST_ACTION_STEP (7)
#define LAST_ACTION_STEP  (12)

static gboolean
is_action_step (guint number)
{
  return number >= FIRST_ACTION_STEP && number <= LAST_ACTION_STEP;
}

/* What is overdue in a step: in 7 an action that should have been carried out by now, in 8 a status
 * update, also of an action that waits for the verdict of 9. That verdict itself has no date. */
static gboolean
is_late (LevMatrix *self,
         LevAction *action,
         guint      number)
{
  LevDate due = lev_step_get_due (number, LEV_RECORD (action));
  guint step = lev_action_get_step (action);

  if (due == 0 || due >= self->today)
    return FALSE;

  return number == 8 ? step == 8 || step == 9 : number == 7 && step == 7;
}

static void
count_agreed (LevMatrix   *self,
              LevAction   *action,
              LevMatrixRow cells)
{
  guint step = lev_action_get_step (action);
  gboolean returned = lev_action_get_return (action) != NULL;

  for (guint number = FIRST_ACTION_STEP; number <= LAST_ACTION_STEP; number++)
    {
      LevMatrixCell *cell = &cells[number];

      cell->progress.total++;
      cell->progress.done += step > number;
      cell->n_waiting += step == number;
      cell->n_late += is_late (self, action, number);
      cell->returned = cell->returned || (step == number && returned);
    }
}

static void
count_actions (LevMatrix   *self,
               LevDossier  *dossier,
               LevMatrixRow cells)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);
      guint step = lev_action_get_step (action);

      cells[6].progress.total++;
      cells[6].progress.done += step > 6;
      cells[6].n_waiting += step == 6;
      if (lev_action_is_agreed (action))
        count_agreed (self, action, cells);
    }
}

static LevMatrixState
get_counted_state (const LevMatrixCell *cell,
                   guint                number,
                   guint                step)
{
  if (cell->progress.total == 0)
    return step <= 6 ? LEV_MATRIX_OPEN : number == 6 ? LEV_MATRIX_DONE : LEV_MATRIX_NONE;
  if (step < 6)
    return LEV_MATRIX_OPEN;
  if (cell->progress.done == cell->progress.total)
    return cell->outdated ? LEV_MATRIX_BUSY : LEV_MATRIX_DONE;

  return cell->progress.done > 0 || cell->n_waiting > 0 ? LEV_MATRIX_BUSY : LEV_MATRIX_OPEN;
}

/* A step of the round itself is the same for each of its dossiers. */
static LevMatrixState
get_state (LevMatrix *self,
           guint      number,
           guint      step)
{
  LevProgress progress;

  switch (number)
    {
    case 1:
      progress = lev_review_get_progress_in (self->review, 1, &self->preparation);
      return progress.done < progress.total ? LEV_MATRIX_WAITING : LEV_MATRIX_DONE;
    case 2:
      return self->preparation.selected || step > 2 ? LEV_MATRIX_DONE : LEV_MATRIX_WAITING;
    case 4:
      if (self->preparation.planned || step > 4)
        return LEV_MATRIX_DONE;
      return step == 4 ? LEV_MATRIX_WAITING : LEV_MATRIX_OPEN;
    case 14:
      if (self->step > LEV_N_STEPS)
        return LEV_MATRIX_DONE;
      return self->step == 14 ? LEV_MATRIX_WAITING : LEV_MATRIX_OPEN;
    default:
      if (step > number)
        return LEV_MATRIX_DONE;
      return step == number ? LEV_MATRIX_WAITING : LEV_MATRIX_OPEN;
    }
}

static void
fill_row (LevMatrix   *self,
          LevDossier  *dossier,
          guint        step,
          LevMatrixRow cells)
{
  count_actions (self, dossier, cells);
  if (step == 7 && lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL)
    {
      cells[7].outdated = TRUE;
      cells[7].n_waiting++;
    }

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevMatrixCell *cell = &cells[number];

      if (number == 6 || is_action_step (number))
        cell->state = get_counted_state (cell, number, step);
      else
        cell->state = get_state (self, number, step);
      if (cell->state == LEV_MATRIX_WAITING)
        cell->n_waiting = 1;
      if (cell->state == LEV_MATRIX_OPEN)
        cell->n_waiting = 0;
      cell->mine = self->user != NULL && cell->n_waiting + cell->n_late > 0 &&
                   lev_step_get_responsible (number, self->review, LEV_RECORD (dossier)) ==
                     self->user;
    }
}

LevMatrix *
lev_matrix_new (LevReview *review,
                LevPerson *user,
                LevDate    today)
{
  LevMatrix *self = g_new0 (LevMatrix, 1);

  self->review = g_object_ref (review);
  self->user = user;
  self->today = today;
  self->preparation = lev_review_get_preparation (review);
  self->step = lev_review_get_step_in (review, &self->preparation);
  self->dossiers = lev_review_list_chosen (review);
  self->rows = g_new0 (LevMatrixRow, self->dossiers->len);
  self->steps = g_new0 (guint, self->dossiers->len);
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (self->dossiers, i);

      self->steps[i] = lev_dossier_get_step_in (dossier, &self->preparation);
      fill_row (self, dossier, self->steps[i], self->rows[i]);
    }

  return self;
}

void
lev_matrix_free (LevMatrix *self)
{
  g_ptr_array_unref (self->dossiers);
  g_object_unref (self->review);
  g_free (self->rows);
  g_free (self->steps);
  g_free (self);
}

GPtrArray *
lev_matrix_get_dossiers (LevMatrix *self)
{
  return self->dossiers;
}

const LevMatrixCell *
lev_matrix_get_cell (LevMatrix *self,
                     guint      row,
                     guint      number)
{
  g_return_val_if_fail (row < self->dossiers->len, NULL);
  g_return_val_if_fail (number >= 1 && number <= LEV_N_STEPS, NULL);

  return &self->rows[row][number];
}

guint
lev_matrix_get_step (LevMatrix *self)
{
  return self->step;
}

guint
lev_matrix_get_n_waiting (LevMatrix *self,
                          guint      number)
{
  guint count = 0;

  for (guint row = 0; row < self->dossiers->len; row++)
    count += lev_matrix_get_cell (self, row, number)->n_waiting;

  return count;
}

guint
lev_matrix_get_n_late (LevMatrix *self,
                       guint      number)
{
  guint count = 0;

  for (guint row = 0; row < self->dossiers->len; row++)
    count += lev_matrix_get_cell (self, row, number)->n_late;

  return count;
}

void
lev_matrix_get_standing (LevMatrix   *self,
                         guint        row,
                         LevStanding *standing)
{
  g_return_if_fail (row < self->dossiers->len);

  *standing = (LevStanding) { .step = self->steps[row] };
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      const LevMatrixCell *cell = lev_matrix_get_cell (self, row, number);
      LevPhase phase = lev_step_get (number)->phase;
      LevProgress progress = cell->progress;

      if (cell->state == LEV_MATRIX_NONE)
        progress = (LevProgress) { 0, 0 };
      else if (progress.total == 0)
        progress = (LevProgress) { cell->state == LEV_MATRIX_DONE, 1 };
      standing->steps[number] = progress;
      standing->phases[phase].done += progress.done;
      standing->phases[phase].total += progress.total;
    }
}

static LevDate
get_earlier (LevDate a,
             LevDate b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);

  return MIN (a, b);
}

/* When @action first came to step @number. */
static LevDate
get_arrival (LevAction *action,
             guint      number)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);

  for (guint i = 0; i < journal->len; i++)
    {
      LevRecord *entry = g_ptr_array_index (journal, i);
      LevDecision *decision = LEV_IS_DECISION (entry) ? LEV_DECISION (entry) : NULL;
      const LevMove *move = NULL;

      if (decision == NULL && number == 9)
        return LEV_STATUS_UPDATE (entry)->date;
      if (decision != NULL)
        move = lev_step_find_move ((guint) decision->step, LEV_SCOPE_ACTION,
                                   (LevOutcome) decision->outcome);
      if (move != NULL && move->next == number)
        return decision->date;
    }

  return 0;
}

static LevDate
get_dossier_since (LevDossier *dossier,
                   guint       number)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  LevRecordList *decisions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_DECISION);
  LevDate since = 0;

  for (guint i = 0; number == 6 && i < lev_record_list_get_n (decisions); i++)
    {
      LevDecision *decision = lev_record_list_peek (decisions, i);

      if (decision->step == 5)
        since = get_earlier (since, decision->date);
    }
  for (guint i = 0; number > 6 && i < lev_record_list_get_n (actions); i++)
    since = get_earlier (since, get_arrival (lev_record_list_peek (actions, i), number));

  return since;
}

LevDate
lev_review_get_since (LevReview *review,
                      guint      number)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevDate since = 0;

  for (guint i = 0; i < dossiers->len; i++)
    since = get_earlier (since, get_dossier_since (g_ptr_array_index (dossiers, i), number));

  return since;
}
