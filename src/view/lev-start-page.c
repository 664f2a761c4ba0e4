#include "lev-start-page.h"

#include "lev-application.h"
#include "lev-place-row.h"
#include "lev-record-list.h"
#include "lev-review-row.h"
#include "lev-state.h"
#include "lev-work.h"

struct _LevStartPage
{
  AdwNavigationPage parent;

  GtkWidget   *search_button;
  GtkListBox  *places;
  LevPlaceRow *today_row;
  LevPlaceRow *suppliers_row;
  LevPlaceRow *actions_row;
  GtkWidget   *reviews_heading;
  GtkListBox  *reviews;
};

G_DEFINE_FINAL_TYPE (LevStartPage, lev_start_page, ADW_TYPE_NAVIGATION_PAGE)

static LevReviewRow *
get_review_row (LevStartPage *self,
                guint         index)
{
  return (LevReviewRow *) gtk_list_box_get_row_at_index (self->reviews, (int) index);
}

/* The newest round first. Rows stay, so that the focus does. */
static void
update_reviews (LevStartPage  *self,
                LevRecordList *reviews)
{
  guint n = lev_record_list_get_n (reviews);
  gboolean same = get_review_row (self, n) == NULL;

  for (guint i = 0; i < n && same; i++)
    {
      LevReviewRow *row = get_review_row (self, i);

      same = row != NULL &&
             lev_review_row_get_review (row) == lev_record_list_peek (reviews, n - 1 - i);
    }

  if (!same)
    gtk_list_box_remove_all (self->reviews);
  for (guint i = 0; i < n; i++)
    if (same)
      lev_review_row_update (get_review_row (self, i));
    else
      gtk_list_box_append (self->reviews,
                           lev_review_row_new (lev_record_list_peek (reviews, n - 1 - i)));
  gtk_widget_set_visible (GTK_WIDGET (self->reviews), n > 0);
}

/* How many actions the MT agreed to in the rounds that run. */
static guint
count_agreed (LevRegister *records)
{
  LevRecordList *actions = lev_register_list (records, LEV_TYPE_ACTION);
  guint count = 0;

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      count += action->dossier->review->closed == 0 && lev_action_is_agreed (action);
    }

  return count;
}

static void
refresh (LevStartPage *self)
{
  LevApplication *application = lev_application_get_default ();
  LevRegister *records = lev_application_get_records (application);
  g_autoptr (GArray) tasks = NULL;
  guint n_suppliers, n_actions;

  gtk_widget_set_visible (self->search_button, records != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->places), records != NULL);
  gtk_widget_set_visible (self->reviews_heading, records != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reviews), records != NULL);
  if (records == NULL)
    return;

  tasks = lev_work_list (records, lev_application_get_user (application), lev_clock_today ());
  n_suppliers = lev_record_list_get_n (lev_register_list (records, LEV_TYPE_SUPPLIER));
  n_actions = count_agreed (records);
  lev_place_row_set_badge (self->today_row, lev_work_count_own (tasks));
  lev_place_row_set_count (self->suppliers_row, n_suppliers, n_suppliers > 0);
  lev_place_row_set_count (self->actions_row, n_actions, n_actions > 0);
  update_reviews (self, lev_register_list (records, LEV_TYPE_REVIEW));
}

static void
lev_start_page_class_init (LevStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEV_TYPE_PLACE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, places);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, today_row);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, suppliers_row);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, actions_row);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, reviews_heading);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, reviews);
}

static void
lev_start_page_init (LevStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

void
lev_start_page_select (LevStartPage *self,
                       const char   *place)
{
  GtkListBoxRow *row;

  g_return_if_fail (LEV_IS_START_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));

      if (g_strcmp0 (g_variant_get_string (target, NULL), place) == 0)
        break;
    }
  gtk_list_box_select_row (self->places, row);
}
