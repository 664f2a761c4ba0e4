#include "lev-task-row.h"

#include "lev-put-off.h"
#include "lev-task-text.h"

#include <glib/gi18n.h>

struct _LevTaskRow
{
  GtkListBoxRow parent;

  GtkImage  *icon;
  GtkBox    *content;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkBox    *ending;
  GtkLabel  *chip;
  GtkWidget *put_off_button;
};

G_DEFINE_FINAL_TYPE (LevTaskRow, lev_task_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_chip (LevTaskRow    *self,
             const LevTask *task,
             LevDate        today)
{
  g_autofree char *when = lev_task_describe_when (task, today);

  gtk_label_set_label (self->chip, when);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), *when != '\0');
  if (task->urgency == LEV_URGENCY_LATE)
    gtk_widget_add_css_class (GTK_WIDGET (self->chip), "late");
  else if (task->due == today)
    gtk_widget_add_css_class (GTK_WIDGET (self->chip), "soon");
}

static void
update_put_off (LevTaskRow    *self,
                const LevTask *task,
                const char    *title)
{
  LevTaskKey key = lev_task_get_key (task);
  g_autofree char *name = g_strdup_printf (_("Put off: %s"), title);

  gtk_widget_set_visible (self->put_off_button, lev_task_is_deferrable (task));
  gtk_widget_set_tooltip_text (self->put_off_button, _("Put off…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->put_off_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->put_off_button), "(suuu)", key.subject,
                                    (guint) key.kind, key.step, key.due);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->put_off_button), "win.put-off");
}

static void
lev_task_row_class_init (LevTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, content);
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, ending);
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, chip);
  gtk_widget_class_bind_template_child (widget_class, LevTaskRow, put_off_button);
}

static void
lev_task_row_init (LevTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_task_row_new (const LevTask *task,
                  LevDate        today)
{
  LevTaskRow *self = g_object_new (LEV_TYPE_TASK_ROW, NULL);
  g_autofree char *title = lev_task_describe (task);
  g_autofree char *subtitle = lev_task_describe_subject (task);
  g_autofree char *name = NULL;
  GVariant *parameter = NULL;
  const char *action = lev_task_get_action (task, &parameter);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_image_set_from_icon_name (self->icon, lev_task_get_icon (task));
  update_chip (self, task, today);
  update_put_off (self, task, title);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self), parameter);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);

  name = g_strjoin (", ", title, subtitle,
                    gtk_widget_get_visible (GTK_WIDGET (self->chip))
                      ? gtk_label_get_label (self->chip)
                      : NULL,
                    NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

const char *
lev_task_row_get_title (LevTaskRow *self)
{
  g_return_val_if_fail (LEV_IS_TASK_ROW (self), NULL);

  return gtk_label_get_label (self->title);
}

void
lev_task_row_set_narrow (LevTaskRow *self,
                         gboolean    narrow)
{
  g_return_if_fail (LEV_IS_TASK_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* The button is not seen at first: what is seen lines up with the arrow, or with the title. */
  gtk_box_reorder_child_after (self->ending, self->put_off_button,
                               narrow ? GTK_WIDGET (self->chip) : NULL);
}
