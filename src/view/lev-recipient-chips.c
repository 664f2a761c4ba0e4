#include "lev-recipient-chips.h"

#include "lev-person-button.h"

#include <glib/gi18n.h>

struct _LevRecipientChips
{
  GtkWidget parent;

  GtkWidget *box;    /* an AdwWrapBox, with the chips and after them… */
  GtkWidget *button; /* …the LevPersonButton that adds one */
  GPtrArray *people; /* LevPerson */
};

G_DEFINE_FINAL_TYPE (LevRecipientChips, lev_recipient_chips, GTK_TYPE_WIDGET)

static void
remove_clicked_cb (LevRecipientChips *self,
                   GtkWidget         *button)
{
  GtkWidget *chip = gtk_widget_get_parent (button);
  LevPerson *person = g_object_get_data (G_OBJECT (chip), "person");

  g_ptr_array_remove (self->people, person);
  adw_wrap_box_remove (ADW_WRAP_BOX (self->box), chip);
  gtk_widget_child_focus (self->button, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_chip (LevRecipientChips *self,
             LevPerson         *person)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *name = lev_person_dup_short_name (person);
  g_autofree char *title = g_strdup_printf (_("Remove %s"), person->name);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (chip, person->name);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (chip, "recipient-chip");
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  g_object_set_data (G_OBJECT (chip), "person", person);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);

  return chip;
}

static void
lev_recipient_chips_dispose (GObject *object)
{
  LevRecipientChips *self = LEV_RECIPIENT_CHIPS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_recipient_chips_parent_class)->dispose (object);
}

static void
lev_recipient_chips_class_init (LevRecipientChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_recipient_chips_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lev_recipient_chips_init (LevRecipientChips *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->button = g_object_new (LEV_TYPE_PERSON_BUTTON, NULL);
  lev_person_button_show_icon (LEV_PERSON_BUTTON (self->button), "list-add-symbolic",
                               _("Add a recipient"));
  g_signal_connect_swapped (self->button, "chosen", G_CALLBACK (lev_recipient_chips_add), self);
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), self->button);
}

void
lev_recipient_chips_clear (LevRecipientChips *self)
{
  GtkWidget *child;

  g_return_if_fail (LEV_IS_RECIPIENT_CHIPS (self));

  while ((child = gtk_widget_get_first_child (self->box)) != self->button)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->box), child);
  g_ptr_array_set_size (self->people, 0);
}

void
lev_recipient_chips_add (LevRecipientChips *self,
                         LevPerson         *person)
{
  GtkWidget *before;

  g_return_if_fail (LEV_IS_RECIPIENT_CHIPS (self));

  if (person == NULL || g_ptr_array_find (self->people, person, NULL))
    return;

  before = gtk_widget_get_prev_sibling (self->button);
  g_ptr_array_add (self->people, g_object_ref (person));
  adw_wrap_box_insert_child_after (ADW_WRAP_BOX (self->box), create_chip (self, person), before);
}

GPtrArray *
lev_recipient_chips_list (LevRecipientChips *self)
{
  GPtrArray *people = g_ptr_array_new ();

  g_return_val_if_fail (LEV_IS_RECIPIENT_CHIPS (self), people);

  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (people, g_ptr_array_index (self->people, i));

  return people;
}

char *
lev_recipient_chips_dup_names (LevRecipientChips *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (LEV_IS_RECIPIENT_CHIPS (self), NULL);

  for (guint i = 0; i < self->people->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((LevPerson *) g_ptr_array_index (self->people, i))->name);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
