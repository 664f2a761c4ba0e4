#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a field of a record is changed with, by its kind: made, listened to, read and shown in one
 * place, for LevFieldEditor and LevRecordForm. Besides the controls that are made here these can
 * be rows: an AdwEntryRow, AdwSwitchRow, AdwComboRow or LevPersonRow. */

/* Called with a value that fits the field. */
typedef void (*LevFieldControlFunc) (GtkWidget *control, const LevValue *value, gpointer user_data);

/* A control for @field with accessible name @label; with @has_toggles a choice, or the effect on
 * a score, is made of toggles beside each other. */
GtkWidget *lev_field_control_new   (const LevField *field,
                                    const char     *label,
                                    gboolean        has_toggles);

/**
 * lev_field_control_watch:
 * @chosen: called when the user chose something else, and for what is typed as lev_editing_watch()
 *   says; what does not fit the field is marked instead
 *
 * To be called once, before anything is shown.
 */
void       lev_field_control_watch (GtkWidget          *control,
                                    const LevField     *field,
                                    LevFieldControlFunc chosen,
                                    gpointer            user_data);

/* Shows @value, unless someone is typing. @record (nullable) tells which other parts of its owner
 * can be chosen. */
void       lev_field_control_set   (GtkWidget      *control,
                                    LevRecord      *record,
                                    const LevValue *value);

/* Has the items of @drop_down shown as @expression says (strings for %NULL), in no more width than
 * there is; what GTK does by itself is too wide for a narrow window. */
void       lev_field_control_fit   (GtkDropDown   *drop_down,
                                    GtkExpression *expression);

G_END_DECLS
