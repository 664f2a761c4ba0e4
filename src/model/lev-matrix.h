#pragma once

#include "lev-standing.h"

G_BEGIN_DECLS

/* The overview of the total (process step 7): how far each chosen supplier of a round is with each
 * step. It is made at once, says how things are at that moment, and changes nothing. */

typedef enum
{
  LEV_MATRIX_OPEN,    /* nothing came here yet */
  LEV_MATRIX_NONE,    /* the step does not apply: the MT took no action */
  LEV_MATRIX_WAITING, /* the round or the dossier is here */
  LEV_MATRIX_BUSY,    /* some of its actions are here or have passed */
  LEV_MATRIX_DONE,
} LevMatrixState;

typedef struct
{
  LevMatrixState state;
  LevProgress    progress;  /* of the actions; @total is 0 where it is not about actions */
  guint          n_waiting; /* actions, and the dossier itself, that are here now */
  guint          n_late;    /* of them, or of the updates of step 8, whose date has passed */
  gboolean       mine;      /* what is here, or late, waits for the user */
  gboolean       returned;  /* an action that is here came back from step 9 or 11 */
  gboolean       outdated;  /* the profile is to be brought up to date (step 7) */
} LevMatrixCell;

typedef struct _LevMatrix LevMatrix;

/**
 * lev_matrix_new:
 * @user: (nullable): whose @mine is
 * @today: the date from which is counted
 */
LevMatrix           *lev_matrix_new           (LevReview *review,
                                               LevPerson *user,
                                               LevDate    today);
void                 lev_matrix_free          (LevMatrix *self);

/* The chosen dossiers, one per row; of the matrix. */
GPtrArray           *lev_matrix_get_dossiers  (LevMatrix *self);

/* The cell of the dossier in @row for step @number. */
const LevMatrixCell *lev_matrix_get_cell      (LevMatrix *self,
                                               guint      row,
                                               guint      number);

/* The leading step; LEV_STEP_END when the round is closed. */
guint                lev_matrix_get_step      (LevMatrix *self);

/* How much waits in step @number over all rows, and how much of it is late. */
guint                lev_matrix_get_n_waiting (LevMatrix *self,
                                               guint      number);
guint                lev_matrix_get_n_late    (LevMatrix *self,
                                               guint      number);

/* How the dossier in @row stands by itself, for its phase bars: a step that is not about actions
 * counts as one. */
void                 lev_matrix_get_standing  (LevMatrix   *self,
                                               guint        row,
                                               LevStanding *standing);

/* Since when step @number is under way: the first time that something came there; 0 when that
 * was not recorded. */
LevDate              lev_review_get_since     (LevReview *review,
                                               guint      number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevMatrix, lev_matrix_free)

G_END_DECLS
