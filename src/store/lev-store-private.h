#pragma once

#include "lev-store.h"

G_BEGIN_DECLS

/* What the files of the store share. */

struct _LevStore
{
  GObject parent;

  char         *path;
  char         *author;
  char         *notice;
  LevDatabase  *database;
  LevChecksums *checksums;
  LevLog       *log;
  LevRegister  *records;
};

/* Ends the transaction that was begun: commits when @written, and rolls back when it is not or
 * when committing fails. Memory that counts along follows. */
gboolean lev_store_end_transaction (LevStore *self,
                                    gboolean  written,
                                    GError  **error);

G_END_DECLS
