#include "lev-start-page.h"

#include "lev-application.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevStartPage
{
  AdwNavigationPage parent;

  GtkListBox *places;
  GtkLabel   *supplier_count;
  GtkLabel   *action_count;
  GtkWidget  *reviews_heading;
  GtkListBox *reviews;
};

G_DEFINE_FINAL_TYPE (LevStartPage, lev_start_page, ADW_TYPE_NAVIGATION_PAGE)

/* "gesloten", or the phase in which the round is. */
static const char *
describe_review (LevReview *review)
{
  guint step = lev_review_get_step (review);

  return step > LEV_N_STEPS ? _("closed") : lev_phase_get_title (lev_step_get (step)->phase);
}

static void
append_review (LevStartPage *self,
               LevReview    *review)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (review->title);
  GtkWidget *state = gtk_label_new (describe_review (review));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", LEV_RECORD (review)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.review");
  gtk_list_box_append (self->reviews, row);
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
show_count (GtkLabel *label,
            guint     count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_label (label, text);
}

static void
refresh (LevStartPage *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  LevRecordList *reviews;

  gtk_list_box_remove_all (self->reviews);
  gtk_widget_set_visible (GTK_WIDGET (self->places), records != NULL);
  gtk_widget_set_visible (self->reviews_heading, records != NULL);
  if (records == NULL)
    return;

  show_count (self->supplier_count,
              lev_record_list_get_n (lev_register_list (records, LEV_TYPE_SUPPLIER)));
  show_count (self->action_count, count_agreed (records));

  reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  for (guint i = lev_record_list_get_n (reviews); i > 0; i--)
    append_review (self, lev_record_list_peek (reviews, i - 1));
}

static void
lev_start_page_class_init (LevStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, places);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, supplier_count);
  gtk_widget_class_bind_template_child (widget_class, LevStartPage, action_count);
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
