#include "lev-command.h"
#include "lev-guard.h"
#include "lev-state.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static char *
dup_code (LevAction *action)
{
  return g_strdup_printf ("A%02d", action->number);
}

static void
print_steps (LevReview *review,
             guint      current)
{
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      const char *name = _(lev_step_get (number)->name);
      LevProgress progress = lev_review_get_progress (review, number);
      int padding = MAX (0, 28 - (int) g_utf8_strlen (name, -1));

      g_print ("%s%3u %s%*s", number == current ? ">" : " ", number, name, padding, "");
      if (progress.done == progress.total && progress.total > 0)
        g_print (_("%u of %u, done\n"), progress.done, progress.total);
      else
        g_print (_("%u of %u\n"), progress.done, progress.total);
    }
}

static void
print_dossiers (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

      g_print (_("%s: step %u\n"), title, lev_dossier_get_step (dossier));
      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        {
          LevAction *action = lev_record_list_peek (actions, j);
          g_autofree char *code = dup_code (action);

          g_print (_("  %s %s: step %u\n"), code, action->title, lev_action_get_step (action));
        }
    }
}

static void
print_missing (LevReview *review,
               guint      number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (review, number);
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  g_autofree char *text = lev_missing_describe (G_LIST_MODEL (missing));

  if (n_missing > 0)
    g_print (ngettext ("Step %u, %u still to do:\n%s\n", "Step %u, %u still to do:\n%s\n",
                       n_missing),
             number, n_missing, text);
}

static void
print_text (LevReview *review,
            gboolean   all_missing)
{
  guint current = lev_review_get_step (review);

  g_print ("%s%s%s\n", review->title, review->subtitle != NULL ? ", " : "",
           review->subtitle != NULL ? review->subtitle : "");
  if (current <= LEV_N_STEPS)
    g_print (_("Now at step %u of %u: %s\n\n"), current, LEV_N_STEPS,
             _(lev_step_get (current)->title));
  else
    g_print ("%s\n\n", _("The round is closed."));

  print_steps (review, current);
  g_print ("\n");
  print_dossiers (review);

  if (current <= LEV_N_STEPS)
    g_print ("\n");
  for (guint number = current; number <= LEV_N_STEPS; number++)
    if (number == current || all_missing)
      print_missing (review, number);
}

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
      g_autofree char *title = lev_record_dup_title (lev_missing_get_subject (item));

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
      g_autofree char *code = dup_code (action);

      json_builder_begin_object (builder);
      add_string (builder, "code", code);
      add_string (builder, "record", LEV_RECORD (action)->id);
      add_string (builder, "title", action->title);
      add_number (builder, "step", lev_action_get_step (action));
      add_number (builder, "returns", lev_action_get_n_returns (action));
      json_builder_set_member_name (builder, "agreed");
      json_builder_add_boolean_value (builder, lev_action_is_agreed (action));
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
      add_actions (builder, dossier);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (LevReview *review)
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

gboolean
lev_command_status (LevCommandLine *line,
                    GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  LevReview *review;

  if (store == NULL)
    return FALSE;

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  if (review == NULL)
    return FALSE;

  if (line->json)
    print_json (review);
  else
    print_text (review, line->missing);

  return TRUE;
}
