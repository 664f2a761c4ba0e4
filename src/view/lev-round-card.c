#include "lev-round-card.h"

#include "lev-due-text.h"
#include "lev-phase-bars.h"

#include <glib/gi18n.h>

struct _LevRoundCard
{
  AdwBin parent;

  LevReview    *review;
  GtkBox       *head;
  GtkLabel     *title;
  GtkLabel     *summary;
  GtkButton    *open_button;
  LevPhaseBars *bars;
};

G_DEFINE_FINAL_TYPE (LevRoundCard, lev_round_card, ADW_TYPE_BIN)

/* When the MT discussed the first dossier; 0 when it did not yet. */
static LevDate
get_discussed (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevMeeting *meeting = lev_review_get_meeting (review);

  for (guint i = 0; i < dossiers->len; i++)
    if (lev_dossier_is_presented (g_ptr_array_index (dossiers, i)))
      return meeting != NULL && meeting->start != 0 ? lev_moment_get_date (meeting->start) : 0;

  return 0;
}

/* "Besproken in het MT op 5 november. Van de 14 acties is er 1 definitief afgerond." */
static char *
describe_discussed (LevDate     discussed,
                    LevProgress finished)
{
  g_autofree char *date = lev_date_format_short (discussed);
  g_autofree char *first = g_strdup_printf (_("Discussed in the MT on %s."), date);
  g_autofree char *second = NULL;

  if (finished.total == 0)
    return g_strdup_printf ("%s %s", first, _("No actions were agreed."));

  second = finished.total == 1
             ? g_strdup (finished.done == 1 ? _("The one action is definitively finished.")
                                            : _("The one action is not definitively finished yet."))
             : g_strdup_printf (ngettext ("Of the %u actions %u is definitively finished.",
                                          "Of the %u actions %u are definitively finished.",
                                          finished.done),
                                finished.total, finished.done);

  return g_strdup_printf ("%s %s", first, second);
}

static char *
describe (LevReview         *review,
          const LevStanding *standing)
{
  LevDate discussed = get_discussed (review);
  LevMeeting *meeting = lev_review_get_meeting (review);
  g_autofree char *now = NULL;
  g_autofree char *date = NULL;

  if (discussed != 0)
    return describe_discussed (discussed, standing->steps[12]);

  now = g_strdup_printf (_("Now at step %u of %u: %s."), standing->step, LEV_N_STEPS,
                         _(lev_step_get (standing->step)->title));
  if (meeting == NULL || meeting->start == 0)
    return g_steal_pointer (&now);

  date = lev_date_format_short (lev_moment_get_date (meeting->start));

  /* Translators: a sentence on where the round is, and the date of the meeting. */
  return g_strdup_printf (_("%s The MT meets on %s."), now, date);
}

static void
lev_round_card_dispose (GObject *object)
{
  g_clear_object (&LEV_ROUND_CARD (object)->review);

  G_OBJECT_CLASS (lev_round_card_parent_class)->dispose (object);
}

static void
lev_round_card_class_init (LevRoundCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_round_card_dispose;

  g_type_ensure (LEV_TYPE_PHASE_BARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/round-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRoundCard, head);
  gtk_widget_class_bind_template_child (widget_class, LevRoundCard, title);
  gtk_widget_class_bind_template_child (widget_class, LevRoundCard, summary);
  gtk_widget_class_bind_template_child (widget_class, LevRoundCard, open_button);
  gtk_widget_class_bind_template_child (widget_class, LevRoundCard, bars);
}

static void
lev_round_card_init (LevRoundCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_round_card_new (LevReview *review)
{
  LevRoundCard *self = g_object_new (LEV_TYPE_ROUND_CARD, NULL);

  self->review = g_object_ref (review);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s",
                                    LEV_RECORD (review)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "win.review");
  lev_round_card_update (self);

  return GTK_WIDGET (self);
}

LevReview *
lev_round_card_get_review (LevRoundCard *self)
{
  g_return_val_if_fail (LEV_IS_ROUND_CARD (self), NULL);

  return self->review;
}

void
lev_round_card_update (LevRoundCard *self)
{
  LevStanding standing;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (LEV_IS_ROUND_CARD (self));

  lev_review_get_standing (self->review, &standing);
  title = lev_record_dup_title (LEV_RECORD (self->review));
  summary = standing.step <= LEV_N_STEPS ? describe (self->review, &standing) : g_strdup ("");
  label = g_strdup_printf (_("To the round: %s"), title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  lev_phase_bars_show (self->bars, &standing);
}

void
lev_round_card_set_narrow (LevRoundCard *self,
                           gboolean      narrow)
{
  g_return_if_fail (LEV_IS_ROUND_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->open_button), narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  lev_phase_bars_set_labelled (self->bars, !narrow);
}
