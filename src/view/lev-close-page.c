#include "lev-close-page.h"

#include "lev-anchor.h"
#include "lev-due-text.h"
#include "lev-figures.h"
#include "lev-process.h"
#include "lev-record-form.h"

#include <glib/gi18n.h>

struct _LevClosePage
{
  LevStepPage parent;

  GtkLabel     *suppliers_label;
  AdwActionRow *risks_row;
  GtkLabel     *risks_label;
  GtkLabel     *agreed_label;
  GtkLabel     *finished_label;
  GtkLabel     *refused_label;
  AdwActionRow *returns_row;
  GtkLabel     *returns_label;
  GtkLabel     *updates_label;
  GtkLabel     *done_label;
  GtkLabel     *closed_label;
  GtkBox       *afterwards_box;
  AdwActionRow *lessons_row;
  AdwActionRow *date_row;
  GtkWidget    *form; /* while the round is open */
  GtkWidget    *propose_button;
  GtkLabel     *propose_label;
  AdwActionRow *close_row;
  GtkWidget    *close_button;
  GtkWidget    *reopen_button;
};

G_DEFINE_FINAL_TYPE (LevClosePage, lev_close_page, LEV_TYPE_STEP_PAGE)

static void
close_clicked_cb (LevClosePage *self)
{
  LevApplication *application = lev_application_get_default ();
  LevReview *review = lev_step_page_get_review (LEV_STEP_PAGE (self));
  g_autofree char *lessons = g_strdup (review->lessons);
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Close the round"));
  if (!lev_process_close (review, lessons, review->next_date, &error))
    lev_application_refuse (application, error);
  else if (lev_application_commit (application))
    lev_application_toast (application, _("The round is closed"), _("_Undo"), "app.undo");
}

/* The date on which the year calendar has the next round; 0 when it has none. */
static LevDate
get_proposal (LevReview *review)
{
  return review->calendar_entry != NULL
           ? lev_calendar_entry_get_occurrence (review->calendar_entry, 1)
           : 0;
}

static void
propose_clicked_cb (LevClosePage *self)
{
  LevApplication *application = lev_application_get_default ();
  LevReview *review = lev_step_page_get_review (LEV_STEP_PAGE (self));

  lev_application_begin (application, _("Take over the next date"));
  g_object_set (review, "next-date", get_proposal (review), NULL);
  lev_application_commit (application);
}

/* "12 dagen", or a dash as long as there is nothing to count. */
static void
set_days (GtkLabel *label,
          guint     n,
          guint     days)
{
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u day", "%u days", days), days)
                                : g_strdup ("–");

  gtk_label_set_label (label, text);
}

static void
set_figure (GtkLabel *label,
            guint     figure)
{
  g_autofree char *text = g_strdup_printf ("%u", figure);

  gtk_label_set_label (label, text);
}

/* "2 kritiek, 5 hoog": the classes that occur, the most serious first. */
static char *
describe_risks (LevHandbookContent *content,
                const LevFigures   *figures)
{
  static const LevLevel order[] = {
    LEV_LEVEL_CRITICAL, LEV_LEVEL_HIGH, LEV_LEVEL_MEDIUM, LEV_LEVEL_LOW, LEV_LEVEL_UNKNOWN,
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (figures->n_risks[order[i]] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "",
                              figures->n_risks[order[i]],
                              lev_scoring_get_level_title (content, order[i]));

  return g_string_free_and_steal (text);
}

static void
update_figures (LevClosePage *self,
                LevReview    *review)
{
  LevFigures figures = lev_review_get_figures (review);
  g_autofree char *classes = describe_risks (lev_handbook_get_content (review->handbook), &figures);
  g_autofree char *returns = NULL;
  guint n_risks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (figures.n_risks); i++)
    n_risks += figures.n_risks[i];

  set_figure (self->suppliers_label, figures.n_suppliers);
  set_figure (self->risks_label, n_risks);
  adw_action_row_set_subtitle (self->risks_row, classes);
  set_figure (self->agreed_label, figures.n_agreed);
  set_figure (self->finished_label, figures.n_finished);
  set_figure (self->refused_label, figures.n_refused);
  set_figure (self->returns_label, figures.n_returns);
  returns = g_strdup_printf (_("%u from the service owner, %u from the MT"),
                             figures.n_owner_returns, figures.n_mt_returns);
  adw_action_row_set_subtitle (self->returns_row, figures.n_returns > 0 ? returns : "");
  set_figure (self->updates_label, figures.n_updates);
  set_days (self->done_label, figures.n_done, figures.days_done);
  set_days (self->closed_label, figures.n_closed, figures.days_closed);
}

static void
update_proposal (LevClosePage *self,
                 LevReview    *review)
{
  LevDate date = get_proposal (review);
  g_autofree char *day = lev_date_format_weekday (date);
  g_autofree char *label = g_strdup_printf (_("Take over from the year calendar: %s"), day);

  gtk_label_set_label (self->propose_label, label);
  gtk_widget_set_visible (self->propose_button,
                          review->closed == 0 && date != 0 && date != review->next_date);
}

/* A form while the round is open, afterwards only what was said. */
static void
update_afterwards (LevClosePage *self,
                   LevReview    *review)
{
  static const char *const fields[] = { "lessons", "next-date", NULL };
  gboolean is_open = review->closed == 0;
  g_autofree char *date = review->next_date != 0 ? lev_date_format_long (review->next_date)
                                                 : g_strdup ("–");

  if (self->form == NULL && is_open)
    {
      self->form = lev_record_form_new (LEV_RECORD (review), fields);
      gtk_box_append (self->afterwards_box, self->form);
    }
  if (self->form != NULL)
    {
      lev_record_form_update (LEV_RECORD_FORM (self->form));
      gtk_widget_set_visible (self->form, is_open);
    }

  adw_action_row_set_subtitle (self->lessons_row,
                               lev_text_is_blank (review->lessons) ? "–" : review->lessons);
  adw_action_row_set_subtitle (self->date_row, date);
  gtk_widget_set_visible (GTK_WIDGET (self->lessons_row), !is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), !is_open);
  update_proposal (self, review);
}

/* Whether the round can be closed now, and if not, why. */
static void
update_close (LevClosePage *self,
              LevReview    *review)
{
  guint step = lev_review_get_step (review);
  g_autofree char *moment = lev_moment_format (review->closed);
  g_autofree char *text = NULL;

  if (review->closed != 0)
    text = g_strdup_printf (_("Closed on %s. The round can be read, not changed."), moment);
  else if (step == 14)
    text = g_strdup (_("Every dossier is in the archive. After this the round can be read, not "
                       "changed."));
  else
    text = g_strdup_printf (_("The round is still at step %u, %s."), step,
                            _(lev_step_get (step)->name));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->close_row), review->closed != 0
                                                                          ? _("The round is closed")
                                                                          : _("Close the round"));
  adw_action_row_set_subtitle (self->close_row, text);
  gtk_widget_set_visible (self->close_button, review->closed == 0);
  gtk_widget_set_sensitive (self->close_button, step == 14);
  gtk_widget_set_visible (self->reopen_button, review->closed != 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reopen_button), "s",
                                    LEV_RECORD (review)->id);
}

static void
lev_close_page_update (LevStepPage *page)
{
  LevClosePage *self = LEV_CLOSE_PAGE (page);
  LevReview *review = lev_step_page_get_review (page);

  lev_anchor_set (GTK_WIDGET (self->close_row), LEV_RECORD (review), "closed");
  update_figures (self, review);
  update_afterwards (self, review);
  update_close (self, review);
}

static void
lev_close_page_class_init (LevClosePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_STEP_PAGE_CLASS (klass)->update = lev_close_page_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/close-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, suppliers_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, risks_row);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, risks_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, agreed_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, finished_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, refused_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, returns_row);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, returns_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, updates_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, done_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, closed_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, propose_button);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, propose_label);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, reopen_button);
  gtk_widget_class_bind_template_callback (widget_class, propose_clicked_cb);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, afterwards_box);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, lessons_row);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, date_row);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, close_row);
  gtk_widget_class_bind_template_child (widget_class, LevClosePage, close_button);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
lev_close_page_init (LevClosePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
