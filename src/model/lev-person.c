#include "lev-person.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_NAME (LevPerson, name, N_("Name")),
  LEV_FIELD_TEXT (LevPerson, email, N_("E-mail")),
  LEV_FIELD_TEXT (LevPerson, phone, N_("Phone")),
  LEV_FIELD_TEXT (LevPerson, organisation, N_("Organisation")),
  LEV_FIELD_TEXT (LevPerson, function, N_("Function")),
  LEV_FIELD_BOOLEAN (LevPerson, contract_manager, N_("Is contract manager")),
  LEV_FIELD_BOOLEAN (LevPerson, service_owner, N_("Is service owner")),
  LEV_FIELD_BOOLEAN (LevPerson, service_level_manager, N_("Is SLM")),
  LEV_FIELD_BOOLEAN (LevPerson, management_team, N_("Is MT member")),
};

LEV_DEFINE_RECORD (LevPerson, lev_person, "person", N_("Person"), FALSE)

char *
lev_person_dup_short_name (LevPerson *self)
{
  const char *name = self != NULL ? self->name : NULL;
  const char *rest = name != NULL ? strchr (name, ' ') : NULL;

  if (rest == NULL)
    return g_strdup (name != NULL ? name : "–");

  return g_strdup_printf ("%.*s.%s", (int) (g_utf8_next_char (name) - name), name, rest);
}

gboolean
lev_person_does_for (LevPerson *self,
                     LevPerson *who)
{
  if (self == NULL || who == self || who == NULL)
    return TRUE;

  return LEV_RECORD (who)->deleted || !who->contract_manager;
}
