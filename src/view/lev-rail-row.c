#include "lev-rail-row.h"

#include "lev-progress-text.h"

#include <glib/gi18n.h>

/* From this step on the actions are known, and what is to come can be counted. */
#define FIRST_FOLLOW_UP (7)

struct _LevRailRow
{
  GtkListBoxRow parent;

  guint      number;
  GtkWidget *wire_above;
  GtkWidget *wire_below;
  GtkStack  *badge;
  GtkLabel  *number_label;
  GtkLabel  *title;
  GtkLabel  *counter;
};

G_DEFINE_FINAL_TYPE (LevRailRow, lev_rail_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *css_class;
  const char *label;
} states[] = {
  [LEV_STANDING_OPEN] = { "open", N_("not begun") },
  [LEV_STANDING_BUSY] = { "busy", N_("under way") },
  [LEV_STANDING_CURRENT] = { "current", N_("now") },
  [LEV_STANDING_DONE] = { "done", N_("done") },
};

static gboolean
is_joined (guint number,
           guint neighbour)
{
  return neighbour >= 1 && neighbour <= LEV_N_STEPS &&
         lev_step_get (number)->phase == lev_step_get (neighbour)->phase;
}

/* A wire is green between two steps that are done. */
static void
update_wire (GtkWidget         *wire,
             const LevStanding *standing,
             guint              number,
             guint              neighbour)
{
  gboolean is_done = is_joined (number, neighbour) &&
                     lev_standing_get_step_state (standing, number) == LEV_STANDING_DONE &&
                     lev_standing_get_step_state (standing, neighbour) == LEV_STANDING_DONE;

  if (is_done)
    gtk_widget_add_css_class (wire, "done");
  else
    gtk_widget_remove_css_class (wire, "done");
}

/* "7/7" also for the selection, which is of the round but counts its suppliers. */
static char *
dup_counter (LevRailRow        *self,
             const LevStanding *standing)
{
  LevProgress progress = standing->steps[self->number];

  if (self->number == 2)
    return progress.total > 0 ? g_strdup_printf ("%u/%u", progress.done, progress.total)
                              : g_strdup ("");
  if (lev_standing_get_step_state (standing, self->number) == LEV_STANDING_OPEN &&
      standing->step < FIRST_FOLLOW_UP)
    return g_strdup ("");

  return lev_progress_format (lev_step_get (self->number), progress);
}

/* "Status updates, fase Opvolgen, stap 8 van 14, 10 van 14 acties, bezig" */
static void
describe (LevRailRow        *self,
          const LevStanding *standing)
{
  const LevStep *step = lev_step_get (self->number);
  LevStandingState state = lev_standing_get_step_state (standing, self->number);
  g_autofree char *words = lev_progress_describe (step, standing->steps[self->number]);
  g_autofree char *label = NULL;

  if (step->guards[LEV_SCOPE_REVIEW] != NULL)
    label = g_strdup_printf (_("%s, phase %s, step %u of %u, %s"), _(step->name),
                             lev_phase_get_title (step->phase), self->number, LEV_N_STEPS,
                             _(states[state].label));
  else
    label = g_strdup_printf (_("%s, phase %s, step %u of %u, %s, %s"), _(step->name),
                             lev_phase_get_title (step->phase), self->number, LEV_N_STEPS, words,
                             _(states[state].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
lev_rail_row_class_init (LevRailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/rail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, wire_above);
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, wire_below);
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, badge);
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, counter);
}

static void
lev_rail_row_init (LevRailRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_rail_row_new (guint number)
{
  LevRailRow *self = g_object_new (LEV_TYPE_RAIL_ROW, NULL);
  g_autofree char *label = g_strdup_printf ("%u", number);

  self->number = number;
  gtk_label_set_label (self->title, _(lev_step_get (number)->name));
  gtk_label_set_label (self->number_label, label);
  gtk_widget_set_opacity (self->wire_above, is_joined (number, number - 1) ? 1 : 0);
  gtk_widget_set_opacity (self->wire_below, is_joined (number, number + 1) ? 1 : 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.step");

  return GTK_WIDGET (self);
}

guint
lev_rail_row_get_number (LevRailRow *self)
{
  g_return_val_if_fail (LEV_IS_RAIL_ROW (self), 0);

  return self->number;
}

void
lev_rail_row_update (LevRailRow        *self,
                     const LevStanding *standing)
{
  LevStandingState state;
  g_autofree char *counter = NULL;

  g_return_if_fail (LEV_IS_RAIL_ROW (self));

  state = lev_standing_get_step_state (standing, self->number);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), states[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), states[state].css_class);

  counter = dup_counter (self, standing);
  gtk_stack_set_visible_child_name (self->badge, state == LEV_STANDING_DONE ? "done" : "number");
  gtk_label_set_label (self->counter, counter);
  update_wire (self->wire_above, standing, self->number, self->number - 1);
  update_wire (self->wire_below, standing, self->number, self->number + 1);
  describe (self, standing);
}
