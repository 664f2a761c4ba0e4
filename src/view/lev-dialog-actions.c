#include "lev-dialog-actions.h"

#include "lev-dialog.h"
#include "lev-form-export.h"
#include "lev-help-dialog.h"
#include "lev-history-dialog.h"
#include "lev-correction-dialog.h"
#include "lev-mail-dialog.h"
#include "lev-new-review-dialog.h"
#include "lev-outbox.h"
#include "lev-people-dialog.h"
#include "lev-record-dialog.h"
#include "lev-reason-actions.h"
#include "lev-records.h"
#include "lev-report-dialog.h"
#include "lev-review-export.h"
#include "lev-search-dialog.h"
#include "lev-take-over.h"
#include "lev-updates-dialog.h"

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  lev_dialog_present (lev_help_dialog_new (g_variant_get_string (parameter, NULL)), user_data);
}

static void
export_report_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  lev_dialog_present (lev_report_dialog_new (lev_window_get_review (user_data)), user_data);
}

static void
export_minutes_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  lev_review_export_minutes (user_data, lev_window_get_review (user_data));
}

static void
mail_minutes_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  lev_outbox_send_minutes (user_data, lev_window_get_review (user_data));
}

static void
read_decisions_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  lev_take_over_decisions (user_data, lev_window_get_review (user_data));
}

static void
new_review_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  lev_dialog_present (lev_new_review_dialog_new (NULL), user_data);
}

static void
new_review_for_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  LevRecord *entry = lev_application_lookup_record (parameter);

  if (LEV_IS_CALENDAR_ENTRY (entry))
    lev_dialog_present (lev_new_review_dialog_new (LEV_CALENDAR_ENTRY (entry)), user_data);
}

static void
open_year_calendar_action (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  lev_outbox_open_year_calendar (user_data);
}

/* The parameter is that of lev_mail_dialog_new_target(). */
static void
mail_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  const char *review_id;
  const char *nick;
  const char *sender_id;
  LevRecord *review, *sender;
  int kind;

  g_variant_get (parameter, "(&s&s&s)", &review_id, &nick, &sender_id);
  review = lev_register_lookup (records, review_id);
  sender = lev_register_lookup (records, sender_id);
  kind = lev_choice_find (lev_message_kind_choices, nick);
  if (LEV_IS_REVIEW (review) && kind > 0)
    lev_dialog_present (lev_mail_dialog_new (LEV_REVIEW (review), (LevMessageKind) kind,
                                             LEV_IS_PERSON (sender) ? LEV_PERSON (sender) : NULL),
                        user_data);
}

static void
update_several_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  LevReview *review = lev_window_get_review (user_data);

  if (review != NULL)
    lev_dialog_present (lev_updates_dialog_new (review), user_data);
}

static void
correct_update_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  LevRecord *update = lev_application_lookup_record (parameter);

  if (LEV_IS_STATUS_UPDATE (update))
    lev_dialog_present (lev_correction_dialog_new (LEV_STATUS_UPDATE (update)), user_data);
}

static void
edit_record_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);
  AdwDialog *dialog = record != NULL ? lev_record_dialog_new (record) : NULL;

  if (dialog != NULL)
    lev_dialog_present (dialog, user_data);
}

static void
write_form_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LevRecord *dossier = lev_application_lookup_record (parameter);

  if (LEV_IS_DOSSIER (dossier))
    lev_form_export_run (GTK_WINDOW (user_data), LEV_DOSSIER (dossier));
}

static void
read_form_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LevRecord *dossier = lev_application_lookup_record (parameter);

  if (LEV_IS_DOSSIER (dossier))
    lev_take_over_form (GTK_WINDOW (user_data), LEV_DOSSIER (dossier));
}

static void
people_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  if (lev_application_get_records (lev_application_get_default ()) != NULL)
    lev_dialog_present (lev_people_dialog_new (), user_data);
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  if (lev_application_get_records (lev_application_get_default ()) != NULL &&
      !LEV_IS_SEARCH_DIALOG (adw_application_window_get_visible_dialog (user_data)))
    lev_dialog_present (lev_search_dialog_new (), user_data);
}

static void
history_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);

  if (record != NULL)
    lev_dialog_present (lev_history_dialog_new (record), user_data);
}

void
lev_dialog_actions_add (LevWindow *window)
{
  static const GActionEntry actions[] = {
    { "help", help_action, "s" },
    { "search", search_action },
    { "history", history_action, "s" },
    { "people", people_action },
    { "new-review", new_review_action },
    { "new-review-for", new_review_for_action, "s" },
    { "open-year-calendar", open_year_calendar_action },
    { "edit-record", edit_record_action, "s" },
    { "mail", mail_action, "(sss)" },
    { "update-several", update_several_action },
    { "correct-update", correct_update_action, "s" },
    { "export-report", export_report_action },
    { "export-minutes", export_minutes_action },
    { "mail-minutes", mail_minutes_action },
    { "read-decisions", read_decisions_action },
    { "write-form", write_form_action, "s" },
    { "read-form", read_form_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  lev_reason_actions_add (window);
}
