#include "lev-carry-over.h"

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"

/* A number lies at the same place in both classes only by name: the field table says where. */
static int
get_number (LevRecord *record)
{
  int field = lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), "number");
  LevValue value;

  lev_record_get_value (record, (guint) field, &value);

  return (int) value.integer;
}

int
lev_review_next_number (LevReview *review,
                        GType      type)
{
  LevRecordList *dossiers = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_DOSSIER);
  int highest = 0;

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    {
      LevRecordList *list = lev_record_get_children (lev_record_list_peek (dossiers, i), type);

      for (guint j = 0; j < lev_record_list_get_n (list); j++)
        highest = MAX (highest, get_number (lev_record_list_peek (list, j)));
    }

  return highest + 1;
}

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
      LevAssessment *copy = lev_register_add (LEV_RECORD (dossier)->records, LEV_TYPE_ASSESSMENT,
                                              "dossier", dossier, NULL);

      copy_fields (lev_record_list_peek (list, i), LEV_RECORD (copy), except);
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

LevTrend
lev_risk_get_trend (LevRisk *risk)
{
  static const char *const except[] = { "deleted", "dossier", "number", "previous", NULL };
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (LEV_RECORD (risk));

  if (risk->previous == NULL)
    return LEV_TREND_NEW;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevValue now, then;

      if (g_strv_contains (except, klass->fields[i].name))
        continue;
      lev_record_get_value (LEV_RECORD (risk), i, &now);
      lev_record_get_value (LEV_RECORD (risk->previous), i, &then);
      if (!lev_value_equal (&klass->fields[i], &now, &then))
        return LEV_TREND_CHANGED;
    }

  return LEV_TREND_EQUAL;
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
