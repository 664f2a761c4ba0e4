/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-document.h"

#include "lev-action.h"
#include "lev-assessment.h"
#include "lev-contract.h"
#include "lev-criticality-score.h"
#include "lev-decision.h"
#include "lev-evidence.h"
#include "lev-handbook-content.h"
#include "lev-due-change.h"
#include "lev-json.h"
#include "lev-key-answer.h"
#include "lev-profile-version.h"
#include "lev-risk.h"
#include "lev-service.h"
#include "lev-stakeholder.h"
#include "lev-status-update.h"

static JsonObject *
document_new (LevDossier *dossier,
              const char *format)
{
  JsonObject *document = json_object_new ();

  json_object_set_string_member (document, "format", format);
  json_object_set_int_member (document, "format_version", LEV_FORMAT_VERSION);
  json_object_set_member (document, "supplier",
                          lev_json_from_reference (LEV_RECORD (dossier->supplier)));
  json_object_set_member (document, "review",
                          lev_json_from_reference (LEV_RECORD (dossier->review)));

  return document;
}

/* Puts the handbook's words beside a code, so that a profile stays readable as it was filled in
 * when the handbook changes. */
static void
set_title (JsonObject      *object,
           LevDossier      *dossier,
           LevHandbookItems items,
           const char      *code)
{
  LevHandbookContent *content = lev_handbook_get_content (dossier->review->handbook);
  const LevHandbookItem *item = NULL;

  if (content != NULL && code != NULL)
    item = lev_handbook_content_find (content, items, code);
  if (item != NULL)
    json_object_set_string_member (object, "title", item->title);
}

static void
complete_answer (gpointer    record,
                 JsonObject *object)
{
  LevKeyAnswer *answer = record;

  set_title (object, answer->dossier, LEV_HANDBOOK_QUESTION, answer->question);
}

static void
complete_assessment (gpointer    record,
                     JsonObject *object)
{
  LevAssessment *assessment = record;

  set_title (object, assessment->dossier, LEV_HANDBOOK_CRITERION, assessment->criterion);
  lev_json_set_parts (object, "evidence", record, LEV_TYPE_EVIDENCE, NULL);
}

static void
complete_action (gpointer    record,
                 JsonObject *object)
{
  lev_json_set_parts (object, "evidence", record, LEV_TYPE_EVIDENCE, NULL);
  lev_json_set_parts (object, "decisions", record, LEV_TYPE_DECISION, NULL);
  lev_json_set_parts (object, "status_updates", record, LEV_TYPE_STATUS_UPDATE, NULL);
  lev_json_set_parts (object, "due_changes", record, LEV_TYPE_DUE_CHANGE, NULL);
}

static void
complete_version (gpointer    record,
                  JsonObject *object)
{
  /* The archive has it as a file of its own. */
  json_object_remove_member (object, "content");
}

static JsonObject *
describe_supplier (LevSupplier *supplier)
{
  JsonObject *object = lev_json_from_record (LEV_RECORD (supplier));

  lev_json_set_parts (object, "services", LEV_RECORD (supplier), LEV_TYPE_SERVICE, NULL);
  lev_json_set_parts (object, "contracts", LEV_RECORD (supplier), LEV_TYPE_CONTRACT, NULL);
  lev_json_set_parts (object, "criticality", LEV_RECORD (supplier), LEV_TYPE_CRITICALITY_SCORE,
                      NULL);

  return object;
}

/* Adds what is recorded of each action of the dossier as one list, and says of which action. */
static void
add_of_actions (JsonArray  *array,
                LevDossier *dossier,
                GType       type)
{
  g_autoptr (GPtrArray) actions = lev_json_list_parts (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < actions->len; i++)
    {
      LevRecord *action = g_ptr_array_index (actions, i);
      g_autoptr (GPtrArray) parts = lev_json_list_parts (action, type);

      for (guint j = 0; j < parts->len; j++)
        {
          JsonObject *object = lev_json_from_record (g_ptr_array_index (parts, j));

          json_object_set_member (object, "action", lev_json_from_reference (action));
          json_array_add_object_element (array, object);
        }
    }
}

char *
lev_profile_to_json (LevDossier *dossier)
{
  LevRecord *record;
  JsonObject *document;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  record = LEV_RECORD (dossier);
  document = document_new (dossier, LEV_PROFILE_FORMAT);
  json_object_set_member (document, "handbook",
                          lev_json_from_reference (LEV_RECORD (dossier->review->handbook)));
  json_object_set_object_member (document, "supplier", describe_supplier (dossier->supplier));
  json_object_set_object_member (document, "dossier", lev_json_from_record (record));
  lev_json_set_parts (document, "stakeholders", record, LEV_TYPE_STAKEHOLDER, NULL);
  lev_json_set_parts (document, "key_answers", record, LEV_TYPE_KEY_ANSWER, complete_answer);
  lev_json_set_parts (document, "assessments", record, LEV_TYPE_ASSESSMENT, complete_assessment);
  lev_json_set_parts (document, "risks", record, LEV_TYPE_RISK, NULL);
  lev_json_set_parts (document, "actions", record, LEV_TYPE_ACTION, NULL);

  return lev_json_print (document);
}

char *
lev_actions_to_json (LevDossier *dossier)
{
  JsonObject *document;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  document = document_new (dossier, LEV_ACTIONS_FORMAT);
  lev_json_set_parts (document, "actions", LEV_RECORD (dossier), LEV_TYPE_ACTION, complete_action);

  return lev_json_print (document);
}

char *
lev_decisions_to_json (LevDossier *dossier)
{
  JsonObject *document;
  JsonArray *decisions;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  document = document_new (dossier, LEV_DECISIONS_FORMAT);
  lev_json_set_parts (document, "profile_versions", LEV_RECORD (dossier), LEV_TYPE_PROFILE_VERSION,
                      complete_version);
  lev_json_set_parts (document, "decisions", LEV_RECORD (dossier), LEV_TYPE_DECISION, NULL);
  decisions = json_object_get_array_member (document, "decisions");
  add_of_actions (decisions, dossier, LEV_TYPE_DECISION);

  return lev_json_print (document);
}

char *
lev_status_updates_to_json (LevDossier *dossier)
{
  JsonObject *document;
  JsonArray *updates;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  document = document_new (dossier, LEV_UPDATES_FORMAT);
  updates = json_array_new ();
  add_of_actions (updates, dossier, LEV_TYPE_STATUS_UPDATE);
  json_object_set_array_member (document, "status_updates", updates);

  return lev_json_print (document);
}
