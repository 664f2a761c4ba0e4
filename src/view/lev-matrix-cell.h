#pragma once

#include "lev-matrix.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One cell of the overview of the total: a button that leads to the supplier in the step. */

/* @number: the step, of which @first is the first when more are taken together */
GtkWidget *lev_matrix_cell_new      (const LevMatrixCell *cell,
                                     LevDossier          *dossier,
                                     guint                first,
                                     guint                number);

/* Newly allocated: what @cell says of @dossier in a sentence, "Waterland Datacenters, stap 8, 3 van
 * 3 acties, te laat". */
char      *lev_matrix_cell_describe (const LevMatrixCell *cell,
                                     LevDossier          *dossier,
                                     guint                first,
                                     guint                number);

/* The legend: what the signs mean. */
GtkWidget *lev_matrix_legend_new    (void);

G_END_DECLS
