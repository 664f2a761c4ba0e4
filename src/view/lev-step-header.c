#include "lev-step-header.h"

#include "lev-application.h"
#include "lev-dialog.h"
#include "lev-due-text.h"
#include "lev-guard.h"
#include "lev-matrix.h"
#include "lev-missing-row.h"
#include "lev-progress-text.h"
#include "lev-standing.h"
#include "lev-step-explanation.h"
#include "lev-step-summary.h"

#include <glib/gi18n.h>

struct _LevStepHeader
{
  GtkWidget parent;

  GtkWidget          *box;
  GtkWidget          *badge;
  GtkLabel           *number_label;
  GtkWidget          *check;
  GtkLabel           *title;
  GtkWidget          *who_icon;
  GtkLabel           *who;
  GtkWidget          *scope_box;
  GtkLabel           *scope;
  GtkWidget          *since_box;
  GtkLabel           *since;
  GtkWidget          *wide_box;
  GtkMenuButton      *explain_button;
  AdwButtonContent   *explain_content;
  GtkWidget          *progress_box;
  LevStepExplanation *popover_explanation;
  GtkLabel           *progress_label;
  GtkProgressBar     *progress_bar;
  GtkMenuButton      *missing_button;
  GtkListBox         *missing_list;
  GtkWidget          *done_label;
  GtkLabel           *explanation;
  LevStepSummary     *narrow_summary;

  LevReview *review; /* owned */
  guint      number;
  guint      n_missing;
  gboolean   is_done;
  gboolean   narrow;
  gboolean   medium;
  gboolean   inlined;
  gboolean   bare;
};

G_DEFINE_FINAL_TYPE (LevStepHeader, lev_step_header, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_MEDIUM,
  PROP_INLINED,
  PROP_BARE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_layout (LevStepHeader *self)
{
  gtk_widget_set_visible (self->wide_box, !self->narrow && !self->bare);
  gtk_widget_set_visible (GTK_WIDGET (self->explain_button), !self->inlined);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), self->inlined && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_summary), self->narrow && !self->bare);
  gtk_widget_set_visible (self->who_icon, !self->narrow && !self->medium);
  gtk_widget_set_visible (self->scope_box, !self->narrow && !self->medium);
  gtk_widget_set_visible (self->progress_box, !self->medium);
  adw_button_content_set_label (self->explain_content, self->medium ? "" : _("Explain"));
}

static void
update_badge (LevStepHeader   *self,
              LevStandingState state)
{
  static const struct
  {
    const char *css_class;
    const char *label;
  } states[] = {
    [LEV_STANDING_OPEN] = { "open", N_("not begun") },
    [LEV_STANDING_BUSY] = { "busy", N_("under way") },
    [LEV_STANDING_CURRENT] = { "current", N_("now") },
    [LEV_STANDING_DONE] = { "done", N_("done") },
  };
  g_autofree char *number = g_strdup_printf ("%u", self->number);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_widget_remove_css_class (self->badge, states[i].css_class);
  gtk_widget_add_css_class (self->badge, states[state].css_class);
  gtk_label_set_label (self->number_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), state != LEV_STANDING_DONE);
  gtk_widget_set_visible (self->check, state == LEV_STANDING_DONE);
  gtk_widget_set_tooltip_text (self->badge, _(states[state].label));
}

static GtkWidget *
create_missing_row (gpointer item,
                    gpointer user_data)
{
  return lev_missing_row_new (item, LEV_STEP_HEADER (user_data)->review);
}

/* The list is only filled while it is looked at. */
static void
popover_shown_cb (LevStepHeader *self)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (self->review, self->number);

  gtk_list_box_bind_model (self->missing_list, G_LIST_MODEL (missing), create_missing_row, self,
                           NULL);
}

/* Nothing is missing of a step that has not begun either: it is not done for that. */
static void
update_missing (LevStepHeader   *self,
                GListModel      *missing,
                LevStandingState state)
{
  g_autofree char *label = NULL;

  self->n_missing = g_list_model_get_n_items (missing);
  label = g_strdup_printf (ngettext ("%u still to do", "%u still to do", self->n_missing),
                           self->n_missing);
  gtk_menu_button_set_label (self->missing_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button), self->n_missing > 0);
  self->is_done = self->n_missing == 0 && state != LEV_STANDING_OPEN;
  gtk_widget_set_visible (self->done_label, self->is_done);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->missing_list)))
    popover_shown_cb (self);
}

static void
update_facts (LevStepHeader *self,
              const char    *progress)
{
  const LevStep *step = lev_step_get (self->number);
  const char *scope = lev_progress_describe_scope (step);
  LevDate since = self->bare ? lev_review_get_since (self->review, self->number) : 0;
  g_autofree char *date = lev_date_format_short (since);
  g_autofree char *since_text = g_strdup_printf (_("since %s"), date);
  g_autofree char *both = g_strdup_printf ("%s%s%s · %s",
                                           self->medium && !self->narrow ? progress : "",
                                           self->medium && !self->narrow ? " · " : "", _(step->who),
                                           scope);

  gtk_label_set_label (self->title, _(step->title));
  gtk_label_set_label (self->who, self->narrow || self->medium ? both : _(step->who));
  gtk_label_set_wrap (self->who, self->narrow);
  gtk_label_set_ellipsize (self->who, self->narrow ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_label (self->scope, scope);
  gtk_label_set_label (self->since, since_text);
  gtk_widget_set_visible (self->since_box, since != 0 && !self->narrow);
  gtk_label_set_label (self->explanation, _(step->explanation));
  lev_step_explanation_show (self->popover_explanation, self->number);
}

static void
update (LevStepHeader *self)
{
  g_autoptr (GListStore) missing = NULL;
  g_autofree char *progress = NULL;
  LevStanding standing;
  LevStandingState state;
  double fraction;

  if (self->review == NULL)
    return;

  missing = lev_review_list_missing (self->review, self->number);
  lev_review_get_standing (self->review, &standing);
  progress = lev_progress_describe_standing (self->review, &standing, self->number);
  fraction = lev_progress_get_fraction (self->review, &standing, self->number);
  update_facts (self, progress);
  state = lev_standing_get_step_state (&standing, self->number);
  update_badge (self, state);
  gtk_label_set_label (self->progress_label, progress);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  update_missing (self, G_LIST_MODEL (missing), state);
  lev_step_summary_show (self->narrow_summary, self->review, self->number, G_LIST_MODEL (missing),
                         progress, fraction);
}

static void
lev_step_header_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LevStepHeader *self = LEV_STEP_HEADER (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_MEDIUM:
      g_value_set_boolean (value, self->medium);
      break;
    case PROP_INLINED:
      g_value_set_boolean (value, self->inlined);
      break;
    case PROP_BARE:
      g_value_set_boolean (value, self->bare);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_step_header_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LevStepHeader *self = LEV_STEP_HEADER (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_MEDIUM:
      self->medium = g_value_get_boolean (value);
      break;
    case PROP_INLINED:
      self->inlined = g_value_get_boolean (value);
      break;
    case PROP_BARE:
      self->bare = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  update_layout (self);
  update (self);
}

static void
lev_step_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_STEP_HEADER);
  g_clear_object (&LEV_STEP_HEADER (object)->review);

  G_OBJECT_CLASS (lev_step_header_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, box);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, badge);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, number_label);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, check);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, title);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, who_icon);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, who);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, scope_box);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, scope);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, since_box);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, since);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, wide_box);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, explain_button);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, explain_content);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, progress_box);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, popover_explanation);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, missing_button);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, missing_list);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, done_label);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, explanation);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, narrow_summary);
}

static void
lev_step_header_class_init (LevStepHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_step_header_get_property;
  object_class->set_property = lev_step_header_set_property;
  object_class->dispose = lev_step_header_dispose;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEDIUM] = g_param_spec_boolean ("medium", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_INLINED] = g_param_spec_boolean ("inlined", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BARE] = g_param_spec_boolean ("bare", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEV_TYPE_STEP_EXPLANATION);
  g_type_ensure (LEV_TYPE_STEP_SUMMARY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/step-header.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
lev_step_header_init (LevStepHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_step_header_update (LevStepHeader *self,
                        LevReview     *review,
                        guint          number)
{
  g_return_if_fail (LEV_IS_STEP_HEADER (self));

  g_set_object (&self->review, review);
  self->number = number;
  update (self);
}

gboolean
lev_step_header_is_done (LevStepHeader *self)
{
  g_return_val_if_fail (LEV_IS_STEP_HEADER (self), FALSE);

  return self->is_done;
}

void
lev_step_header_show_missing (LevStepHeader *self)
{
  g_return_if_fail (LEV_IS_STEP_HEADER (self));

  if (self->n_missing == 0)
    lev_application_toast (lev_application_get_default (), _("Nothing is left to do in this step"),
                           NULL, NULL);
  else if (self->narrow)
    lev_step_summary_unfold (self->narrow_summary);
  else
    gtk_menu_button_popup (self->missing_button);
}

/* Where the explanation stands inlined, the rest of it comes in a dialog. */
static void
present_explanation (LevStepHeader *self)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *explanation = g_object_new (LEV_TYPE_STEP_EXPLANATION, "margin-start", 18,
                                         "margin-end", 18, "margin-top", 6, "margin-bottom", 24,
                                         NULL);

  lev_step_explanation_show (LEV_STEP_EXPLANATION (explanation), self->number);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), explanation);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, _(lev_step_get (self->number)->title));
  adw_dialog_set_content_width (dialog, 420);
  adw_dialog_set_content_height (dialog, 280);
  adw_dialog_set_child (dialog, view);
  lev_dialog_present (dialog, GTK_WIDGET (self));
}

void
lev_step_header_explain (LevStepHeader *self)
{
  g_return_if_fail (LEV_IS_STEP_HEADER (self));

  if (self->bare || self->inlined)
    present_explanation (self);
  else if (self->narrow)
    lev_step_summary_explain (self->narrow_summary);
  else
    gtk_menu_button_popup (self->explain_button);
}
