#include "lev-fact-card.h"

#include "lev-field-text.h"

#include <glib/gi18n.h>

struct _LevFactCard
{
  GtkWidget parent;

  GtkWidget  *box;
  GtkLabel   *title;
  GtkFlowBox *facts;
};

G_DEFINE_FINAL_TYPE (LevFactCard, lev_fact_card, GTK_TYPE_WIDGET)

static void
lev_fact_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_FACT_CARD);

  G_OBJECT_CLASS (lev_fact_card_parent_class)->dispose (object);
}

static void
lev_fact_card_class_init (LevFactCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_fact_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/fact-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFactCard, box);
  gtk_widget_class_bind_template_child (widget_class, LevFactCard, title);
  gtk_widget_class_bind_template_child (widget_class, LevFactCard, facts);
}

static void
lev_fact_card_init (LevFactCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_fact_card_new (const char *title)
{
  LevFactCard *self = g_object_new (LEV_TYPE_FACT_CARD, NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->facts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return GTK_WIDGET (self);
}

static GtkWidget *
create_label (const char        *text,
              const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_classes != NULL)
    gtk_widget_set_css_classes (label, (const char **) css_classes);

  return label;
}

void
lev_fact_card_add (LevFactCard *self,
                   const char  *name,
                   const char  *value)
{
  static const char *const quiet[] = { "caption", "dimmed", NULL };
  GtkWidget *child, *fact;
  g_autofree char *text = NULL;

  g_return_if_fail (LEV_IS_FACT_CARD (self));

  if (lev_text_is_blank (value))
    return;

  fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_box_append (GTK_BOX (fact), create_label (name, quiet));
  gtk_box_append (GTK_BOX (fact), create_label (value, NULL));

  child = gtk_flow_box_child_new ();
  text = g_strdup_printf ("%s: %s", name, value);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), fact);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_flow_box_append (self->facts, child);
}

void
lev_fact_card_add_fields (LevFactCard       *self,
                          LevRecord         *record,
                          const char *const *names)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  g_return_if_fail (LEV_IS_FACT_CARD (self));

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint index = (guint) lev_record_class_find_field (klass, names[i]);
      g_autofree char *text = NULL;
      LevValue value;

      lev_record_get_value (record, index, &value);
      text = lev_field_format (&klass->fields[index], &value);
      lev_fact_card_add (self, _(klass->fields[index].label), text);
    }
}

void
lev_fact_card_set_narrow (LevFactCard *self,
                          gboolean     narrow)
{
  g_return_if_fail (LEV_IS_FACT_CARD (self));

  gtk_flow_box_set_max_children_per_line (self->facts, narrow ? 1 : 2);
  gtk_flow_box_set_min_children_per_line (self->facts, narrow ? 1 : 2);
}
