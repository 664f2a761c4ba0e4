/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "lev-file-name.h"

static const struct
{
  const char *text;
  const char *name;
} names[] = {
  { "Nedrail Diensten B.V.", "Nedrail Diensten B.V" },
  { "Jansen & Zonen", "Jansen + Zonen" },
  { "Café Müller", "Café Müller" },
  { "Cafe\xcc\x81", "Café" },
  { "A/B: \"groep\" <x>|y\\z", "A-B- ’groep’ (x)-y-z" },
  { "Wat? 100% #1 ~ {oud}*", "Wat 100- -1 - (oud)-" },
  { "  veel\t\n spaties  ", "veel spaties" },
  { "../../etc/passwd", "etc-passwd" },
  { "=1+1", "=1+1" },
  { "<b>&", "(b)+" },
  { "😀 BV", "😀 BV" },
  { "a\xe2\x80\xae" "b\x01" "c", "abc" },
  { "ongeldig \xff", "ongeldig -" },
  { "con", "con_" },
  { "Aux.txt", "Aux_.txt" },
  { "COM0", "COM0_" },
  { "Consul", "Consul" },
  { ".lock", "lock" },
  { "desktop.ini", "desktop_.ini" },
  { "x_vti_y_vti_", "x-vti-y-vti-" },
  { "~$boek.xlsx", "$boek.xlsx" },
  { "Rapport.tmp", "Rapport-tmp" },
  { "", "Unnamed" },
  { NULL, "Unnamed" },
  { "???", "Unnamed" },
  { " . ", "Unnamed" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = lev_file_name_new (names[i].text);
      g_autofree char *again = lev_file_name_new (name);

      g_assert_cmpstr (name, ==, names[i].name);
      g_assert_cmpstr (again, ==, name);
    }
}

/* Whatever goes in, what Microsoft's list forbids does not come out. */
static void
test_any (void)
{
  static const char alphabet[] = "aZ .~$\"*:<>?/\\|#%&{}_vti\t\n\x01-";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 20000; round++)
    {
      char text[200] = "";
      guint length = g_rand_int_range (random, 0, sizeof text);
      g_autofree char *name = NULL;

      for (guint i = 0; i < length; i++)
        text[i] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      name = lev_file_name_new (text);

      g_assert_cmpuint (strlen (name), >, 0);
      g_assert_cmpuint (strlen (name), <=, LEV_FILE_NAME_MAX);
      g_assert_null (strpbrk (name, "\"*:<>?/\\|~#%&{}\t\n\x01"));
      g_assert_null (strstr (name, "_vti_"));
      g_assert_null (strchr (" .", name[0]));
      g_assert_null (strchr (" .", name[strlen (name) - 1]));
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "é");
  name = lev_file_name_new (text->str);

  g_assert_cmpuint (strlen (name), ==, LEV_FILE_NAME_MAX - 2);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

static void
test_keys (void)
{
  g_autofree char *a = lev_file_name_dup_key ("STRASSE É");
  g_autofree char *b = lev_file_name_dup_key ("straße e\xcc\x81");
  g_autofree char *c = lev_file_name_dup_key ("strasse e");

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-name/names", test_names);
  g_test_add_func ("/file-name/any", test_any);
  g_test_add_func ("/file-name/long", test_long);
  g_test_add_func ("/file-name/keys", test_keys);

  return g_test_run ();
}
