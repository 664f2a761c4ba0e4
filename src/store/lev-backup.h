#pragma once

#include "lev-database.h"

G_BEGIN_DECLS

/* Verified copies of the database, beside it in the folder `<name>-backups`, named by their
 * moment: `20261123T090000Z.levman`. */

/* Newly allocated: the folder with the backups of the database at @path. */
char      *lev_backup_dup_folder      (const char *path);

/* The file names of the backups of the database at @path, the newest first. */
GPtrArray *lev_backup_list            (const char *path);

/* The moment in a backup's file name; 0 when it is not the name of a backup. */
gint64     lev_backup_parse_name      (const char *name);

/* Newly allocated: the newest backup of the database at @path that is whole; %NULL for none. */
char      *lev_backup_find_newest     (const char *path);

/**
 * LevBackupMode:
 * @LEV_BACKUP_KEEP: a file that is there already is refused
 * @LEV_BACKUP_REPLACE: it is replaced, once the new one is whole
 */
typedef enum
{
  LEV_BACKUP_KEEP,
  LEV_BACKUP_REPLACE,
} LevBackupMode;

/**
 * lev_backup_write:
 * @target: a file name
 *
 * Copies @database whole to @target: to a temporary name, synced, read back and checked, renamed.
 * The files of its evidence go along.
 */
gboolean   lev_backup_write           (LevDatabase  *database,
                                       const char   *target,
                                       LevBackupMode mode,
                                       GError      **error);

/* Syncs @temporary, renames it to @target and syncs the folder. */
gboolean   lev_backup_move_into_place (const char *temporary,
                                       const char *target,
                                       GError    **error);

/* Makes a backup of @database in its folder and removes those that no longer have to be kept. The
 * files of its evidence stay where they are: they are never changed or removed. */
gboolean   lev_backup_make            (LevDatabase *database,
                                       GError     **error);

/* Whether the file at @path is a whole database: SQLite's check, the tables, and the content's
 * own hash. */
gboolean   lev_backup_verify          (const char *path,
                                       GError    **error);

/**
 * lev_backup_choose_kept:
 * @moments: (array length=n_moments): when the backups were made, the newest first
 * @kept: (out) (array length=n_moments): which of them stay
 *
 * The last 10 starts; the last one of each of 12 days, 10 weeks and 9 months in which there was
 * one.
 */
void       lev_backup_choose_kept     (const gint64 *moments,
                                       guint         n_moments,
                                       gboolean     *kept);

/* Renames the database at @path, with its files, to a free name beside it.
 * @set_aside: (out): newly allocated, where it is now */
gboolean   lev_backup_set_aside       (const char *path,
                                       char      **set_aside,
                                       GError    **error);

/**
 * lev_backup_restore:
 * @backup: a whole backup
 * @path: where the database goes; what is there is set aside beside it, never overwritten
 * @set_aside: (out) (nullable): newly allocated, where the old file is now
 *
 * The files of the evidence come along; see lev_file_set_list_lost() for what is not there.
 */
gboolean   lev_backup_restore         (const char *backup,
                                       const char *path,
                                       char      **set_aside,
                                       GError    **error);

G_END_DECLS
