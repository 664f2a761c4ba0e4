/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft in the mail program of the user: what is in the URI comes out of it as it was. */

#include "lev-mailto.h"
#include "lev-register.h"

static const struct
{
  const char *address;
  const char *subject;
  const char *text;
  const char *uri;
} rows[] = {
  { "j@voorbeeld.example", "Stand", "Goed", "mailto:j@voorbeeld.example?subject=Stand&body=Goed" },
  /* Everything that means something in a URI, and what is more than a byte. */
  { "a+b@voorbeeld.example", "50 % & ‘meer’?", "Eén\nTwee=2#3",
    "mailto:a+b@voorbeeld.example?subject=50%20%25%20%26%20%E2%80%98meer%E2%80%99%3F&body="
    "E%C3%A9n%0D%0ATwee%3D2%233" },
  /* No header or recipient can be added by what is typed. */
  { "a@b.example?cc=c@d.example", "Een\r\nBcc: x@y.example", "&cc=x@y.example",
    "mailto:a@b.example%3Fcc%3Dc@d.example?subject=Een%20%20Bcc%3A%20x%40y.example&body="
    "%26cc%3Dx%40y.example" },
  { "geen adres", "Stand", "Goed", "mailto:?subject=Stand&body=Goed" },
};

static void
test_uri (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LevRegister *records = lev_register_new ();
      g_autoptr (GPtrArray) people = g_ptr_array_new ();
      g_autofree char *uri = NULL;

      lev_register_begin (records, "Set up");
      g_ptr_array_add (people, lev_register_add (records, LEV_TYPE_PERSON, "name", "Joost", "email",
                                                 rows[i].address, NULL));
      lev_register_end (records);
      uri = lev_mailto_new (people, rows[i].subject, rows[i].text);
      if (strstr (rows[i].address, "?") != NULL)
        g_assert_null (strstr (uri, "?cc="));
      else
        g_assert_cmpstr (uri, ==, rows[i].uri);
      g_assert_true (g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL));
      g_assert_finalize_object (records);
    }
}

static void
test_several (void)
{
  LevRegister *records = lev_register_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autofree char *uri = NULL;

  lev_register_begin (records, "Set up");
  g_ptr_array_add (people,
                   lev_register_add (records, LEV_TYPE_PERSON, "email", "a@b.example", NULL));
  g_ptr_array_add (people, lev_register_add (records, LEV_TYPE_PERSON, "name", "Zonder", NULL));
  g_ptr_array_add (people,
                   lev_register_add (records, LEV_TYPE_PERSON, "email", "c@d.example", NULL));
  lev_register_end (records);
  uri = lev_mailto_new (people, "s", "");
  g_assert_cmpstr (uri, ==, "mailto:a@b.example,c@d.example?subject=s&body=");
  g_assert_finalize_object (records);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mailto/uri", test_uri);
  g_test_add_func ("/mailto/several", test_several);

  return g_test_run ();
}
