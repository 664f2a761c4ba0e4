#include "lev-rail-page.h"

#include "lev-application.h"
#include "lev-rail-row.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevRailPage
{
  AdwNavigationPage parent;

  LevReview      *review;
  AdwWindowTitle *window_title;
  GtkListBox     *list;
  GtkListBoxRow  *overview_row;
};

G_DEFINE_FINAL_TYPE (LevRailPage, lev_rail_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkListBoxRow *
get_row (LevRailPage *self,
         guint        number)
{
  return gtk_list_box_get_row_at_index (self->list, (int) number);
}

/* "loopt", "gereed" or nothing, for a phase heading. */
static const char *
describe_phase (LevPhase phase,
                guint    current)
{
  guint first = LEV_N_STEPS + 1, last = 0;

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    if (lev_step_get (number)->phase == phase)
      {
        first = MIN (first, number);
        last = number;
      }

  if (current > last)
    return _("done");

  return current >= first ? _("running") : "";
}

static GtkWidget *
create_heading (LevRailPage *self,
                LevPhase     phase)
{
  guint current = lev_review_get_step (self->review);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (lev_phase_get_title (phase));
  GtkWidget *state = gtk_label_new (describe_phase (phase, current));

  gtk_widget_add_css_class (box, "phase-heading");
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dimmed");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), state);

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
  guint current;

  if (self->review == NULL)
    return;

  current = lev_review_get_step (self->review);
  adw_window_title_set_title (self->window_title, self->review->title);
  adw_window_title_set_subtitle (self->window_title,
                                 self->review->subtitle != NULL ? self->review->subtitle : "");
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    lev_rail_row_update (LEV_RAIL_ROW (get_row (self, number)), self->review, current);
  gtk_list_box_invalidate_headers (self->list);
}

static void
row_activated_cb (LevRailPage   *self,
                  GtkListBoxRow *row)
{
  if (LEV_IS_RAIL_ROW (row))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "u",
                                lev_rail_row_get_number (LEV_RAIL_ROW (row)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.overview", NULL);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/rail-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevRailPage, overview_row);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
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

  gtk_list_box_select_row (self->list, get_row (self, number));
}
