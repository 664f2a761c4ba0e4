/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-action-state.h"
#include "lev-workbook-content.h"

G_BEGIN_DECLS

/**
 * LevSheetState:
 * @LEV_SHEET_OPEN: nothing was filled in
 * @LEV_SHEET_NEW: the decision can be recorded
 * @LEV_SHEET_SAME: it is recorded already, as it stands here
 * @LEV_SHEET_REFUSED: it does not fit any more, or is not complete; the row says why
 *
 * What a row of the sheet “Besluiten” comes to.
 */
typedef enum
{
  LEV_SHEET_OPEN,
  LEV_SHEET_NEW,
  LEV_SHEET_SAME,
  LEV_SHEET_REFUSED,
} LevSheetState;

#define LEV_SHEET_N_STATES (LEV_SHEET_REFUSED + 1)

typedef struct
{
  guint         line;     /* in the workbook, from 1 */
  LevAction    *action;   /* borrowed; %NULL when it is not known */
  char         *question; /* as the sheet asks it */
  guint         step;     /* 6 or 11 */
  LevOutcome    outcome;
  char         *reason;
  LevPerson    *accepted_by;
  LevDate       accepted_until;
  LevDate       date;
  LevSheetState state;
  char         *message; /* why it is refused; %NULL otherwise */
} LevSheetRow;

/**
 * LevDecisionSheet:
 *
 * The decisions of the MT that were filled in in the MT report (steps 6 and 11), compared with the
 * round and not yet recorded. What can be recorded was tried against the process itself: the same
 * guards as in the window.
 */
typedef struct _LevDecisionSheet LevDecisionSheet;

/**
 * lev_decision_sheet_new:
 * @content: the workbook
 * @review: the round that it is about
 * @by: who decided on behalf of the MT
 *
 * Must not be called inside a running edit: it tries the decisions in one of its own, which leaves
 * nothing behind.
 *
 * Returns: (transfer full): the rows, or %NULL with %LEV_EXCHANGE_ERROR_READ when the workbook has
 *   no sheet “Besluiten” with the columns of the report
 */
LevDecisionSheet  *lev_decision_sheet_new        (LevWorkbookContent *content,
                                                  LevReview          *review,
                                                  LevPerson          *by,
                                                  GError            **error);
void               lev_decision_sheet_free       (LevDecisionSheet *self);
guint              lev_decision_sheet_get_n_rows (LevDecisionSheet *self);
const LevSheetRow *lev_decision_sheet_get_row    (LevDecisionSheet *self,
                                                  guint             position);

/* How many rows have @state. */
guint              lev_decision_sheet_count      (LevDecisionSheet *self,
                                                  LevSheetState     state);

/* The translated name of @state. */
const char        *lev_sheet_state_get_label     (LevSheetState state);

/**
 * lev_decision_sheet_apply:
 *
 * Records every decision that can be recorded, in the running edit.
 *
 * Returns: %FALSE with the error of the process when the round changed since the rows were read
 */
gboolean           lev_decision_sheet_apply      (LevDecisionSheet *self,
                                                  GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevDecisionSheet, lev_decision_sheet_free)

G_END_DECLS
