#pragma once

#include "lev-action-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One decision or status update in the story of an action: when, who, what came of it, and why. */

#define LEV_TYPE_JOURNAL_ROW (lev_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (LevJournalRow, lev_journal_row, LEV, JOURNAL_ROW, AdwBin)

/* @entry: a LevDecision or a LevStatusUpdate; such records never change. */
GtkWidget *lev_journal_row_new       (LevRecord *entry);

LevRecord *lev_journal_row_get_entry (LevJournalRow *self);

G_END_DECLS
