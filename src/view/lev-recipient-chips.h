#pragma once

#include "lev-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who gets something: a chip per person, which can be removed, and a button that adds one. */

#define LEV_TYPE_RECIPIENT_CHIPS (lev_recipient_chips_get_type ())
G_DECLARE_FINAL_TYPE (LevRecipientChips, lev_recipient_chips, LEV, RECIPIENT_CHIPS, GtkWidget)

/* Nobody is left. */
void       lev_recipient_chips_clear     (LevRecipientChips *self);

/* Adds @person (nullable), unless they are there. */
void       lev_recipient_chips_add       (LevRecipientChips *self,
                                          LevPerson         *person);

/* The people, in the order in which they were added (transfer container). */
GPtrArray *lev_recipient_chips_list      (LevRecipientChips *self);

/* Newly allocated: their names, as records keep them. */
char      *lev_recipient_chips_dup_names (LevRecipientChips *self);

G_END_DECLS
