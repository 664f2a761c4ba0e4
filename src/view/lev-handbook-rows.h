#pragma once

#include "lev-handbook-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows with which the preferences change a handbook. Each writes what is filled in to the draft
 * at once. */

/* A row with the text of @key. */
GtkWidget  *lev_handbook_entry_new         (LevHandbookDraft *draft,
                                            const char       *group,
                                            const char       *key,
                                            const char       *title);

/* A row with the text of @key, which may be long: it wraps, in one paragraph. @label (nullable) is
 * its name for screen readers, where @title alone would not do. */
GtkWidget  *lev_handbook_text_new          (LevHandbookDraft *draft,
                                            const char       *group,
                                            const char       *key,
                                            const char       *title,
                                            const char       *label);

/* A button with the number of @key, from 1 to @highest. @label names it for screen readers. */
GtkWidget  *lev_handbook_number_new        (LevHandbookDraft *draft,
                                            const char       *group,
                                            const char       *key,
                                            int               highest,
                                            const char       *label);

/* A row with such a button behind @title. */
GtkWidget  *lev_handbook_number_row_new    (LevHandbookDraft *draft,
                                            const char       *group,
                                            const char       *key,
                                            int               highest,
                                            const char       *title);

/* A row that unfolds, for @group. Which rows are open is kept in @expanded, a set of groups, so that
 * they stay so when the rows are made again. */
GtkWidget  *lev_handbook_expander_new      (const char *group,
                                            const char *title,
                                            GHashTable *expanded);

/**
 * lev_handbook_folded_new:
 * @group: the item
 * @expanded: as for lev_handbook_expander_new()
 * @position: its place among the @n of its kind
 *
 * Returns: a row that unfolds into the title of the item and what is added to it, with a menu that
 *   moves and removes it by the actions of the page; the keys of the menu work on the row
 */
GtkWidget  *lev_handbook_folded_new        (LevHandbookDraft *draft,
                                            const char       *group,
                                            guint             position,
                                            guint             n,
                                            GHashTable       *expanded);

/* Adds the weight of a factor to its row, which shows it folded too. */
void        lev_handbook_folded_add_weight (GtkWidget        *row,
                                            LevHandbookDraft *draft);

/* A row that adds an item of @kind ("criterion" or "factor") to @theme, or to none. */
GtkWidget  *lev_handbook_adder_new         (const char *title,
                                            const char *kind,
                                            const char *theme);

/* The group that @row, made here, is about. */
const char *lev_handbook_row_get_group     (GtkWidget *row);

/* The first row for @group below @root, or with @key only that of this key; %NULL for none. */
GtkWidget  *lev_handbook_row_find          (GtkWidget  *root,
                                            const char *group,
                                            const char *key);

G_END_DECLS
