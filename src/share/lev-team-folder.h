#pragma once

#include "lev-operation-file.h"

G_BEGIN_DECLS

/* The team folder (design section 7): a folder that something else keeps in step between the
 * computers of a team. Each writer has a folder `w-<name>` in it, with files of operations and the
 * files of evidence, `f-<SHA-256>`. Files are added and never changed, so that two that look at
 * the folder do not stand in each other's way; whatever else is there is left alone. What is not
 * there (yet) means nothing.
 *
 * It remembers what it has read, for the next look. The functions are for one thread at a time. */

typedef struct _LevTeamFolder LevTeamFolder;

LevTeamFolder    *lev_team_folder_new           (const char *path);
void              lev_team_folder_free          (LevTeamFolder *self);

const char       *lev_team_folder_get_path      (LevTeamFolder *self);

/**
 * lev_team_folder_look:
 * @known: (element-type utf8 gint64): of each writer the last operation that is known
 * @own: the writer whose last file that holds known operations is wanted too
 *
 * Reads what is new. It takes time in proportion to that.
 *
 * Returns: %FALSE with LEV_SHARE_ERROR_UNREACHABLE, or G_IO_ERROR_CANCELLED
 */
gboolean          lev_team_folder_look          (LevTeamFolder *self,
                                                 GHashTable    *known,
                                                 const char    *own,
                                                 GCancellable  *cancellable,
                                                 GError       **error);

/* What the last look found, until the next one. */

/* (element-type LevOperationFile): files that follow on what is known, parsed, of each writer in
 * their order. */
GPtrArray        *lev_team_folder_get_new       (LevTeamFolder *self);

/* The last file of the own writer that holds only what is known, parsed; %NULL for none. */
LevOperationFile *lev_team_folder_get_own       (LevTeamFolder *self);

/* The number of the last operation of @writer; 0 for none. */
gint64            lev_team_folder_get_last      (LevTeamFolder *self,
                                                 const char    *writer);

/* (element-type utf8): of whom files wait for earlier ones that are not there yet, one text each. */
GPtrArray        *lev_team_folder_get_waiting   (LevTeamFolder *self);

/* (element-type utf8): what cannot be used, and why. A file that is still on its way looks like a
 * damaged one: after the first look only what was so at the look before too. */
GPtrArray        *lev_team_folder_list_troubles (LevTeamFolder *self);

/* How many writers there are. */
guint             lev_team_folder_get_n_writers (LevTeamFolder *self);

/* Whether the file of evidence with @sha256 is there. */
gboolean          lev_team_folder_has_evidence  (LevTeamFolder *self,
                                                 const char    *sha256);

/* The content of that file; %NULL when it cannot be read, or is not what it should be. */
GBytes           *lev_team_folder_read_evidence (LevTeamFolder *self,
                                                 const char    *sha256);

/* Called with the numbers of operations that are in no file. */
typedef gboolean (
  *LevGapFunc) (const char *writer, gint64 first, gint64 last, gpointer user_data, GError **error);

/* Calls @func for what is missing of the operations of @writer up to @last, until it fails. */
gboolean          lev_team_folder_foreach_gap   (LevTeamFolder *self,
                                                 const char    *writer,
                                                 gint64         last,
                                                 LevGapFunc     func,
                                                 gpointer       user_data,
                                                 GError       **error);

/**
 * lev_team_folder_write:
 * @writer: in whose folder
 * @name: how the file is called
 *
 * Writes a file whole: what looks at the folder sees all of it or nothing.
 *
 * Returns: %FALSE with LEV_SHARE_ERROR_UNREACHABLE, which says why
 */
gboolean          lev_team_folder_write         (LevTeamFolder *self,
                                                 const char    *writer,
                                                 const char    *name,
                                                 GBytes        *content,
                                                 GError       **error);

/* Newly allocated: the name of the file of evidence with @sha256. */
char             *lev_team_folder_name_evidence (const char *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevTeamFolder, lev_team_folder_free)

G_END_DECLS
