#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog in which a person, a service, a contract or an entry of the year calendar is changed.
 * What is changed is kept at once. */

#define LEV_TYPE_RECORD_DIALOG (lev_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevRecordDialog, lev_record_dialog, LEV, RECORD_DIALOG, AdwDialog)

/* The dialog for @record; %NULL for a kind that is changed elsewhere. */
AdwDialog *lev_record_dialog_new (LevRecord *record);

G_END_DECLS
