#include "lev-reason-actions.h"

#include "lev-dialog.h"
#include "lev-process.h"
#include "lev-put-off.h"
#include "lev-reason-dialog.h"
#include "lev-records.h"

#include <glib/gi18n.h>

#define PUT_OFF_DAYS (7) /* that are proposed */

static LevPerson *
get_user (void)
{
  return lev_application_get_user (lev_application_get_default ());
}

/* Ends the edit; with an error the dialog stays, so that something else can be filled in. */
static void
finish (LevReasonDialog *dialog,
        const char      *message,
        const GError    *error)
{
  LevApplication *application = lev_application_get_default ();

  if (error != NULL)
    {
      lev_application_refuse (application, error);
      return;
    }

  adw_dialog_close (ADW_DIALOG (dialog));
  if (lev_application_commit (application))
    lev_application_toast (application, message, _("_Undo"), "app.undo");
}

/* --- A reminder ----------------------------------------------------------------------------- */

static void
put_off_answered_cb (LevReasonDialog *dialog,
                     GVariant        *key)
{
  LevApplication *application = lev_application_get_default ();
  LevTaskKey task = { 0 };
  guint kind;
  g_autoptr (GError) error = NULL;

  g_variant_get (key, "(&suuu)", &task.subject, &kind, &task.step, &task.due);
  task.kind = (LevTaskKind) kind;
  lev_application_begin (application, _("Put a reminder off"));
  lev_task_put_off (lev_application_get_records (application), &task,
                    lev_reason_dialog_get_date (dialog), lev_reason_dialog_get_reason (dialog),
                    get_user (), &error);
  finish (dialog, _("The reminder is put off"), error);
}

static void
put_off_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LevDate until = lev_date_to_working_day (lev_clock_today () + PUT_OFF_DAYS);
  AdwDialog *dialog = lev_reason_dialog_new (_("Put off"),
                                             _("Until then the reminder waits under ‘Coming up’, "
                                               "with the reason. The date itself stays."),
                                             _("Until"), until);

  g_signal_connect_data (dialog, "answered", G_CALLBACK (put_off_answered_cb),
                         g_variant_ref (parameter), (GClosureNotify) (GCallback) g_variant_unref,
                         G_CONNECT_DEFAULT);
  lev_dialog_present (dialog, user_data);
}

/* --- A due date ----------------------------------------------------------------------------- */

static void
due_answered_cb (LevReasonDialog *dialog,
                 LevAction       *action)
{
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), _("Change the due date"));
  lev_process_change_due (action, lev_reason_dialog_get_date (dialog),
                          lev_reason_dialog_get_reason (dialog), get_user (), &error);
  finish (dialog, _("Due date changed"), error);
}

static void
change_due_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);
  AdwDialog *dialog;

  if (!LEV_IS_ACTION (record))
    return;

  dialog = lev_reason_dialog_new (_("Due date"),
                                  _("The date that was agreed stays in sight, with the reason."),
                                  _("Due date"), LEV_ACTION (record)->due);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (due_answered_cb), record,
                           G_CONNECT_DEFAULT);
  lev_dialog_present (dialog, user_data);
}

/* --- A closed round ------------------------------------------------------------------------- */

static void
reopen_answered_cb (LevReasonDialog *dialog,
                    LevReview       *review)
{
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), _("Reopen the round"));
  lev_process_reopen (review, lev_reason_dialog_get_reason (dialog), get_user (), &error);
  finish (dialog, _("The round is open again"), error);
}

static void
reopen_review_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);
  AdwDialog *dialog;

  if (!LEV_IS_REVIEW (record))
    return;

  dialog = lev_reason_dialog_new (_("Reopen"),
                                  _("The round can be changed again until it is closed. The reason "
                                    "stays on record."),
                                  NULL, 0);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (reopen_answered_cb), record,
                           G_CONNECT_DEFAULT);
  lev_dialog_present (dialog, user_data);
}

void
lev_reason_actions_add (LevWindow *window)
{
  static const GActionEntry actions[] = {
    { "put-off", put_off_action, "(suuu)" },
    { "change-due", change_due_action, "s" },
    { "reopen-review", reopen_review_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}
