#pragma once

#include "lev-calendar-entry.h"
#include "lev-handbook.h"
#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* A review round. */

#define LEV_TYPE_REVIEW (lev_review_get_type ())
LEV_DECLARE_RECORD (LevReview, lev_review, REVIEW)

typedef enum
{
  LEV_SELECTION_RULE_NONE,
  LEV_SELECTION_RULE_COUNT,
  LEV_SELECTION_RULE_THRESHOLD,
} LevSelectionRule;

extern const LevChoice lev_selection_rule_choices[];

struct _LevReview
{
  LevRecord parent_instance;

  char             *title;
  char             *subtitle;
  LevDate           period_from;
  LevDate           period_until;
  LevPerson        *coordinator;
  LevCalendarEntry *calendar_entry;
  LevReview        *previous;
  LevHandbook      *handbook;
  int               selection_rule; /* LevSelectionRule */
  int               selection_value;
  gint64            closed; /* seconds since 1970, UTC */
  char             *lessons;
  LevDate           next_date;
};

G_END_DECLS
