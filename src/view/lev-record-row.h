#pragma once

#include "lev-record-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that chooses one record out of a list, or none, by title. Property `record` tells when
 * the choice changes. */

#define LEV_TYPE_RECORD_ROW (lev_record_row_get_type ())
G_DECLARE_FINAL_TYPE (LevRecordRow, lev_record_row, LEV, RECORD_ROW, AdwComboRow)

/* Offers @records, a list of LevRecord, after the choice for none. */
void       lev_record_row_set_records (LevRecordRow *self,
                                       GListModel   *records);

/* The chosen record; %NULL for none. */
LevRecord *lev_record_row_get_record  (LevRecordRow *self);
void       lev_record_row_set_record  (LevRecordRow *self,
                                       LevRecord    *record);

G_END_DECLS
