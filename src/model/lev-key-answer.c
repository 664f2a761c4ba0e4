#include "lev-key-answer.h"

#include <glib/gi18n.h>

const LevChoice lev_answer_choices[] = {
  { NULL, NULL },
  { "no", N_("no") },
  { "attention", N_("attention") },
  { "yes", N_("yes") },
  { "insufficient", N_("insufficient insight") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevKeyAnswer, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_NAME (LevKeyAnswer, question, N_("Key question")),
  LEV_FIELD_CHOICE (LevKeyAnswer, answer, lev_answer_choices, N_("Answer")),
  LEV_FIELD_TEXT (LevKeyAnswer, explanation, N_("Explanation")),
};

LEV_DEFINE_RECORD (LevKeyAnswer, lev_key_answer, "key_answer", N_("Key answer"), FALSE)
