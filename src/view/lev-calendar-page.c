#include "lev-calendar-page.h"

#include "lev-calendar-entry.h"
#include "lev-link-row.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevCalendarPage
{
  LevContentPage parent;

  GtkStack   *stack;
  GtkListBox *list;
};

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

static int
compare_date (gconstpointer a,
              gconstpointer b)
{
  const LevCalendarEntry *first = *(LevCalendarEntry *const *) a;
  const LevCalendarEntry *second = *(LevCalendarEntry *const *) b;

  return (first->date > second->date) - (first->date < second->date);
}

static void
append_entry (LevCalendarPage  *self,
              LevCalendarEntry *entry)
{
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (entry));
  g_autofree char *subtitle = describe_entry (entry);
  g_autofree char *date = lev_date_format_long (entry->date);
  GtkWidget *row = lev_link_row_new (title, subtitle, "win.edit-record", LEV_RECORD (entry)->id);

  if (entry->date != 0)
    lev_link_row_add_chip (row, date, NULL);
  gtk_list_box_append (self->list, row);
}

static void
lev_calendar_page_refresh (LevContentPage *page)
{
  LevCalendarPage *self = LEV_CALENDAR_PAGE (page);
  LevRecordList *entries = lev_register_list (lev_content_page_get_records (page),
                                              LEV_TYPE_CALENDAR_ENTRY);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (entries); i++)
    g_ptr_array_add (sorted, lev_record_list_peek (entries, i));
  g_ptr_array_sort (sorted, compare_date);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < sorted->len; i++)
    append_entry (self, g_ptr_array_index (sorted, i));
  gtk_stack_set_visible_child_name (self->stack, sorted->len > 0 ? "list" : "empty");
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *entry;

  lev_application_begin (application, _("Add to the year calendar"));
  entry = lev_register_add (lev_application_get_records (application), LEV_TYPE_CALENDAR_ENTRY,
                            "title", _("Review of supplier risks"), NULL);
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
  gtk_widget_class_bind_template_child (widget_class, LevCalendarPage, list);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_action);
}

static void
lev_calendar_page_init (LevCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
