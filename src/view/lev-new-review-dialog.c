#include "lev-new-review-dialog.h"

#include "lev-application.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-row.h"

#include <glib/gi18n.h>

struct _LevNewReviewDialog
{
  AdwDialog parent;

  AdwEntryRow  *title_row;
  LevRecordRow *calendar_row;
  LevPersonRow *coordinator_row;
  GtkWidget    *start_button;
};

G_DEFINE_FINAL_TYPE (LevNewReviewDialog, lev_new_review_dialog, ADW_TYPE_DIALOG)

static const char *
get_title (LevNewReviewDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->title_row));
}

static void
title_changed_cb (LevNewReviewDialog *self)
{
  gtk_widget_set_sensitive (self->start_button, !lev_text_is_blank (get_title (self)));
}

/* A calendar entry says who coordinates. */
static void
calendar_changed_cb (LevNewReviewDialog *self)
{
  LevRecord *entry = lev_record_row_get_record (self->calendar_row);

  if (entry != NULL && LEV_CALENDAR_ENTRY (entry)->coordinator != NULL)
    lev_person_row_set_person (self->coordinator_row, LEV_CALENDAR_ENTRY (entry)->coordinator);
}

static void
start_clicked_cb (LevNewReviewDialog *self)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *entry = lev_record_row_get_record (self->calendar_row);
  g_autofree char *title = g_strstrip (g_strdup (get_title (self)));
  g_autoptr (GError) error = NULL;
  LevReview *review;

  if (*title == '\0')
    return;

  lev_application_begin (application, _("Start a round"));
  review = lev_process_start (lev_application_get_records (application), title,
                              entry != NULL ? LEV_CALENDAR_ENTRY (entry) : NULL, &error);
  if (review == NULL)
    {
      lev_application_refuse (application, error);
      return;
    }

  g_object_set (review, "coordinator", lev_person_row_get_person (self->coordinator_row), NULL);
  if (!lev_application_commit (application))
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.review", "s", LEV_RECORD (review)->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "u", 1);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lev_new_review_dialog_class_init (LevNewReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEV_TYPE_PERSON_ROW);
  g_type_ensure (LEV_TYPE_RECORD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/new-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevNewReviewDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, LevNewReviewDialog, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, LevNewReviewDialog, coordinator_row);
  gtk_widget_class_bind_template_child (widget_class, LevNewReviewDialog, start_button);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
lev_new_review_dialog_init (LevNewReviewDialog *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  LevRecordList *entries = lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY);

  gtk_widget_init_template (GTK_WIDGET (self));

  lev_record_row_set_records (self->calendar_row, G_LIST_MODEL (entries));
  gtk_widget_set_visible (GTK_WIDGET (self->calendar_row), lev_record_list_get_n (entries) > 0);
  if (lev_record_list_get_n (entries) > 0)
    lev_record_row_set_record (self->calendar_row, lev_record_list_peek (entries, 0));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->start_button);
}

AdwDialog *
lev_new_review_dialog_new (LevCalendarEntry *entry)
{
  LevNewReviewDialog *self = g_object_new (LEV_TYPE_NEW_REVIEW_DIALOG, NULL);

  if (entry != NULL)
    lev_record_row_set_record (self->calendar_row, LEV_RECORD (entry));

  return ADW_DIALOG (self);
}
