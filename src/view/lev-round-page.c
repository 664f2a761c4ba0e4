#include "lev-round-page.h"

#include "lev-anchor.h"
#include "lev-date-button.h"
#include "lev-editing.h"
#include "lev-field-text.h"
#include "lev-handbook-content.h"
#include "lev-person-row.h"
#include "lev-record-row.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* The rows hold what the records hold; what the user changes in one is written at once, a text
 * when typing pauses. A closed round shows its fields as text. */
struct _LevRoundPage
{
  LevStepPage parent;

  GtkWidget           *editor;
  AdwEntryRow         *title_row;
  AdwEntryRow         *subtitle_row;
  LevPersonRow        *coordinator_row;
  LevDateButton       *from_button;
  LevDateButton       *until_button;
  LevRecordRow        *calendar_row;
  LevRecordRow        *previous_row;
  AdwPreferencesGroup *facts_group;
  AdwPreferencesGroup *questions_group;
  GPtrArray           *fact_rows;
  gboolean             filled;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (LevRoundPage, lev_round_page, LEV_TYPE_STEP_PAGE)

static LevReview *
get_review (LevRoundPage *self)
{
  return lev_step_page_get_review (LEV_STEP_PAGE (self));
}

static gboolean
can_write (LevRoundPage *self)
{
  return !self->updating && self->filled && lev_step_page_is_open (LEV_STEP_PAGE (self));
}

static void
write_reference (LevRoundPage *self,
                 const char   *property,
                 gpointer      present,
                 gpointer      chosen)
{
  LevApplication *application = lev_application_get_default ();

  if (!can_write (self) || present == chosen)
    return;

  lev_application_begin (application, _("Change the round"));
  g_object_set (get_review (self), property, chosen, NULL);
  lev_application_commit (application);
}

static void
write_date (LevRoundPage *self,
            const char   *property,
            LevDate       present,
            LevDate       chosen)
{
  LevApplication *application = lev_application_get_default ();

  if (!can_write (self) || present == chosen)
    return;

  lev_application_begin (application, _("Change the round"));
  g_object_set (get_review (self), property, chosen, NULL);
  lev_application_commit (application);
}

static void
coordinator_changed_cb (LevRoundPage *self)
{
  write_reference (self, "coordinator", get_review (self)->coordinator,
                   lev_person_row_get_person (self->coordinator_row));
}

static void
calendar_changed_cb (LevRoundPage *self)
{
  write_reference (self, "calendar-entry", get_review (self)->calendar_entry,
                   lev_record_row_get_record (self->calendar_row));
}

static void
previous_changed_cb (LevRoundPage *self)
{
  write_reference (self, "previous", get_review (self)->previous,
                   lev_record_row_get_record (self->previous_row));
}

static void
from_changed_cb (LevRoundPage *self)
{
  write_date (self, "period-from", get_review (self)->period_from,
              lev_date_button_get_date (self->from_button));
}

static void
until_changed_cb (LevRoundPage *self)
{
  write_date (self, "period-until", get_review (self)->period_until,
              lev_date_button_get_date (self->until_button));
}

static void
write_text (LevRoundPage *self,
            const char   *property,
            const char   *text)
{
  LevApplication *application = lev_application_get_default ();

  if (!can_write (self))
    return;

  lev_application_begin (application, _("Change the round"));
  g_object_set (get_review (self), property, *text != '\0' ? text : NULL, NULL);
  lev_application_commit (application);
}

/* A round keeps its title rather than have none. */
static void
title_written_cb (GtkWidget  *field,
                  const char *text,
                  gpointer    user_data)
{
  if (lev_text_is_blank (text))
    {
      gtk_widget_add_css_class (field, "error");
      return;
    }

  gtk_widget_remove_css_class (field, "error");
  write_text (user_data, "title", text);
}

static void
subtitle_written_cb (GtkWidget  *field,
                     const char *text,
                     gpointer    user_data)
{
  write_text (user_data, "subtitle", text);
}

static gboolean
is_earlier (gpointer item,
            gpointer user_data)
{
  return LEV_RECORD (item)->serial < LEV_RECORD (user_data)->serial;
}

static void
append_question (LevRoundPage          *self,
                 LevHandbookContent    *content,
                 const LevHandbookItem *question)
{
  const LevHandbookItem *theme = lev_handbook_content_find (content, LEV_HANDBOOK_THEME,
                                                            question->theme);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = gtk_label_new (question->code);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "step-badge");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), theme != NULL ? theme->title : NULL);
  adw_preferences_group_add (self->questions_group, row);
}

/* What does not change while the page is there: the choices and the questions. */
static void
fill (LevRoundPage *self)
{
  LevReview *review = get_review (self);
  LevRegister *records = LEV_RECORD (review)->records;
  LevHandbookContent *content = lev_handbook_get_content (review->handbook);
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  g_autoptr (GtkFilterListModel) earlier = NULL;

  earlier = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (reviews)),
                                       GTK_FILTER (
                                         gtk_custom_filter_new (is_earlier, review, NULL)));
  lev_record_row_set_records (self->previous_row, G_LIST_MODEL (earlier));
  lev_record_row_set_records (self->calendar_row,
                              G_LIST_MODEL (lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY)));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION); i++)
    append_question (self, content, lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i));
  self->filled = TRUE;
}

/* What the round followed on is part of its profiles as soon as these are there. */
static void
update_previous (LevRoundPage *self)
{
  LevReview *review = get_review (self);

  lev_record_row_set_record (self->previous_row, (LevRecord *) review->previous);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_row), lev_review_get_step (review) <= 2);
}

static void
update_editor (LevRoundPage *self)
{
  LevReview *review = get_review (self);

  self->updating = TRUE;
  lev_editing_set_text (GTK_WIDGET (self->title_row), review->title);
  lev_editing_set_text (GTK_WIDGET (self->subtitle_row), review->subtitle);
  lev_person_row_set_person (self->coordinator_row, review->coordinator);
  lev_date_button_set_date (self->from_button, review->period_from);
  lev_date_button_set_date (self->until_button, review->period_until);
  lev_record_row_set_record (self->calendar_row, (LevRecord *) review->calendar_entry);
  update_previous (self);
  self->updating = FALSE;
}

static void
append_fact (LevRoundPage *self,
             const char   *name)
{
  LevRecord *record = LEV_RECORD (get_review (self));
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  guint field = lev_record_class_find_field (klass, name);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = NULL;
  LevValue value;

  lev_record_get_value (record, field, &value);
  text = lev_field_format (&klass->fields[field], &value);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(klass->fields[field].label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               lev_text_is_blank (text) ? _("not filled in") : text);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->facts_group, row);
  g_ptr_array_add (self->fact_rows, row);
}

static void
update_facts (LevRoundPage *self)
{
  static const char *const names[] = {
    "title", "subtitle", "period-from", "period-until", "coordinator", "calendar-entry", "previous",
  };

  for (guint i = 0; i < self->fact_rows->len; i++)
    adw_preferences_group_remove (self->facts_group, g_ptr_array_index (self->fact_rows, i));
  g_ptr_array_set_size (self->fact_rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_fact (self, names[i]);
}

static void
set_anchors (LevRoundPage *self)
{
  LevRecord *review = LEV_RECORD (get_review (self));

  lev_anchor_set (GTK_WIDGET (self->coordinator_row), review, "coordinator");
  lev_anchor_set (GTK_WIDGET (self->from_button), review, "period-from");
  lev_anchor_set (GTK_WIDGET (self->until_button), review, "period-until");
}

static void
lev_round_page_update (LevStepPage *page)
{
  LevRoundPage *self = LEV_ROUND_PAGE (page);
  gboolean is_open = lev_step_page_is_open (page);

  if (!self->filled)
    fill (self);
  set_anchors (self);
  gtk_widget_set_visible (self->editor, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), !is_open);
  if (is_open)
    update_editor (self);
  else
    update_facts (self);
}

static void
lev_round_page_dispose (GObject *object)
{
  LevRoundPage *self = LEV_ROUND_PAGE (object);

  g_clear_pointer (&self->fact_rows, g_ptr_array_unref);
  self->filled = FALSE;

  G_OBJECT_CLASS (lev_round_page_parent_class)->dispose (object);
}

static void
lev_round_page_class_init (LevRoundPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_round_page_dispose;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_round_page_update;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  g_type_ensure (LEV_TYPE_PERSON_ROW);
  g_type_ensure (LEV_TYPE_RECORD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/round-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, editor);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, coordinator_row);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, from_button);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, until_button);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, calendar_row);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, previous_row);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, facts_group);
  gtk_widget_class_bind_template_child (widget_class, LevRoundPage, questions_group);
  gtk_widget_class_bind_template_callback (widget_class, coordinator_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_changed_cb);
}

static void
lev_round_page_init (LevRoundPage *self)
{
  self->fact_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  lev_editing_watch (GTK_WIDGET (self->title_row), title_written_cb, self);
  lev_editing_watch (GTK_WIDGET (self->subtitle_row), subtitle_written_cb, self);
}
