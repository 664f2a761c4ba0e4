/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-lead-time.h"
#include "lev-report-list.h"

static void
show_label (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_text (show, ((const LevReportAction *) item)->label);
}

static void
show_supplier (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_text (show, ((const LevReportAction *) item)->supplier->supplier->name);
}

static void
show_risk (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  const LevReportAction *row = item;

  if (row->risk != NULL)
    {
      lev_show_link (show, report, row->risk->label, LEV_REPORT_RISKS, row->risk->row);
    }
  else
    {
      show->style = LEV_STYLE_TEXT;
      lev_show_text (show, "–");
    }
}

/* What the action is expected to take off, "kans −2 · impact −1". */
static void
show_effect (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  const LevAction *action = ((const LevReportAction *) item)->action;
  int likelihood = ABS (action->effect_likelihood);
  int impact = ABS (action->effect_impact);

  if (likelihood > 0 && impact > 0)
    /* Translators: L is short for likelihood, I for impact; the sign is a minus. */
    g_snprintf (show->buffer, sizeof show->buffer, _("L −%d · I −%d"), likelihood, impact);
  else if (likelihood > 0)
    g_snprintf (show->buffer, sizeof show->buffer, _("likelihood −%d"), likelihood);
  else if (impact > 0)
    g_snprintf (show->buffer, sizeof show->buffer, _("impact −%d"), impact);
  else
    g_strlcpy (show->buffer, "–", sizeof show->buffer);

  lev_show_text (show, show->buffer);
}

static void
show_status (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportAction *) item)->status);
}

static void
show_progress (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_number (show, ((const LevReportAction *) item)->progress / 100.0);
}

static void
show_signal (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportAction *) item)->signal);
}

static void
show_days (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  LevDate due = ((const LevReportAction *) item)->action->due;

  if (due != 0)
    lev_show_number (show, (double) due - report->today);
  else
    lev_show_text (show, "");
}

/* How often it came back from the service owner or the MT. */
static void
show_returns (LevReport    *report,
              gconstpointer item,
              LevShow      *show)
{
  LevLeadTime lead = lev_action_get_lead_time (((const LevReportAction *) item)->action);

  lev_show_number (show, lead.n_owner_returns + lead.n_mt_returns);
}

/* From the decision to take it to the MT's last yes. */
static void
show_lead_time (LevReport    *report,
                gconstpointer item,
                LevShow      *show)
{
  LevLeadTime lead = lev_action_get_lead_time (((const LevReportAction *) item)->action);
  int days = lev_lead_time_get_days (lead.agreed, lead.finished);

  if (days >= 0)
    lev_show_number (show, days);
  else
    lev_show_text (show, "");
}

static void
show_advice (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  lev_show_word (show, report, lev_report_get_advice (item));
}

static void
show_supplier_number (LevReport    *report,
                      gconstpointer item,
                      LevShow      *show)
{
  lev_show_number (show, ((const LevReportAction *) item)->supplier->number);
}

static const LevReportRule signal_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_OVERDUE, .style = LEV_STYLE_SIGN_CRITICAL },
  { LEV_RULE_TEXT, LEV_WORD_SOON, .style = LEV_STYLE_SIGN_SOON },
  { LEV_RULE_TEXT, LEV_WORD_ASKED, .style = LEV_STYLE_SIGN_ASKED },
  { LEV_RULE_TEXT, LEV_WORD_WAITING, .style = LEV_STYLE_SIGN_ASKED },
  { LEV_RULE_TEXT, LEV_WORD_FINISHED, .style = LEV_STYLE_SIGN_DONE },
  { LEV_RULE_TEXT, LEV_WORD_UNDATED, .style = LEV_STYLE_SIGN_UNKNOWN },
  { .style = LEV_N_STYLES },
};

/* The same rule as get_signal() in lev-report-data.c; the numbers there are the results. */
#define SIGNAL                                                                     \
  "IF({status}={=proposed},{=asked},IF({status}={=reported},{=waiting},"           \
  "IF({status}={=running},IF({due}=\"\",{=undated},IF({due}<Peildatum,{=overdue}," \
  "IF({due}-Peildatum<=30,{=soon},{=on-schedule}))),{status})))"

static const LevReportColumn columns[] = {
  { "label", N_("No."), 6, LEV_STYLE_CENTER, show_label, .name = "Actie_nr" },
  { "supplier", N_("Supplier"), 18, LEV_STYLE_NAME, show_supplier, .name = "Actie_leverancier" },
  { "risk", N_("Risk"), 7.5, LEV_STYLE_LINK, show_risk, .name = "Actie_risico" },
  { "title", N_("Action"), 36, LEV_STYLE_WRAP, .field = "title", .name = "Actie_titel" },
  { "result", N_("Measurable result"), 36, LEV_STYLE_WRAP, .field = "result" },
  { "owner", N_("Owner"), 14, LEV_STYLE_WRAP, .field = "owner" },
  { "executor", N_("Executor"), 19, LEV_STYLE_WRAP, .field = "executor" },
  { "due", N_("Due date"), 11.5, LEV_STYLE_DATE, .field = "due" },
  { "cost", N_("Cost"), 11, LEV_STYLE_MONEY, .field = "cost", .name = "Actie_kosten",
    .total = LEV_STYLE_TOTAL_MONEY },
  { "effect", N_("Effect"), 12, LEV_STYLE_TEXT, show_effect },
  { "status", N_("Status"), 14.5, LEV_STYLE_TEXT, show_status, .name = "Actie_status" },
  { "progress", N_("Progress"), 10.5, LEV_STYLE_PERCENT, show_progress,
    .rules = lev_report_progress_rules },
  { "signal", N_("Signal"), 17, LEV_STYLE_CHIP, show_signal, .formula = SIGNAL,
    .name = "Actie_signaal", .rules = signal_rules },
  { "days", N_("Days"), 7.5, LEV_STYLE_DAYS, show_days,
    .formula = "IF({due}=\"\",\"\",{due}-Peildatum)" },
  { "advice", N_("Advice of the CM"), 12, LEV_STYLE_TEXT, show_advice,
    .rules = lev_report_advice_rules },
  { "frequency", N_("Updates"), 14, LEV_STYLE_TEXT, .field = "frequency" },
  { "returns", N_("Returns"), 13.5, LEV_STYLE_CENTER, show_returns },
  { "lead-time", N_("Lead time"), 12.5, LEV_STYLE_CENTER, show_lead_time },
  { "supplier-number", N_("Suppl. no."), 7, LEV_STYLE_MUTED_CENTER, show_supplier_number,
    .name = "Actie_levnr" },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_ACTIONS,
  .table = "tblActies",
  .title = N_("Mitigation actions"),
  .note = N_(
    "Effect: expected decrease of likelihood (L) or impact (I).  Days: from the reference "
    "date to the due date; negative is overdue as long as the action runs.  "
    "Updates: the agreed frequency.  Returns: how often it came back from the service owner "
    "or the MT.  Lead time: days from the decision to the MT’s last yes."),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .record = G_STRUCT_OFFSET (LevReportAction, action),
  .get_type = lev_action_get_type,
  .row_height = 32.4,
  .total_label_column = "supplier",
  .total_label = N_("Total"),
};

void
lev_report_write_actions (LevReport *report)
{
  lev_report_write_list (report, &list,
                         _("Proposed, running and finished actions. Signal and days follow from "
                           "the reference date on the sheet Samenvatting."),
                         NULL, report->actions, report->actions->len);
}
