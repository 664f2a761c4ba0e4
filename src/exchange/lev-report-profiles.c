/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <math.h>

#include <glib/gi18n.h>

#include "lev-report-list.h"
#include "lev-state.h"

/* Criteria stand in rows, suppliers side by side in groups of three columns: now, in the previous
 * round, and the trend. */
#define HEADER_ROW    (3)
#define SUBHEADER_ROW (4)
#define FIRST_ROW     (5)
#define FIRST_COLUMN  (2)

/* More is not readable; the sheet says so when there are more. */
#define MAX_SUPPLIERS (120)

#define SERIOUS (4)

#define RANGE_SIZE (48)

/* The sheet while it is written. */
typedef struct
{
  LevReport *report;
  LevSheet  *sheet;
  guint      n_suppliers;
  guint      last_column; /* of the suppliers */
  guint      row;         /* the next one */
  guint      first_criterion;
  guint      last_criterion;
  guint      n_unknown;
  GArray    *themes; /* Theme */
} Matrix;

typedef struct
{
  const char *title;
  guint       first_row;
  guint       last_row;
} Theme;

/* What the scores of one column, or a part of it, come down to. */
typedef struct
{
  guint n_known;
  guint sum;
  guint n_serious;
  guint n_unknown;
} Tally;

static int
get_score (LevDossier *dossier,
           const char *code)
{
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, code);

  return assessment != NULL ? assessment->score : LEV_SCORE_OPEN;
}

static void
add_to_tally (Tally   *tally,
              int      score,
              gboolean is_previous)
{
  if (LEV_SCORE_IS_KNOWN (score))
    {
      tally->n_known++;
      tally->sum += score;
      tally->n_serious += score >= SERIOUS;
    }
  else if (score == LEV_SCORE_UNKNOWN || (score == LEV_SCORE_OPEN && !is_previous))
    tally->n_unknown++;
}

/* The tally of @dossier on the criteria of @theme, or on all of them for NULL. */
static Tally
tally_dossier (LevReport  *report,
               LevDossier *dossier,
               const char *theme,
               gboolean    is_previous)
{
  guint n_criteria = lev_handbook_content_get_n (report->content, LEV_HANDBOOK_CRITERION);
  Tally tally = {
    0,
  };

  for (guint i = 0; dossier != NULL && i < n_criteria; i++)
    {
      const LevHandbookItem *criterion;

      criterion = lev_handbook_content_get (report->content, LEV_HANDBOOK_CRITERION, i);
      if (theme == NULL || g_strcmp0 (criterion->theme, theme) == 0)
        add_to_tally (&tally, get_score (dossier, criterion->code), is_previous);
    }

  return tally;
}

static char *
format_range (char *buffer,
              guint first_row,
              guint first_column,
              guint last_row,
              guint last_column)
{
  LevRange range = { first_row, first_column, last_row, last_column };

  return lev_sheet_format_range (&range, buffer, RANGE_SIZE);
}

static void
write_group_header (Matrix                  *matrix,
                    guint                    column,
                    const LevReportSupplier *supplier)
{
  static const LevWord words[] = { LEV_WORD_NOW, LEV_WORD_BEFORE, LEV_WORD_TREND };
  LevRange range = { HEADER_ROW, column, HEADER_ROW, column + 2 };

  lev_sheet_merge (matrix->sheet, &range, LEV_STYLE_HEADER_GROUP);
  lev_sheet_write_text (matrix->sheet, HEADER_ROW, column, supplier->supplier->name,
                        LEV_STYLE_HEADER_GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    lev_sheet_write_text (matrix->sheet, SUBHEADER_ROW, column + i, matrix->report->words[words[i]],
                          LEV_STYLE_SUBHEADER);
}

static void
write_tall_header (Matrix     *matrix,
                   guint       column,
                   const char *text,
                   LevStyle    style)
{
  LevRange range = { HEADER_ROW, column, SUBHEADER_ROW, column };

  lev_sheet_merge (matrix->sheet, &range, style);
  lev_sheet_write_text (matrix->sheet, HEADER_ROW, column, text, style);
}

static void
write_headers (Matrix *matrix)
{
  write_tall_header (matrix, 0, _("Code"), LEV_STYLE_HEADER);
  write_tall_header (matrix, 1, _("Criterion"), LEV_STYLE_HEADER);
  for (guint i = 0; i < matrix->n_suppliers; i++)
    write_group_header (matrix, FIRST_COLUMN + 3 * i, matrix->report->suppliers->pdata[i]);
  write_tall_header (matrix, matrix->last_column + 2, _("Worst"), LEV_STYLE_HEADER_CENTER);
  write_tall_header (matrix, matrix->last_column + 3, _("Number 4–5"), LEV_STYLE_HEADER_CENTER);
  write_tall_header (matrix, matrix->last_column + 4, _("Unknown"), LEV_STYLE_HEADER_CENTER);

  lev_sheet_set_width (matrix->sheet, 0, 0, 5.5);
  lev_sheet_set_width (matrix->sheet, 1, 1, 34);
  lev_sheet_set_width (matrix->sheet, FIRST_COLUMN, matrix->last_column, 5.3);
  lev_sheet_set_width (matrix->sheet, matrix->last_column + 1, matrix->last_column + 1, 1.5);
  lev_sheet_set_width (matrix->sheet, matrix->last_column + 2, matrix->last_column + 4, 10);
  lev_sheet_set_height (matrix->sheet, HEADER_ROW, 30);
  lev_sheet_set_height (matrix->sheet, SUBHEADER_ROW, 18);
  lev_sheet_freeze (matrix->sheet, FIRST_ROW, FIRST_COLUMN);
}

static void
write_band (Matrix     *matrix,
            const char *title)
{
  for (guint i = 0; i <= matrix->last_column + 4; i++)
    if (i != matrix->last_column + 1)
      lev_sheet_write_blank (matrix->sheet, matrix->row, i, LEV_STYLE_BAND);
  lev_sheet_write_text (matrix->sheet, matrix->row, 0, title, LEV_STYLE_BAND);
  lev_sheet_set_height (matrix->sheet, matrix->row, 17);
  matrix->row++;
}

static void
write_score (Matrix  *matrix,
             guint    column,
             int      score,
             LevStyle style)
{
  LevShow show = { .kind = LEV_SHOW_BLANK, .style = style };

  if (score != LEV_SCORE_OPEN)
    lev_show_score (&show, score);
  lev_show_write (&show, matrix->sheet, matrix->row, column, NULL);
}

/* One supplier's scores on one criterion. What is not filled in now is not known; what was not
 * filled in before was not asked. */
static void
write_group (Matrix                  *matrix,
             guint                    column,
             const LevReportSupplier *supplier,
             const char              *code)
{
  int now = get_score (supplier->dossier, code);
  int before = supplier->previous != NULL ? get_score (supplier->previous, code) : LEV_SCORE_OPEN;
  LevShow trend = { .kind = LEV_SHOW_TEXT, .text = "", .style = LEV_STYLE_TREND };
  char a[RANGE_SIZE];
  char b[RANGE_SIZE];
  g_autofree char *formula = NULL;

  if (now == LEV_SCORE_OPEN)
    now = LEV_SCORE_UNKNOWN;
  write_score (matrix, column, now, LEV_STYLE_SCALE_BOLD);
  write_score (matrix, column + 1, before, LEV_STYLE_SCALE_SMALL);

  if (LEV_SCORE_IS_KNOWN (now) && LEV_SCORE_IS_KNOWN (before))
    lev_show_number (&trend, now - before);
  format_range (a, matrix->row, column, matrix->row, column);
  format_range (b, matrix->row, column + 1, matrix->row, column + 1);
  formula = g_strdup_printf ("IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s-%s,\"\")", a, b, a, b);
  lev_show_write (&trend, matrix->sheet, matrix->row, column + 2, formula);
}

/* The highest score that the suppliers have now. MAX takes 255 arguments at most. */
static char *
dup_worst_formula (Matrix *matrix)
{
  GString *formula = g_string_new ("MAX(0");
  char cell[RANGE_SIZE];

  for (guint i = 0; i < matrix->n_suppliers; i++)
    {
      guint column = FIRST_COLUMN + 3 * i;

      g_string_append_printf (formula, ",%s",
                              format_range (cell, matrix->row, column, matrix->row, column));
    }

  g_string_append_c (formula, ')');
  return g_string_free_and_steal (formula);
}

static void
write_row_totals (Matrix     *matrix,
                  const char *code)
{
  const char *now = matrix->report->words[LEV_WORD_NOW];
  guint column = matrix->last_column + 2;
  g_autofree char *worst = dup_worst_formula (matrix);
  g_autofree char *serious = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *heads = NULL;
  Tally tally = {
    0,
  };
  int highest = 0;
  char cells[RANGE_SIZE];

  for (guint i = 0; i < matrix->n_suppliers; i++)
    {
      const LevReportSupplier *supplier = matrix->report->suppliers->pdata[i];
      int score = get_score (supplier->dossier, code);

      highest = MAX (highest, score);
      add_to_tally (&tally, score, FALSE);
    }

  matrix->n_unknown += tally.n_unknown;
  format_range (cells, SUBHEADER_ROW, FIRST_COLUMN, SUBHEADER_ROW, matrix->last_column);
  heads = g_strdup (cells);
  format_range (cells, matrix->row, FIRST_COLUMN, matrix->row, matrix->last_column);
  serious = g_strdup_printf ("COUNTIFS(%s,\"%s\",%s,\">=%d\")", heads, now, cells, SERIOUS);
  unknown = g_strdup_printf ("SUMPRODUCT((%s=\"%s\")*(%s=\"?\"))", heads, now, cells);

  lev_sheet_write_formula (matrix->sheet, matrix->row, column, worst, NULL, highest,
                           LEV_STYLE_COUNT_BOLD);
  lev_sheet_write_formula (matrix->sheet, matrix->row, column + 1, serious, NULL, tally.n_serious,
                           LEV_STYLE_COUNT_BOLD);
  lev_sheet_write_formula (matrix->sheet, matrix->row, column + 2, unknown, NULL, tally.n_unknown,
                           LEV_STYLE_COUNT_BOLD);
}

static void
write_criterion (Matrix                *matrix,
                 const LevHandbookItem *criterion)
{
  lev_sheet_write_text (matrix->sheet, matrix->row, 0, criterion->code, LEV_STYLE_MUTED_CENTER);
  lev_sheet_write_text (matrix->sheet, matrix->row, 1, criterion->title, LEV_STYLE_TEXT);
  for (guint i = 0; i < matrix->n_suppliers; i++)
    write_group (matrix, FIRST_COLUMN + 3 * i, matrix->report->suppliers->pdata[i],
                 criterion->code);
  if (matrix->n_suppliers > 0)
    write_row_totals (matrix, criterion->code);
  lev_sheet_set_height (matrix->sheet, matrix->row, 18.5);
  matrix->row++;
}

static void
write_theme (Matrix                *matrix,
             const LevHandbookItem *item)
{
  LevHandbookContent *content = matrix->report->content;
  Theme theme = { .title = item->code };

  write_band (matrix, item->title);
  theme.first_row = matrix->row;
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *criterion = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION,
                                                                   i);

      if (g_strcmp0 (criterion->theme, item->code) == 0)
        write_criterion (matrix, criterion);
    }

  theme.last_row = matrix->row - 1;
  if (theme.last_row >= theme.first_row)
    g_array_append_val (matrix->themes, theme);
}

static void
write_mean (Matrix  *matrix,
            guint    column,
            Tally    tally,
            char    *cells,
            LevStyle style)
{
  g_autofree char *formula = g_strdup_printf ("IF(COUNT(%s)=0,\"\",AVERAGE(%s))", cells, cells);

  lev_sheet_write_formula (matrix->sheet, matrix->row, column, formula,
                           tally.n_known == 0 ? "" : NULL,
                           tally.n_known == 0 ? 0 : (double) tally.sum / tally.n_known, style);
}

/* The difference of two means is worked out as one fraction, so that every program rounds the
 * same number. */
static void
write_mean_trend (Matrix     *matrix,
                  guint       column,
                  Tally       now,
                  Tally       before,
                  const char *a,
                  const char *b)
{
  g_autofree char *formula = NULL;
  double difference = 0;
  gboolean has_both = now.n_known > 0 && before.n_known > 0;

  if (has_both)
    difference = ((double) now.sum * before.n_known - (double) before.sum * now.n_known) /
                 (now.n_known * before.n_known);

  formula = g_strdup_printf ("IF(COUNT(%s)*COUNT(%s)=0,\"\",ROUND((SUM(%s)*COUNT(%s)"
                             "-SUM(%s)*COUNT(%s))/(COUNT(%s)*COUNT(%s)),1))",
                             a, b, a, b, b, a, a, b);
  lev_sheet_write_formula (matrix->sheet, matrix->row, column, formula, has_both ? NULL : "",
                           round (difference * 10) / 10, LEV_STYLE_MEAN_TREND);
}

static void
write_label (Matrix     *matrix,
             const char *label)
{
  lev_sheet_write_blank (matrix->sheet, matrix->row, 0, LEV_STYLE_TOTAL_NAME);
  lev_sheet_write_text (matrix->sheet, matrix->row, 1, label, LEV_STYLE_TOTAL_NAME);
  lev_sheet_set_height (matrix->sheet, matrix->row, 17);
}

static void
write_theme_means (Matrix      *matrix,
                   const Theme *theme)
{
  const LevHandbookItem *item;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  item = lev_handbook_content_find (matrix->report->content, LEV_HANDBOOK_THEME, theme->title);
  name = g_utf8_strdown (item->title, -1);
  label = g_strdup_printf (_("Mean of %s"), name);
  write_label (matrix, label);

  for (guint i = 0; i < matrix->n_suppliers; i++)
    {
      const LevReportSupplier *supplier = matrix->report->suppliers->pdata[i];
      guint column = FIRST_COLUMN + 3 * i;
      Tally now = tally_dossier (matrix->report, supplier->dossier, theme->title, FALSE);
      Tally before = tally_dossier (matrix->report, supplier->previous, theme->title, TRUE);
      char a[RANGE_SIZE];
      char b[RANGE_SIZE];

      format_range (a, theme->first_row, column, theme->last_row, column);
      format_range (b, theme->first_row, column + 1, theme->last_row, column + 1);
      write_mean (matrix, column, now, a, LEV_STYLE_MEAN);
      write_mean (matrix, column + 1, before, b, LEV_STYLE_MEAN_BEFORE);
      write_mean_trend (matrix, column + 2, now, before, a, b);
    }

  matrix->row++;
}

static void
write_count (Matrix     *matrix,
             guint       column,
             const char *pattern,
             guint       count,
             LevStyle    style)
{
  char cells[RANGE_SIZE];
  g_auto (GStrv) parts = g_strsplit (pattern, "@", -1);
  g_autofree char *formula = NULL;

  format_range (cells, matrix->first_criterion, column, matrix->last_criterion, column);
  formula = g_strjoinv (cells, parts);
  lev_sheet_write_formula (matrix->sheet, matrix->row, column, formula, NULL, count, style);
}

/* A row that counts the scores of each column; @ in @pattern stands for them. */
static void
write_counts (Matrix     *matrix,
              const char *label,
              const char *pattern,
              gsize       member)
{
  write_label (matrix, label);
  for (guint i = 0; i < matrix->n_suppliers; i++)
    {
      const LevReportSupplier *supplier = matrix->report->suppliers->pdata[i];
      guint column = FIRST_COLUMN + 3 * i;
      Tally now = tally_dossier (matrix->report, supplier->dossier, NULL, FALSE);
      Tally before = tally_dossier (matrix->report, supplier->previous, NULL, TRUE);
      guint n_now = G_STRUCT_MEMBER (guint, &now, member);
      guint n_before = G_STRUCT_MEMBER (guint, &before, member);
      char a[RANGE_SIZE];
      char b[RANGE_SIZE];
      g_autofree char *trend = NULL;

      write_count (matrix, column, pattern, n_now, LEV_STYLE_MEAN_COUNT);
      write_count (matrix, column + 1, pattern, n_before, LEV_STYLE_MEAN_COUNT_BEFORE);
      trend = g_strdup_printf ("%s-%s", format_range (a, matrix->row, column, matrix->row, column),
                               format_range (b, matrix->row, column + 1, matrix->row, column + 1));
      lev_sheet_write_formula (matrix->sheet, matrix->row, column + 2, trend, NULL,
                               (double) n_now - n_before, LEV_STYLE_MEAN_COUNT_TREND);
    }

  matrix->row++;
}

static const LevReportRule score_rules[] = {
  { LEV_RULE_BETWEEN, .minimum = 5, .maximum = 5, .style = LEV_STYLE_FILL_CRITICAL },
  { LEV_RULE_BETWEEN, .minimum = 4, .maximum = 4, .style = LEV_STYLE_FILL_HIGH },
  { LEV_RULE_BETWEEN, .minimum = 3, .maximum = 3, .style = LEV_STYLE_FILL_MEDIUM },
  { LEV_RULE_TEXT, LEV_WORD_QUESTION, .style = LEV_STYLE_FILL_UNKNOWN },
  { .style = LEV_N_STYLES },
};

static const LevReportRule trend_rules[] = {
  { LEV_RULE_BETWEEN, .minimum = 0.01, .maximum = 1000, .style = LEV_STYLE_INK_WORSE },
  { LEV_RULE_BETWEEN, .minimum = -1000, .maximum = -0.01, .style = LEV_STYLE_INK_BETTER },
  { .style = LEV_N_STYLES },
};

static void
add_rules (Matrix *matrix,
           guint   last_row)
{
  guint first = matrix->first_criterion;
  guint last = matrix->last_criterion;
  LevRange worst = { first, matrix->last_column + 2, last, matrix->last_column + 2 };

  for (guint i = 0; i < matrix->n_suppliers; i++)
    {
      guint column = FIRST_COLUMN + 3 * i;
      LevRange now = { first, column, last, column };
      LevRange trend = { first, column + 2, last_row, column + 2 };

      lev_report_add_rules (matrix->report, LEV_REPORT_PROFILES, NULL, &now, score_rules);
      lev_report_add_rules (matrix->report, LEV_REPORT_PROFILES, NULL, &trend, trend_rules);
    }

  lev_report_add_rules (matrix->report, LEV_REPORT_PROFILES, NULL, &worst, score_rules);
}

static void
write_summary_rows (Matrix *matrix)
{
  lev_sheet_set_height (matrix->sheet, matrix->row, 8);
  matrix->row++;
  for (guint i = 0; i < matrix->themes->len; i++)
    write_theme_means (matrix, &g_array_index (matrix->themes, Theme, i));
  write_counts (matrix, _("Number of criteria at 4 or 5"), "COUNTIF(@,\">=4\")",
                G_STRUCT_OFFSET (Tally, n_serious));
  write_counts (matrix, _("Number of criteria unknown"), "SUMPRODUCT(--(@=\"?\"))",
                G_STRUCT_OFFSET (Tally, n_unknown));
  add_rules (matrix, matrix->row - 1);
}

static void
define_unknown (Matrix *matrix)
{
  guint column = matrix->last_column + 4;
  LevRange range = { matrix->first_criterion, column, matrix->last_criterion, column };

  lev_sheet_define_name (matrix->sheet, "Criteria_onbekend", &range);
}

void
lev_report_write_profiles (LevReport *report)
{
  LevHandbookContent *content = report->content;
  g_autoptr (GArray) themes = g_array_new (FALSE, FALSE, sizeof (Theme));
  Matrix matrix = {
    .report = report,
    .sheet = report->sheets[LEV_REPORT_PROFILES],
    .n_suppliers = MIN (report->n_chosen, MAX_SUPPLIERS),
    .row = FIRST_ROW,
    .first_criterion = FIRST_ROW,
    .themes = themes,
  };

  matrix.last_column = FIRST_COLUMN + 3 * MAX (matrix.n_suppliers, 1) - 1;
  lev_report_write_frame (report, LEV_REPORT_PROFILES, _("Risk profiles: criteria × suppliers"),
                          _("Control 1 (demonstrably good) to 5 (serious or structural). For each "
                            "supplier: now · previous round · trend (↑ worse, ↓ better, = equal)."),
                          FALSE, FIRST_ROW);
  write_headers (&matrix);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_THEME); i++)
    write_theme (&matrix, lev_handbook_content_get (content, LEV_HANDBOOK_THEME, i));

  matrix.last_criterion = MAX (matrix.row, FIRST_ROW + 1) - 1;
  define_unknown (&matrix);
  report->n_unknown_criteria = matrix.n_unknown;
  write_summary_rows (&matrix);
  lev_sheet_write_text (matrix.sheet, matrix.row + 1, 0,
                        _("The mean leaves unknown (?) and n/a out. Each criterion at 5 is named, "
                          "also when the mean is low."),
                        LEV_STYLE_NOTE);
  if (report->n_chosen > MAX_SUPPLIERS)
    lev_sheet_write_text (matrix.sheet, matrix.row + 2, 0,
                          _("Only the 120 suppliers with the highest criticality are shown here."),
                          LEV_STYLE_NOTE);
}
