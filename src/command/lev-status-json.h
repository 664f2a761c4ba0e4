#pragma once

#include "lev-state.h"

G_BEGIN_DECLS

/* Prints where @review is as JSON: its steps with what is missing, its dossiers with their risks
 * and actions. */
void lev_status_print_json (LevReview *review);

G_END_DECLS
