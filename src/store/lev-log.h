#pragma once

#include "lev-checksum.h"
#include "lev-edit.h"

G_BEGIN_DECLS

/* The log: every edit and its operations, in the order in which they came. An operation says
 * that a writer, at its so-manieth operation and at a Lamport clock, gave a field of a record a
 * value, and which operations of that field it overwrote. Operations are never changed. What a
 * field holds follows from them: the operations that none overwrites are its heads, and the one
 * with the highest clock (then writer) is shown. Kinds and fields that are not known here are
 * kept like any other. */

#define LEV_WRITER_LENGTH (16)

typedef struct _LevLog LevLog;

/* One operation, as it is stored and exchanged. */
typedef struct
{
  char        writer[LEV_WRITER_LENGTH + 1];
  gint64      sequence; /* counts the writer's operations from 1 */
  gint64      clock;    /* Lamport */
  const char *kind;
  const char *record;
  const char *field;
  LevCell     value;
  const char *overwrites; /* "writer:sequence" of each, with spaces between; or %NULL */
} LevOperation;

/* What is said once about the operations of one gesture. */
typedef struct
{
  const char *label;
  const char *author;
  gint64      moment;     /* seconds since 1970, UTC */
  gint64      takes_back; /* the edit that this one undoes; 0 for none, or one made elsewhere */
} LevEditInfo;

/* An edit as it is in the log, or a part of it that is exchanged: operations of one writer that
 * follow on each other. */
typedef struct
{
  LevEditInfo         info;
  const LevOperation *operations; /* (array length=n_operations) */
  guint               n_operations;
} LevLoggedEdit;

/**
 * lev_log_open:
 * @checksums: kept by the caller; every row of the log is added to it
 *
 * Returns: (transfer full): the log of @database, as who writes next; %NULL with an error
 */
LevLog       *lev_log_open           (LevDatabase  *database,
                                      LevChecksums *checksums,
                                      GError      **error);

void          lev_log_free           (LevLog *self);

/* Who writes here: 16 hexadecimal digits. */
const char   *lev_log_get_writer     (LevLog *self);

/* Writes on under a new name: for a copy or a restored backup, whose sequence may have been used
 * already. @name is 16 hexadecimal digits, or %NULL for a random one. */
gboolean      lev_log_rename_writer  (LevLog     *self,
                                      const char *name,
                                      GError    **error);

/**
 * lev_log_append:
 * @edit: what was changed in memory
 * @edit_id: (out): the number of the edit in the log
 *
 * Writes @edit down as operations, inside the running transaction.
 */
gboolean      lev_log_append         (LevLog            *self,
                                      LevEdit           *edit,
                                      const LevEditInfo *info,
                                      gint64            *edit_id,
                                      GError           **error);

/* After the transaction: what was counted in it stands, or never happened. */
gboolean      lev_log_settle         (LevLog  *self,
                                      gboolean committed,
                                      GError **error);

/* Whether @edit changes anything in the end, or chooses between values. */
gboolean      lev_log_has_changes    (LevLog        *self,
                                      const LevEdit *edit);

/* What can be undone or redone: edits of this writer, (element-type gint64), the next one last. */
GArray       *lev_log_get_undo       (LevLog *self);
GArray       *lev_log_get_redo       (LevLog *self);

/* The label of edit @edit_id; the empty string when there is none. */
char         *lev_log_dup_label      (LevLog *self,
                                      gint64  edit_id);

/**
 * lev_log_replay:
 * @records: an empty register
 *
 * Gives @records the state that follows from the log alone; takes time in proportion to the
 * number of operations. Kinds and fields that are not known here are passed over.
 *
 * Returns: (transfer full) (element-type LevRecord): the records in the order in which they were
 *   made, deleted ones too; %NULL with an error
 */
GPtrArray    *lev_log_replay         (LevLog      *self,
                                      LevRegister *records,
                                      GError     **error);

/**
 * lev_log_merge:
 * @edit: by another writer
 * @touched: (element-type utf8): gets the identifier of each record that has new operations
 *
 * Adds operations that came from elsewhere, inside the running transaction; those that are here
 * already are passed over.
 */
gboolean      lev_log_merge          (LevLog              *self,
                                      const LevLoggedEdit *edit,
                                      GHashTable          *touched,
                                      GError             **error);

/**
 * lev_log_list_writers:
 *
 * Returns: (transfer full) (element-type utf8 gint64): of each writer whose operations are here,
 *   the number of the last one; %NULL with an error
 */
GHashTable   *lev_log_list_writers   (LevLog  *self,
                                      GError **error);

/**
 * lev_log_foreach_edit:
 * @writer: whose edits
 * @first: the number of an operation
 * @last: the number of a later one, or of the same
 * @func: called for each edit in their order, with only the operations from @first to @last; what
 *   it gets is gone after the call. When it returns %FALSE it has to set its error
 *
 * Walks what a writer did.
 */
typedef gboolean (*LevLoggedEditFunc) (const LevLoggedEdit *edit,
                                       gpointer user_data,
                                       GError **error);

gboolean      lev_log_foreach_edit   (LevLog           *self,
                                      const char       *writer,
                                      gint64            first,
                                      gint64            last,
                                      LevLoggedEditFunc func,
                                      gpointer          user_data,
                                      GError          **error);

/* Whether field @field of @record has more than one head: someone has to choose. */
gboolean      lev_log_has_conflict   (LevLog     *self,
                                      const char *record,
                                      const char *field);

/* Each field that has more than one head: (element-type utf8), "record/field". */
GPtrArray    *lev_log_list_conflicts (LevLog *self);

/* Newly allocated: the name of the writer that made @record; %NULL when there is no such record, or
 * with an error. */
char         *lev_log_dup_maker      (LevLog     *self,
                                      const char *record,
                                      GError    **error);

/* Calls @func for each operation of edit @edit_id, or of all edits for 0, in the order of the
 * log, until it returns %FALSE; that is a failure only when it set its error. */
typedef gboolean (*LevOperationFunc) (const LevOperation *operation,
                                      gint64 edit_id,
                                      gpointer user_data,
                                      GError **error);

gboolean      lev_log_foreach        (LevLog          *self,
                                      gint64           edit_id,
                                      LevOperationFunc func,
                                      gpointer         user_data,
                                      GError         **error);

/* The heads of a field, the shown one first: (element-type LevOperation); free with
 * lev_operation_free. */
GPtrArray    *lev_log_list_heads     (LevLog     *self,
                                      const char *record,
                                      const char *field,
                                      GError    **error);

/* The value that field @field of @operation's record had before @operation; NULL cell when it
 * had none. @value borrows from a string that is set into @text. */
gboolean      lev_log_get_previous   (LevLog             *self,
                                      const LevOperation *operation,
                                      LevCell            *value,
                                      char              **text,
                                      GError            **error);

/* Whether edit @edit_id made the record: no earlier edit has an operation of it. */
gboolean      lev_log_was_added      (LevLog     *self,
                                      const char *record,
                                      gint64      edit_id,
                                      gboolean   *was_added,
                                      GError    **error);

/**
 * lev_log_refresh:
 * @record: (out) (transfer none): the record, or %NULL when its kind is not known here
 *
 * Gives every field of record @id the value that the log now shows; the changes join the running
 * edit of @records. A record that was not there yet stays a placeholder, to be settled.
 */
gboolean      lev_log_refresh        (LevLog      *self,
                                      LevRegister *records,
                                      const char  *id,
                                      LevRecord  **record,
                                      GError     **error);

/* Keeps account of what can be undone, after edit @edit_id of this writer. */
void          lev_log_note_edit      (LevLog *self,
                                      gint64  edit_id,
                                      gint64  takes_back);

LevOperation *lev_operation_copy     (const LevOperation *operation);
void          lev_operation_free     (LevOperation *operation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevLog, lev_log_free)

G_END_DECLS
