#include "lev-task-groups.h"

#include "lev-task-row.h"
#include "lev-task-text.h"

struct _LevTaskGroups
{
  AdwBin parent;

  gboolean narrow;
  char    *shown; /* the text of all rows, to see whether anything changed */
};

G_DEFINE_FINAL_TYPE (LevTaskGroups, lev_task_groups, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
describe_all (GArray *tasks,
              LevDate today)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      const LevTask *task = &g_array_index (tasks, LevTask, i);
      g_autofree char *title = lev_task_describe (task);
      g_autofree char *subject = lev_task_describe_subject (task);
      g_autofree char *when = lev_task_describe_when (task, today);
      g_autoptr (GVariant) parameter = NULL;
      g_autofree char *place = NULL;

      lev_task_get_action (task, &parameter);
      g_variant_ref_sink (parameter);
      place = g_variant_print (parameter, FALSE);
      g_string_append_printf (text, "%d|%s|%s|%s|%s\n", task->urgency, title, subject, when, place);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
create_heading (LevUrgency urgency,
                GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (lev_urgency_get_title (urgency));
  guint n_rows = 0;
  g_autofree char *count = NULL;
  GtkWidget *number;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n_rows) != NULL)
    n_rows++;
  count = g_strdup_printf ("%u", n_rows);
  number = gtk_label_new (count);

  gtk_widget_add_css_class (box, "task-heading");
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (number, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  number, NULL, -1);

  return box;
}

static GtkWidget *
create_list (LevTaskGroups *self,
             GArray        *tasks,
             LevUrgency     urgency,
             LevDate        today)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LevTask, i).urgency == urgency)
      {
        GtkWidget *row = lev_task_row_new (&g_array_index (tasks, LevTask, i), today);

        lev_task_row_set_narrow (LEV_TASK_ROW (row), self->narrow);
        gtk_list_box_append (GTK_LIST_BOX (list), row);
      }

  return list;
}

static gboolean
has_urgency (GArray    *tasks,
             LevUrgency urgency)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LevTask, i).urgency == urgency)
      return TRUE;

  return FALSE;
}

static void
set_narrow (LevTaskGroups *self,
            gboolean       narrow)
{
  GtkWidget *box = adw_bin_get_child (ADW_BIN (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (GtkWidget *list = box != NULL ? gtk_widget_get_first_child (box) : NULL; list != NULL;
       list = gtk_widget_get_next_sibling (list))
    for (int i = 0;
         GTK_IS_LIST_BOX (list) && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL;
         i++)
      lev_task_row_set_narrow (LEV_TASK_ROW (
                                 gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)),
                               narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
lev_task_groups_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, LEV_TASK_GROUPS (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_task_groups_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (LEV_TASK_GROUPS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_task_groups_finalize (GObject *object)
{
  g_free (LEV_TASK_GROUPS (object)->shown);

  G_OBJECT_CLASS (lev_task_groups_parent_class)->finalize (object);
}

static void
lev_task_groups_class_init (LevTaskGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_task_groups_get_property;
  object_class->set_property = lev_task_groups_set_property;
  object_class->finalize = lev_task_groups_finalize;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_task_groups_init (LevTaskGroups *self)
{
}

void
lev_task_groups_show (LevTaskGroups *self,
                      GArray        *tasks,
                      LevDate        today)
{
  g_autofree char *text = NULL;
  GtkWidget *box;

  g_return_if_fail (LEV_IS_TASK_GROUPS (self));

  text = describe_all (tasks, today);
  if (g_strcmp0 (text, self->shown) == 0)
    return;

  g_set_str (&self->shown, text);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  for (LevUrgency urgency = 0; urgency < LEV_N_URGENCIES; urgency++)
    if (has_urgency (tasks, urgency))
      {
        GtkWidget *list = create_list (self, tasks, urgency, today);

        gtk_box_append (GTK_BOX (box), create_heading (urgency, list));
        gtk_box_append (GTK_BOX (box), list);
      }
  adw_bin_set_child (ADW_BIN (self), box);
}
