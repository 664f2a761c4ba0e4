#pragma once

#include "lev-step.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a step involves, from the step table: in a few sentences, who is responsible, which
 * document is needed and where it is kept. */

#define LEV_TYPE_STEP_EXPLANATION (lev_step_explanation_get_type ())
G_DECLARE_FINAL_TYPE (LevStepExplanation, lev_step_explanation, LEV, STEP_EXPLANATION, GtkWidget)

void lev_step_explanation_show (LevStepExplanation *self,
                                guint               number);

G_END_DECLS
