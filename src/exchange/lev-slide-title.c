/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slides-private.h"

#include "lev-date.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

LevDecision *
lev_slides_get_decision (const LevReportAction *row)
{
  return lev_action_get_decision (row->action, 6);
}

void
lev_slides_count (LevSlides *self,
                  guint     *n_taken,
                  guint     *n_refused)
{
  *n_taken = *n_refused = 0;
  for (guint i = 0; i < self->actions->len; i++)
    {
      LevDecision *decision = lev_slides_get_decision (g_ptr_array_index (self->actions, i));

      *n_taken += decision != NULL && decision->outcome == LEV_OUTCOME_YES;
      *n_refused += decision != NULL && decision->outcome == LEV_OUTCOME_NO;
    }
}

char *
lev_slides_format_money (gint64 cents)
{
  gint64 euros = (cents + 50) / 100;
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, euros);
  g_autoptr (GString) text = g_string_new ("€ ");
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

LevLevel
lev_slides_get_answer_level (LevWord answer)
{
  switch (answer)
    {
    case LEV_WORD_YES:
      return LEV_LEVEL_CRITICAL;
    case LEV_WORD_ATTENTION:
      return LEV_LEVEL_MEDIUM;
    case LEV_WORD_NO:
      return LEV_LEVEL_LOW;
    default:
      return LEV_LEVEL_UNKNOWN;
    }
}

LevLevel
lev_slides_get_score_level (int score)
{
  static const LevLevel levels[] = {
    LEV_LEVEL_UNKNOWN, LEV_LEVEL_LOW,  LEV_LEVEL_LOW,
    LEV_LEVEL_MEDIUM,  LEV_LEVEL_HIGH, LEV_LEVEL_CRITICAL,
  };

  return LEV_SCORE_IS_KNOWN (score) ? levels[score] : LEV_LEVEL_UNKNOWN;
}

static guint
count_level (LevSlides *self,
             LevLevel   level,
             guint     *n_suppliers)
{
  guint n = 0;

  *n_suppliers = 0;
  for (guint i = 0; i < self->report->n_chosen; i++)
    {
      LevReportSupplier *supplier = g_ptr_array_index (self->report->suppliers, i);

      n += supplier->levels[level];
      *n_suppliers += supplier->levels[level] > 0;
    }

  return n;
}

char *
lev_slide_title_agenda (LevSlides *self)
{
  guint n_suppliers = self->report->n_chosen;
  guint n_taken, n_refused, n_open;
  g_autofree char *suppliers = NULL;

  lev_slides_count (self, &n_taken, &n_refused);
  n_open = self->actions->len - n_taken - n_refused;
  suppliers = g_strdup_printf (ngettext ("%u supplier", "%u suppliers", n_suppliers), n_suppliers);
  if (n_open == 0)
    return g_strdup_printf (_("%s, no decision is open"), suppliers);

  return g_strdup_printf (ngettext ("%s, %u decision asked", "%s, %u decisions asked", n_open),
                          suppliers, n_open);
}

char *
lev_slide_title_overview (LevSlides *self)
{
  static const LevLevel levels[] = { LEV_LEVEL_CRITICAL, LEV_LEVEL_HIGH };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      guint n_suppliers;
      guint n = count_level (self, levels[i], &n_suppliers);
      g_autofree char *risks = NULL;

      if (n == 0)
        continue;
      risks = levels[i] == LEV_LEVEL_CRITICAL
                ? g_strdup_printf (ngettext ("%u critical risk", "%u critical risks", n), n)
                : g_strdup_printf (ngettext ("%u high risk", "%u high risks", n), n);

      return g_strdup_printf (ngettext ("%s at %u supplier", "%s at %u suppliers", n_suppliers),
                              risks, n_suppliers);
    }

  return g_strdup (_("No critical or high risks"));
}

/* The themes with @answer in lower case, “continuity and information security”; NULL for none. */
static char *
name_themes (LevSlides         *self,
             LevReportSupplier *supplier,
             LevWord            answer)
{
  char *names[LEV_REPORT_N_QUESTIONS + 1] = { NULL };
  guint n = 0;
  char *text;

  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    if (supplier->answers[i] == answer)
      names[n++] = g_utf8_strdown (self->report->themes[i], -1);

  text = n > 0 ? g_strjoinv (_(" and "), names) : NULL;
  for (guint i = 0; i < n; i++)
    g_free (names[i]);

  return text;
}

char *
lev_slide_title_supplier (LevSlides         *self,
                          LevReportSupplier *supplier)
{
  static const struct
  {
    LevWord answer;
    const char *format;
  } titles[] = {
    { LEV_WORD_YES, N_("%s: %s in danger") },
    { LEV_WORD_INSUFFICIENT, N_("%s: not enough sight of %s") },
    { LEV_WORD_ATTENTION, N_("%s: %s needs attention") },
  };
  const char *name = supplier->supplier->name;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *themes = name_themes (self, supplier, titles[i].answer);

      if (themes != NULL)
        {
          /* The formats are those above. */
          g_auto (GStrv) parts = g_strsplit (_(titles[i].format), "%s", 3);

          return g_strconcat (parts[0], name, parts[1], themes, parts[2], NULL);
        }
    }

  if (supplier->answers[0] == LEV_WORD_NO)
    return g_strdup_printf (_("%s: no danger seen"), name);

  return g_strdup_printf (_("%s: the key questions are not answered yet"), name);
}

char *
lev_slide_title_decision (LevReportAction *action)
{
  LevDecision *decision = lev_slides_get_decision (action);
  const char *title = action->action->title;

  if (decision == NULL)
    return g_strdup_printf (_("Decision asked: %s"), title);
  if (decision->outcome == LEV_OUTCOME_YES)
    return g_strdup_printf (_("Take: %s"), title);

  return g_strdup_printf (_("Do not take: %s"), title);
}

char *
lev_slide_title_summary (LevSlides *self)
{
  guint n = self->actions->len;
  guint n_taken, n_refused, n_open;

  lev_slides_count (self, &n_taken, &n_refused);
  n_open = n - n_taken - n_refused;
  if (n == 0)
    return g_strdup (_("No actions were proposed"));
  if (n_open > 0)
    return g_strdup_printf (ngettext ("%u of %u decisions is still open",
                                      "%u of %u decisions are still open", n_open),
                            n_open, n);
  if (n_refused == 0)
    return g_strdup_printf (ngettext ("Decided: the action is taken",
                                      "Decided: all %u actions are taken", n),
                            n);

  return g_strdup_printf (_("Decided: %u taken, %u not taken"), n_taken, n_refused);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "  ·  ");
  g_string_append (text, part);
}

char *
lev_slide_subtitle_agenda (LevSlides *self)
{
  LevMeeting *meeting = lev_review_get_meeting (self->report->review);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *time = NULL;

  append_part (text, self->report->review->title);
  if (meeting != NULL && meeting->start != 0)
    {
      date = lev_date_format_long (lev_moment_get_date (meeting->start));
      start = lev_moment_format_time (meeting->start);
      end = lev_moment_format_time (meeting->start + 60 * (gint64) meeting->minutes_long);
      start[2] = end[2] = '.';
      /* Translators: from and until what time */
      time = g_strdup_printf (_("%s–%s"), start, end);
      append_part (text, date);
      append_part (text, meeting->minutes_long > 0 ? time : start);
      append_part (text, meeting->place);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lev_slide_subtitle_overview (LevSlides *self)
{
  guint n_critical = 0, n_high = 0, n_unknown = 0;

  for (guint i = 0; i < self->report->risks->len; i++)
    {
      LevReportRisk *risk = g_ptr_array_index (self->report->risks, i);

      n_critical += risk->residual_level == LEV_LEVEL_CRITICAL;
      n_high += risk->residual_level == LEV_LEVEL_HIGH;
      n_unknown += risk->residual_level == LEV_LEVEL_UNKNOWN;
    }
  if (n_unknown > 0)
    return g_strdup_printf (_("After the proposed measures %u critical and %u high risks remain; "
                              "%u are not known"),
                            n_critical, n_high, n_unknown);

  return g_strdup_printf (_("After the proposed measures %u critical and %u high risks remain"),
                          n_critical, n_high);
}

char *
lev_slide_subtitle_supplier (LevSlides         *self,
                             LevReportSupplier *supplier)
{
  LevDossier *dossier = supplier->dossier;
  g_autofree char *owner = lev_person_dup_short_name (dossier->owner);
  g_autofree char *level_manager = lev_person_dup_short_name (dossier->level_manager);
  g_autofree char *manager = lev_person_dup_short_name (dossier->manager);
  g_autofree char *end = lev_date_format_long (supplier->contract_end);
  g_autofree char *people = NULL;
  g_autofree char *contract = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (supplier->services != NULL && lev_record_list_get_n (supplier->services) > 0)
    append_part (text, ((LevService *) lev_record_list_peek (supplier->services, 0))->name);
  people = g_strdup_printf (_("Service owner %s  ·  SLM %s  ·  CM %s"), owner, level_manager,
                            manager);
  append_part (text, people);
  contract = *end != '\0' ? g_strdup_printf (_("contract until %s"), end) : NULL;
  append_part (text, contract);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lev_slide_subtitle_decision (const LevSlide    *slide,
                             LevReportSupplier *supplier)
{
  LevProfileVersion *version = lev_dossier_get_version (slide->dossier, LEV_VERSION_REASON_MEETING);
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (slide->action));
  g_autoptr (GString) text = g_string_new (code);
  g_autofree char *date = NULL;
  g_autofree char *frozen = NULL;

  append_part (text, supplier->supplier->name);
  if (version == NULL)
    {
      append_part (text, _("the profile is not frozen yet"));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  date = lev_date_format_long (lev_moment_get_date (version->moment));
  frozen = g_strdup_printf (_("profile version %d, frozen on %s"), version->number, date);
  append_part (text, frozen);
  if (slide->outdated)
    append_part (text, _("changed since"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lev_slide_subtitle_summary (LevSlides *self)
{
  gint64 granted = 0, asked = 0;
  g_autofree char *granted_text = NULL;
  g_autofree char *asked_text = NULL;

  for (guint i = 0; i < self->actions->len; i++)
    {
      LevReportAction *row = g_ptr_array_index (self->actions, i);
      LevDecision *decision = lev_slides_get_decision (row);

      asked += row->action->cost;
      if (decision != NULL && decision->outcome == LEV_OUTCOME_YES)
        granted += row->action->cost;
    }
  granted_text = lev_slides_format_money (granted);
  asked_text = lev_slides_format_money (asked);

  return g_strdup_printf (_("%s granted of %s asked"), granted_text, asked_text);
}
