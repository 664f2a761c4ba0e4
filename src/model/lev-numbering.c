#include "lev-numbering.h"

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

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  int difference = get_number ((LevRecord *) a) - get_number ((LevRecord *) b);

  return difference != 0 ? difference
                         : strcmp (((const LevRecord *) a)->id, ((const LevRecord *) b)->id);
}

static void
add_twins (GPtrArray *twins,
           LevReview *review,
           GType      type)
{
  LevRecordList *dossiers = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_DOSSIER);
  g_autoptr (GPtrArray) numbered = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    {
      LevRecordList *list = lev_record_get_children (lev_record_list_peek (dossiers, i), type);

      for (guint j = 0; j < lev_record_list_get_n (list); j++)
        g_ptr_array_add (numbered, lev_record_list_peek (list, j));
    }

  g_ptr_array_sort_values (numbered, compare_numbers);
  for (guint i = 1; i < numbered->len; i++)
    {
      int number = get_number (g_ptr_array_index (numbered, i));

      if (number > 0 && number == get_number (g_ptr_array_index (numbered, i - 1)))
        g_ptr_array_add (twins, g_ptr_array_index (numbered, i));
    }
}

GPtrArray *
lev_numbering_list_twins (LevRegister *records)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  GPtrArray *twins = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    {
      LevReview *review = lev_record_list_peek (reviews, i);

      if (review->closed != 0 || lev_review_is_frozen (review))
        continue;
      add_twins (twins, review, LEV_TYPE_RISK);
      add_twins (twins, review, LEV_TYPE_ACTION);
    }

  return twins;
}

void
lev_numbering_renumber (LevRecord *record)
{
  LevReview *review = lev_record_get_review (record);

  g_object_set (record, "number", lev_review_next_number (review, G_OBJECT_TYPE (record)), NULL);
}
