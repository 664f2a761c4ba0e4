/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>
#include <unzip.h>

#include "lev-cell-text.h"
#include "lev-exchange-error.h"
#include "lev-package-check.h"
#include "lev-sheet.h"

enum
{
  STYLE_PLAIN,
  STYLE_BOLD,
};

static const LevCellStyle styles[] = {
  [STYLE_PLAIN] = { 0, },
  [STYLE_BOLD] = { .bold = TRUE },
};

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("levman-workbook-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "werkboek.xlsx", NULL);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      /* Whatever a test left behind, it is no half-written file. */
      g_assert_false (g_str_has_suffix (name, ".tmp"));
      g_unlink (path);
    }

  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
read_part (const char *path,
           const char *part)
{
  unzFile zip = unzOpen64 (path);
  unz_file_info64 info;
  char *content;

  g_assert_nonnull (zip);
  g_assert_cmpint (unzLocateFile (zip, part, 1), ==, UNZ_OK);
  unzGetCurrentFileInfo64 (zip, &info, NULL, 0, NULL, 0, NULL, 0);
  content = g_malloc0 (info.uncompressed_size + 1);
  g_assert_cmpint (unzOpenCurrentFile (zip), ==, UNZ_OK);
  unzReadCurrentFile (zip, content, info.uncompressed_size);
  g_assert_cmpint (unzCloseCurrentFile (zip), ==, UNZ_OK);
  unzClose (zip);

  return content;
}

static void
test_clean (void)
{
  static const struct { const char *text, *cleaned; } rows[] = {
    { "Waterland", "Waterland" },
    { "Cliëntregistratie € 1", "Cliëntregistratie € 1" },
    { "regel 1\nregel 2\teind", "regel 1\nregel 2\teind" },
    { "regel 1\r\nregel 2\rregel 3", "regel 1\nregel 2\nregel 3" },
    { "<b>&\"'", "<b>&\"'" },
    { "snake_case en _x", "snake_case en _x" },
    { "_x0041_", "_x005F_x0041_" },
    { "é_x0041_x0042_", "é_x005F_x0041_x005F_x0042_" },
    { "bel\aterug\x1f\x7f", "belterug" },
    { "c1 \xc2\x85 niet", "c1  niet" },
    { "\xef\xbf\xbe\xef\xbf\xbf" "einde", "einde" },
    { "fout \xff\xfe einde", "fout \xef\xbf\xbd\xef\xbf\xbd einde" },
    { "afgebroken \xe2\x82", "afgebroken \xef\xbf\xbd\xef\xbf\xbd" },
    { "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xf0\x9f\x9a\x80", "\xf0\x9f\x9a\x80" },
  };
  g_autoptr (GString) buffer = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (lev_cell_text_clean (rows[i].text, buffer), ==, rows[i].cleaned);
}

static void
test_clean_long (void)
{
  static const struct { const char *unit; guint count; gboolean is_cut; } rows[] = {
    { "a", 32767, FALSE },
    { "a", 32768, TRUE },
    { "a", 40000, TRUE },
    { "é", 32767, FALSE },
    { "é", 40000, TRUE },
    { "\xf0\x9f\x9a\x80", 16383, FALSE },
    { "\xf0\x9f\x9a\x80", 16384, TRUE },
  };
  g_autoptr (GString) buffer = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree gunichar2 *units = NULL;
      const char *cleaned;
      glong n_units;

      for (guint j = 0; j < rows[i].count; j++)
        g_string_append (text, rows[i].unit);
      cleaned = lev_cell_text_clean (text->str, buffer);
      units = g_utf8_to_utf16 (cleaned, -1, NULL, &n_units, NULL);

      g_assert_nonnull (units);
      g_assert_cmpint (n_units, <=, LEV_CELL_TEXT_MAX);
      g_assert_cmpint (!g_str_equal (cleaned, text->str), ==, rows[i].is_cut);
      g_assert_cmpint (g_str_has_suffix (cleaned, "]"), ==, rows[i].is_cut);
    }
}

static void
write_cells (LevWorkbook *workbook)
{
  LevSheet *sheet = lev_workbook_add_sheet (workbook, "Risico’s");

  lev_workbook_set_properties (workbook, &(LevWorkbookProperties) {
                                           .title = "Proef & \x01toets",
                                           .created = 1795424400,
                                         });
  lev_sheet_write_text (sheet, 0, 0, "=1+1", STYLE_PLAIN);
  lev_sheet_write_text (sheet, 0, 1, "_x0041_ <b>&", STYLE_BOLD);
  lev_sheet_write_number (sheet, 1, 0, 1234.5, STYLE_PLAIN);
  lev_sheet_write_date (sheet, 1, 1, lev_date_new (2026, 11, 23), STYLE_PLAIN);
  lev_sheet_write_formula (sheet, 2, 0, "A2*2", NULL, 2469, STYLE_PLAIN);
  lev_sheet_write_formula (sheet, 2, 1, "A1", "=1+1", 0, STYLE_PLAIN);
}

static void
test_content (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (LevWorkbook)
    workbook = lev_workbook_new (fixture->path, styles, G_N_ELEMENTS (styles));
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *strings = NULL;

  write_cells (workbook);
  lev_workbook_save (workbook, NULL, &error);
  g_assert_no_error (error);

  cells = read_part (fixture->path, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (cells, "<v>1234.5</v>"));
  g_assert_nonnull (strstr (cells, "<v>46349</v>"));
  g_assert_nonnull (strstr (cells, "<f>A2*2</f><v>2469</v>"));
  strings = read_part (fixture->path, "xl/sharedStrings.xml");
  g_assert_nonnull (strstr (strings, "<t>=1+1</t>"));
  g_assert_nonnull (strstr (strings, "<t>_x005F_x0041_ &lt;b&gt;&amp;</t>"));
}

/* The same input gives the same bytes, whatever the locale, and the thread's own comes back. */
static void
test_same_bytes (Fixture      *fixture,
                 gconstpointer data)
{
  static const char *const locales[] = { "C", "nl_NL.UTF-8" };
  g_autofree char *first = NULL;
  gsize first_size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *content = NULL;
      locale_t locale = newlocale (LC_ALL_MASK, locales[i], (locale_t) 0);
      g_autoptr (GError) error = NULL;
      gsize size;

      if (locale == (locale_t) 0)
        {
          g_test_skip ("no Dutch locale here");
          return;
        }

      uselocale (locale);
      {
        g_autoptr (LevWorkbook)
          workbook = lev_workbook_new (fixture->path, styles, G_N_ELEMENTS (styles));

        write_cells (workbook);
        lev_workbook_save (workbook, NULL, &error);
        g_assert_no_error (error);
      }
      g_assert_true (uselocale (LC_GLOBAL_LOCALE) == locale);
      freelocale (locale);

      g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
      if (first != NULL)
        g_assert_cmpmem (first, first_size, content, size);
      else
        {
          first = g_steal_pointer (&content);
          first_size = size;
        }
    }
}

static void
assert_untouched (Fixture *fixture)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "het oude bestand");
}

static void
test_refuse (Fixture      *fixture,
             gconstpointer data)
{
  static const double numbers[] = { NAN, INFINITY, -INFINITY };

  g_file_set_contents (fixture->path, "het oude bestand", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (LevWorkbook)
        workbook = lev_workbook_new (fixture->path, styles, G_N_ELEMENTS (styles));
      g_autoptr (GError) error = NULL;
      LevSheet *sheet = lev_workbook_add_sheet (workbook, "Acties");

      lev_sheet_write_number (sheet, 4, 2, numbers[i], STYLE_PLAIN);
      lev_sheet_write_number (sheet, 7, 7, numbers[i], STYLE_PLAIN);
      g_assert_false (lev_workbook_save (workbook, NULL, &error));
      g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WORKBOOK);
      g_assert_nonnull (strstr (error->message, "C5"));
      g_assert_nonnull (strstr (error->message, "Acties"));
      assert_untouched (fixture);
    }
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LevWorkbook)
    workbook = lev_workbook_new (fixture->path, styles, G_N_ELEMENTS (styles));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "het oude bestand", -1, NULL);
  write_cells (workbook);
  g_cancellable_cancel (cancellable);
  g_assert_false (lev_workbook_save (workbook, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (fixture);
}

static void
test_no_folder (void)
{
  g_autoptr (LevWorkbook)
    workbook = lev_workbook_new ("/nergens/hier/werkboek.xlsx", styles, G_N_ELEMENTS (styles));
  g_autoptr (GError) error = NULL;

  write_cells (workbook);
  g_assert_false (lev_workbook_save (workbook, NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE);
}

static void
test_sheet_names (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct { const char *wanted, *name; } rows[] = {
    { "Risico’s", "Risico’s" },
    { "risico’S", "risico’S (2)" },
    { "a/b\\c:d*e?f[g]", "a-b-c-d-e-f-g-" },
    { "'aanhaling'", "-aanhaling-" },
    { "", "-" },
    { "een naam die veel te lang is voor een blad", "een naam die veel te lang is vo" },
    { "een naam die veel te lang is voor een map", "een naam die (2)" },
    { "\xff", "\xef\xbf\xbd" },
  };
  g_autoptr (LevWorkbook)
    workbook = lev_workbook_new (fixture->path, styles, G_N_ELEMENTS (styles));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (lev_sheet_get_name (lev_workbook_add_sheet (workbook, rows[i].wanted)), ==,
                     rows[i].name);

  lev_workbook_save (workbook, NULL, &error);
  g_assert_no_error (error);
}

/* Each damaged byte of a package is found, save the few that zip itself does not look at. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;
  guint n_found = 0;
  guint n_tried = 0;

  {
    g_autoptr (LevWorkbook)
      workbook = lev_workbook_new (fixture->path, styles, G_N_ELEMENTS (styles));

    write_cells (workbook);
    g_assert_true (lev_workbook_save (workbook, NULL, NULL));
  }

  g_assert_true (lev_package_check (fixture->path, &error));
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &content, &size, NULL);
  for (gsize i = 0; i < size; i += 7, n_tried++)
    {
      content[i] ^= 0x55;
      g_file_set_contents (fixture->path, content, size, NULL);
      content[i] ^= 0x55;
      if (!lev_package_check (fixture->path, NULL))
        n_found++;
    }

  g_test_message ("%u of %u damaged bytes found", n_found, n_tried);
  g_assert_cmpuint (10 * n_found, >, 8 * n_tried);

  g_file_set_contents (fixture->path, content, size / 2, NULL);
  g_assert_false (lev_package_check (fixture->path, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED);
}

#define ADD(path, function) \
  g_test_add ("/workbook/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workbook/clean", test_clean);
  g_test_add_func ("/workbook/clean-long", test_clean_long);
  g_test_add_func ("/workbook/no-folder", test_no_folder);
  ADD ("content", test_content);
  ADD ("same-bytes", test_same_bytes);
  ADD ("refuse", test_refuse);
  ADD ("cancel", test_cancel);
  ADD ("sheet-names", test_sheet_names);
  ADD ("damaged", test_damaged);

  return g_test_run ();
}
