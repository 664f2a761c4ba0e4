#pragma once

#include "lev-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A person in place, in a list: a flat button with the name, or a dashed one that says “Choose…”,
 * which opens a list with a search. Emits `chosen` with the person. Only when it opens it makes
 * its list, so that a long list of rows can have several of these each. */

#define LEV_TYPE_PERSON_BUTTON (lev_person_button_get_type ())
G_DECLARE_FINAL_TYPE (LevPersonButton, lev_person_button, LEV, PERSON_BUTTON, GtkWidget)

/* Shows @person (nullable) as @role ("SLM"), to be changed only when @editable. */
void lev_person_button_show      (LevPersonButton *self,
                                  LevPerson       *person,
                                  const char      *role,
                                  gboolean         editable);

/* Shows @icon_name in place of a person, for a button named @title that adds one. */
void lev_person_button_show_icon (LevPersonButton *self,
                                  const char      *icon_name,
                                  const char      *title);

G_END_DECLS
