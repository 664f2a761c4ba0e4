/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-report-formula.h"
#include "lev-show.h"

G_BEGIN_DECLS

/* The one writer of the sheets that are lists: a title, a header row, an Excel table, totals. What
 * differs per sheet is a table of columns. */

/* Rows of every list sheet. */
#define LEV_LIST_HEADER_ROW (3)
#define LEV_LIST_FIRST_ROW  (4)

/* A conditional style of a column; @formula is one as for lev_report_expand(). */
typedef struct
{
  LevRuleKind kind;
  LevWord     word;
  double      minimum;
  double      maximum;
  const char *formula;
  LevStyle    style;
} LevReportRule;

typedef struct
{
  const char *id;
  const char *header; /* English, marked for translation */
  double      width;  /* characters */
  LevStyle    style;
  void (*show) (LevReport *report, gconstpointer item, LevShow *show);
  const char          *field;   /* of the item's record: what is shown when @show is NULL */
  const char          *formula; /* see lev_report_expand() */
  const char          *name;    /* of the column's cells in formulas */
  const LevReportRule *rules;   /* ends with a style of LEV_N_STYLES */
  LevStyle             total;   /* the style of the sum below the column; 0 for none */
} LevReportColumn;

struct _LevReportList
{
  LevReportSheet         sheet;
  const char            *table; /* the name of the Excel table */
  const char            *title; /* English, marked for translation */
  const char            *note;  /* below the table, or NULL; the same */
  const LevReportColumn *columns;
  guint                  n_columns;
  gsize                  record; /* where an item holds its record, for the fields */
  GType (*get_type) (void);       /* the class of that record */
  double      row_height;         /* points */
  guint       n_lines;            /* that it has room for; 0 for two */
  const char *total_label_column; /* id, or NULL for no totals */
  const char *total_label;
};

/* Classes of risks, answers to key questions, advice, progress as a fraction: for any column or
 * range that shows them. */
extern const LevReportRule lev_report_class_rules[];
extern const LevReportRule lev_report_answer_rules[];
extern const LevReportRule lev_report_advice_rules[];
extern const LevReportRule lev_report_progress_rules[];

/* Title, introduction, tab and print set-up: what every sheet has. */
void lev_report_write_frame (LevReport     *report,
                             LevReportSheet sheet,
                             const char    *title,
                             const char    *intro,
                             gboolean       is_one_page,
                             guint          n_repeated);

/* Gives @range the conditional styles @rules; @list (nullable) is for their formulas. */
void lev_report_add_rules   (LevReport           *report,
                             LevReportSheet       sheet,
                             const LevReportList *list,
                             const LevRange      *range,
                             const LevReportRule *rules);

/**
 * lev_report_write_list:
 * @list: the sheet
 * @intro: below the title
 * @headers: (nullable): texts for columns whose header is %NULL, in their order
 * @items: what the rows show
 * @n_named: how many rows, from the first, the names of the columns stand for
 *
 * Writes a whole list sheet.
 */
void lev_report_write_list  (LevReport           *report,
                             const LevReportList *list,
                             const char          *intro,
                             const char *const   *headers,
                             GPtrArray           *items,
                             guint                n_named);

G_END_DECLS
