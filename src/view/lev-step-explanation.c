#include "lev-step-explanation.h"

#include <glib/gi18n.h>

struct _LevStepExplanation
{
  GtkWidget parent;

  GtkWidget *box;
  GtkLabel  *explanation;
  GtkLabel  *who;
  GtkWidget *document_caption;
  GtkLabel  *document;
  GtkWidget *place_caption;
  GtkLabel  *place;
};

G_DEFINE_FINAL_TYPE (LevStepExplanation, lev_step_explanation, GTK_TYPE_WIDGET)

static void
show_fact (GtkWidget  *caption,
           GtkLabel   *label,
           const char *text)
{
  gtk_widget_set_visible (caption, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_label_set_label (label, text != NULL ? _(text) : "");
}

static void
lev_step_explanation_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_STEP_EXPLANATION);

  G_OBJECT_CLASS (lev_step_explanation_parent_class)->dispose (object);
}

static void
lev_step_explanation_class_init (LevStepExplanationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_step_explanation_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/step-explanation.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, box);
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, explanation);
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, who);
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, document_caption);
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, document);
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, place_caption);
  gtk_widget_class_bind_template_child (widget_class, LevStepExplanation, place);
}

static void
lev_step_explanation_init (LevStepExplanation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_step_explanation_show (LevStepExplanation *self,
                           guint               number)
{
  const LevStep *step = lev_step_get (number);

  g_return_if_fail (LEV_IS_STEP_EXPLANATION (self));

  gtk_label_set_label (self->explanation, _(step->explanation));
  gtk_label_set_label (self->who, _(step->who));
  show_fact (self->document_caption, self->document, step->document);
  show_fact (self->place_caption, self->place, step->place);
}
