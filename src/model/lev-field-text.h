#pragma once

#include "lev-field.h"

G_BEGIN_DECLS

/**
 * lev_field_format:
 *
 * Returns: (transfer full): @value as people read it, in the user's language: `31-12-2026`,
 * `€ 1.250,00`, `n.v.t.`, `ja`; the empty string for nothing
 */
char    *lev_field_format (const LevField *field,
                           const LevValue *value);

/**
 * lev_field_parse:
 * @text: what a person or a spreadsheet wrote: a nick or a label for a choice, `31-12-2026` or
 *   `2026-12-31`, `1.250,50`, `ja`, `?`, and for a reference the identifier, number, e-mail
 *   address or name of an existing record
 * @records: where references are looked up
 * @value: (out): borrows its text from @text
 *
 * Returns: %FALSE with LEV_MODEL_ERROR_VALUE or _REFERENCE when @text does not fit @field
 */
gboolean lev_field_parse  (const LevField *field,
                           const char     *text,
                           LevRegister    *records,
                           LevValue       *value,
                           GError        **error);

/* The record of class @type that goes by @text: identifier, title, number of a supplier or e-mail
 * address of a person; %NULL for none. */
gpointer lev_find_record  (LevRegister *records,
                           GType        type,
                           const char  *text);

G_END_DECLS
