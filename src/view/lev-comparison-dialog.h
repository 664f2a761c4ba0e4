#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Profiles against those of the previous round: what is new, worse, better, changed or gone, per
 * supplier; with a switch for what stayed equal. */

#define LEV_TYPE_COMPARISON_DIALOG (lev_comparison_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevComparisonDialog, lev_comparison_dialog, LEV, COMPARISON_DIALOG, AdwDialog)

/* A dialog about @dossiers (LevDossier), of one round. */
AdwDialog *lev_comparison_dialog_new (GPtrArray *dossiers);

G_END_DECLS
