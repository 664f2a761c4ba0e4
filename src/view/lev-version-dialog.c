#include "lev-version-dialog.h"

#include "lev-difference-list.h"
#include "lev-profile-content.h"
#include "lev-version-text.h"

#include <glib/gi18n.h>

static AdwDialog *
create_dialog (const char *title,
               const char *subtitle,
               GtkWidget  *content)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, subtitle));
  g_object_set (content, "margin-top", 18, "margin-bottom", 24, "margin-start", 12, "margin-end",
                12, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 680);

  return dialog;
}

/* What is filled in, a line per field. */
static char *
describe_item (const LevProfileItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->facts->len; i++)
    {
      const LevProfileFact *fact = g_ptr_array_index (item->facts, i);

      if (*fact->text != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", fact->label,
                                fact->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_items (GtkWidget *box,
              GPtrArray *items)
{
  const char *section = NULL;
  GtkWidget *group = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const LevProfileItem *item = g_ptr_array_index (items, i);
      g_autofree char *text = describe_item (item);
      GtkWidget *row = adw_action_row_new ();

      if (group == NULL || item->section != section)
        {
          section = item->section;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), section);
          gtk_box_append (GTK_BOX (box), group);
        }
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

AdwDialog *
lev_version_dialog_new (LevProfileVersion *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = lev_profile_content_read (version->content, &error);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (version->dossier));
  g_autofree char *state = lev_version_describe (version);
  g_autofree char *moment = lev_version_describe_moment (version);
  g_autofree char *subtitle = g_strdup_printf ("%s %s", state, moment);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  if (items != NULL)
    append_items (box, items);
  else
    gtk_box_append (GTK_BOX (box), gtk_label_new (error->message));

  return create_dialog (title, subtitle, box);
}

AdwDialog *
lev_version_dialog_new_differences (LevProfileVersion *version)
{
  GtkWidget *list = g_object_new (LEV_TYPE_DIFFERENCE_LIST, NULL);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (version->dossier));
  g_autofree char *subtitle = g_strdup_printf (_("Differences with version %d"), version->number);

  lev_difference_list_show (LEV_DIFFERENCE_LIST (list), version);

  return create_dialog (title, subtitle, list);
}
