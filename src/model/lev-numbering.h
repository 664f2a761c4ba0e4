#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* The numbers by which people name risks and actions: they count on within a round. */

/* The number for the next risk or action (@type) of @review. */
int        lev_review_next_number   (LevReview *review,
                                     GType      type);

/* Newly allocated (element-type LevRecord, borrowed): the risks and actions that have the number of
 * another one in the same round, because two people worked without seeing each other; of each
 * number all but one, the same ones everywhere. What the MT saw keeps its number. */
GPtrArray *lev_numbering_list_twins (LevRegister *records);

/* Gives @record, a risk or an action, the next number, inside the running edit. */
void       lev_numbering_renumber   (LevRecord *record);

G_END_DECLS
