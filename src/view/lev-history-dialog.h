#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The history of a record and of all of its parts: who changed what, when, from what to what, the
 * newest edit first. What a field held before can be put back. */

#define LEV_TYPE_HISTORY_DIALOG (lev_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevHistoryDialog, lev_history_dialog, LEV, HISTORY_DIALOG, AdwDialog)

AdwDialog *lev_history_dialog_new (LevRecord *record);

G_END_DECLS
