#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A group of rows that show fields of one record and change them at once, each in the row that
 * suits its kind; each change is an edit of its own, named after the field. */

#define LEV_TYPE_RECORD_FORM (lev_record_form_get_type ())
G_DECLARE_FINAL_TYPE (LevRecordForm, lev_record_form, LEV, RECORD_FORM, AdwPreferencesGroup)

/* A form for @fields (%NULL-terminated, static property names) of @record. */
GtkWidget *lev_record_form_new    (LevRecord         *record,
                                   const char *const *fields);

/* Shows what the fields hold now. What the user is typing stays. */
void       lev_record_form_update (LevRecordForm *self);

G_END_DECLS
