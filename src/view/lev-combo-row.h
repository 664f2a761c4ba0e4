#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * lev_combo_row_show_whole:
 * @row: has an expression for what it shows
 *
 * Lets the choice of @row take the width that its title leaves, where it would otherwise be cut off
 * after some twenty characters. The list to choose from stays as it is.
 */
void lev_combo_row_show_whole (AdwComboRow *row);

G_END_DECLS
