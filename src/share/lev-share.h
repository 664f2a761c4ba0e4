#pragma once

#include "lev-operation-file.h"
#include "lev-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Sharing a database with a team (design section 7). An exchange with the team folder takes in
 * what others did, and adds what is in this database and not in the folder: sets of operations are
 * united, and whoever has the same ones shows the same. Nobody's work is lost; a field that two
 * changed without seeing each other stays marked until someone chooses.
 *
 * The folder may be slow, the database belongs to one thread: an exchange goes in four parts,
 * which a window calls in turns in the thread that they are for. */

typedef struct _LevShare LevShare;

/* What came of the last exchange. */
typedef struct
{
  guint      n_received; /* edits */
  guint      n_sent;
  guint      n_others; /* writers besides this one */
  GPtrArray *waiting;  /* (element-type utf8): what waits for something that is on its way */
  GPtrArray *troubles; /* (element-type utf8): files that cannot be used */
} LevShareResult;

/* @path: the team folder; it remembers what was read there for the next exchange */
LevShare             *lev_share_new        (const char *path);
void                  lev_share_free       (LevShare *self);

/* The path of the team folder. */
const char           *lev_share_get_path   (LevShare *self);

/* 1, in the thread of @store: notes what is known here. */
gboolean              lev_share_begin      (LevShare *self,
                                            LevStore *store,
                                            GError  **error);

/* 2, in any thread: reads the folder. Returns: %FALSE with LEV_SHARE_ERROR_UNREACHABLE, or
 * G_IO_ERROR_CANCELLED */
gboolean              lev_share_look       (LevShare     *self,
                                            GCancellable *cancellable,
                                            GError      **error);

/**
 * lev_share_take_in:
 * @more: (out): whether it is to be called again
 *
 * 3, in the thread of @store, outside of an edit: takes in one file, and at last puts together
 * what is to be written.
 *
 * Returns: %FALSE with LEV_SHARE_ERROR_SET_BACK or a LEV_STORE_ERROR
 */
gboolean              lev_share_take_in    (LevShare *self,
                                            LevStore *store,
                                            gboolean *more,
                                            GError  **error);

/* 4, in any thread: writes what is new, and copies evidence both ways. Returns: %FALSE with
 * LEV_SHARE_ERROR_UNREACHABLE, G_IO_ERROR_CANCELLED or a LEV_STORE_ERROR */
gboolean              lev_share_hand_over  (LevShare     *self,
                                            GCancellable *cancellable,
                                            GError      **error);

/* What came of it so far. */
const LevShareResult *lev_share_get_result (LevShare *self);

/* All four, for who can wait. */
gboolean              lev_share_run        (LevShare *self,
                                            LevStore *store,
                                            GError  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevShare, lev_share_free)

G_END_DECLS
