#include "lev-comparison.h"

#include "lev-carry-over.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

static void
add (LevComparison *self,
     LevDifference  difference)
{
  g_array_append_val (self->differences, difference);
  self->counts[difference.movement]++;
}

static gboolean
is_open (LevAssessment *assessment)
{
  return assessment == NULL || assessment->score == LEV_SCORE_OPEN;
}

LevMovement
lev_movement_compare_scores (int before,
                             int now)
{
  if (before == now)
    return LEV_MOVEMENT_EQUAL;
  if (before == LEV_SCORE_OPEN)
    return LEV_MOVEMENT_NEW;
  if (now == LEV_SCORE_OPEN)
    return LEV_MOVEMENT_GONE;
  if (!LEV_SCORE_IS_KNOWN (before) || !LEV_SCORE_IS_KNOWN (now))
    return LEV_MOVEMENT_CHANGED;

  return now > before ? LEV_MOVEMENT_WORSE : LEV_MOVEMENT_BETTER;
}

static void
compare_criteria (LevComparison *self)
{
  LevHandbookContent *content = lev_dossier_get_content (self->dossier);

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *criterion;
      LevDifference difference = { 0 };

      criterion = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      difference.criterion = criterion;
      difference.assessment = lev_dossier_find_assessment (self->dossier, criterion->code);
      if (self->previous != NULL)
        difference.assessment_before = lev_dossier_find_assessment (self->previous,
                                                                    criterion->code);
      if (is_open (difference.assessment) && is_open (difference.assessment_before))
        continue;

      difference.movement = lev_movement_compare_scores (lev_difference_get_score (&difference,
                                                                                   TRUE),
                                                         lev_difference_get_score (&difference,
                                                                                   FALSE));
      if (difference.movement == LEV_MOVEMENT_EQUAL &&
          g_strcmp0 (difference.assessment->note, difference.assessment_before->note) != 0)
        difference.movement = LEV_MOVEMENT_CHANGED;
      add (self, difference);
    }
}

/* By the class first: the product alone does not say how serious a risk is. */
static LevMovement
compare_risks (LevRisk *before,
               LevRisk *now)
{
  LevLevel level_before = lev_risk_get_level (before), level = lev_risk_get_level (now);
  int product_before = before->likelihood * before->impact, product = now->likelihood * now->impact;

  if (level_before == LEV_LEVEL_UNKNOWN || level == LEV_LEVEL_UNKNOWN)
    return lev_risk_get_trend (now) == LEV_TREND_EQUAL ? LEV_MOVEMENT_EQUAL : LEV_MOVEMENT_CHANGED;
  if (level != level_before)
    return level > level_before ? LEV_MOVEMENT_WORSE : LEV_MOVEMENT_BETTER;
  if (product != product_before)
    return product > product_before ? LEV_MOVEMENT_WORSE : LEV_MOVEMENT_BETTER;

  return lev_risk_get_trend (now) == LEV_TREND_EQUAL ? LEV_MOVEMENT_EQUAL : LEV_MOVEMENT_CHANGED;
}

static void
compare_all_risks (LevComparison *self)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (self->dossier), LEV_TYPE_RISK);
  g_autoptr (GPtrArray) gone = lev_dossier_list_gone_risks (self->dossier);

  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevDifference difference = { .risk = lev_record_list_peek (risks, i) };

      difference.risk_before = difference.risk->previous;
      if (difference.risk_before != NULL)
        difference.movement = compare_risks (difference.risk_before, difference.risk);
      add (self, difference);
    }
  for (guint i = 0; i < gone->len; i++)
    add (self, (LevDifference) { .risk_before = g_ptr_array_index (gone, i),
                                 .movement = LEV_MOVEMENT_GONE });
}

static void
compare_all_actions (LevComparison *self)
{
  static const LevMovement movements[] = {
    [LEV_TREND_NEW] = LEV_MOVEMENT_NEW,
    [LEV_TREND_CHANGED] = LEV_MOVEMENT_CHANGED,
    [LEV_TREND_EQUAL] = LEV_MOVEMENT_EQUAL,
  };
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (self->dossier), LEV_TYPE_ACTION);
  g_autoptr (GPtrArray) gone = lev_dossier_list_gone_actions (self->dossier);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      add (self, (LevDifference) { .action_before = lev_action_get_previous (action),
                                   .action = action,
                                   .movement = movements[lev_action_get_trend (action)] });
    }
  for (guint i = 0; i < gone->len; i++)
    add (self, (LevDifference) { .action_before = g_ptr_array_index (gone, i),
                                 .movement = LEV_MOVEMENT_GONE });
}

LevComparison *
lev_comparison_new (LevDossier *dossier)
{
  LevComparison *self;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  self = g_new0 (LevComparison, 1);
  self->dossier = dossier;
  self->previous = lev_dossier_get_previous (dossier);
  self->differences = g_array_new (FALSE, FALSE, sizeof (LevDifference));
  compare_criteria (self);
  compare_all_risks (self);
  compare_all_actions (self);

  return self;
}

void
lev_comparison_free (LevComparison *self)
{
  g_array_unref (self->differences);
  g_free (self);
}

gboolean
lev_difference_is_action (const LevDifference *self)
{
  return self->action != NULL || self->action_before != NULL;
}

int
lev_difference_get_score (const LevDifference *self,
                          gboolean             before)
{
  LevAssessment *assessment = before ? self->assessment_before : self->assessment;

  return assessment != NULL ? assessment->score : LEV_SCORE_OPEN;
}

const char *
lev_movement_get_label (LevMovement movement)
{
  static const char *const labels[] = {
    [LEV_MOVEMENT_NEW] = N_("new"),         [LEV_MOVEMENT_WORSE] = N_("worse"),
    [LEV_MOVEMENT_BETTER] = N_("better"),   [LEV_MOVEMENT_CHANGED] = N_("changed"),
    [LEV_MOVEMENT_EQUAL] = N_("equal"),     [LEV_MOVEMENT_GONE] = N_("no longer there"),
  };

  return _(labels[movement]);
}
