#include "lev-person-button.h"

#include "lev-application.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

/* Persons → those that match the search → sorted by name → the list in the popover. */
struct _LevPersonButton
{
  GtkWidget parent;

  GtkWidget         *button; /* a GtkMenuButton, for who may change it */
  GtkWidget         *label;  /* for who may only look */
  GtkStringFilter   *filter;
  GtkSelectionModel *persons;
  char              *role;
};

G_DEFINE_FINAL_TYPE (LevPersonButton, lev_person_button, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (LevPersonButton *self,
        guint            position)
{
  g_autoptr (LevPerson) person = g_list_model_get_item (G_LIST_MODEL (self->persons), position);

  if (person == NULL)
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CHOSEN], 0, person);
}

static void
person_activated_cb (LevPersonButton *self,
                     guint            position)
{
  choose (self, position);
}

/* Enter in the search takes the first that is found. */
static void
search_activated_cb (LevPersonButton *self)
{
  choose (self, 0);
}

static void
search_changed_cb (LevPersonButton *self,
                   GtkSearchEntry  *entry)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
setup_person_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_person_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  LevPerson *person = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), person->name);
}

static GtkExpression *
create_name_expression (void)
{
  return gtk_property_expression_new (LEV_TYPE_PERSON, NULL, "name");
}

static GtkWidget *
create_list (LevPersonButton *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  LevRecordList *everyone = lev_register_list (records, LEV_TYPE_PERSON);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *found;
  GtkSortListModel *sorted;
  GtkWidget *list;

  g_clear_object (&self->filter);
  self->filter = gtk_string_filter_new (create_name_expression ());
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (everyone)),
                                     GTK_FILTER (g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (found),
                                    GTK_SORTER (gtk_string_sorter_new (create_name_expression ())));
  g_clear_object (&self->persons);
  self->persons = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_person_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_person_cb), NULL);
  list = gtk_list_view_new (g_object_ref (self->persons), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->role,
                                  -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (person_activated_cb), self);

  return list;
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  LevPersonButton *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search people"), -1);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _("Search people"));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (search_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 220, 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list (self));

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
lev_person_button_dispose (GObject *object)
{
  LevPersonButton *self = LEV_PERSON_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->filter);
  g_clear_object (&self->persons);
  g_clear_pointer (&self->role, g_free);

  G_OBJECT_CLASS (lev_person_button_parent_class)->dispose (object);
}

static void
lev_person_button_class_init (LevPersonButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_person_button_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", LEV_TYPE_PERSON_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, LEV_TYPE_PERSON);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lev_person_button_init (LevPersonButton *self)
{
  GtkWidget *content = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (content), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (content), 12);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), content);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self,
                                         NULL);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "person-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 12);
  gtk_widget_add_css_class (self->label, "person-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

void
lev_person_button_show (LevPersonButton *self,
                        LevPerson       *person,
                        const char      *role,
                        gboolean         editable)
{
  GtkWidget *content = gtk_menu_button_get_child (GTK_MENU_BUTTON (self->button));
  const char *name = person != NULL ? person->name : NULL;
  g_autofree char *short_name = lev_person_dup_short_name (person);
  g_autofree char *description = NULL;

  g_return_if_fail (LEV_IS_PERSON_BUTTON (self));

  description = g_strdup_printf ("%s: %s", role, name != NULL ? name : _("Choose…"));
  g_set_str (&self->role, role);
  gtk_label_set_label (GTK_LABEL (content), name != NULL ? short_name : _("Choose…"));
  gtk_label_set_label (GTK_LABEL (self->label), short_name);
  gtk_widget_set_visible (self->button, editable);
  gtk_widget_set_visible (self->label, !editable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  if (name == NULL)
    gtk_widget_add_css_class (self->button, "missing");
  else
    gtk_widget_remove_css_class (self->button, "missing");
}

void
lev_person_button_show_icon (LevPersonButton *self,
                             const char      *icon_name,
                             const char      *title)
{
  g_return_if_fail (LEV_IS_PERSON_BUTTON (self));

  g_set_str (&self->role, title);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), icon_name);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}
