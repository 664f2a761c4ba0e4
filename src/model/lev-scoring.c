#include "lev-scoring.h"

#include "lev-record-list.h"

#include <glib/gi18n.h>
#include <math.h>

/* The classes of the handbook that stand for the levels of the process. */
static const char *const level_codes[] = {
  [LEV_LEVEL_LOW] = "low",
  [LEV_LEVEL_MEDIUM] = "medium",
  [LEV_LEVEL_HIGH] = "high",
  [LEV_LEVEL_CRITICAL] = "critical",
};

LevCriticality
lev_scoring_get_criticality (LevHandbookContent *content,
                             const int          *scores)
{
  double total = 0, certain = 0, unknown = 0;

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_FACTOR); i++)
    {
      int weight = lev_handbook_content_get (content, LEV_HANDBOOK_FACTOR, i)->weight;

      if (scores[i] == LEV_SCORE_NOT_APPLICABLE)
        continue;

      total += weight;
      if (LEV_SCORE_IS_KNOWN (scores[i]))
        certain += weight * (scores[i] - 1) / 4.0;
      else
        unknown += weight;
    }

  if (total == 0)
    return (LevCriticality) { 0, 100 };

  return (LevCriticality) {
    .lowest = (int) lround (100 * certain / total),
    .highest = (int) lround (100 * (certain + unknown) / total),
  };
}

int
lev_supplier_get_factor (LevSupplier *supplier,
                         const char  *code)
{
  LevCriticalityScore *score = lev_record_find_part_by_text (supplier, LEV_TYPE_CRITICALITY_SCORE,
                                                             "factor", code);

  return score != NULL ? score->score : LEV_SCORE_OPEN;
}

static gboolean
is_factor (LevHandbookContent *content,
           guint               position,
           const char         *code)
{
  return g_str_equal (lev_handbook_content_get (content, LEV_HANDBOOK_FACTOR, position)->code,
                      code);
}

/* The place of factor @code among those of @content; @n_factors when it is none of them. @guess is
 * looked at first, for scores are mostly given in the order of the factors. */
static guint
find_factor (LevHandbookContent *content,
             guint               n_factors,
             const char         *code,
             guint               guess)
{
  guint i = 0;

  if (code == NULL)
    return n_factors;
  if (guess < n_factors && is_factor (content, guess, code))
    return guess;
  while (i < n_factors && !is_factor (content, i, code))
    i++;

  return i;
}

LevCriticality
lev_supplier_get_criticality (LevSupplier        *supplier,
                              LevHandbookContent *content)
{
  guint n_factors = lev_handbook_content_get_n (content, LEV_HANDBOOK_FACTOR);
  g_autofree int *scores = g_new (int, n_factors + 1);
  LevRecordList *parts = lev_record_get_children (LEV_RECORD (supplier),
                                                  LEV_TYPE_CRITICALITY_SCORE);

  for (guint i = 0; i < n_factors; i++)
    scores[i] = LEV_SCORE_OPEN;
  /* Backwards: of more scores for a factor the first holds, as lev_supplier_get_factor() says. */
  for (guint i = lev_record_list_get_n (parts); i > 0; i--)
    {
      LevCriticalityScore *score = lev_record_list_peek (parts, i - 1);

      scores[find_factor (content, n_factors, score->factor, i - 1)] = score->score;
    }

  return lev_scoring_get_criticality (content, scores);
}

const LevHandbookItem *
lev_scoring_find_class (LevHandbookContent *content,
                        LevLevel            level)
{
  if (level == LEV_LEVEL_UNKNOWN)
    return NULL;

  return lev_handbook_content_find (content, LEV_HANDBOOK_CLASS, level_codes[level]);
}

/* The class by the product alone. */
static LevLevel
get_product_level (LevHandbookContent *content,
                   int                 likelihood,
                   int                 impact)
{
  LevLevel level = LEV_LEVEL_UNKNOWN;

  for (LevLevel i = LEV_LEVEL_LOW; i <= LEV_LEVEL_CRITICAL; i++)
    {
      const LevHandbookItem *class = lev_scoring_find_class (content, i);

      if (class != NULL && likelihood * impact >= class->from)
        level = i;
    }

  return level;
}

LevLevel
lev_scoring_get_level (LevHandbookContent *content,
                       int                 likelihood,
                       int                 impact)
{
  int floor = lev_handbook_content_get_rule (content, "impact-never-below-high");
  LevLevel level;

  if (!LEV_SCORE_IS_KNOWN (likelihood) || !LEV_SCORE_IS_KNOWN (impact))
    return LEV_LEVEL_UNKNOWN;

  level = get_product_level (content, likelihood, impact);
  if (floor > 0 && impact >= floor)
    level = MAX (level, LEV_LEVEL_HIGH);

  return level;
}

gboolean
lev_scoring_is_lifted (LevHandbookContent *content,
                       int                 likelihood,
                       int                 impact)
{
  LevLevel level = lev_scoring_get_level (content, likelihood, impact);

  return level != LEV_LEVEL_UNKNOWN && level != get_product_level (content, likelihood, impact);
}

const char *
lev_scoring_get_level_title (LevHandbookContent *content,
                             LevLevel            level)
{
  const LevHandbookItem *class = lev_scoring_find_class (content, level);

  return class != NULL ? class->title : _("unknown");
}

LevHandbookContent *
lev_dossier_get_content (LevDossier *dossier)
{
  LevReview *review = dossier != NULL ? dossier->review : NULL;

  return lev_handbook_get_content (review != NULL ? review->handbook : NULL);
}

LevLevel
lev_risk_get_level (LevRisk *risk)
{
  return lev_scoring_get_level (lev_dossier_get_content (risk->dossier), risk->likelihood,
                                risk->impact);
}

LevLevel
lev_risk_get_residual_level (LevRisk *risk)
{
  return lev_scoring_get_level (lev_dossier_get_content (risk->dossier), risk->residual_likelihood,
                                risk->residual_impact);
}

char *
lev_risk_dup_impact_scale (LevRisk *risk)
{
  const LevHandbookItem *criterion;

  criterion = lev_handbook_content_find (lev_dossier_get_content (risk->dossier),
                                         LEV_HANDBOOK_CRITERION, risk->criterion);

  return g_strdup_printf ("impact-%s", criterion != NULL ? criterion->theme : "");
}
