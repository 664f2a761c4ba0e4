#include "lev-phase-bars.h"

#include <glib/gi18n.h>

struct _LevPhaseBars
{
  GtkBox parent;

  gboolean labelled;
  struct
  {
    GtkProgressBar *bar;
    GtkWidget      *words;
    GtkLabel       *name;
    GtkLabel       *count;
    GtkWidget      *check;
  } phases[LEV_N_PHASES];
};

G_DEFINE_FINAL_TYPE (LevPhaseBars, lev_phase_bars, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_LABELLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_check (void)
{
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (check), 14);
  gtk_widget_add_css_class (check, "success");

  return check;
}

/* A bar, with a name at the start and a count or check at the end below it. */
static GtkWidget *
create_phase (LevPhaseBars *self,
              LevPhase      phase)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *name = gtk_label_new (lev_phase_get_title (phase));
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *check = create_check ();
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (words, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_visible (words, FALSE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), count);
  gtk_box_append (GTK_BOX (words), check);
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), words);

  self->phases[phase].bar = GTK_PROGRESS_BAR (bar);
  self->phases[phase].words = words;
  self->phases[phase].name = GTK_LABEL (name);
  self->phases[phase].count = GTK_LABEL (count);
  self->phases[phase].check = check;

  return column;
}

static void
show_phase (LevPhaseBars      *self,
            const LevStanding *standing,
            LevPhase           phase)
{
  LevProgress progress = standing->phases[phase];
  LevStandingState state = lev_standing_get_phase_state (standing, phase);
  gboolean is_done = state == LEV_STANDING_DONE;
  gboolean is_open = state == LEV_STANDING_OPEN;
  g_autofree char *count = progress.total > 0
                             ? g_strdup_printf ("%u/%u", progress.done, progress.total)
                             : g_strdup ("");
  GtkWidget *bar = GTK_WIDGET (self->phases[phase].bar);
  GtkWidget *name = GTK_WIDGET (self->phases[phase].name);

  gtk_progress_bar_set_fraction (self->phases[phase].bar,
                                 is_done              ? 1
                                 : progress.total > 0 ? (double) progress.done / progress.total
                                                      : 0);
  gtk_label_set_label (self->phases[phase].count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->phases[phase].count), !is_done);
  gtk_widget_set_visible (self->phases[phase].check, is_done);
  if (is_done)
    gtk_widget_add_css_class (bar, "done");
  else
    gtk_widget_remove_css_class (bar, "done");
  if (is_done || is_open)
    gtk_widget_remove_css_class (name, "running");
  else
    gtk_widget_add_css_class (name, "running");
}

static void
lev_phase_bars_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LABELLED:
      g_value_set_boolean (value, LEV_PHASE_BARS (object)->labelled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_phase_bars_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LABELLED:
      lev_phase_bars_set_labelled (LEV_PHASE_BARS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_phase_bars_class_init (LevPhaseBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_phase_bars_get_property;
  object_class->set_property = lev_phase_bars_set_property;

  properties[PROP_LABELLED] = g_param_spec_boolean ("labelled", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "phase-bars");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lev_phase_bars_init (LevPhaseBars *self)
{
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  for (LevPhase phase = 0; phase < LEV_N_PHASES; phase++)
    gtk_box_append (GTK_BOX (self), create_phase (self, phase));
}

char *
lev_phase_bars_describe (const LevStanding *standing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (LevPhase phase = 0; phase < LEV_N_PHASES; phase++)
    {
      LevProgress progress = standing->phases[phase];
      const char *title = lev_phase_get_title (phase);

      if (phase > 0)
        g_string_append (text, ", ");
      if (lev_standing_get_phase_state (standing, phase) == LEV_STANDING_DONE)
        /* Translators: the name of a phase. */
        g_string_append_printf (text, _("%s done"), title);
      else
        /* Translators: the name of a phase, and how many of how many. */
        g_string_append_printf (text, _("%s %u of %u"), title, progress.done, progress.total);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
lev_phase_bars_show (LevPhaseBars      *self,
                     const LevStanding *standing)
{
  g_autofree char *label = NULL;

  g_return_if_fail (LEV_IS_PHASE_BARS (self));

  for (LevPhase phase = 0; phase < LEV_N_PHASES; phase++)
    show_phase (self, standing, phase);
  label = lev_phase_bars_describe (standing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
lev_phase_bars_set_labelled (LevPhaseBars *self,
                             gboolean      labelled)
{
  g_return_if_fail (LEV_IS_PHASE_BARS (self));

  if (self->labelled == labelled)
    return;

  self->labelled = labelled;
  for (LevPhase phase = 0; phase < LEV_N_PHASES; phase++)
    gtk_widget_set_visible (self->phases[phase].words, labelled);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABELLED]);
}
