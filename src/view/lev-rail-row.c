#include "lev-rail-row.h"

#include "lev-progress-text.h"

#include <glib/gi18n.h>

struct _LevRailRow
{
  GtkListBoxRow parent;

  guint     number;
  GtkLabel *badge;
  GtkLabel *title;
  GtkLabel *counter;
};

G_DEFINE_FINAL_TYPE (LevRailRow, lev_rail_row, GTK_TYPE_LIST_BOX_ROW)

/* How far a step is, as its badge shows it. */
typedef enum
{
  STEP_OPEN,
  STEP_BUSY,
  STEP_CURRENT,
  STEP_DONE,
} StepState;

static const struct
{
  const char *css_class;
  const char *label;
} states[] = {
  [STEP_OPEN] = { "open", N_("not begun") },
  [STEP_BUSY] = { "busy", N_("under way") },
  [STEP_CURRENT] = { "current", N_("now") },
  [STEP_DONE] = { "done", N_("done") },
};

static StepState
get_state (guint       number,
           guint       current,
           LevProgress progress)
{
  if (number == current)
    return STEP_CURRENT;
  if (number < current || (progress.total > 0 && progress.done == progress.total))
    return STEP_DONE;

  return progress.done > 0 ? STEP_BUSY : STEP_OPEN;
}

/* "fase Opvolgen, stap 8 van 14, Status updates, 10 van 14 acties, bezig" */
static void
describe (LevRailRow *self,
          LevProgress progress,
          StepState   state)
{
  const LevStep *step = lev_step_get (self->number);
  g_autofree char *words = lev_progress_describe (step, progress);
  g_autofree char *description = NULL;

  description = g_strdup_printf (_("%s, phase %s, step %u of %u, %s, %s"), _(step->name),
                                 lev_phase_get_title (step->phase), self->number, LEV_N_STEPS,
                                 words, _(states[state].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
lev_rail_row_class_init (LevRailRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/rail-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRailRow, badge);
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

  self->number = number;
  gtk_label_set_label (self->title, _(lev_step_get (number)->name));

  return GTK_WIDGET (self);
}

guint
lev_rail_row_get_number (LevRailRow *self)
{
  g_return_val_if_fail (LEV_IS_RAIL_ROW (self), 0);

  return self->number;
}

void
lev_rail_row_update (LevRailRow *self,
                     LevReview  *review,
                     guint       current)
{
  LevProgress progress = lev_review_get_progress (review, self->number);
  g_autofree char *counter = lev_progress_format (lev_step_get (self->number), progress);
  StepState state = get_state (self->number, current, progress);
  g_autofree char *number = g_strdup_printf ("%u", self->number);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), states[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), states[state].css_class);

  gtk_label_set_label (self->badge, state == STEP_DONE ? "✓" : number);
  gtk_label_set_label (self->counter, state == STEP_OPEN ? "" : counter);
  describe (self, progress, state);
}
