#include "lev-operation-file.h"

#include "lev-operation-file-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define NAME_FORMAT   "s-%010" G_GINT64_FORMAT "-%.16s.ops"
#define DIGITS_OFFSET (strlen ("s-"))
#define N_DIGITS      (10)
#define SUM_OFFSET    (DIGITS_OFFSET + N_DIGITS + strlen ("-"))
#define NAME_LENGTH   (SUM_OFFSET + LEV_OPERATION_SUM_LENGTH + strlen (".ops"))

G_DEFINE_QUARK (lev - share - error - quark, lev_share_error)

char *
lev_operation_file_dup_name (gint64      first,
                             const char *sha256)
{
  return g_strdup_printf (NAME_FORMAT, first, sha256);
}

gboolean
lev_operation_file_is_name (const char *name)
{
  return strlen (name) == NAME_LENGTH && g_str_has_prefix (name, "s-") &&
         strspn (name + DIGITS_OFFSET, "0123456789") == N_DIGITS && name[SUM_OFFSET - 1] == '-' &&
         strspn (name + SUM_OFFSET, "0123456789abcdef") == LEV_OPERATION_SUM_LENGTH &&
         g_str_has_suffix (name, ".ops");
}

void
lev_operation_file_free (LevOperationFile *self)
{
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_bytes_unref (self->content);
  g_free (self->author);
  g_free (self->name);
  g_free (self);
}

/* The object of one line; NULL when it is none. */
static JsonObject *
parse_line (const char *line,
            gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, line, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

/* The text of a member; NULL when it has none. */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* The number of a member; 0 when it has none. */
static gint64
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : 0;
}

/* Where the last line begins; NULL when the file has none yet. */
static const char *
find_end (const char *text,
          gsize       size)
{
  static const char mark[] = "\n" LEV_OPERATION_END;
  const char *found = memmem (text, size, mark, strlen (mark));

  return found != NULL ? found + 1 : NULL;
}

static gsize
get_line_length (const char *line,
                 const char *end)
{
  const char *found = memchr (line, '\n', (gsize) (end - line));

  return (gsize) ((found != NULL ? found : end) - line);
}

/* Whether what stands before the last line is what that line and the name say. */
static gboolean
check_sum (const char *name,
           const char *text,
           gsize       size,
           const char *end)
{
  g_autoptr (JsonObject) last = parse_line (end, get_line_length (end, text + size));
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text,
                                                         (gsize) (end - text));

  return last != NULL && g_strcmp0 (get_text (last, "sha256"), sha256) == 0 &&
         strncmp (name + SUM_OFFSET, sha256, LEV_OPERATION_SUM_LENGTH) == 0;
}

/* Reads the first line. */
static gboolean
read_header (LevOperationFile *self,
             JsonObject       *header,
             const char       *writer,
             const char       *name)
{
  self->first = get_number (header, "first");
  self->last = get_number (header, "last");
  self->author = g_strdup (get_text (header, "author"));
  g_strlcpy (self->writer, writer, sizeof self->writer);

  return self->first == g_ascii_strtoll (name + DIGITS_OFFSET, NULL, 10) &&
         self->last >= self->first && self->author != NULL &&
         self->last - self->first < LEV_OPERATION_FILE_MOST &&
         g_strcmp0 (get_text (header, "writer"), writer) == 0;
}

static void
set_damaged (GError    **error,
             const char *name)
{
  g_set_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_DAMAGED,
               _("‘%s’ is not complete, or was changed by something else"), name);
}

LevOperationFile *
lev_operation_file_open (const char *writer,
                         const char *name,
                         GBytes     *content,
                         GError    **error)
{
  gsize size;
  const char *text = g_bytes_get_data (content, &size);
  const char *end = find_end (text, size);
  g_autoptr (LevOperationFile) self = g_new0 (LevOperationFile, 1);
  g_autoptr (JsonObject) header = NULL;

  self->content = g_bytes_ref (content);
  self->name = g_strdup (name);
  if (end != NULL && check_sum (name, text, size, end))
    header = parse_line (text, get_line_length (text, end));

  if (header == NULL || g_strcmp0 (get_text (header, "format"), LEV_OPERATION_FORMAT) != 0)
    {
      set_damaged (error, name);
      return NULL;
    }
  if (get_number (header, "version") > LEV_OPERATION_VERSION)
    {
      g_set_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_TOO_NEW,
                   _("‘%s’ was made by a newer version of Levman Review; install that version"),
                   name);
      return NULL;
    }
  if (!read_header (self, header, writer, name))
    {
      set_damaged (error, name);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
logged_edit_free (LevLoggedEdit *edit)
{
  g_free ((LevOperation *) edit->operations);
  g_free (edit);
}

/* The file that is being read. */
typedef struct
{
  LevOperationFile *file;
  LevLoggedEdit    *edit;
  GArray           *operations; /* of @edit */
  gint64            next;       /* the number of the operation that comes now */
} Input;

static const char *
keep (Input      *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->file->texts, text) : NULL;
}

static void
end_edit (Input *self)
{
  if (self->edit == NULL)
    return;

  self->edit->n_operations = self->operations->len;
  self->edit->operations = g_memdup2 (self->operations->data,
                                      self->operations->len * sizeof (LevOperation));
  g_ptr_array_add (self->file->edits, g_steal_pointer (&self->edit));
  g_array_set_size (self->operations, 0);
}

static gboolean
begin_edit (Input      *self,
            JsonObject *line)
{
  const char *author = get_text (line, "author");
  const char *moment = get_text (line, "moment");
  gint64 when = moment != NULL ? lev_moment_parse (moment) : 0;

  if (author == NULL || when == 0)
    return FALSE;

  end_edit (self);
  self->edit = g_new0 (LevLoggedEdit, 1);
  self->edit->info = (LevEditInfo) { keep (self, get_text (line, "edit")), keep (self, author),
                                     when, 0 };

  return TRUE;
}

static gboolean
read_value (Input      *self,
            JsonObject *line,
            LevCell    *value)
{
  JsonNode *node = json_object_get_member (line, "value");

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_NULL (node))
    value->type = LEV_CELL_NULL;
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      value->type = LEV_CELL_INTEGER;
      value->integer = json_node_get_int (node);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      value->type = LEV_CELL_TEXT;
      value->text = keep (self, json_node_get_string (node));
    }
  else
    return FALSE;

  return TRUE;
}

/* What an operation holds is checked where it is taken in, see lev_log_merge(). */
static gboolean
read_operation (Input      *self,
                JsonObject *line)
{
  LevOperation operation = {
    .sequence = get_number (line, "sequence"),
    .clock = get_number (line, "clock"),
    .kind = keep (self, get_text (line, "kind")),
    .record = keep (self, get_text (line, "record")),
    .field = keep (self, get_text (line, "field")),
    .overwrites = keep (self, get_text (line, "overwrites")),
  };

  if (self->edit == NULL || operation.sequence != self->next++ ||
      !read_value (self, line, &operation.value))
    return FALSE;

  g_strlcpy (operation.writer, self->file->writer, sizeof operation.writer);
  g_array_append_val (self->operations, operation);

  return TRUE;
}

static gboolean
read_lines (Input      *self,
            const char *text,
            const char *end)
{
  while (text < end)
    {
      gsize length = get_line_length (text, end);
      g_autoptr (JsonObject) line = parse_line (text, length);

      if (line == NULL || !(get_text (line, "edit") != NULL ? begin_edit (self, line)
                                                            : read_operation (self, line)))
        return FALSE;
      text += length + 1;
    }
  end_edit (self);

  return self->next == self->file->last + 1;
}

gboolean
lev_operation_file_parse (LevOperationFile *self,
                          GError          **error)
{
  gsize size;
  const char *text = g_bytes_get_data (self->content, &size);
  const char *end = find_end (text, size);
  g_autoptr (GArray) operations = g_array_new (FALSE, FALSE, sizeof (LevOperation));
  Input input = { self, NULL, operations, self->first };
  gboolean done;

  self->texts = g_string_chunk_new (4096);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) logged_edit_free);
  done = read_lines (&input, text + get_line_length (text, end) + 1, end);
  g_clear_pointer (&input.edit, logged_edit_free);
  if (!done)
    set_damaged (error, self->name);

  return done;
}
