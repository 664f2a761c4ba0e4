#pragma once

#include "lev-log.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file of operations in the team folder (design section 7): what one writer did, from one
 * operation up to a later one, as lines of JSON in UTF-8.
 *
 *   {"format":"levman-operations","version":1,"writer":"…","first":1,"last":3,"author":"…"}
 *   {"edit":"Besluit vastleggen","author":"…","moment":"2026-11-23T09:00:00Z"}
 *   {"sequence":1,"clock":1,"kind":"supplier","record":"…","field":"name","value":"…"}
 *   …
 *   {"end":3,"sha256":"…"}
 *
 * The last line counts the operations and has the SHA-256 of all that stands before it. The name
 * of the file, `s-<first, ten digits>-<the first 16 digits of the SHA-256>.ops`, follows from its
 * content, so that a file is never changed and the same operations always make the same file.
 * What stands behind the last line does no harm. */

/* A file holds at most so many operations, so that taking it in is not felt. */
#define LEV_OPERATION_FILE_MOST (400)

/* The layer's one error domain. */
#define LEV_SHARE_ERROR (lev_share_error_quark ())

typedef enum
{
  LEV_SHARE_ERROR_UNREACHABLE, /* the team folder cannot be read or written */
  LEV_SHARE_ERROR_DAMAGED,     /* a file is not what its name says, or not complete yet */
  LEV_SHARE_ERROR_TOO_NEW,     /* a file of a newer version of Levman Review */
  LEV_SHARE_ERROR_SET_BACK,    /* this database is an older copy of what it shared before */
} LevShareError;

GQuark            lev_share_error_quark      (void);

typedef struct
{
  char   writer[LEV_WRITER_LENGTH + 1];
  gint64 first; /* the number of its first operation */
  gint64 last;
  char  *author; /* of the last edit */
  char  *name;

  GPtrArray *edits; /* LevLoggedEdit; %NULL until lev_operation_file_parse() */

  GBytes       *content;
  GStringChunk *texts;
} LevOperationFile;

/* Whether a file of operations can be called @name. */
gboolean          lev_operation_file_is_name (const char *name);

/**
 * lev_operation_file_open:
 * @writer: whose folder it is in
 * @name: how the file is called
 * @content: what is in it
 *
 * Checks @content against its own sum and against @name, and reads the first line.
 *
 * Returns: (transfer full): the file, or %NULL with LEV_SHARE_ERROR_DAMAGED or _TOO_NEW
 */
LevOperationFile *lev_operation_file_open    (const char *writer,
                                              const char *name,
                                              GBytes     *content,
                                              GError    **error);

/* Reads the edits; %FALSE with LEV_SHARE_ERROR_DAMAGED when a line is not what it should be. */
gboolean          lev_operation_file_parse   (LevOperationFile *self,
                                              GError          **error);

void              lev_operation_file_free    (LevOperationFile *self);

/* A file that is to be written. */
typedef struct
{
  char    writer[LEV_WRITER_LENGTH + 1];
  char   *name;
  GBytes *content;
  guint   n_edits;
} LevOutgoingFile;

void              lev_outgoing_file_free     (LevOutgoingFile *self);

/**
 * lev_operation_file_write:
 * @writer: whose operations
 * @first: the number of the first one
 * @last: the number of the last one
 * @files: (element-type LevOutgoingFile): gets the files, in their order
 *
 * Makes files of the operations from @first to @last, as they are in @log.
 */
gboolean          lev_operation_file_write   (LevLog     *log,
                                              const char *writer,
                                              gint64      first,
                                              gint64      last,
                                              GPtrArray  *files,
                                              GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevOperationFile, lev_operation_file_free)

G_END_DECLS
