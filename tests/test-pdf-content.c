/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF files to which a storage added its properties are told apart from those that someone worked
 * in. */

#include <string.h>

#include "lev-page-pdf.h"
#include "lev-pdf-content.h"

static GBytes *
draw (const char *text,
      guint       n_pages)
{
  g_autoptr (LevPageFlow) flow = lev_page_flow_new ("Profiel", "Review 2026-2", "23-11-2026");
  const LevPageCell cell = { 0, LEV_PAGE_INNER, text, 10, FALSE, LEV_INK_TEXT };
  GError *error = NULL;
  GBytes *bytes;

  while (lev_page_flow_get_n_pages (flow) < n_pages)
    lev_page_flow_add_row (flow, &cell, 1, &(LevPageRow) { .below = 300 });
  lev_page_flow_add_row (flow, &cell, 1, &(LevPageRow) { .below = 300 });
  bytes = lev_page_pdf_to_bytes (flow, "Profiel", &error);
  g_assert_no_error (error);

  return bytes;
}

/* @pdf with objects behind it, as programs do that change a PDF without writing it anew. */
static GBytes *
append (GBytes     *pdf,
        const char *objects)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_byte_array_append (bytes, (const guint8 *) objects, strlen (objects));

  return g_byte_array_free_to_bytes (bytes);
}

static const struct
{
  const char *objects;
  gboolean    is_equal;
} updates[] = {
  { "\n", TRUE },
  { "900 0 obj\n<< /Title (Profiel) /Keywords (SharePoint) >>\nendobj\n"
    "901 0 obj\n<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\n<x:meta/>\nendstream\nendobj\n"
    "902 0 obj\n<< /Type /Catalog /Pages 1 0 R /Metadata 901 0 R >>\nendobj\n"
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 902 0 R /Info 900 0 R >>\n%%EOF\n",
    TRUE },
  { "900 0 obj\n<< /Type /Annot /Subtype /FreeText /Contents (Akkoord) >>\nendobj\n%%EOF\n", FALSE },
  { "5 0 obj\n<< /Length 9 >>\nstream\n(Anders)Tj\nendstream\nendobj\n%%EOF\n", FALSE },
  { "900 0 obj\n<< /Type /Page /Parent 1 0 R >>\nendobj\n%%EOF\n", FALSE },
  { "900 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\n", FALSE },
  { "900 0 obj\n<< >>\nstream\nhalf of a str", FALSE },
};

static void
test_updates (void)
{
  g_autoptr (GBytes) original = draw ("Begonnen", 2);

  g_assert_true (lev_pdf_has_equal_content (original, original));
  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    {
      g_autoptr (GBytes) updated = append (original, updates[i].objects);

      g_test_message ("%s", updates[i].objects);
      g_assert_true (lev_pdf_has_equal_content (updated, original) == updates[i].is_equal);
      g_assert_true (lev_pdf_has_equal_content (original, updated) == updates[i].is_equal);
    }
}

static void
test_others (void)
{
  g_autoptr (GBytes) original = draw ("Begonnen", 2);
  g_autoptr (GBytes) same = draw ("Begonnen", 2);
  g_autoptr (GBytes) edited = draw ("Voltooid", 2);
  g_autoptr (GBytes) longer = draw ("Begonnen", 3);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) foreign = g_bytes_new_static ("%PDF-1.7 stream", 15);

  g_assert_true (lev_pdf_has_equal_content (original, same));
  g_assert_false (lev_pdf_has_equal_content (original, edited));
  g_assert_false (lev_pdf_has_equal_content (original, longer));
  g_assert_false (lev_pdf_has_equal_content (original, nothing));
  g_assert_false (lev_pdf_has_equal_content (foreign, foreign));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-content/updates", test_updates);
  g_test_add_func ("/pdf-content/others", test_others);

  return g_test_run ();
}
