#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows one field of a record and changes it at once, in the way that suits its kind: a text that
 * grows, scores beside each other, a list to choose from, a date. Which record stands in code,
 * which field in the template. It writes what is typed after a pause, and when it is left; each
 * time is one edit, named after the field. */

#define LEV_TYPE_FIELD_EDITOR (lev_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (LevFieldEditor, lev_field_editor, LEV, FIELD_EDITOR, GtkWidget)

/**
 * lev_field_editor_show:
 * @type: the record's class, the same each time
 * @record: (nullable): the record; with %NULL the first change emits `needed`, inside its edit,
 *   for a handler that makes the record
 * @editable: whether it can be changed
 *
 * Shows what the field holds now. What the user is typing stays.
 */
void lev_field_editor_show     (LevFieldEditor *self,
                                GType           type,
                                gpointer        record,
                                gboolean        editable);

/* A line below the field: what a score means. */
void lev_field_editor_set_hint (LevFieldEditor *self,
                                const char     *hint);

G_END_DECLS
