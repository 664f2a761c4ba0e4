#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a list that leads to a record: it activates @action with the identifier @id. */
GtkWidget *lev_link_row_new      (const char *title,
                                  const char *subtitle,
                                  const char *action,
                                  const char *id);

/* Puts the short @text before its end, with the style class @style (nullable) of a chip. */
void       lev_link_row_add_chip (GtkWidget  *row,
                                  const char *text,
                                  const char *style);

G_END_DECLS
