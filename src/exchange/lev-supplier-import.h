/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-handbook-content.h"
#include "lev-import-column.h"
#include "lev-import-messages.h"
#include "lev-import-people.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/**
 * LevImportOutcome:
 * @LEV_IMPORT_NEW: the supplier is added
 * @LEV_IMPORT_CHANGED: fields of a known supplier, or of its service, contract or scores, change
 * @LEV_IMPORT_UNCHANGED: everything in the row is already so
 *
 * What a row of a list does.
 */
typedef enum
{
  LEV_IMPORT_NEW,
  LEV_IMPORT_CHANGED,
  LEV_IMPORT_UNCHANGED,
} LevImportOutcome;

#define LEV_IMPORT_N_OUTCOMES (LEV_IMPORT_UNCHANGED + 1)

/**
 * LevSupplierImport:
 *
 * A list of suppliers, compared with the register and not yet applied. The first row that is not
 * empty holds the headings (see lev_import_columns_new()). For each row below it:
 *
 * - The supplier number says which supplier it is. Without a number, or when no supplier has it,
 *   the exact name does, unless that supplier has another number. Else the supplier is new, and
 *   needs a name. Two rows about the same supplier are an error.
 * - An empty cell leaves what is there. A list cannot clear a field.
 * - People go by name or e-mail address. Someone unknown is an error, unless the cell says
 *   `Name <address>` or gives an address: then the person is added.
 * - The service goes by its name, the contract by its number or else its title. Without those they
 *   are the only one that the supplier has, or a new one; a new service takes the supplier's name.
 *
 * It holds on to the register, which must not change between making it and applying it.
 */
typedef struct _LevSupplierImport LevSupplierImport;

/**
 * lev_supplier_import_new:
 * @content: the bytes of the list
 * @records: the register; it is read only
 * @handbook: (nullable): its factors of the criticality are accepted as columns
 * @error: return location for an error
 *
 * Reads a list and finds out what it would change. What is wrong with cells and rows is not an
 * error here but stands in lev_supplier_import_get_messages().
 *
 * Returns: (transfer full): the import, or %NULL with %LEV_EXCHANGE_ERROR_CSV when the file cannot
 *   be taken apart at all
 */
LevSupplierImport       *lev_supplier_import_new          (GBytes             *content,
                                                           LevRegister        *records,
                                                           LevHandbookContent *handbook,
                                                           GError            **error);

/**
 * LevImportProgress:
 * @fraction: how much is read, 0 to 1
 * @message: what is being done, in the user's language
 * @user_data: what was passed in the options
 *
 * Tells how far reading a list is; called from the thread that reads it.
 */
typedef void (*LevImportProgress) (double fraction, const char *message, gpointer user_data);

/**
 * LevImportOptions:
 * @columns: (nullable) (element-type LevImportColumn): what each column means; %NULL to go by the
 *   headings
 * @progress: (nullable): tells how far it is
 * @progress_data: data for @progress
 * @cancellable: (nullable): stops it
 */
typedef struct
{
  GArray           *columns;
  LevImportProgress progress;
  gpointer          progress_data;
  GCancellable     *cancellable;
} LevImportOptions;

/**
 * lev_supplier_import_new_with:
 * @options: (nullable): how to read it
 *
 * As lev_supplier_import_new(), with columns that someone chose, and in more time than people like
 * to wait.
 *
 * Returns: (transfer full): the import, or %NULL with an error of the same, or
 *   %G_IO_ERROR_CANCELLED
 */
LevSupplierImport       *lev_supplier_import_new_with     (GBytes                 *content,
                                                           LevRegister            *records,
                                                           LevHandbookContent     *handbook,
                                                           const LevImportOptions *options,
                                                           GError                **error);

void                     lev_supplier_import_free         (LevSupplierImport *self);

/* What each column means, (element-type LevImportColumn); %NULL when the list is empty. */
GArray                  *lev_supplier_import_get_columns  (LevSupplierImport *self);

/* The heading of column @column; the empty string when it has none. */
const char              *lev_supplier_import_get_heading  (LevSupplierImport *self,
                                                           guint              column);

/* The first values of column @column with dots between them, at most @limit. */
char                    *lev_supplier_import_dup_sample   (LevSupplierImport *self,
                                                           guint              column,
                                                           guint              limit);

/* Errors and warnings; with an error the import cannot be applied. */
const LevImportMessages *lev_supplier_import_get_messages (LevSupplierImport *self);

/* The people whom the import adds. */
LevImportPeople         *lev_supplier_import_get_people   (LevSupplierImport *self);

/* How many suppliers the list holds. */
guint                    lev_supplier_import_get_n_rows   (LevSupplierImport *self);

/* How many of them have @outcome. */
guint                    lev_supplier_import_count        (LevSupplierImport *self,
                                                           LevImportOutcome   outcome);

LevImportOutcome         lev_supplier_import_get_outcome  (LevSupplierImport *self,
                                                           guint              row);

/* The name of the supplier in @row, as it will be. */
const char              *lev_supplier_import_get_name     (LevSupplierImport *self,
                                                           guint              row);

/* The line of the file on which @row starts. */
guint                    lev_supplier_import_get_line     (LevSupplierImport *self,
                                                           guint              row);

/**
 * lev_supplier_import_dup_changes:
 * @self: an import
 * @row: a row
 *
 * Returns: (transfer full): the labels of what changes in @row, with commas between them
 */
char                    *lev_supplier_import_dup_changes  (LevSupplierImport *self,
                                                           guint              row);

/**
 * lev_supplier_import_dup_details:
 * @self: an import
 * @row: a row
 *
 * Returns: (transfer full): what changes in @row, one field per line: “Country: Nederland →
 *   België”
 */
char                    *lev_supplier_import_dup_details  (LevSupplierImport *self,
                                                           guint              row);

/**
 * lev_supplier_import_apply:
 * @self: an import
 * @error: return location for an error
 *
 * Applies all of it, in the running edit of the register, or nothing.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_CSV when the list has errors; its message holds the
 *   first 20 of them
 */
gboolean                 lev_supplier_import_apply        (LevSupplierImport *self,
                                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevSupplierImport, lev_supplier_import_free)

G_END_DECLS
