#pragma once

#include "lev-task.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What waits, in groups by urgency: a heading with how many there are, and a row for each. With
 * `narrow` the rows take less width. */

#define LEV_TYPE_TASK_GROUPS (lev_task_groups_get_type ())
G_DECLARE_FINAL_TYPE (LevTaskGroups, lev_task_groups, LEV, TASK_GROUPS, AdwBin)

/**
 * lev_task_groups_show:
 * @tasks: (element-type LevTask): by urgency; they are not kept
 *
 * Shows @tasks. What is shown already stays as it is, with the focus in it.
 */
void lev_task_groups_show (LevTaskGroups *self,
                           GArray        *tasks,
                           LevDate        today);

G_END_DECLS
