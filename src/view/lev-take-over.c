#include "lev-take-over.h"

#include "lev-application.h"
#include "lev-decision-sheet.h"
#include "lev-dialog.h"
#include "lev-form.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"
#include "lev-meeting-plan.h"
#include "lev-state.h"
#include "lev-take-over-dialog.h"

#include <glib/gi18n.h>

/* A file on its way to the dialog. */
typedef struct
{
  GtkWindow          *window;
  LevRecord          *subject; /* a review or a dossier */
  char               *path;
  LevWorkbookContent *content;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->window);
  g_object_unref (self->subject);
  g_free (self->path);
  g_clear_pointer (&self->content, lev_workbook_content_free);
  g_free (self);
}

/* What the dialog about decisions works with. */
typedef struct
{
  LevReview          *review;
  LevWorkbookContent *content;
  LevDecisionSheet   *sheet;
  GArray             *shown; /* rows of the sheet that say something */
} Decisions;

static void
decisions_free (gpointer data)
{
  Decisions *self = data;

  g_object_unref (self->review);
  g_clear_pointer (&self->content, lev_workbook_content_free);
  g_clear_pointer (&self->sheet, lev_decision_sheet_free);
  g_array_unref (self->shown);
  g_free (self);
}

/* Looks at the rows with @by as the one who decided. */
static gboolean
read_decisions (Decisions *self,
                LevPerson *by,
                GError   **error)
{
  LevDecisionSheet *sheet = lev_decision_sheet_new (self->content, self->review, by, error);

  if (sheet == NULL)
    return FALSE;

  g_clear_pointer (&self->sheet, lev_decision_sheet_free);
  self->sheet = sheet;
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < lev_decision_sheet_get_n_rows (sheet); i++)
    if (lev_decision_sheet_get_row (sheet, i)->state != LEV_SHEET_OPEN)
      g_array_append_val (self->shown, i);

  return TRUE;
}

static guint
decisions_get_n (gpointer data)
{
  return ((Decisions *) data)->shown->len;
}

static void
decisions_describe (gpointer        data,
                    guint           position,
                    LevTakeOverRow *row)
{
  static const char *const css_classes[LEV_SHEET_N_STATES] = {
    [LEV_SHEET_OPEN] = "", [LEV_SHEET_NEW] = "accent", [LEV_SHEET_SAME] = "",
    [LEV_SHEET_REFUSED] = "late",
  };
  Decisions *self = data;
  const LevSheetRow *item = lev_decision_sheet_get_row (self->sheet,
                                                        g_array_index (self->shown, guint,
                                                                       position));

  row->title = g_strdup (*item->question != '\0' ? item->question : _("Unknown action"));
  if (item->message != NULL)
    row->subtitle = g_strdup_printf (_("Line %u · %s"), item->line, item->message);
  else
    row->subtitle = g_strdup_printf (_("Line %u · %s%s%s"), item->line,
                                     lev_choice_get_label (lev_outcome_choices,
                                                           (int) item->outcome),
                                     *item->reason != '\0' ? " · " : "", item->reason);
  row->state = lev_sheet_state_get_label (item->state);
  row->css_class = css_classes[item->state];
  row->is_takeable = item->state == LEV_SHEET_NEW;
  row->is_taken = row->is_takeable;
}

static void
decisions_set_person (gpointer   data,
                      LevPerson *person)
{
  g_autoptr (GError) error = NULL;

  /* The workbook was accepted before: only the person is another. */
  if (!read_decisions (data, person, &error))
    g_warning ("%s", error->message);
}

static gboolean
decisions_apply (gpointer data,
                 GError **error)
{
  return lev_decision_sheet_apply (((Decisions *) data)->sheet, error);
}

/* Someone of the MT who was at the meeting, or is of the MT at all. */
static LevPerson *
propose_decider (LevReview *review)
{
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (review);
  LevMeeting *meeting = lev_review_get_meeting (review);
  LevPerson *found = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      LevPerson *person = g_ptr_array_index (people, i);
      LevAttendance *attendance = lev_meeting_plan_find_attendance (meeting, person);

      if (!person->management_team)
        continue;
      if (attendance != NULL && attendance->present)
        return person;
      if (found == NULL)
        found = person;
    }

  return found;
}

static void
show_decisions (Reading *reading)
{
  static const LevTakeOverClass klass = {
    .title = N_("Decisions from the MT report"),
    .person_title = N_("Decided on behalf of the MT by"),
    .edit_label = N_("Take over the decisions of the MT"),
    .empty = N_("No decision is filled in"),
    .get_n = decisions_get_n,
    .describe = decisions_describe,
    .set_person = decisions_set_person,
    .apply = decisions_apply,
  };
  LevReview *review = LEV_REVIEW (reading->subject);
  LevPerson *by = propose_decider (review);
  Decisions *self = g_new0 (Decisions, 1);
  g_autoptr (GError) error = NULL;

  self->review = g_object_ref (review);
  self->content = g_steal_pointer (&reading->content);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!read_decisions (self, by, &error))
    {
      lev_job_dialog_show_error (GTK_WIDGET (reading->window), _("The decisions could not be read"),
                                 error, NULL);
      decisions_free (self);
      return;
    }

  lev_dialog_present (lev_take_over_dialog_new (&klass, by, self, decisions_free),
                      GTK_WIDGET (reading->window));
}

static guint
form_get_n (gpointer data)
{
  return lev_form_reading_get_n (data);
}

static void
form_describe (gpointer        data,
               guint           position,
               LevTakeOverRow *row)
{
  static const char *const css_classes[LEV_FORM_N_STATES] = {
    [LEV_FORM_CHANGE] = "accent", [LEV_FORM_CONFLICT] = "soon", [LEV_FORM_REFUSED] = "late",
  };
  const LevFormDifference *item = lev_form_reading_get (data, position);
  const char *old_text = *item->old_text != '\0' ? item->old_text : _("nothing");
  const char *new_text = *item->new_text != '\0' ? item->new_text : _("nothing");

  /* Translators: a criterion, risk or action, and the field of it */
  row->title = g_strdup_printf (_("%s · %s"), item->subject, item->field);
  row->subtitle = item->message != NULL
                    ? g_strdup_printf ("%s · %s", item->place, item->message)
                    : g_strdup_printf ("%s · %s → %s", item->place, old_text, new_text);
  row->state = lev_form_state_get_label (item->state);
  row->css_class = css_classes[item->state];
  row->is_takeable = item->state != LEV_FORM_REFUSED;
  row->is_taken = item->is_taken;
}

static void
form_set_taken (gpointer data,
                guint    position,
                gboolean is_taken)
{
  lev_form_reading_set_taken (data, position, is_taken);
}

static gboolean
form_apply (gpointer data,
            GError **error)
{
  return lev_form_reading_apply (data, error);
}

static void
show_form (Reading *reading)
{
  static const LevTakeOverClass klass = {
    .title = N_("Filled-in form"),
    .edit_label = N_("Take over a form"),
    .empty = N_("The form says nothing new"),
    .get_n = form_get_n,
    .describe = form_describe,
    .set_taken = form_set_taken,
    .apply = form_apply,
  };
  g_autoptr (GError) error = NULL;
  LevFormReading *form = lev_form_read (reading->content, LEV_DOSSIER (reading->subject), &error);

  if (form == NULL)
    {
      lev_job_dialog_show_error (GTK_WIDGET (reading->window), _("The form could not be read"),
                                 error, NULL);
      return;
    }

  lev_dialog_present (lev_take_over_dialog_new (&klass, NULL, form,
                                                (GDestroyNotify) lev_form_reading_free),
                      GTK_WIDGET (reading->window));
}

static gboolean
read_workbook (LevJob       *job,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  Reading *self = data;

  self->content = lev_workbook_content_read (self->path, cancellable, error);

  return self->content != NULL;
}

static void
workbook_read_cb (GtkWidget *parent,
                  gpointer   data)
{
  Reading *self = data;

  if (LEV_IS_REVIEW (self->subject))
    show_decisions (self);
  else
    show_form (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Reading *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);

  if (file != NULL)
    {
      self->path = g_strdup (g_file_peek_path (file));
      lev_job_dialog_run (GTK_WIDGET (self->window),
                          &(LevJobWork) { .title = _("Reading the workbook"),
                                          .failure = _("The workbook could not be read"),
                                          .func = read_workbook,
                                          .done = workbook_read_cb,
                                          .data = self,
                                          .destroy = reading_free });
      return;
    }

  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (GTK_WIDGET (self->window), _("The workbook could not be read"),
                               error, NULL);
  reading_free (self);
}

static void
ask (GtkWindow  *window,
     LevRecord  *subject,
     const char *title)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Reading *self = g_new0 (Reading, 1);

  self->window = g_object_ref (window);
  self->subject = g_object_ref (subject);
  gtk_file_filter_set_name (filter, _("Excel workbooks"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, window, NULL, file_chosen_cb, self);
}

void
lev_take_over_decisions (GtkWindow *window,
                         LevReview *review)
{
  ask (window, LEV_RECORD (review), _("Choose the filled-in MT report"));
}

void
lev_take_over_form (GtkWindow  *window,
                    LevDossier *dossier)
{
  ask (window, LEV_RECORD (dossier), _("Choose the filled-in form"));
}
