#pragma once

#include "lev-log.h"

G_BEGIN_DECLS

/* What the files of the log share. */

/* The last ones given out. */
typedef struct
{
  gint64 sequence;
  gint64 clock;
  gint64 last_edit;
  gint64 last_operation;
} LevLogCounters;

struct _LevLog
{
  LevDatabase  *database;  /* borrowed */
  LevChecksums *checksums; /* borrowed */
  char          writer[LEV_WRITER_LENGTH + 1];
  GHashTable   *writers;   /* name to its number */
  GHashTable   *conflicts; /* "record/field" with more than one head */

  GArray *undo; /* gint64: edits of this writer that can be taken back, the next one last */
  GArray *redo;

  LevLogCounters now;
  LevLogCounters committed;
};

gint64   lev_log_ensure_writer     (LevLog     *self,
                                    const char *name,
                                    GError    **error);

/* Adds a row of @count operations; @first has what they share, and its own sequence. */
gboolean lev_log_append_row        (LevLog             *self,
                                    const LevOperation *first,
                                    gint64              count,
                                    const char         *row,
                                    gint64              edit_id,
                                    gint64              writer_id,
                                    GError            **error);

/* Calls @func for each operation of a record, the shown ones first; see lev_log_row_walk(). */
gboolean lev_log_foreach_of_record (LevLog          *self,
                                    const char      *record,
                                    LevOperationFunc func,
                                    gpointer         user_data,
                                    GError         **error);

gboolean lev_log_append_edit_row   (LevLog            *self,
                                    const LevEditInfo *info,
                                    gint64             writer_id,
                                    gint64            *edit_id,
                                    GError           **error);

void     lev_log_mark_conflict     (LevLog     *self,
                                    const char *record,
                                    const char *field,
                                    gboolean    conflict);

/* Whether the edit changed the field in the end, and did not put it back; or the field had several
 * values of which one is chosen. */
gboolean lev_log_is_change         (LevLog          *self,
                                    const LevChange *change);

/* "writer:sequence", by which other operations name it. */
char    *lev_operation_dup_name    (const LevOperation *operation);

G_END_DECLS
