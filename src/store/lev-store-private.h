#pragma once

#include "lev-store.h"

G_BEGIN_DECLS

/* What the files of the store share. */

struct _LevStore
{
  GObject parent;

  char         *path;
  char         *author;
  char         *notice;  /* why nothing can be written; NULL when it can */
  LevStoreError refusal; /* the same as a code */
  guint         depth;   /* of edits that were begun inside an edit */
  LevDatabase  *database;
  LevChecksums *checksums;
  LevLog       *log;
  LevRegister  *records;
  gboolean      keeps_unsaved;
  GPtrArray    *unsaved; /* LevEdit, in the order in which they were made */
  GError       *unsaved_error;
};

/* FALSE, with the reason, when nothing can be written. */
gboolean lev_store_check_writable  (LevStore *self,
                                    GError  **error);

/* Writes the running edit; @takes_back is the edit that it undoes or redoes, or 0. */
gboolean lev_store_commit_edit     (LevStore *self,
                                    gint64    takes_back,
                                    GError  **error);

/* Ends the transaction that was begun: commits when @written, and rolls back when it is not or
 * when committing fails. Memory that counts along follows. */
gboolean lev_store_end_transaction (LevStore *self,
                                    gboolean  written,
                                    GError  **error);

G_END_DECLS
