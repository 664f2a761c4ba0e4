#include "lev-calendar-page.h"

#include "lev-due-text.h"
#include "lev-feedback.h"
#include "lev-link-row.h"
#include "lev-month-grid.h"
#include "lev-occurrence.h"
#include "lev-record-list.h"
#include "lev-review-export.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevCalendarPage
{
  LevContentPage parent;

  GtkStack       *stack;
  AdwToggleGroup *view_group;
  GtkWidget      *back_button;
  GtkWidget      *forth_button;
  GtkLabel       *year_label;
  GtkWidget      *month_frame;
  LevMonthGrid   *month_grid;
  GtkLabel       *nothing_label;
  GtkBox         *months;
  GtkWidget      *undated_box;
  GtkListBox     *undated;

  guint   year;   /* that is shown */
  guint   month;  /* the same, of the month view */
  LevDate chosen; /* the day in it for what is added; 0 for none */
};

/* The view of a month; else the year is shown. */
#define MONTH_VIEW "month"

/* Longer than anything is prepared for. */
#define LONGEST_LEAD (400)

G_DEFINE_FINAL_TYPE (LevCalendarPage, lev_calendar_page, LEV_TYPE_CONTENT_PAGE)

/* "halfjaarlijks · 60 dagen vooraf · Marijke de Wit" */
static char *
describe_entry (LevCalendarEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (entry->recurrence != LEV_RECURRENCE_NONE)
    g_ptr_array_add (parts,
                     g_strdup (lev_choice_get_label (lev_recurrence_choices, entry->recurrence)));
  if (entry->lead_days > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%d day ahead", "%d days ahead",
                                                       (gulong) entry->lead_days),
                                             entry->lead_days));
  if (entry->coordinator != NULL)
    g_ptr_array_add (parts, g_strdup (entry->coordinator->name));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* A row of its own, which fits at any width. */
static void
append_start_row (GtkListBox       *list,
                  LevCalendarEntry *entry)
{
  GtkWidget *row = lev_link_row_new (_("Begin the round"), "", "win.new-review-for",
                                     LEV_RECORD (entry)->id);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (entry));
  g_autofree char *name = g_strdup_printf (_("Begin the round for %s"), title);

  gtk_widget_add_css_class (row, "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

static void
append_occurrence (GtkListBox          *list,
                   const LevOccurrence *occurrence)
{
  LevCalendarEntry *entry = occurrence->entry;
  LevReview *running = occurrence->is_next ? lev_calendar_entry_find_running (entry) : NULL;
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (entry));
  g_autofree char *description = describe_entry (entry);
  g_autofree char *subtitle = running != NULL
                                ? g_strdup_printf (_("%s runs · %s"), running->title, description)
                                : g_steal_pointer (&description);
  g_autofree char *date = lev_date_format_short (occurrence->date);
  gboolean is_late = occurrence->is_next && running == NULL &&
                     occurrence->date < lev_clock_today ();
  GtkWidget *row = lev_link_row_new (title, subtitle, "win.edit-record", LEV_RECORD (entry)->id);

  lev_link_row_add_chip (row, date, is_late ? "late" : running != NULL ? "accent" : NULL);
  gtk_list_box_append (list, row);
  if (running == NULL && lev_occurrence_is_due (occurrence))
    append_start_row (list, entry);
}

/* "September", and the list below it. */
static GtkListBox *
append_month (LevCalendarPage *self,
              LevDate          date)
{
  g_autofree char *text = lev_date_format_long (date);
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  g_autofree char *month = lev_text_raise_first (words[1]);
  GtkWidget *heading = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_label (GTK_LABEL (heading), month);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, month, -1);
  gtk_box_append (self->months, heading);
  gtk_box_append (self->months, list);

  return GTK_LIST_BOX (list);
}

static guint
get_month (LevDate date)
{
  char iso[LEV_DATE_BUFFER];

  return (guint) atoi (lev_date_to_iso (date, iso) + 5);
}

static gboolean
shows_month (LevCalendarPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->view_group), MONTH_VIEW) == 0;
}

static void
clear_months (LevCalendarPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->months))) != NULL)
    gtk_box_remove (self->months, child);
}

/* A list below a heading for each month with something from @first to @last; returns whether there
 * is any. */
static gboolean
show_occurrences (LevCalendarPage *self,
                  GArray          *occurrences,
                  LevDate          first,
                  LevDate          last)
{
  GtkListBox *list = NULL;
  guint month = 0;

  clear_months (self);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const LevOccurrence *occurrence = &g_array_index (occurrences, LevOccurrence, i);

      if (occurrence->date < first || occurrence->date > last)
        continue;
      if (list == NULL || get_month (occurrence->date) != month)
        list = append_month (self, occurrence->date);
      month = get_month (occurrence->date);
      append_occurrence (list, occurrence);
    }

  return list != NULL;
}

static void
show_year (LevCalendarPage *self,
           LevRegister     *records)
{
  LevDate first = lev_date_new (self->year, 1, 1);
  LevDate last = lev_date_new (self->year, 12, 31);
  g_autoptr (GArray) occurrences = lev_occurrence_list (records, first, last);
  g_autofree char *year = g_strdup_printf ("%u", self->year);
  g_autofree char *nothing = g_strdup_printf (_("Nothing is planned in %u."), self->year);

  gtk_label_set_label (self->year_label, year);
  gtk_label_set_label (self->nothing_label, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label),
                          !show_occurrences (self, occurrences, first, last));
}

/* The month with its days, and below them what falls in it, as in the year. */
static void
show_month (LevCalendarPage *self,
            LevRegister     *records)
{
  LevDate first = lev_date_new (self->year, self->month, 1);
  LevDate last = lev_date_add_months (first, 1) - 1;
  g_autoptr (GArray) occurrences = lev_occurrence_list (records, lev_month_grid_get_start (first),
                                                        last + LONGEST_LEAD);
  g_autofree char *day = lev_date_format_long (first);
  g_autofree char *name = lev_text_raise_first (strchr (day, ' ') + 1);
  g_autofree char *nothing = g_strdup_printf (_("No appointment falls in %s."),
                                              strchr (day, ' ') + 1);

  lev_month_grid_show (self->month_grid, first, self->chosen, occurrences);
  gtk_label_set_label (self->year_label, name);
  gtk_label_set_label (self->nothing_label, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label),
                          !show_occurrences (self, occurrences, first, last));
}

/* Entries whose date is not filled in yet. */
static void
show_undated (LevCalendarPage *self,
              LevRegister     *records)
{
  LevRecordList *entries = lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY);
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->undated);
  for (guint i = 0; i < lev_record_list_get_n (entries); i++)
    {
      LevCalendarEntry *entry = lev_record_list_peek (entries, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (entry));
      g_autofree char *subtitle = describe_entry (entry);

      if (entry->date != 0)
        continue;
      any = TRUE;
      gtk_list_box_append (self->undated, lev_link_row_new (title, subtitle, "win.edit-record",
                                                            LEV_RECORD (entry)->id));
    }
  gtk_widget_set_visible (self->undated_box, any);
}

static void
lev_calendar_page_refresh (LevContentPage *page)
{
  LevCalendarPage *self = LEV_CALENDAR_PAGE (page);
  LevRegister *records = lev_content_page_get_records (page);
  LevRecordList *entries = lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY);

  if (shows_month (self))
    show_month (self, records);
  else
    show_year (self, records);
  gtk_widget_set_visible (self->month_frame, shows_month (self));
  gtk_widget_set_tooltip_text (self->back_button,
                               shows_month (self) ? _("Previous month") : _("Previous year"));
  gtk_widget_set_tooltip_text (self->forth_button,
                               shows_month (self) ? _("Next month") : _("Next year"));
  show_undated (self, records);
  gtk_stack_set_visible_child_name (self->stack,
                                    lev_record_list_get_n (entries) > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.write-year",
                                 lev_feedback_find (records, (int) self->year) != NULL);
}

static void
write_year_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LevRegister *records = lev_content_page_get_records (LEV_CONTENT_PAGE (widget));
  LevReview *review = lev_feedback_find (records, (int) LEV_CALENDAR_PAGE (widget)->year);

  lev_review_export_year (GTK_WINDOW (gtk_widget_get_root (widget)), review);
}

static void
view_chosen_cb (LevCalendarPage *self)
{
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));
}

/* Goes on by so many years, or months in the view of a month. */
static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LevCalendarPage *self = LEV_CALENDAR_PAGE (widget);
  int step = g_variant_get_int32 (parameter) * (shows_month (self) ? 1 : 12);
  int months = CLAMP ((int) (self->year * 12 + self->month - 1) + step, 1901 * 12, 2197 * 12);

  self->year = (guint) months / 12;
  self->month = (guint) months % 12 + 1;
  self->chosen = 0;
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));
}

/* Opens what falls on the day when that is one thing, and chooses the day in any case. */
static void
choose_day_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LevCalendarPage *self = LEV_CALENDAR_PAGE (widget);
  LevRegister *records = lev_content_page_get_records (LEV_CONTENT_PAGE (self));
  LevDate date = g_variant_get_uint32 (parameter);
  g_autoptr (GArray) occurrences = lev_occurrence_list (records, date, date);
  char iso[LEV_DATE_BUFFER];

  self->year = (guint) atoi (lev_date_to_iso (date, iso));
  self->month = get_month (date);
  self->chosen = date;
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));
  if (occurrences->len == 1)
    gtk_widget_activate_action (widget, "win.edit-record", "s",
                                LEV_RECORD (g_array_index (occurrences, LevOccurrence, 0).entry)
                                  ->id);
}

/* Adds an entry, in the view of a month on the day that is chosen. */
static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  LevCalendarPage *self = LEV_CALENDAR_PAGE (widget);
  LevApplication *application = lev_application_get_default ();
  LevRecord *entry;

  lev_application_begin (application, _("Add to the year calendar"));
  entry = lev_register_add (lev_application_get_records (application), LEV_TYPE_CALENDAR_ENTRY,
                            "title", _("Review of supplier risks"), NULL);
  if (shows_month (self) && self->chosen != 0)
    g_object_set (entry, "date", self->chosen, NULL);
  if (lev_application_commit (application))
    gtk_widget_activate_action (widget, "win.edit-record", "s", entry->id);
}

static void
lev_calendar_page_class_init (LevCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_calendar_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, view_group);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, forth_button);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, year_label);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, month_frame);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, month_grid);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, months);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, undated_box);
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, undated);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_install_action (widget_class, "calendar.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "calendar.choose-day", "u", choose_day_action);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "calendar.write-year", NULL, write_year_action);
}

static void
lev_calendar_page_init (LevCalendarPage *self)
{
  char iso[LEV_DATE_BUFFER];

  g_type_ensure (LEV_TYPE_MONTH_GRID);
  self->year = (guint) atoi (lev_date_to_iso (lev_clock_today (), iso));
  self->month = get_month (lev_clock_today ());
  gtk_widget_init_template (GTK_WIDGET (self));
}
