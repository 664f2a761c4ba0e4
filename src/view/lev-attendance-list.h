#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The people of the review meeting, each with the reason and a check: invited (step 4) or present
 * (step 5). Property `present` says which of both. */

#define LEV_TYPE_ATTENDANCE_LIST (lev_attendance_list_get_type ())
G_DECLARE_FINAL_TYPE (LevAttendanceList,
                      lev_attendance_list,
                      LEV,
                      ATTENDANCE_LIST,
                      AdwPreferencesGroup)

/* Shows @review; without @editable nothing can be changed. */
void lev_attendance_list_update (LevAttendanceList *self,
                                 LevReview         *review,
                                 gboolean           editable);

G_END_DECLS
