#pragma once

#include "lev-task.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One task in a line: an icon for its kind, the act, about what, and when. It is activated with a
 * click or Enter and carries the action of the window that leads to where it is done. */

#define LEV_TYPE_TASK_ROW (lev_task_row_get_type ())
G_DECLARE_FINAL_TYPE (LevTaskRow, lev_task_row, LEV, TASK_ROW, GtkListBoxRow)

/* A row for @task, which is not kept. */
GtkWidget  *lev_task_row_new        (const LevTask *task,
                                     LevDate        today);

/* What the row says it is about. */
const char *lev_task_row_get_title  (LevTaskRow *self);

/* In a narrow list the time is below the text, which then has the whole width. */
void        lev_task_row_set_narrow (LevTaskRow *self,
                                     gboolean    narrow);

G_END_DECLS
