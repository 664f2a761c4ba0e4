/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-formula.h"

#include <string.h>

#include "lev-report-list.h"

/* Stands for the number of the row in an expanded formula; it is in no word, as those are clean. */
#define ROW_MARK '\x01'

/* The names that formulas have for words. */
static const struct
{
  const char *name;
  LevWord     word;
} word_names[] = {
  { "low", LEV_WORD_LOW },
  { "medium", LEV_WORD_MEDIUM },
  { "high", LEV_WORD_HIGH },
  { "critical", LEV_WORD_CRITICAL },
  { "unknown", LEV_WORD_UNKNOWN },
  { "yes", LEV_WORD_YES },
  { "insufficient", LEV_WORD_INSUFFICIENT },
  { "proposed", LEV_WORD_PROPOSED },
  { "running", LEV_WORD_RUNNING },
  { "reported", LEV_WORD_REPORTED },
  { "finished", LEV_WORD_FINISHED },
  { "refused", LEV_WORD_REFUSED },
  { "asked", LEV_WORD_ASKED },
  { "waiting", LEV_WORD_WAITING },
  { "overdue", LEV_WORD_OVERDUE },
  { "soon", LEV_WORD_SOON },
  { "on-schedule", LEV_WORD_ON_SCHEDULE },
  { "undated", LEV_WORD_UNDATED },
  { "take", LEV_WORD_TAKE },
  { "do-not-take", LEV_WORD_DO_NOT_TAKE },
  { "do-not-close", LEV_WORD_DO_NOT_CLOSE },
  { "undecided", LEV_WORD_UNDECIDED },
  { "no-date", LEV_WORD_NO_DATE },
  { "no-reason", LEV_WORD_NO_REASON },
  { "no-acceptor", LEV_WORD_NO_ACCEPTOR },
  { "no-term", LEV_WORD_NO_TERM },
  { "complete", LEV_WORD_COMPLETE },
  { "now", LEV_WORD_NOW },
};

static LevWord
find_word (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_names); i++)
    if (g_str_equal (word_names[i].name, name))
      return word_names[i].word;

  g_return_val_if_reached (LEV_WORD_NONE);
}

/* The quoted word; in a criterion what COUNTIFS takes for an operator or a wildcard is escaped. */
static void
append_word (GString    *out,
             const char *word,
             gboolean    is_criterion)
{
  g_string_append_c (out, '"');
  if (is_criterion && *word != '\0' && strchr ("=<>", *word) != NULL)
    g_string_append_c (out, '=');
  for (; *word != '\0'; word++)
    {
      if (*word == '"')
        g_string_append_c (out, '"');
      else if (is_criterion && strchr ("*?~", *word) != NULL)
        g_string_append_c (out, '~');
      g_string_append_c (out, *word);
    }
  g_string_append_c (out, '"');
}

static void
append_column (GString *out,
               guint    column)
{
  if (column >= 26)
    append_column (out, column / 26 - 1);
  g_string_append_c (out, 'A' + column % 26);
}

/* No impact is 6, so without the rule nothing is lifted. */
static int
get_impact_floor (LevReport *report)
{
  int floor = lev_handbook_content_get_rule (report->content, "impact-never-below-high");

  return floor > 0 ? floor : 6;
}

static void
append_token (GString             *out,
              LevReport           *report,
              const LevReportList *list,
              const char          *token)
{
  if (g_str_has_prefix (token, ">="))
    g_string_append_printf (out, "%d", lev_report_get_bound (report, find_word (token + 2)));
  else if (token[0] == '=' || token[0] == '~')
    append_word (out, report->words[find_word (token + 1)], token[0] == '~');
  else if (token[0] == '!')
    g_string_append_printf (out, "%d", get_impact_floor (report));
  else if (token[0] == ':')
    {
      append_column (out, lev_report_find_column (list, token + 1));
      g_string_append_printf (out, "%d:", LEV_LIST_FIRST_ROW + 1);
      append_column (out, lev_report_find_column (list, token + 1));
      g_string_append_c (out, ROW_MARK);
    }
  else
    {
      append_column (out, lev_report_find_column (list, token));
      g_string_append_c (out, ROW_MARK);
    }
}

char *
lev_report_expand (LevReport           *report,
                   const LevReportList *list,
                   const char          *formula)
{
  g_auto (GStrv) parts = g_strsplit_set (formula, "{}", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i % 2 == 0)
        g_string_append (out, parts[i]);
      else
        append_token (out, report, list, parts[i]);
    }

  return g_string_free_and_steal (out);
}

const char *
lev_report_fill_in (const char *pattern,
                    guint       row,
                    GString    *buffer)
{
  char number[12];
  int length = g_snprintf (number, sizeof number, "%u", row + 1);
  const char *mark;

  g_string_truncate (buffer, 0);
  while ((mark = strchr (pattern, ROW_MARK)) != NULL)
    {
      g_string_append_len (buffer, pattern, mark - pattern);
      g_string_append_len (buffer, number, length);
      pattern = mark + 1;
    }

  g_string_append (buffer, pattern);
  return buffer->str;
}

char *
lev_report_dup_title (const char *word)
{
  g_autofree char *first = g_utf8_strup (word, *word != '\0' ? g_utf8_next_char (word) - word : 0);

  return g_strconcat (first, *word != '\0' ? g_utf8_next_char (word) : "", NULL);
}

guint
lev_report_find_column (const LevReportList *list,
                        const char          *id)
{
  for (guint i = 0; i < list->n_columns; i++)
    if (g_str_equal (list->columns[i].id, id))
      return i;

  g_return_val_if_reached (0);
}
