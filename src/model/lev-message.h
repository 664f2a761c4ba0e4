#pragma once

#include "lev-person.h"
#include "lev-record.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* A mail to one person that was made ready to send: to whom, by whom, when and with which words. What
 * it told stands in its items. */

#define LEV_TYPE_MESSAGE (lev_message_get_type ())
LEV_DECLARE_RECORD (LevMessage, lev_message, MESSAGE)

typedef enum
{
  LEV_MESSAGE_KIND_NONE,
  LEV_MESSAGE_KIND_STATUS,   /* the status updates of step 8 */
  LEV_MESSAGE_KIND_FINISHED, /* what is definitively finished, step 12 */
} LevMessageKind;

extern const LevChoice lev_message_kind_choices[];

struct _LevMessage
{
  LevRecord parent_instance;

  LevReview *review;
  int        kind; /* LevMessageKind */
  LevPerson *recipient;
  LevPerson *sender;
  gint64     moment; /* seconds since 1970, UTC */
  char      *subject;
  char      *text;
};

G_END_DECLS
