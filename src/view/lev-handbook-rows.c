#include "lev-handbook-rows.h"

#include "lev-text-view.h"

#include <glib/gi18n.h>

#define GROUP "lev-group"
#define KEY   "lev-key"
#define DRAFT "lev-draft"

static void
set_place (GtkWidget  *widget,
           const char *group,
           const char *key)
{
  g_object_set_data_full (G_OBJECT (widget), GROUP, g_strdup (group), g_free);
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (key), g_free);
}

const char *
lev_handbook_row_get_group (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), GROUP);
}

GtkWidget *
lev_handbook_row_find (GtkWidget  *root,
                       const char *group,
                       const char *key)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (lev_handbook_row_get_group (root), group) == 0 &&
      (key == NULL || g_strcmp0 (g_object_get_data (G_OBJECT (root), KEY), key) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = lev_handbook_row_find (child, group, key);

  return found;
}

static void
text_changed_cb (LevHandbookDraft *draft,
                 GtkEditable      *row)
{
  lev_handbook_draft_set_string (draft, lev_handbook_row_get_group (GTK_WIDGET (row)),
                                 g_object_get_data (G_OBJECT (row), KEY),
                                 gtk_editable_get_text (row));
}

static void
buffer_changed_cb (GtkWidget     *view,
                   GtkTextBuffer *buffer)
{
  LevHandbookDraft *draft = g_object_get_data (G_OBJECT (view), DRAFT);
  g_autofree char *text = lev_text_view_dup_text (LEV_TEXT_VIEW (view));

  lev_handbook_draft_set_string (draft, lev_handbook_row_get_group (view),
                                 g_object_get_data (G_OBJECT (view), KEY), text);
}

/* A value of the file is one line: what is pasted becomes one, and Enter goes on. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *place,
                char          *text,
                int            length)
{
  g_autofree char *line = NULL;

  if (memchr (text, '\n', (gsize) length) == NULL)
    return;

  line = g_strndup (text, (gsize) length);
  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (!g_str_equal (line, " "))
    gtk_text_buffer_insert (buffer, place, line, -1);
}

static void
number_changed_cb (LevHandbookDraft *draft,
                   GtkSpinButton    *button)
{
  lev_handbook_draft_set_integer (draft, lev_handbook_row_get_group (GTK_WIDGET (button)),
                                  g_object_get_data (G_OBJECT (button), KEY),
                                  gtk_spin_button_get_value_as_int (button));
}

GtkWidget *
lev_handbook_entry_new (LevHandbookDraft *draft,
                        const char       *group,
                        const char       *key,
                        const char       *title)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = g_key_file_get_string (lev_handbook_draft_get_file (draft), group, key,
                                                 NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  set_place (row, group, key);
  g_signal_connect_object (row, "changed", G_CALLBACK (text_changed_cb), draft, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
create_text_view (LevHandbookDraft *draft,
                  const char       *group,
                  const char       *key)
{
  GtkWidget *view = lev_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = g_key_file_get_string (lev_handbook_draft_get_file (draft), group, key,
                                                 NULL);

  set_place (view, group, key);
  g_object_set_data_full (G_OBJECT (view), DRAFT, g_object_ref (draft), g_object_unref);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), view,
                           G_CONNECT_SWAPPED);

  return view;
}

GtkWidget *
lev_handbook_text_new (LevHandbookDraft *draft,
                       const char       *group,
                       const char       *key,
                       const char       *title,
                       const char       *label)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (title);
  GtkWidget *view = create_text_view (draft, group, key);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : title, -1);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_add_css_class (box, "handbook-text");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  return row;
}

GtkWidget *
lev_handbook_number_new (LevHandbookDraft *draft,
                         const char       *group,
                         const char       *key,
                         int               highest,
                         const char       *label)
{
  GtkWidget *button = gtk_spin_button_new_with_range (1, highest, 1);
  GKeyFile *file = lev_handbook_draft_get_file (draft);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (button),
                             g_key_file_get_integer (file, group, key, NULL));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  set_place (button, group, key);
  g_signal_connect_object (button, "value-changed", G_CALLBACK (number_changed_cb), draft,
                           G_CONNECT_SWAPPED);

  return button;
}

GtkWidget *
lev_handbook_number_row_new (LevHandbookDraft *draft,
                             const char       *group,
                             const char       *key,
                             int               highest,
                             const char       *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = lev_handbook_number_new (draft, group, key, highest, title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), number);

  return row;
}

/* An entry of the menu of @row with its key, which works on the row too. */
static void
append (GMenu      *menu,
        GtkWidget  *row,
        const char *label,
        const char *action,
        const char *group,
        const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut;

  g_menu_item_set_action_and_target (item, action, "s", group);
  g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);

  shortcut = gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (accelerator),
                                              gtk_named_action_new (action), "s", group);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
create_menu (GtkWidget  *row,
             const char *group,
             const char *name,
             guint       position,
             guint       n)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: %s is the code and the title of a criterion or a factor */
  g_autofree char *label = g_strdup_printf (_("Move or remove %s"), name);

  if (position > 0)
    append (menu, row, _("Move _up"), "handbook.move-up", group, "<Alt>Up");
  if (position + 1 < n)
    append (menu, row, _("Move _down"), "handbook.move-down", group, "<Alt>Down");
  if (n > 1)
    append (menu, row, _("_Remove"), "handbook.remove", group, "<Alt>Delete");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

/* The heading of an item follows its title while that is typed. */
static void
title_changed_cb (GtkEditable       *entry,
                  AdwPreferencesRow *row)
{
  const char *group = lev_handbook_row_get_group (GTK_WIDGET (row));
  g_autofree char *title = g_strdup_printf ("%s  %s", strchr (group, ' ') + 1,
                                            gtk_editable_get_text (entry));

  adw_preferences_row_set_title (row, title);
}

static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             GHashTable     *expanded)
{
  const char *group = lev_handbook_row_get_group (GTK_WIDGET (row));

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (expanded, g_strdup (group));
  else
    g_hash_table_remove (expanded, group);
}

static void
unref_closure_data (gpointer  data,
                    GClosure *closure)
{
  g_hash_table_unref (data);
}

GtkWidget *
lev_handbook_expander_new (const char *group,
                           const char *title,
                           GHashTable *expanded)
{
  GtkWidget *row = adw_expander_row_new ();

  set_place (row, group, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (expanded, group));
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb),
                         g_hash_table_ref (expanded), unref_closure_data, 0);

  return row;
}

GtkWidget *
lev_handbook_folded_new (LevHandbookDraft *draft,
                         const char       *group,
                         guint             position,
                         guint             n,
                         GHashTable       *expanded)
{
  GtkWidget *row = lev_handbook_expander_new (group, "", expanded);
  GtkWidget *title = lev_handbook_entry_new (draft, group, "title", _("Title"));

  title_changed_cb (GTK_EDITABLE (title), ADW_PREFERENCES_ROW (row));
  g_signal_connect_object (title, "changed", G_CALLBACK (title_changed_cb), row, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), title);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), create_menu (row, group,
                                                                    adw_preferences_row_get_title (
                                                                      ADW_PREFERENCES_ROW (row)),
                                                                    position, n));

  return row;
}

static void
weight_changed_cb (GtkSpinButton *button,
                   GtkLabel      *label)
{
  gtk_label_set_label (label, gtk_editable_get_text (GTK_EDITABLE (button)));
}

void
lev_handbook_folded_add_weight (GtkWidget        *row,
                                LevHandbookDraft *draft)
{
  GtkWidget *weight = lev_handbook_number_row_new (draft, lev_handbook_row_get_group (row),
                                                   "weight", 100, _("Weight"));
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (weight));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  g_signal_connect_object (button, "value-changed", G_CALLBACK (weight_changed_cb), label, 0);
  weight_changed_cb (GTK_SPIN_BUTTON (button), GTK_LABEL (label));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), weight);
}

GtkWidget *
lev_handbook_adder_new (const char *title,
                        const char *kind,
                        const char *theme)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", kind, theme);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "handbook.add");

  return row;
}
