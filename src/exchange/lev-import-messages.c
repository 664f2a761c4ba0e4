/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-import-messages.h"

#include <glib/gi18n.h>

static void
message_free (gpointer data)
{
  LevImportMessage *message = data;

  g_free (message->text);
  g_free (message);
}

static char *
describe_place (guint       line,
                guint       column,
                const char *heading)
{
  if (line == 0)
    return g_strdup ("");
  if (column == 0)
    /* Translators: a place in a file, in front of what is wrong there. */
    return g_strdup_printf (_("Line %u: "), line);
  if (heading == NULL || *heading == '\0')
    /* Translators: a place in a file, in front of what is wrong there. */
    return g_strdup_printf (_("Line %u, column %u: "), line, column);

  /* Translators: a place in a file with the heading of the column, in front of what is wrong. */
  return g_strdup_printf (_("Line %u, column %u (‘%s’): "), line, column, heading);
}

static void
add (LevImportMessages *self,
     gboolean           is_error,
     guint              line,
     guint              column,
     const char        *heading,
     const char        *format,
     va_list            args)
{
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  LevImportMessage *message;

  if (is_error)
    self->n_errors++;
  else
    self->n_warnings++;

  if (self->items->len >= LEV_IMPORT_MAX_MESSAGES)
    return;

  place = describe_place (line, column, heading);
  text = g_strdup_vprintf (format, args);
  message = g_new0 (LevImportMessage, 1);
  *message = (LevImportMessage) { is_error, line, column, g_strconcat (place, text, NULL) };
  g_ptr_array_add (self->items, message);
}

LevImportMessages *
lev_import_messages_new (void)
{
  LevImportMessages *self = g_new0 (LevImportMessages, 1);

  self->items = g_ptr_array_new_with_free_func (message_free);

  return self;
}

void
lev_import_messages_free (LevImportMessages *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
lev_import_messages_add_error (LevImportMessages *self,
                               guint              line,
                               guint              column,
                               const char        *heading,
                               const char        *format,
                               ...)
{
  va_list args;

  va_start (args, format);
  add (self, TRUE, line, column, heading, format, args);
  va_end (args);
}

void
lev_import_messages_add_warning (LevImportMessages *self,
                                 guint              line,
                                 guint              column,
                                 const char        *heading,
                                 const char        *format,
                                 ...)
{
  va_list args;

  va_start (args, format);
  add (self, FALSE, line, column, heading, format, args);
  va_end (args);
}
