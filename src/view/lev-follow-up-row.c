#include "lev-follow-up-row.h"

#include "lev-action-state.h"
#include "lev-due-text.h"

#include <glib/gi18n.h>

struct _LevFollowUpRow
{
  GtkListBoxRow parent;

  LevRecord *subject;
  LevUrgency urgency;

  GtkLabel       *title;
  GtkLabel       *chip;
  GtkLabel       *subtitle;
  GtkLabel       *last_label;
  GtkWidget      *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel       *progress_label;
  GtkLabel       *return_label;
};

G_DEFINE_FINAL_TYPE (LevFollowUpRow, lev_follow_up_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_chip (LevFollowUpRow *self,
             const LevTask  *task)
{
  LevDate today = lev_clock_today ();
  g_autofree char *due = lev_due_describe (task->due, today);

  set_text (self->chip, due);
  gtk_widget_remove_css_class (GTK_WIDGET (self->chip), "late");
  gtk_widget_remove_css_class (GTK_WIDGET (self->chip), "soon");
  if (task->due != 0 && task->due <= today)
    gtk_widget_add_css_class (GTK_WIDGET (self->chip), task->due < today ? "late" : "soon");
}

static void
update_progress (LevFollowUpRow *self,
                 LevAction      *action)
{
  LevStatusUpdate *update = lev_action_get_update (action);
  int progress = update != NULL ? update->progress : 0;
  g_autofree char *label = g_strdup_printf (_("%d %%"), progress);
  g_autofree char *date = update != NULL ? lev_date_format_short (update->date) : NULL;
  /* Translators: the date of the last status update. */
  g_autofree char *last = update != NULL ? g_strdup_printf (_("last %s"), date)
                                         : g_strdup (_("no update yet"));

  gtk_progress_bar_set_fraction (self->progress_bar, progress / 100.0);
  gtk_label_set_label (self->progress_label, label);
  set_text (self->last_label, last);
}

static void
update_action (LevFollowUpRow *self,
               LevAction      *action)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (action->dossier));
  g_autofree char *returned = lev_action_describe_return (action);
  g_autofree char *executor = lev_person_dup_short_name (action->executor);
  g_autofree char *subtitle = action->executor != NULL
                                ? g_strdup_printf ("%s · %s", supplier, executor)
                                : g_strdup (supplier);

  set_text (self->subtitle, subtitle);
  set_text (self->return_label, returned);
  update_progress (self, action);
}

static void
update_description (LevFollowUpRow *self)
{
  g_autofree char *label = g_strjoin (", ", gtk_label_get_label (self->title),
                                      gtk_label_get_label (self->subtitle),
                                      lev_follow_up_row_get_group_title (self),
                                      gtk_label_get_label (self->chip), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
lev_follow_up_row_dispose (GObject *object)
{
  g_clear_object (&LEV_FOLLOW_UP_ROW (object)->subject);

  G_OBJECT_CLASS (lev_follow_up_row_parent_class)->dispose (object);
}

static void
lev_follow_up_row_class_init (LevFollowUpRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_follow_up_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/follow-up-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, chip);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, last_label);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpRow, return_label);
}

static void
lev_follow_up_row_init (LevFollowUpRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_follow_up_row_new (void)
{
  return g_object_new (LEV_TYPE_FOLLOW_UP_ROW, NULL);
}

void
lev_follow_up_row_update (LevFollowUpRow *self,
                          const LevTask  *task)
{
  gboolean is_action = LEV_IS_ACTION (task->subject);
  g_autofree char *title = lev_record_dup_title (task->subject);

  g_set_object (&self->subject, task->subject);
  self->urgency = task->urgency;
  set_text (self->title, title);
  update_chip (self, task);
  gtk_widget_set_visible (self->progress_box, is_action);
  if (is_action)
    {
      update_action (self, LEV_ACTION (task->subject));
    }
  else
    {
      set_text (self->subtitle, task->what);
      set_text (self->last_label, NULL);
      set_text (self->return_label, NULL);
    }
  update_description (self);
}

gboolean
lev_follow_up_row_is_for (LevFollowUpRow *self,
                          const LevTask  *task)
{
  return self->subject == task->subject && self->urgency == task->urgency;
}

LevRecord *
lev_follow_up_row_get_subject (LevFollowUpRow *self)
{
  return self->subject;
}

LevUrgency
lev_follow_up_row_get_urgency (LevFollowUpRow *self)
{
  return self->urgency;
}

const char *
lev_follow_up_row_get_group_title (LevFollowUpRow *self)
{
  return self->urgency < LEV_N_URGENCIES ? lev_urgency_get_title (self->urgency)
                                         : _("Past this step");
}

/* How many rows are in the group of @row, which is the first of it. */
static guint
count_group (GtkListBoxRow *row)
{
  LevUrgency urgency = lev_follow_up_row_get_urgency (LEV_FOLLOW_UP_ROW (row));
  guint n_rows = 0;

  for (GtkWidget *next = GTK_WIDGET (row); next != NULL; next = gtk_widget_get_next_sibling (next))
    n_rows += LEV_IS_FOLLOW_UP_ROW (next) &&
              lev_follow_up_row_get_urgency (LEV_FOLLOW_UP_ROW (next)) == urgency;

  return n_rows;
}

void
lev_follow_up_row_update_header (GtkListBoxRow *row,
                                 GtkListBoxRow *before,
                                 gpointer       user_data)
{
  LevFollowUpRow *self = LEV_FOLLOW_UP_ROW (row);
  g_autofree char *count = NULL;
  GtkWidget *box, *label;

  if (before != NULL && lev_follow_up_row_get_urgency (LEV_FOLLOW_UP_ROW (before)) ==
                          lev_follow_up_row_get_urgency (self))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = gtk_label_new (lev_follow_up_row_get_group_title (self));
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  count = g_strdup_printf ("%u", count_group (row));
  label = gtk_label_new (count);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "group-heading");
  gtk_list_box_row_set_header (row, box);
}

char *
lev_action_describe_return (LevAction *action)
{
  LevDecision *verdict = lev_action_get_return (action);

  if (verdict == NULL)
    return NULL;

  return g_strdup_printf (_("↩ Came back from step %d: %s"), verdict->step,
                          verdict->reason != NULL ? verdict->reason : "");
}
