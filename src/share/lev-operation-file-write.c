#include "lev-operation-file-private.h"

#include <json-glib/json-glib.h>

/* The file that is being written. */
typedef struct
{
  const char *writer;
  GPtrArray  *files;

  GString *lines;
  gint64   first;
  guint    n_operations;
  guint    n_edits;
  char    *author;
} Output;

void
lev_outgoing_file_free (LevOutgoingFile *self)
{
  g_free (self->name);
  g_bytes_unref (self->content);
  g_free (self);
}

/* Adds @object, which it takes, as a line. */
static void
add_line (GString    *lines,
          JsonObject *object)
{
  JsonNode *node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = json_to_string (node, FALSE);

  json_object_unref (object);
  json_node_free (node);
  g_string_append (lines, text);
  g_string_append_c (lines, '\n');
}

static void
add_edit (Output            *self,
          const LevEditInfo *info)
{
  JsonObject *object = json_object_new ();
  char moment[LEV_MOMENT_BUFFER];

  json_object_set_string_member (object, "edit", info->label);
  json_object_set_string_member (object, "author", info->author);
  json_object_set_string_member (object, "moment", lev_moment_to_iso (info->moment, moment));
  add_line (self->lines, object);
  g_set_str (&self->author, info->author);
  self->n_edits++;
}

static void
add_operation (Output             *self,
               const LevOperation *operation)
{
  JsonObject *object = json_object_new ();

  if (self->n_operations == 0)
    self->first = operation->sequence;

  json_object_set_int_member (object, "sequence", operation->sequence);
  json_object_set_int_member (object, "clock", operation->clock);
  json_object_set_string_member (object, "kind", operation->kind);
  json_object_set_string_member (object, "record", operation->record);
  json_object_set_string_member (object, "field", operation->field);
  if (operation->value.type == LEV_CELL_INTEGER)
    json_object_set_int_member (object, "value", operation->value.integer);
  else if (operation->value.type == LEV_CELL_TEXT)
    json_object_set_string_member (object, "value", operation->value.text);
  else
    json_object_set_null_member (object, "value");
  if (operation->overwrites != NULL)
    json_object_set_string_member (object, "overwrites", operation->overwrites);
  add_line (self->lines, object);
  self->n_operations++;
}

static char *
describe_file (Output *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", LEV_OPERATION_FORMAT);
  json_object_set_int_member (object, "version", LEV_OPERATION_VERSION);
  json_object_set_string_member (object, "writer", self->writer);
  json_object_set_int_member (object, "first", self->first);
  json_object_set_int_member (object, "last", self->first + self->n_operations - 1);
  json_object_set_string_member (object, "author", self->author);
  add_line (line, object);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* The file is complete: it gets its first and its last line, and its name. */
static void
end_file (Output *self)
{
  g_autofree char *first_line = NULL;
  g_autofree char *sha256 = NULL;
  LevOutgoingFile *file;

  if (self->n_operations == 0)
    return;

  first_line = describe_file (self);
  g_string_prepend (self->lines, first_line);
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->lines->str,
                                          (gssize) self->lines->len);
  g_string_append_printf (self->lines, LEV_OPERATION_END "%u,\"sha256\":\"%s\"}\n",
                          self->n_operations, sha256);

  file = g_new0 (LevOutgoingFile, 1);
  g_strlcpy (file->writer, self->writer, sizeof file->writer);
  file->name = lev_operation_file_dup_name (self->first, sha256);
  file->content = g_bytes_new (self->lines->str, self->lines->len);
  file->n_edits = self->n_edits;
  g_ptr_array_add (self->files, file);

  g_string_truncate (self->lines, 0);
  self->n_operations = 0;
  self->n_edits = 0;
}

/* An edit that does not fit into the file goes on in the next one. */
static gboolean
write_edit (const LevLoggedEdit *edit,
            gpointer             user_data,
            GError             **error)
{
  Output *self = user_data;

  if (self->n_operations + edit->n_operations > LEV_OPERATION_FILE_MOST)
    end_file (self);

  add_edit (self, &edit->info);
  for (guint i = 0; i < edit->n_operations; i++)
    {
      if (self->n_operations == LEV_OPERATION_FILE_MOST)
        {
          end_file (self);
          add_edit (self, &edit->info);
        }
      add_operation (self, &edit->operations[i]);
    }

  return TRUE;
}

gboolean
lev_operation_file_write (LevLog     *log,
                          const char *writer,
                          gint64      first,
                          gint64      last,
                          GPtrArray  *files,
                          GError    **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  Output output = { writer, files, lines };
  gboolean done = lev_log_foreach_edit (log, writer, first, last, write_edit, &output, error);

  if (done)
    end_file (&output);
  g_free (output.author);

  return done;
}
