#include "lev-message.h"

#include <glib/gi18n.h>

const LevChoice lev_message_kind_choices[] = {
  { NULL, NULL },
  { "status", N_("status updates") },
  { "finished", N_("finished actions") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevMessage, review, LevReview, lev_review_get_type, N_("Review")),
  LEV_FIELD_CHOICE (LevMessage, kind, lev_message_kind_choices, N_("Kind of mail")),
  LEV_FIELD_REFERENCE (LevMessage, recipient, LevPerson, lev_person_get_type, N_("Recipient")),
  LEV_FIELD_REFERENCE (LevMessage, sender, LevPerson, lev_person_get_type, N_("Sender")),
  LEV_FIELD_MOMENT (LevMessage, moment, N_("Moment")),
  LEV_FIELD_NAME (LevMessage, subject, N_("Subject")),
  LEV_FIELD_TEXT (LevMessage, text, N_("Text")),
};

LEV_DEFINE_RECORD (LevMessage, lev_message, "message", N_("Mail that was sent"), TRUE)
