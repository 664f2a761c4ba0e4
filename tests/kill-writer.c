/* Streams edits into a database until it is killed: kill-writer PATH SEED [check]
 *
 * Each line on stdout is written at once. After opening: "open EDITS VALUE", the number of edits
 * in the log and the value of the counter. Before an edit: "try EDITS VALUE" with what they will
 * be; when it is durable: "done". Whoever kills it can hold what the next start finds against
 * what was acknowledged. With `check` it only opens, looks and verifies the backups. */

#include "lev-backup.h"
#include "lev-store-private.h"
#include "store-fixture.h"

#include <stdio.h>
#include <unistd.h>

#define COUNTER_NAME "Counter"

typedef struct
{
  LevStore    *store;
  LevSupplier *counter;
  GRand       *rand;
  gint64       n_edits;
  GPtrArray   *values; /* of the counter, after each edit that can be undone here */
} Writer;

static void
fail (const char *what,
      GError     *error)
{
  g_printerr ("%s: %s\n", what, error != NULL ? error->message : "failed");
  exit (1);
}

static void say (const char *format,
                 ...) G_GNUC_PRINTF (1, 2);

static void
say (const char *format,
     ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static const char *
get_value (Writer *self)
{
  return self->counter != NULL && self->counter->number != NULL ? self->counter->number : "-";
}

static void
find_state (Writer *self)
{
  LevRecordList *list = lev_register_list (lev_store_get_records (self->store), LEV_TYPE_SUPPLIER);
  GError *error = NULL;
  gint64 n_rows;

  self->counter = NULL;
  for (guint i = 0; i < lev_record_list_get_n (list) && self->counter == NULL; i++)
    if (g_strcmp0 (LEV_SUPPLIER (lev_record_list_peek (list, i))->name, COUNTER_NAME) == 0)
      self->counter = lev_record_list_peek (list, i);

  if (!lev_store_check_log (self->store, &error) ||
      !lev_database_get_int64 (self->store->database, "SELECT max(id) FROM edit", &self->n_edits,
                               &error) ||
      !lev_database_get_int64 (self->store->database, "SELECT count(*) FROM edit", &n_rows, &error))
    fail ("Checking", error);
  if (n_rows != self->n_edits)
    fail ("Counting the edits", NULL);
}

static void
begin (Writer *self)
{
  lev_store_begin (self->store, "Edit");
  if (self->counter == NULL)
    self->counter = lev_register_add (lev_store_get_records (self->store), LEV_TYPE_SUPPLIER,
                                      "name", COUNTER_NAME, NULL);
}

/* A small edit, now and then one of a whole round. */
static void
edit (Writer *self)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, self->n_edits + 1);
  g_autofree char *notes = g_strnfill ((gsize) g_rand_int_range (self->rand, 0, 5000), 'n');
  GError *error = NULL;

  say ("try %" G_GINT64_FORMAT " %s\n", self->n_edits + 1, value);
  begin (self);
  g_object_set (self->counter, "number", value, "notes", notes, NULL);
  if (g_rand_int_range (self->rand, 0, 8) == 0)
    store_fixture_add_round (lev_store_get_records (self->store),
                             (guint) g_rand_int_range (self->rand, 1, 30), value);
  if (!lev_store_commit (self->store, &error))
    fail ("Committing", error);

  g_ptr_array_add (self->values, g_strdup (value));
}

static void
take_back (Writer *self)
{
  GError *error = NULL;

  g_ptr_array_set_size (self->values, (int) self->values->len - 1);
  say ("try %" G_GINT64_FORMAT " %s\n", self->n_edits + 1,
       (const char *) g_ptr_array_index (self->values, self->values->len - 1));
  if (!lev_store_undo (self->store, NULL, &error))
    fail ("Undoing", error);
}

static void
check_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = lev_backup_list (path);
  GError *error = NULL;

  for (guint i = 0; i < backups->len; i++)
    if (!lev_backup_verify (g_ptr_array_index (backups, i), &error))
      fail ("Verifying a backup", error);
}

int
main (int    argc,
      char **argv)
{
  Writer self = { 0 };
  GError *error = NULL;

  g_assert (argc >= 3);
  self.store = lev_store_open (argv[1],
                               g_file_test (argv[1], G_FILE_TEST_EXISTS) ? LEV_STORE_WRITE
                                                                         : LEV_STORE_CREATE,
                               &error);
  if (self.store == NULL)
    fail ("Opening", error);

  find_state (&self);
  say ("open %" G_GINT64_FORMAT " %s\n", self.n_edits, get_value (&self));
  if (argc > 3)
    {
      check_backups (argv[1]);
      g_object_unref (self.store);
      return 0;
    }

  self.rand = g_rand_new_with_seed ((guint32) atoi (argv[2]));
  self.values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self.values, g_strdup (get_value (&self)));
  for (;;)
    {
      if (self.values->len > 2 && g_rand_int_range (self.rand, 0, 4) == 0)
        take_back (&self);
      else
        edit (&self);
      self.n_edits++;
      say ("done\n");
    }
}
