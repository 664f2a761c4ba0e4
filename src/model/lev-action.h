#pragma once

#include "lev-dossier.h"
#include "lev-person.h"
#include "lev-record.h"
#include "lev-risk.h"

G_BEGIN_DECLS

/* A mitigation action (template, sections 6 to 8). */

#define LEV_TYPE_ACTION (lev_action_get_type ())
LEV_DECLARE_RECORD (LevAction, lev_action, ACTION)

typedef enum
{
  LEV_OUTCOME_NONE,
  LEV_OUTCOME_YES,
  LEV_OUTCOME_NO,
} LevOutcome;

extern const LevChoice lev_outcome_choices[];

typedef enum
{
  LEV_FREQUENCY_NONE,
  LEV_FREQUENCY_WEEKLY,
  LEV_FREQUENCY_BIWEEKLY,
  LEV_FREQUENCY_MONTHLY,
  LEV_FREQUENCY_QUARTERLY,
} LevFrequency;

extern const LevChoice lev_frequency_choices[];

typedef enum
{
  LEV_CHANNEL_NONE,
  LEV_CHANNEL_MAIL,
  LEV_CHANNEL_MEETING,
  LEV_CHANNEL_PHONE,
} LevChannel;

extern const LevChoice lev_channel_choices[];

struct _LevAction
{
  LevRecord parent_instance;

  LevDossier *dossier;
  LevRisk    *risk;
  int         number;
  char       *title;
  char       *result;
  LevPerson  *owner;
  LevPerson  *executor;
  LevDate     due;
  gint64      cost; /* in cents */
  int         effect_likelihood;
  int         effect_impact;
  int         advice;    /* LevOutcome */
  int         frequency; /* LevFrequency */
  int         channel;   /* LevChannel */
};

G_END_DECLS
