/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-report-list.h"

#define RISK(item) (((const LevReportRisk *) (item))->risk)

static void
show_label (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_text (show, ((const LevReportRisk *) item)->label);
}

static void
show_supplier (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_text (show, ((const LevReportRisk *) item)->supplier->supplier->name);
}

static void
show_product (LevShow *show,
              int      score)
{
  if (score > 0)
    lev_show_number (show, score);
  else
    lev_show_text (show, "?");
}

static void
show_score (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  show_product (show, lev_report_get_score (RISK (item)->likelihood, RISK (item)->impact));
}

static void
show_residual_score (LevReport    *report,
                     gconstpointer item,
                     LevShow      *show)
{
  show_product (show, lev_report_get_score (RISK (item)->residual_likelihood,
                                            RISK (item)->residual_impact));
}

static void
show_class (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_word (show, report, lev_report_get_level_word (((const LevReportRisk *) item)->level));
}

static void
show_residual_class (LevReport    *report,
                     gconstpointer item,
                     LevShow      *show)
{
  lev_show_word (show, report,
                 lev_report_get_level_word (((const LevReportRisk *) item)->residual_level));
}

static void
show_change (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportRisk *) item)->change);
}

static void
show_actions (LevReport    *report,
              gconstpointer item,
              LevShow      *show)
{
  const LevReportRisk *row = item;

  lev_show_text (show, row->actions != NULL ? row->actions : "–");
}

static void
show_supplier_number (LevReport    *report,
                      gconstpointer item,
                      LevShow      *show)
{
  lev_show_number (show, ((const LevReportRisk *) item)->supplier->number);
}

static const LevReportRule confidence_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_DOUBTFUL, .style = LEV_STYLE_INK_CRITICAL },
  { .style = LEV_N_STYLES },
};

static const LevReportRule change_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_NEW, .style = LEV_STYLE_SIGN_NEW },
  { LEV_RULE_TEXT, LEV_WORD_CHANGED, .style = LEV_STYLE_SIGN_CHANGED },
  { .style = LEV_N_STYLES },
};

/* The same rule as lev_scoring_get_level(): template, section 5. */
#define SCORE(Likelihood, Impact) \
  "IF(AND(ISNUMBER(" Likelihood "),ISNUMBER(" Impact "))," Likelihood "*" Impact ",\"?\")"
#define CLASS(Score, Impact)                                       \
  "IF(ISNUMBER(" Score "),IF(" Score ">={>=critical},{=critical}," \
  "IF(OR(" Score ">={>=high}," Impact ">={!}),{=high},"            \
  "IF(" Score ">={>=medium},{=medium},{=low}))),{=unknown})"

static const LevReportColumn columns[] = {
  { "label", N_("No."), 6, LEV_STYLE_CENTER, show_label, .name = "Risico_nr" },
  { "supplier", N_("Supplier"), 18, LEV_STYLE_NAME, show_supplier, .name = "Risico_leverancier" },
  { "criterion", N_("Crit."), 6, LEV_STYLE_CENTER, .field = "criterion" },
  { "cause", N_("Cause"), 34, LEV_STYLE_WRAP, .field = "cause" },
  { "event", N_("Event"), 31, LEV_STYLE_WRAP, .field = "event", .name = "Risico_gebeurtenis" },
  { "consequence", N_("Consequence"), 33, LEV_STYLE_WRAP, .field = "consequence" },
  { "likelihood", N_("Likelihood"), 6.5, LEV_STYLE_SCALE, .field = "likelihood",
    .name = "Risico_kans" },
  { "impact", N_("Impact"), 7.5, LEV_STYLE_SCALE, .field = "impact", .name = "Risico_impact" },
  { "score", N_("Score"), 7, LEV_STYLE_SCORE, show_score, .formula = SCORE ("{likelihood}", "{impact}"),
    .name = "Risico_score" },
  { "class", N_("Class"), 12, LEV_STYLE_CHIP, show_class, .formula = CLASS ("{score}", "{impact}"),
    .name = "Risico_klasse", .rules = lev_report_class_rules },
  { "residual-likelihood", N_("Likelihood (residual)"), 6.5, LEV_STYLE_SCALE,
    .field = "residual_likelihood", .name = "Risico_restkans" },
  { "residual-impact", N_("Impact (residual)"), 7.5, LEV_STYLE_SCALE, .field = "residual_impact",
    .name = "Risico_restimpact" },
  { "residual-score", N_("Score (residual)"), 7, LEV_STYLE_SCORE, show_residual_score,
    .formula = SCORE ("{residual-likelihood}", "{residual-impact}"),
    .name = "Risico_restscore" },
  { "residual-class", N_("Class (residual)"), 12, LEV_STYLE_CHIP, show_residual_class,
    .formula = CLASS ("{residual-score}", "{residual-impact}"),
    .name = "Risico_restklasse", .rules = lev_report_class_rules },
  { "treatment", N_("Treatment"), 12.5, LEV_STYLE_TEXT, .field = "treatment" },
  { "confidence", N_("Confidence"), 10.5, LEV_STYLE_TEXT, .field = "confidence",
    .rules = confidence_rules },
  { "change", N_("Since the previous round"), 11.5, LEV_STYLE_TEXT, show_change,
    .rules = change_rules },
  { "actions", N_("Actions"), 8, LEV_STYLE_WRAP, show_actions },
  { "supplier-number", N_("Suppl. no."), 7, LEV_STYLE_MUTED_CENTER, show_supplier_number,
    .name = "Risico_levnr" },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_RISKS,
  .table = "tblRisicos",
  .title = N_("Risks"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .record = G_STRUCT_OFFSET (LevReportRisk, risk),
  .get_type = lev_risk_get_type,
  .row_height = 27.8,
};

/* What may be changed in the sheet is changed within the scale. */
static void
add_scale_inputs (LevReport *report)
{
  static const char *const scale[] = { "1", "2", "3", "4", "5", "?", NULL };
  static const char *const ids[] = { "likelihood", "residual-likelihood" };
  LevInput input = {
    .kind = LEV_INPUT_LIST,
    .choices = scale,
    .title = _("Scale 1–5"),
    .prompt = _("Choose 1 to 5, or ? for unknown. See the sheet Legenda."),
    .error_title = _("Outside the scale"),
    .error = _("Choose 1 to 5, or ?."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      guint column = lev_report_find_column (&list, ids[i]);
      LevRange range = { LEV_LIST_FIRST_ROW, column,
                         LEV_LIST_FIRST_ROW + MAX (report->risks->len, 1) - 1, column + 1 };

      lev_sheet_add_input (report->sheets[LEV_REPORT_RISKS], &range, &input);
    }
}

void
lev_report_write_risks (LevReport *report)
{
  lev_report_write_list (report, &list,
                         _("Class and score follow from likelihood × impact; change only the "
                           "columns of likelihood and impact, now and residual."),
                         NULL, report->risks, report->risks->len);
  add_scale_inputs (report);
}
