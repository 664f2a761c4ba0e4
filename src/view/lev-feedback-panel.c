#include "lev-feedback-panel.h"

#include "lev-date-button.h"
#include "lev-process.h"
#include "lev-review-export.h"
#include "lev-task.h"

#include <glib/gi18n.h>

struct _LevFeedbackPanel
{
  LevActionPanel parent;

  GtkLabel            *heading;
  AdwComboRow         *form_row;
  GtkEditable         *recipients_row;
  LevDateButton       *date_button;
  AdwPreferencesGroup *others_group;
  GHashTable          *others; /* LevAction to its AdwSwitchRow: what else waits in this step */
  GtkWidget           *report_group;
  GtkButton           *record_button;
  gboolean             filled_in;
};

G_DEFINE_FINAL_TYPE (LevFeedbackPanel, lev_feedback_panel, LEV_TYPE_ACTION_PANEL)

static gboolean
is_feedback (LevFeedbackPanel *self)
{
  return lev_action_panel_get_number (LEV_ACTION_PANEL (self)) == 10;
}

static LevAction *
get_action (LevFeedbackPanel *self)
{
  return LEV_ACTION (lev_action_panel_get_subject (LEV_ACTION_PANEL (self)));
}

/* The action itself and the others that were ticked. */
static GPtrArray *
list_actions (LevFeedbackPanel *self)
{
  GPtrArray *actions = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer action, row;

  g_ptr_array_add (actions, get_action (self));
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &action, &row))
    if (adw_switch_row_get_active (row))
      g_ptr_array_add (actions, action);

  return actions;
}

static void
update_button (LevFeedbackPanel *self)
{
  g_autoptr (GPtrArray) actions = list_actions (self);
  g_autofree char *label = g_strdup_printf (is_feedback (self)
                                              ? ngettext ("Report %u action", "Report %u actions",
                                                          actions->len)
                                              : ngettext ("Record for %u action",
                                                          "Record for %u actions", actions->len),
                                            actions->len);

  gtk_button_set_label (self->record_button, label);
}

static void
record_cb (LevFeedbackPanel *self)
{
  LevActionPanel *panel = LEV_ACTION_PANEL (self);
  g_autoptr (GPtrArray) actions = list_actions (self);
  const LevDecisionDetails details = {
    .date = lev_date_button_get_date (self->date_button),
    .form = is_feedback (self) ? (LevFeedbackForm) adw_combo_row_get_selected (self->form_row)
                               : LEV_FEEDBACK_FORM_NONE,
    .recipients = gtk_editable_get_text (self->recipients_row),
  };
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), is_feedback (self)
                                                           ? _("Report the result to the MT")
                                                           : _("Inform those involved"));
  for (guint i = 0; i < actions->len && error == NULL; i++)
    lev_process_decide (g_ptr_array_index (actions, i), lev_action_panel_get_number (panel),
                        LEV_OUTCOME_YES, &details, &error);
  lev_action_panel_finish (panel,
                           is_feedback (self) ? _("Reported to the MT")
                                              : _("Those involved are informed"),
                           error);
}

static void
add_recipient (LevFeedbackPanel *self,
               LevPerson        *person)
{
  const char *present = gtk_editable_get_text (self->recipients_row);
  g_autofree char *text = NULL;

  if (person == NULL || person->name == NULL || strstr (present, person->name) != NULL)
    return;

  text = *present != '\0' ? g_strdup_printf ("%s, %s", present, person->name)
                          : g_strdup (person->name);
  gtk_editable_set_text (self->recipients_row, text);
}

/* Who belongs to the other action is involved too. */
static void
other_toggled_cb (LevFeedbackPanel *self,
                  GParamSpec       *pspec,
                  AdwSwitchRow     *row)
{
  GHashTableIter iter;
  gpointer action, value;

  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &action, &value))
    if (value == row && adw_switch_row_get_active (row))
      {
        add_recipient (self, LEV_ACTION (action)->dossier->owner);
        if (!is_feedback (self))
          add_recipient (self, LEV_ACTION (action)->dossier->level_manager);
      }
  update_button (self);
}

static void
add_other (LevFeedbackPanel *self,
           LevAction        *action)
{
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (action->dossier));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), action->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), supplier);
  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (other_toggled_cb), self);
  adw_preferences_group_add (self->others_group, row);
  g_hash_table_insert (self->others, g_object_ref (action), row);
}

static gboolean
is_waiting (GArray    *tasks,
            LevAction *action)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LevTask, i).subject == LEV_RECORD (action))
      return TRUE;

  return FALSE;
}

/* Rows come and go with what waits; those that stay keep what was chosen. */
static void
update_others (LevFeedbackPanel *self)
{
  LevReview *review = get_action (self)->dossier->review;
  g_autoptr (GArray)
    tasks = lev_review_list_tasks (review, lev_action_panel_get_number (LEV_ACTION_PANEL (self)),
                                   lev_clock_today ());
  GHashTableIter iter;
  gpointer action, row;

  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &action, &row))
    if (!is_waiting (tasks, action))
      {
        adw_preferences_group_remove (self->others_group, row);
        g_hash_table_iter_remove (&iter);
      }

  for (guint i = 0; i < tasks->len; i++)
    {
      LevAction *other = LEV_ACTION (g_array_index (tasks, LevTask, i).subject);

      if (other != get_action (self) && !g_hash_table_contains (self->others, other))
        add_other (self, other);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others_group), g_hash_table_size (self->others) > 0);
  update_button (self);
}

static void
fill_in (LevFeedbackPanel *self)
{
  LevActionPanel *panel = LEV_ACTION_PANEL (self);
  LevPerson *owner = lev_action_panel_get_dossier (panel)->owner;
  g_autofree char *informed = lev_action_panel_dup_recipients (panel, FALSE);
  g_autoptr (GtkStringList) forms = gtk_string_list_new (NULL);

  gtk_string_list_append (forms, _("Choose…"));
  for (int i = 1; lev_feedback_form_choices[i].nick != NULL; i++)
    gtk_string_list_append (forms, lev_choice_get_label (lev_feedback_form_choices, i));
  adw_combo_row_set_model (self->form_row, G_LIST_MODEL (forms));

  gtk_label_set_label (self->heading, is_feedback (self) ? _("Report the result to the MT")
                                                         : _("Who were informed"));
  gtk_widget_set_visible (GTK_WIDGET (self->form_row), is_feedback (self));
  gtk_widget_set_visible (self->report_group, is_feedback (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->recipients_row),
                                 is_feedback (self) ? _("Service owners involved") : _("Informed"));
  gtk_editable_set_text (self->recipients_row, !is_feedback (self) ? informed
                                               : owner != NULL     ? owner->name
                                                                   : "");
  lev_date_button_set_date (self->date_button, lev_clock_today ());
}

/* In the form that is chosen, or else bundled. */
static void
write_clicked_cb (LevFeedbackPanel *self)
{
  lev_review_export_feedback (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              lev_action_panel_get_dossier (LEV_ACTION_PANEL (self)),
                              (LevFeedbackForm) adw_combo_row_get_selected (self->form_row));
}

static void
lev_feedback_panel_refresh (LevActionPanel *panel)
{
  LevFeedbackPanel *self = LEV_FEEDBACK_PANEL (panel);

  if (!self->filled_in)
    fill_in (self);
  self->filled_in = TRUE;
  update_others (self);
}

static void
lev_feedback_panel_dispose (GObject *object)
{
  g_clear_pointer (&LEV_FEEDBACK_PANEL (object)->others, g_hash_table_unref);

  G_OBJECT_CLASS (lev_feedback_panel_parent_class)->dispose (object);
}

static void
lev_feedback_panel_class_init (LevFeedbackPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_feedback_panel_dispose;
  LEV_ACTION_PANEL_CLASS (klass)->refresh = lev_feedback_panel_refresh;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/feedback-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, form_row);
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, recipients_row);
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, date_button);
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, others_group);
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, record_button);
  gtk_widget_class_bind_template_child (widget_class, LevFeedbackPanel, report_group);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_clicked_cb);
}

static void
lev_feedback_panel_init (LevFeedbackPanel *self)
{
  self->others = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}
