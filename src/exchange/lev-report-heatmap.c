/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-record-list.h"
#include "lev-report-list.h"
#include "lev-state.h"

#define SIZE       (5)
#define MAP_ROW    (4) /* of the highest likelihood */
#define LEFT       (0) /* columns of the two halves */
#define RIGHT      (7)
#define CLASS_ROW  (LEV_HEATMAP_CLASS_ROW - 1)
#define ROUNDS_ROW (LEV_HEATMAP_ROUNDS_ROW - 1)
#define N_WORST    (10)
#define MAX_ROUNDS (4)

static const LevWord classes[] = { LEV_WORD_CRITICAL, LEV_WORD_HIGH, LEV_WORD_MEDIUM, LEV_WORD_LOW,
                                   LEV_WORD_UNKNOWN };

/* The words of the scale without what stands in brackets. */
static char *
dup_likelihood (LevReport *report,
                int        score)
{
  const char *words = lev_handbook_content_describe (report->content, "likelihood", score);
  const char *bracket = strstr (words, " (");
  g_autofree char *short_words = g_strndup (words, bracket != NULL ? (gsize) (bracket - words)
                                                                   : strlen (words));

  return g_strdup_printf ("%d %s", score, short_words);
}

static const char *
get_impact (int score)
{
  static const char *const words[] = {
    N_("1 nuisance"), N_("2 limited"), N_("3 noticeable"), N_("4 serious"), N_("5 very serious"),
  };

  return _(words[score - 1]);
}

static guint
count_risks (LevReport *report,
             gboolean   is_residual,
             int        likelihood,
             int        impact)
{
  guint count = 0;

  for (guint i = 0; i < report->risks->len; i++)
    {
      const LevRisk *risk = ((LevReportRisk *) report->risks->pdata[i])->risk;

      count += is_residual
                 ? risk->residual_likelihood == likelihood && risk->residual_impact == impact
                 : risk->likelihood == likelihood && risk->impact == impact;
    }

  return count;
}

static LevStyle
get_style (LevReport *report,
           int        likelihood,
           int        impact)
{
  static const LevStyle styles[] = {
    [LEV_LEVEL_UNKNOWN] = LEV_STYLE_HEAT_LOW, [LEV_LEVEL_LOW] = LEV_STYLE_HEAT_LOW,
    [LEV_LEVEL_MEDIUM] = LEV_STYLE_HEAT_MEDIUM, [LEV_LEVEL_HIGH] = LEV_STYLE_HEAT_HIGH,
    [LEV_LEVEL_CRITICAL] = LEV_STYLE_HEAT_CRITICAL,
  };

  return styles[lev_scoring_get_level (report->content, likelihood, impact)];
}

static void
write_map (LevReport  *report,
           guint       column,
           const char *title,
           gboolean    is_residual)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];
  const char *rest = is_residual ? "rest" : "";

  lev_sheet_write_text (sheet, MAP_ROW - 1, column, title, LEV_STYLE_SECTION);
  for (int i = 0; i < SIZE; i++)
    {
      int likelihood = SIZE - i;
      g_autofree char *label = dup_likelihood (report, likelihood);

      lev_sheet_write_text (sheet, MAP_ROW + i, column, label, LEV_STYLE_AXIS_ROW);
      for (int impact = 1; impact <= SIZE; impact++)
        {
          g_autofree char *formula = g_strdup_printf (
            "COUNTIFS(Risico_%skans,%d,Risico_%simpact,%d)", rest, likelihood, rest, impact);

          lev_sheet_write_formula (sheet, MAP_ROW + i, column + impact, formula, NULL,
                                   count_risks (report, is_residual, likelihood, impact),
                                   get_style (report, likelihood, impact));
        }
    }

  lev_sheet_write_text (sheet, MAP_ROW + SIZE, column, _("↑ likelihood    impact →"),
                        LEV_STYLE_AXIS_NAME);
  for (int impact = 1; impact <= SIZE; impact++)
    lev_sheet_write_text (sheet, MAP_ROW + SIZE, column + impact, get_impact (impact),
                          LEV_STYLE_AXIS_COLUMN);
}

static guint
count_class (LevReport *report,
             LevWord    class,
             gboolean   is_residual)
{
  guint count = 0;

  for (guint i = 0; i < report->risks->len; i++)
    {
      const LevReportRisk *row = report->risks->pdata[i];

      count += lev_report_get_level_word (is_residual ? row->residual_level : row->level) == class;
    }

  return count;
}

/* How many risks there are of each class, now and after the measures; the charts show it. */
static void
write_classes (LevReport *report)
{
  static const char *const criteria[] = { "{~critical}", "{~high}", "{~medium}", "{~low}",
                                          "{~unknown}" };
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];
  LevRange header = { CLASS_ROW + 1, 1, CLASS_ROW + 1, G_N_ELEMENTS (classes) };

  lev_sheet_write_text (sheet, CLASS_ROW, 0, _("Risks by class"), LEV_STYLE_SECTION);
  lev_sheet_write_text (sheet, CLASS_ROW + 1, 0, _("Moment"), LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, CLASS_ROW + 2, 0, _("Now"), LEV_STYLE_TEXT);
  lev_sheet_write_text (sheet, CLASS_ROW + 3, 0, _("After measures"), LEV_STYLE_TEXT);
  lev_sheet_write_text (sheet, CLASS_ROW + 4, 0, _("Change"), LEV_STYLE_TEXT);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint now = count_class (report, classes[i], FALSE);
      guint after = count_class (report, classes[i], TRUE);
      g_autofree char *criterion = lev_report_expand (report, NULL, criteria[i]);
      g_autofree char *now_formula = g_strdup_printf ("COUNTIFS(Risico_klasse,%s)", criterion);
      g_autofree char *after_formula = g_strdup_printf ("COUNTIFS(Risico_restklasse,%s)",
                                                        criterion);
      g_autofree char *change = g_strdup_printf ("%c%d-%c%d", 'B' + i, CLASS_ROW + 4, 'B' + i,
                                                 CLASS_ROW + 3);

      lev_sheet_write_text (sheet, CLASS_ROW + 1, 1 + i, report->words[classes[i]],
                            LEV_STYLE_HEADER_CENTER);
      lev_sheet_write_formula (sheet, CLASS_ROW + 2, 1 + i, now_formula, NULL, now,
                               LEV_STYLE_COUNT);
      lev_sheet_write_formula (sheet, CLASS_ROW + 3, 1 + i, after_formula, NULL, after,
                               LEV_STYLE_COUNT);
      lev_sheet_write_formula (sheet, CLASS_ROW + 4, 1 + i, change, NULL, (double) after - now,
                               LEV_STYLE_CHANGE);
    }

  lev_report_add_rules (report, LEV_REPORT_HEATMAP, NULL, &header, lev_report_class_rules);
}

static guint
count_level_of_round (LevReport *report,
                      LevReview *review,
                      LevLevel   level)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  guint count = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecordList *risks = lev_record_get_children (dossiers->pdata[i], LEV_TYPE_RISK);

      if (!lev_report_has_dossier (report, dossiers->pdata[i]))
        continue;
      for (guint j = 0; j < lev_record_list_get_n (risks); j++)
        count += lev_risk_get_level (lev_record_list_peek (risks, j)) == level;
    }

  return count;
}

static void
write_round (LevReport *report,
             LevReview *review,
             guint      row)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];

  if (review != report->review)
    {
      lev_sheet_write_text (sheet, row, 0, lev_report_get_round_name (review), LEV_STYLE_TEXT);
      lev_sheet_write_number (sheet, row, 1,
                              count_level_of_round (report, review, LEV_LEVEL_CRITICAL),
                              LEV_STYLE_COUNT);
      lev_sheet_write_number (sheet, row, 2, count_level_of_round (report, review, LEV_LEVEL_HIGH),
                              LEV_STYLE_COUNT);
      return;
    }

  lev_sheet_write_text (sheet, row, 0, lev_report_get_round_name (review), LEV_STYLE_NAME);
  for (guint i = 0; i < 2; i++)
    {
      LevRange range = { CLASS_ROW + 2, 1 + i, CLASS_ROW + 2, 1 + i };
      char cell[16];

      lev_sheet_write_formula (sheet, row, 1 + i,
                               lev_sheet_format_range (&range, cell, sizeof cell), NULL,
                               count_class (report, classes[i], FALSE), LEV_STYLE_COUNT);
    }
}

/* This round and those before it, the oldest first. */
static void
write_rounds (LevReport *report)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];
  LevReview *rounds[MAX_ROUNDS];
  guint n_rounds = 0;

  for (LevReview *review = report->review; review != NULL && n_rounds < MAX_ROUNDS;
       review = review->previous)
    rounds[n_rounds++] = review;

  lev_sheet_write_text (sheet, ROUNDS_ROW, 0, _("Critical and high by round"), LEV_STYLE_SECTION);
  lev_sheet_write_text (sheet, ROUNDS_ROW + 1, 0, _("Round"), LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, ROUNDS_ROW + 1, 1, report->words[LEV_WORD_CRITICAL],
                        LEV_STYLE_HEADER_CENTER);
  lev_sheet_write_text (sheet, ROUNDS_ROW + 1, 2, report->words[LEV_WORD_HIGH],
                        LEV_STYLE_HEADER_CENTER);
  for (guint i = 0; i < n_rounds; i++)
    write_round (report, rounds[n_rounds - 1 - i], ROUNDS_ROW + 2 + i);

  report->n_rounds = n_rounds;
}

static guint
count_signal (LevReport *report,
              LevWord    signal)
{
  guint count = 0;

  for (guint i = 0; i < report->actions->len; i++)
    count += ((LevReportAction *) report->actions->pdata[i])->signal == signal;

  return count;
}

static void
write_signals (LevReport *report)
{
  static const struct
  {
    LevWord words[2]; /* the first one names the row */
    const char *formula;
  } rows[] = {
    { { LEV_WORD_ASKED }, "COUNTIFS(Actie_signaal,{~asked})" },
    { { LEV_WORD_ON_SCHEDULE, LEV_WORD_SOON },
      "COUNTIFS(Actie_signaal,{~on-schedule})+COUNTIFS(Actie_signaal,{~soon})" },
    { { LEV_WORD_OVERDUE }, "COUNTIFS(Actie_signaal,{~overdue})" },
    { { LEV_WORD_WAITING }, "COUNTIFS(Actie_signaal,{~waiting})" },
  };
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];

  lev_sheet_merge (sheet, &(LevRange) { ROUNDS_ROW + 1, 3, ROUNDS_ROW + 1, 4 }, LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, ROUNDS_ROW + 1, 3, _("Action"), LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, ROUNDS_ROW + 1, 5, _("number"), LEV_STYLE_HEADER_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint row = ROUNDS_ROW + 2 + i;
      LevRange range = { row, 3, row, 4 };
      g_autofree char *formula = lev_report_expand (report, NULL, rows[i].formula);
      guint count = count_signal (report, rows[i].words[0]);

      if (rows[i].words[1] != LEV_WORD_NONE)
        count += count_signal (report, rows[i].words[1]);
      lev_sheet_merge (sheet, &range, LEV_STYLE_TEXT);
      lev_sheet_write_text (sheet, row, 3, report->words[rows[i].words[0]], LEV_STYLE_TEXT);
      lev_sheet_write_formula (sheet, row, 5, formula, NULL, count, LEV_STYLE_COUNT);
    }
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const LevReportRisk *one = a;
  const LevReportRisk *other = b;
  int one_score = lev_report_get_score (one->risk->likelihood, one->risk->impact);
  int other_score = lev_report_get_score (other->risk->likelihood, other->risk->impact);

  if (one_score != other_score)
    return other_score - one_score;

  return one->row < other->row ? -1 : 1;
}

static void
write_look_up (LevReport  *report,
               guint       row,
               guint       column,
               const char *pattern,
               const char *label,
               const char *text,
               int         score,
               LevStyle    style)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];
  g_auto (GStrv) parts = g_strsplit (pattern, "@", -1);
  g_autofree char *formula = g_strjoinv (label, parts);

  lev_sheet_write_formula (sheet, row, column, formula, text, score, style);
}

static void
write_worst_risk (LevReport           *report,
                  const LevReportRisk *risk,
                  guint                row)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];
  LevRange event = { row, RIGHT + 1, row, RIGHT + 3 };
  int score = lev_report_get_score (risk->risk->likelihood, risk->risk->impact);
  int residual = lev_report_get_score (risk->risk->residual_likelihood,
                                       risk->risk->residual_impact);
  const char *name = risk->supplier->supplier->name;
  g_autofree char *label = g_strdup_printf ("%s %s", risk->label, name != NULL ? name : "");

  lev_sheet_write_link (sheet, row, RIGHT, report->sheets[LEV_REPORT_RISKS],
                        LEV_LIST_FIRST_ROW + risk->row, 0, label, LEV_STYLE_LINK);
  lev_sheet_merge (sheet, &event, LEV_STYLE_WRAP_SMALL);
  write_look_up (report, row, RIGHT + 1, "INDEX(Risico_gebeurtenis,MATCH(\"@\",Risico_nr,0))&\"\"",
                 risk->label, risk->risk->event != NULL ? risk->risk->event : "", 0,
                 LEV_STYLE_WRAP_SMALL);
  write_look_up (report, row, RIGHT + 4, "INDEX(Risico_score,MATCH(\"@\",Risico_nr,0))",
                 risk->label, score > 0 ? NULL : "?", score, LEV_STYLE_SCORE);
  write_look_up (report, row, RIGHT + 5, "INDEX(Risico_restscore,MATCH(\"@\",Risico_nr,0))",
                 risk->label, residual > 0 ? NULL : "?", residual, LEV_STYLE_SCORE);
}

static void
write_worst_risks (LevReport *report)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_HEATMAP];
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (report->risks, NULL, NULL);
  LevRange header = { CLASS_ROW + 1, RIGHT + 1, CLASS_ROW + 1, RIGHT + 3 };
  guint count = MIN (sorted->len, N_WORST);
  LevRange scores = { CLASS_ROW + 2, RIGHT + 4, CLASS_ROW + 1 + N_WORST, RIGHT + 5 };
  const LevReportRule rules[] = {
    { LEV_RULE_BETWEEN, .minimum = lev_report_get_bound (report, LEV_WORD_CRITICAL),
      .maximum = 25, .style = LEV_STYLE_FILL_CRITICAL },
    { LEV_RULE_BETWEEN, .minimum = lev_report_get_bound (report, LEV_WORD_HIGH), .maximum = 25,
      .style = LEV_STYLE_FILL_HIGH },
    { LEV_RULE_BETWEEN, .minimum = lev_report_get_bound (report, LEV_WORD_MEDIUM), .maximum = 25,
      .style = LEV_STYLE_FILL_MEDIUM },
    { LEV_RULE_BETWEEN, .minimum = 1, .maximum = 25, .style = LEV_STYLE_FILL_LOW },
    { .style = LEV_N_STYLES },
  };

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_values (sorted, compare_scores);
  lev_sheet_write_text (sheet, CLASS_ROW, RIGHT, _("Largest risks"), LEV_STYLE_SECTION);
  lev_sheet_write_text (sheet, CLASS_ROW + 1, RIGHT, _("Risk"), LEV_STYLE_HEADER);
  lev_sheet_merge (sheet, &header, LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, CLASS_ROW + 1, RIGHT + 1, _("Event"), LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, CLASS_ROW + 1, RIGHT + 4, report->words[LEV_WORD_NOW],
                        LEV_STYLE_HEADER_CENTER);
  lev_sheet_write_text (sheet, CLASS_ROW + 1, RIGHT + 5, _("residual"), LEV_STYLE_HEADER_CENTER);
  for (guint i = 0; i < count; i++)
    write_worst_risk (report, sorted->pdata[i], CLASS_ROW + 2 + i);
  lev_report_add_rules (report, LEV_REPORT_HEATMAP, NULL, &scores, rules);
}

static void
set_sizes (LevSheet *sheet)
{
  lev_sheet_set_width (sheet, LEFT, LEFT, 24);
  lev_sheet_set_width (sheet, LEFT + 1, LEFT + SIZE, 9.5);
  lev_sheet_set_width (sheet, RIGHT - 1, RIGHT - 1, 4);
  lev_sheet_set_width (sheet, RIGHT, RIGHT, 24);
  lev_sheet_set_width (sheet, RIGHT + 1, RIGHT + SIZE, 9.5);
  lev_sheet_set_height (sheet, MAP_ROW - 1, 22);
  for (guint i = 0; i < SIZE; i++)
    lev_sheet_set_height (sheet, MAP_ROW + i, 39);
  lev_sheet_set_height (sheet, MAP_ROW + SIZE, 18);
  lev_sheet_set_height (sheet, CLASS_ROW - 1, 10);
  lev_sheet_set_height (sheet, CLASS_ROW, 22);
  lev_sheet_set_height (sheet, CLASS_ROW + 1, 20);
  for (guint i = 0; i < N_WORST; i++)
    lev_sheet_set_height (sheet, CLASS_ROW + 2 + i, 25);
  lev_sheet_freeze (sheet, MAP_ROW - 1, 0);
}

static void
write_note (LevReport *report)
{
  int medium = lev_report_get_bound (report, LEV_WORD_MEDIUM);
  int high = lev_report_get_bound (report, LEV_WORD_HIGH);
  int critical = lev_report_get_bound (report, LEV_WORD_CRITICAL);
  g_autofree char *note = NULL;

  note = g_strdup_printf (_("Class = likelihood × impact: ○ %s 1–%d · ● %s %d–%d · ◆ %s %d–%d · "
                            "■ %s %d–25. Impact 5 is never lower than %s. Risks without a "
                            "judgement are unknown: they are beside the heat map and never count "
                            "as 0."),
                          report->words[LEV_WORD_LOW], medium - 1, report->words[LEV_WORD_MEDIUM],
                          medium, high - 1, report->words[LEV_WORD_HIGH], high, critical - 1,
                          report->words[LEV_WORD_CRITICAL], critical, report->words[LEV_WORD_HIGH]);
  lev_sheet_write_text (report->sheets[LEV_REPORT_HEATMAP], CLASS_ROW + N_WORST + 3, 0, note,
                        LEV_STYLE_NOTE);
}

void
lev_report_write_heatmap (LevReport *report)
{
  lev_report_write_frame (report, LEV_REPORT_HEATMAP, _("Heat map: likelihood × impact"),
                          _("Number of risks in each cell. The cells follow when you change a "
                            "likelihood or an impact on the sheet Risico’s."),
                          TRUE, 0);
  set_sizes (report->sheets[LEV_REPORT_HEATMAP]);
  write_map (report, LEFT, _("Now"), FALSE);
  write_map (report, RIGHT, _("After measures (residual risk)"), TRUE);
  write_classes (report);
  write_rounds (report);
  write_signals (report);
  write_worst_risks (report);
  write_note (report);
}
