#include "lev-status-json.h"

#include "lev-guard.h"
#include "lev-record-list.h"
#include "lev-scoring.h"
#include "lev-title.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* A date as programs read it; null for none. */
static void
add_date (JsonBuilder *builder,
          const char  *name,
          LevDate      date)
{
  char buffer[LEV_DATE_BUFFER];

  json_builder_set_member_name (builder, name);
  if (date != 0)
    json_builder_add_string_value (builder, lev_date_to_iso (date, buffer));
  else
    json_builder_add_null_value (builder);
}

static void
add_missing (JsonBuilder *builder,
             LevReview   *review,
             guint        number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (review, number);

  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (missing)); i++)
    {
      g_autoptr (LevMissing) item = g_list_model_get_item (G_LIST_MODEL (missing), i);
      g_autofree char *title = lev_record_dup_full_title (lev_missing_get_subject (item));

      json_builder_begin_object (builder);
      add_string (builder, "subject", title);
      add_string (builder, "record", lev_missing_get_subject (item)->id);
      add_string (builder, "field", lev_missing_get_field (item));
      add_string (builder, "reason", lev_missing_get_reason (item));
      add_string (builder, "todo", lev_missing_get_todo (item));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_steps (JsonBuilder *builder,
           LevReview   *review)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevProgress progress = lev_review_get_progress (review, number);

      json_builder_begin_object (builder);
      add_number (builder, "step", number);
      add_string (builder, "name", _(lev_step_get (number)->name));
      add_number (builder, "done", progress.done);
      add_number (builder, "total", progress.total);
      add_missing (builder, review, number);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_actions (JsonBuilder *builder,
             LevDossier  *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  json_builder_set_member_name (builder, "actions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);
      g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));

      json_builder_begin_object (builder);
      add_string (builder, "code", code);
      add_string (builder, "record", LEV_RECORD (action)->id);
      add_string (builder, "title", action->title);
      add_number (builder, "step", lev_action_get_step (action));
      add_number (builder, "returns", lev_action_get_n_returns (action));
      add_date (builder, "due", action->due);
      add_date (builder, "next-update", lev_action_get_next_update (action));
      json_builder_set_member_name (builder, "agreed");
      json_builder_add_boolean_value (builder, lev_action_is_agreed (action));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_risks (JsonBuilder *builder,
           LevDossier  *dossier)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);

  json_builder_set_member_name (builder, "risks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);
      g_autofree char *code = lev_record_dup_code (LEV_RECORD (risk));
      const char *level = lev_scoring_get_level_title (lev_dossier_get_content (dossier),
                                                       lev_risk_get_level (risk));

      json_builder_begin_object (builder);
      add_string (builder, "code", code);
      add_string (builder, "record", LEV_RECORD (risk)->id);
      add_string (builder, "criterion", risk->criterion);
      add_string (builder, "event", risk->event);
      add_string (builder, "class", level);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_dossiers (JsonBuilder *builder,
              LevReview   *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  json_builder_set_member_name (builder, "dossiers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

      json_builder_begin_object (builder);
      add_string (builder, "supplier", title);
      add_string (builder, "record", LEV_RECORD (dossier)->id);
      add_number (builder, "step", lev_dossier_get_step (dossier));
      add_risks (builder, dossier);
      add_actions (builder, dossier);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
lev_status_print_json (LevReview *review)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "review", review->title);
  add_number (builder, "step", lev_review_get_step (review));
  json_builder_set_member_name (builder, "closed");
  json_builder_add_boolean_value (builder, review->closed != 0);
  add_steps (builder, review);
  add_dossiers (builder, review);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}
