#pragma once

#include "lev-person.h"

G_BEGIN_DECLS

/* How the user is met. */

/**
 * lev_greeting_describe:
 * @user: (nullable): who is met; %NULL when that is not known
 * @hour: of the day, 0 to 23
 * @n_tasks: how many matters wait for them
 * @n_late: how many of those are late
 *
 * Returns: (transfer full): "Goedemorgen Marijke. Zes zaken wachten op u, waarvan twee te laat."
 */
char *lev_greeting_describe (LevPerson *user,
                             guint      hour,
                             guint      n_tasks,
                             guint      n_late);

G_END_DECLS
