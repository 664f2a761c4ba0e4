#pragma once

#include "lev-calendar-entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for what a round needs to begin, starts it, and opens its first step. */

#define LEV_TYPE_NEW_REVIEW_DIALOG (lev_new_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevNewReviewDialog, lev_new_review_dialog, LEV, NEW_REVIEW_DIALOG, AdwDialog)

/* @entry: (nullable): the entry of the year calendar that asks for the round */
AdwDialog *lev_new_review_dialog_new (LevCalendarEntry *entry);

G_END_DECLS
