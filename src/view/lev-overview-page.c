#include "lev-overview-page.h"

#include "lev-fact-card.h"
#include "lev-figures.h"
#include "lev-guard.h"
#include "lev-matrix-cell.h"
#include "lev-missing-row.h"
#include "lev-phase-bars.h"
#include "lev-progress-text.h"
#include "lev-step-header.h"
#include "lev-step-matrix.h"

#include <glib/gi18n.h>

/* How much of what is missing is listed; the rest stands in the step itself. */
#define MOST_MISSING (5)

struct _LevOverviewPage
{
  LevContentPage parent;

  LevReview      *review;
  gboolean        folded;
  gboolean        small;
  GtkWidget      *column;
  GtkWidget      *leading_card;
  GtkWidget      *top_box;
  LevStepHeader  *header;
  GtkButton      *step_button;
  GtkLabel       *explanation;
  GtkWidget      *todo_box;
  GtkLabel       *todo_label;
  GtkLabel       *progress_label;
  GtkProgressBar *progress_bar;
  GtkListBox     *missing_list;
  AdwWrapBox     *busy_box;
  GtkWidget      *matrix_box;
  AdwToggleGroup *whose_group;
  GtkStack       *stack;
  GtkWidget      *matrix_page;
  LevStepMatrix  *matrix;
  GtkListBox     *supplier_list;
  GtkWidget      *none_label;
  AdwBin         *legend_bin;
  AdwBin         *figures_bin;
};

G_DEFINE_FINAL_TYPE (LevOverviewPage, lev_overview_page, LEV_TYPE_CONTENT_PAGE)

enum
{
  PROP_0,
  PROP_FOLDED,
  PROP_SMALL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- The leading step ------------------------------------------------------------------------ */

/* The way to what is not listed. */
static GtkWidget *
create_more_row (guint n_more,
                 guint number)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more in step %u", "%u more in step %u",
                                                     n_more),
                                           n_more, number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "missing-row");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.step");

  return row;
}

static void
update_missing (LevOverviewPage *self,
                guint            number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (self->review, number);
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  g_autofree char *todo = NULL;

  todo = g_markup_printf_escaped ("<b>%s</b>  <span alpha='60%%'>%u</span>",
                                  _("Still to do in this step"), n_missing);
  gtk_label_set_markup (self->todo_label, todo);
  gtk_list_box_remove_all (self->missing_list);
  for (guint i = 0; i < MIN (n_missing, MOST_MISSING); i++)
    {
      g_autoptr (LevMissing) item = g_list_model_get_item (G_LIST_MODEL (missing), i);
      GtkWidget *row = lev_missing_row_new (item, self->review);

      lev_missing_row_set_wide (LEV_MISSING_ROW (row), !self->folded);
      gtk_list_box_append (self->missing_list, row);
    }
  if (n_missing > MOST_MISSING)
    gtk_list_box_append (self->missing_list, create_more_row (n_missing - MOST_MISSING, number));
  gtk_widget_set_visible (GTK_WIDGET (self->missing_list), n_missing > 0);
}

static void
update_leading (LevOverviewPage *self,
                guint            number)
{
  g_autofree char *label = g_strdup_printf (_("To step %u"), number);
  g_autofree char *progress = NULL;
  LevStanding standing;

  gtk_widget_set_visible (self->leading_card, number <= LEV_N_STEPS);
  if (number > LEV_N_STEPS)
    return;

  lev_review_get_standing (self->review, &standing);
  progress = lev_progress_describe_standing (self->review, &standing, number);
  lev_step_header_update (self->header, self->review, number);
  gtk_label_set_label (self->explanation, _(lev_step_get (number)->explanation));
  gtk_button_set_label (self->step_button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->step_button), "u", number);
  gtk_label_set_label (self->progress_label, progress);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 lev_progress_get_fraction (self->review, &standing, number));
  update_missing (self, number);
}

/* --- The other steps ------------------------------------------------------------------------- */

/* "8 Status updates · 2 te laat" */
static GtkWidget *
create_chip (LevMatrix *matrix,
             guint      number)
{
  guint n_late = lev_matrix_get_n_late (matrix, number);
  g_autofree char *count = n_late > 0
                             ? g_strdup_printf (ngettext ("%u late", "%u late", n_late), n_late)
                             : g_strdup_printf ("%u", lev_matrix_get_n_waiting (matrix, number));
  g_autofree char *label = g_strdup_printf ("%u %s · %s", number,
                                            _(lev_step_get (number)->short_name), count);
  GtkWidget *chip = gtk_button_new_with_label (label);

  gtk_button_set_can_shrink (GTK_BUTTON (chip), TRUE);
  gtk_widget_add_css_class (chip, "chip-button");
  if (n_late > 0)
    gtk_widget_add_css_class (chip, "late");
  gtk_widget_set_tooltip_text (chip, _(lev_step_get (number)->title));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.step");

  return chip;
}

static void
update_busy (LevOverviewPage *self,
             LevMatrix       *matrix)
{
  GtkWidget *label = gtk_label_new (_("Also under way:"));
  GtkWidget *child;
  guint n_busy = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->busy_box))) != NULL)
    adw_wrap_box_remove (self->busy_box, child);
  gtk_widget_add_css_class (label, "step-facts");
  adw_wrap_box_append (self->busy_box, label);
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      if (number == lev_matrix_get_step (matrix) ||
          lev_matrix_get_n_waiting (matrix, number) + lev_matrix_get_n_late (matrix, number) == 0)
        continue;
      adw_wrap_box_append (self->busy_box, create_chip (matrix, number));
      n_busy++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->busy_box), n_busy > 0);
}

/* --- The suppliers --------------------------------------------------------------------------- */

/* Where there is no room for the matrix: the supplier, and how far it is with each phase. */
static GtkWidget *
create_supplier_row (LevMatrix *matrix,
                     guint      position)
{
  LevDossier *dossier = g_ptr_array_index (lev_matrix_get_dossiers (matrix), position);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *phases = NULL;
  g_autofree char *name = NULL;
  GtkWidget *label = gtk_label_new (supplier);
  GtkWidget *bars = g_object_new (LEV_TYPE_PHASE_BARS, "spacing", 6, NULL);
  LevStanding standing;

  lev_matrix_get_standing (matrix, position, &standing);
  lev_phase_bars_show (LEV_PHASE_BARS (bars), &standing);
  phases = lev_phase_bars_describe (&standing);
  name = g_strdup_printf ("%s, %s", supplier, phases);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bars);
  gtk_widget_add_css_class (row, "supplier-phases");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(uss)",
                                    CLAMP (standing.step, 1, LEV_N_STEPS), LEV_RECORD (dossier)->id,
                                    "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");

  return row;
}

/* Whose suppliers are shown; %NULL for everyone's. */
static LevPerson *
get_shown_user (LevOverviewPage *self)
{
  LevPerson *user = lev_application_get_user (lev_application_get_default ());

  return g_strcmp0 (adw_toggle_group_get_active_name (self->whose_group), "mine") == 0 ? user
                                                                                       : NULL;
}

static void
update_suppliers (LevOverviewPage *self,
                  LevMatrix       *matrix)
{
  GPtrArray *dossiers = lev_matrix_get_dossiers (matrix);
  LevPerson *user = get_shown_user (self);
  guint n_shown = 0;

  gtk_list_box_remove_all (self->supplier_list);
  for (guint i = 0; i < dossiers->len; i++)
    {
      if (user != NULL && LEV_DOSSIER (g_ptr_array_index (dossiers, i))->manager != user)
        continue;
      if (self->small)
        gtk_list_box_append (self->supplier_list, create_supplier_row (matrix, i));
      n_shown++;
    }
  g_object_set (self->matrix, "folded", self->folded, NULL);
  if (!self->small)
    lev_step_matrix_update (self->matrix, matrix, user);

  gtk_stack_set_visible_child (self->stack, n_shown == 0  ? self->none_label
                                            : self->small ? GTK_WIDGET (self->supplier_list)
                                                          : self->matrix_page);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_bin), n_shown > 0 && !self->small);
  gtk_widget_set_visible (self->matrix_box, dossiers->len > 0);
}

/* --- Lead times and returns ------------------------------------------------------------------ */

/* "48 dagen, over 5 acties"; the empty string as long as there is nothing to count. */
static char *
describe_days (guint n_actions,
               guint days)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u action", "%u actions", n_actions),
                                            n_actions);

  return n_actions > 0
           ? g_strdup_printf (ngettext ("%u day, over %s", "%u days, over %s", days), days, count)
           : g_strdup ("");
}

/* What the report and the summary at the end say of the actions, while the round runs. */
static void
update_figures (LevOverviewPage *self)
{
  LevFigures figures = lev_review_get_figures (self->review);
  GtkWidget *card = lev_fact_card_new (_("Lead times and returns"));
  g_autofree char *done = describe_days (figures.n_done, figures.days_done);
  g_autofree char *closed = describe_days (figures.n_closed, figures.days_closed);
  g_autofree char *returns = g_strdup_printf (_("%u from the service owner, %u from the MT"),
                                              figures.n_owner_returns, figures.n_mt_returns);

  lev_fact_card_add (LEV_FACT_CARD (card),
                     _("From the first hand-out to the service owner’s yes, on average"), done);
  lev_fact_card_add (LEV_FACT_CARD (card),
                     _("From the decision to take the action to the MT’s last yes, on average"),
                     closed);
  lev_fact_card_add (LEV_FACT_CARD (card), _("Came back to step 7"),
                     figures.n_returns > 0 ? returns : _("none"));
  lev_fact_card_set_narrow (LEV_FACT_CARD (card), self->small);
  adw_bin_set_child (self->figures_bin, card);
  gtk_widget_set_visible (GTK_WIDGET (self->figures_bin),
                          figures.n_done + figures.n_closed + figures.n_returns > 0);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
lev_overview_page_refresh (LevContentPage *page)
{
  LevOverviewPage *self = LEV_OVERVIEW_PAGE (page);
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  g_autoptr (LevMatrix) matrix = NULL;
  g_autofree char *subtitle = NULL;
  guint step;

  if (self->review == NULL)
    return;

  matrix = lev_matrix_new (self->review, user, lev_clock_today ());
  step = lev_matrix_get_step (matrix);
  if (step <= LEV_N_STEPS)
    subtitle = g_strdup_printf (_("Now at step %u of %u · %s"), step, LEV_N_STEPS,
                                lev_phase_get_title (lev_step_get (step)->phase));
  lev_content_page_set_subtitle (page, subtitle != NULL ? subtitle : _("The round is closed"));

  gtk_widget_set_visible (GTK_WIDGET (self->whose_group), user != NULL);
  update_leading (self, step);
  update_busy (self, matrix);
  update_suppliers (self, matrix);
  update_figures (self);
}

static void
whose_changed_cb (LevOverviewPage *self)
{
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));
}

static void
lev_overview_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LevOverviewPage *self = LEV_OVERVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, self->small);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_overview_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LevOverviewPage *self = LEV_OVERVIEW_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    case PROP_SMALL:
      self->small = g_value_get_boolean (value);
      g_object_set (self->header, "narrow", self->small, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));
}

static void
lev_overview_page_dispose (GObject *object)
{
  g_clear_object (&LEV_OVERVIEW_PAGE (object)->review);

  G_OBJECT_CLASS (lev_overview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, column);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, leading_card);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, top_box);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, header);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, todo_box);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, todo_label);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, missing_list);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, busy_box);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, matrix_box);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, whose_group);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, matrix_page);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, supplier_list);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, none_label);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, legend_bin);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, figures_bin);
}

static void
lev_overview_page_class_init (LevOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_overview_page_get_property;
  object_class->set_property = lev_overview_page_set_property;
  object_class->dispose = lev_overview_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_overview_page_refresh;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEV_TYPE_STEP_HEADER);
  g_type_ensure (LEV_TYPE_STEP_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/overview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, whose_changed_cb);
}

static void
lev_overview_page_init (LevOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  adw_bin_set_child (self->legend_bin, lev_matrix_legend_new ());
}

LevOverviewPage *
lev_overview_page_new (LevReview *review)
{
  LevOverviewPage *self = g_object_new (LEV_TYPE_OVERVIEW_PAGE, NULL);

  self->review = g_object_ref (review);
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));

  return self;
}

void
lev_overview_page_focus_missing (LevOverviewPage *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (LEV_IS_OVERVIEW_PAGE (self));

  row = gtk_list_box_get_row_at_index (self->missing_list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
lev_overview_page_explain (LevOverviewPage *self)
{
  g_return_if_fail (LEV_IS_OVERVIEW_PAGE (self));

  if (gtk_widget_get_visible (self->leading_card))
    lev_step_header_explain (self->header);
}
