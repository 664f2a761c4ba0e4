#pragma once

#include "lev-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is written of a whole round for people outside of the application. Each asks where it goes,
 * writes it there of a copy, so that work goes on meanwhile, and shows in @window how far it is and
 * how it went. */

/* The MT report of @review, as a workbook, as chosen in the settings `report-…`. */
void lev_review_export_report   (GtkWindow *window,
                                 LevReview *review);

/* The slides of @review, as a PDF. */
void lev_review_export_slides   (GtkWindow *window,
                                 LevReview *review);

/* The minutes of the meeting about @review, with its decisions, as a PDF. */
void lev_review_export_minutes  (GtkWindow *window,
                                 LevReview *review);

/* What is reported back to the MT in the given form: of the CM of @dossier, of its whole round, or
 * of all rounds of that year; as a PDF. */
void lev_review_export_feedback (GtkWindow      *window,
                                 LevDossier     *dossier,
                                 LevFeedbackForm form);

/* The yearly report over all rounds of the year in which @review ends, as a PDF. */
void lev_review_export_year     (GtkWindow *window,
                                 LevReview *review);

G_END_DECLS
