#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Searches everything while it is typed, and leads to what is chosen. */

#define LEV_TYPE_SEARCH_DIALOG (lev_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevSearchDialog, lev_search_dialog, LEV, SEARCH_DIALOG, AdwDialog)

AdwDialog *lev_search_dialog_new  (void);

/* Searches for @text, as if it was typed. */
void       lev_search_dialog_find (LevSearchDialog *self,
                                   const char      *text);

G_END_DECLS
