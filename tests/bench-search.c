/* Searching everything with 10,000 and 100,000 suppliers, each with a service and a contract: from
 * a keystroke to what was found, beside strstr() on the same texts without more. The figures are CPU
 * time of the thread. */

#include "lev-records.h"
#include "lev-register.h"
#include "lev-search-index.h"
#include "lev-supplier-facts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FRAME     (16.7) /* milliseconds */
#define LIMIT     (20)
#define N_REPEATS (20)
#define N_TIMES   (N_REPEATS * (sizeof typed - 1))

static const char typed[] = "waterland datacenters 99";

/* Milliseconds. */
static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static LevRegister *
make_records (guint n_suppliers)
{
  static const char *const names[] = { "Waterland", "Duinrand",   "Kwelder",  "Meerkoet",
                                       "Veenmos",   "Zilverberk", "Rietvink", "Café Grutto" };
  static const char *const kinds[] = { "Datacenters", "Zaaksystemen", "Netwerken", "Financieel" };
  LevRegister *records = lev_register_new ();

  lev_register_begin (records, "Make");
  for (guint i = 0; i < n_suppliers; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s %u", names[i % 8], kinds[i % 4], i);
      g_autofree char *number = g_strdup_printf ("L-%06u", i);
      LevSupplier *supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", name, "number",
                                                number, "website", "https://www.example.nl", NULL);

      lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name",
                        "Hosting en uitwijk", NULL);
      lev_register_add (records, LEV_TYPE_CONTRACT, "supplier", supplier, "number", number, "title",
                        "Raamovereenkomst", NULL);
    }
  lev_register_end (records);

  return records;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* What the list of suppliers asks: the facts of all, when they are not known yet and when they are,
 * and which of them hold a word. */
static void
measure_facts (LevRegister *records)
{
  LevRecordList *suppliers = lev_register_list (records, LEV_TYPE_SUPPLIER);
  LevHandbookContent *content = lev_handbook_get_content (NULL);
  LevDate today = lev_clock_today ();
  double times[2];
  guint n_found = 0;

  for (guint turn = 0; turn < G_N_ELEMENTS (times); turn++)
    {
      double start = get_cpu ();

      for (guint i = 0; i < lev_record_list_get_n (suppliers); i++)
        n_found += strstr (lev_supplier_get_facts (lev_record_list_peek (suppliers, i), content,
                                                   today)
                             ->folded,
                           "datacenters") != NULL;
      times[turn] = get_cpu () - start;
    }

  g_assert_cmpuint (n_found, >, 0);
  printf ("  facts of all: %.1f ms at first, %.1f ms once they are kept, with a word looked for\n",
          times[0], times[1]);
}

/* The same with strstr(): the last word of what is typed, in the texts that are kept of all. */
static void
measure_bare (LevRegister *records,
              double       p50,
              double       p99)
{
  LevRecordList *suppliers = lev_register_list (records, LEV_TYPE_SUPPLIER);
  LevHandbookContent *content = lev_handbook_get_content (NULL);
  LevDate today = lev_clock_today ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  double times[N_TIMES];
  volatile guint n_found = 0;

  for (guint i = 0; i < lev_record_list_get_n (suppliers); i++)
    g_ptr_array_add (
      texts, lev_supplier_get_facts (lev_record_list_peek (suppliers, i), content, today)->folded);

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autofree char *text = g_strndup (typed, 1 + i % (sizeof typed - 1));
      const char *space = strrchr (text, ' ');
      const char *word = space != NULL ? space + 1 : text;
      double start = get_cpu ();

      for (guint j = 0; j < texts->len; j++)
        if (strstr (texts->pdata[j], word) != NULL)
          n_found += 1;
      times[i] = get_cpu () - start;
    }

  qsort (times, N_TIMES, sizeof times[0], compare_doubles);
  printf ("  bare p50 %.2f ms, p99 %.2f ms; ratio p50 %.2f, p99 %.2f\n", times[N_TIMES / 2],
          times[N_TIMES * 99 / 100], p50 / times[N_TIMES / 2], p99 / times[N_TIMES * 99 / 100]);
}

/* Returns: whether the slowest of a hundred keystrokes fits in a frame */
static gboolean
measure (guint n_suppliers)
{
  LevRegister *records = make_records (n_suppliers);
  double times[N_TIMES];
  double start = get_cpu ();
  LevSearchIndex *index = lev_search_index_new (records);
  double made = get_cpu () - start;
  double p99;

  for (guint i = 0; i < N_TIMES; i++)
    {
      g_autofree char *text = g_strndup (typed, 1 + i % (sizeof typed - 1));
      g_autoptr (LevSearchResult) result = NULL;

      start = get_cpu ();
      result = lev_search_index_find (index, text, LIMIT);
      times[i] = get_cpu () - start;
      g_assert_cmpuint (result->n_found[LEV_SEARCH_SUPPLIER], >, 0);
    }

  qsort (times, N_TIMES, sizeof times[0], compare_doubles);
  p99 = times[N_TIMES * 99 / 100];
  printf ("%u suppliers: index %.0f ms; keystroke p50 %.2f ms, p99 %.2f ms (at most %.1f)\n",
          n_suppliers, made, times[N_TIMES / 2], p99, FRAME);
  measure_facts (records);
  measure_bare (records, times[N_TIMES / 2], p99);
  lev_search_index_free (index);
  g_object_unref (records);

  return p99 <= FRAME;
}

int
main (void)
{
  gboolean fits = measure (10000);

  measure (100000);

  return fits ? 0 : 1;
}
