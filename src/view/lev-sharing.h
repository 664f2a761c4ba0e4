#pragma once

#include "lev-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _LevApplication LevApplication;

/* Shares the open database through its team folder (design section 7): when it is opened, when the
 * window gets the focus, a moment after an edit, every few minutes, and on demand. The folder is
 * read and written in another thread; what arrives is taken in a file at a time, so that the window
 * stays quick. Work goes on, whatever the folder does. */

#define LEV_TYPE_SHARING (lev_sharing_get_type ())
G_DECLARE_FINAL_TYPE (LevSharing, lev_sharing, LEV, SHARING, GObject)

typedef enum
{
  LEV_SHARING_OFF,     /* the database has no team folder, or is read-only */
  LEV_SHARING_RUNNING, /* an exchange is going on */
  LEV_SHARING_DONE,
  LEV_SHARING_FAILED, /* see lev_sharing_get_error() */
} LevSharingState;

/* Emits `changed` when any of this becomes something else. @application owns it. */
LevSharing     *lev_sharing_new             (LevApplication *application);

LevSharingState lev_sharing_get_state       (LevSharing *self);

/* Why the last exchange failed; %NULL when it did not. */
const GError   *lev_sharing_get_error       (LevSharing *self);

/* How many fields someone has to choose a value of. */
guint           lev_sharing_get_n_conflicts (LevSharing *self);

/* Newly allocated: how it stands, in one or more sentences. */
char           *lev_sharing_describe        (LevSharing *self);

/* Exchanges now, or once more when an exchange is going on. */
void            lev_sharing_exchange        (LevSharing *self);

/**
 * lev_sharing_set_folder:
 * @path: (nullable): the team folder of the open database; %NULL ends sharing
 *
 * Makes a verified backup before the first exchange.
 *
 * Returns: %FALSE with a LEV_STORE_ERROR
 */
gboolean        lev_sharing_set_folder      (LevSharing *self,
                                             const char *path,
                                             GError    **error);

G_END_DECLS
