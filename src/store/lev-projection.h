#pragma once

#include "lev-checksum.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* The projection: one table per kind of record with its present state, a row per record, as the
 * log says it is. */

/* Reads every record into @records; adds up @checksums. Columns of a newer version are passed
 * over, and those that it no longer has stay empty. */
gboolean lev_projection_load     (LevDatabase  *database,
                                  LevRegister  *records,
                                  LevChecksums *checksums,
                                  GError      **error);

/* The checksum of the row that holds the present state of @record. */
guint32  lev_projection_checksum (LevRecord *record);

/* Writes the present state of @record, new or not, inside the running transaction. The checksum
 * of the row is kept in the record. */
gboolean lev_projection_save     (LevDatabase  *database,
                                  LevRecord    *record,
                                  LevChecksums *checksums,
                                  GError      **error);

G_END_DECLS
