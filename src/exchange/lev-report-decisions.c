/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-report-list.h"
#include "lev-state.h"
#include "lev-version-text.h"

/* How long after the meeting a decision can be filled in, and how long a risk can be accepted. */
#define DECISION_MONTHS   (12)
#define ACCEPTANCE_MONTHS (24)

#define REASON_LENGTH (500)

#define STEP_TAKE (6)

#define ROW(item) ((const LevReportDecision *) (item))

static void
show_action (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  lev_show_link (show, report, ROW (item)->action->label, LEV_REPORT_ACTIONS,
                 ROW (item)->action->row);
}

static void
show_supplier (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_text (show, ROW (item)->action->supplier->supplier->name);
}

static void
show_question (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  const char *title = ROW (item)->action->action->title;

  /* Translators: what the MT is asked about an action, which follows; %s is its title. */
  g_string_printf (report->text, ROW (item)->step == STEP_TAKE ? _("Take? %s") : _("Finished? %s"),
                   title != NULL ? title : "");
  lev_show_text (show, report->text->str);
}

static void
show_cost (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  lev_show_cents (show, ROW (item)->action->action->cost);
}

static void
show_level (LevReport           *report,
            const LevReportRisk *risk,
            LevLevel             level,
            LevShow             *show)
{
  if (risk != NULL)
    lev_show_word (show, report, lev_report_get_level_word (level));
  else
    lev_show_text (show, "–");
}

static void
show_class (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  const LevReportRisk *risk = ROW (item)->action->risk;

  show_level (report, risk, risk != NULL ? risk->level : LEV_LEVEL_UNKNOWN, show);
}

static void
show_residual_class (LevReport    *report,
                     gconstpointer item,
                     LevShow      *show)
{
  const LevReportRisk *risk = ROW (item)->action->risk;

  show_level (report, risk, risk != NULL ? risk->residual_level : LEV_LEVEL_UNKNOWN, show);
}

static void
show_advice (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  if (ROW (item)->step == STEP_TAKE)
    lev_show_word (show, report, lev_report_get_advice (ROW (item)->action));
}

/* The columns below are filled in by the MT, or show what it decided. */

static LevDecision *
get_taken (gconstpointer item,
           LevStyle      style,
           LevShow      *show)
{
  LevDecision *decision = ROW (item)->decision;

  if (decision != NULL)
    show->style = style;

  return decision;
}

static LevWord
get_outcome_word (gconstpointer item)
{
  gboolean is_yes = ROW (item)->decision->outcome == LEV_OUTCOME_YES;

  if (ROW (item)->step == STEP_TAKE)
    return is_yes ? LEV_WORD_TAKE : LEV_WORD_DO_NOT_TAKE;

  return is_yes ? LEV_WORD_CLOSE : LEV_WORD_DO_NOT_CLOSE;
}

static void
show_decision (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  if (get_taken (item, LEV_STYLE_TEXT, show) != NULL)
    lev_show_word (show, report, get_outcome_word (item));
}

static void
show_reason (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  LevDecision *decision = get_taken (item, LEV_STYLE_WRAP, show);

  if (decision != NULL)
    lev_show_text (show, decision->reason);
}

static void
show_acceptor (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  LevDecision *decision = get_taken (item, LEV_STYLE_WRAP, show);

  if (decision != NULL)
    lev_show_text (show, lev_report_get_person (decision->accepted_by));
}

static void
show_until (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  LevDecision *decision = get_taken (item, LEV_STYLE_DATE, show);

  if (decision != NULL)
    lev_show_date (show, decision->accepted_until);
}

static void
show_date (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  LevDecision *decision = get_taken (item, LEV_STYLE_DATE, show);

  if (decision != NULL)
    lev_show_date (show, decision->date);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The same as the formula; design section 3, step 6. */
static LevWord
get_completeness (gconstpointer item)
{
  LevDecision *decision = ROW (item)->decision;
  gboolean is_no = decision != NULL && decision->outcome != LEV_OUTCOME_YES;

  if (decision == NULL)
    return LEV_WORD_UNDECIDED;
  if (decision->date == 0)
    return LEV_WORD_NO_DATE;
  if (is_no && is_empty (decision->reason))
    return LEV_WORD_NO_REASON;
  if (is_no && ROW (item)->step == STEP_TAKE &&
      is_empty (lev_report_get_person (decision->accepted_by)))
    return LEV_WORD_NO_ACCEPTOR;
  if (is_no && ROW (item)->step == STEP_TAKE && decision->accepted_until == 0)
    return LEV_WORD_NO_TERM;

  return LEV_WORD_COMPLETE;
}

static void
show_completeness (LevReport    *report,
                   gconstpointer item,
                   LevShow      *show)
{
  lev_show_word (show, report, get_completeness (item));
}

/* On which frozen profile the MT decides or decided, and whether that is still the profile. */
static void
show_basis (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  const LevReportSupplier *supplier = ROW (item)->action->supplier;
  LevDecision *decision = ROW (item)->decision;
  LevProfileVersion *version = decision != NULL && decision->profile_version != NULL
                                 ? decision->profile_version
                                 : supplier->frozen;
  g_autofree char *basis = NULL;

  if (version == NULL)
    return;

  basis = lev_version_describe_basis (version, version != supplier->frozen || supplier->outdated);
  g_string_assign (report->text, basis);
  lev_show_text (show, report->text->str);
}

/* Names the action and the step, so that a decision is read back to the right place. */
static void
show_key (LevReport    *report,
          gconstpointer item,
          LevShow      *show)
{
  g_snprintf (show->buffer, sizeof show->buffer, "%s/%u",
              LEV_RECORD (ROW (item)->action->action)->id, ROW (item)->step);
  lev_show_text (show, show->buffer);
}

#define CLASS(Name) \
  "IFERROR(INDEX(" Name ",MATCH(INDEX(Actie_risico,MATCH({action},Actie_nr,0)),Risico_nr,0)),\"–\")"

#define COMPLETE                                                                                 \
  "IF({decision}=\"\",{=undecided},IF({date}=\"\",{=no-date},"                                   \
  "IF(AND(OR({decision}={=do-not-take},{decision}={=do-not-close}),{reason}=\"\"),{=no-reason}," \
  "IF(AND({decision}={=do-not-take},{acceptor}=\"\"),{=no-acceptor},"                            \
  "IF(AND({decision}={=do-not-take},{until}=\"\"),{=no-term},{=complete})))))"

/* Who is asked for an acceptance only when the risk is not taken away. */
static const LevReportRule acceptance_rules[] = {
  { LEV_RULE_FORMULA, .formula = "{decision}={=take}", .style = LEV_STYLE_FILL_UNUSED },
  { .style = LEV_N_STYLES },
};

static const LevReportRule complete_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_COMPLETE, .style = LEV_STYLE_SIGN_DONE },
  { LEV_RULE_TEXT, LEV_WORD_NO_DATE, .style = LEV_STYLE_SIGN_INCOMPLETE },
  { LEV_RULE_TEXT, LEV_WORD_NO_REASON, .style = LEV_STYLE_SIGN_INCOMPLETE },
  { LEV_RULE_TEXT, LEV_WORD_NO_ACCEPTOR, .style = LEV_STYLE_SIGN_INCOMPLETE },
  { LEV_RULE_TEXT, LEV_WORD_NO_TERM, .style = LEV_STYLE_SIGN_INCOMPLETE },
  { .style = LEV_N_STYLES },
};

static const LevReportColumn columns[] = {
  { "action", N_("Action"), 7, LEV_STYLE_LINK, show_action },
  { "supplier", N_("Supplier"), 18, LEV_STYLE_NAME, show_supplier },
  { "question", N_("Decision asked"), 40, LEV_STYLE_WRAP, show_question },
  { "cost", N_("Cost"), 11, LEV_STYLE_MONEY, show_cost,
    .formula = "INDEX(Actie_kosten,MATCH({action},Actie_nr,0))" },
  { "class", N_("Class now"), 12, LEV_STYLE_CHIP, show_class,
    .formula = CLASS ("Risico_klasse"), .rules = lev_report_class_rules },
  { "residual-class", N_("Class (residual)"), 12, LEV_STYLE_CHIP, show_residual_class,
    .formula = CLASS ("Risico_restklasse"), .rules = lev_report_class_rules },
  { "advice", N_("Advice of the CM"), 12, LEV_STYLE_TEXT, show_advice,
    .rules = lev_report_advice_rules },
  { "decision", N_("Decision of the MT"), 14, LEV_STYLE_INPUT, show_decision },
  { "reason", N_("Motivation"), 34, LEV_STYLE_INPUT, show_reason },
  { "acceptor", N_("Residual risk accepted by"), 19, LEV_STYLE_INPUT, show_acceptor,
    .rules = acceptance_rules },
  { "until", N_("Accepted until"), 12.5, LEV_STYLE_INPUT_DATE, show_until,
    .rules = acceptance_rules },
  { "date", N_("Date of the decision"), 12.5, LEV_STYLE_INPUT_DATE, show_date },
  { "complete", N_("Complete?"), 22, LEV_STYLE_TEXT, show_completeness, .formula = COMPLETE,
    .rules = complete_rules },
  { "basis", N_("Profile that it rests on"), 24, LEV_STYLE_SMALL, show_basis },
  { "key", N_("Key"), 34, LEV_STYLE_KEY, show_key },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_DECISIONS,
  .table = "tblBesluiten",
  .title = N_("Decisions of the MT"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row_height = 30,
};

const char *
lev_report_get_decision_heading (const char *id)
{
  return _(columns[lev_report_find_column (&list, id)].header);
}

LevOutcome
lev_report_parse_outcome (const char *text,
                          guint       step)
{
  LevWord yes = step == STEP_TAKE ? LEV_WORD_TAKE : LEV_WORD_CLOSE;
  LevWord no = step == STEP_TAKE ? LEV_WORD_DO_NOT_TAKE : LEV_WORD_DO_NOT_CLOSE;
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (g_str_equal (folded, lev_report_word_get_text (yes)))
    return LEV_OUTCOME_YES;

  return g_str_equal (folded, lev_report_word_get_text (no)) ? LEV_OUTCOME_NO : LEV_OUTCOME_NONE;
}

static guint
count_asked (LevReport *report,
             guint      step)
{
  guint count = 0;

  for (guint i = 0; i < report->decisions->len; i++)
    {
      const LevReportDecision *row = report->decisions->pdata[i];

      count += row->decision == NULL && row->step == step;
    }

  return count;
}

static void
add_input (LevReport      *report,
           const char     *id,
           guint           first,
           guint           count,
           const LevInput *input)
{
  guint column = lev_report_find_column (&list, id);
  LevRange range = { LEV_LIST_FIRST_ROW + first, column, LEV_LIST_FIRST_ROW + first + count - 1,
                     column };

  if (count > 0)
    lev_sheet_add_input (report->sheets[LEV_REPORT_DECISIONS], &range, input);
}

static void
add_outcome_inputs (LevReport *report,
                    guint      n_take,
                    guint      n_close)
{
  const char *const take[] = { report->words[LEV_WORD_TAKE], report->words[LEV_WORD_DO_NOT_TAKE],
                               NULL };
  const char *const close[] = { report->words[LEV_WORD_CLOSE], report->words[LEV_WORD_DO_NOT_CLOSE],
                                NULL };
  LevInput input = {
    .kind = LEV_INPUT_LIST,
    .choices = take,
    .title = _("Decision of the MT"),
    .prompt = _("Does the MT take this action? If not, fill in the motivation, who accepts the "
                "residual risk and until when."),
    .error_title = _("Unknown decision"),
    .error = _("Choose a decision from the list."),
  };

  add_input (report, "decision", 0, n_take, &input);
  input.choices = close;
  input.prompt = _("Is the action finished by this? If not, fill in the motivation.");
  add_input (report, "decision", n_take, n_close, &input);
}

static void
add_date_inputs (LevReport *report,
                 guint      n_asked)
{
  LevMeeting *meeting = lev_review_get_meeting (report->review);
  LevDate day = meeting != NULL && meeting->start != 0 ? lev_moment_get_date (meeting->start) : 0;
  LevDate first = day != 0 ? MIN (day, report->today) : report->today;
  LevDate decided = lev_date_add_months (first, DECISION_MONTHS);
  LevDate accepted = lev_date_add_months (first, ACCEPTANCE_MONTHS);
  g_autofree char *from = lev_date_format_long (first);
  g_autofree char *decided_until = lev_date_format_long (decided);
  g_autofree char *accepted_until = lev_date_format_long (accepted);
  g_autofree char *decided_error = NULL;
  g_autofree char *accepted_error = NULL;
  LevInput input = { .kind = LEV_INPUT_DATE,
                     .first = first,
                     .error_title = _("Date out of range") };

  decided_error = g_strdup_printf (_("Fill in a date from %s to %s."), from, decided_until);
  accepted_error = g_strdup_printf (_("Fill in a date from %s to %s."), from, accepted_until);

  input.last = accepted;
  input.title = _("Term");
  input.prompt = _("Until when the residual risk is accepted.");
  input.error = accepted_error;
  add_input (report, "until", 0, n_asked, &input);

  input.last = decided;
  input.title = _("Date");
  input.prompt = _("Date of the decision.");
  input.error = decided_error;
  add_input (report, "date", 0, n_asked, &input);
}

/* The key is for the program that reads the sheet back: paper does without. */
static void
set_print_area (LevReport *report)
{
  guint last_row = LEV_LIST_FIRST_ROW + MAX (report->decisions->len, 1);
  LevRange range = { 0, 0, last_row, lev_report_find_column (&list, "key") - 1 };

  lev_sheet_set_print_area (report->sheets[LEV_REPORT_DECISIONS], &range);
}

static void
write_totals (LevReport *report)
{
  static const struct
  {
    const char *id;
    const char *formula;
    LevStyle style;
  } totals[] = {
    { "cost", "SUMIFS({:cost},{:decision},{~take})", LEV_STYLE_TOTAL_MONEY },
    { "decision", "COUNTIFS({:decision},\"?*\")", LEV_STYLE_TOTAL_DECIDED },
    { "complete", "COUNTIFS({:complete},{~complete})", LEV_STYLE_TOTAL_COMPLETE },
  };
  LevSheet *sheet = report->sheets[LEV_REPORT_DECISIONS];
  guint row = LEV_LIST_FIRST_ROW + MAX (report->decisions->len, 1);
  double results[G_N_ELEMENTS (totals)] = {
    0,
  };
  g_autoptr (GString) buffer = g_string_new (NULL);

  for (guint i = 0; i < report->decisions->len; i++)
    {
      const LevReportDecision *item = report->decisions->pdata[i];

      if (item->decision == NULL)
        continue;
      if (get_outcome_word (item) == LEV_WORD_TAKE)
        results[0] += item->action->action->cost / 100.0;
      results[1]++;
      results[2] += get_completeness (item) == LEV_WORD_COMPLETE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    lev_sheet_write_blank (sheet, row, i, LEV_STYLE_TOTAL);
  lev_sheet_write_text (sheet, row, lev_report_find_column (&list, "question"), _("Decided: take"),
                        LEV_STYLE_TOTAL);
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *pattern = lev_report_expand (report, &list, totals[i].formula);

      lev_sheet_write_formula (sheet, row, lev_report_find_column (&list, totals[i].id),
                               lev_report_fill_in (pattern, row - 1, buffer), NULL, results[i],
                               totals[i].style);
    }

  lev_sheet_set_height (sheet, row, 20);
  lev_sheet_write_text (sheet, row + 2, 1,
                        _("Do not change the column Key: it links the decisions to the right "
                          "action when they are read back."),
                        LEV_STYLE_NOTE);
}

void
lev_report_write_decisions (LevReport *report)
{
  guint n_take = count_asked (report, STEP_TAKE);
  guint n_close = count_asked (report, 11);

  lev_report_write_list (report, &list,
                         _("To be filled in during the meeting with the MT. Only the light yellow "
                           "cells can be filled in; Levman Review reads this sheet back."),
                         NULL, report->decisions, report->decisions->len);
  write_totals (report);
  set_print_area (report);
  add_outcome_inputs (report, n_take, n_close);
  add_input (report, "reason", 0, n_take + n_close,
             &(LevInput) {
               .kind = LEV_INPUT_LENGTH,
               .length = REASON_LENGTH,
               .error_title = _("Too long"),
               .error = _("At most 500 characters."),
             });
  add_input (report, "acceptor", 0, n_take + n_close,
             &(LevInput) {
               .kind = LEV_INPUT_NAME,
               .name = "Besluitnemers",
               .error_title = _("Unknown person"),
               .error = _("Choose a member of the MT from the list."),
             });
  add_date_inputs (report, n_take + n_close);
  lev_sheet_protect (report->sheets[LEV_REPORT_DECISIONS]);
}
