#include "lev-band-bar.h"

#define STRIPE (4) /* pixels from one stripe of the hatching to the next, along the bar */

struct _LevBandBar
{
  GtkWidget parent;

  int lowest;
  int highest;
};

G_DEFINE_FINAL_TYPE (LevBandBar, lev_band_bar, GTK_TYPE_WIDGET)

/* A gradient: strokes would be the dearest part of drawing a row of a list. */
static void
append_hatching (GtkSnapshot   *snapshot,
                 float          from,
                 float          until,
                 float          height,
                 const GdkRGBA *color)
{
  GdkRGBA none = { color->red, color->green, color->blue, 0 };
  const GskColorStop stops[] = {
    { 0, *color }, { 0.4f, *color }, { 0.6f, none }, { 0.8f, none }, { 1, *color },
  };

  gtk_snapshot_append_repeating_linear_gradient (
    snapshot, &GRAPHENE_RECT_INIT (from, 0, until - from, height), &GRAPHENE_POINT_INIT (from, 0),
    &GRAPHENE_POINT_INIT (from + STRIPE / 2.0f, STRIPE / 2.0f), stops, G_N_ELEMENTS (stops));
}

static void
lev_band_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  LevBandBar *self = LEV_BAND_BAR (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float certain = width * self->lowest / 100;
  float possible = width * self->highest / 100;
  GskRoundedRect outline;
  GdkRGBA color;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }

  gtk_widget_get_color (widget, &color);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, certain, height));
  if (possible > certain)
    append_hatching (snapshot, certain, possible, height, &color);
  gtk_snapshot_pop (snapshot);
}

static void
lev_band_bar_class_init (LevBandBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = lev_band_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "band-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lev_band_bar_init (LevBandBar *self)
{
}

void
lev_band_bar_set_band (LevBandBar *self,
                       int         lowest,
                       int         highest)
{
  g_return_if_fail (LEV_IS_BAND_BAR (self));

  if (self->lowest == lowest && self->highest == highest)
    return;

  self->lowest = lowest;
  self->highest = highest;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
