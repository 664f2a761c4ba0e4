#include "lev-supplier-text.h"

#include "lev-action-state.h"
#include "lev-due-text.h"
#include "lev-field-text.h"
#include "lev-record-list.h"
#include "lev-scoring.h"
#include "lev-state.h"
#include "lev-supplier-facts.h"

#include <glib/gi18n.h>

#define SOON_DAYS (60)

/* Adds what printf makes of it, with a dot before it. */
static void G_GNUC_PRINTF (2, 3) add (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append (text, " · ");
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

char *
lev_supplier_describe (LevSupplier *supplier)
{
  GString *text = g_string_new (NULL);

  if (supplier->number != NULL)
    add (text, "%s", supplier->number);
  if (supplier->kraljic != LEV_KRALJIC_NONE)
    add (text, "%s", lev_choice_get_label (lev_kraljic_choices, supplier->kraljic));
  if (supplier->manager != NULL)
    add (text, _("CM %s"), supplier->manager->name);

  return g_string_free_and_steal (text);
}

char *
lev_service_describe (LevService *service)
{
  GString *text = g_string_new (NULL);

  if (service->owner != NULL)
    add (text, _("%s (service owner)"), service->owner->name);
  if (service->level_manager != NULL)
    add (text, _("%s (SLM)"), service->level_manager->name);
  if (service->biv != NULL)
    add (text, _("BIV %s"), service->biv);

  return g_string_free_and_steal (text);
}

char *
lev_contract_describe (LevContract *contract)
{
  GString *text = g_string_new (NULL);
  g_autofree char *end = lev_date_format (contract->end);

  if (contract->number != NULL)
    add (text, "%s", contract->number);
  if (contract->end != 0)
    add (text, _("until %s"), end);
  if (contract->yearly_value != 0)
    {
      LevRecordClass *klass = LEV_RECORD_GET_CLASS (contract);
      int field = lev_record_class_find_field (klass, "yearly_value");
      LevValue value = { .integer = contract->yearly_value };
      g_autofree char *money = lev_field_format (&klass->fields[field], &value);

      add (text, _("%s a year"), money);
    }

  return g_string_free_and_steal (text);
}

char *
lev_contract_describe_notice (LevContract *contract,
                              LevDate      today,
                              gboolean    *is_soon)
{
  LevDate notice = lev_contract_get_notice_date (contract);
  g_autofree char *date = lev_date_format_short (notice);

  *is_soon = notice != 0 && notice <= today + SOON_DAYS;
  if (notice == 0 || notice < today)
    return NULL;

  return g_strdup_printf (_("notice by %s"), date);
}

static LevLevel
get_worst_level (LevDossier *dossier)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  LevLevel worst = LEV_LEVEL_UNKNOWN;

  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    worst = MAX (worst, lev_risk_get_level (lev_record_list_peek (risks, i)));

  return worst;
}

static void
add_actions (GString    *text,
             LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  guint n_agreed = 0, n_finished = 0;

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (!lev_action_is_agreed (action))
        continue;
      n_agreed++;
      n_finished += lev_action_get_step (action) > 11 ? 1 : 0;
    }

  if (n_agreed == 0)
    return;
  add (text, ngettext ("%u action agreed", "%u actions agreed", n_agreed), n_agreed);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u finished", "%u finished", n_finished), n_finished);
}

char *
lev_dossier_describe_outcome (LevDossier *dossier)
{
  GString *text = g_string_new (NULL);
  LevLevel worst = get_worst_level (dossier);

  if (!dossier->chosen)
    add (text, "%s", _("not in the selection"));
  else if (dossier->review->closed != 0)
    add (text, "%s", _("closed"));
  else
    add (text, _("at step %u"), lev_dossier_get_step (dossier));
  if (worst != LEV_LEVEL_UNKNOWN)
    add (text, _("worst risk %s"),
         lev_scoring_get_level_title (lev_dossier_get_content (dossier), worst));
  add_actions (text, dossier);

  return g_string_free_and_steal (text);
}
