#pragma once

#include "lev-person.h"
#include "lev-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that chooses a person from the register, with a search by name. Property `person` is
 * %NULL, and the row says “Choose…”, when there is none. */

#define LEV_TYPE_PERSON_ROW (lev_person_row_get_type ())
G_DECLARE_FINAL_TYPE (LevPersonRow, lev_person_row, LEV, PERSON_ROW, AdwComboRow)

GtkWidget     *lev_person_row_new        (void);

LevPerson     *lev_person_row_get_person (LevPersonRow *self);
void           lev_person_row_set_person (LevPersonRow *self,
                                          LevPerson    *person);

/* For a GtkDropDown that chooses a person as the row does: the persons of @records by name after
 * one item that stands for none, and what to show and search of each (both transfer full). */
GListModel    *lev_person_model_new      (LevRegister *records);
GtkExpression *lev_person_expression_new (void);

/* Where @person is in a lev_person_model_new(); 0, which stands for none, for %NULL. */
guint          lev_person_model_find     (GListModel *model,
                                          LevPerson  *person);

G_END_DECLS
