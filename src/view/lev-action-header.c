#include "lev-action-header.h"

#include "lev-due-text.h"
#include "lev-follow-up-row.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

struct _LevActionHeader
{
  AdwBin parent;

  GtkLabel  *title;
  GtkLabel  *facts;
  GtkButton *history_button;
  GtkWidget *chips;
  GtkLabel  *frequency_chip;
  GtkLabel  *channel_chip;
  GtkLabel  *next_chip;
  GtkWidget *due_button;
  GtkLabel  *return_label;
  GtkLabel  *missing_label;
};

G_DEFINE_FINAL_TYPE (LevActionHeader, lev_action_header, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_dossier (LevDossier *dossier)
{
  g_autofree char *manager = lev_record_dup_title (LEV_RECORD (dossier->manager));
  g_autofree char *owner = lev_record_dup_title (LEV_RECORD (dossier->owner));

  return g_strdup_printf (_("CM %s · service owner %s"), manager, owner);
}

static char *
describe_action (LevAction *action)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (action->dossier));
  g_autofree char *due = lev_date_format_short (action->due);
  g_autoptr (GString) text = g_string_new (supplier);

  if (action->executor != NULL)
    g_string_append_printf (text, _(" · executor %s"), action->executor->name);
  if (action->due != 0)
    g_string_append_printf (text, _(" · due %s"), due);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update_chips (LevActionHeader *self,
              LevAction       *action)
{
  LevDate next = action != NULL ? lev_action_get_next_update (action) : 0;
  guint step = action != NULL ? lev_action_get_step (action) : 0;
  g_autofree char *date = lev_date_format_short (next);
  g_autofree char *label = next != 0 ? g_strdup_printf (_("next update: %s"), date) : NULL;

  gtk_widget_set_visible (self->chips, action != NULL && action->frequency != LEV_FREQUENCY_NONE);
  if (action == NULL)
    return;

  set_text (self->frequency_chip, lev_choice_get_label (lev_frequency_choices, action->frequency));
  set_text (self->channel_chip, lev_choice_get_label (lev_channel_choices, action->channel));
  set_text (self->next_chip, label);
  gtk_widget_set_visible (self->due_button,
                          action->dossier->review->closed == 0 && step >= 8 && step <= 9);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->due_button), "s",
                                    LEV_RECORD (action)->id);
  gtk_widget_remove_css_class (GTK_WIDGET (self->next_chip), "late");
  if (next != 0 && next < lev_clock_today ())
    gtk_widget_add_css_class (GTK_WIDGET (self->next_chip), "late");
}

/* What the guard of the step still asks of the subject. */
static char *
describe_missing (LevRecord *subject,
                  guint      number)
{
  const LevStep *step = lev_step_get (number);
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);
  g_autoptr (GString) text = g_string_new (NULL);

  step->guards[lev_scope_of (subject)](subject, missing);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (missing)); i++)
    {
      g_autoptr (LevMissing) item = g_list_model_get_item (G_LIST_MODEL (missing), i);

      g_string_append_printf (text, "%s⚠ %s. %s", i > 0 ? "\n" : "", lev_missing_get_reason (item),
                              lev_missing_get_todo (item));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update_history (LevActionHeader *self,
                LevRecord       *subject)
{
  const char *name = LEV_IS_ACTION (subject) ? _("History of this action")
                                             : _("History of this profile");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->history_button), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history_button), "s", subject->id);
}

static void
lev_action_header_class_init (LevActionHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/action-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, title);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, facts);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, history_button);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, chips);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, frequency_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, channel_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, next_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, due_button);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, return_label);
  gtk_widget_class_bind_template_child (widget_class, LevActionHeader, missing_label);
}

static void
lev_action_header_init (LevActionHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_action_header_show (LevActionHeader *self,
                        LevRecord       *subject,
                        guint            number,
                        gboolean         is_waiting)
{
  LevAction *action = LEV_IS_ACTION (subject) ? LEV_ACTION (subject) : NULL;
  g_autofree char *title = lev_record_dup_title (subject);
  g_autofree char *facts = action != NULL ? describe_action (action)
                                          : describe_dossier (LEV_DOSSIER (subject));
  g_autofree char *returned = action != NULL ? lev_action_describe_return (action) : NULL;
  g_autofree char *missing = is_waiting ? describe_missing (subject, number) : NULL;

  g_return_if_fail (LEV_IS_ACTION_HEADER (self));

  set_text (self->title, title);
  set_text (self->facts, facts);
  set_text (self->return_label, returned);
  set_text (self->missing_label, missing);
  update_history (self, subject);
  update_chips (self, action);
}
