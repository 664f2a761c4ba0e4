#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what the program is, of which version and under which licence. */
AdwDialog *lev_about_new (void);

G_END_DECLS
