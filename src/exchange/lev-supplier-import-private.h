/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-csv.h"
#include "lev-import-column.h"
#include "lev-supplier-import.h"
#include "lev-supplier-index.h"

G_BEGIN_DECLS

typedef struct _LevImportRow LevImportRow;
typedef struct _LevImportChange LevImportChange;

struct _LevSupplierImport
{
  LevCsv            *csv;
  LevRegister       *records;
  LevSupplierIndex  *index;
  LevImportPeople   *people;
  LevImportMessages *messages;
  GArray            *columns; /* LevImportColumn */
  guint              heading_row;
  int                name_column;
  int                number_column;
  GArray            *rows;    /* LevImportRow */
  GArray            *changes; /* LevImportChange, row after row */
  GStringChunk      *trimmed; /* cells that had white space around them */
};

/* The records are those that are there; one that is missing is made when the import is applied. */
struct _LevImportRow
{
  guint        csv_row;
  guint        first_change;
  guint        n_changes;
  gboolean     is_new;
  LevSupplier *supplier;
  LevRecord   *parts[LEV_IMPORT_N_TARGETS];
};

/* Where a person may still have to be added, @value has no record yet. */
struct _LevImportChange
{
  guint            column;
  LevImportPerson *person;
  LevValue         value;
};

/* Reads all rows of @self->csv and fills in everything else; %FALSE when it was cancelled. */
gboolean    lev_supplier_plan_make       (LevSupplierImport      *self,
                                          LevHandbookContent     *handbook,
                                          const LevImportOptions *options,
                                          GError                **error);

/* The text of a cell without white space around it; empty when @column is -1. */
const char *lev_supplier_plan_get_text   (LevSupplierImport *self,
                                          guint              csv_row,
                                          int                column);

/* The record of @row that @column is about; %NULL when it is still to be made. */
LevRecord  *lev_supplier_plan_get_record (LevImportRow          *row,
                                          const LevImportColumn *column);

G_END_DECLS
