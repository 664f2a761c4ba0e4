#include "lev-rail-page.h"

#include "lev-application.h"
#include "lev-place-row.h"
#include "lev-rail-row.h"
#include "lev-work.h"

#include <glib/gi18n.h>

struct _LevRailPage
{
  AdwNavigationPage parent;

  LevReview      *review;
  LevStanding     standing;
  AdwWindowTitle *window_title;
  GtkListBox     *list;
  GtkListBoxRow  *overview_row;
  LevPlaceRow    *work_row;
};

G_DEFINE_FINAL_TYPE (LevRailPage, lev_rail_page, ADW_TYPE_NAVIGATION_PAGE)

/* The overview and the user's work come before the steps. */
static GtkListBoxRow *
get_row (LevRailPage *self,
         guint        number)
{
  return gtk_list_box_get_row_at_index (self->list, (int) number + 1);
}

/* "loopt", "gereed" or nothing, for a phase heading. */
static const char *
describe_phase (LevStandingState state)
{
  if (state == LEV_STANDING_OPEN)
    return "";

  return state == LEV_STANDING_DONE ? _("done") : C_("phase", "running");
}

static GtkWidget *
create_heading (LevRailPage *self,
                LevPhase     phase)
{
  LevStandingState state = lev_standing_get_phase_state (&self->standing, phase);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (lev_phase_get_title (phase));
  GtkWidget *label = gtk_label_new (describe_phase (state));

  gtk_widget_add_css_class (box, "phase-heading");
  if (state == LEV_STANDING_CURRENT || state == LEV_STANDING_BUSY)
    gtk_widget_add_css_class (box, "running");
  else if (state == LEV_STANDING_OPEN)
    gtk_widget_add_css_class (box, "open");
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "phase-state");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* A heading above the first step of each phase. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  LevPhase phase;

  gtk_list_box_row_set_header (row, NULL);
  if (!LEV_IS_RAIL_ROW (row))
    return;

  phase = lev_step_get (lev_rail_row_get_number (LEV_RAIL_ROW (row)))->phase;
  if (LEV_IS_RAIL_ROW (before) &&
      lev_step_get (lev_rail_row_get_number (LEV_RAIL_ROW (before)))->phase == phase)
    return;

  gtk_list_box_row_set_header (row, create_heading (user_data, phase));
}

static void
refresh (LevRailPage *self)
{
  LevApplication *application = lev_application_get_default ();
  LevRegister *records = lev_application_get_records (application);
  g_autoptr (GArray) tasks = NULL;

  /* On its way out the rail can outlive the database of its round. */
  if (self->review == NULL || LEV_RECORD (self->review)->deleted || records == NULL ||
      LEV_RECORD (self->review)->records != records)
    return;

  lev_review_get_standing (self->review, &self->standing);
  tasks = lev_review_list_work (self->review, lev_application_get_user (application),
                                lev_clock_today ());
  adw_window_title_set_title (self->window_title, self->review->title);
  adw_window_title_set_subtitle (self->window_title,
                                 self->review->subtitle != NULL ? self->review->subtitle : "");
  lev_place_row_set_badge (self->work_row, lev_work_count_own (tasks));
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    lev_rail_row_update (LEV_RAIL_ROW (get_row (self, number)), &self->standing);
  gtk_list_box_invalidate_headers (self->list);
}

static void
lev_rail_page_dispose (GObject *object)
{
  LevRailPage *self = LEV_RAIL_PAGE (object);

  /* The list asks for headings once more while its rows go. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (lev_rail_page_parent_class)->dispose (object);
}

static void
lev_rail_page_class_init (LevRailPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_rail_page_dispose;
  g_type_ensure (LEV_TYPE_PLACE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/rail-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, overview_row);
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, work_row);
}

static void
lev_rail_page_init (LevRailPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    gtk_list_box_append (self->list, lev_rail_row_new (number));
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

LevRailPage *
lev_rail_page_new (LevReview *review)
{
  LevRailPage *self = g_object_new (LEV_TYPE_RAIL_PAGE, NULL);

  self->review = g_object_ref (review);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  refresh (self);

  return self;
}

LevReview *
lev_rail_page_get_review (LevRailPage *self)
{
  g_return_val_if_fail (LEV_IS_RAIL_PAGE (self), NULL);

  return self->review;
}

void
lev_rail_page_select (LevRailPage *self,
                      guint        number)
{
  g_return_if_fail (LEV_IS_RAIL_PAGE (self));

  gtk_list_box_select_row (self->list, number > 0 ? get_row (self, number) : self->overview_row);
}

void
lev_rail_page_select_work (LevRailPage *self)
{
  g_return_if_fail (LEV_IS_RAIL_PAGE (self));

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->work_row));
}
