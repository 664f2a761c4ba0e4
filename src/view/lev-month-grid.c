#include "lev-month-grid.h"

#include "lev-due-text.h"
#include "lev-occurrence.h"

#include <glib/gi18n.h>

#define N_DAYS    (7)
#define MAX_WEEKS (6)

/* As many entries as a day has room for. */
#define MAX_SHOWN (2)

struct _LevMonthGrid
{
  GtkWidget parent;

  GtkWidget *rows;                     /* a box of boxes */
  GtkWidget *days[MAX_WEEKS * N_DAYS]; /* buttons; borrowed from the rows */
  guint      n_days;
  guint      current; /* the day that the Tab key comes to */

  LevDate  first; /* of the month */
  LevDate  chosen;
  GArray  *occurrences;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (LevMonthGrid, lev_month_grid, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The week begins on Monday, as the first day of the first year did. */
static guint
get_weekday (LevDate date)
{
  return (date - 1) % N_DAYS;
}

static guint
get_day (LevDate date)
{
  GDate parts;

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);

  return g_date_get_day (&parts);
}

static guint
get_week (LevDate date)
{
  GDate parts;

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);

  return g_date_get_iso8601_week_of_year (&parts);
}

static gboolean
is_in_month (LevMonthGrid *self,
             LevDate       date)
{
  return date >= self->first && date < lev_date_add_months (self->first, 1);
}

/* --- What a day shows ------------------------------------------------------------------------ */

static GtkWidget *
create_label (const char       *text,
              const char       *css_class,
              GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
append_entry (GtkWidget  *content,
              const char *title,
              const char *css_class)
{
  GtkWidget *label = create_label (title, css_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "month-entry");
  gtk_box_append (GTK_BOX (content), label);
}

static void
append_dot (GtkWidget  *content,
            const char *css_class)
{
  GtkWidget *dot = adw_bin_new ();

  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (dot, "month-dot");
  gtk_widget_add_css_class (dot, css_class);
  gtk_box_append (GTK_BOX (content), dot);
}

/* Whether the preparation of @occurrence begins on @date. */
static gboolean
is_lead (const LevOccurrence *occurrence,
         LevDate              date)
{
  return occurrence->entry->lead_days > 0 && date == lev_occurrence_get_lead (occurrence);
}

/* Everything on @date in a sentence: "maandag 7 december, Halfjaarlijkse review". */
static char *
describe_day (LevMonthGrid *self,
              LevDate       date)
{
  g_autofree char *day = lev_date_format_weekday (date);
  GString *text = g_string_new (day);

  if (date == lev_clock_today ())
    g_string_append_printf (text, ", %s", _("today"));
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const LevOccurrence *occurrence = &g_array_index (self->occurrences, LevOccurrence, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (occurrence->entry));

      if (occurrence->date == date)
        g_string_append_printf (text, ", %s", title);
      else if (is_lead (occurrence, date))
        {
          g_string_append (text, ", ");
          g_string_append_printf (text, _("the preparation of %s begins"), title);
        }
    }

  return g_string_free_and_steal (text);
}

/* What falls on @date is filled, and where its preparation begins is an outline. */
static void
append_entries (LevMonthGrid *self,
                LevDate       date,
                GtkWidget    *content)
{
  guint n_found = 0;

  for (guint i = 0; i < self->occurrences->len; i++)
    {
      const LevOccurrence *occurrence = &g_array_index (self->occurrences, LevOccurrence, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (occurrence->entry));
      const char *css_class = occurrence->date == date ? "full" : "lead";

      if (occurrence->date != date && !is_lead (occurrence, date))
        continue;
      n_found++;
      if (self->folded && n_found == 1)
        append_dot (content, css_class);
      else if (!self->folded && n_found <= MAX_SHOWN)
        append_entry (content, title, css_class);
    }

  if (!self->folded && n_found > MAX_SHOWN)
    {
      g_autofree char *more = g_strdup_printf (_("%u more"), n_found - MAX_SHOWN);

      append_entry (content, more, "more");
    }
}

static void
add_classes (LevMonthGrid *self,
             GtkWidget    *button,
             LevDate       date)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "month-day");
  if (!is_in_month (self, date))
    gtk_widget_add_css_class (button, "other");
  if (get_weekday (date) >= 5)
    gtk_widget_add_css_class (button, "weekend");
  if (date == lev_clock_today ())
    gtk_widget_add_css_class (button, "today");
  if (date == self->chosen)
    gtk_widget_add_css_class (button, "chosen");
}

static GtkWidget *
create_day (LevMonthGrid *self,
            LevDate       date)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
  GtkWidget *content = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *number = g_strdup_printf ("%u", get_day (date));
  g_autofree char *description = describe_day (self, date);
  GtkWidget *label = create_label (number, "month-number", GTK_ACCESSIBLE_ROLE_PRESENTATION);

  gtk_widget_set_halign (label, self->folded ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (content), label);
  append_entries (self, date, content);
  add_classes (self, button, date);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED,
                               date == self->chosen, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", date);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.choose-day");

  return button;
}

/* --- The weeks ------------------------------------------------------------------------------- */

/* A row with what stands before its days, which all are as wide; returns the box for the days. */
static GtkWidget *
create_row (LevMonthGrid *self,
            GtkWidget    *before)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "hexpand", TRUE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (row), before);
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (self->rows), row);

  return box;
}

static void
append_weekdays (LevMonthGrid *self)
{
  GtkWidget *before = create_label ("", "month-week", GTK_ACCESSIBLE_ROLE_PRESENTATION);
  GtkWidget *box = create_row (self, before);
  LevDate start = lev_month_grid_get_start (self->first);

  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *day = lev_date_format_weekday (start + i);
      g_autofree char *name = g_strndup (day, strcspn (day, " "));
      g_autofree char *letters = g_strndup (name, 2);
      GtkWidget *label = create_label (letters, "month-weekday", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
append_week (LevMonthGrid *self,
             LevDate       monday)
{
  g_autofree char *number = g_strdup_printf ("%u", get_week (monday));
  g_autofree char *name = g_strdup_printf (_("Week %u"), get_week (monday));
  GtkWidget *before = create_label (number, "month-week", GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  GtkWidget *box = create_row (self, before);

  gtk_widget_set_tooltip_text (before, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (before), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (LevDate date = monday; date < monday + N_DAYS; date++)
    {
      GtkWidget *button = create_day (self, date);

      gtk_box_append (GTK_BOX (box), button);
      self->days[self->n_days++] = button;
    }
}

/* The day that was come to keeps the focus, also while the days are made anew. */
static void
fill (LevMonthGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  LevDate monday = lev_month_grid_get_start (self->first);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  self->n_days = 0;
  if (self->first == 0)
    return;

  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  append_weekdays (self);
  for (; monday < lev_date_add_months (self->first, 1); monday += N_DAYS)
    append_week (self, monday);
  self->current = MIN (self->current, self->n_days - 1);
  if (had_focus)
    gtk_widget_grab_focus (self->days[self->current]);
}

/* --- Moving through it ----------------------------------------------------------------------- */

static int
find_focus (LevMonthGrid *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i] == focus)
      return (int) i;

  return -1;
}

static gboolean
focus_day (LevMonthGrid *self,
           int           at)
{
  if (self->n_days == 0)
    return FALSE;

  self->current = (guint) CLAMP (at, 0, (int) self->n_days - 1);

  return gtk_widget_grab_focus (self->days[self->current]);
}

static gboolean
lev_month_grid_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  LevMonthGrid *self = LEV_MONTH_GRID (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int at = find_focus (self);

  if (at < 0)
    return focus_day (self, (int) self->current);

  switch (direction)
    {
    case GTK_DIR_UP:
      return focus_day (self, at >= N_DAYS ? at - N_DAYS : at);
    case GTK_DIR_DOWN:
      return focus_day (self, at + N_DAYS < (int) self->n_days ? at + N_DAYS : at);
    case GTK_DIR_LEFT:
      return focus_day (self, at + (backwards ? 1 : -1));
    case GTK_DIR_RIGHT:
      return focus_day (self, at + (backwards ? -1 : 1));
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (LevMonthGrid   *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  int at = find_focus (self);

  if (at < 0 || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Home)
    focus_day (self, at - at % N_DAYS);
  else if (key == GDK_KEY_End)
    focus_day (self, at - at % N_DAYS + N_DAYS - 1);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.step", "i",
                                key == GDK_KEY_Page_Up ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* --- The widget ------------------------------------------------------------------------------ */

static void
lev_month_grid_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, LEV_MONTH_GRID (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_month_grid_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  LevMonthGrid *self = LEV_MONTH_GRID (object);

  if (prop_id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->folded == g_value_get_boolean (value))
    return;

  self->folded = g_value_get_boolean (value);
  if (self->folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
  fill (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
lev_month_grid_dispose (GObject *object)
{
  LevMonthGrid *self = LEV_MONTH_GRID (object);

  self->n_days = 0;
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->occurrences, g_array_unref);

  G_OBJECT_CLASS (lev_month_grid_parent_class)->dispose (object);
}

static void
lev_month_grid_class_init (LevMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_month_grid_get_property;
  object_class->set_property = lev_month_grid_set_property;
  object_class->dispose = lev_month_grid_dispose;
  widget_class->focus = lev_month_grid_focus;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "month-grid");
}

static void
lev_month_grid_init (LevMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

LevDate
lev_month_grid_get_start (LevDate first)
{
  return first - get_weekday (first);
}

void
lev_month_grid_show (LevMonthGrid *self,
                     LevDate       first,
                     LevDate       chosen,
                     GArray       *occurrences)
{
  LevDate start = lev_month_grid_get_start (first);

  g_return_if_fail (LEV_IS_MONTH_GRID (self));

  if (chosen >= start && chosen < start + MAX_WEEKS * N_DAYS)
    self->current = chosen - start;
  else if (self->first != first)
    self->current = first - start;
  self->first = first;
  self->chosen = chosen;
  g_clear_pointer (&self->occurrences, g_array_unref);
  self->occurrences = g_array_ref (occurrences);
  fill (self);
}
