#pragma once

#include "lev-record.h"

G_BEGIN_DECLS

/* The words behind a verb: words by position (`L-014`, `yes`) and named values (`score=4`). Each
 * has to be used; what is left over is a mistake of the writer. */

typedef struct _LevArguments LevArguments;

/* A name by which a field goes on the command line. */
typedef struct
{
  const char *name;
  const char *field;
} LevAlias;

/* The error domain of the language. */
#define LEV_SCRIPT_ERROR (lev_script_error_quark ())

typedef enum
{
  LEV_SCRIPT_ERROR_USAGE,  /* wrong words */
  LEV_SCRIPT_ERROR_FAILED, /* what was asked cannot be done */
} LevScriptError;

GQuark        lev_script_error_quark   (void);

LevArguments *lev_arguments_new        (const char *const *words);
void          lev_arguments_free       (LevArguments *self);

/* The next word by position; %NULL when there is none. */
const char   *lev_arguments_next       (LevArguments *self);

/* The same, or an error that says that @what is missing. */
const char   *lev_arguments_require    (LevArguments *self,
                                        const char   *what,
                                        GError      **error);

/* The value that is named @name; %NULL when it is not given. */
const char   *lev_arguments_get        (LevArguments *self,
                                        const char   *name);

/* The next named value that was not used yet; %NULL when there is none. */
const char   *lev_arguments_next_named (LevArguments *self,
                                        const char  **name);

/**
 * lev_arguments_apply:
 * @aliases: (nullable): other names of fields, up to one with %NULL
 *
 * Gives the fields of @record every named value that was not used yet.
 */
gboolean      lev_arguments_apply      (LevArguments   *self,
                                        LevRecord      *record,
                                        const LevAlias *aliases,
                                        GError        **error);

/* Reads @text as a value for @field of record class @type. */
gboolean      lev_arguments_parse      (const char  *text,
                                        GType        type,
                                        const char  *field,
                                        LevRegister *records,
                                        LevValue    *value,
                                        GError     **error);

/* Reads the value named @name as one for @field of record class @type; @value stays empty when it
 * is not given. */
gboolean      lev_arguments_get_value  (LevArguments *self,
                                        const char   *name,
                                        GType         type,
                                        const char   *field,
                                        LevRegister  *records,
                                        LevValue     *value,
                                        GError      **error);

/* Whether everything was used. */
gboolean      lev_arguments_finish     (LevArguments *self,
                                        GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevArguments, lev_arguments_free)

G_END_DECLS
