#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The content of the handbook: factors and weights, the rule of the selection, questions, criteria,
 * scales and classes. What is changed here becomes a new version when the user keeps it; rounds
 * that began with an earlier version stay as they were filled in. A handbook can go out and come
 * in as a file. */

#define LEV_TYPE_HANDBOOK_PAGE (lev_handbook_page_get_type ())
G_DECLARE_FINAL_TYPE (LevHandbookPage, lev_handbook_page, LEV, HANDBOOK_PAGE, AdwPreferencesPage)

/* For the test: @text as if it came from a file. Returns: whether it became a version */
gboolean lev_handbook_page_keep        (LevHandbookPage *self,
                                        const char      *text);

/* Whether something is changed that is not a version yet. */
gboolean lev_handbook_page_has_changes (LevHandbookPage *self);

/* Shows @message in the dialog of the page; with @action (nullable) a button for undo. */
void     lev_handbook_page_add_toast   (LevHandbookPage *self,
                                        const char      *message,
                                        const char      *action);

G_END_DECLS
