/* Opens damaged databases: damage-store [VARIANTS [SEED]]
 *
 * A real database is damaged in many ways, each in a file of its own that a child process opens. It
 * must neither crash nor hang, and either say that the file is damaged, offer the newest verified
 * backup and leave the file as it is, or hold exactly what was written: every record, operation
 * and line of the history. */

#include "lev-backup.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE            4096
#define HEADER          100
#define LONGEST_OPENING 20 /* seconds */

typedef enum
{
  OUTCOME_REFUSED,
  OUTCOME_EQUAL,
  OUTCOME_WRONG_CONTENT,
  OUTCOME_UNCLEAR,
  OUTCOME_FILE_CHANGED,
  OUTCOME_CRASHED,
  N_OUTCOMES,
} Outcome;

static const char *const outcome_names[N_OUTCOMES] = {
  "refused",  "opened with the same content", "OPENED WITH OTHER CONTENT", "REFUSED, BUT UNCLEAR",
  "CHANGED THE FILE", "CRASHED OR HUNG",
};

typedef struct
{
  guint8 *original;
  guint8 *older; /* an earlier moment of the same file */
  guint8 *bytes; /* the variant */
  gsize   length;
  gsize   n_bytes;
  GRand  *rand;
} Damage;

static gsize
pick (Damage *self,
      gsize   end)
{
  return (gsize) g_rand_int_range (self->rand, 0, (gint32) end);
}

static guint8 *
pick_page (Damage *self)
{
  return self->bytes + PAGE * pick (self, self->length / PAGE);
}

static void
flip_bit (Damage *self)
{
  self->bytes[pick (self, self->length)] ^= (guint8) (1 << pick (self, 8));
}

static void
flip_bytes (Damage *self)
{
  for (gsize n = 1 + pick (self, 16); n > 0; n--)
    self->bytes[pick (self, self->length)] ^= (guint8) (1 + pick (self, 255));
}

static void
flip_header (Damage *self)
{
  for (gsize n = 1 + pick (self, 2); n > 0; n--)
    self->bytes[pick (self, HEADER)] ^= (guint8) (1 << pick (self, 8));
}

/* The start of a page says what the rest of it is. */
static void
flip_page_header (Damage *self)
{
  pick_page (self)[pick (self, 12)] ^= (guint8) (1 << pick (self, 8));
}

static void
zero_page (Damage *self)
{
  memset (pick_page (self), 0, PAGE);
}

static void
fill_range (Damage *self)
{
  gsize start = pick (self, self->length);
  gsize n = MIN (1 + pick (self, 3000), self->length - start);

  memset (self->bytes + start, (int) pick (self, 256), n);
}

static void
cut (Damage *self)
{
  self->n_bytes = pick (self, 4) == 0 ? pick (self, 2 * PAGE) : pick (self, self->length);
  if (pick (self, 10) == 0)
    self->n_bytes = 0;
  if (pick (self, 3) == 0)
    self->n_bytes -= self->n_bytes % PAGE;
}

static void
copy_page (Damage *self)
{
  memcpy (pick_page (self), self->original + PAGE * pick (self, self->length / PAGE), PAGE);
}

/* A write that never reached the disk. */
static void
age_page (Damage *self)
{
  gsize page = PAGE * pick (self, self->length / PAGE);

  memcpy (self->bytes + page, self->older + page, PAGE);
}

static const struct
{
  const char *name;
  void (*apply) (Damage *self);
} kinds[] = {
  { "one bit", flip_bit },
  { "some bytes", flip_bytes },
  { "header of the file", flip_header },
  { "header of a page", flip_page_header },
  { "zeroed page", zero_page },
  { "overwritten range", fill_range },
  { "cut off", cut },
  { "page of another place", copy_page },
  { "page of another time", age_page },
};

static void
fill_database (StoreFixture *fixture)
{
  LevRegister *records = store_fixture_records (fixture);
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  lev_register_set_id_seed (records, "damage");
  lev_store_begin (fixture->store, "Everything");
  store_fixture_add_round (records, 8, "2026-1");
  for (guint i = 0; i < n_types; i++)
    for (int j = 0; j < 25; j++)
      store_fixture_fill (records, lev_register_add (records, types[i], "deleted", FALSE, NULL), j);
  store_fixture_commit (fixture);
}

/* Changes that leave the file as long as it was, so that pages of both moments fit together. */
static void
change_database (StoreFixture *fixture)
{
  LevRecordList *list = lev_register_list (store_fixture_records (fixture), LEV_TYPE_RISK);

  for (guint i = 0; i < 40; i++)
    {
      lev_store_begin (fixture->store, "Change");
      g_object_set (lev_record_list_peek (list, i), "likelihood", 1 + (int) (i % 5), "event",
                    "Brand in het rekencentrum", NULL);
      store_fixture_commit (fixture);
    }
}

static guint8 *
read_file (const char *path,
           gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);

  return (guint8 *) bytes;
}

static void
write_file (const char   *path,
            const guint8 *bytes,
            gsize         length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *) bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
}

/* In the child: opens what is at @path. */
static Outcome
open_variant (Damage      *self,
              const char  *path,
              LevStoreMode mode,
              const char  *expected,
              const char  *backup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevStore) store = NULL;
  g_autofree char *found = NULL;
  g_autofree guint8 *after = NULL;
  gsize length;

  alarm (LONGEST_OPENING);
  store = lev_store_open (path, mode, &error);
  if (store != NULL)
    {
      found = store_fixture_dump (store, TRUE);
      return strcmp (found, expected) == 0 && lev_store_check_log (store, NULL)
               ? OUTCOME_EQUAL
               : OUTCOME_WRONG_CONTENT;
    }

  if (!g_error_matches (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED) ||
      strstr (error->message, backup) == NULL || !g_utf8_validate (error->message, -1, NULL))
    {
      g_printerr ("%s\n", error->message);
      return OUTCOME_UNCLEAR;
    }

  after = read_file (path, &length);

  return length == self->n_bytes && memcmp (after, self->bytes, length) == 0 ? OUTCOME_REFUSED
                                                                             : OUTCOME_FILE_CHANGED;
}

static Outcome
try_variant (Damage      *self,
             const char  *path,
             LevStoreMode mode,
             const char  *expected,
             const char  *backup)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  pid_t child;
  int status;

  g_unlink (path);
  g_unlink (journal);
  write_file (path, self->bytes, self->n_bytes);

  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit ((int) open_variant (self, path, mode, expected, backup));
  waitpid (child, &status, 0);

  return WIFEXITED (status) && WEXITSTATUS (status) < N_OUTCOMES ? (Outcome) WEXITSTATUS (status)
                                                                 : OUTCOME_CRASHED;
}

static void
prepare (StoreFixture *fixture,
         Damage       *damage)
{
  gsize n_older;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  fill_database (fixture);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  store_fixture_close (fixture);
  damage->older = read_file (fixture->path, &n_older);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  change_database (fixture);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  store_fixture_close (fixture);

  damage->original = read_file (fixture->path, &damage->length);
  damage->older = g_realloc (damage->older, MAX (n_older, damage->length));
  if (n_older < damage->length)
    memcpy (damage->older + n_older, damage->original + n_older, damage->length - n_older);
  damage->bytes = g_malloc (damage->length);
}

int
main (int    argc,
      char **argv)
{
  guint n_variants = argc > 1 ? (guint) atoi (argv[1]) : 2000;
  guint32 seed = argc > 2 ? (guint32) atoi (argv[2]) : 20261123;
  guint counts[G_N_ELEMENTS (kinds)][N_OUTCOMES] = { 0 };
  guint totals[N_OUTCOMES] = { 0 };
  StoreFixture fixture = { 0 };
  Damage damage = { 0 };
  g_autofree char *expected = NULL;
  g_autofree char *backup = NULL;
  gint64 start = g_get_monotonic_time ();

  /* In memory: it is about what is read, not about the disk. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  store_fixture_set_up (&fixture, NULL);
  prepare (&fixture, &damage);
  store_fixture_open (&fixture, LEV_STORE_READ);
  expected = store_fixture_dump (fixture.store, TRUE);
  store_fixture_close (&fixture);
  backup = lev_backup_dup_folder (fixture.path);

  damage.rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < n_variants; i++)
    {
      guint kind = i % G_N_ELEMENTS (kinds);
      Outcome outcome;

      memcpy (damage.bytes, damage.original, damage.length);
      damage.n_bytes = damage.length;
      kinds[kind].apply (&damage);
      outcome = try_variant (&damage, fixture.path, i % 2 == 0 ? LEV_STORE_WRITE : LEV_STORE_READ,
                             expected, backup);
      counts[kind][outcome]++;
      totals[outcome]++;
      if (outcome > OUTCOME_EQUAL)
        g_print ("variant %u (%s): %s\n", i, kinds[kind].name, outcome_names[outcome]);
    }

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    g_print ("%-24s %4u refused, %4u opened with the same content\n", kinds[kind].name,
             counts[kind][OUTCOME_REFUSED], counts[kind][OUTCOME_EQUAL]);
  g_print ("%u variants (seed %u) of a database of %" G_GSIZE_FORMAT " pages in %.0f s:\n",
           n_variants, seed, damage.length / PAGE,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  for (guint i = 0; i < N_OUTCOMES; i++)
    g_print ("  %4u %s\n", totals[i], outcome_names[i]);

  g_rand_free (damage.rand);
  g_free (damage.original);
  g_free (damage.older);
  g_free (damage.bytes);
  store_fixture_tear_down (&fixture, NULL);

  return totals[OUTCOME_REFUSED] + totals[OUTCOME_EQUAL] == n_variants &&
             totals[OUTCOME_REFUSED] > n_variants / 2
           ? 0
           : 1;
}
