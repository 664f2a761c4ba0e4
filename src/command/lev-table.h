#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text in columns, for output that people read. What comes from outside cannot disturb it: each
 * cell is one line, and only the last column takes any length. */

typedef struct _LevTable LevTable;

LevTable *lev_table_new      (void);
void      lev_table_free     (LevTable *self);

/* Adds a row with its cells, up to %NULL. */
void      lev_table_add      (LevTable   *self,
                              const char *cell,
                              ...) G_GNUC_NULL_TERMINATED;

/* Newly allocated: the rows, each with @indent before it and a line end behind it. */
char     *lev_table_write    (LevTable   *self,
                              const char *indent);

/* The same, to stdout. */
void      lev_table_print    (LevTable   *self,
                              const char *indent);

/* Newly allocated: @text as a cell, on one line and cut off at @width places. */
char     *lev_table_dup_cell (const char *text,
                              guint       width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevTable, lev_table_free)

G_END_DECLS
