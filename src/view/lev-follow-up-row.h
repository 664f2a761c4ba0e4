#pragma once

#include "lev-task.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An action, or a dossier, in the list of what waits in a step: how far it is, when it is due,
 * what was heard last, and why it came back. */

#define LEV_TYPE_FOLLOW_UP_ROW (lev_follow_up_row_get_type ())
G_DECLARE_FINAL_TYPE (LevFollowUpRow, lev_follow_up_row, LEV, FOLLOW_UP_ROW, GtkListBoxRow)

GtkWidget  *lev_follow_up_row_new             (void);

/* Shows @task. An urgency of %LEV_N_URGENCIES stands for what has passed the step. */
void        lev_follow_up_row_update          (LevFollowUpRow *self,
                                               const LevTask  *task);

/* Whether the row is about @task, in the same group. */
gboolean    lev_follow_up_row_is_for          (LevFollowUpRow *self,
                                               const LevTask  *task);

LevRecord  *lev_follow_up_row_get_subject     (LevFollowUpRow *self);
LevUrgency  lev_follow_up_row_get_urgency     (LevFollowUpRow *self);

/* The heading of the row's group. */
const char *lev_follow_up_row_get_group_title (LevFollowUpRow *self);

/* A GtkListBoxUpdateHeaderFunc: the heading of a group, with how many are in it, above its first
 * row. */
void        lev_follow_up_row_update_header   (GtkListBoxRow *row,
                                               GtkListBoxRow *before,
                                               gpointer       user_data);

/* Newly allocated: why @action came back from step 9 or 11; %NULL when it did not. */
char       *lev_action_describe_return        (LevAction *action);

G_END_DECLS
