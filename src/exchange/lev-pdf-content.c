/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-pdf-content.h"

#include <string.h>

#include <zlib.h>

#define CHUNK_SIZE (64 * 1024)

/* A stream that inflates to more is compared as it stands in the file. */
#define MAX_INFLATED (256u << 20)

/* What a document is, apart from its streams: how often these names occur; and of those in its root,
 * which is written anew with the properties, whether they do. */
static const struct
{
  const char *name;
  gboolean    is_of_root;
} counted[] = {
  { "/Page", FALSE },      { "/Annot", FALSE },      { "/Contents", FALSE },
  { "/Widget", FALSE },    { "/URI", FALSE },        { "/Filespec", FALSE },
  { "/Launch", FALSE },    { "/Sig", FALSE },        { "/EmbeddedFile", FALSE },
  { "/AcroForm", TRUE },   { "/OpenAction", TRUE },  { "/OCProperties", TRUE },
  { "/JavaScript", TRUE }, { "/JS", TRUE },          { "/XFA", TRUE },
};

typedef struct
{
  GHashTable *streams; /* how often a stream occurs, by SHA-256 */
  guint names[G_N_ELEMENTS (counted)];
  gboolean is_readable;
} Content;

static gboolean
is_name_end (char c)
{
  return !g_ascii_isalnum (c) && c != '_' && c != '-' && c != '.' && c != '#';
}

static const char *
find (const char *from,
      const char *end,
      const char *what)
{
  return from < end ? memmem (from, end - from, what, strlen (what)) : NULL;
}

static guint
count_name (const char *from,
            const char *end,
            const char *name)
{
  gsize length = strlen (name);
  guint n = 0;

  for (const char *at = from; (at = find (at, end, name)) != NULL; at += length)
    if (at + length == end || is_name_end (at[length]))
      n++;

  return n;
}

static void
count_names (Content    *self,
             const char *from,
             const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      guint n = count_name (from, end, counted[i].name);

      self->names[i] = counted[i].is_of_root ? self->names[i] || n > 0 : self->names[i] + n;
    }
}

/* @stream without its compression; itself when it has none that is known here. */
static GByteArray *
inflate_stream (const char *stream,
                gsize       size)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  z_stream zip = { .next_in = (Bytef *) stream, .avail_in = (uInt) MIN (size, G_MAXUINT32) };
  int status = inflateInit (&zip);

  while (status == Z_OK && bytes->len < MAX_INFLATED)
    {
      zip.next_out = chunk;
      zip.avail_out = CHUNK_SIZE;
      status = inflate (&zip, Z_NO_FLUSH);
      g_byte_array_append (bytes, chunk, CHUNK_SIZE - zip.avail_out);
    }
  inflateEnd (&zip);

  if (status != Z_STREAM_END)
    {
      g_byte_array_set_size (bytes, 0);
      g_byte_array_append (bytes, (const guint8 *) stream, size);
    }

  return bytes;
}

/* The dictionary that stands before a stream: from the object's number on. */
static const char *
find_dictionary (const char *start,
                 const char *stream)
{
  const char *last = start;

  for (const char *at = start; (at = find (at, stream, " obj")) != NULL; at++)
    last = at;

  return last;
}

static gboolean
has_type (const char *dictionary,
          const char *end,
          const char *type)
{
  return count_name (dictionary, end, type) > 0;
}

static void
take_stream (Content    *self,
             const char *dictionary,
             const char *stream,
             gsize       size)
{
  g_autoptr (GByteArray) bytes = NULL;
  char *sum;
  guint n;

  if (has_type (dictionary, stream, "/XRef") || has_type (dictionary, stream, "/Metadata"))
    return;

  bytes = has_type (dictionary, stream, "/FlateDecode")
            ? inflate_stream (stream, size)
            : g_byte_array_append (g_byte_array_new (), (const guint8 *) stream, size);
  if (has_type (dictionary, stream, "/ObjStm"))
    {
      count_names (self, (const char *) bytes->data, (const char *) bytes->data + bytes->len);
      return;
    }

  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes->data, bytes->len);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->streams, sum));
  g_hash_table_replace (self->streams, sum, GUINT_TO_POINTER (n + 1));
}

/* The line end behind the word `stream` is no part of it, nor is the one before `endstream`. */
static const char *
skip_line_end (const char *at,
               const char *end)
{
  if (at < end && *at == '\r')
    at++;
  if (at < end && *at == '\n')
    at++;

  return at;
}

static gsize
trim_line_end (const char *from,
               const char *end)
{
  if (end > from && end[-1] == '\n')
    end--;
  if (end > from && end[-1] == '\r')
    end--;

  return end - from;
}

static void
read_content (Content *self,
              GBytes  *file)
{
  gsize size;
  const char *start = g_bytes_get_data (file, &size);
  const char *end = start + size;
  const char *at = start;
  const char *stream;

  self->streams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_readable = size > 5 && memcmp (start, "%PDF-", 5) == 0;
  while (self->is_readable && (stream = find (at, end, "stream")) != NULL)
    {
      const char *from = skip_line_end (stream + strlen ("stream"), end);
      const char *to = find (from, end, "endstream");

      if (to == NULL)
        {
          self->is_readable = FALSE;
          return;
        }
      count_names (self, at, stream);
      take_stream (self, find_dictionary (at, stream), from, trim_line_end (from, to));
      at = to + strlen ("endstream");
    }
  if (self->is_readable)
    count_names (self, at, end);
}

static gboolean
has_equal_streams (Content *a,
                   Content *b)
{
  GHashTableIter iter;
  gpointer sum;
  gpointer n;

  if (g_hash_table_size (a->streams) != g_hash_table_size (b->streams))
    return FALSE;

  g_hash_table_iter_init (&iter, a->streams);
  while (g_hash_table_iter_next (&iter, &sum, &n))
    if (g_hash_table_lookup (b->streams, sum) != n)
      return FALSE;

  return TRUE;
}

gboolean
lev_pdf_has_equal_content (GBytes *a,
                           GBytes *b)
{
  Content content_a = { 0 };
  Content content_b = { 0 };
  gboolean is_equal;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  read_content (&content_a, a);
  read_content (&content_b, b);
  is_equal = content_a.is_readable && content_b.is_readable &&
             memcmp (content_a.names, content_b.names, sizeof content_a.names) == 0 &&
             has_equal_streams (&content_a, &content_b);
  g_hash_table_unref (content_a.streams);
  g_hash_table_unref (content_b.streams);

  return is_equal;
}
