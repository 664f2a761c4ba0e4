#pragma once

#include "lev-standing.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The five phases of a round as five bars, and when it has room their names and how far each is.
 * A screen reader hears both in either case. */

#define LEV_TYPE_PHASE_BARS (lev_phase_bars_get_type ())
G_DECLARE_FINAL_TYPE (LevPhaseBars, lev_phase_bars, LEV, PHASE_BARS, GtkBox)

/* Shows @standing, which is not kept. */
void  lev_phase_bars_show         (LevPhaseBars      *self,
                                   const LevStanding *standing);

/* Whether the names and counts are below the bars; property `labelled`. */
void  lev_phase_bars_set_labelled (LevPhaseBars *self,
                                   gboolean      labelled);

/* Newly allocated: "Voorbereiden gereed, MT-overleg gereed, Opvolgen 27 van 42, …". */
char *lev_phase_bars_describe     (const LevStanding *standing);

G_END_DECLS
