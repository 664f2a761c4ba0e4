#include "lev-date-button.h"

#include <glib/gi18n.h>

/* The popover holds an entry and a calendar that follow each other. A click on a day of the month
 * that is shown chooses it at once; another month only shows a day there, which Enter or “Choose”
 * then takes. Closing the popover otherwise leaves the date as it was. */
struct _LevDateButton
{
  GtkWidget parent;

  LevDate date;
  char   *title;

  GtkMenuButton *menu_button;
  GtkLabel      *label;
  GtkPopover    *popover;
  GtkEditable   *entry;
  GtkCalendar   *calendar;
  GtkWidget     *clear_button;
  GtkWidget     *choose_button;
  int            shown_month; /* of the calendar, counted in months since the year 0 */
};

G_DEFINE_FINAL_TYPE (LevDateButton, lev_date_button, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DATE,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
get_shown_month (LevDateButton *self)
{
  return gtk_calendar_get_year (self->calendar) * 12 + gtk_calendar_get_month (self->calendar);
}

/* Shows @date in the calendar, today's month for 0, without choosing it. */
static void
show_in_calendar (LevDateButton *self,
                  LevDate        date)
{
  GDate day;
  g_autoptr (GDateTime) moment = NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date != 0 ? date : lev_clock_today ());
  moment = g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day),
                                  g_date_get_day (&day), 12, 0, 0);

  g_signal_handlers_block_matched (self->calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_calendar_select_day (self->calendar, moment);
  g_signal_handlers_unblock_matched (self->calendar, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  self->shown_month = get_shown_month (self);
}

static void
update_label (LevDateButton *self)
{
  g_autofree char *text = self->date != 0 ? lev_date_format_long (self->date)
                                          : g_strdup (_("Choose a date"));
  g_autofree char *name = self->title != NULL ? g_strdup_printf ("%s: %s", self->title, text)
                                              : g_strdup (text);
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (self->menu_button));

  gtk_label_set_label (self->label, text);
  if (self->date != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  gtk_widget_set_sensitive (self->clear_button, self->date != 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (LevDateButton *self,
        LevDate        date)
{
  gtk_popover_popdown (self->popover);
  lev_date_button_set_date (self, date);
}

static void
day_selected_cb (LevDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  LevDate date = lev_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day));
  g_autofree char *text = lev_date_format (date);
  int month = get_shown_month (self);

  if (month == self->shown_month)
    {
      choose (self, date);
      return;
    }

  self->shown_month = month;
  gtk_editable_set_text (self->entry, text);
}

static void
entry_changed_cb (LevDateButton *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  LevDate date = lev_date_parse (text);
  gboolean wrong = date == 0 && *text != '\0';

  gtk_widget_set_sensitive (self->choose_button, date != 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (date != 0)
    show_in_calendar (self, date);
}

static void
choose_cb (LevDateButton *self)
{
  LevDate date = lev_date_parse (gtk_editable_get_text (self->entry));

  if (date != 0)
    choose (self, date);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static void
clear_cb (LevDateButton *self)
{
  choose (self, 0);
}

static void
popover_shown_cb (LevDateButton *self)
{
  g_autofree char *text = lev_date_format (self->date);

  show_in_calendar (self, self->date);
  gtk_editable_set_text (self->entry, text);
  entry_changed_cb (self);
}

static void
lev_date_button_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LevDateButton *self = LEV_DATE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_uint (value, self->date);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_date_button_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LevDateButton *self = LEV_DATE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_DATE:
      lev_date_button_set_date (self, g_value_get_uint (value));
      break;
    case PROP_TITLE:
      if (g_set_str (&self->title, g_value_get_string (value)))
        update_label (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The row that it stands in was clicked. */
static gboolean
lev_date_button_mnemonic_activate (GtkWidget *widget,
                                   gboolean   group_cycling)
{
  return gtk_widget_activate (GTK_WIDGET (LEV_DATE_BUTTON (widget)->menu_button));
}

static void
lev_date_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_DATE_BUTTON);
  g_clear_pointer (&LEV_DATE_BUTTON (object)->title, g_free);

  G_OBJECT_CLASS (lev_date_button_parent_class)->dispose (object);
}

static void
lev_date_button_class_init (LevDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_date_button_get_property;
  object_class->set_property = lev_date_button_set_property;
  object_class->dispose = lev_date_button_dispose;
  widget_class->mnemonic_activate = lev_date_button_mnemonic_activate;

  properties[PROP_DATE] = g_param_spec_uint ("date", NULL, NULL, 0, G_MAXUINT32, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, label);
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, clear_button);
  gtk_widget_class_bind_template_child (widget_class, LevDateButton, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

/* The calendar of GTK shows arrows around the month and the year, and names none of them. */
static void
name_arrows (LevDateButton *self)
{
  static const char *const names[] = { N_("Previous month"), N_("Next month"), N_("Previous year"),
                                       N_("Next year") };
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (self->calendar));
  guint n_arrows = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (heading);
       child != NULL && n_arrows < G_N_ELEMENTS (names);
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_widget_set_tooltip_text (child, _(names[n_arrows++]));
}

static void
lev_date_button_init (LevDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (self);

  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  update_label (self);
}

GtkWidget *
lev_date_button_new (const char *title)
{
  return g_object_new (LEV_TYPE_DATE_BUTTON, "title", title, NULL);
}

LevDate
lev_date_button_get_date (LevDateButton *self)
{
  g_return_val_if_fail (LEV_IS_DATE_BUTTON (self), 0);

  return self->date;
}

void
lev_date_button_set_date (LevDateButton *self,
                          LevDate        date)
{
  g_return_if_fail (LEV_IS_DATE_BUTTON (self));

  if (self->date == date)
    return;

  self->date = date;
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}
