#pragma once

#include "lev-scoring.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A small coloured label for a score or a class. The colour only repeats what the text says. */

/* Shows @score (1 to 5 or LEV_SCORE_…) on @chip, which is hidden when nothing was chosen. */
void lev_score_chip_update (GtkLabel *chip,
                            int       score);

/* Shows "4 × 4 = 16 kritiek" on @chip, in the colour of @level. */
void lev_level_chip_update (GtkLabel           *chip,
                            LevHandbookContent *content,
                            int                 likelihood,
                            int                 impact);

G_END_DECLS
