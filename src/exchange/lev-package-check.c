/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-package-check.h"

#include <string.h>

#include <glib/gi18n.h>
#include <unzip.h>

#include "lev-exchange-error.h"

#define CHUNK     (64 * 1024)
#define NAME_SIZE (512)

/* Where the scan of an XML part stands between two chunks. */
typedef struct
{
  guint    depth;
  guint    elements;
  gboolean in_tag;
  char     first;
  char     last;
} Scan;

/* A tag is complete: `<a>` opens, `</a>` closes, `<a/>` and `<?xml … ?>` do neither. */
static gboolean
close_tag (Scan *scan)
{
  scan->in_tag = FALSE;
  if (scan->first == '?' || scan->first == '!')
    return TRUE;

  if (scan->first == '/')
    return scan->depth-- > 0;

  /* There is one root element. */
  if (scan->depth == 0 && scan->elements > 0)
    return FALSE;

  scan->elements++;
  if (scan->last != '/')
    scan->depth++;

  return TRUE;
}

static gboolean
scan_tags (Scan       *scan,
           const char *at,
           gsize       size)
{
  const char *end = at + size;

  while (at < end)
    {
      const char *hit = memchr (at, scan->in_tag ? '>' : '<', end - at);

      if (!scan->in_tag)
        {
          if (hit == NULL)
            return TRUE;
          scan->in_tag = TRUE;
          scan->first = '\0';
          scan->last = '\0';
          at = hit + 1;
          continue;
        }

      if (scan->first == '\0')
        scan->first = *at;
      if (hit == NULL)
        {
          scan->last = end[-1];
          return TRUE;
        }
      if (hit > at)
        scan->last = hit[-1];
      if (!close_tag (scan))
        return FALSE;
      at = hit + 1;
    }

  return TRUE;
}

static gboolean
has_control (const char *bytes,
             gsize       size)
{
  guint found = 0;

  for (gsize i = 0; i < size; i++)
    {
      guchar byte = bytes[i];

      found |= byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    }

  return found != 0;
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

  return !is_xml || (scan.elements > 0 && scan.depth == 0 && !scan.in_tag);
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
