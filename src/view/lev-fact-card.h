#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A card with facts of a record that are changed elsewhere: a title, and below it names with their
 * values in two columns, or in one where it is narrow. */

#define LEV_TYPE_FACT_CARD (lev_fact_card_get_type ())
G_DECLARE_FINAL_TYPE (LevFactCard, lev_fact_card, LEV, FACT_CARD, GtkWidget)

GtkWidget *lev_fact_card_new        (const char *title);

/* Adds @value under @name; nothing when it is blank. */
void       lev_fact_card_add        (LevFactCard *self,
                                     const char  *name,
                                     const char  *value);

/* Adds the fields @names (%NULL-terminated) of @record that are filled in, under their labels. */
void       lev_fact_card_add_fields (LevFactCard       *self,
                                     LevRecord         *record,
                                     const char *const *names);

void       lev_fact_card_set_narrow (LevFactCard *self,
                                     gboolean     narrow);

G_END_DECLS
