#pragma once

#include "lev-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a field of a record is filled in, so that what is missing can lead to the very place. */

/**
 * lev_anchor_set:
 * @widget: what gets the focus, or holds what does
 * @record: (nullable): the record that it shows now; %NULL when it shows none
 * @field: (nullable): the property that is filled in there; %NULL for the record as a whole
 *
 * Makes @widget the place of @field of @record. A widget has one place at a time.
 */
void       lev_anchor_set    (GtkWidget  *widget,
                              LevRecord  *record,
                              const char *field);
/**
 * lev_anchor_get:
 * @field: (out): the field, %NULL for the record as a whole
 *
 * Returns: (nullable): the record whose place @widget is
 */
LevRecord *lev_anchor_get    (GtkWidget   *widget,
                              const char **field);
/**
 * lev_anchor_reveal:
 * @root: where to look, with everything below it
 * @field: (nullable)
 *
 * Gives the focus to the place of @field of @record, or to that of the record as a whole when the
 * field has none: what it is folded in unfolds.
 *
 * Returns: %FALSE when there is no such place below @root
 */
gboolean   lev_anchor_reveal (GtkWidget  *root,
                              LevRecord  *record,
                              const char *field);

/* Gives the focus to @widget, and scrolls it into sight as soon as it has a place. */
void       lev_anchor_focus  (GtkWidget *widget);

G_END_DECLS
