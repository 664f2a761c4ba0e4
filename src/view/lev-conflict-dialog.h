#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows each field that two people changed without seeing each other's change, with the values that
 * it can have; choosing one settles it. */
AdwDialog *lev_conflict_dialog_new (void);

G_END_DECLS
