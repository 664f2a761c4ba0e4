#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The control with which a field of a kind is changed: made, listened to, read and written in one
 * place, for LevFieldEditor. */

/* A control for @field with accessible name @label; with @has_toggles a choice is made of toggles
 * beside each other. */
GtkWidget *lev_field_control_new      (const LevField *field,
                                       const char     *label,
                                       gboolean        has_toggles);

/* Calls @callback with @data (swapped) when something is typed or chosen. */
void       lev_field_control_connect  (GtkWidget *control,
                                       GCallback  callback,
                                       gpointer   data);

/* Whether it is typed in, so that a change may not be the last. */
gboolean   lev_field_control_is_typed (GtkWidget *control);

/**
 * lev_field_control_get:
 * @text: (out): keeps the text that @value borrows
 *
 * Returns: %FALSE when what is typed does not fit the field
 */
gboolean   lev_field_control_get      (GtkWidget      *control,
                                       const LevField *field,
                                       LevValue       *value,
                                       char          **text);

/* Shows @value. @record (nullable) tells which other parts of its owner can be chosen. */
void       lev_field_control_set      (GtkWidget      *control,
                                       const LevField *field,
                                       LevRecord      *record,
                                       const LevValue *value);

/* Has the items of @drop_down shown as @expression says (strings for %NULL), in no more width than
 * there is; what GTK does by itself is too wide for a narrow window. */
void       lev_field_control_fit      (GtkDropDown   *drop_down,
                                       GtkExpression *expression);

G_END_DECLS
