/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-supplier-index.h"

struct _LevSupplierIndex
{
  GHashTable *by_number;       /* to LevSupplier */
  GHashTable *by_name;         /* to LevSupplier, or NULL when more have that name */
  GHashTable *claimed;         /* LevSupplier to the line that names it */
  GHashTable *claimed_numbers; /* of new suppliers, to that line */
  GHashTable *claimed_names;   /* of new suppliers without a number, to that line */
};

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Returns the line that has @key already, or 0 after noting @line. */
static guint
claim (GHashTable   *table,
       gconstpointer key,
       guint         line)
{
  gpointer earlier;

  if (g_hash_table_lookup_extended (table, key, NULL, &earlier))
    return GPOINTER_TO_UINT (earlier);

  g_hash_table_insert (table, (gpointer) key, GUINT_TO_POINTER (line));

  return 0;
}

LevSupplierIndex *
lev_supplier_index_new (LevRegister *records)
{
  LevSupplierIndex *self;
  LevRecordList *list;

  g_return_val_if_fail (LEV_IS_REGISTER (records), NULL);

  self = g_new0 (LevSupplierIndex, 1);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->claimed = g_hash_table_new (NULL, NULL);
  self->claimed_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->claimed_names = g_hash_table_new (g_str_hash, g_str_equal);

  list = lev_register_list (records, LEV_TYPE_SUPPLIER);
  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevSupplier *supplier = lev_record_list_peek (list, i);

      if (is_text (supplier->number))
        g_hash_table_insert (self->by_number, supplier->number, supplier);
      if (is_text (supplier->name))
        g_hash_table_insert (self->by_name, supplier->name,
                             g_hash_table_contains (self->by_name, supplier->name) ? NULL
                                                                                   : supplier);
    }

  return self;
}

void
lev_supplier_index_free (LevSupplierIndex *self)
{
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->claimed);
  g_hash_table_unref (self->claimed_numbers);
  g_hash_table_unref (self->claimed_names);
  g_free (self);
}

LevSupplier *
lev_supplier_index_find (LevSupplierIndex *self,
                         const char       *number,
                         const char       *name,
                         gboolean         *is_ambiguous)
{
  gpointer supplier = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  *is_ambiguous = FALSE;
  if (is_text (number))
    supplier = g_hash_table_lookup (self->by_number, number);
  if (supplier != NULL || !is_text (name))
    return supplier;

  if (!g_hash_table_lookup_extended (self->by_name, name, NULL, &supplier))
    return NULL;

  if (!is_text (number))
    *is_ambiguous = supplier == NULL;
  else if (supplier != NULL && is_text (LEV_SUPPLIER (supplier)->number))
    return NULL;

  return supplier;
}

guint
lev_supplier_index_claim (LevSupplierIndex *self,
                          LevSupplier      *supplier,
                          const char       *number,
                          const char       *name,
                          guint             line)
{
  g_return_val_if_fail (self != NULL, 0);

  if (supplier != NULL)
    return claim (self->claimed, supplier, line);
  if (is_text (number))
    return claim (self->claimed_numbers, number, line);

  return claim (self->claimed_names, name, line);
}
