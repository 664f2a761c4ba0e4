#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A round in the sidebar: its title, the phase in which it is, and its five phases as bars. It
 * leads to the round. */

#define LEV_TYPE_REVIEW_ROW (lev_review_row_get_type ())
G_DECLARE_FINAL_TYPE (LevReviewRow, lev_review_row, LEV, REVIEW_ROW, GtkListBoxRow)

GtkWidget *lev_review_row_new        (LevReview *review);

LevReview *lev_review_row_get_review (LevReviewRow *self);

/* Shows how the round stands now. */
void       lev_review_row_update     (LevReviewRow *self);

G_END_DECLS
