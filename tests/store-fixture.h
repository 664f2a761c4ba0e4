#pragma once

#include "lev-records.h"
#include "lev-store.h"

G_BEGIN_DECLS

/* A folder of its own with a path for a database, and what the tests of the store share. */
typedef struct
{
  char     *folder;
  char     *path;
  LevStore *store; /* the open database, if any */
} StoreFixture;

/* Clock of every test: 2026-11-23T09:00:00Z. */
#define STORE_FIXTURE_NOW (G_GINT64_CONSTANT (1795424400))

void         store_fixture_set_up    (StoreFixture *self,
                                      gconstpointer data);
void         store_fixture_tear_down (StoreFixture *self,
                                      gconstpointer data);

/* Closes what is open and opens the file again; both have to succeed. */
LevStore    *store_fixture_open      (StoreFixture *self,
                                      LevStoreMode  mode);
void         store_fixture_close     (StoreFixture *self);

/* Opening has to fail; returns the error. */
GError      *store_fixture_refuse    (StoreFixture *self,
                                      LevStoreMode  mode);

/* The register of the open store. */
LevRegister *store_fixture_records   (StoreFixture *self);

/* One durable edit each. */
void         store_fixture_commit    (StoreFixture *self);
LevSupplier *store_fixture_add       (StoreFixture *self,
                                      const char   *name);
void         store_fixture_set_name  (StoreFixture *self,
                                      const char   *id,
                                      const char   *name);
const char  *store_fixture_get_name  (StoreFixture *self,
                                      const char   *id);

/* Runs SQL on the closed file, behind the store's back. */
void         store_fixture_execute   (StoreFixture *self,
                                      const char   *sql);

/* Fills every field of @record; references go to the first record of their class. */
void         store_fixture_fill      (LevRegister *records,
                                      LevRecord   *record,
                                      int          seed);

/* Adds a round with @n_dossiers profiles, in the running edit. */
LevReview   *store_fixture_add_round (LevRegister *records,
                                      guint        n_dossiers,
                                      const char  *title);

/* Newly allocated: everything that the store holds as a text, to compare: the lists, every record
 * with its fields, and with @with_log the operations and edits in their order. */
char        *store_fixture_dump      (LevStore *store,
                                      gboolean  with_log);

G_END_DECLS
