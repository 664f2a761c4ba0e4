#pragma once

#include "lev-handbook-content.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A choice of 1 to 5 beside each other, as every score of the process is chosen. An AdwToggleGroup
 * with scores behind its toggles; with nothing chosen the score is LEV_SCORE_OPEN. While the focus
 * is in it a key chooses: 1 to 5, 0 for “n/a” and ? for “unknown”. */

/**
 * lev_score_toggles_fill:
 * @group: an empty group
 * @with_not_applicable: whether “n/a” can be chosen beside “unknown”
 */
void lev_score_toggles_fill       (AdwToggleGroup *group,
                                   gboolean        with_not_applicable);

/* Says in the tooltip of each toggle what it means on @scale. */
void lev_score_toggles_word       (AdwToggleGroup     *group,
                                   LevHandbookContent *content,
                                   const char         *scale);

/* Shortens “unknown” where it is @narrow. */
void lev_score_toggles_set_narrow (AdwToggleGroup *group,
                                   gboolean        narrow);

int  lev_score_toggles_get        (AdwToggleGroup *group);
void lev_score_toggles_set        (AdwToggleGroup *group,
                                   int             score);

/* The score that the pointer or else the focus is on, so that its words can be shown before it is
 * chosen; LEV_SCORE_OPEN for none. */
int  lev_score_toggles_peek       (AdwToggleGroup *group);

/* Calls @callback (swapped) when lev_score_toggles_peek() changes, as long as @object lives. */
void lev_score_toggles_watch      (AdwToggleGroup *group,
                                   GCallback       callback,
                                   gpointer        object);

/* Lets a key choose while the focus is in any other @group: a digit by the toggle's label or
 * place, a letter by how its label begins. */
void lev_toggles_add_keys         (AdwToggleGroup *group);

G_END_DECLS
