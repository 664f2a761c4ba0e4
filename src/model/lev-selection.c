#include "lev-selection.h"

#include "lev-record-list.h"
#include "lev-register.h"

#include <glib/gi18n.h>

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const LevRanked *first = a;
  const LevRanked *second = b;

  if (first->criticality.highest != second->criticality.highest)
    return second->criticality.highest - first->criticality.highest;
  if (first->criticality.lowest != second->criticality.lowest)
    return second->criticality.lowest - first->criticality.lowest;

  return g_strcmp0 (first->supplier->name, second->supplier->name);
}

static GHashTable *
index_dossiers (LevReview *review)
{
  LevRecordList *dossiers = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_DOSSIER);
  GHashTable *by_supplier = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    {
      LevDossier *dossier = lev_record_list_peek (dossiers, i);

      g_hash_table_insert (by_supplier, dossier->supplier, dossier);
    }

  return by_supplier;
}

/* The ranking that was made last, and from which generation of the records. */
typedef struct
{
  GArray *ranking;
  guint64 generation;
} Ranking;

static void
ranking_free (gpointer data)
{
  Ranking *self = data;

  g_array_unref (self->ranking);
  g_free (self);
}

static GArray *
rank (LevReview *review)
{
  LevHandbookContent *content = lev_handbook_get_content (review->handbook);
  LevRecordList *suppliers = lev_register_list (LEV_RECORD (review)->records, LEV_TYPE_SUPPLIER);
  g_autoptr (GHashTable) dossiers = index_dossiers (review);
  GArray *ranking = g_array_new (FALSE, FALSE, sizeof (LevRanked));

  for (guint i = 0; i < lev_record_list_get_n (suppliers); i++)
    {
      LevSupplier *supplier = lev_record_list_peek (suppliers, i);
      LevRanked ranked = {
        .supplier = supplier,
        .dossier = g_hash_table_lookup (dossiers, supplier),
        .criticality = lev_supplier_get_criticality (supplier, content),
      };

      g_array_append_val (ranking, ranked);
    }
  g_array_sort (ranking, compare_ranked);

  for (guint i = 0; i < ranking->len; i++)
    {
      LevRanked *ranked = &g_array_index (ranking, LevRanked, i);

      ranked->selected = review->selection_rule == LEV_SELECTION_RULE_THRESHOLD
                           ? ranked->criticality.highest >= review->selection_value
                           : (int) i < review->selection_value;
    }

  return ranking;
}

/* Many ask for it after each change, and it takes a while with thousands of suppliers. */
GArray *
lev_selection_rank (LevReview *review)
{
  static GQuark quark;
  guint64 generation = lev_register_get_generation (LEV_RECORD (review)->records);
  Ranking *last;

  if (quark == 0)
    quark = g_quark_from_static_string ("lev-selection-ranking");
  last = g_object_get_qdata (G_OBJECT (review), quark);
  if (last == NULL || last->generation != generation)
    {
      last = g_new (Ranking, 1);
      last->ranking = rank (review);
      last->generation = generation;
      g_object_set_qdata_full (G_OBJECT (review), quark, last, ranking_free);
    }

  return g_array_ref (last->ranking);
}

gboolean
lev_selection_is_deviation (const LevRanked *ranked)
{
  return ranked->selected != (ranked->dossier != NULL && ranked->dossier->chosen);
}

void
lev_selection_check_deviations (LevReview  *review,
                                GListStore *missing)
{
  g_autoptr (GArray) ranking = lev_selection_rank (review);

  for (guint i = 0; i < ranking->len; i++)
    {
      const LevRanked *ranked = &g_array_index (ranking, LevRanked, i);

      if (!lev_selection_is_deviation (ranked) ||
          (ranked->dossier != NULL && !lev_text_is_blank (ranked->dossier->motivation)))
        continue;

      if (ranked->selected)
        lev_missing_add (missing, LEV_RECORD (ranked->supplier), 2, "motivation",
                         _("Above the limit, but not chosen"),
                         _("Choose the supplier, or motivate why not."));
      else
        lev_missing_add (missing, LEV_RECORD (ranked->dossier), 2, "motivation",
                         _("Chosen, but below the limit"), _("Motivate the choice."));
    }
}
