/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-table.h"

#include <string.h>

static const struct
{
  const char *cells[2][3];
  const char *expected;
} rows[] = {
  { { { "a", "b" }, { "ccc", "d" } }, "> a    b\n> ccc  d\n" },
  { { { "é", "b" }, { "日本", "d" } }, "> é     b\n> 日本  d\n" },
  { { { "a\033[2Jb", "x\ny" }, { "c", "" } }, "> a [2Jb  x y\n> c\n" },
  { { { "one", "two", "three" }, { "1" } }, "> one  two  three\n> 1\n" },
  { { { NULL }, { "a" } }, ">\n> a\n" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LevTable) table = lev_table_new ();
      g_autofree char *text = NULL;

      for (guint j = 0; j < 2; j++)
        lev_table_add (table, rows[i].cells[j][0], rows[i].cells[j][1], rows[i].cells[j][2], NULL);

      text = lev_table_write (table, "> ");
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_long (void)
{
  g_autoptr (LevTable) table = lev_table_new ();
  g_autofree char *name = g_strnfill (40000, 'n');
  g_autofree char *text = NULL;
  g_autofree char *cell = lev_table_dup_cell (name, 10);

  lev_table_add (table, name, "end", NULL);
  lev_table_add (table, "short", name, NULL);
  text = lev_table_write (table, "");

  g_assert_nonnull (strstr (text, "nnn…  end\n"));
  g_assert_true (g_str_has_suffix (text, "nnn\n"));
  g_assert_cmpuint (strlen (text), <, 40000 + 200);
  g_assert_cmpstr (cell, ==, "nnnnnnnnn…");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/long", test_long);

  return g_test_run ();
}
