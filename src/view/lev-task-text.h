#pragma once

#include "lev-task.h"

G_BEGIN_DECLS

/* How a task is told in one line: the act, about what, when, and where it leads. */

/* Newly allocated: what is to be done, and to what: "Status update: exitplan actualiseren". */
char       *lev_task_describe         (const LevTask *task);

/* Newly allocated: of which supplier, in which step, and why: "Waterland Datacenters · stap 8,
 * wekelijks aan 3 ontvangers". */
char       *lev_task_describe_subject (const LevTask *task);

/* Newly allocated: "3 dagen te laat", "woensdag", "11 dagen"; empty when nothing is known. */
char       *lev_task_describe_when    (const LevTask *task,
                                       LevDate        today);

/* An icon for the kind of act. */
const char *lev_task_get_icon         (const LevTask *task);

/* Where @task is done: the name of an action of the window, and its parameter.
 * @parameter: (out) (transfer floating) */
const char *lev_task_get_action       (const LevTask *task,
                                       GVariant     **parameter);

G_END_DECLS
