#pragma once

#include "lev-person.h"
#include "lev-register.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who uses the application, as the setting `user` keeps it: a person for each database in which
 * one was chosen. */

/* The person chosen in @records, otherwise the one who is called like the user of the machine;
 * %NULL when it is not known. */
LevPerson *lev_user_get (GSettings   *settings,
                         LevRegister *records);

/* @user: (nullable): the person of @records; who it is in other databases stays */
void       lev_user_set (GSettings   *settings,
                         LevRegister *records,
                         LevPerson   *user);

G_END_DECLS
