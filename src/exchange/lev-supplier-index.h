/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-register.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/**
 * LevSupplierIndex:
 *
 * The suppliers of a register by number and by name, and which of them a list has already named.
 */
typedef struct _LevSupplierIndex LevSupplierIndex;

LevSupplierIndex *lev_supplier_index_new   (LevRegister *records);

void              lev_supplier_index_free  (LevSupplierIndex *self);

/**
 * lev_supplier_index_find:
 * @self: an index
 * @number: the number in a row, or the empty string
 * @name: the name in a row, or the empty string
 * @is_ambiguous: (out): whether there is no number, and more suppliers have this name
 *
 * Finds the supplier that a row is about: the one with @number, else the one with exactly @name,
 * unless the numbers of both are known and differ.
 *
 * Returns: (transfer none): the supplier; %NULL when it is new
 */
LevSupplier      *lev_supplier_index_find  (LevSupplierIndex *self,
                                            const char       *number,
                                            const char       *name,
                                            gboolean         *is_ambiguous);

/**
 * lev_supplier_index_claim:
 * @self: an index
 * @supplier: (nullable): what lev_supplier_index_find() returned
 * @number: the number in the row; must live as long as the index, as @name
 * @name: the name in the row
 * @line: the line of the row
 *
 * Notes that a row is about a supplier.
 *
 * Returns: 0, or the line of an earlier row about the same supplier
 */
guint             lev_supplier_index_claim (LevSupplierIndex *self,
                                            LevSupplier      *supplier,
                                            const char       *number,
                                            const char       *name,
                                            guint             line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevSupplierIndex, lev_supplier_index_free)

G_END_DECLS
