#include "lev-occurrence.h"

#include "lev-record-list.h"

static int
compare_occurrences (gconstpointer a,
                     gconstpointer b)
{
  const LevOccurrence *first = a;
  const LevOccurrence *second = b;

  return (first->date > second->date) - (first->date < second->date);
}

GArray *
lev_occurrence_list (LevRegister *records,
                     LevDate      first,
                     LevDate      last)
{
  LevRecordList *entries = lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY);
  GArray *occurrences = g_array_new (FALSE, FALSE, sizeof (LevOccurrence));

  for (guint i = 0; i < lev_record_list_get_n (entries); i++)
    {
      LevOccurrence occurrence = { .entry = lev_record_list_peek (entries, i) };

      for (guint n = 0;
           (occurrence.date = lev_calendar_entry_get_occurrence (occurrence.entry, n)) != 0 &&
           occurrence.date <= last;
           n++)
        {
          occurrence.is_next = n == 0;
          if (occurrence.date >= first)
            g_array_append_val (occurrences, occurrence);
        }
    }
  g_array_sort (occurrences, compare_occurrences);

  return occurrences;
}

LevDate
lev_occurrence_get_lead (const LevOccurrence *self)
{
  return self->date - (guint) MAX (self->entry->lead_days, 0);
}

gboolean
lev_occurrence_is_due (const LevOccurrence *self)
{
  return self->is_next && lev_occurrence_get_lead (self) <= lev_clock_today ();
}
