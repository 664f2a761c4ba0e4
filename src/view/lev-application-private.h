#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* For work on the database as a whole: from now on @store (nullable) is the one that is open. */
void lev_application_set_store (LevApplication *self,
                                LevStore       *store);

G_END_DECLS
