#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list with a heading that unfolds the rest: property `title`, `subtitle`, a `badge`
 * before the title and a `suffix` after it, `chips` below it, and the `body` that is folded away.
 * Property `open` tells whether it is unfolded. */

#define LEV_TYPE_FOLD_ROW (lev_fold_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevFoldRow, lev_fold_row, LEV, FOLD_ROW, GtkListBoxRow)

struct _LevFoldRowClass
{
  GtkListBoxRowClass parent_class;
};

void     lev_fold_row_set_texts (LevFoldRow *self,
                                 const char *badge,
                                 const char *title,
                                 const char *subtitle);

/* Unfolds the row, or folds it. */
void     lev_fold_row_set_open  (LevFoldRow *self,
                                 gboolean    is_open);
gboolean lev_fold_row_is_open   (LevFoldRow *self);

G_END_DECLS
