#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Newly allocated: where the closed rounds of the example in the database at @path are archived. */
char    *lev_example_dup_archive (const char *path);

/* Tells how much is done, 0 to 1, and what is being done, in the user's language. */
typedef void (*LevExampleProgress) (double fraction, const char *message, gpointer user_data);

/**
 * lev_example_write:
 * @path: a file that does not exist
 * @progress: (nullable): called from the thread that makes it
 * @cancellable: (nullable): ends it halfway
 *
 * Makes a database with the fictional example at @path, and the archive of its closed rounds
 * beside it, through the same guards as any round. It is the same each time: it is made in its own
 * time and with fixed identifiers. When it fails or is cancelled nothing of it stays. It takes a
 * second or two and can run in a thread.
 */
gboolean lev_example_write       (const char        *path,
                                  LevExampleProgress progress,
                                  gpointer           progress_data,
                                  GCancellable      *cancellable,
                                  GError           **error);

G_END_DECLS
