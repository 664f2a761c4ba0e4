/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-data.h"

#include <glib/gi18n.h>

#include "lev-cell-text.h"

/* Words that are the same in each report; the others come from the handbook and from choices. */
static const char *const fixed_words[LEV_N_WORDS] = {
  [LEV_WORD_PROPOSED] = N_("proposed"),
  [LEV_WORD_RUNNING] = N_("running"),
  [LEV_WORD_REPORTED] = N_("reported as done"),
  [LEV_WORD_FINISHED] = N_("finished"),
  [LEV_WORD_REFUSED] = N_("not taken"),
  [LEV_WORD_ASKED] = N_("to be decided"),
  [LEV_WORD_WAITING] = N_("waits for the MT"),
  [LEV_WORD_OVERDUE] = N_("overdue"),
  [LEV_WORD_SOON] = N_("within 30 days"),
  [LEV_WORD_ON_SCHEDULE] = N_("on schedule"),
  [LEV_WORD_UNDATED] = N_("without due date"),
  [LEV_WORD_TAKE] = N_("take"),
  [LEV_WORD_DO_NOT_TAKE] = N_("do not take"),
  [LEV_WORD_CLOSE] = N_("finished"),
  [LEV_WORD_DO_NOT_CLOSE] = N_("not finished"),
  [LEV_WORD_UNDECIDED] = N_("to be decided yet"),
  [LEV_WORD_NO_DATE] = N_("date is missing"),
  [LEV_WORD_NO_REASON] = N_("motivation is missing"),
  [LEV_WORD_NO_ACCEPTOR] = N_("acceptor is missing"),
  [LEV_WORD_NO_TERM] = N_("term is missing"),
  [LEV_WORD_COMPLETE] = N_("complete"),
  [LEV_WORD_NEW] = N_("new"),
  [LEV_WORD_CHANGED] = N_("changed"),
  [LEV_WORD_EQUAL] = N_("equal"),
  [LEV_WORD_WORSE] = N_("worse"),
  [LEV_WORD_BETTER] = N_("better"),
  [LEV_WORD_GONE] = N_("no longer there"),
  [LEV_WORD_NOW] = N_("now"),
  [LEV_WORD_BEFORE] = N_("before"),
  [LEV_WORD_TREND] = N_("trend"),
  [LEV_WORD_QUESTION] = "?",
};

static const LevWord answer_words[] = {
  [LEV_ANSWER_NONE] = LEV_WORD_NONE,
  [LEV_ANSWER_NO] = LEV_WORD_NO,
  [LEV_ANSWER_ATTENTION] = LEV_WORD_ATTENTION,
  [LEV_ANSWER_YES] = LEV_WORD_YES,
  [LEV_ANSWER_INSUFFICIENT] = LEV_WORD_INSUFFICIENT,
};

static const LevWord level_words[] = {
  [LEV_LEVEL_UNKNOWN] = LEV_WORD_UNKNOWN,
  [LEV_LEVEL_LOW] = LEV_WORD_LOW,
  [LEV_LEVEL_MEDIUM] = LEV_WORD_MEDIUM,
  [LEV_LEVEL_HIGH] = LEV_WORD_HIGH,
  [LEV_LEVEL_CRITICAL] = LEV_WORD_CRITICAL,
};

const char *
lev_report_word_get_text (LevWord word)
{
  return fixed_words[word] != NULL ? _(fixed_words[word]) : "";
}

void
lev_report_collect_words (LevReport *report)
{
  for (guint i = 0; i < LEV_N_WORDS; i++)
    report->words[i] = g_strdup (lev_report_word_get_text (i));

  for (guint i = 0; i < G_N_ELEMENTS (level_words); i++)
    g_set_str (&report->words[level_words[i]], lev_scoring_get_level_title (report->content, i));
  for (guint i = LEV_ANSWER_NO; i < G_N_ELEMENTS (answer_words); i++)
    g_set_str (&report->words[answer_words[i]], lev_choice_get_label (lev_answer_choices, i));

  for (guint i = LEV_WORD_ROUTINE; i <= LEV_WORD_STRATEGIC; i++)
    g_set_str (&report->words[i],
               lev_choice_get_label (lev_kraljic_choices,
                                     LEV_KRALJIC_ROUTINE + i - LEV_WORD_ROUTINE));
  g_set_str (&report->words[LEV_WORD_DOUBTFUL],
             lev_choice_get_label (lev_confidence_choices, LEV_CONFIDENCE_LOW));

  /* Those of the handbook are anyone's, and all of them go into formulas. */
  for (guint i = 0; i < LEV_N_WORDS; i++)
    g_set_str (&report->words[i], lev_cell_text_clean (report->words[i], report->text));
}

LevWord
lev_report_get_level_word (LevLevel level)
{
  return level_words[level];
}

LevWord
lev_report_get_answer_word (LevAnswer answer)
{
  return answer_words[answer];
}
