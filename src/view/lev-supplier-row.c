#include "lev-supplier-row.h"

#include "lev-band-bar.h"

#define BAR_WIDTH (70)
#define PADDING   (8)

/* It is shown anew for another supplier at every key of a search, so that it does nothing twice:
 * its texts are inscriptions, whose size does not depend on what they say, it lays them out itself,
 * and there is nothing between it and them. */
struct _LevSupplierRow
{
  GtkWidget parent;

  LevSupplierColumns    *columns;
  GtkWidget             *cells[LEV_N_SUPPLIER_COLUMNS];
  GtkWidget             *subtitle; /* below the name */
  GtkWidget             *bar;      /* before the criticality */
  const LevSupplierSpan *spans;    /* borrowed from the list */
  LevSupplier           *supplier;
};

G_DEFINE_FINAL_TYPE (LevSupplierRow, lev_supplier_row, GTK_TYPE_WIDGET)

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
lev_supplier_row_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  LevSupplierRow *self = LEV_SUPPLIER_ROW (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = measure_height (self->cells[LEV_SUPPLIER_COLUMN_NAME]);
      if (lev_supplier_columns_has_subtitle (self->columns))
        *minimum += measure_height (self->subtitle);
    }
  *natural = *minimum;
}

static void
place (GtkWidget *widget,
       int        x,
       int        y,
       int        width,
       int        height)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, MAX (width, least), height }, -1);
}

/* In the middle of the row; never higher than a line, or its text would wrap. */
static void
place_in_middle (GtkWidget *widget,
                 int        x,
                 int        width,
                 int        row_height)
{
  int height = measure_height (widget);

  place (widget, x, (row_height - height) / 2, width, height);
}

/* In the middle of the row, one below the other. */
static void
place_name (LevSupplierRow *self,
            int             x,
            int             width,
            int             height)
{
  GtkWidget *title = self->cells[LEV_SUPPLIER_COLUMN_NAME];
  const char *subtitle = gtk_inscription_get_text (GTK_INSCRIPTION (self->subtitle));
  int title_height = measure_height (title);
  int subtitle_height = measure_height (self->subtitle);
  gboolean is_shown = subtitle != NULL && *subtitle != '\0';
  int y = (height - title_height - (is_shown ? subtitle_height : 0)) / 2;

  gtk_widget_set_child_visible (self->subtitle, is_shown);
  place (title, x, y, width, title_height);
  if (is_shown)
    place (self->subtitle, x, y + title_height, width, subtitle_height);
}

static void
place_criticality (LevSupplierRow *self,
                   int             x,
                   int             width,
                   int             height,
                   gboolean        is_mirrored)
{
  GtkWidget *text = self->cells[LEV_SUPPLIER_COLUMN_CRITICALITY];
  int start = PADDING + BAR_WIDTH + PADDING;
  int text_width;

  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &text_width, NULL, NULL);
  text_width = MIN (text_width, width - start - PADDING);
  place_in_middle (self->bar, is_mirrored ? x + width - PADDING - BAR_WIDTH : x + PADDING,
                   BAR_WIDTH, height);
  place_in_middle (text, is_mirrored ? x + width - start - text_width : x + start, text_width,
                   height);
}

static void
lev_supplier_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LevSupplierRow *self = LEV_SUPPLIER_ROW (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->spans == NULL)
    return;

  for (guint i = 0; i < LEV_N_SUPPLIER_COLUMNS; i++)
    {
      const LevSupplierSpan *span = &self->spans[i];

      gtk_widget_set_child_visible (self->cells[i], span->width > 0);
      if (i == LEV_SUPPLIER_COLUMN_CRITICALITY)
        gtk_widget_set_child_visible (self->bar, span->width > 0);
      if (span->width == 0)
        continue;

      if (i == LEV_SUPPLIER_COLUMN_NAME)
        place_name (self, span->x, span->width, height);
      else if (i == LEV_SUPPLIER_COLUMN_CRITICALITY)
        place_criticality (self, span->x, span->width, height, is_mirrored);
      else
        place_in_middle (self->cells[i], span->x, span->width, height);
    }
}

static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LevSupplier *supplier = LEV_SUPPLIER_ROW (widget)->supplier;

  if (supplier != NULL)
    gtk_widget_activate_action (widget, "win.supplier", "s", LEV_RECORD (supplier)->id);
}

static void
pressed_cb (LevSupplierRow *self)
{
  gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE, FALSE);
}

static void
released_cb (LevSupplierRow  *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "row.activate", NULL);
}

static void
cancelled_cb (LevSupplierRow *self)
{
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
}

static void
lev_supplier_row_dispose (GObject *object)
{
  LevSupplierRow *self = LEV_SUPPLIER_ROW (object);

  for (guint i = 0; i < LEV_N_SUPPLIER_COLUMNS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->supplier);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (lev_supplier_row_parent_class)->dispose (object);
}

static void
lev_supplier_row_class_init (LevSupplierRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = lev_supplier_row_dispose;
  widget_class->measure = lev_supplier_row_measure;
  widget_class->size_allocate = lev_supplier_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, activate_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "row.activate", NULL);
}

static GtkWidget *
create_cell (LevSupplierRow *self,
             const char     *css_class)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GRID_CELL, "xalign", 0.0, "min-chars", 0,
                                  "nat-chars", 0, "wrap-mode", PANGO_WRAP_CHAR, "text-overflow",
                                  GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (cell, css_class);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));

  return cell;
}

static void
add_gesture (LevSupplierRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_object (gesture, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (gesture, "cancel", G_CALLBACK (cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

static void
lev_supplier_row_init (LevSupplierRow *self)
{
  GtkWidget *criticality;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  for (guint i = 0; i < LEV_N_SUPPLIER_COLUMNS; i++)
    {
      if (i == LEV_SUPPLIER_COLUMN_CRITICALITY)
        {
          self->bar = g_object_new (LEV_TYPE_BAND_BAR, NULL);
          gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
        }
      self->cells[i] = create_cell (self, i == LEV_SUPPLIER_COLUMN_NAME ? "name" : "cell");
      if (i == LEV_SUPPLIER_COLUMN_NAME)
        self->subtitle = create_cell (self, "name");
    }
  gtk_widget_add_css_class (self->subtitle, "caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");

  criticality = self->cells[LEV_SUPPLIER_COLUMN_CRITICALITY];
  gtk_widget_set_css_classes (criticality, (const char *[]) { "numeric", NULL });
  gtk_inscription_set_xalign (GTK_INSCRIPTION (criticality), 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (criticality), 8);
  add_gesture (self);
}

GtkWidget *
lev_supplier_row_new (LevSupplierColumns *columns)
{
  LevSupplierRow *self = g_object_new (LEV_TYPE_SUPPLIER_ROW, NULL);

  self->columns = g_object_ref (columns);

  return GTK_WIDGET (self);
}

LevSupplier *
lev_supplier_row_get_supplier (LevSupplierRow *self)
{
  g_return_val_if_fail (LEV_IS_SUPPLIER_ROW (self), NULL);

  return self->supplier;
}

static void
set_text (GtkWidget  *cell,
          const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "");
}

void
lev_supplier_row_update (LevSupplierRow *self)
{
  g_autofree char *subtitle = NULL;
  LevCriticality band;

  g_return_if_fail (LEV_IS_SUPPLIER_ROW (self));

  if (self->supplier == NULL)
    return;

  for (guint i = 0; i < LEV_N_SUPPLIER_COLUMNS; i++)
    {
      g_autofree char *text = lev_supplier_columns_dup_text (self->columns, i, self->supplier);

      set_text (self->cells[i], text);
    }
  subtitle = lev_supplier_columns_dup_subtitle (self->columns, self->supplier);
  if (gtk_widget_get_child_visible (self->subtitle) != (*subtitle != '\0'))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  set_text (self->subtitle, subtitle);
  band = lev_supplier_columns_get_facts (self->columns, self->supplier)->criticality;
  lev_band_bar_set_band (LEV_BAND_BAR (self->bar), band.lowest, band.highest);
}

void
lev_supplier_row_set_supplier (LevSupplierRow *self,
                               LevSupplier    *supplier)
{
  g_return_if_fail (LEV_IS_SUPPLIER_ROW (self));

  if (g_set_object (&self->supplier, supplier))
    lev_supplier_row_update (self);
}

void
lev_supplier_row_set_spans (LevSupplierRow        *self,
                            const LevSupplierSpan *spans)
{
  g_return_if_fail (LEV_IS_SUPPLIER_ROW (self));

  self->spans = spans;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
