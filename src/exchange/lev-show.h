/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-report-data.h"
#include "lev-report-style.h"

G_BEGIN_DECLS

typedef enum
{
  LEV_SHOW_BLANK,
  LEV_SHOW_TEXT,
  LEV_SHOW_NUMBER,
  LEV_SHOW_DATE,
} LevShowKind;

/* What a column shows of one item. In a column with a formula it is the formula's result. */
typedef struct
{
  LevShowKind kind;
  const char *text; /* borrowed from the item, or from @buffer */
  double      number;
  LevDate     date;
  LevStyle    style;  /* of the column, unless the item needs another */
  LevSheet   *target; /* of a link, or NULL */
  guint       target_row;
  gboolean    is_plain; /* no formula for this item, in a column that has one */
  char        buffer[64];
} LevShow;

/* Fills @show. */
void lev_show_text   (LevShow    *show,
                      const char *text);
void lev_show_word   (LevShow   *show,
                      LevReport *report,
                      LevWord    word);
void lev_show_number (LevShow *show,
                      double   number);
void lev_show_date   (LevShow *show,
                      LevDate  date);
void lev_show_cents  (LevShow *show,
                      gint64   cents);

/* A score of 1 to 5, “n/a” or `?`. */
void lev_show_score  (LevShow *show,
                      int      score);

/* What the field @index of @record holds, as a person reads it; of a reference a person's name. */
void lev_show_field  (LevReport *report,
                      LevRecord *record,
                      guint      index,
                      LevShow   *show);

/* A text that leads to the row of item @row on @sheet. */
void lev_show_link   (LevShow       *show,
                      LevReport     *report,
                      const char    *text,
                      LevReportSheet sheet,
                      guint          row);

/* Writes @show in a cell; @formula (nullable) is a formula with this result. */
void lev_show_write  (const LevShow *show,
                      LevSheet      *sheet,
                      guint          row,
                      guint          column,
                      const char    *formula);

G_END_DECLS
