#pragma once

#include "lev-status-update.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Corrects a status update: what is filled in becomes a new one that refers to it, because updates
 * are only added. */

#define LEV_TYPE_CORRECTION_DIALOG (lev_correction_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevCorrectionDialog, lev_correction_dialog, LEV, CORRECTION_DIALOG, AdwDialog)

AdwDialog *lev_correction_dialog_new (LevStatusUpdate *update);

G_END_DECLS
