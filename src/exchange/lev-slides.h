/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* As in cairo.h, which the commands do not know. */
typedef struct _cairo cairo_t;

/* The slides for the meeting with the MT (process steps 5 and 6), drawn the same for the screen and
 * for paper: the agenda, the round, each supplier with a slide for each of its actions, and what
 * was decided. A deck shows the records as they were when it was made. */

typedef enum
{
  LEV_SLIDE_AGENDA,
  LEV_SLIDE_OVERVIEW,
  LEV_SLIDE_SUPPLIER,
  LEV_SLIDE_DECISION,
  LEV_SLIDE_SUMMARY,
} LevSlideKind;

typedef struct
{
  LevSlideKind kind;
  LevDossier  *dossier;  /* of a supplier and a decision */
  LevAction   *action;   /* of a decision */
  guint        first;    /* of the rows, for a list that takes more slides than one */
  gboolean     outdated; /* the profile is another one now than the one that was frozen */
} LevSlide;

typedef struct _LevSlides LevSlides;

LevSlides      *lev_slides_new               (LevReview *review);
void            lev_slides_free              (LevSlides *self);

guint           lev_slides_get_n             (LevSlides *self);
const LevSlide *lev_slides_get               (LevSlides *self,
                                              guint      position);

/* The position of the first slide that is about @record: a dossier or an action; 0 for none. */
guint           lev_slides_find              (LevSlides *self,
                                              gpointer   record);

/* Newly allocated: the title of a slide, which says what it comes to, and the line below it. */
char           *lev_slides_dup_title         (LevSlides *self,
                                              guint      position);
char           *lev_slides_dup_subtitle      (LevSlides *self,
                                              guint      position);

/**
 * lev_slides_draw:
 * @for_screen: leaves the place of the decision open, for controls that come over it
 *
 * Draws a slide in @width × @height, as large as fits.
 */
void            lev_slides_draw              (LevSlides *self,
                                              guint      position,
                                              cairo_t   *cr,
                                              double     width,
                                              double     height,
                                              gboolean   for_screen);

/* Where the decision stands on a slide that is drawn in @width × @height, and how large one unit
 * of the canvas is there. */
double          lev_slides_get_decision_area (double  width,
                                              double  height,
                                              double *x,
                                              double *y,
                                              double *area_width,
                                              double *area_height);

/**
 * lev_slides_write:
 * @path: a PDF, which is replaced when all went well
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_WRITE
 */
gboolean        lev_slides_write             (LevSlides  *self,
                                              const char *path,
                                              GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevSlides, lev_slides_free)

G_END_DECLS
