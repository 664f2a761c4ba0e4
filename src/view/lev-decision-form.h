#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What has to be said with a decision of the MT on an action (step 6): the reason, who decides,
 * and with a no who accepts the residual risk and until when. What is missing has an outline, and
 * the first of it is said beside the button, which records once nothing is missing. Emits
 * `recorded` afterwards, and `cancelled` when the user takes back what was filled in. */

#define LEV_TYPE_DECISION_FORM (lev_decision_form_get_type ())
G_DECLARE_FINAL_TYPE (LevDecisionForm, lev_decision_form, LEV, DECISION_FORM, AdwBin)

/* @action must outlive the form; to be called once. */
void lev_decision_form_set_action  (LevDecisionForm *self,
                                    LevAction       *action);

/* Asks for what belongs to @outcome; with %LEV_OUTCOME_NONE everything is empty again. */
void lev_decision_form_set_outcome (LevDecisionForm *self,
                                    LevOutcome       outcome);

/* Records the decision, when nothing is missing. */
void lev_decision_form_record      (LevDecisionForm *self);

G_END_DECLS
