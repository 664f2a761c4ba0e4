#pragma once

#include "lev-profile-version.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is new, changed or gone in a profile since a version of it, field by field under the
 * headings of the profile. */

#define LEV_TYPE_DIFFERENCE_LIST (lev_difference_list_get_type ())
G_DECLARE_FINAL_TYPE (LevDifferenceList, lev_difference_list, LEV, DIFFERENCE_LIST, GtkBox)

/* Shows what differs between @version and the profile as it is now. Returns how much does. */
guint lev_difference_list_show (LevDifferenceList *self,
                                LevProfileVersion *version);

G_END_DECLS
