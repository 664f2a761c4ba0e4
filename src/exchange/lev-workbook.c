/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>

#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-cell-text.h"
#include "lev-exchange-error.h"
#include "lev-new-file.h"
#include "lev-package-check.h"

/* Excel takes no longer name, in UTF-16 units. */
#define SHEET_NAME_MAX (31)

struct _LevWorkbook
{
  lxw_workbook        *book;
  char                *path;
  char                *temporary;
  const char          *bytes; /* of the package, from malloc() */
  size_t               size;
  const LevCellStyle  *styles;
  guint                n_styles;
  const LevHouseStyle *style;   /* or NULL */
  lxw_format         **formats; /* two per style: plain and quoted */
  GPtrArray           *sheets;
  GError              *failure;
  locale_t             locale;
  locale_t             old_locale;
};

static void
sheet_free (LevSheet *sheet)
{
  g_string_free (sheet->text, TRUE);
  g_free (sheet->name);
  g_free (sheet);
}

/* libxlsxwriter prints numbers with the locale's decimal sign, and XML has a point. */
static void
enter_locale (LevWorkbook *self)
{
  self->old_locale = uselocale ((locale_t) 0);
  self->locale = newlocale (LC_NUMERIC_MASK, "C", duplocale (self->old_locale));
  uselocale (self->locale);
}

static void
leave_locale (LevWorkbook *self)
{
  uselocale (self->old_locale);
  freelocale (self->locale);
}

guint32
lev_workbook_get_colour (LevWorkbook *self,
                         guint32      colour)
{
  return lev_house_style_get_colour (self->style, colour);
}

void
lev_workbook_set_style (LevWorkbook         *self,
                        const LevHouseStyle *style)
{
  self->style = style;
}

static void
set_borders (LevWorkbook        *self,
             lxw_format         *format,
             const LevCellStyle *style)
{
  guint32 line = lev_workbook_get_colour (self, style->line);

  switch (style->border)
    {
    case LEV_BORDER_BELOW:
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, line);
      break;

    case LEV_BORDER_BOX:
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, line);
      break;

    case LEV_BORDER_CHIP:
      format_set_border (format, LXW_BORDER_MEDIUM);
      format_set_border_color (format, line);
      break;

    case LEV_BORDER_MARK:
      format_set_left (format, LXW_BORDER_THICK);
      format_set_left_color (format, line);
      break;

    case LEV_BORDER_NONE:
    default:
      break;
    }
}

static void
set_alignment (lxw_format         *format,
               const LevCellStyle *style)
{
  static const guint8 alignments[] = {
    [LEV_ALIGN_AUTO] = LXW_ALIGN_NONE,
    [LEV_ALIGN_LEFT] = LXW_ALIGN_LEFT,
    [LEV_ALIGN_CENTER] = LXW_ALIGN_CENTER,
    [LEV_ALIGN_RIGHT] = LXW_ALIGN_RIGHT,
  };

  format_set_align (format, alignments[style->align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (style->indent > 0)
    format_set_indent (format, style->indent);
  if (style->wrap)
    format_set_text_wrap (format);
}

static lxw_format *
make_format (LevWorkbook        *self,
             const LevCellStyle *style,
             gboolean            is_quoted)
{
  lxw_format *format = workbook_add_format (self->book);
  guint32 fill = lev_workbook_get_colour (self, style->fill);

  if (style->font != NULL)
    format_set_font_name (format, style->font);
  if (style->size > 0)
    format_set_font_size (format, style->size);
  if (style->ink != 0)
    format_set_font_color (format, lev_workbook_get_colour (self, style->ink));
  if (style->bold)
    format_set_bold (format);
  if (style->underline)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (style->number_format != NULL)
    format_set_num_format (format, style->number_format);
  if (style->fill != 0)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_fg_color (format, fill);
      /* A conditional format takes its colour from here. */
      format_set_bg_color (format, fill);
    }
  if (style->unlocked)
    format_set_unlocked (format);
  if (is_quoted)
    format_set_quote_prefix (format);
  set_alignment (format, style);
  set_borders (self, format, style);

  return format;
}

/* A name that Excel accepts: no `[]:*?/\`, no apostrophe at either end, and not too long. */
static char *
dup_sheet_name (const char *wanted)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autofree char *name = g_strdup (lev_cell_text_clean (wanted, buffer));
  const char *end;
  gsize units = 0;

  g_strdelimit (name, "[]:*?/\\\t\n", '-');
  for (end = name; *end != '\0'; end = g_utf8_next_char (end))
    {
      units += g_utf8_get_char (end) > 0xffff ? 2 : 1;
      if (units > SHEET_NAME_MAX)
        break;
    }
  name[end - name] = '\0';
  if (g_str_has_prefix (name, "'"))
    name[0] = '-';
  if (g_str_has_suffix (name, "'"))
    name[strlen (name) - 1] = '-';

  return g_strdup (*g_strstrip (name) == '\0' ? "-" : name);
}

static gboolean
has_sheet (LevWorkbook *self,
           const char  *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      LevSheet *sheet = self->sheets->pdata[i];
      g_autofree char *other = g_utf8_casefold (sheet->name, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_unused_name (LevWorkbook *self,
                 const char  *wanted)
{
  g_autofree char *name = dup_sheet_name (wanted);

  for (guint number = 2; has_sheet (self, name); number++)
    {
      g_autofree char *start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 12));

      g_free (name);
      name = g_strdup_printf ("%s (%u)", start, number);
    }

  return g_steal_pointer (&name);
}

static gboolean
check_package (const char *temporary,
               gpointer    user_data,
               GError    **error)
{
  if (g_cancellable_set_error_if_cancelled (user_data, error))
    return FALSE;

  return lev_package_check (temporary, error);
}

static gboolean
fail_write (LevWorkbook *self,
            const char  *cause,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE, _("Writing ‘%s’ failed: %s"),
               name, cause);
  return FALSE;
}

static int
write_bytes (int         fd,
             const char *bytes,
             gsize       size)
{
  while (size > 0)
    {
      gssize n_written = write (fd, bytes, size);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return errno;
      bytes += n_written;
      size -= n_written;
    }

  return 0;
}

/* Writes what the library made. It would do so itself, but says on stderr that it cannot, and not
 * why. */
static gboolean
write_file (LevWorkbook *self,
            GError     **error)
{
  int fd = g_open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  int problem = fd >= 0 ? write_bytes (fd, self->bytes, self->size) : errno;

  if (fd >= 0 && close (fd) != 0 && problem == 0)
    problem = errno;
  if (problem == 0)
    return TRUE;

  g_unlink (self->temporary);
  return fail_write (self, g_strerror (problem), error);
}

/* Closing makes the package; it also frees what the library holds, whatever the result. */
static gboolean
close_book (LevWorkbook *self,
            GError     **error)
{
  lxw_error result = workbook_close (g_steal_pointer (&self->book));

  if (result != LXW_NO_ERROR)
    return fail_write (self, lxw_strerror (result), error);

  return write_file (self, error);
}

LevWorkbook *
lev_workbook_new (const char         *path,
                  const LevCellStyle *styles,
                  guint               n_styles)
{
  lxw_workbook_options options = { 0 };
  LevWorkbook *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (styles != NULL, NULL);

  self = g_new0 (LevWorkbook, 1);
  self->path = g_strdup (path);
  self->temporary = lev_new_file_dup_temporary (path);
  self->styles = styles;
  self->n_styles = n_styles;
  self->formats = g_new0 (lxw_format *, 2 * n_styles);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  enter_locale (self);
  options.output_buffer = &self->bytes;
  options.output_buffer_size = &self->size;
  self->book = workbook_new_opt (NULL, &options);
  if (self->book == NULL)
    lev_workbook_keep_failure (self, NULL, 0, 0, _("not enough memory"));

  return self;
}

void
lev_workbook_free (LevWorkbook *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->book, lxw_workbook_free);
  leave_locale (self);
  g_clear_error (&self->failure);
  g_ptr_array_unref (self->sheets);
  g_free (self->formats);
  g_free (self->temporary);
  g_free (self->path);
  free ((void *) self->bytes);
  g_free (self);
}

void
lev_workbook_set_properties (LevWorkbook                 *self,
                             const LevWorkbookProperties *properties)
{
  lxw_doc_properties document = {
    0,
  };
  g_autoptr (GPtrArray) cleaned = g_ptr_array_new_with_free_func (g_free);
  const struct
  {
    const char *from;
    const char **to;
  } texts[] = {
    { properties->title, &document.title },
    { properties->subject, &document.subject },
    { properties->author, &document.author },
    { properties->company, &document.company },
    { properties->keywords, &document.keywords },
    { properties->comments, &document.comments },
  };
  g_autoptr (GString) buffer = g_string_new (NULL);
  lxw_error result;

  g_return_if_fail (self != NULL);

  if (self->failure != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].from != NULL)
      {
        *texts[i].to = g_strdup (lev_cell_text_clean (texts[i].from, buffer));
        g_ptr_array_add (cleaned, (gpointer) *texts[i].to);
      }

  document.created = properties->created;
  result = workbook_set_properties (self->book, &document);
  if (result != LXW_NO_ERROR)
    lev_workbook_keep_failure (self, NULL, 0, 0, lxw_strerror (result));
}

LevSheet *
lev_workbook_add_sheet (LevWorkbook *self,
                        const char  *name)
{
  LevSheet *sheet;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (self->failure != NULL)
    return NULL;

  sheet = g_new0 (LevSheet, 1);
  sheet->workbook = self;
  sheet->name = dup_unused_name (self, name);
  sheet->text = g_string_new (NULL);
  g_ptr_array_add (self->sheets, sheet);
  sheet->worksheet = workbook_add_worksheet (self->book, sheet->name);
  if (sheet->worksheet != NULL)
    return sheet;

  lev_workbook_keep_failure (self, sheet, 0, 0, _("the sheet cannot have this name"));
  return NULL;
}

void
lev_workbook_define_name (LevWorkbook *self,
                          const char  *name,
                          LevSheet    *sheet,
                          const char  *range)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *formula = NULL;
  lxw_error result;

  g_return_if_fail (self != NULL);

  if (self->failure != NULL)
    return;

  parts = g_strsplit (sheet->name, "'", -1);
  quoted = g_strjoinv ("''", parts);
  formula = g_strdup_printf ("='%s'!%s", quoted, range);
  result = workbook_define_name (self->book, name, formula);
  if (result != LXW_NO_ERROR)
    lev_workbook_keep_failure (self, sheet, 0, 0, lxw_strerror (result));
}

gboolean
lev_workbook_save (LevWorkbook  *self,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }

  g_return_val_if_fail (self->book != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (!close_book (self, error))
    return FALSE;

  return lev_new_file_publish (self->temporary, self->path, LEV_NEW_FILE_REPLACE, check_package,
                               cancellable, error);
}

lxw_format *
lev_workbook_get_format (LevWorkbook *self,
                         guint        style,
                         gboolean     is_quoted)
{
  lxw_format **format = &self->formats[2 * style + (is_quoted ? 1 : 0)];

  if (G_UNLIKELY (*format == NULL))
    {
      g_return_val_if_fail (style < self->n_styles, NULL);
      *format = make_format (self, &self->styles[style], is_quoted);
    }

  return *format;
}

lxw_chart *
lev_workbook_add_chart (LevWorkbook *self,
                        int          type)
{
  return self->failure == NULL ? workbook_add_chart (self->book, type) : NULL;
}

void
lev_workbook_keep_failure (LevWorkbook *self,
                           LevSheet    *sheet,
                           guint        row,
                           guint        column,
                           const char  *reason)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH] = "";

  if (self->failure != NULL)
    return;

  lxw_rowcol_to_cell (cell, row, column);
  g_set_error (&self->failure, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WORKBOOK,
               _("Writing cell %s of sheet ‘%s’ failed: %s"), cell,
               sheet != NULL ? sheet->name : "", reason);
}
