#pragma once

#include "lev-form-row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list with a heading that unfolds the rest: property `title`, `subtitle`, a `badge`
 * before the title and a `suffix` after it, `chips` below it, and the `body` that is folded away.
 * Property `open` tells whether it is unfolded. */

#define LEV_TYPE_FOLD_ROW (lev_fold_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevFoldRow, lev_fold_row, LEV, FOLD_ROW, LevFormRow)

struct _LevFoldRowClass
{
  LevFormRowClass parent_class;
};

void     lev_fold_row_set_texts (LevFoldRow *self,
                                 const char *badge,
                                 const char *title,
                                 const char *subtitle);

/* Unfolds the row, or folds it. */
void     lev_fold_row_set_open  (LevFoldRow *self,
                                 gboolean    is_open);
gboolean lev_fold_row_is_open   (LevFoldRow *self);

/* Unfolds the row and gives the focus to the first field in it. */
void     lev_fold_row_enter     (LevFoldRow *self);

G_END_DECLS
