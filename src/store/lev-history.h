#pragma once

#include "lev-store.h"

G_BEGIN_DECLS

/* One change as people read it: who changed what, when, from what to what. */
typedef struct
{
  gint64 moment; /* seconds since 1970, UTC */
  char  *author;
  char  *label;  /* of the edit */
  char  *kind;   /* as in the log */
  char  *record; /* identifier */
  char  *title;  /* of the record, as it is now */
  char  *field;  /* as in the log */
  char  *field_label;
  char  *from;
  char  *to;

  gint64  edit; /* number of the edit in the log */
  char    writer[LEV_WRITER_LENGTH + 1];
  gint64  sequence; /* counts the operations of the writer */
  LevCell old;      /* @from as it is stored, for lev_history_restore() */
  LevCell value;    /* and @to */
} LevHistoryEntry;

void       lev_history_entry_free      (LevHistoryEntry *entry);

/**
 * lev_history_list:
 * @record: (nullable): an identifier, or %NULL for all records
 * @field: (nullable): a field of it, or %NULL for all
 *
 * Returns: (transfer full) (element-type LevHistoryEntry): the changes, the oldest first; %NULL
 *   with an error
 */
GPtrArray *lev_history_list            (LevStore   *store,
                                        const char *record,
                                        const char *field,
                                        GError    **error);

/* When something of @record was changed last, in seconds since 1970 (UTC); 0 for never. */
gint64     lev_history_get_last_moment (LevStore   *store,
                                        const char *record);

/**
 * lev_history_list_whole:
 * @record: an identifier
 *
 * Returns: (transfer full) (element-type LevHistoryEntry): the changes of @record and of all of its
 *   parts, the newest edit first, and in an edit in the order in which it was made; %NULL with an
 *   error
 */
GPtrArray *lev_history_list_whole      (LevStore   *store,
                                        const char *record,
                                        GError    **error);

/* Whether the value before @entry can be put back: its record is there and may be changed, and
 * holds something else now. */
gboolean   lev_history_is_restorable   (LevStore              *store,
                                        const LevHistoryEntry *entry);

/* Puts the value before @entry back, inside the running edit. */
gboolean   lev_history_restore         (LevStore              *store,
                                        const LevHistoryEntry *entry,
                                        GError               **error);

G_END_DECLS
