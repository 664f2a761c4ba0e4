#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Records a status update for several actions of a round at once: one text for all of them, or an
 * own text where that differs, and for each its progress. */

#define LEV_TYPE_UPDATES_DIALOG (lev_updates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevUpdatesDialog, lev_updates_dialog, LEV, UPDATES_DIALOG, AdwDialog)

AdwDialog *lev_updates_dialog_new (LevReview *review);

G_END_DECLS
