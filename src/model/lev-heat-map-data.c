#include "lev-heat-map-data.h"

#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* So many marks of a cell are named; the others are counted. */
#define MOST_NAMED (20)

static void
mark_free (gpointer data)
{
  LevHeatMark *mark = data;

  g_free (mark->label);
  g_free (mark->title);
  g_free (mark);
}

LevHeatMapData *
lev_heat_map_data_new (LevHandbookContent *content,
                       LevHeatKind         kind)
{
  LevHeatMapData *self = g_new0 (LevHeatMapData, 1);

  self->kind = kind;
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  self->floor = lev_handbook_content_get_rule (content, "impact-never-below-high");
  for (int likelihood = 1; likelihood <= LEV_HEAT_N_SCORES; likelihood++)
    for (int impact = 1; impact <= LEV_HEAT_N_SCORES; impact++)
      self->levels[likelihood][impact] = lev_scoring_get_level (content, likelihood, impact);

  for (LevLevel level = LEV_LEVEL_UNKNOWN; level <= LEV_LEVEL_CRITICAL; level++)
    {
      const LevHandbookItem *class = lev_scoring_find_class (content, level);

      self->titles[level] = g_strdup (lev_scoring_get_level_title (content, level));
      self->from[level] = class != NULL ? class->from : 0;
    }

  return self;
}

void
lev_heat_map_data_free (LevHeatMapData *self)
{
  for (guint level = 0; level < G_N_ELEMENTS (self->titles); level++)
    g_free (self->titles[level]);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

LevHeatMark *
lev_heat_map_data_add (LevHeatMapData *self,
                       gpointer        record,
                       const char     *label,
                       const char     *title)
{
  LevHeatMark *mark = g_new0 (LevHeatMark, 1);

  mark->record = record;
  mark->label = g_strdup (label);
  mark->title = g_strdup (title);
  g_ptr_array_add (self->marks, mark);

  return mark;
}

static LevHeatPlace
make_place (int likelihood,
            int impact)
{
  if (!LEV_SCORE_IS_KNOWN (likelihood) || !LEV_SCORE_IS_KNOWN (impact))
    return (LevHeatPlace) { 0, 0 };

  return (LevHeatPlace) { likelihood, impact };
}

LevHeatMapData *
lev_heat_map_data_new_dossier (LevDossier *dossier)
{
  LevHeatMapData *self = lev_heat_map_data_new (lev_dossier_get_content (dossier), LEV_HEAT_RISKS);
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);

  self->has_previous = lev_dossier_get_previous (dossier) != NULL;
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);
      g_autofree char *label = g_strdup_printf ("%d", risk->number);
      LevHeatMark *mark = lev_heat_map_data_add (self, risk, label, risk->event);

      mark->places[LEV_HEAT_NOW] = make_place (risk->likelihood, risk->impact);
      mark->places[LEV_HEAT_RESIDUAL] = make_place (risk->residual_likelihood,
                                                    risk->residual_impact);
      if (risk->previous != NULL)
        mark->places[LEV_HEAT_PREVIOUS] = make_place (risk->previous->likelihood,
                                                      risk->previous->impact);
    }

  return self;
}

/* Moves @worst to @place when that is more serious: the higher class, then the higher product. */
static void
take_worst (const LevHeatMapData *self,
            LevHeatPlace         *worst,
            LevHeatPlace          place)
{
  LevLevel level = self->levels[place.likelihood][place.impact];
  LevLevel worst_level = self->levels[worst->likelihood][worst->impact];

  if (level > worst_level ||
      (level == worst_level && place.likelihood * place.impact > worst->likelihood * worst->impact))
    *worst = place;
}

/* Where the most serious risk of @dossier stands, now and after the measures. */
static void
find_worst (const LevHeatMapData *self,
            LevDossier           *dossier,
            LevHeatPlace         *now,
            LevHeatPlace         *residual)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);

  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);

      take_worst (self, now, make_place (risk->likelihood, risk->impact));
      if (residual != NULL)
        take_worst (self, residual, make_place (risk->residual_likelihood, risk->residual_impact));
    }
}

LevHeatMapData *
lev_heat_map_data_new_review (LevReview *review)
{
  LevHandbookContent *content = lev_handbook_get_content (review->handbook);
  LevHeatMapData *self = lev_heat_map_data_new (content, LEV_HEAT_SUPPLIERS);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevDossier *previous = lev_dossier_get_previous (dossier);
      g_autofree char *label = g_strdup_printf ("%u", i + 1);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
      LevHeatMark *mark = lev_heat_map_data_add (self, dossier, label, title);

      find_worst (self, dossier, &mark->places[LEV_HEAT_NOW], &mark->places[LEV_HEAT_RESIDUAL]);
      if (previous != NULL)
        find_worst (self, previous, &mark->places[LEV_HEAT_PREVIOUS], NULL);
      self->has_previous = self->has_previous || previous != NULL;
    }

  return self;
}

gboolean
lev_heat_mark_is_at (const LevHeatMark *mark,
                     LevHeatState       state,
                     LevHeatPlace       place)
{
  return mark->places[state].likelihood == place.likelihood &&
         mark->places[state].impact == place.impact;
}

guint
lev_heat_map_data_count_outside (const LevHeatMapData *self,
                                 LevHeatState          state)
{
  const LevHeatPlace nowhere = { 0, 0 };
  guint n_outside = 0;

  for (guint i = 0; i < self->marks->len; i++)
    n_outside += lev_heat_mark_is_at (g_ptr_array_index (self->marks, i), state, nowhere);

  return n_outside;
}

/* "1, 2 en 3", and how many there are; a supplier goes by its name. Of very many only the first are
 * named, so that a sentence is not read for minutes. */
static char *
list_marks (const LevHeatMapData *self,
            LevHeatState          state,
            LevHeatPlace          place,
            guint                *n_marks)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *last = NULL;
  const char *previous = NULL;

  *n_marks = 0;
  for (guint i = 0; i < self->marks->len; i++)
    {
      LevHeatMark *mark = g_ptr_array_index (self->marks, i);

      if (!lev_heat_mark_is_at (mark, state, place) || ++*n_marks > MOST_NAMED)
        continue;
      if (previous != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", previous);
      previous = self->kind == LEV_HEAT_RISKS ? mark->label : mark->title;
    }
  if (*n_marks < 2)
    return g_strdup (previous);

  if (*n_marks > MOST_NAMED)
    {
      g_string_append_printf (list, ", %s", previous);
      /* Translators: the end of an enumeration, “1, 2 and 30 more” */
      last = g_strdup_printf (_("%u more"), *n_marks - MOST_NAMED);
      previous = last;
    }

  /* Translators: the end of an enumeration, “1, 2 and 3” */
  return g_strdup_printf (_("%s and %s"), list->str, previous);
}

/* "2 risico’s: 1 en 3"; %NULL when there is none. */
static char *
describe_marks (const LevHeatMapData *self,
                LevHeatState          state,
                LevHeatPlace          place)
{
  guint n_marks;
  g_autofree char *list = list_marks (self, state, place, &n_marks);

  if (n_marks == 0)
    return NULL;
  if (n_marks == 1 && self->kind == LEV_HEAT_SUPPLIERS)
    return g_steal_pointer (&list);
  if (n_marks == 1)
    return g_strdup_printf (_("risk %s"), list);

  if (self->kind == LEV_HEAT_SUPPLIERS)
    return g_strdup_printf (ngettext ("%u supplier: %s", "%u suppliers: %s", n_marks), n_marks,
                            list);

  return g_strdup_printf (ngettext ("%u risk: %s", "%u risks: %s", n_marks), n_marks, list);
}

static const char *
get_state_word (LevHeatState state)
{
  static const char *const words[] = {
    [LEV_HEAT_PREVIOUS] = N_("previous"),
    [LEV_HEAT_NOW] = N_("now"),
    [LEV_HEAT_RESIDUAL] = N_("expected"),
  };

  return _(words[state]);
}

char *
lev_heat_map_data_describe (const LevHeatMapData *self,
                            LevHeatState          from,
                            LevHeatState          to,
                            LevHeatPlace          place)
{
  LevLevel level = self->levels[place.likelihood][place.impact];
  GString *text = g_string_new (NULL);
  const LevHeatState states[] = { from, to };

  g_string_printf (text, _("likelihood %d, impact %d, %s"), place.likelihood, place.impact,
                   self->titles[level]);
  for (guint i = 0; i < (from != to ? 2 : 1); i++)
    {
      g_autofree char *marks = describe_marks (self, states[i], place);

      if (marks == NULL)
        continue;
      g_string_append (text, strchr (text->str, ':') == NULL ? ": " : "; ");
      if (states[i] != LEV_HEAT_NOW)
        g_string_append_printf (text, "%s: ", get_state_word (states[i]));
      g_string_append (text, marks);
    }

  return g_string_free (text, FALSE);
}
