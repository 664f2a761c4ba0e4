/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-csv.h"
#include "lev-handbook-content.h"
#include "lev-import-messages.h"

G_BEGIN_DECLS

/**
 * LevImportTarget:
 * @LEV_IMPORT_NOTHING: a column that is not imported
 * @LEV_IMPORT_SUPPLIER: a field of the supplier
 * @LEV_IMPORT_SERVICE: a field of its service
 * @LEV_IMPORT_CONTRACT: a field of its contract
 * @LEV_IMPORT_SCORE: its score on a factor of the criticality
 *
 * The record to which a column of a supplier list belongs.
 */
typedef enum
{
  LEV_IMPORT_NOTHING,
  LEV_IMPORT_SUPPLIER,
  LEV_IMPORT_SERVICE,
  LEV_IMPORT_CONTRACT,
  LEV_IMPORT_SCORE,
} LevImportTarget;

#define LEV_IMPORT_N_TARGETS (LEV_IMPORT_SCORE + 1)

/**
 * LevImportColumn:
 * @target: the record that the column fills in
 * @field_index: the index of its field in the record's class
 * @field: (nullable): that field
 * @factor: (nullable): for a score, the code of the factor
 *
 * What a column of a supplier list means.
 */
typedef struct
{
  LevImportTarget target;
  guint           field_index;
  const LevField *field;
  const char     *factor;
} LevImportColumn;

/**
 * lev_import_columns_new:
 * @csv: a supplier list
 * @row: the row with the headings
 * @handbook: (nullable): its factors are accepted as columns
 * @messages: gets a warning for a heading that is not known, and an error for one that is there
 *   twice
 *
 * Recognises headings: the names of the fields, their labels in English and in the language of the
 * user, and what Dutch and English lists commonly use. Case, spaces and punctuation do not count,
 * nor does what stands between parentheses.
 *
 * Returns: (transfer full) (element-type LevImportColumn): as many columns as @row has cells
 */
GArray  *lev_import_columns_new      (LevCsv             *csv,
                                      guint               row,
                                      LevHandbookContent *handbook,
                                      LevImportMessages  *messages);

/**
 * lev_import_columns_list_all:
 * @handbook: (nullable): its factors are among them
 *
 * Returns: (transfer full) (element-type LevImportColumn): everything that a column can mean,
 *   nothing first
 */
GArray  *lev_import_columns_list_all (LevHandbookContent *handbook);

/* Whether two columns mean the same. */
gboolean lev_import_column_equal     (const LevImportColumn *a,
                                      const LevImportColumn *b);

/* Newly allocated: what a column means, in the user's language: “Service: BIV classification”. */
char    *lev_import_column_dup_label (const LevImportColumn *column,
                                      LevHandbookContent    *handbook);

/* The record class that @target stands for. */
GType    lev_import_target_get_type  (LevImportTarget target);

/* The position of the column for field @name of @target in @columns; -1 when there is none. */
int      lev_import_columns_find     (GArray         *columns,
                                      LevImportTarget target,
                                      const char     *name);

G_END_DECLS
