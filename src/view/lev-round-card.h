#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A round that runs, in short: what was reached, its five phases, and the way to it. */

#define LEV_TYPE_ROUND_CARD (lev_round_card_get_type ())
G_DECLARE_FINAL_TYPE (LevRoundCard, lev_round_card, LEV, ROUND_CARD, AdwBin)

GtkWidget *lev_round_card_new        (LevReview *review);

LevReview *lev_round_card_get_review (LevRoundCard *self);

/* Shows how the round stands now. */
void       lev_round_card_update     (LevRoundCard *self);

/* In a narrow page the way to the round is below its title, and only the bars are shown. */
void       lev_round_card_set_narrow (LevRoundCard *self,
                                      gboolean      narrow);

G_END_DECLS
