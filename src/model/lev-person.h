#pragma once

#include "lev-record.h"

G_BEGIN_DECLS

/* Someone in the process: contract manager, service owner, SLM, MT member, stakeholder. */

#define LEV_TYPE_PERSON (lev_person_get_type ())
LEV_DECLARE_RECORD (LevPerson, lev_person, PERSON)

struct _LevPerson
{
  LevRecord parent_instance;

  char    *name;
  char    *email;
  char    *phone;
  char    *organisation;
  char    *function;
  gboolean contract_manager;
  gboolean service_owner;
  gboolean service_level_manager;
  gboolean management_team;
};

/* Newly allocated: "M. de Wit" for Marijke de Wit, for where there is little room; “–” for no one.
 * @self: (nullable) */
char *lev_person_dup_short_name (LevPerson *self);

G_END_DECLS
