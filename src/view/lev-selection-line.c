#include "lev-selection-line.h"

#include "lev-application.h"
#include "lev-selection-text.h"

#include <glib/gi18n.h>

struct _LevSelectionLine
{
  GtkWidget parent;

  GtkWidget     *box;
  GtkLabel      *rule_label;
  GtkLabel      *origin_label;
  GtkMenuButton *change_button;
  GtkDropDown   *rule_choice;
  GtkSpinButton *value_spin;

  LevSelectionItem *item;
  gulong            changed_id;
};

G_DEFINE_FINAL_TYPE (LevSelectionLine, lev_selection_line, GTK_TYPE_WIDGET)

/* What the handbook says, and whether the round follows it. */
static char *
describe_origin (LevReview *review)
{
  LevHandbookContent *content = lev_handbook_get_content (review->handbook);
  int value = 0;
  int rule = lev_handbook_content_selects_by_count (content, &value) ? LEV_SELECTION_RULE_COUNT
                                                                     : LEV_SELECTION_RULE_THRESHOLD;
  g_autofree char *text = NULL;

  if (rule == review->selection_rule && value == review->selection_value)
    {
      g_autofree char *reference = lev_handbook_content_dup_selection_reference (content);

      if (reference == NULL)
        return g_strdup_printf (_("Handbook version %d"),
                                lev_handbook_content_get_version (content));

      /* Translators: the version of the handbook and the place in it */
      return g_strdup_printf (_("Handbook version %d, %s"),
                              lev_handbook_content_get_version (content), reference);
    }

  text = lev_selection_describe_rule (rule, value);

  return g_strdup_printf (_("set for this round; the handbook says %s"), text);
}

static void
update (LevSelectionLine *self)
{
  LevReview *review = self->item->review;
  g_autofree char *rule = lev_selection_describe_rule (review->selection_rule,
                                                       review->selection_value);
  g_autofree char *text = g_strdup_printf (_("Selection limit: %s"), rule);
  g_autofree char *origin = describe_origin (review);

  gtk_label_set_label (self->rule_label, text);
  gtk_label_set_label (self->origin_label, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->change_button), self->item->editable);
}

/* The popover opens with what holds now. */
static void
popover_shown_cb (LevSelectionLine *self)
{
  LevReview *review = self->item->review;

  gtk_drop_down_set_selected (self->rule_choice,
                              review->selection_rule == LEV_SELECTION_RULE_THRESHOLD ? 1 : 0);
  gtk_spin_button_set_value (self->value_spin, review->selection_value);
}

static void
apply_clicked_cb (LevSelectionLine *self)
{
  LevApplication *application = lev_application_get_default ();
  LevReview *review = self->item->review;
  int rule = gtk_drop_down_get_selected (self->rule_choice) == 1 ? LEV_SELECTION_RULE_THRESHOLD
                                                                 : LEV_SELECTION_RULE_COUNT;
  int value;

  gtk_spin_button_update (self->value_spin);
  value = gtk_spin_button_get_value_as_int (self->value_spin);
  gtk_menu_button_popdown (self->change_button);
  if (rule == review->selection_rule && value == review->selection_value)
    return;

  lev_application_begin (application, _("Change the selection limit"));
  g_object_set (review, "selection-rule", rule, "selection-value", value, NULL);
  lev_application_commit (application);
}

static void
lev_selection_line_dispose (GObject *object)
{
  lev_selection_line_set_item (LEV_SELECTION_LINE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_SELECTION_LINE);

  G_OBJECT_CLASS (lev_selection_line_parent_class)->dispose (object);
}

static void
lev_selection_line_class_init (LevSelectionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_selection_line_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/selection-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSelectionLine, box);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionLine, rule_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionLine, origin_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionLine, change_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionLine, rule_choice);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionLine, value_spin);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
}

static void
lev_selection_line_init (LevSelectionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_selection_line_new (void)
{
  return g_object_new (LEV_TYPE_SELECTION_LINE, NULL);
}

void
lev_selection_line_set_item (LevSelectionLine *self,
                             LevSelectionItem *item)
{
  g_return_if_fail (LEV_IS_SELECTION_LINE (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}
