#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for what a round needs to begin, starts it, and opens its first step. */

#define LEV_TYPE_NEW_REVIEW_DIALOG (lev_new_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevNewReviewDialog, lev_new_review_dialog, LEV, NEW_REVIEW_DIALOG, AdwDialog)

AdwDialog *lev_new_review_dialog_new (void);

G_END_DECLS
