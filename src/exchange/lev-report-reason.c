/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-reason.h"

#include <glib/gi18n.h>

#include "lev-cell-text.h"
#include "lev-state.h"

/* Two lines of an explanation; all of it is in the profile. */
#define EXPLANATION_LENGTH (140)

gboolean
lev_report_asks_attention (const LevReportSupplier *row)
{
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    if (row->answers[i] == LEV_WORD_YES || row->answers[i] == LEV_WORD_ATTENTION ||
        row->answers[i] == LEV_WORD_INSUFFICIENT)
      return TRUE;

  return row->levels[LEV_LEVEL_CRITICAL] > 0 || row->levels[LEV_LEVEL_HIGH] > 0;
}

/* The explanation of the most serious answer; of equal ones that of the first question. */
static const char *
find_explanation (LevReport               *report,
                  const LevReportSupplier *row)
{
  static const LevWord order[] = { LEV_WORD_YES, LEV_WORD_INSUFFICIENT, LEV_WORD_ATTENTION };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < LEV_REPORT_N_QUESTIONS; j++)
      {
        LevKeyAnswer *answer = lev_dossier_find_answer (row->dossier, report->questions[j]);

        if (row->answers[j] == order[i] && answer->explanation != NULL &&
            *answer->explanation != '\0')
          return answer->explanation;
      }

  return NULL;
}

char *
lev_report_dup_reason (LevReport               *report,
                       const LevReportSupplier *row)
{
  guint n_criteria = lev_handbook_content_get_n (report->content, LEV_HANDBOOK_CRITERION);
  const char *explanation = find_explanation (report, row);
  g_autoptr (GString) worst = g_string_new (NULL);
  GString *reason = g_string_new (NULL);

  if (explanation != NULL)
    lev_cell_text_append_start (reason, explanation, EXPLANATION_LENGTH);

  for (guint i = 0; i < n_criteria; i++)
    {
      const LevHandbookItem *criterion;
      LevAssessment *assessment;

      criterion = lev_handbook_content_get (report->content, LEV_HANDBOOK_CRITERION, i);
      assessment = lev_dossier_find_assessment (row->dossier, criterion->code);
      if (assessment != NULL && assessment->score == 5)
        g_string_append_printf (worst, "%s%s", worst->len > 0 ? ", " : "", criterion->code);
    }

  if (worst->len > 0)
    {
      if (reason->len > 0)
        g_string_append_c (reason, ' ');
      g_string_append_printf (reason, _("At 5: %s."), worst->str);
    }

  return g_string_free_and_steal (reason);
}
