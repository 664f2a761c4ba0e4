#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Help: the fourteen steps of the review with what each involves, by phase. */
AdwDialog *lev_help_dialog_new (void);

G_END_DECLS
