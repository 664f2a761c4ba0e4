/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-person.h"
#include "lev-register.h"

G_BEGIN_DECLS

/**
 * LevImportPerson:
 * @record: (nullable): the person; %NULL while it is new and not applied
 * @name: the name of a new person
 * @email: the e-mail address of a new person
 *
 * Someone who is named in a list that is imported.
 */
typedef struct
{
  LevPerson *record;
  char      *name;
  char      *email;
} LevImportPerson;

/**
 * LevImportPeople:
 *
 * The people whom a list may name: those of the register, and those whom the list itself
 * introduces by their e-mail address.
 */
typedef struct _LevImportPeople LevImportPeople;

/**
 * lev_import_people_new:
 * @records: the register whose people are known; not changed before lev_import_people_apply()
 *
 * Returns: (transfer full): the people
 */
LevImportPeople *lev_import_people_new       (LevRegister *records);

void             lev_import_people_free      (LevImportPeople *self);

/**
 * lev_import_people_introduce:
 * @self: people
 * @text: `Name <address>`, or an address alone
 *
 * Remembers a person whom nobody knew. To be called for each cell before the first
 * lev_import_people_find(), so that the order of the rows does not matter.
 */
void             lev_import_people_introduce (LevImportPeople *self,
                                              const char      *text);

/**
 * lev_import_people_find:
 * @self: people
 * @text: a name, an address or both; case does not count
 * @is_ambiguous: (out): whether nobody is returned because more people have this name
 *
 * Returns: (transfer none): the person, or %NULL
 */
LevImportPerson *lev_import_people_find      (LevImportPeople *self,
                                              const char      *text,
                                              gboolean        *is_ambiguous);

/* How many people the list introduced. */
guint            lev_import_people_get_n_new (LevImportPeople *self);

/* The name of the new person at @position. */
const char      *lev_import_people_get_new   (LevImportPeople *self,
                                              guint            position);

/* Makes the new people, in the running edit of the register. */
void             lev_import_people_apply     (LevImportPeople *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevImportPeople, lev_import_people_free)

G_END_DECLS
