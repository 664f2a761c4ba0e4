/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-comparison.h"
#include "lev-report-list.h"

/* One criterion, risk or action of a supplier, in the previous round and now. */
typedef struct
{
  const LevReportSupplier *supplier;
  const LevReportRisk     *risk;   /* NULL for what is none, and for a risk that is gone */
  const LevReportAction   *action; /* the same */
  LevDifference            difference;
} Row;

static gboolean
is_action (const Row *row)
{
  return lev_difference_is_action (&row->difference);
}

static gboolean
is_risk (const Row *row)
{
  return row->difference.criterion == NULL && !is_action (row);
}

static LevRisk *
get_risk (const Row *row,
          gboolean   before)
{
  return before ? row->difference.risk_before : row->difference.risk;
}

static void
show_supplier (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_text (show, ((const Row *) item)->supplier->supplier->name);
}

static void
show_kind (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  if (is_action (item))
    lev_show_text (show, _("action"));
  else
    lev_show_text (show, is_risk (item) ? _("risk") : _("criterion"));
}

static void
show_code (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  const Row *row = item;

  if (row->risk != NULL)
    lev_show_link (show, report, row->risk->label, LEV_REPORT_RISKS, row->risk->row);
  else if (row->action != NULL)
    lev_show_link (show, report, row->action->label, LEV_REPORT_ACTIONS, row->action->row);
  else
    lev_show_text (show, row->difference.criterion == NULL ? "–" : row->difference.criterion->code);
}

static void
show_subject (LevReport    *report,
              gconstpointer item,
              LevShow      *show)
{
  const Row *row = item;
  LevRisk *risk = get_risk (row, get_risk (row, FALSE) == NULL);
  LevAction *action = row->difference.action != NULL ? row->difference.action
                                                     : row->difference.action_before;

  if (action != NULL)
    lev_show_text (show, action->title);
  else
    lev_show_text (show, risk != NULL ? risk->event : row->difference.criterion->title);
}

/* What there is to compare: the score of a criterion, the product of a risk. */
static void
show_value (const Row *row,
            gboolean   before,
            LevShow   *show)
{
  LevRisk *risk = get_risk (row, before);
  int score;

  if (is_action (row))
    {
      lev_show_text (show, "–");
      return;
    }
  if (is_risk (row))
    score = risk != NULL ? lev_report_get_score (risk->likelihood, risk->impact) : 0;
  else
    score = lev_difference_get_score (&row->difference, before);

  if (is_risk (row) && score > 0)
    lev_show_number (show, score);
  else if (is_risk (row))
    lev_show_text (show, risk != NULL ? "?" : "–");
  else if (score == LEV_SCORE_OPEN)
    lev_show_text (show, "–");
  else
    lev_show_score (show, score);
}

static void
show_before (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  show_value (item, TRUE, show);
}

static void
show_now (LevReport    *report,
          gconstpointer item,
          LevShow      *show)
{
  show_value (item, FALSE, show);
}

static void
show_difference (LevReport    *report,
                 gconstpointer item,
                 LevShow      *show)
{
  LevShow before = { .kind = LEV_SHOW_BLANK }, now = { .kind = LEV_SHOW_BLANK };

  show_value (item, TRUE, &before);
  show_value (item, FALSE, &now);
  if (before.kind == LEV_SHOW_NUMBER && now.kind == LEV_SHOW_NUMBER)
    lev_show_number (show, now.number - before.number);
  else
    {
      show->kind = LEV_SHOW_TEXT;
      show->text = "";
    }
}

static void
show_level (LevReport *report,
            const Row *row,
            gboolean   before,
            LevShow   *show)
{
  LevRisk *risk = get_risk (row, before);

  if (risk != NULL)
    lev_show_word (show, report, lev_report_get_level_word (lev_risk_get_level (risk)));
}

static void
show_level_before (LevReport    *report,
                   gconstpointer item,
                   LevShow      *show)
{
  show_level (report, item, TRUE, show);
}

static void
show_level_now (LevReport    *report,
                gconstpointer item,
                LevShow      *show)
{
  show_level (report, item, FALSE, show);
}

static void
show_movement (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  static const LevWord words[] = {
    [LEV_MOVEMENT_NEW] = LEV_WORD_NEW,       [LEV_MOVEMENT_WORSE] = LEV_WORD_WORSE,
    [LEV_MOVEMENT_BETTER] = LEV_WORD_BETTER, [LEV_MOVEMENT_CHANGED] = LEV_WORD_CHANGED,
    [LEV_MOVEMENT_EQUAL] = LEV_WORD_EQUAL,   [LEV_MOVEMENT_GONE] = LEV_WORD_GONE,
  };

  lev_show_word (show, report, words[((const Row *) item)->difference.movement]);
}

static const LevReportRule movement_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_NEW, .style = LEV_STYLE_SIGN_NEW },
  { LEV_RULE_TEXT, LEV_WORD_CHANGED, .style = LEV_STYLE_SIGN_CHANGED },
  { LEV_RULE_TEXT, LEV_WORD_WORSE, .style = LEV_STYLE_INK_WORSE },
  { LEV_RULE_TEXT, LEV_WORD_BETTER, .style = LEV_STYLE_INK_BETTER },
  { .style = LEV_N_STYLES },
};

static const LevReportRule difference_rules[] = {
  { LEV_RULE_BETWEEN, .minimum = 1, .maximum = 25, .style = LEV_STYLE_INK_WORSE },
  { LEV_RULE_BETWEEN, .minimum = -25, .maximum = -1, .style = LEV_STYLE_INK_BETTER },
  { .style = LEV_N_STYLES },
};

static const LevReportColumn columns[] = {
  { "supplier", N_("Supplier"), 22, LEV_STYLE_NAME, show_supplier },
  { "kind", N_("Kind"), 11, LEV_STYLE_MUTED, show_kind },
  { "code", N_("Code"), 8, LEV_STYLE_CENTER, show_code },
  { "subject", N_("Subject"), 58, LEV_STYLE_WRAP, show_subject },
  { "before", N_("Previous round"), 11, LEV_STYLE_SCALE, show_before },
  { "now", N_("This round"), 11, LEV_STYLE_SCALE, show_now },
  { "difference", N_("Difference"), 11, LEV_STYLE_TREND, show_difference,
    .formula = "IF(AND(ISNUMBER({before}),ISNUMBER({now})),{now}-{before},\"\")",
    .rules = difference_rules },
  { "class-before", N_("Class (previous)"), 13, LEV_STYLE_CHIP, show_level_before,
    .rules = lev_report_class_rules },
  { "class", N_("Class (now)"), 13, LEV_STYLE_CHIP, show_level_now,
    .rules = lev_report_class_rules },
  { "movement", N_("Movement"), 13, LEV_STYLE_TEXT, show_movement, .rules = movement_rules },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_COMPARISON,
  .table = "tblVergelijking",
  .title = N_("Comparison with the previous round"),
  .note = N_("A score of a criterion that goes up is worse. A risk is worse when its class, or "
             "within its class its score, goes up."),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row_height = 18,
  .n_lines = 1,
};

static GPtrArray *
collect (LevReport *report)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) risks = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) actions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < report->risks->len; i++)
    {
      LevReportRisk *risk = report->risks->pdata[i];

      g_hash_table_insert (risks, risk->risk, risk);
    }
  for (guint i = 0; i < report->actions->len; i++)
    {
      LevReportAction *action = report->actions->pdata[i];

      g_hash_table_insert (actions, action->action, action);
    }

  for (guint i = 0; i < report->n_chosen; i++)
    {
      LevReportSupplier *supplier = report->suppliers->pdata[i];
      g_autoptr (LevComparison) comparison = NULL;

      if (supplier->previous == NULL)
        continue;
      comparison = lev_comparison_new (supplier->dossier);
      for (guint j = 0; j < comparison->differences->len; j++)
        {
          Row *row = g_new0 (Row, 1);

          row->supplier = supplier;
          row->difference = g_array_index (comparison->differences, LevDifference, j);
          row->risk = g_hash_table_lookup (risks, row->difference.risk);
          row->action = g_hash_table_lookup (actions, row->difference.action);
          g_ptr_array_add (rows, row);
        }
    }

  return rows;
}

/* What moved first, each part in the order of the suppliers. Returns how many rows moved. */
static guint
sort_rows (GPtrArray *rows)
{
  g_autoptr (GPtrArray) equal = g_ptr_array_new ();
  guint n_moved = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      if (row->difference.movement == LEV_MOVEMENT_EQUAL)
        g_ptr_array_add (equal, row);
      else
        rows->pdata[n_moved++] = row;
    }
  for (guint i = 0; i < equal->len; i++)
    rows->pdata[n_moved + i] = equal->pdata[i];

  return n_moved;
}

void
lev_report_write_comparison (LevReport *report)
{
  g_autoptr (GPtrArray) rows = collect (report);
  guint n_moved = sort_rows (rows);
  LevRange moved = { 0, 0, LEV_LIST_FIRST_ROW + n_moved - 1, G_N_ELEMENTS (columns) - 1 };

  lev_report_write_list (
    report, &list,
    _("Each criterion, risk and action of the suppliers that were in the previous "
      "round too. What moved comes first and is printed; what is equal stands below."),
    NULL, rows, rows->len);
  if (n_moved > 0)
    lev_sheet_set_print_area (report->sheets[LEV_REPORT_COMPARISON], &moved);
}
