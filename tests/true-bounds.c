/* Loaded into the program by the stories of the window: says over AT-SPI where a widget really is.
 *
 * GTK adds up the bounds of all parents, but takes each relative to the inside of the padding and
 * the border of the next, so that every padding shifts what is in it. Here the bounds of a widget
 * are those on the surface of its window, less those of its parent; the sum is then the place where
 * a mouse finds it. A popover has a surface of its own, whose place is added. What is not shown,
 * like the other pages of a stack, has no size. */

#include <gtk/gtk.h>

/* The top left of the surface of @native on that of the window it belongs to. */
static graphene_point_t
get_surface_place (GtkNative *native)
{
  GdkSurface *surface = gtk_native_get_surface (native);
  graphene_point_t place = GRAPHENE_POINT_INIT_ZERO;

  while (GDK_IS_POPUP (surface))
    {
      place.x += (float) gdk_popup_get_position_x (GDK_POPUP (surface));
      place.y += (float) gdk_popup_get_position_y (GDK_POPUP (surface));
      surface = gdk_popup_get_parent (GDK_POPUP (surface));
    }

  return place;
}

/* The border box of @widget on the surface of its window. */
static gboolean
get_place (GtkWidget       *widget,
           graphene_rect_t *box)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t place;
  double x, y;

  if (native == NULL || gtk_native_get_surface (native) == NULL ||
      !gtk_widget_compute_bounds (widget, GTK_WIDGET (native), box))
    return FALSE;

  gtk_native_get_surface_transform (native, &x, &y);
  place = get_surface_place (native);
  graphene_rect_offset (box, (float) x + place.x, (float) y + place.y);

  return TRUE;
}

static gboolean
get_true_bounds (GtkAccessible *accessible,
                 int           *x,
                 int           *y,
                 int           *width,
                 int           *height)
{
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (accessible);
  graphene_rect_t box, outer = GRAPHENE_RECT_INIT_ZERO;

  *x = *y = *width = *height = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (accessible)))
    return TRUE;
  if (!get_place (GTK_WIDGET (accessible), &box))
    return FALSE;
  while (parent != NULL && !(GTK_IS_WIDGET (parent) && get_place (GTK_WIDGET (parent), &outer)))
    {
      GtkAccessible *next = gtk_accessible_get_accessible_parent (parent);

      g_set_object (&parent, next);
      g_clear_object (&next);
    }

  *x = (int) box.origin.x - (int) outer.origin.x;
  *y = (int) box.origin.y - (int) outer.origin.y;
  *width = (int) box.size.width;
  *height = (int) box.size.height;

  return TRUE;
}

/* Before any class of widgets exists, so that all take this over. */
__attribute__ ((constructor)) static void
load (void)
{
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *iface = g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE);

  iface->get_bounds = get_true_bounds;
}
