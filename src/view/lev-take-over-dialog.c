#include "lev-take-over-dialog.h"

#include "lev-application.h"
#include "lev-person-row.h"

#include <glib/gi18n.h>

struct _LevTakeOverDialog
{
  AdwDialog parent;

  GtkStack      *stack;
  AdwStatusPage *empty_page;
  GtkWidget     *person_group;
  LevPersonRow  *person_row;
  GtkListBox    *list;
  GSimpleAction *apply;

  const LevTakeOverClass *klass;
  gpointer                data;
  GDestroyNotify          destroy;
};

G_DEFINE_FINAL_TYPE (LevTakeOverDialog, lev_take_over_dialog, ADW_TYPE_DIALOG)

/* There is something to take over as long as one row is. */
static void
update_apply (LevTakeOverDialog *self)
{
  guint n_taken = 0;

  for (guint i = 0; i < self->klass->get_n (self->data); i++)
    {
      LevTakeOverRow row = { 0 };

      self->klass->describe (self->data, i, &row);
      n_taken += row.is_taken;
      g_free (row.title);
      g_free (row.subtitle);
    }
  g_simple_action_set_enabled (self->apply, n_taken > 0);
}

static void
toggled_cb (LevTakeOverDialog *self,
            GParamSpec        *pspec,
            GtkCheckButton    *check)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "position"));

  self->klass->set_taken (self->data, position, gtk_check_button_get_active (check));
  update_apply (self);
}

static void
add_check (LevTakeOverDialog    *self,
           AdwActionRow         *widget,
           guint                 position,
           const LevTakeOverRow *row)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->is_taken);
  gtk_widget_set_sensitive (check, row->is_takeable);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, row->title,
                                  -1);
  g_object_set_data (G_OBJECT (check), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (check, "notify::active", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (widget, check);
  adw_action_row_set_activatable_widget (widget, check);
}

static GtkWidget *
create_row (LevTakeOverDialog    *self,
            guint                 position,
            const LevTakeOverRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (row->state);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), row->title);
  if (row->subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), row->subtitle);
  if (self->klass->set_taken != NULL)
    add_check (self, ADW_ACTION_ROW (widget), position, row);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, row->css_class);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), chip);

  return widget;
}

static void
show_rows (LevTakeOverDialog *self)
{
  guint n_rows = self->klass->get_n (self->data);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n_rows; i++)
    {
      LevTakeOverRow row = { 0 };

      self->klass->describe (self->data, i, &row);
      gtk_list_box_append (self->list, create_row (self, i, &row));
      g_free (row.title);
      g_free (row.subtitle);
    }
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "rows" : "empty");
  update_apply (self);
}

static void
person_changed_cb (LevTakeOverDialog *self)
{
  if (self->klass == NULL || self->klass->set_person == NULL)
    return;

  self->klass->set_person (self->data, lev_person_row_get_person (self->person_row));
  show_rows (self);
}

static void
cancel_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  adw_dialog_close (user_data);
}

static void
apply_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  /* Closing the dialog may free it. */
  g_autoptr (LevTakeOverDialog) self = g_object_ref (user_data);
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _(self->klass->edit_label));
  if (!self->klass->apply (self->data, &error))
    {
      lev_application_refuse (application, error);
      return;
    }
  if (!lev_application_commit (application))
    return;

  lev_application_toast (application, _(self->klass->edit_label), _("_Undo"), "app.undo");
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lev_take_over_dialog_dispose (GObject *object)
{
  LevTakeOverDialog *self = LEV_TAKE_OVER_DIALOG (object);

  if (self->person_row != NULL)
    g_signal_handlers_disconnect_by_func (self->person_row, person_changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEV_TYPE_TAKE_OVER_DIALOG);

  G_OBJECT_CLASS (lev_take_over_dialog_parent_class)->dispose (object);
}

static void
lev_take_over_dialog_finalize (GObject *object)
{
  LevTakeOverDialog *self = LEV_TAKE_OVER_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->apply);

  G_OBJECT_CLASS (lev_take_over_dialog_parent_class)->finalize (object);
}

static void
lev_take_over_dialog_class_init (LevTakeOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_take_over_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lev_take_over_dialog_finalize;

  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/take-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevTakeOverDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LevTakeOverDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LevTakeOverDialog, person_group);
  gtk_widget_class_bind_template_child (widget_class, LevTakeOverDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, LevTakeOverDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, person_changed_cb);
}

static void
lev_take_over_dialog_init (LevTakeOverDialog *self)
{
  static const GActionEntry actions[] = {
    { "cancel", cancel_action },
    { "apply", apply_action },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  self->apply = g_object_ref (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), "apply")));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "take-over", G_ACTION_GROUP (group));
}

AdwDialog *
lev_take_over_dialog_new (const LevTakeOverClass *klass,
                          LevPerson              *person,
                          gpointer                data,
                          GDestroyNotify          destroy)
{
  LevTakeOverDialog *self = g_object_new (LEV_TYPE_TAKE_OVER_DIALOG, "title", _(klass->title),
                                          NULL);

  self->data = data;
  self->destroy = destroy;
  gtk_widget_set_visible (self->person_group, klass->person_title != NULL);
  if (klass->person_title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->person_row), _(klass->person_title));
  adw_status_page_set_title (self->empty_page, _(klass->empty));
  lev_person_row_set_person (self->person_row, person);
  self->klass = klass;
  show_rows (self);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        klass->person_title != NULL
                          ? GTK_WIDGET (self->person_row)
                          : GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));

  return ADW_DIALOG (self);
}
