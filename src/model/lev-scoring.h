#pragma once

#include "lev-handbook-content.h"
#include "lev-records.h"

G_BEGIN_DECLS

/* Scores and classes, by the handbook's weights and bounds. */

/* The class of a risk. The order is the order of seriousness; unknown is outside of it. */
typedef enum
{
  LEV_LEVEL_UNKNOWN,
  LEV_LEVEL_LOW,
  LEV_LEVEL_MEDIUM,
  LEV_LEVEL_HIGH,
  LEV_LEVEL_CRITICAL,
} LevLevel;

/* A supplier's criticality, 0 to 100: certain when the two are equal, else the band in which it
 * lies whatever the unknown factors turn out to be (template, section 2). */
typedef struct
{
  int lowest;
  int highest;
} LevCriticality;

/**
 * lev_scoring_get_criticality:
 * @content: the handbook's content
 * @scores: (array): one per factor, in the handbook's order: 1 to 5 or LEV_SCORE_…
 *
 * The weighted mean in which 1 counts as 0 and 5 as 100; an open or unknown factor spans all of
 * its weight, a factor that does not apply has none (template, section 2).
 */
LevCriticality         lev_scoring_get_criticality  (LevHandbookContent *content,
                                                     const int          *scores);

/* The criticality of @supplier from its scores. */
LevCriticality         lev_supplier_get_criticality (LevSupplier        *supplier,
                                                     LevHandbookContent *content);

/* The supplier's score on the factor @code; LEV_SCORE_OPEN when there is none. */
int                    lev_supplier_get_factor      (LevSupplier *supplier,
                                                     const char  *code);

/**
 * lev_scoring_get_level:
 * @likelihood: 1 to 5, or LEV_SCORE_…
 * @impact: the same
 *
 * The class by likelihood × impact and the handbook's bounds; the rule `impact-never-below-high`
 * lifts a risk with that impact to high; unknown when one of both is not known (template,
 * section 5).
 */
LevLevel               lev_scoring_get_level        (LevHandbookContent *content,
                                                     int                 likelihood,
                                                     int                 impact);

/* The handbook's class for @level; %NULL for LEV_LEVEL_UNKNOWN, or when it has none. */
const LevHandbookItem *lev_scoring_find_class       (LevHandbookContent *content,
                                                     LevLevel            level);

/* The handbook's word for @level; “unknown”, translated, for LEV_LEVEL_UNKNOWN. */
const char            *lev_scoring_get_level_title  (LevHandbookContent *content,
                                                     LevLevel            level);

/* Whether the rule `impact-never-below-high` decides the class, and not the product. */
gboolean               lev_scoring_is_lifted        (LevHandbookContent *content,
                                                     int                 likelihood,
                                                     int                 impact);

/* The class of @risk now, and the one that is expected after the measures. */
LevLevel               lev_risk_get_level           (LevRisk *risk);
LevLevel               lev_risk_get_residual_level  (LevRisk *risk);

/* The handbook of the round that @dossier is in. */
LevHandbookContent    *lev_dossier_get_content      (LevDossier *dossier);

/* The scale that words the impact of @risk, by the theme of its criterion: `impact-…`. */
char                  *lev_risk_dup_impact_scale    (LevRisk *risk);

G_END_DECLS
