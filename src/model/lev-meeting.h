#pragma once

#include "lev-record.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* A meeting with the management team. */

#define LEV_TYPE_MEETING (lev_meeting_get_type ())
LEV_DECLARE_RECORD (LevMeeting, lev_meeting, MEETING)

typedef enum
{
  LEV_MEETING_KIND_NONE,
  LEV_MEETING_KIND_REVIEW,
  LEV_MEETING_KIND_FEEDBACK,
} LevMeetingKind;

extern const LevChoice lev_meeting_kind_choices[];

struct _LevMeeting
{
  LevRecord parent_instance;

  LevReview *review;
  int        kind;  /* LevMeetingKind */
  gint64     start; /* seconds since 1970, UTC */
  int        minutes_long;
  char      *place;
  char      *agenda;
  char      *minutes;
  int        sequence; /* how often an invitation that was sent has changed since the first */
  char      *sent;     /* SHA-256 of what was sent last; empty before, and when it was withdrawn */
};

G_END_DECLS
