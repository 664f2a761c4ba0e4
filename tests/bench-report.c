/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The MT report for 10,000 suppliers × 20 columns, beside a bare libxlsxwriter program that writes
 * the same cells with as many formats: a report is read back, and all of its cells are written
 * again by the library's functions and nothing else. Each run is a process of its own, so that none
 * pays for what another one left in the heap. The figures are CPU time of the process, the least of
 * some runs that take turns; the ratio is the median of those of each turn, for what else the machine
 * does slows both of a turn down. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <unzip.h>
#include <xlsxwriter.h>

#include "lev-report.h"
#include "report-fixture.h"

#define N_SUPPLIERS (10000)
#define N_RUNS      (30)
#define N_SHEETS    (11)
#define MAX_RATIO   (1.25)

typedef struct
{
  lxw_row_t   row;
  lxw_col_t   column;
  guint       style;
  gboolean    is_text;
  double      number;
  const char *text;
  const char *formula;
} Cell;

typedef struct
{
  lxw_row_t row;
  double    height;
} Height;

/* A workbook as the calls that write it. */
typedef struct
{
  GStringChunk *texts;
  GPtrArray    *shared;
  GArray       *cells[N_SHEETS];
  GArray       *heights[N_SHEETS];
  gboolean      has_bars[N_SHEETS]; /* data bars, for which each row says a little more */
  guint         n_formats;

  /* While it is read. */
  guint    sheet;
  Cell     cell;
  gboolean is_shared;
  GString *content;
} Recording;

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

static long
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static void
start_element (GMarkupParseContext *context,
               const char          *element,
               const char         **names,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  Recording *recording = data;
  Height height = { 0, -1 };

  g_string_truncate (recording->content, 0);
  if (g_str_equal (element, "c"))
    {
      recording->cell = (Cell) {
        0,
      };
      recording->is_shared = FALSE;
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (element, "row") && g_str_equal (names[i], "r"))
        height.row = g_ascii_strtoull (values[i], NULL, 10) - 1;
      if (g_str_equal (element, "row") && g_str_equal (names[i], "ht"))
        height.height = g_ascii_strtod (values[i], NULL);
      if (g_str_equal (names[i], "x14ac:dyDescent"))
        recording->has_bars[recording->sheet] = TRUE;
      if (!g_str_equal (element, "c"))
        continue;
      if (g_str_equal (names[i], "r"))
        {
          recording->cell.row = lxw_name_to_row (values[i]);
          recording->cell.column = lxw_name_to_col (values[i]);
        }
      if (g_str_equal (names[i], "s"))
        recording->cell.style = g_ascii_strtoull (values[i], NULL, 10);
      if (g_str_equal (names[i], "t"))
        {
          recording->cell.is_text = TRUE;
          recording->is_shared = g_str_equal (values[i], "s");
        }
    }

  if (height.height >= 0)
    g_array_append_val (recording->heights[recording->sheet], height);
}

static void
end_element (GMarkupParseContext *context,
             const char          *element,
             gpointer             data,
             GError             **error)
{
  Recording *recording = data;
  const char *content = recording->content->str;

  if (g_str_equal (element, "t"))
    g_ptr_array_add (recording->shared, g_string_chunk_insert (recording->texts, content));
  else if (g_str_equal (element, "f"))
    recording->cell.formula = g_string_chunk_insert (recording->texts, content);
  else if (g_str_equal (element, "v") && recording->is_shared)
    recording->cell.text = recording->shared->pdata[g_ascii_strtoull (content, NULL, 10)];
  else if (g_str_equal (element, "v") && recording->cell.is_text)
    recording->cell.text = g_string_chunk_insert (recording->texts, content);
  else if (g_str_equal (element, "v"))
    recording->cell.number = g_ascii_strtod (content, NULL);
  else if (g_str_equal (element, "c"))
    {
      g_array_append_val (recording->cells[recording->sheet], recording->cell);
      recording->n_formats = MAX (recording->n_formats, recording->cell.style + 1);
    }
  else if (g_str_equal (element, "xf"))
    recording->n_formats++;
}

static void
add_text (GMarkupParseContext *context,
          const char          *text,
          gsize                length,
          gpointer             data,
          GError             **error)
{
  g_string_append_len (((Recording *) data)->content, text, length);
}

static void
read_part (Recording  *recording,
           unzFile     zip,
           const char *name)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autofree char *chunk = g_malloc (65536);
  int size;

  context = g_markup_parse_context_new (&parser, 0, recording, NULL);
  g_assert_cmpint (unzLocateFile (zip, name, 1), ==, UNZ_OK);
  unzOpenCurrentFile (zip);
  while ((size = unzReadCurrentFile (zip, chunk, 65536)) > 0)
    g_assert_true (g_markup_parse_context_parse (context, chunk, size, NULL));
  unzCloseCurrentFile (zip);
}

static void
record (Recording  *recording,
        const char *path)
{
  unzFile zip = unzOpen64 (path);

  recording->texts = g_string_chunk_new (65536);
  recording->shared = g_ptr_array_new ();
  recording->content = g_string_new (NULL);
  recording->cells[0] = g_array_new (FALSE, FALSE, sizeof (Cell));
  recording->heights[0] = g_array_new (FALSE, FALSE, sizeof (Height));
  read_part (recording, zip, "xl/sharedStrings.xml");
  for (guint i = 0; i < N_SHEETS; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      recording->sheet = i;
      if (i > 0)
        {
          recording->cells[i] = g_array_new (FALSE, FALSE, sizeof (Cell));
          recording->heights[i] = g_array_new (FALSE, FALSE, sizeof (Height));
        }
      read_part (recording, zip, name);
    }
  unzClose (zip);
}

static void
recording_clear (Recording *recording)
{
  for (guint i = 0; i < N_SHEETS; i++)
    {
      g_array_unref (recording->cells[i]);
      g_array_unref (recording->heights[i]);
    }
  g_ptr_array_unref (recording->shared);
  g_string_chunk_free (recording->texts);
  g_string_free (recording->content, TRUE);
}

static void
write_cell (lxw_worksheet *sheet,
            const Cell    *cell,
            lxw_format    *format)
{
  if (cell->formula != NULL && cell->is_text)
    worksheet_write_formula_str (sheet, cell->row, cell->column, cell->formula, format,
                                 cell->text != NULL ? cell->text : "");
  else if (cell->formula != NULL)
    worksheet_write_formula_num (sheet, cell->row, cell->column, cell->formula, format,
                                 cell->number);
  else if (cell->is_text)
    worksheet_write_string (sheet, cell->row, cell->column, cell->text, format);
  else if (cell->number != 0)
    worksheet_write_number (sheet, cell->row, cell->column, cell->number, format);
  else
    worksheet_write_blank (sheet, cell->row, cell->column, format);
}

/* As anyone would write it in plain libxlsxwriter, without a look at what it returns. */
static void
run_bare (gconstpointer data,
          const char   *path)
{
  const Recording *recording = data;
  lxw_workbook *workbook = workbook_new (path);
  g_autofree lxw_format **formats = g_new0 (lxw_format *, recording->n_formats);
  lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR, .data_bar_2010 = LXW_TRUE };

  for (guint i = 0; i < recording->n_formats; i++)
    {
      formats[i] = workbook_add_format (workbook);
      format_set_font_size (formats[i], 8 + i * 0.25);
      format_set_bottom (formats[i], LXW_BORDER_THIN);
      format_set_bottom_color (formats[i], 0xd5dbe1);
    }

  for (guint i = 0; i < N_SHEETS; i++)
    {
      lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
      const Cell *cells = (const Cell *) recording->cells[i]->data;
      const Height *heights = (const Height *) recording->heights[i]->data;

      if (recording->has_bars[i])
        worksheet_conditional_format_cell (sheet, 0, 0, &bar);
      for (guint j = 0; j < recording->cells[i]->len; j++)
        write_cell (sheet, &cells[j], formats[cells[j].style]);
      for (guint j = 0; j < recording->heights[i]->len; j++)
        worksheet_set_row (sheet, heights[j].row, heights[j].height, NULL);
    }

  workbook_close (workbook);
}

static void
run_report (gconstpointer data,
            const char   *path)
{
  LevReportOptions options = { .all_suppliers = TRUE };
  g_autoptr (GError) error = NULL;

  if (!lev_report_write ((LevReview *) data, &options, path, NULL, &error))
    g_error ("%s", error->message);
}

/* What the runs of one program took. */
typedef struct
{
  double seconds; /* the least */
  long   peak;    /* the most, in MB; with the register */
} Cost;

static double
run (void (*write_book) (gconstpointer data, const char *path),
     gconstpointer data,
     const char *path,
     Cost *cost)
{
  Cost found = {
    0,
  };
  int ends[2], status;
  pid_t child;

  g_assert_no_errno (pipe (ends));
  child = fork ();
  g_assert_no_errno (child);
  if (child == 0)
    {
      double start = get_cpu ();

      write_book (data, path);
      found.seconds = get_cpu () - start;
      found.peak = get_peak ();
      _exit (write (ends[1], &found, sizeof found) != sizeof found);
    }

  close (ends[1]);
  g_assert_cmpint (read (ends[0], &found, sizeof found), ==, sizeof found);
  close (ends[0]);
  g_assert_no_errno (waitpid (child, &status, 0));
  cost->seconds = MIN (cost->seconds, found.seconds);
  cost->peak = MAX (cost->peak, found.peak);

  return found.seconds;
}

static int
compare_ratios (gconstpointer a,
                gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("levman-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rapport.xlsx", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "kaal.xlsx", NULL);
  g_autoptr (LevRegister) records = NULL;
  Recording recording = {
    0,
  };
  LevReview *review;
  Cost ours = { G_MAXDOUBLE, 0 };
  Cost bare = { G_MAXDOUBLE, 0 };
  double ratios[N_RUNS], ratio;
  guint n_cells = 0;

  records = report_fixture_new (REPORT_FIXTURE_NORMAL, N_SUPPLIERS, &review);
  run (run_report, review, path, &ours);
  record (&recording, path);
  for (guint i = 0; i < N_SHEETS; i++)
    n_cells += recording.cells[i]->len;

  for (guint i = 0; i < N_RUNS; i++)
    {
      ratios[i] = run (run_report, review, path, &ours);
      ratios[i] /= run (run_bare, &recording, bare_path, &bare);
    }

  qsort (ratios, N_RUNS, sizeof ratios[0], compare_ratios);
  ratio = ratios[N_RUNS / 2];
  printf ("MT report, %d suppliers, %u cells: %.3f s CPU, peak %ld MB with the register\n",
          N_SUPPLIERS, n_cells, ours.seconds, ours.peak);
  printf ("bare libxlsxwriter, the same cells: %.3f s CPU, peak %ld MB with the cells\n",
          bare.seconds, bare.peak);
  printf ("ratio %.2f (at most %.2f)\n", ratio, MAX_RATIO);

  recording_clear (&recording);
  g_unlink (path);
  g_unlink (bare_path);
  g_rmdir (folder);

  return ratio <= MAX_RATIO ? 0 : 1;
}
