#pragma once

#include "lev-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lev_deleting_run:
 * @parent: over what a refusal is shown
 * @record: a record of the register
 *
 * Deletes @record with all of its parts, and offers to undo that; what is still used somewhere
 * else is not deleted, and the user sees where.
 *
 * Returns: whether it is deleted
 */
gboolean lev_deleting_run (GtkWidget *parent,
                           LevRecord *record);

G_END_DECLS
