#pragma once

#include "lev-missing.h"
#include "lev-records.h"

G_BEGIN_DECLS

/* Adds what the profile of @dossier lacks (step 3): an answer with an explanation to each key
 * question, a score, n/a or unknown for each criterion, an action or a motivated acceptance for
 * each high or critical risk, an owner and a date for each action, and who took part. */
void  lev_profile_check        (LevDossier *dossier,
                                GListStore *missing);

/* Newly allocated: why a “no” to key question @question is questioned, though not forbidden: a
 * criterion of its theme has score 5, or a risk of its theme is critical; %NULL when nothing
 * contradicts the answer. */
char *lev_profile_doubt_answer (LevDossier *dossier,
                                const char *question);

G_END_DECLS
