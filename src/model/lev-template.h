#pragma once

#include "lev-record.h"

G_BEGIN_DECLS

/* How what is produced looks: the MT report, the slides, the minutes and the profiles. There is one
 * for a team, which shares it like everything else. */

#define LEV_TYPE_TEMPLATE (lev_template_get_type ())
LEV_DECLARE_RECORD (LevTemplate, lev_template, TEMPLATE)

struct _LevTemplate
{
  LevRecord parent_instance;

  char *title; /* of the report, before the name of the round */
  char *organisation;
  char *accent; /* #rrggbb: titles and headings */
  char *logo;   /* a PNG, in base64 */
};

/* The template in @records; %NULL while nothing was chosen. Of more than one, which two CMs may
 * make without seeing each other, it is the same one for everybody. */
LevTemplate *lev_template_find   (LevRegister *records);

/* The same, made in the running edit when there is none yet. */
LevTemplate *lev_template_ensure (LevRegister *records);

G_END_DECLS
