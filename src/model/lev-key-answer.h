#pragma once

#include "lev-dossier.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* The answer to one of the two key questions (template, section 3). */

#define LEV_TYPE_KEY_ANSWER (lev_key_answer_get_type ())
LEV_DECLARE_RECORD (LevKeyAnswer, lev_key_answer, KEY_ANSWER)

typedef enum
{
  LEV_ANSWER_NONE,
  LEV_ANSWER_NO,
  LEV_ANSWER_ATTENTION,
  LEV_ANSWER_YES,
  LEV_ANSWER_INSUFFICIENT,
} LevAnswer;

extern const LevChoice lev_answer_choices[];

struct _LevKeyAnswer
{
  LevRecord parent_instance;

  LevDossier *dossier;
  char       *question;
  int         answer; /* LevAnswer */
  char       *explanation;
};

G_END_DECLS
