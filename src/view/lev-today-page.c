#include "lev-today-page.h"

#include "lev-dialog.h"
#include "lev-due-text.h"
#include "lev-greeting.h"
#include "lev-record-list.h"
#include "lev-round-card.h"
#include "lev-task-groups.h"
#include "lev-who-dialog.h"
#include "lev-work.h"

struct _LevTodayPage
{
  LevContentPage parent;

  gboolean narrow;

  AdwBanner     *user_banner;
  GtkLabel      *date_label;
  GtkLabel      *summary_label;
  GtkBox        *cards;
  LevTaskGroups *groups;
  GtkWidget     *empty_page;
  GtkWidget     *new_button;
};

G_DEFINE_FINAL_TYPE (LevTodayPage, lev_today_page, LEV_TYPE_CONTENT_PAGE)

/* The rounds that run, the newest first. */
static GPtrArray *
list_running (LevRegister *records)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  GPtrArray *running = g_ptr_array_new ();

  for (guint i = lev_record_list_get_n (reviews); i > 0; i--)
    {
      LevReview *review = lev_record_list_peek (reviews, i - 1);

      if (review->closed == 0)
        g_ptr_array_add (running, review);
    }

  return running;
}

static gboolean
has_same_cards (LevTodayPage *self,
                GPtrArray    *reviews)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; i < reviews->len; i++)
    {
      if (card == NULL ||
          lev_round_card_get_review (LEV_ROUND_CARD (card)) != g_ptr_array_index (reviews, i))
        return FALSE;
      card = gtk_widget_get_next_sibling (card);
    }

  return card == NULL;
}

static void
update_cards (LevTodayPage *self,
              GPtrArray    *reviews)
{
  GtkWidget *card;

  if (has_same_cards (self, reviews))
    {
      for (card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
           card = gtk_widget_get_next_sibling (card))
        lev_round_card_update (LEV_ROUND_CARD (card));
      return;
    }

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  for (guint i = 0; i < reviews->len; i++)
    {
      card = lev_round_card_new (g_ptr_array_index (reviews, i));
      lev_round_card_set_narrow (LEV_ROUND_CARD (card), self->narrow);
      gtk_box_append (self->cards, card);
    }
}

static guint
get_hour (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (lev_clock_now ());

  return (guint) g_date_time_get_hour (now);
}

static void
update_head (LevTodayPage *self,
             LevPerson    *user,
             GArray       *tasks)
{
  g_autofree char *date = lev_date_format_weekday (lev_clock_today ());
  g_autofree char *title = lev_text_raise_first (date);
  g_autofree char *greeting = lev_greeting_describe (user, get_hour (), lev_work_count_own (tasks),
                                                     lev_work_count (tasks, LEV_URGENCY_LATE));

  gtk_label_set_label (self->date_label, title);
  gtk_label_set_label (self->summary_label, greeting);
}

static void
lev_today_page_refresh (LevContentPage *page)
{
  LevTodayPage *self = LEV_TODAY_PAGE (page);
  LevRegister *records = lev_content_page_get_records (page);
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  LevDate today = lev_clock_today ();
  g_autoptr (GArray) tasks = lev_work_list (records, user, today);
  g_autoptr (GPtrArray) running = list_running (records);
  gboolean has_people = lev_record_list_get_n (lev_register_list (records, LEV_TYPE_PERSON)) > 0;

  adw_banner_set_revealed (self->user_banner, user == NULL && has_people);
  update_head (self, user, tasks);
  update_cards (self, running);
  lev_task_groups_show (self->groups, tasks, today);
  gtk_widget_set_visible (GTK_WIDGET (self->groups), tasks->len > 0);
  gtk_widget_set_visible (self->empty_page, tasks->len == 0);
  gtk_widget_set_visible (self->new_button, running->len == 0);
}

static void
choose_user_cb (LevTodayPage *self)
{
  lev_dialog_present (lev_who_dialog_new (), GTK_WIDGET (self));
}

static void
set_narrow (LevTodayPage *self,
            gboolean      narrow)
{
  self->narrow = narrow;
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    lev_round_card_set_narrow (LEV_ROUND_CARD (card), narrow);
}

static void
narrow_applied_cb (LevTodayPage *self)
{
  set_narrow (self, TRUE);
}

static void
narrow_unapplied_cb (LevTodayPage *self)
{
  set_narrow (self, FALSE);
}

static void
lev_today_page_class_init (LevTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_today_page_refresh;

  g_type_ensure (LEV_TYPE_TASK_GROUPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, user_banner);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, cards);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, groups);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, new_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_user_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_unapplied_cb);
}

static void
lev_today_page_init (LevTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
