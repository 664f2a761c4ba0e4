#include "lev-journal-row.h"

#include "lev-due-text.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevJournalRow
{
  AdwBin parent;

  LevRecord *entry;

  GtkLabel  *date;
  GtkLabel  *who;
  GtkLabel  *result;
  GtkLabel  *text;
  GtkLabel  *details;
  GtkWidget *correct_button;
};

G_DEFINE_FINAL_TYPE (LevJournalRow, lev_journal_row, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), !lev_text_is_blank (text));
}

/* What is not blank of @first and @second, with a dot between. */
static char *
join (const char *first,
      const char *second)
{
  if (lev_text_is_blank (first))
    return g_strdup (second);
  if (lev_text_is_blank (second))
    return g_strdup (first);

  return g_strdup_printf ("%s · %s", first, second);
}

static void
show_head (LevJournalRow *self,
           LevDate        date,
           LevPerson     *person,
           const char    *result)
{
  g_autofree char *day = lev_date_format_short (date);

  set_text (self->date, day);
  gtk_label_set_label (self->who, person != NULL && person->name != NULL ? person->name : "");
  set_text (self->result, result);
}

/* How it was told and to whom. */
static char *
describe_channel (LevStatusUpdate *update)
{
  static const char *const formats[] = {
    [LEV_CHANNEL_NONE] = N_("to %s"),
    [LEV_CHANNEL_MAIL] = N_("e-mail to %s"),
    [LEV_CHANNEL_MEETING] = N_("meeting with %s"),
    [LEV_CHANNEL_PHONE] = N_("by phone with %s"),
  };
  g_autoptr (GString) text = g_string_new (NULL);

  if (lev_text_is_blank (update->recipients))
    return g_strdup (lev_choice_get_label (lev_channel_choices, update->channel));

  g_string_assign (text, _(formats[update->channel]));
  g_string_replace (text, "%s", update->recipients, 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What was corrected is struck through, and only what stands can be corrected. */
static void
show_correction (LevJournalRow   *self,
                 LevStatusUpdate *update)
{
  gboolean stands = lev_status_update_get_standing (update) == update;
  LevReview *review = lev_record_get_review (LEV_RECORD (update));
  g_autofree char *date = update->corrects != NULL ? lev_date_format_short (update->corrects->date)
                                                   : NULL;
  g_autofree char *text = NULL;

  if (date != NULL)
    {
      text = g_strdup_printf (_("Correction of the update of %s: %s"), date, update->text);
      set_text (self->text, text);
    }
  if (!stands)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "corrected");
      set_text (self->result, _("corrected"));
    }
  gtk_widget_set_visible (self->correct_button, stands && review->closed == 0 &&
                                                  lev_action_get_step (update->action) <= 12);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->correct_button), "s",
                                    LEV_RECORD (update)->id);
}

static void
show_update (LevJournalRow   *self,
             LevStatusUpdate *update)
{
  g_autofree char *progress = g_strdup_printf (_("%d %%"), update->progress);
  g_autofree char *details = describe_channel (update);

  show_head (self, update->date, update->author, progress);
  set_text (self->text, update->text);
  set_text (self->details, details);
  show_correction (self, update);
}

static void
show_decision (LevJournalRow *self,
               LevDecision   *decision)
{
  const char *name = _(lev_step_get ((guint) decision->step)->name);
  gboolean has_choice = lev_step_find_move ((guint) decision->step, LEV_SCOPE_ACTION,
                                            LEV_OUTCOME_NO) != NULL;
  const char *outcome = lev_choice_get_label (lev_outcome_choices, decision->outcome);
  /* Translators: a step and its outcome, yes or no. */
  g_autofree char *result = has_choice ? g_strdup_printf (_("%s: %s"), name, outcome)
                                       : g_strdup (name);
  g_autofree char *details = join (lev_choice_get_label (lev_feedback_form_choices, decision->form),
                                   decision->recipients);

  if (decision->evidence != NULL)
    {
      g_autofree char *evidence = g_strdup_printf (_("evidence: %s"), decision->evidence->name);
      char *both = join (details, evidence);

      g_free (details);
      details = both;
    }
  show_head (self, decision->date, decision->by, result);
  set_text (self->text, decision->reason);
  set_text (self->details, details);
  gtk_widget_add_css_class (GTK_WIDGET (self), "decision");
}

/* The old date stays in sight, with why it became another. */
static void
show_due_change (LevJournalRow *self,
                 LevDueChange  *change)
{
  g_autofree char *old_due = lev_date_format_short (change->old_due);
  g_autofree char *due = lev_date_format_short (change->due);
  g_autofree char *result = g_strdup_printf (_("due date: %s → %s"), old_due, due);

  show_head (self, change->date, change->by, result);
  set_text (self->text, change->reason);
  set_text (self->details, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "decision");
}

static void
lev_journal_row_dispose (GObject *object)
{
  g_clear_object (&LEV_JOURNAL_ROW (object)->entry);

  G_OBJECT_CLASS (lev_journal_row_parent_class)->dispose (object);
}

static void
lev_journal_row_class_init (LevJournalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_journal_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/journal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevJournalRow, date);
  gtk_widget_class_bind_template_child (widget_class, LevJournalRow, who);
  gtk_widget_class_bind_template_child (widget_class, LevJournalRow, result);
  gtk_widget_class_bind_template_child (widget_class, LevJournalRow, text);
  gtk_widget_class_bind_template_child (widget_class, LevJournalRow, details);
  gtk_widget_class_bind_template_child (widget_class, LevJournalRow, correct_button);
}

static void
lev_journal_row_init (LevJournalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_journal_row_new (LevRecord *entry)
{
  LevJournalRow *self = g_object_new (LEV_TYPE_JOURNAL_ROW, NULL);

  self->entry = g_object_ref (entry);
  if (LEV_IS_DECISION (entry))
    show_decision (self, LEV_DECISION (entry));
  else if (LEV_IS_DUE_CHANGE (entry))
    show_due_change (self, LEV_DUE_CHANGE (entry));
  else
    show_update (self, LEV_STATUS_UPDATE (entry));

  return GTK_WIDGET (self);
}

LevRecord *
lev_journal_row_get_entry (LevJournalRow *self)
{
  return self->entry;
}
