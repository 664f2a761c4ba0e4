#include "lev-heat-map.h"

#include "lev-heat-map-grid.h"

#include <glib/gi18n.h>

struct _LevHeatMap
{
  AdwBin parent;

  AdwToggleGroup *moves;
  LevHeatMapGrid *grid;
  GtkWidget      *filter_bar;
  GtkLabel       *filter_label;
  GtkLabel       *from_label;
  GtkLabel       *to_label;
  AdwWrapBox     *classes;
  GtkLabel       *rule_label;
  GtkLabel       *outside_label;

  LevHeatMapData *data; /* NULL before anything is shown */
};

G_DEFINE_FINAL_TYPE (LevHeatMap, lev_heat_map, ADW_TYPE_BIN)

enum
{
  SIGNAL_FILTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
get_states (LevHeatMap   *self,
            LevHeatState *from,
            LevHeatState *to)
{
  gboolean is_before = g_strcmp0 (adw_toggle_group_get_active_name (self->moves), "before") == 0;

  *from = is_before ? LEV_HEAT_PREVIOUS : LEV_HEAT_NOW;
  *to = is_before ? LEV_HEAT_NOW : LEV_HEAT_RESIDUAL;
}

/* How many marks the map cannot show. */
static void
update_outside (LevHeatMap  *self,
                LevHeatState state)
{
  guint n_outside = lev_heat_map_data_count_outside (self->data, state);
  g_autofree char *text = NULL;

  if (self->data->kind == LEV_HEAT_RISKS)
    text = g_strdup_printf (ngettext ("%u risk is not on the map: a score is not known.",
                                      "%u risks are not on the map: a score is not known.",
                                      n_outside),
                            n_outside);
  else
    text = g_strdup_printf (ngettext ("%u supplier is not on the map: it has no scored risk.",
                                      "%u suppliers are not on the map: they have no scored risk.",
                                      n_outside),
                            n_outside);
  gtk_label_set_label (self->outside_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outside_label), n_outside > 0);
}

/* "Alleen kans 4, impact 4, kritiek: 2 van 6" */
static void
update_filter (LevHeatMap *self)
{
  const LevHeatMapData *data = self->data;
  LevHeatPlace place;
  gboolean is_filtered = lev_heat_map_grid_get_filter (self->grid, &place);
  g_autofree char *cell = NULL;
  g_autofree char *text = NULL;
  guint n_shown = 0;

  gtk_widget_set_visible (self->filter_bar, is_filtered);
  if (!is_filtered)
    return;

  for (guint i = 0; i < data->marks->len; i++)
    n_shown += lev_heat_map_shows (self, ((LevHeatMark *) data->marks->pdata[i])->record);
  cell = g_strdup_printf (_("likelihood %d, impact %d, %s"), place.likelihood, place.impact,
                          data->titles[data->levels[place.likelihood][place.impact]]);
  /* Translators: a filter: a cell of the heat map, and how many of how many are in it */
  text = g_strdup_printf (_("Only %s: %u of %u"), cell, n_shown, data->marks->len);
  gtk_label_set_label (self->filter_label, text);
}

static void
update (LevHeatMap *self)
{
  LevHeatState from, to;
  gboolean is_before;

  if (self->data == NULL)
    return;

  get_states (self, &from, &to);
  is_before = from == LEV_HEAT_PREVIOUS;
  gtk_label_set_label (self->from_label, is_before ? _("previous round") : _("now"));
  gtk_label_set_label (self->to_label, is_before ? _("now") : _("expected"));
  lev_heat_map_grid_show (self->grid, self->data, from, to);
  update_outside (self, LEV_HEAT_NOW);
  update_filter (self);
}

static void
move_chosen_cb (LevHeatMap *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_FILTERED], 0);
}

static void
filtered_cb (LevHeatMap *self)
{
  if (self->data == NULL)
    return;

  update_filter (self);
  g_signal_emit (self, signals[SIGNAL_FILTERED], 0);
}

/* "5–9 middel": the products of a class, up to the next one. */
static char *
describe_class (const LevHeatMapData *data,
                LevLevel              level)
{
  int from = data->from[level];
  int until = level < LEV_LEVEL_CRITICAL ? data->from[level + 1] - 1
                                         : LEV_HEAT_N_SCORES * LEV_HEAT_N_SCORES;

  return g_strdup_printf ("%d–%d %s", from, until, data->titles[level]);
}

static void
update_legend (LevHeatMap *self)
{
  static const char *const css_classes[] = {
    [LEV_LEVEL_LOW] = "level-low",
    [LEV_LEVEL_MEDIUM] = "level-medium",
    [LEV_LEVEL_HIGH] = "level-high",
    [LEV_LEVEL_CRITICAL] = "level-critical",
  };
  g_autofree char *rule = NULL;
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->classes))) != NULL)
    adw_wrap_box_remove (self->classes, chip);
  for (LevLevel level = LEV_LEVEL_LOW; level <= LEV_LEVEL_CRITICAL; level++)
    {
      g_autofree char *text = describe_class (self->data, level);

      chip = gtk_label_new (text);
      gtk_widget_add_css_class (chip, "chip");
      gtk_widget_add_css_class (chip, css_classes[level]);
      adw_wrap_box_append (self->classes, chip);
    }

  rule = g_strdup_printf (_("Impact %d is never lower than %s."), self->data->floor,
                          self->data->titles[LEV_LEVEL_HIGH]);
  gtk_label_set_label (self->rule_label, rule);
  gtk_widget_set_visible (GTK_WIDGET (self->rule_label), self->data->floor > 0);
}

static void
lev_heat_map_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_HEAT_MAP);
  g_clear_pointer (&LEV_HEAT_MAP (object)->data, lev_heat_map_data_free);

  G_OBJECT_CLASS (lev_heat_map_parent_class)->dispose (object);
}

static void
lev_heat_map_class_init (LevHeatMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_heat_map_dispose;

  /* Another cell is pressed, or other marks stand in it. */
  signals[SIGNAL_FILTERED] = g_signal_new ("filtered", LEV_TYPE_HEAT_MAP, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEV_TYPE_HEAT_MAP_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/heat-map.ui");
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, moves);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, grid);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, filter_label);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, from_label);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, to_label);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, classes);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, rule_label);
  gtk_widget_class_bind_template_child (widget_class, LevHeatMap, outside_label);
  gtk_widget_class_bind_template_callback (widget_class, move_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, lev_heat_map_clear_filter);
}

static void
lev_heat_map_init (LevHeatMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_heat_map_take_data (LevHeatMap     *self,
                        LevHeatMapData *data)
{
  AdwToggle *before;
  LevHeatMapData *old;

  g_return_if_fail (LEV_IS_HEAT_MAP (self));

  old = self->data;
  self->data = data;
  before = adw_toggle_group_get_toggle_by_name (self->moves, "before");
  if (!data->has_previous)
    adw_toggle_group_set_active_name (self->moves, "after");
  adw_toggle_set_enabled (before, data->has_previous);
  adw_toggle_set_tooltip (before, data->has_previous ? "" : _("There is no previous round"));
  update_legend (self);
  update (self);
  g_clear_pointer (&old, lev_heat_map_data_free);
}

void
lev_heat_map_set_selected (LevHeatMap *self,
                           gpointer    record)
{
  g_return_if_fail (LEV_IS_HEAT_MAP (self));

  lev_heat_map_grid_set_selected (self->grid, record);
}

gboolean
lev_heat_map_shows (LevHeatMap *self,
                    gpointer    record)
{
  LevHeatState from, to;
  LevHeatPlace place;

  g_return_val_if_fail (LEV_IS_HEAT_MAP (self), TRUE);

  if (self->data == NULL || !lev_heat_map_grid_get_filter (self->grid, &place))
    return TRUE;

  get_states (self, &from, &to);
  for (guint i = 0; i < self->data->marks->len; i++)
    {
      LevHeatMark *mark = g_ptr_array_index (self->data->marks, i);

      if (mark->record == record)
        return lev_heat_mark_is_at (mark, from, place) || lev_heat_mark_is_at (mark, to, place);
    }

  return FALSE;
}

void
lev_heat_map_clear_filter (LevHeatMap *self)
{
  g_return_if_fail (LEV_IS_HEAT_MAP (self));

  lev_heat_map_grid_clear_filter (self->grid);
}
