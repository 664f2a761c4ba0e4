/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "lev-csv.h"
#include "lev-exchange-error.h"

#define BYTES(literal) literal, sizeof (literal) - 1

/* The cells of a file as one text: `|` between cells, `/` between rows. */
static char *
dump (LevCsv *csv)
{
  GString *dumped = g_string_new (NULL);

  for (guint row = 0; row < lev_csv_get_n_rows (csv); row++)
    {
      if (row > 0)
        g_string_append_c (dumped, '/');
      for (guint column = 0; column < lev_csv_get_n_cells (csv, row); column++)
        {
          if (column > 0)
            g_string_append_c (dumped, '|');
          g_string_append (dumped, lev_csv_get_cell (csv, row, column));
        }
    }

  return g_string_free_and_steal (dumped);
}

static const struct
{
  const char     *name;
  const char     *bytes;
  gsize           size;
  char            delimiter;
  LevTextEncoding encoding;
  const char     *cells;
} files[] = {
  { "empty", BYTES (""), ';', LEV_TEXT_UTF_8, "" },
  { "only a byte order mark", BYTES ("\xef\xbb\xbf"), ';', LEV_TEXT_UTF_8, "" },
  { "semicolon", BYTES ("a;b\n1;2\n"), ';', LEV_TEXT_UTF_8, "a|b/1|2" },
  { "comma", BYTES ("a,b\n1,2\n"), ',', LEV_TEXT_UTF_8, "a|b/1|2" },
  { "tab", BYTES ("a\tb\n1\t2\n"), '\t', LEV_TEXT_UTF_8, "a|b/1|2" },
  { "one column", BYTES ("a\n1\n"), ';', LEV_TEXT_UTF_8, "a/1" },
  { "decimal commas", BYTES ("a;b\n1,5;2,5\n3,5;4,5\n"), ';', LEV_TEXT_UTF_8,
    "a|b/1,5|2,5/3,5|4,5" },
  { "commas in a heading", BYTES ("a;b (x, y, z)\n1;2\n3;4\n"), ';', LEV_TEXT_UTF_8,
    "a|b (x, y, z)/1|2/3|4" },
  { "semicolons in quotes", BYTES ("a,\"b;c;d;e\"\n1,2\n"), ',', LEV_TEXT_UTF_8,
    "a|b;c;d;e/1|2" },
  { "delimiter named", BYTES ("sep=,\r\na,b;c\r\n"), ',', LEV_TEXT_UTF_8, "a|b;c" },
  { "CR LF", BYTES ("a;b\r\n1;2\r\n"), ';', LEV_TEXT_UTF_8, "a|b/1|2" },
  { "CR", BYTES ("a;b\r1;2\r"), ';', LEV_TEXT_UTF_8, "a|b/1|2" },
  { "no line end at the end", BYTES ("a;b\n1;2"), ';', LEV_TEXT_UTF_8, "a|b/1|2" },
  { "empty last cell", BYTES ("a;b\n1;"), ';', LEV_TEXT_UTF_8, "a|b/1|" },
  { "empty row", BYTES ("a;b\n\n1;2\n"), ';', LEV_TEXT_UTF_8, "a|b//1|2" },
  { "quotes", BYTES ("\"a\";\"b \"\"c\"\"\"\n\"\";\"\"\"\"\n"), ';', LEV_TEXT_UTF_8,
    "a|b \"c\"/|\"" },
  { "line breaks in quotes", BYTES ("a;\"b\r\nc\rd\ne\"\r\n1;2\r\n"), ';', LEV_TEXT_UTF_8,
    "a|b\nc\nd\ne/1|2" },
  { "quote inside a cell", BYTES ("a;19\" rack\n"), ';', LEV_TEXT_UTF_8, "a|19\" rack" },
  { "spaces behind a quote", BYTES ("\"a\"  ;b\n"), ';', LEV_TEXT_UTF_8, "a|b" },
  { "byte order mark", BYTES ("\xef\xbb\xbf\"a\";b\n"), ';', LEV_TEXT_UTF_8, "a|b" },
  { "UTF-8", BYTES ("caf\xc3\xa9;\xe2\x82\xac\n"), ';', LEV_TEXT_UTF_8, "café|€" },
  { "Windows-1252", BYTES ("caf\xe9;\x80 5;\x93x\x94;\x81\n"), ';', LEV_TEXT_WINDOWS_1252,
    "café|€ 5|“x”|\xef\xbf\xbd" },
  { "damaged UTF-8", BYTES ("\xef\xbb\xbf" "a;b\xff" "c\n"), ';', LEV_TEXT_UTF_8,
    "a|b\xef\xbf\xbd" "c" },
  { "UTF-16LE", BYTES ("\xff\xfe" "a\0;\0\xac\x20\n\0"), ';', LEV_TEXT_UTF_16, "a|€" },
  { "UTF-16BE", BYTES ("\xfe\xff" "\0a\0;\xd8\x3d\xde\x00\0\n"), ';', LEV_TEXT_UTF_16, "a|😀" },
  { "damaged UTF-16", BYTES ("\xff\xfe" "a\0;\0\x00\xd8\n\0x"), ';', LEV_TEXT_UTF_16,
    "a|\xef\xbf\xbd/\xef\xbf\xbd" },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new (files[i].bytes, files[i].size);
      g_autoptr (LevCsv) csv = lev_csv_new (bytes, &error);
      g_autofree char *cells = NULL;

      g_test_message ("%s", files[i].name);
      g_assert_no_error (error);
      cells = dump (csv);
      g_assert_cmpstr (cells, ==, files[i].cells);
      g_assert_cmpint (lev_csv_get_delimiter (csv), ==, files[i].delimiter);
      g_assert_cmpint (lev_csv_get_text (csv)->encoding, ==, files[i].encoding);
    }
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize       size;
  const char *message;
} refused[] = {
  { "open quote", BYTES ("a;b\n1;\"2\n3;4\n"), "line 2, character 3:*not closed*" },
  { "open quote after a break", BYTES ("a;\"b\r\nc\";\xc3\xa9\"d\re;\"\"x\"\n"),
    "line 3, character 5:*closing quotation mark*" },
  { "text after a quote", BYTES ("a;b\nJansen;\"x\"y\n"), "line 2, character 11:*Double each*" },
  { "NUL", BYTES ("a;b\n1;\0\n"), "line 2, character 3 is a NUL byte*" },
  { "UTF-16 without mark", BYTES ("a\0;\0b\0"), "line 1, character 2 is a NUL byte*" },
  { "NUL in damaged UTF-8", BYTES ("\xef\xbb\xbf" "a\xff;\0"),
    "line 1, character 4 is a NUL byte*" },
  { "workbook", BYTES ("PK\3\4 and so on"), "*is a workbook*" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new (refused[i].bytes, refused[i].size);
      g_autoptr (LevCsv) csv = lev_csv_new (bytes, &error);
      g_autofree char *pattern = g_strconcat ("Reading the file failed: ", refused[i].message,
                                              NULL);

      g_test_message ("%s", refused[i].name);
      g_assert_null (csv);
      g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (pattern, error->message));
    }
}

static void
test_lines (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("a;b;c\n\"1\r\n2\";\"3\n\n4\";5\n6;7;8\n"));
  g_autoptr (LevCsv) csv = lev_csv_new (bytes, NULL);

  g_assert_cmpuint (lev_csv_get_line (csv, 0, 2), ==, 1);
  g_assert_cmpuint (lev_csv_get_line (csv, 1, 0), ==, 2);
  g_assert_cmpuint (lev_csv_get_line (csv, 1, 1), ==, 3);
  g_assert_cmpuint (lev_csv_get_line (csv, 1, 2), ==, 5);
  g_assert_cmpuint (lev_csv_get_line (csv, 2, 1), ==, 6);
  g_assert_cmpstr (lev_csv_get_cell (csv, 2, 7), ==, "");
}

static void
test_unreadable (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("\xef\xbb\xbf"
                                                        "a;b\r\n\xc3\xa9;\xff\xfe\r\n"));
  g_autoptr (LevCsv) csv = lev_csv_new (bytes, NULL);
  const LevText *text = lev_csv_get_text (csv);

  g_assert_cmpuint (text->n_replaced, ==, 2);
  g_assert_cmpuint (text->replaced[0].line, ==, 2);
  g_assert_cmpuint (text->replaced[0].column, ==, 3);
  g_assert_cmpuint (text->replaced[1].column, ==, 4);
}

/* Any bytes at all give cells or an error, never a crash; the sanitizers watch. */
static void
test_random_bytes (void)
{
  static const char alphabet[] = "a1;,\t\"\"\n\r\xc3\xa9\xff\0";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 20000; round++)
    {
      char content[40];
      gsize size = g_rand_int_range (random, 0, sizeof content);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (LevCsv) csv = NULL;

      for (gsize i = 0; i < size; i++)
        content[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      bytes = g_bytes_new (content, size);
      csv = lev_csv_new (bytes, NULL);
      if (csv != NULL && lev_csv_get_n_rows (csv) > 0)
        {
          guint last = lev_csv_get_n_rows (csv) - 1;
          guint n_cells = lev_csv_get_n_cells (csv, last);

          g_assert_cmpuint (n_cells, >, 0);
          g_assert_true (g_utf8_validate (lev_csv_get_cell (csv, last, n_cells - 1), -1, NULL));
          g_assert_cmpuint (lev_csv_get_line (csv, last, n_cells), >, last);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/files", test_files);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/unreadable", test_unreadable);
  g_test_add_func ("/csv/random-bytes", test_random_bytes);

  return g_test_run ();
}
