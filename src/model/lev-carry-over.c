#include "lev-carry-over.h"

#include "lev-numbering.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* Copies every field of @source into @target except the named ones. */
static void
copy_fields (LevRecord         *source,
             LevRecord         *target,
             const char *const *except)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (source);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevValue value;

      if (g_strv_contains (except, klass->fields[i].name))
        continue;
      lev_record_get_value (source, i, &value);
      lev_record_set_value (target, i, &value);
    }
}

static void
carry_assessments (LevDossier *previous,
                   LevDossier *dossier)
{
  static const char *const except[] = { "dossier", "confirmed", NULL };
  LevRecordList *list = lev_record_get_children (LEV_RECORD (previous), LEV_TYPE_ASSESSMENT);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevAssessment *assessment = lev_record_list_peek (list, i);
      LevAssessment *copy = lev_register_add_only (LEV_RECORD (dossier)->records,
                                                   LEV_TYPE_ASSESSMENT, dossier,
                                                   assessment->criterion, "dossier", dossier, NULL);

      copy_fields (LEV_RECORD (assessment), LEV_RECORD (copy), except);
    }
}

static void
carry_risks (LevDossier *previous,
             LevDossier *dossier)
{
  static const char *const except[] = { "dossier", "number", "previous", NULL };
  LevRecordList *list = lev_record_get_children (LEV_RECORD (previous), LEV_TYPE_RISK);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevRisk *risk = lev_record_list_peek (list, i);
      LevRisk *copy = lev_register_add (LEV_RECORD (dossier)->records, LEV_TYPE_RISK, "dossier",
                                        dossier, "number",
                                        lev_review_next_number (dossier->review, LEV_TYPE_RISK),
                                        "previous", risk, NULL);

      copy_fields (LEV_RECORD (risk), LEV_RECORD (copy), except);
    }
}

static gboolean
has_any (LevDossier *dossier,
         GType       type)
{
  return lev_record_list_get_n (lev_record_get_children (LEV_RECORD (dossier), type)) > 0;
}

void
lev_carry_over (LevDossier *dossier)
{
  LevDossier *previous = lev_dossier_get_previous (dossier);

  if (previous == NULL || has_any (dossier, LEV_TYPE_ASSESSMENT) ||
      has_any (dossier, LEV_TYPE_RISK))
    return;

  carry_assessments (previous, dossier);
  carry_risks (previous, dossier);
}

/* How @record stands against @before, of the same class; what is in @except does not count. */
static LevTrend
get_trend (gpointer           record,
           gpointer           before,
           const char *const *except)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  if (before == NULL)
    return LEV_TREND_NEW;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevValue now, then;

      if (g_strv_contains (except, klass->fields[i].name))
        continue;
      lev_record_get_value (record, i, &now);
      lev_record_get_value (before, i, &then);
      if (!lev_value_equal (&klass->fields[i], &now, &then))
        return LEV_TREND_CHANGED;
    }

  return LEV_TREND_EQUAL;
}

LevTrend
lev_risk_get_trend (LevRisk *risk)
{
  static const char *const except[] = { "deleted", "dossier", "number", "previous", NULL };

  return get_trend (risk, risk->previous, except);
}

GPtrArray *
lev_dossier_list_gone_risks (LevDossier *dossier)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  LevDossier *previous = lev_dossier_get_previous (dossier);
  LevRecordList *old_risks;
  GPtrArray *gone = g_ptr_array_new ();

  if (previous == NULL)
    return gone;

  old_risks = lev_record_get_children (LEV_RECORD (previous), LEV_TYPE_RISK);
  for (guint i = 0; i < lev_record_list_get_n (old_risks); i++)
    {
      gpointer old = lev_record_list_peek (old_risks, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < lev_record_list_get_n (risks) && !is_there; j++)
        is_there = LEV_RISK (lev_record_list_peek (risks, j))->previous == old;
      if (!is_there)
        g_ptr_array_add (gone, old);
    }

  return gone;
}

static gboolean
is_called_same (LevAction *action,
                LevAction *other)
{
  g_autofree char *title = NULL, *other_title = NULL;

  if (lev_text_is_blank (action->title) || lev_text_is_blank (other->title))
    return FALSE;

  title = g_utf8_casefold (action->title, -1);
  other_title = g_utf8_casefold (other->title, -1);

  return g_str_equal (g_strstrip (title), g_strstrip (other_title));
}

LevAction *
lev_action_get_previous (LevAction *action)
{
  LevDossier *previous = lev_dossier_get_previous (action->dossier);
  LevRecordList *list;

  if (previous == NULL)
    return NULL;

  list = lev_record_get_children (LEV_RECORD (previous), LEV_TYPE_ACTION);
  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    if (is_called_same (action, lev_record_list_peek (list, i)))
      return lev_record_list_peek (list, i);

  return NULL;
}

LevTrend
lev_action_get_trend (LevAction *action)
{
  /* The risk is another record in each round; who carries it out is agreed later. */
  static const char *const except[] = { "deleted",  "dossier",   "number",  "title", "risk",
                                        "executor", "frequency", "channel", NULL };

  return get_trend (action, lev_action_get_previous (action), except);
}

GPtrArray *
lev_dossier_list_gone_actions (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  LevDossier *previous = lev_dossier_get_previous (dossier);
  LevRecordList *old_actions;
  GPtrArray *gone = g_ptr_array_new ();

  if (previous == NULL)
    return gone;

  old_actions = lev_record_get_children (LEV_RECORD (previous), LEV_TYPE_ACTION);
  for (guint i = 0; i < lev_record_list_get_n (old_actions); i++)
    {
      LevAction *old = lev_record_list_peek (old_actions, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < lev_record_list_get_n (actions) && !is_there; j++)
        is_there = is_called_same (lev_record_list_peek (actions, j), old);
      if (!is_there)
        g_ptr_array_add (gone, old);
    }

  return gone;
}

const char *
lev_trend_get_label (LevTrend trend)
{
  static const char *const labels[] = {
    [LEV_TREND_NEW] = N_("new"),
    [LEV_TREND_CHANGED] = N_("changed"),
    [LEV_TREND_EQUAL] = N_("equal"),
  };

  return _(labels[trend]);
}
