/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-package-check.h"

#include <string.h>

#include <glib/gi18n.h>
#include <unzip.h>

#include "lev-exchange-error.h"

#define CHUNK     (64 * 1024)
#define NAME_SIZE (512)

/* Where the scan of an XML part stands between two chunks. Only where a tag begins is looked at:
 * the end of the one before shows there, as `/>` when it closed itself. In a text and in an
 * attribute the library writes neither `<` nor `>`. */
typedef struct
{
  int      depth;
  guint    elements;
  gboolean is_cut; /* the chunk before ended in `<` */
  char     tail[2];
} Scan;

/* A tag begins of which @first is the first character: `<a>` opens, `</a>` closes, `<?xml … ?>`
 * does neither. */
static inline gboolean
begin_tag (Scan *scan,
           char  first)
{
  if (first == '/')
    return scan->depth-- > 0;
  if (first == '?')
    return scan->elements == 0;

  /* There is one root element. */
  return scan->depth++ > 0 || scan->elements++ == 0;
}

/* Keeps the last two characters before @end that are no white space. */
static inline void
keep_tail (Scan       *scan,
           const char *chunk,
           const char *end)
{
  while (end > chunk && g_ascii_isspace (end[-1]))
    end--;

  if (end > chunk)
    {
      scan->tail[0] = end > chunk + 1 ? end[-2] : scan->tail[1];
      scan->tail[1] = end[-1];
    }
}

/* The tag before has ended; it closed itself when that was with `/>`. */
static inline gboolean
end_tag (Scan *scan)
{
  return scan->tail[0] != '/' || scan->tail[1] != '>' || scan->depth-- > 0;
}

static gboolean
scan_tags (Scan       *scan,
           const char *chunk,
           gsize       size)
{
  const char *end = chunk + size;
  const char *hit;

  if (scan->is_cut && !begin_tag (scan, *chunk))
    return FALSE;

  scan->is_cut = FALSE;
  for (const char *at = chunk; (hit = memchr (at, '<', end - at)) != NULL; at = hit + 1)
    {
      keep_tail (scan, at, hit);
      if (!end_tag (scan))
        return FALSE;
      scan->tail[1] = '<';
      if (hit + 1 == end)
        scan->is_cut = TRUE;
      else if (!begin_tag (scan, hit[1]))
        return FALSE;
      if (hit + 1 == end)
        return TRUE;
    }

  keep_tail (scan, end - MIN (size, 64), end);
  return TRUE;
}

static gboolean
is_complete (Scan *scan)
{
  return scan->elements == 1 && !scan->is_cut && scan->tail[1] == '>' && end_tag (scan) &&
         scan->depth == 0;
}

static inline gboolean
is_control (guchar byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/* Whether one of eight bytes is below 0x20; a byte above 0x7f does not count. */
static inline gboolean
has_low_byte (guint64 word)
{
  return ((word - 0x2020202020202020) & ~word & 0x8080808080808080) != 0;
}

static gboolean
has_control (const char *bytes,
             gsize       size)
{
  gsize i = 0;

  for (; i + sizeof (guint64) <= size; i += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, bytes + i, sizeof word);
      if (G_LIKELY (!has_low_byte (word)))
        continue;
      for (gsize j = i; j < i + sizeof word; j++)
        if (is_control (bytes[j]))
          return TRUE;
    }

  for (; i < size; i++)
    if (is_control (bytes[i]))
      return TRUE;

  return FALSE;
}

/* Scans one chunk, which starts with the @kept bytes of a character that the previous one cut in
 * two; returns how many bytes are kept for the next one, or -1 for a part that is not right. */
static int
scan_chunk (Scan *scan,
            char *chunk,
            gsize kept,
            gsize size)
{
  const char *end;
  gsize rest;

  if (has_control (chunk + kept, size) || !scan_tags (scan, chunk + kept, size))
    return -1;

  g_utf8_validate_len (chunk, kept + size, &end);
  rest = chunk + kept + size - end;
  if (rest > 0 && (rest > 3 || g_utf8_get_char_validated (end, rest) != (gunichar) -2))
    return -1;

  memmove (chunk, end, rest);
  return rest;
}

static gboolean
read_entry (unzFile  zip,
            gboolean is_xml)
{
  g_autofree char *chunk = g_malloc (CHUNK + 4);
  Scan scan = {
    0,
  };
  int kept = 0;
  int size;

  if (unzOpenCurrentFile (zip) != UNZ_OK)
    return FALSE;

  while ((size = unzReadCurrentFile (zip, chunk + kept, CHUNK)) > 0 && kept >= 0)
    {
      if (is_xml)
        kept = scan_chunk (&scan, chunk, kept, size);
      if (kept < 0)
        break;
    }

  /* Closing is what compares the CRC. */
  if (unzCloseCurrentFile (zip) != UNZ_OK || size < 0 || kept != 0)
    return FALSE;

  return !is_xml || is_complete (&scan);
}

/* Reads entry after entry; @name ends as the one that was read last. */
static gboolean
read_entries (unzFile zip,
              char   *name,
              gsize   name_size)
{
  int status = unzGoToFirstFile (zip);

  while (status == UNZ_OK)
    {
      if (unzGetCurrentFileInfo64 (zip, NULL, name, name_size, NULL, 0, NULL, 0) != UNZ_OK ||
          !read_entry (zip, g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")))
        return FALSE;
      status = unzGoToNextFile (zip);
    }

  return status == UNZ_END_OF_LIST_OF_FILE;
}

gboolean
lev_package_check (const char *path,
                   GError    **error)
{
  unzFile zip;
  char name[NAME_SIZE] = "";
  gboolean is_right;

  g_return_val_if_fail (path != NULL, FALSE);

  zip = unzOpen64 (path);
  is_right = zip != NULL && read_entries (zip, name, sizeof name);
  g_clear_pointer (&zip, unzClose);
  if (is_right)
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
               _("Reading back the workbook failed: part ‘%s’ is not right"), name);
  return FALSE;
}
