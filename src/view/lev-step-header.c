#include "lev-step-header.h"

#include "lev-guard.h"
#include "lev-progress-text.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevStepHeader
{
  GtkWidget parent;

  GtkWidget      *box;
  GtkLabel       *badge;
  GtkLabel       *title;
  GtkLabel       *who;
  GtkLabel       *scope;
  GtkLabel       *explanation;
  GtkLabel       *progress_label;
  GtkProgressBar *progress_bar;
  GtkMenuButton  *missing_button;
  GtkListBox     *missing_list;
  GtkWidget      *done_label;
};

G_DEFINE_FINAL_TYPE (LevStepHeader, lev_step_header, GTK_TYPE_WIDGET)

/* What a row says: of what, what is missing, and what to do. */
static GtkWidget *
create_missing_row (gpointer item,
                    gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = lev_record_dup_title (lev_missing_get_subject (item));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lev_missing_get_reason (item));

  return row;
}

static void
update_missing (LevStepHeader *self,
                LevReview     *review,
                guint          number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (review, number);
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  g_autofree char *label = g_strdup_printf (ngettext ("%u still to do", "%u still to do",
                                                      n_missing),
                                            n_missing);

  gtk_menu_button_set_label (self->missing_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button), n_missing > 0);
  gtk_widget_set_visible (self->done_label, n_missing == 0);
  gtk_list_box_bind_model (self->missing_list, G_LIST_MODEL (missing), create_missing_row, NULL,
                           NULL);
}

static void
lev_step_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_STEP_HEADER);

  G_OBJECT_CLASS (lev_step_header_parent_class)->dispose (object);
}

static void
lev_step_header_class_init (LevStepHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_step_header_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/step-header.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, box);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, badge);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, title);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, who);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, scope);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, explanation);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, missing_button);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, missing_list);
  gtk_widget_class_bind_template_child (widget_class, LevStepHeader, done_label);
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
  const LevStep *step = lev_step_get (number);
  LevProgress progress = lev_review_get_progress (review, number);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *progress_text = lev_progress_describe (step, progress);

  gtk_label_set_label (self->badge, number_text);
  gtk_label_set_label (self->title, _(step->title));
  gtk_label_set_label (self->who, _(step->who));
  gtk_label_set_label (self->scope, lev_progress_describe_scope (step));
  gtk_label_set_label (self->explanation, _(step->explanation));
  gtk_label_set_label (self->progress_label, progress_text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 progress.total > 0 ? (double) progress.done / progress.total : 0);
  update_missing (self, review, number);
}
