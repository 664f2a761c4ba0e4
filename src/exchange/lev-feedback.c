/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-feedback.h"

#include "lev-date.h"
#include "lev-minutes-private.h"
#include "lev-page-pdf.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

/* Where an action stands, in the order of the document. */
typedef enum
{
  GROUP_FINISHED,
  GROUP_DONE,
  GROUP_RUNNING,
  GROUP_REFUSED,
  GROUP_OPEN,
  N_GROUPS,
} Group;

static const char *const headings[N_GROUPS] = {
  [GROUP_FINISHED] = N_("Finished according to the MT"),
  [GROUP_DONE] = N_("Done according to the service owner, for the MT to judge"),
  [GROUP_RUNNING] = N_("Agreed, not done yet"),
  [GROUP_REFUSED] = N_("Not taken"),
  [GROUP_OPEN] = N_("Not decided yet"),
};

/* The columns of the key figures after the name of the round, from the right. */
#define N_FIGURES    (6)
#define FIGURE_WIDTH (62.0)
#define FIGURE_X(i)  (LEV_PAGE_INNER - (N_FIGURES - (i)) * FIGURE_WIDTH)

typedef struct
{
  const LevFeedback *about;
  LevPageFlow       *flow;
  GPtrArray         *rounds; /* LevReview, the oldest first */
} Document;

static Group
get_group (LevAction *action)
{
  guint step = lev_action_get_step (action);

  if (step <= 6)
    return GROUP_OPEN;
  if (!lev_action_is_agreed (action))
    return GROUP_REFUSED;
  if (step <= 9)
    return GROUP_RUNNING;

  return step <= 11 ? GROUP_DONE : GROUP_FINISHED;
}

int
lev_feedback_get_year (LevReview *review)
{
  char iso[LEV_DATE_BUFFER];

  return review->period_until != 0 ? atoi (lev_date_to_iso (review->period_until, iso)) : 0;
}

gpointer
lev_feedback_find (LevRegister *records,
                   int          year)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    if (lev_feedback_get_year (lev_record_list_peek (reviews, i)) == year)
      return lev_record_list_peek (reviews, i);

  return NULL;
}

char *
lev_feedback_dup_title (const LevFeedback *feedback)
{
  if (feedback->is_yearly)
    return g_strdup_printf (_("Yearly report of supplier risks %d"),
                            lev_feedback_get_year (feedback->review));
  if (feedback->manager != NULL)
    /* Translators: the title of a document: of which round and of which CM */
    return g_strdup_printf (_("Feedback to the MT %s, %s"), feedback->review->title,
                            feedback->manager->name);

  return g_strdup_printf (_("Feedback to the MT %s"), feedback->review->title);
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  const LevReview *one = a, *other = b;

  if (one->period_until != other->period_until)
    return one->period_until < other->period_until ? -1 : 1;

  return g_strcmp0 (one->title, other->title);
}

/* The round, or all rounds of its year. */
static GPtrArray *
list_rounds (const LevFeedback *about)
{
  LevRecordList *reviews = lev_register_list (LEV_RECORD (about->review)->records, LEV_TYPE_REVIEW);
  GPtrArray *rounds = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    {
      LevReview *review = lev_record_list_peek (reviews, i);

      if (review == about->review || (about->is_yearly && lev_feedback_get_year (review) ==
                                                            lev_feedback_get_year (about->review)))
        g_ptr_array_add (rounds, review);
    }
  g_ptr_array_sort_values (rounds, compare_periods);

  return rounds;
}

/* The dossiers of @review that the document is about. */
static GPtrArray *
list_dossiers (Document  *self,
               LevReview *review)
{
  GPtrArray *dossiers = lev_review_list_chosen (review);

  for (guint i = dossiers->len; self->about->manager != NULL && i > 0; i--)
    if (LEV_DOSSIER (dossiers->pdata[i - 1])->manager != self->about->manager)
      g_ptr_array_remove_index (dossiers, i - 1);

  return dossiers;
}

static void
add_text (Document   *self,
          const char *text,
          double      size,
          gboolean    is_bold,
          guint32     ink)
{
  const LevPageCell cell = { 0, LEV_PAGE_INNER, text, size, is_bold, ink };

  if (!lev_text_is_blank (text))
    lev_page_flow_add_row (self->flow, &cell, 1, &(LevPageRow) { .above = 1, .below = 2 });
}

/* Everyone whose service is in the document: they are involved (process step 10). */
static char *
list_owners (Document *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->rounds->len; i++)
    {
      g_autoptr (GPtrArray) dossiers = list_dossiers (self, self->rounds->pdata[i]);

      for (guint j = 0; j < dossiers->len; j++)
        {
          LevPerson *owner = LEV_DOSSIER (dossiers->pdata[j])->owner;

          if (owner != NULL && owner->name != NULL && g_hash_table_add (seen, owner))
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", owner->name);
        }
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_head (Document   *self,
          const char *title)
{
  g_autofree char *date = lev_date_format_long (lev_clock_today ());
  g_autofree char *owners = list_owners (self);
  g_autofree char *involved = g_strdup_printf (_("Service owners involved: %s"), owners);
  g_autofree char *state = g_strdup_printf (_("As it stands on %s"), date);

  add_text (self, title, 24, TRUE, LEV_INK_ACCENT);
  add_text (self, state, 9.5, FALSE, LEV_INK_SECONDARY);
  if (*owners != '\0')
    add_text (self, involved, 9.5, FALSE, LEV_INK_SECONDARY);
}

/* A line of the key figures; @is_head for that with their names. */
static void
add_figures (Document          *self,
             const char        *name,
             const char *const *texts,
             gboolean           is_head)
{
  LevPageCell cells[N_FIGURES + 1] = {
    { .x = is_head ? 6 : 0, .width = FIGURE_X (0) - 8, .text = name, .size = 9, .is_bold = TRUE,
      .ink = is_head ? LEV_INK_WHITE : LEV_INK_TEXT },
  };

  for (guint i = 0; i < N_FIGURES; i++)
    cells[i + 1] = (LevPageCell) { .x = FIGURE_X (i),
                                   .width = FIGURE_WIDTH - 4,
                                   .text = texts[i],
                                   .size = is_head ? 8 : 9,
                                   .is_bold = is_head,
                                   .ink = is_head ? LEV_INK_WHITE : LEV_INK_TEXT,
                                   .align = LEV_CELL_END };
  if (is_head)
    lev_page_flow_head (self->flow, cells, N_FIGURES + 1);
  else
    lev_page_flow_add_row (self->flow, cells, N_FIGURES + 1,
                           &(LevPageRow) { .above = 4, .below = 4, .has_line = TRUE });
}

static void
count_round (Document  *self,
             LevReview *review,
             guint     *counts,
             guint     *n_suppliers)
{
  g_autoptr (GPtrArray) dossiers = list_dossiers (self, review);

  *n_suppliers = dossiers->len;
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecordList *actions = lev_record_get_children (dossiers->pdata[i], LEV_TYPE_ACTION);

      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        counts[get_group (lev_record_list_peek (actions, j))]++;
    }
}

static void
add_key_figures (Document *self)
{
  const char *const names[N_FIGURES] = { _("Suppliers"), _("Agreed"),   _("Done"),
                                         _("Finished"),  _("Not done"), _("Not taken") };

  lev_page_flow_begin (self->flow, _("Key figures"), 60);
  add_figures (self, _("Round"), names, TRUE);
  for (guint i = 0; i < self->rounds->len; i++)
    {
      LevReview *review = self->rounds->pdata[i];
      guint counts[N_GROUPS] = { 0 };
      guint n_suppliers;
      char texts[N_FIGURES][16];
      const char *list[N_FIGURES];

      count_round (self, review, counts, &n_suppliers);
      const guint figures[N_FIGURES] = {
        n_suppliers,
        counts[GROUP_RUNNING] + counts[GROUP_DONE] + counts[GROUP_FINISHED],
        counts[GROUP_DONE] + counts[GROUP_FINISHED],
        counts[GROUP_FINISHED],
        counts[GROUP_RUNNING],
        counts[GROUP_REFUSED],
      };
      for (guint j = 0; j < N_FIGURES; j++)
        {
          g_snprintf (texts[j], sizeof texts[j], "%u", figures[j]);
          list[j] = texts[j];
        }
      add_figures (self, review->title, list, FALSE);
    }
}

/* What was said of the action last, and how far it is. */
static void
append_update (GString   *text,
               LevAction *action)
{
  LevStatusUpdate *update = lev_action_get_update (action);
  g_autofree char *date = update != NULL ? lev_date_format_long (update->date) : NULL;

  if (update == NULL)
    return;

  g_string_append_printf (text, "\n%d %% · %s: %s", update->progress, date,
                          update->text != NULL ? update->text : "");
}

/* Who judged it in @step, when, and why. */
static void
append_verdict (GString   *text,
                LevAction *action,
                guint      step)
{
  LevDecision *decision = lev_action_get_decision (action, step);
  g_autofree char *date = decision != NULL ? lev_date_format_long (decision->date) : NULL;
  const char *by;

  if (decision == NULL)
    return;

  g_string_append_c (text, '\n');
  by = decision->by != NULL ? decision->by->name : "–";
  if (step == 9)
    g_string_append_printf (text, _("Done according to %s on %s"), by, date);
  else
    g_string_append_printf (text, _("Finished according to %s on %s"), by, date);
  if (!lev_text_is_blank (decision->reason))
    g_string_append_printf (text, ": %s", decision->reason);
}

static char *
describe (LevAction *action,
          Group      group)
{
  LevDossier *dossier = action->dossier;
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *due = lev_date_format_long (action->due);
  GString *text = g_string_new (supplier);

  if (dossier->owner != NULL)
    g_string_append_printf (text, "  ·  %s", dossier->owner->name);
  if (action->due != 0 && group == GROUP_RUNNING)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text,
                              action->due < lev_clock_today () ? _("was due on %s")
                                                               : _("due on %s"),
                              due);
    }
  if (group == GROUP_REFUSED)
    {
      g_autofree char *decision = lev_minutes_describe (lev_action_get_decision (action, 6));

      g_string_append_printf (text, "\n%s", decision);
    }
  if (group == GROUP_RUNNING || group == GROUP_DONE)
    append_update (text, action);
  if (group == GROUP_DONE || group == GROUP_FINISHED)
    append_verdict (text, action, 9);
  if (group == GROUP_FINISHED)
    append_verdict (text, action, 11);

  return g_string_free (text, FALSE);
}

static void
add_action (Document  *self,
            LevAction *action,
            Group      group)
{
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *title = g_strdup_printf ("%s  %s", code, action->title);
  g_autofree char *details = describe (action, group);
  const LevPageCell top = { 0, LEV_PAGE_INNER, title, 9.5, TRUE, LEV_INK_TEXT };
  const LevPageCell below = { 0, LEV_PAGE_INNER, details, 9, FALSE, LEV_INK_SECONDARY };

  lev_page_flow_begin_group (self->flow);
  lev_page_flow_add_row (self->flow, &top, 1, &(LevPageRow) { .above = 4, .below = 1 });
  lev_page_flow_add_row (self->flow, &below, 1, &(LevPageRow) { .below = 4, .has_line = TRUE });
  lev_page_flow_end_group (self->flow);
}

/* The actions of @review in @group, under a heading when there are any. */
static void
add_group (Document  *self,
           LevReview *review,
           Group      group)
{
  g_autoptr (GPtrArray) dossiers = list_dossiers (self, review);
  g_autofree char *heading = self->about->is_yearly
                               ? g_strdup_printf ("%s: %s", review->title, _(headings[group]))
                               : g_strdup (_(headings[group]));
  guint count = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecordList *actions = lev_record_get_children (dossiers->pdata[i], LEV_TYPE_ACTION);

      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        {
          LevAction *action = lev_record_list_peek (actions, j);

          if (get_group (action) != group)
            continue;
          if (count++ == 0)
            lev_page_flow_begin (self->flow, heading, 40);
          add_action (self, action, group);
        }
    }
}

gboolean
lev_feedback_write (const LevFeedback *feedback,
                    const char        *path,
                    GError           **error)
{
  g_autofree char *title = lev_feedback_dup_title (feedback);
  g_autofree char *date = lev_date_format_long (lev_clock_today ());
  g_autoptr (GPtrArray) rounds = list_rounds (feedback);
  g_autoptr (LevPageFlow) flow = lev_page_flow_new (title, _("confidential"), date);
  Document document = { feedback, flow, rounds };

  lev_page_flow_take_style (flow, lev_house_style_new (LEV_RECORD (feedback->review)->records));
  add_head (&document, title);
  add_key_figures (&document);
  for (guint i = 0; i < rounds->len; i++)
    for (Group group = 0; group < N_GROUPS; group++)
      add_group (&document, rounds->pdata[i], group);

  return lev_page_pdf_write (flow, title, path, error);
}
