/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-action-pages.h"

#include <glib/gi18n.h>

#include "lev-decision.h"
#include "lev-evidence.h"
#include "lev-field-text.h"
#include "lev-json.h"
#include "lev-status-update.h"
#include "lev-step.h"
#include "lev-title.h"
#include "lev-version-text.h"

#define LABEL_WIDTH (120.0)
#define TEXT_X      (128.0)

/* What stands beside the title, or says nothing to people. */
static const char *const hidden[] = { "number", "title",   "deleted", "action",
                                      "step",   "dossier", NULL };

static void
add_line (LevPageFlow *flow,
          const char  *label,
          const char  *text)
{
  const LevPageCell cells[] = {
    { 0, LABEL_WIDTH, label, 8.5, FALSE, LEV_INK_SECONDARY },
    { TEXT_X, LEV_PAGE_INNER - TEXT_X, text, 9, FALSE, LEV_INK_TEXT },
  };

  if (!lev_text_is_blank (text))
    lev_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells), &(LevPageRow) { .below = 2 });
}

/* A version of the profile goes by its number. */
static char *
format_value (const LevField *field,
              const LevValue *value)
{
  if (field->kind == LEV_FIELD_KIND_REFERENCE && LEV_IS_PROFILE_VERSION (value->record))
    return lev_version_describe_basis (LEV_PROFILE_VERSION (value->record),
                                       lev_version_is_outdated (
                                         LEV_PROFILE_VERSION (value->record)));

  return lev_field_format (field, value);
}

/* The day of a decision or an update stands in its heading. */
static gboolean
is_shown (LevRecord      *record,
          const LevField *field)
{
  return !g_strv_contains (hidden, field->name) &&
         (LEV_IS_EVIDENCE (record) || !g_str_equal (field->name, "date"));
}

/* Every field of @record that is filled in, under its own name. */
static void
add_fields (LevPageFlow *flow,
            LevRecord   *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const LevField *field = &klass->fields[i];
      g_autofree char *text = NULL;
      LevValue value;

      lev_record_get_value (record, i, &value);
      if (!is_shown (record, field) || lev_value_is_empty (&value))
        continue;
      text = format_value (field, &value);
      add_line (flow, _(field->label), text);
    }
}

/* "6 MT beslist over acties · 12 november 2026" */
static char *
describe_decision (LevDecision *decision)
{
  g_autofree char *date = lev_date_format_long (decision->date);
  const LevStep *step = decision->step > 0 ? lev_step_get (decision->step) : NULL;

  return g_strdup_printf ("%d %s  ·  %s", decision->step, step != NULL ? _(step->name) : "", date);
}

static char *
describe_update (LevStatusUpdate *update)
{
  g_autofree char *date = lev_date_format_long (update->date);

  return g_strdup_printf ("%s  ·  %s", _("Status update"), date);
}

static char *
describe (LevRecord *record)
{
  if (LEV_IS_DECISION (record))
    return describe_decision (LEV_DECISION (record));
  if (LEV_IS_STATUS_UPDATE (record))
    return describe_update (LEV_STATUS_UPDATE (record));

  return g_strdup (_(LEV_RECORD_GET_CLASS (record)->label));
}

static void
add_parts (LevPageFlow *flow,
           LevRecord   *owner,
           GType        type)
{
  g_autoptr (GPtrArray) parts = lev_json_list_parts (owner, type);

  for (guint i = 0; i < parts->len; i++)
    {
      LevRecord *part = g_ptr_array_index (parts, i);
      g_autofree char *title = describe (part);
      const LevPageCell head = { 0, LEV_PAGE_INNER, title, 9, TRUE, LEV_INK_ACCENT };

      lev_page_flow_begin_group (flow);
      lev_page_flow_add_row (flow, &head, 1, &(LevPageRow) { .above = 6, .below = 2 });
      add_fields (flow, part);
      lev_page_flow_end_group (flow);
    }
}

static void
add_action (LevPageFlow *flow,
            LevRecord   *action)
{
  g_autofree char *code = lev_record_dup_code (action);
  g_autofree char *title = g_strdup_printf ("%s  %s", code,
                                            LEV_ACTION (action)->title != NULL
                                              ? LEV_ACTION (action)->title
                                              : "");

  lev_page_flow_begin (flow, title, 60);
  add_fields (flow, action);
  add_parts (flow, action, LEV_TYPE_DECISION);
  add_parts (flow, action, LEV_TYPE_STATUS_UPDATE);
  add_parts (flow, action, LEV_TYPE_EVIDENCE);
}

LevPageFlow *
lev_action_pages_new (LevDossier *dossier)
{
  g_autoptr (GPtrArray) actions = NULL;
  g_autofree char *right = NULL;
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  LevPageFlow *flow;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  actions = lev_json_list_parts (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  title = lev_record_dup_title (LEV_RECORD (dossier));
  date = lev_date_format_long (lev_clock_today ());
  right = g_strdup_printf ("%s  ·  %s", dossier->review->title, _("confidential"));
  flow = lev_page_flow_new (_("Mitigation actions"), right, date);
  lev_page_flow_take_style (flow, lev_house_style_new (LEV_RECORD (dossier)->records));
  {
    const LevPageCell name = { 0, LEV_PAGE_INNER, title, 24, TRUE, LEV_INK_ACCENT };

    lev_page_flow_add_row (flow, &name, 1, &(LevPageRow) { .above = -12, .below = 8 });
  }
  if (actions->len == 0)
    add_line (flow, NULL, _("No actions have been proposed."));
  for (guint i = 0; i < actions->len; i++)
    add_action (flow, g_ptr_array_index (actions, i));

  return flow;
}
