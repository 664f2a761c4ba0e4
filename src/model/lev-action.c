#include "lev-action.h"

#include <glib/gi18n.h>

const LevChoice lev_outcome_choices[] = {
  { NULL, NULL },
  { "yes", N_("yes") },
  { "no", N_("no") },
  { NULL, NULL },
};

const LevChoice lev_frequency_choices[] = {
  { NULL, NULL },
  { "weekly", N_("weekly") },
  { "biweekly", N_("every two weeks") },
  { "monthly", N_("monthly") },
  { "quarterly", N_("quarterly") },
  { NULL, NULL },
};

const LevChoice lev_channel_choices[] = {
  { NULL, NULL },
  { "mail", N_("e-mail") },
  { "meeting", N_("meeting") },
  { "phone", N_("phone") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevAction, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_REFERENCE (LevAction, risk, LevRisk, lev_risk_get_type, N_("Risk")),
  LEV_FIELD_INTEGER (LevAction, number, N_("Number")),
  LEV_FIELD_NAME (LevAction, title, N_("Action")),
  LEV_FIELD_TEXT (LevAction, result, N_("Measurable result")),
  LEV_FIELD_REFERENCE (LevAction, owner, LevPerson, lev_person_get_type, N_("Owner")),
  LEV_FIELD_REFERENCE (LevAction, executor, LevPerson, lev_person_get_type, N_("Executor")),
  LEV_FIELD_DATE (LevAction, due, N_("Due date")),
  LEV_FIELD_MONEY (LevAction, cost, N_("Cost")),
  LEV_FIELD_INTEGER (LevAction, effect_likelihood, N_("Effect on likelihood")),
  LEV_FIELD_INTEGER (LevAction, effect_impact, N_("Effect on impact")),
  LEV_FIELD_CHOICE (LevAction, advice, lev_outcome_choices, N_("Advice of the CM")),
  LEV_FIELD_CHOICE (LevAction, frequency, lev_frequency_choices, N_("Frequency of updates")),
  LEV_FIELD_CHOICE (LevAction, channel, lev_channel_choices, N_("Channel")),
};

LEV_DEFINE_RECORD (LevAction, lev_action, "action", N_("Mitigation action"), FALSE)
