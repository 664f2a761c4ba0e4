#pragma once

#include "lev-evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The evidence of an assessment or an action: a chip each, which says so when it is expired, and a
 * button for more. Files that are dropped on it are added. Emits `needed` for a handler that makes
 * the record, when evidence is added before there is one. */

#define LEV_TYPE_EVIDENCE_BAR (lev_evidence_bar_get_type ())
G_DECLARE_FINAL_TYPE (LevEvidenceBar, lev_evidence_bar, LEV, EVIDENCE_BAR, GtkWidget)

/* Shows the evidence of @record (nullable). With @can_add the button is there without any, too. */
void lev_evidence_bar_show       (LevEvidenceBar *self,
                                  LevRecord      *record,
                                  gboolean        editable,
                                  gboolean        can_add);

/* Takes files that are dropped on @target, which the bar is in. */
void lev_evidence_bar_take_drops (LevEvidenceBar *self,
                                  GtkWidget      *target);

G_END_DECLS
