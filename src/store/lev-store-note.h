#pragma once

#include "lev-store.h"

G_BEGIN_DECLS

/* What someone is working on and what is no record yet: it is kept with the database, durable like
 * an edit, and goes along with a backup. It is no part of the log, so that undo does not meet it and
 * no one else sees it. */

/* Newly allocated: note @name; %NULL when it is not there, and with an error. */
char    *lev_store_dup_note (LevStore   *self,
                             const char *name,
                             GError    **error);

/* Writes @value (nullable: takes the note away) as note @name; when this returns %TRUE it is on the
 * disk. Outside of an edit. */
gboolean lev_store_set_note (LevStore   *self,
                             const char *name,
                             const char *value,
                             GError    **error);

G_END_DECLS
