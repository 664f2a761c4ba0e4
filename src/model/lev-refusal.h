#pragma once

#include "lev-step.h"

G_BEGIN_DECLS

/* How the process says no. */

/* Sets LEV_MODEL_ERROR_FORBIDDEN: @step is not possible for @record, which is at step @actual
 * (0 when that says nothing). */
void     lev_refuse_step    (GError **error,
                             gpointer record,
                             guint    step,
                             guint    actual);

/* Whether @missing is empty; if not, LEV_MODEL_ERROR_INCOMPLETE says all of it. */
gboolean lev_check_complete (GListStore *missing,
                             guint       step,
                             GError    **error);

/* Whether the round that @record belongs to is open; if not, LEV_MODEL_ERROR_CLOSED. */
gboolean lev_check_open     (gpointer record,
                             GError **error);

G_END_DECLS
