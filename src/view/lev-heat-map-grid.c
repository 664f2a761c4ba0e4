#include "lev-heat-map-grid.h"

#include "lev-heat-map-drawing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_CELLS    (LEV_HEAT_N_SCORES * LEV_HEAT_N_SCORES)
#define SMALLEST   (190)  /* pixels */
#define NATURAL    (256)  /* pixels */
#define TEXT_SIZE  (0.82) /* of the text around it */
#define MOST_LINES (12)   /* of a tooltip */

/* The cells in reading order: likelihood 5 on top, impact 1 at the left. */
struct _LevHeatMapGrid
{
  GtkWidget parent;

  GtkWidget *cells[N_CELLS];
  guint      current; /* the cell that the focus comes to */

  const LevHeatMapData *data; /* borrowed; NULL before anything is shown */
  LevHeatState          from;
  LevHeatState          to;
  gpointer              selected;
};

G_DEFINE_FINAL_TYPE (LevHeatMapGrid, lev_heat_map_grid, GTK_TYPE_WIDGET)

static guint filtered_signal;

static LevHeatPlace
get_place (guint position)
{
  return (LevHeatPlace) {
    .likelihood = LEV_HEAT_N_SCORES - (int) position / LEV_HEAT_N_SCORES,
    .impact = (int) position % LEV_HEAT_N_SCORES + 1,
  };
}

/* There is one stop for Tab: the cell where the focus was last. */
static void
set_current (LevHeatMapGrid *self,
             guint           position)
{
  for (guint i = 0; i < N_CELLS; i++)
    gtk_widget_set_focusable (self->cells[i], i == position);
  self->current = position;
}

static void
toggled_cb (LevHeatMapGrid  *self,
            GtkToggleButton *pressed)
{
  if (gtk_toggle_button_get_active (pressed))
    for (guint i = 0; i < N_CELLS; i++)
      {
        GtkToggleButton *cell = GTK_TOGGLE_BUTTON (self->cells[i]);

        if (cell == pressed)
          {
            set_current (self, i);
            gtk_widget_grab_focus (self->cells[i]);
          }
        else if (gtk_toggle_button_get_active (cell))
          {
            g_signal_handlers_block_by_func (cell, toggled_cb, self);
            gtk_toggle_button_set_active (cell, FALSE);
            g_signal_handlers_unblock_by_func (cell, toggled_cb, self);
          }
      }

  g_signal_emit (self, filtered_signal, 0);
}

static void
move_focus (LevHeatMapGrid *self,
            int             row,
            int             column)
{
  row = CLAMP (row, 0, LEV_HEAT_N_SCORES - 1);
  column = CLAMP (column, 0, LEV_HEAT_N_SCORES - 1);
  set_current (self, (guint) (row * LEV_HEAT_N_SCORES + column));
  gtk_widget_grab_focus (self->cells[self->current]);
}

static gboolean
key_pressed_cb (LevHeatMapGrid *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  int row = (int) self->current / LEV_HEAT_N_SCORES;
  int column = (int) self->current % LEV_HEAT_N_SCORES;
  LevHeatPlace place;

  if (state & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_focus (self, row - 1, column);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_focus (self, row + 1, column);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_focus (self, row, column - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_focus (self, row, column + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      move_focus (self, row, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      move_focus (self, row, LEV_HEAT_N_SCORES - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!lev_heat_map_grid_get_filter (self, &place))
        return GDK_EVENT_PROPAGATE;
      lev_heat_map_grid_clear_filter (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= 96 / 72.0;

  return TEXT_SIZE * size;
}

static LevColor
to_color (const GdkRGBA *color,
          double         alpha)
{
  return (LevColor) { color->red, color->green, color->blue, alpha };
}

/* The classes in the tints that their chips have too, on whatever the theme is. */
static void
init_style (LevHeatStyle *style,
            GtkWidget    *widget)
{
  static const guint32 tints[] = { 0x9a9996, 0x2ec27e, 0xe5a50a, 0xff7800, 0xe01b24 };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoContext *context = gtk_widget_get_pango_context (widget);
  gboolean is_dark = adw_style_manager_get_dark (manager);
  gboolean has_contrast = adw_style_manager_get_high_contrast (manager);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  double font_size = get_font_size (widget);
  GdkRGBA ink;

  gtk_widget_get_color (widget, &ink);
  *style = (LevHeatStyle) {
    .family = pango_font_description_get_family (pango_context_get_font_description (context)),
    .font_size = font_size,
    .ink = to_color (&ink, 1),
    .mark = lev_color_from_hex (is_dark ? 0xdeddda : 0x3d3846),
    .faint = to_color (&ink, has_contrast ? 1 : 0.65),
    .paper = lev_color_from_hex (is_dark ? 0x2e2e32 : 0xffffff),
    .selected = to_color (accent, 1),
    .selected_text = lev_color_from_hex (0xffffff),
    .border = has_contrast ? 1.5 : 0,
    .has_circles = TRUE,
    .diameter = 1.85 * font_size,
    .smallest = 1.2 * font_size,
  };
  for (LevLevel level = LEV_LEVEL_UNKNOWN; level <= LEV_LEVEL_CRITICAL; level++)
    {
      style->fill[level] = lev_color_from_hex (tints[level]);
      style->fill[level].alpha = is_dark ? 0.42 : 0.32;
      style->text[level] = to_color (&ink, has_contrast ? 1 : 0.8);
    }
}

static void
append_parts (LevHeatMapGrid *self,
              GtkSnapshot    *snapshot,
              LevHeatParts    parts)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  LevHeatStyle style;
  const LevHeatPicture picture = { self->data, &style, self->from, self->to, self->selected };
  LevHeatGeometry geometry;
  cairo_t *cr;

  init_style (&style, GTK_WIDGET (self));
  lev_heat_geometry_init (&geometry, width, height, style.font_size);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  lev_heat_map_draw (&picture, &geometry, parts, cr);
  cairo_destroy (cr);
}

/* Between the cells and the marks lie the buttons, which draw only that they are pressed, pointed
 * at or focused. */
static void
lev_heat_map_grid_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LevHeatMapGrid *self = LEV_HEAT_MAP_GRID (widget);

  if (self->data == NULL)
    return;

  append_parts (self, snapshot, LEV_HEAT_CELLS);
  for (guint i = 0; i < N_CELLS; i++)
    gtk_widget_snapshot_child (widget, self->cells[i], snapshot);
  append_parts (self, snapshot, LEV_HEAT_MARKS);
}

static GtkSizeRequestMode
lev_heat_map_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lev_heat_map_grid_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SMALLEST;
      *natural = NATURAL;
    }
  else
    *minimum = *natural = for_size >= 0 ? MAX (for_size, SMALLEST) : NATURAL;
}

static void
lev_heat_map_grid_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  LevHeatMapGrid *self = LEV_HEAT_MAP_GRID (widget);
  LevHeatGeometry geometry;

  lev_heat_geometry_init (&geometry, width, height, get_font_size (widget));
  for (guint i = 0; i < N_CELLS; i++)
    {
      LevHeatRect cell = lev_heat_geometry_get_cell (&geometry, get_place (i));
      const GtkAllocation place = {
        .x = (int) (cell.x + 0.5),
        .y = (int) (cell.y + 0.5),
        .width = MAX (1, (int) (cell.width + 0.5)),
        .height = MAX (1, (int) (cell.height + 0.5)),
      };

      gtk_widget_size_allocate (self->cells[i], &place, -1);
    }
}

static void
lev_heat_map_grid_dispose (GObject *object)
{
  LevHeatMapGrid *self = LEV_HEAT_MAP_GRID (object);

  for (guint i = 0; i < N_CELLS; i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);
  self->data = NULL;

  G_OBJECT_CLASS (lev_heat_map_grid_parent_class)->dispose (object);
}

static void
lev_heat_map_grid_class_init (LevHeatMapGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_heat_map_grid_dispose;
  widget_class->snapshot = lev_heat_map_grid_snapshot;
  widget_class->get_request_mode = lev_heat_map_grid_get_request_mode;
  widget_class->measure = lev_heat_map_grid_measure;
  widget_class->size_allocate = lev_heat_map_grid_size_allocate;

  /* Another cell is pressed, or none. */
  filtered_signal = g_signal_new ("filtered", LEV_TYPE_HEAT_MAP_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "heat-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
lev_heat_map_grid_init (LevHeatMapGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (guint i = 0; i < N_CELLS; i++)
    {
      self->cells[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->cells[i], "heat-cell");
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
      g_signal_connect_swapped (self->cells[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->cells[i]),
                                      GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                      (int) i / LEV_HEAT_N_SCORES + 1,
                                      GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                      (int) i % LEV_HEAT_N_SCORES + 1, -1);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  LEV_HEAT_N_SCORES, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  LEV_HEAT_N_SCORES, -1);
  set_current (self, 0);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/* The titles of what stands in a cell, a line each, as far as there is room for them. */
static char *
dup_titles (const LevHeatMapData *data,
            LevHeatState          from,
            LevHeatState          to,
            LevHeatPlace          place)
{
  GString *text = g_string_new (NULL);
  guint n_lines = 0;

  for (guint i = 0; i < data->marks->len; i++)
    {
      LevHeatMark *mark = g_ptr_array_index (data->marks, i);

      if ((lev_heat_mark_is_at (mark, from, place) || lev_heat_mark_is_at (mark, to, place)) &&
          ++n_lines <= MOST_LINES)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", mark->label,
                                mark->title != NULL ? mark->title : "");
    }
  if (n_lines > MOST_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("%u more"), n_lines - MOST_LINES);
    }

  return g_string_free (text, FALSE);
}

void
lev_heat_map_grid_show (LevHeatMapGrid       *self,
                        const LevHeatMapData *data,
                        LevHeatState          from,
                        LevHeatState          to)
{
  g_return_if_fail (LEV_IS_HEAT_MAP_GRID (self));

  self->data = data;
  self->from = from;
  self->to = to;
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *name = lev_heat_map_data_describe (data, from, to, get_place (i));
      g_autofree char *titles = dup_titles (data, from, to, get_place (i));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_tooltip_text (self->cells[i], *titles != '\0' ? titles : NULL);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lev_heat_map_grid_set_selected (LevHeatMapGrid *self,
                                gpointer        record)
{
  g_return_if_fail (LEV_IS_HEAT_MAP_GRID (self));

  self->selected = record;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
lev_heat_map_grid_get_filter (LevHeatMapGrid *self,
                              LevHeatPlace   *place)
{
  g_return_val_if_fail (LEV_IS_HEAT_MAP_GRID (self), FALSE);

  for (guint i = 0; i < N_CELLS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cells[i])))
      {
        *place = get_place (i);
        return TRUE;
      }

  return FALSE;
}

void
lev_heat_map_grid_clear_filter (LevHeatMapGrid *self)
{
  g_return_if_fail (LEV_IS_HEAT_MAP_GRID (self));

  for (guint i = 0; i < N_CELLS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[i]), FALSE);
}
