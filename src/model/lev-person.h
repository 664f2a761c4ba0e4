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
char    *lev_person_dup_short_name (LevPerson *self);

/* Whether what waits for @who is for @self to do: their own, and what waits for no one or for
 * someone who is no contract manager, as they do not use the application. Everything is for %NULL,
 * when it is not known who looks.
 * @self: (nullable)
 * @who: (nullable) */
gboolean lev_person_does_for       (LevPerson *self,
                                    LevPerson *who);

G_END_DECLS
