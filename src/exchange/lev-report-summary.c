/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-report-list.h"
#include "lev-report-reason.h"
#include "lev-state.h"

/* Twelve equal columns: tiles span two of them and charts three. */
#define N_COLUMNS       (12)
#define COLUMN_WIDTH    (13.57) /* 100 pixels */
#define COLUMN_PIXELS   (100)
#define LOGO_ROW_HEIGHT (40)
#define TILE_ROW        (3)
#define CHART_ROW       (7)
#define N_CHART_ROWS    (9)
#define LIST_ROW        (16)

#define MAX_ATTENTION   (10)
#define REASON_HEIGHT   (29)
#define DECISION_HEIGHT (19)
#define LINE_HEIGHT     (13)
#define REASON_LENGTH   (72) /* characters on a line of reasons */
#define DECISION_LENGTH (100)
#define NAME_LENGTH     (14)

static void
write_at (LevReport  *report,
          guint       row,
          guint       first,
          guint       last,
          const char *text,
          LevStyle    style)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];

  if (last > first)
    lev_sheet_merge (sheet, &(LevRange) { row, first, row, last }, style);
  lev_sheet_write_text (sheet, row, first, text, style);
}

/* A formula by lev_report_expand(), in cells that are merged when there are more of them. */
static void
calculate_at (LevReport  *report,
              guint       row,
              guint       first,
              guint       last,
              const char *formula,
              const char *text,
              double      number,
              LevStyle    style)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];
  g_autofree char *expanded = lev_report_expand (report, NULL, formula);

  if (last > first)
    lev_sheet_merge (sheet, &(LevRange) { row, first, row, last }, style);
  lev_sheet_write_formula (sheet, row, first, expanded, text, number, style);
}

/* When the MT meets, who coordinates, and on which profiles the report rests. */
static char *
dup_intro (LevReport *report)
{
  LevMeeting *meeting = lev_review_get_meeting (report->review);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 frozen = 0;

  if (meeting != NULL && meeting->start != 0)
    {
      g_autofree char *date = lev_date_format_long (lev_moment_get_date (meeting->start));

      g_ptr_array_add (parts, g_strdup_printf (_("Meeting with the MT on %s"), date));
    }

  if (report->review->coordinator != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("Coordinating contract manager: %s"),
                                             lev_report_get_person (report->review->coordinator)));

  if (report->manager != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("Only the suppliers of %s"),
                                             lev_report_get_person (report->manager)));
  if (report->hide_closed)
    g_ptr_array_add (parts, g_strdup (_("Without closed actions")));

  for (guint i = 0; i < report->n_chosen; i++)
    {
      const LevReportSupplier *row = report->suppliers->pdata[i];
      LevProfileVersion *version = lev_dossier_get_version (row->dossier,
                                                            LEV_VERSION_REASON_MEETING);

      frozen = MAX (frozen, version != NULL ? version->moment : 0);
    }

  if (frozen != 0)
    {
      g_autofree char *date = lev_date_format_long (lev_moment_get_date (frozen));

      g_ptr_array_add (parts, g_strdup_printf (_("Profiles frozen on %s"), date));
    }

  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("  ·  ", (char **) parts->pdata);
}

static void
write_head (LevReport *report)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];
  g_autofree char *title = lev_report_dup_heading (report);
  g_autofree char *intro = dup_intro (report);
  int width, height;

  lev_report_write_frame (report, LEV_REPORT_SUMMARY, title, _("Reference date"), TRUE, 0);
  lev_sheet_merge (sheet, &(LevRange) { 1, 1, 1, 2 }, LEV_STYLE_INTRO_DATE);
  lev_sheet_write_date (sheet, 1, 1, report->today, LEV_STYLE_INTRO_DATE);
  lev_sheet_define_name (sheet, "Peildatum", &(LevRange) { 1, 1, 1, 1 });
  lev_sheet_write_text (sheet, 1, 3, intro, LEV_STYLE_INTRO);
  lev_sheet_set_width (sheet, 0, N_COLUMNS - 1, COLUMN_WIDTH);
  lev_sheet_freeze (sheet, 2, 0);
  if (lev_house_style_get_logo (report->style, &width, &height) != NULL)
    {
      lev_sheet_set_height (sheet, 0, LOGO_ROW_HEIGHT);
      lev_sheet_add_logo (sheet, report->style, 0, N_COLUMNS - 2, 2 * COLUMN_PIXELS);
    }
}

static guint
count_level (LevReport *report,
             LevLevel   level,
             gboolean   is_residual)
{
  guint count = 0;

  for (guint i = 0; i < report->risks->len; i++)
    {
      const LevReportRisk *row = report->risks->pdata[i];

      count += (is_residual ? row->residual_level : row->level) == level;
    }

  return count;
}

static guint
count_answered (LevReport *report,
                LevWord    answer)
{
  guint count = 0;

  for (guint i = 0; i < report->n_chosen; i++)
    {
      const LevReportSupplier *row = report->suppliers->pdata[i];

      count += row->answers[0] == answer || row->answers[1] == answer;
    }

  return count;
}

/* The actions of @status or with @signal, and what they cost. */
static guint
count_actions (LevReport *report,
               LevWord    word,
               double    *cost)
{
  guint count = 0;
  double sum = 0;

  for (guint i = 0; i < report->actions->len; i++)
    {
      const LevReportAction *row = report->actions->pdata[i];

      if (row->status != word && row->signal != word)
        continue;
      count++;
      sum += row->action->cost / 100.0;
    }

  if (cost != NULL)
    *cost = sum;

  return count;
}

static void
write_tiles (LevReport *report)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];
  double cost;
  guint n_asked = count_actions (report, LEV_WORD_PROPOSED, &cost);
  const struct
  {
    const char *label;
    LevStyle style; /* of the label; that of the figure comes after it */
    const char *figure;
    double value;
    LevStyle note_style;
    const char *note;
    double note_value;
  } tiles[] = {
    { _("Suppliers in the round"), LEV_STYLE_TILE_ACCENT, "COUNT(Lev_nr)", report->n_chosen,
      LEV_STYLE_TILE_ACCENT_ANSWERED,
      "SUMPRODUCT(--((Lev_continuiteit={=yes})+(Lev_informatie={=yes})>0))",
      count_answered (report, LEV_WORD_YES) },
    { _("Critical risks"), LEV_STYLE_TILE_CRITICAL, "COUNTIFS(Risico_klasse,{~critical})",
      count_level (report, LEV_LEVEL_CRITICAL, FALSE), LEV_STYLE_TILE_CRITICAL_AFTER,
      "COUNTIFS(Risico_restklasse,{~critical})", count_level (report, LEV_LEVEL_CRITICAL, TRUE) },
    { _("High risks"), LEV_STYLE_TILE_HIGH, "COUNTIFS(Risico_klasse,{~high})",
      count_level (report, LEV_LEVEL_HIGH, FALSE), LEV_STYLE_TILE_HIGH_AFTER,
      "COUNTIFS(Risico_restklasse,{~high})", count_level (report, LEV_LEVEL_HIGH, TRUE) },
    { _("Insufficient insight"), LEV_STYLE_TILE_UNKNOWN,
      "SUMPRODUCT(--((Lev_continuiteit={=insufficient})+(Lev_informatie={=insufficient})>0))",
      count_answered (report, LEV_WORD_INSUFFICIENT), LEV_STYLE_TILE_UNKNOWN_CRITERIA,
      "SUM(Criteria_onbekend)", report->n_unknown_criteria },
    { _("Actions to be decided"), LEV_STYLE_TILE_ACCENT, "COUNTIFS(Actie_status,{~proposed})",
      n_asked, LEV_STYLE_TILE_ACCENT_MONEY, "SUMIFS(Actie_kosten,Actie_status,{~proposed})",
      cost },
    { _("Actions overdue"), LEV_STYLE_TILE_CRITICAL, "COUNTIFS(Actie_signaal,{~overdue})",
      count_actions (report, LEV_WORD_OVERDUE, NULL), LEV_STYLE_TILE_CRITICAL_RUNNING,
      "COUNTIFS(Actie_status,{~running})", count_actions (report, LEV_WORD_RUNNING, NULL) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      write_at (report, TILE_ROW, 2 * i, 2 * i + 1, tiles[i].label, tiles[i].style);
      calculate_at (report, TILE_ROW + 1, 2 * i, 2 * i + 1, tiles[i].figure, NULL, tiles[i].value,
                    tiles[i].style + 1);
      calculate_at (report, TILE_ROW + 2, 2 * i, 2 * i + 1, tiles[i].note, NULL,
                    tiles[i].note_value, tiles[i].note_style);
    }

  lev_sheet_set_height (sheet, TILE_ROW, 18);
  lev_sheet_set_height (sheet, TILE_ROW + 1, 34);
  lev_sheet_set_height (sheet, TILE_ROW + 2, 18);
  lev_sheet_set_height (sheet, TILE_ROW + 3, 8);
  for (guint i = 0; i < N_CHART_ROWS; i++)
    lev_sheet_set_height (sheet, CHART_ROW + i, 17.25);
}

static double
get_height (const char *text,
            gsize       per_line,
            double      least)
{
  gsize n_lines = 1 + strlen (text) / per_line;

  return CLAMP (n_lines * LINE_HEIGHT + 4, least, 200);
}

/* LibreOffice does not wrap a link, so that a long name is none; and then the short ones beside it
 * are none either. */
static gboolean
can_link_names (LevReport *report)
{
  for (guint i = 0; i < report->n_chosen; i++)
    {
      const LevReportSupplier *row = report->suppliers->pdata[i];

      if (row->supplier->name != NULL && g_utf8_strlen (row->supplier->name, -1) > NAME_LENGTH &&
          lev_report_asks_attention (row))
        return FALSE;
    }

  return TRUE;
}

static void
write_attention_row (LevReport               *report,
                     const LevReportSupplier *supplier,
                     gboolean                 is_linked,
                     guint                    row)
{
  static const struct { guint first, last; const char *name; } answers[] = {
    { 1, 2, "Lev_continuiteit" }, { 3, 4, "Lev_informatie" },
  };
  static const struct { guint column; const char *name; LevLevel level; } counts[] = {
    { 5, "Lev_kritiek", LEV_LEVEL_CRITICAL }, { 6, "Lev_hoog", LEV_LEVEL_HIGH },
  };
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];
  g_autofree char *reason = lev_report_dup_reason (report, supplier);
  const char *name = supplier->supplier->name != NULL ? supplier->supplier->name : "";

  if (!is_linked)
    lev_sheet_write_text (sheet, row, 0, name, LEV_STYLE_NAME);
  else
    lev_sheet_write_link (sheet, row, 0, report->sheets[LEV_REPORT_SUPPLIERS],
                          LEV_LIST_FIRST_ROW + supplier->number - 1, 1, name, LEV_STYLE_NAME_LINK);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *formula = g_strdup_printf ("INDEX(%s,MATCH(%u,Lev_nr,0))&\"\"",
                                                  answers[i].name, supplier->number);

      calculate_at (report, row, answers[i].first, answers[i].last, formula,
                    report->words[supplier->answers[i]], 0, LEV_STYLE_CHIP);
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *formula = g_strdup_printf ("INDEX(%s,MATCH(%u,Lev_nr,0))", counts[i].name,
                                                  supplier->number);

      calculate_at (report, row, counts[i].column, counts[i].column, formula, NULL,
                    supplier->levels[counts[i].level], LEV_STYLE_COUNT_LARGE);
    }

  write_at (report, row, 7, 11, reason, LEV_STYLE_WRAP);
  lev_sheet_set_height (sheet, row, get_height (reason, REASON_LENGTH, REASON_HEIGHT));
}

static void
add_attention_rules (LevReport *report,
                     guint      first,
                     guint      last)
{
  static const LevReportRule critical_rules[] = {
    { LEV_RULE_ABOVE, .style = LEV_STYLE_INK_CRITICAL },
    { .style = LEV_N_STYLES },
  };
  static const LevReportRule high_rules[] = {
    { LEV_RULE_ABOVE, .style = LEV_STYLE_INK_HIGH },
    { .style = LEV_N_STYLES },
  };

  lev_report_add_rules (report, LEV_REPORT_SUMMARY, NULL, &(LevRange) { first, 1, last, 4 },
                        lev_report_answer_rules);
  lev_report_add_rules (report, LEV_REPORT_SUMMARY, NULL, &(LevRange) { first, 5, last, 5 },
                        critical_rules);
  lev_report_add_rules (report, LEV_REPORT_SUMMARY, NULL, &(LevRange) { first, 6, last, 6 },
                        high_rules);
}

static void
write_section (LevReport     *report,
               guint          row,
               const char    *title,
               const char    *shortcut,
               LevReportSheet target)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];

  lev_sheet_write_text (sheet, row, 0, title, LEV_STYLE_SECTION);
  lev_sheet_write_link (sheet, row, N_COLUMNS - 1, report->sheets[target], 0, 0, shortcut,
                        LEV_STYLE_SHORTCUT);
  lev_sheet_set_height (sheet, row, 24);
  lev_sheet_set_height (sheet, row + 1, 18);
}

/* Returns the first row that is free. */
static guint
write_attention (LevReport *report)
{
  g_autofree char *critical = lev_report_dup_title (report->words[LEV_WORD_CRITICAL]);
  g_autofree char *high = lev_report_dup_title (report->words[LEV_WORD_HIGH]);
  gboolean is_linked = can_link_names (report);
  guint first = LIST_ROW + 2;
  guint row = first;
  guint n_more = 0;

  write_section (report, LIST_ROW, _("Suppliers that ask for attention"), _("all suppliers"),
                 LEV_REPORT_SUPPLIERS);
  write_at (report, LIST_ROW + 1, 0, 0, _("Supplier"), LEV_STYLE_HEADER);
  write_at (report, LIST_ROW + 1, 1, 2, report->themes[0], LEV_STYLE_HEADER);
  write_at (report, LIST_ROW + 1, 3, 4, report->themes[1], LEV_STYLE_HEADER);
  write_at (report, LIST_ROW + 1, 5, 5, critical, LEV_STYLE_HEADER_CENTER);
  write_at (report, LIST_ROW + 1, 6, 6, high, LEV_STYLE_HEADER_CENTER);
  write_at (report, LIST_ROW + 1, 7, 11, _("Why"), LEV_STYLE_HEADER);

  for (guint i = 0; i < report->n_chosen; i++)
    {
      const LevReportSupplier *supplier = report->suppliers->pdata[i];

      if (!lev_report_asks_attention (supplier))
        continue;
      if (row - first < MAX_ATTENTION)
        write_attention_row (report, supplier, is_linked, row++);
      else
        n_more++;
    }

  if (row > first)
    add_attention_rules (report, first, row - 1);
  else
    lev_sheet_write_text (report->sheets[LEV_REPORT_SUMMARY], row++, 0,
                          _("No supplier in this round asks for attention."), LEV_STYLE_LINE);
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (_("And %u more: see the sheet Leveranciers."),
                                               n_more);

      lev_sheet_write_text (report->sheets[LEV_REPORT_SUMMARY], row++, 0, more, LEV_STYLE_LINE);
    }

  return row;
}

/* The decisions that are asked for one supplier, in words. */
typedef struct
{
  GString *titles;
  GString *labels;
  GString *against; /* labels of what the CM advises against */
  guint    n_asked;
  guint    n_advised; /* of which the CM gave an advice: in step 6 */
  guint    n_against;
  double   cost;
} Asked;

/* Whether to take an action goes without saying; whether it is finished does not. */
static void
append_question (GString                 *out,
                 const LevReportDecision *row)
{
  const char *title = row->action->action->title != NULL ? row->action->action->title : "";

  if (row->action->status == LEV_WORD_PROPOSED)
    g_string_append (out, title);
  else
    g_string_append_printf (out, _("Finished? %s"), title);
}

static void
collect_asked (LevReport               *report,
               const LevReportSupplier *supplier,
               Asked                   *asked)
{
  for (guint i = 0; i < report->decisions->len; i++)
    {
      const LevReportDecision *row = report->decisions->pdata[i];

      if (row->decision != NULL || row->action->supplier != supplier)
        continue;
      g_string_append (asked->titles, asked->n_asked > 0 ? "; " : "");
      append_question (asked->titles, row);
      g_string_append_printf (asked->labels, "%s%s", asked->n_asked > 0 ? ", " : "",
                              row->action->label);
      if (row->action->status == LEV_WORD_PROPOSED &&
          lev_report_get_advice (row->action) == LEV_WORD_DO_NOT_TAKE)
        g_string_append_printf (asked->against, "%s%s", asked->n_against++ > 0 ? ", " : "",
                                row->action->label);
      if (row->action->status == LEV_WORD_PROPOSED)
        {
          asked->n_advised++;
          asked->cost += row->action->action->cost / 100.0;
        }
      asked->n_asked++;
    }
}

static char *
dup_advice (LevReport   *report,
            const Asked *asked)
{
  if (asked->n_advised == 0)
    return g_strdup ("–");
  if (asked->n_against == 0)
    return g_strdup (report->words[LEV_WORD_TAKE]);
  if (asked->n_against == asked->n_advised)
    return g_strdup (report->words[LEV_WORD_DO_NOT_TAKE]);

  /* Translators: the advice to the MT about some actions; %s is a list like "A08, A09". */
  return g_strdup_printf (_("take, not %s"), asked->against->str);
}

static void
write_asked_row (LevReport               *report,
                 const LevReportSupplier *supplier,
                 const Asked             *asked,
                 guint                    row)
{
  LevSheet *sheet = report->sheets[LEV_REPORT_SUMMARY];
  const char *name = supplier->supplier->name != NULL ? supplier->supplier->name : "";
  g_autofree char *formula = NULL;
  g_autofree char *advice = NULL;
  double height;

  formula = g_strdup_printf ("SUMIFS(Actie_kosten,Actie_levnr,%u,Actie_status,{~proposed})",
                             supplier->number);
  advice = dup_advice (report, asked);

  write_at (report, row, 0, 0, name, LEV_STYLE_NAME);
  write_at (report, row, 1, 7, asked->titles->str, LEV_STYLE_WRAP);
  write_at (report, row, 8, 8, asked->labels->str, LEV_STYLE_WRAP);
  calculate_at (report, row, 9, 9, formula, NULL, asked->cost, LEV_STYLE_MONEY);
  write_at (report, row, 10, 11, advice, LEV_STYLE_WRAP);
  height = get_height (asked->titles->str, DECISION_LENGTH, DECISION_HEIGHT);
  height = MAX (height, get_height (asked->labels->str, NAME_LENGTH, DECISION_HEIGHT));
  height = MAX (height, get_height (name, NAME_LENGTH, DECISION_HEIGHT));
  lev_sheet_set_height (sheet, row, height);
}

static void
write_asked (LevReport *report,
             guint      row)
{
  guint first = row + 2;

  write_section (report, row, _("Decisions asked"), _("to the sheet of decisions"),
                 LEV_REPORT_DECISIONS);
  write_at (report, row + 1, 0, 0, _("Supplier"), LEV_STYLE_HEADER);
  write_at (report, row + 1, 1, 7, _("Decision"), LEV_STYLE_HEADER);
  write_at (report, row + 1, 8, 8, _("Actions"), LEV_STYLE_HEADER);
  write_at (report, row + 1, 9, 9, _("Cost"), LEV_STYLE_HEADER_RIGHT);
  write_at (report, row + 1, 10, 11, _("Advice of the CM"), LEV_STYLE_HEADER);
  row = first;

  for (guint i = 0; i < report->n_chosen; i++)
    {
      g_autoptr (GString) titles = g_string_new (NULL);
      g_autoptr (GString) labels = g_string_new (NULL);
      g_autoptr (GString) against = g_string_new (NULL);
      Asked asked = { titles, labels, against, 0, 0, 0, 0 };

      collect_asked (report, report->suppliers->pdata[i], &asked);
      if (asked.n_asked > 0)
        write_asked_row (report, report->suppliers->pdata[i], &asked, row++);
    }

  if (row == first)
    lev_sheet_write_text (report->sheets[LEV_REPORT_SUMMARY], row, 0,
                          _("The MT is asked for no decisions."), LEV_STYLE_LINE);
}

void
lev_report_write_summary (LevReport *report)
{
  write_head (report);
  write_tiles (report);
  lev_report_add_charts (report, CHART_ROW);
  write_asked (report, write_attention (report));
}
