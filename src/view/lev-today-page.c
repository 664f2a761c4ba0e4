#include "lev-today-page.h"

#include "lev-due-text.h"
#include "lev-process.h"
#include "lev-task.h"

#include <glib/gi18n.h>

struct _LevTodayPage
{
  LevContentPage parent;

  GtkStack *stack;
  GtkLabel *date_label;
  GtkLabel *summary_label;
  GtkBox   *groups;
};

G_DEFINE_FINAL_TYPE (LevTodayPage, lev_today_page, LEV_TYPE_CONTENT_PAGE)

static char *
describe_subject (const LevTask *task)
{
  g_autofree char *supplier = NULL;

  if (task->dossier == NULL)
    return g_strdup (task->what);

  supplier = lev_record_dup_title (LEV_RECORD (task->dossier));

  return g_strdup_printf (_("%s · step %u, %s"), supplier, task->step, task->what);
}

static GtkWidget *
create_row (const LevTask *task,
            LevDate        today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = lev_record_dup_title (task->subject);
  g_autofree char *subtitle = describe_subject (task);
  g_autofree char *due = lev_due_describe (task->due, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (*due != '\0')
    {
      GtkWidget *chip = gtk_label_new (due);

      gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (chip, "chip");
      gtk_widget_add_css_class (chip, task->due < today ? "late" : "soon");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
    }

  return row;
}

static void
append_group (LevTodayPage *self,
              LevUrgency    urgency,
              GArray       *tasks)
{
  GtkWidget *group = adw_preferences_group_new ();
  LevDate today = lev_clock_today ();
  guint count = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const LevTask *task = &g_array_index (tasks, LevTask, i);

      if (task->urgency != urgency)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (task, today));
      count++;
    }

  if (count == 0)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), lev_urgency_get_title (urgency));
  gtk_box_append (self->groups, group);
}

static void
lev_today_page_refresh (LevContentPage *page)
{
  LevTodayPage *self = LEV_TODAY_PAGE (page);
  g_autoptr (GArray)
    tasks = lev_task_list (lev_content_page_get_records (page), lev_clock_today ());
  g_autofree char *date = lev_date_format_long (lev_clock_today ());
  g_autofree char *summary = g_strdup_printf (ngettext ("%u matter waits.", "%u matters wait.",
                                                        tasks->len),
                                              tasks->len);
  GtkWidget *child;

  gtk_label_set_label (self->date_label, date);
  gtk_label_set_label (self->summary_label, summary);
  gtk_stack_set_visible_child_name (self->stack, tasks->len > 0 ? "tasks" : "empty");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (LevUrgency urgency = 0; urgency < LEV_N_URGENCIES; urgency++)
    append_group (self, urgency, tasks);
}

static void
lev_today_page_class_init (LevTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_today_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, LevTodayPage, groups);
}

static void
lev_today_page_init (LevTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
