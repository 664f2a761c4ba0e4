/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-package-check.h"

#include <string.h>

#include <glib/gi18n.h>
#include <unzip.h>

#include "lev-exchange-error.h"

#define CHUNK     (64 * 1024)
#define NAME_SIZE (512)

/* So many bytes are counted at a time: few enough for a count to fit in a byte, and a fixed number,
 * so that the compiler counts them side by side. */
#define BLOCK (128)

/* What an XML part has so far. In a text and in an attribute the library writes neither `<` nor
 * `>`: each `<` begins a tag, `</` one that closes, and `/>` ends one that closes itself. */
typedef struct
{
  gsize    begun;
  gsize    ended;
  gsize    closing;
  gsize    empty;
  gsize    declarations;
  gboolean has_control;
  char     last; /* that is no white space */
} Scan;

/* Looks at each byte of a block and the one before it. */
static inline void
scan_block (Scan         *scan,
            const guchar *bytes,
            gsize         n_bytes)
{
  guint8 begun = 0, ended = 0, closing = 0, empty = 0, declarations = 0, control = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar byte = bytes[i];
      guchar before = bytes[(gssize) i - 1];

      begun += byte == '<';
      ended += byte == '>';
      closing += (before == '<') & (byte == '/');
      empty += (before == '/') & (byte == '>');
      declarations += (before == '<') & (byte == '?');
      control |= (byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r');
    }

  scan->begun += begun;
  scan->ended += ended;
  scan->closing += closing;
  scan->empty += empty;
  scan->declarations += declarations;
  scan->has_control |= control;
}

/* @bytes[-1] is the byte before. */
static void
scan_bytes (Scan         *scan,
            const guchar *bytes,
            gsize         size)
{
  gsize i = 0;

  for (; i + BLOCK <= size; i += BLOCK)
    scan_block (scan, bytes + i, BLOCK);
  scan_block (scan, bytes + i, size - i);

  for (i = size; i > 0 && g_ascii_isspace (bytes[i - 1]); i--)
    ;
  if (i > 0)
    scan->last = (char) bytes[i - 1];
}

/* Each tag has ended, and what was opened is closed, the root element too. */
static gboolean
is_complete (const Scan *scan)
{
  gsize opened = scan->begun - scan->closing - scan->declarations;

  return opened > 0 && opened == scan->closing + scan->empty && scan->begun == scan->ended &&
         scan->declarations <= 1 && scan->last == '>' && !scan->has_control;
}

/* How many of the @size bytes of @chunk are the start of a character that the next chunk has the
 * rest of; -1 when they are not UTF-8. */
static int
get_rest (const char *chunk,
          gsize       size)
{
  const char *end;
  gsize rest;

  g_utf8_validate_len (chunk, size, &end);
  rest = chunk + size - end;

  return rest == 0 || (rest <= 3 && g_utf8_get_char_validated (end, rest) == (gunichar) -2)
           ? (int) rest
           : -1;
}

static gboolean
read_entry (unzFile  zip,
            gboolean is_xml)
{
  /* Before a chunk stand its last byte before, and what that one left of a character. */
  g_autofree char *buffer = g_malloc0 (1 + 3 + CHUNK);
  char *chunk = buffer + 1;
  Scan scan = {
    0,
  };
  int rest = 0;
  int size;

  if (unzOpenCurrentFile (zip) != UNZ_OK)
    return FALSE;

  while (rest >= 0 && (size = unzReadCurrentFile (zip, chunk + rest, CHUNK)) > 0)
    if (is_xml)
      {
        const char *end = chunk + rest + size;

        scan_bytes (&scan, (const guchar *) chunk + rest, size);
        rest = get_rest (chunk, rest + size);
        memmove (chunk - 1, end - MAX (rest, 0) - 1, MAX (rest, 0) + 1);
      }

  /* Closing is what compares the CRC. */
  if (unzCloseCurrentFile (zip) != UNZ_OK || size < 0 || rest != 0)
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
