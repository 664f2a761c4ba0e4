/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-report-data.h"
#include "lev-slide-pen.h"
#include "lev-slides.h"

G_BEGIN_DECLS

/* How many rows a list takes per slide. */
#define LEV_SLIDE_AGENDA_ROWS   (14)
#define LEV_SLIDE_OVERVIEW_ROWS (12)
#define LEV_SLIDE_SUMMARY_ROWS  (10)

/* Where the decision stands on its slide. */
#define LEV_SLIDE_DECISION_TOP (560)

struct _LevSlides
{
  LevReport *report;
  GPtrArray *slides;  /* LevSlide */
  GPtrArray *actions; /* LevReportAction, borrowed: those that the MT decides on */
  GStrv      agenda;  /* its lines */
  GPtrArray *people;  /* LevPerson: who is in the meeting */
  char      *footer;
};

/* A slide while it is drawn; @supplier and @action belong to its dossier and action. */
typedef struct
{
  LevSlides         *slides;
  const LevSlide    *slide;
  LevReport         *report;
  LevReportSupplier *supplier;
  LevReportAction   *action;
  LevSlidePen        pen;
  gboolean           for_screen;
} LevSlideCanvas;

void               lev_slide_draw_agenda       (LevSlideCanvas *canvas);
void               lev_slide_draw_overview     (LevSlideCanvas *canvas);
void               lev_slide_draw_supplier     (LevSlideCanvas *canvas);
void               lev_slide_draw_decision     (LevSlideCanvas *canvas);
void               lev_slide_draw_summary      (LevSlideCanvas *canvas);

/* The decision of step 6 on @row; %NULL for none. */
LevDecision       *lev_slides_get_decision     (const LevReportAction *row);

LevReportSupplier *lev_slides_find_supplier    (LevSlides  *self,
                                                LevDossier *dossier);
LevReportAction   *lev_slides_find_action      (LevSlides *self,
                                                LevAction *action);

/* How many of the actions the MT decided to take and not to take. */
void               lev_slides_count            (LevSlides *self,
                                                guint     *n_taken,
                                                guint     *n_refused);

/* Newly allocated: whole euros, “€ 40.000”. */
char              *lev_slides_format_money     (gint64 cents);

/* The class by which an answer to a key question is coloured. */
LevLevel           lev_slides_get_answer_level (LevWord answer);

/* The class by which a score of a criterion is coloured. */
LevLevel           lev_slides_get_score_level  (int score);

/* Newly allocated: title and subtitle, by the kind of slide. */
char              *lev_slide_title_agenda      (LevSlides *self);
char              *lev_slide_title_overview    (LevSlides *self);
char              *lev_slide_title_supplier    (LevSlides         *self,
                                                LevReportSupplier *supplier);
char              *lev_slide_title_decision    (LevReportAction *action);
char              *lev_slide_title_summary     (LevSlides *self);
char              *lev_slide_subtitle_agenda   (LevSlides *self);
char              *lev_slide_subtitle_overview (LevSlides *self);
char              *lev_slide_subtitle_supplier (LevSlides         *self,
                                                LevReportSupplier *supplier);
char              *lev_slide_subtitle_decision (const LevSlide    *slide,
                                                LevReportSupplier *supplier);
char              *lev_slide_subtitle_summary  (LevSlides *self);

G_END_DECLS
