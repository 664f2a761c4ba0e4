#pragma once

#include "lev-evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for one piece of evidence: its name, its date, until when it is valid, and a link or a
 * file. Emits `accepted` when everything is there, and `removed` when it is to go. */

#define LEV_TYPE_EVIDENCE_DIALOG (lev_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevEvidenceDialog, lev_evidence_dialog, LEV, EVIDENCE_DIALOG, AdwDialog)

/**
 * lev_evidence_dialog_new:
 * @evidence: (nullable): what is shown; %NULL for a new piece
 * @editable: whether it can be changed
 */
LevEvidenceDialog *lev_evidence_dialog_new   (LevEvidence *evidence,
                                              gboolean     editable);

/* Fills @evidence in with what was accepted, inside the running edit. */
void               lev_evidence_dialog_apply (LevEvidenceDialog *self,
                                              LevEvidence       *evidence);

G_END_DECLS
