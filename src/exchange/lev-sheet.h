/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-date.h"
#include "lev-workbook.h"

G_BEGIN_DECLS

/*
 * One sheet of a #LevWorkbook. Rows and columns count from 0; a style is an index in the styles
 * of the workbook. A failure is kept by the workbook; after one, nothing does anything. @self may
 * be %NULL then.
 */

/* A block of cells, both ends included. */
typedef struct
{
  guint row;
  guint column;
  guint last_row;
  guint last_column;
} LevRange;

/* When a conditional style applies. */
typedef enum
{
  LEV_RULE_TEXT,    /* the cell is equal to @text */
  LEV_RULE_BETWEEN, /* the number is between @minimum and @maximum, both included */
  LEV_RULE_ABOVE,   /* the number is greater than @minimum */
  LEV_RULE_FORMULA, /* the formula @text, written for the first cell of the range, is true */
  LEV_RULE_BAR,     /* always: a bar of @colour from @minimum to @maximum behind the number */
} LevRuleKind;

typedef struct
{
  LevRuleKind kind;
  const char *text;
  double      minimum;
  double      maximum;
  guint32     colour;
  guint       style;
} LevRule;

/* What a cell accepts from the person who fills it in. */
typedef enum
{
  LEV_INPUT_LIST,   /* one of @choices, a %NULL-ended array */
  LEV_INPUT_NAME,   /* one of the cells that the defined name @name stands for */
  LEV_INPUT_DATE,   /* a date from @first to @last */
  LEV_INPUT_LENGTH, /* a text of at most @length characters */
} LevInputKind;

typedef struct
{
  LevInputKind       kind;
  const char *const *choices;
  const char        *name;
  LevDate            first;
  LevDate            last;
  guint              length;
  const char        *title; /* of the prompt, at most 32 characters; NULL for no prompt */
  const char        *prompt;
  const char        *error_title; /* at most 32 characters */
  const char        *error;
} LevInput;

/* How a sheet comes out of the printer: A4 landscape. */
typedef struct
{
  const char *header; /* at the right; plain text */
  const char *footer; /* at the left; plain text */
  const char *page;   /* at the right, with &P and &N */
  gboolean    is_one_page;
  guint       repeat_first; /* rows that stand on each page */
  guint       repeat_last;
} LevPrint;

/* The text of a cell; invalid bytes and what a cell cannot hold are cleaned. */
void        lev_sheet_write_text     (LevSheet   *self,
                                      guint       row,
                                      guint       column,
                                      const char *text,
                                      guint       style);

/* A number; NaN and infinity are a failure. */
void        lev_sheet_write_number   (LevSheet *self,
                                      guint     row,
                                      guint     column,
                                      double    number,
                                      guint     style);

/* A calendar date as Excel's serial number; empty for 0. */
void        lev_sheet_write_date     (LevSheet *self,
                                      guint     row,
                                      guint     column,
                                      LevDate   date,
                                      guint     style);

/* An empty cell that has a style. */
void        lev_sheet_write_blank    (LevSheet *self,
                                      guint     row,
                                      guint     column,
                                      guint     style);

/**
 * lev_sheet_write_formula:
 * @formula: without the `=`, in English with commas; never made of users' data
 * @text: (nullable): the result, when it is a text
 * @number: the result, when @text is %NULL
 *
 * A formula with the result that it has now: most programs show that one and do not recalculate.
 */
void        lev_sheet_write_formula  (LevSheet   *self,
                                      guint       row,
                                      guint       column,
                                      const char *formula,
                                      const char *text,
                                      double      number,
                                      guint       style);

/**
 * lev_sheet_write_link:
 * @target: a sheet of the same workbook
 * @target_row: the row to jump to
 * @target_column: the column to jump to
 *
 * A text that is a link within the workbook. Excel takes 65,530 links on a sheet; after those it
 * is a text only.
 */
void        lev_sheet_write_link     (LevSheet   *self,
                                      guint       row,
                                      guint       column,
                                      LevSheet   *target,
                                      guint       target_row,
                                      guint       target_column,
                                      const char *text,
                                      guint       style);

/* Makes one cell of @range, to be written through its first one. */
void        lev_sheet_merge          (LevSheet       *self,
                                      const LevRange *range,
                                      guint           style);

/* The width of columns in characters of the standard font. */
void        lev_sheet_set_width      (LevSheet *self,
                                      guint     first,
                                      guint     last,
                                      double    width);

/* The height of a row in points. */
void        lev_sheet_set_height     (LevSheet *self,
                                      guint     row,
                                      double    height);

/* The rows above @row and the columns before @column stay in view. */
void        lev_sheet_freeze         (LevSheet *self,
                                      guint     row,
                                      guint     column);

/* The colour of the tab; the first sheet is the one that opens. */
void        lev_sheet_set_tab_colour (LevSheet *self,
                                      guint32   colour);

void        lev_sheet_set_print      (LevSheet       *self,
                                      const LevPrint *print);

/* Only the cells of @range are printed; without this all are. */
void        lev_sheet_set_print_area (LevSheet       *self,
                                      const LevRange *range);

/* Only cells of an unlocked style can be filled in, until the reader lifts that (no password). */
void        lev_sheet_protect        (LevSheet *self);

/* The sheet is for programs: its tab is not shown. Never the first one. */
void        lev_sheet_hide           (LevSheet *self);

/**
 * lev_sheet_add_table:
 * @name: a unique identifier
 * @range: the header row and at least one row below it
 * @headers: (array): a unique text for each column
 * @header_style: the style of the header row
 *
 * Makes a real Excel table, with filters, out of cells that are written apart.
 */
void        lev_sheet_add_table      (LevSheet          *self,
                                      const char        *name,
                                      const LevRange    *range,
                                      const char *const *headers,
                                      guint              header_style);

/* Puts the logo of @style at the right end of @width pixels from a cell on; nothing without one. */
void        lev_sheet_add_logo       (LevSheet            *self,
                                      const LevHouseStyle *style,
                                      guint                row,
                                      guint                column,
                                      guint                width);

void        lev_sheet_add_rule       (LevSheet       *self,
                                      const LevRange *range,
                                      const LevRule  *rule);

void        lev_sheet_add_input      (LevSheet       *self,
                                      const LevRange *range,
                                      const LevInput *input);

/* Gives @range a name that formulas anywhere in the workbook can use. */
void        lev_sheet_define_name    (LevSheet       *self,
                                      const char     *name,
                                      const LevRange *range);

/* Writes @range in A1 notation, a cell as a cell, into @buffer of @size bytes; returns it. */
char       *lev_sheet_format_range   (const LevRange *range,
                                      char           *buffer,
                                      gsize           size);

/* The name as it became, for a message. */
const char *lev_sheet_get_name       (LevSheet *self);

G_END_DECLS
