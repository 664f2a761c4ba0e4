#pragma once

#include "lev-checksum.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* The tables. Those of the log come from migrations, an append-only array keyed on
 * `user_version`; those of the projection follow from the field tables of the records. When a
 * field or record is added, LEV_SCHEMA_VERSION goes up, and the projection is rebuilt from the
 * log at the next opening: a column never has to be migrated. */

#define LEV_SCHEMA_VERSION 1

/* The version that @database says it has; 0 for an empty file. LEV_STORE_ERROR_DAMAGED when it
 * says two different things. */
gboolean lev_schema_get_version       (LevDatabase *database,
                                       gint64      *version,
                                       GError     **error);

/* Brings the tables of the log from @version up to LEV_SCHEMA_VERSION, inside the running
 * transaction. */
gboolean lev_schema_migrate           (LevDatabase  *database,
                                       gint64        version,
                                       LevChecksums *checksums,
                                       GError      **error);

/* Makes the empty tables of the projection anew, inside the running transaction. */
gboolean lev_schema_create_projection (LevDatabase *database,
                                       GError     **error);

/* Whether the tables are exactly those that this version makes; LEV_STORE_ERROR_DAMAGED names
 * the first one that is not. */
gboolean lev_schema_verify            (LevDatabase *database,
                                       GError     **error);

/* A text that changes when a record or field does: a test holds it against the version. */
char    *lev_schema_dup_fingerprint   (void);

G_END_DECLS
