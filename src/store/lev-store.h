#pragma once

#include "lev-backup.h"
#include "lev-log.h"
#include "lev-register.h"
#include "lev-store-error.h"

G_BEGIN_DECLS

/* The database: all records in memory, and each edit of them durable when it is committed. One
 * edit is one transaction that appends to the log and brings the projection up to date. */

#define LEV_TYPE_STORE (lev_store_get_type ())
G_DECLARE_FINAL_TYPE (LevStore, lev_store, LEV, STORE, GObject)

typedef enum
{
  LEV_STORE_READ,   /* nothing is written, no backup is made */
  LEV_STORE_WRITE,  /* an existing file; a verified backup is made first */
  LEV_STORE_CREATE, /* a new file */
} LevStoreMode;

/**
 * lev_store_open:
 * @path: a file name, not in a synced or network folder
 *
 * Opens and checks everything: SQLite's own check, the tables, the content's own hash. A file of a
 * newer version is opened for reading only, see lev_store_get_notice().
 *
 * Returns: (transfer full): the store, or %NULL with a LEV_STORE_ERROR. When the file is damaged
 *   the message offers the newest verified backup; the file itself is left as it is.
 */
LevStore     *lev_store_open              (const char  *path,
                                           LevStoreMode mode,
                                           GError     **error);

LevRegister  *lev_store_get_records       (LevStore *self);
const char   *lev_store_get_path          (LevStore *self);
LevLog       *lev_store_get_log           (LevStore *self);

/* Why nothing can be written; %NULL when it can. */
const char   *lev_store_get_notice        (LevStore *self);

/* The same as a code: LEV_STORE_ERROR_TOO_NEW or LEV_STORE_ERROR_READ_ONLY. */
LevStoreError lev_store_get_refusal       (LevStore *self);

/* Whose edits follow; the user's name until it is set. */
void          lev_store_set_author        (LevStore   *self,
                                           const char *author);

/* Begins an edit named @label (see lev_register_begin()). */
void          lev_store_begin             (LevStore   *self,
                                           const char *label);

/**
 * lev_store_commit:
 *
 * Ends the running edit: when this returns %TRUE it is on the disk. On failure, and when the rules
 * of the records forbid the edit, everything in memory is put back to what it was.
 */
gboolean      lev_store_commit            (LevStore *self,
                                           GError  **error);

/* Whether an edit that cannot be written (the disk is full) stays in memory until it can be:
 * lev_store_commit() then succeeds, and each later edit waits behind it. Off unless it is asked
 * for: for a program that shows its user what is not saved yet. */
void          lev_store_set_keeps_unsaved (LevStore *self,
                                           gboolean  keeps_unsaved);

/* Why there are edits that are not saved yet; %NULL when all are. */
const GError *lev_store_get_unsaved       (LevStore *self);

/* Writes what is not saved yet; each new edit tries it too. Outside of an edit. */
gboolean      lev_store_save_again        (LevStore *self,
                                           GError  **error);

/* Ends the running edit and puts everything back to what it was. */
void          lev_store_abandon           (LevStore *self);

/**
 * lev_store_undo:
 * @label: (out) (optional): newly allocated, the name of what was undone
 *
 * Takes the last edit of this writer back, also one of an earlier start, as a new edit.
 *
 * Returns: %FALSE with LEV_STORE_ERROR_NOTHING when there is none
 */
gboolean      lev_store_undo              (LevStore *self,
                                           char    **label,
                                           GError  **error);
gboolean      lev_store_redo              (LevStore *self,
                                           char    **label,
                                           GError  **error);

/**
 * lev_store_merge:
 * @edits: (array length=n_edits): what was made elsewhere; see lev_log_merge()
 *
 * Adds all of @edits in one transaction, or none.
 */
gboolean      lev_store_merge             (LevStore            *self,
                                           const LevLoggedEdit *edits,
                                           guint                n_edits,
                                           GError             **error);

/* What follows is of a new writer: what this one was called is in use elsewhere. */
gboolean      lev_store_rename_writer     (LevStore *self,
                                           GError  **error);

/**
 * lev_store_dup_team_folder:
 *
 * Returns: (transfer full): the folder through which this database is shared; %NULL when it is not
 */
char         *lev_store_dup_team_folder   (LevStore *self);

/* Shares the database through @path from now on; %NULL ends it. The folder is not looked at. */
gboolean      lev_store_set_team_folder   (LevStore   *self,
                                           const char *path,
                                           GError    **error);

/* Throws the projection away and makes it anew from the log. */
gboolean      lev_store_rebuild           (LevStore *self,
                                           GError  **error);

/* Whether the projection is what follows from the log; LEV_STORE_ERROR_DAMAGED names the record
 * and field where it is not. */
gboolean      lev_store_check_log         (LevStore *self,
                                           GError  **error);

/* Makes a verified backup among those of each start; see lev_backup_list(). */
gboolean      lev_store_make_backup       (LevStore *self,
                                           GError  **error);

/* Writes a verified copy to @target, with the files of its evidence beside it. */
gboolean      lev_store_backup            (LevStore     *self,
                                           const char   *target,
                                           LevBackupMode mode,
                                           GError      **error);

/* Newly allocated: which evidence has no file any more on this computer, in one sentence; %NULL
 * when all is there. It takes time in proportion to the files. */
char         *lev_store_describe_lost     (LevStore *self);

G_END_DECLS
