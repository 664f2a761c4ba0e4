#include "lev-log-row.h"

#include <glib/gi18n.h>

/* "field US overwrites US type value RS" for each operation, in characters that ASCII has for
 * this. Where a text holds one of them itself, an escape and a printable character stand for it. */
#define ESCAPE           '\x1c'
#define RECORD_SEPARATOR '\x1e'
#define UNIT_SEPARATOR   '\x1f'
#define SPECIAL          "\x1c\x1d\x1e\x1f"
#define SHIFT            (0x20)

#define TYPE_NULL    'n'
#define TYPE_INTEGER 'i'
#define TYPE_TEXT    't'

static void
append_escaped (GString    *cells,
                const char *text)
{
  for (;;)
    {
      gsize plain = strcspn (text, SPECIAL);

      g_string_append_len (cells, text, (gssize) plain);
      if (text[plain] == '\0')
        return;
      g_string_append_c (cells, ESCAPE);
      g_string_append_c (cells, text[plain] + SHIFT);
      text += plain + 1;
    }
}

static void
unescape (char *text)
{
  char *from = strchr (text, ESCAPE);
  char *to = from;

  if (from == NULL)
    return;

  while (*from != '\0')
    {
      if (*from == ESCAPE && from[1] != '\0')
        {
          *to++ = from[1] - SHIFT;
          from += 2;
        }
      else
        *to++ = *from++;
    }
  *to = '\0';
}

void
lev_log_row_add (GString       *cells,
                 const char    *field,
                 const LevCell *value,
                 const char    *overwrites)
{
  g_string_append (cells, field);
  g_string_append_c (cells, UNIT_SEPARATOR);
  if (overwrites != NULL)
    g_string_append (cells, overwrites);
  g_string_append_c (cells, UNIT_SEPARATOR);

  switch (value->type)
    {
    case LEV_CELL_INTEGER:
      g_string_append_printf (cells, "%c%" G_GINT64_FORMAT, TYPE_INTEGER, value->integer);
      break;
    case LEV_CELL_TEXT:
      g_string_append_c (cells, TYPE_TEXT);
      append_escaped (cells, value->text);
      break;
    case LEV_CELL_NULL:
    default:
      g_string_append_c (cells, TYPE_NULL);
      break;
    }
  g_string_append_c (cells, RECORD_SEPARATOR);
}

/* Ends the part before @separator, and moves @rest behind it; NULL when there is none. */
static char *
cut (char **rest,
     char   separator)
{
  char *start = *rest;
  char *end = strchr (start, separator);

  if (end == NULL)
    return NULL;

  *end = '\0';
  *rest = end + 1;

  return start;
}

static gboolean
read_operation (char        **rest,
                LevOperation *operation)
{
  char *field, *overwrites, *value;

  if ((field = cut (rest, UNIT_SEPARATOR)) == NULL ||
      (overwrites = cut (rest, UNIT_SEPARATOR)) == NULL ||
      (value = cut (rest, RECORD_SEPARATOR)) == NULL)
    return FALSE;

  operation->field = field;
  operation->overwrites = *overwrites != '\0' ? overwrites : NULL;
  operation->value.type = LEV_CELL_NULL;
  operation->value.integer = 0;
  operation->value.text = NULL;
  if (*value == TYPE_INTEGER)
    {
      operation->value.type = LEV_CELL_INTEGER;
      operation->value.integer = g_ascii_strtoll (value + 1, NULL, 10);
    }
  else if (*value == TYPE_TEXT)
    {
      unescape (value + 1);
      operation->value.type = LEV_CELL_TEXT;
      operation->value.text = value + 1;
    }

  return *value == TYPE_NULL || operation->value.type != LEV_CELL_NULL;
}

static void
read_row (sqlite3_stmt *statement,
          LevOperation *operation,
          gint64       *edit_id,
          GString      *cells)
{
  const char *writer = (const char *) sqlite3_column_text (statement, 1);
  const char *text = (const char *) sqlite3_column_text (statement, 6);

  *edit_id = sqlite3_column_int64 (statement, 0);
  g_strlcpy (operation->writer, writer != NULL ? writer : "", sizeof operation->writer);
  operation->sequence = sqlite3_column_int64 (statement, 2);
  operation->clock = sqlite3_column_int64 (statement, 3);
  operation->kind = (const char *) sqlite3_column_text (statement, 4);
  operation->record = (const char *) sqlite3_column_text (statement, 5);
  g_string_assign (cells, text != NULL ? text : "");
}

gboolean
lev_log_row_walk (LevDatabase     *database,
                  sqlite3_stmt    *statement,
                  LevOperationFunc func,
                  gpointer         user_data,
                  GError         **error)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  gboolean has_row;

  while (lev_database_step (database, statement, &has_row, error))
    {
      LevOperation operation;
      gint64 edit_id;
      char *rest;

      if (!has_row)
        return TRUE;

      read_row (statement, &operation, &edit_id, cells);
      for (rest = cells->str; *rest != '\0'; operation.sequence++)
        {
          if (!read_operation (&rest, &operation))
            {
              g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
                           _("Reading ‘%s’: the file is damaged (a row of the log)"),
                           lev_database_get_path (database));
              return FALSE;
            }
          if (func (&operation, edit_id, user_data, &local_error))
            continue;
          if (local_error == NULL)
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return FALSE;
}
