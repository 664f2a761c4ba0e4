#include "lev-template.h"

#include "lev-register.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_NAME (LevTemplate, title, N_("Title of the report")),
  LEV_FIELD_TEXT (LevTemplate, organisation, N_("Organisation")),
  LEV_FIELD_TEXT (LevTemplate, accent, N_("Colour")),
  LEV_FIELD_DATA (LevTemplate, logo, N_("Logo")),
};

LEV_DEFINE_RECORD (LevTemplate, lev_template, "template", N_("Template"), FALSE)

LevTemplate *
lev_template_find (LevRegister *records)
{
  LevRecordList *templates = records != NULL ? lev_register_list (records, LEV_TYPE_TEMPLATE)
                                             : NULL;
  LevTemplate *first = NULL;

  for (guint i = 0; i < lev_record_list_get_n (templates); i++)
    {
      LevTemplate *template = lev_record_list_peek (templates, i);

      if (first == NULL || strcmp (LEV_RECORD (template)->id, LEV_RECORD (first)->id) < 0)
        first = template;
    }

  return first;
}

LevTemplate *
lev_template_ensure (LevRegister *records)
{
  LevTemplate *template = lev_template_find (records);

  return template != NULL
           ? template
           : lev_register_add_only (records, LEV_TYPE_TEMPLATE, NULL, "", NULL, NULL);
}
