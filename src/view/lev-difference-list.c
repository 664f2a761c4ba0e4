#include "lev-difference-list.h"

#include "lev-profile-content.h"
#include "lev-profile-document.h"

#include <glib/gi18n.h>

/* Texts longer than this stand below each other. */
#define LONG_TEXT (32)

struct _LevDifferenceList
{
  GtkBox parent;

  char *shown; /* the content that was compared last */
};

G_DEFINE_FINAL_TYPE (LevDifferenceList, lev_difference_list, GTK_TYPE_BOX)

static const char *
or_nothing (const char *text)
{
  return *text != '\0' ? text : "–";
}

static char *
describe_change (const LevProfileChange *change)
{
  const char *before, *after;

  if (change->before == NULL)
    return g_strdup (_("New"));
  if (change->after == NULL)
    return g_strdup (_("Gone"));

  before = or_nothing (change->before);
  after = or_nothing (change->after);
  if (g_utf8_strlen (before, -1) > LONG_TEXT || g_utf8_strlen (after, -1) > LONG_TEXT)
    /* Translators: a field, what it was and what it is */
    return g_strdup_printf (_("%s\nwas: %s\nis: %s"), change->label, before, after);

  return g_strdup_printf ("%s: %s → %s", change->label, before, after);
}

static GtkWidget *
append_row (GtkWidget  *group,
            const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

static void
add_line (GtkWidget              *row,
          const LevProfileChange *change)
{
  const char *present = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_autofree char *line = describe_change (change);
  g_autofree char *text = present != NULL && *present != '\0'
                            ? g_strdup_printf ("%s\n%s", present, line)
                            : g_strdup (line);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

/* A group per heading, a row per part of the profile, a line per field. */
static void
show_changes (LevDifferenceList *self,
              GPtrArray         *changes)
{
  const LevProfileChange *before = NULL;
  GtkWidget *group = NULL;
  GtkWidget *row = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  for (guint i = 0; i < changes->len; i++)
    {
      const LevProfileChange *change = g_ptr_array_index (changes, i);
      gboolean is_other = before == NULL || change->section != before->section;

      if (is_other)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), change->section);
          gtk_box_append (GTK_BOX (self), group);
        }
      if (is_other || !g_str_equal (change->title, before->title))
        row = append_row (group, change->title);
      add_line (row, change);
      before = change;
    }
}

static void
lev_difference_list_finalize (GObject *object)
{
  g_free (LEV_DIFFERENCE_LIST (object)->shown);

  G_OBJECT_CLASS (lev_difference_list_parent_class)->finalize (object);
}

static void
lev_difference_list_class_init (LevDifferenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_difference_list_finalize;
}

static void
lev_difference_list_init (LevDifferenceList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

guint
lev_difference_list_show (LevDifferenceList *self,
                          LevProfileVersion *version)
{
  g_autofree char *now = lev_profile_to_json (version->dossier);
  g_autoptr (GPtrArray) before = lev_profile_content_read (version->content, NULL);
  g_autoptr (GPtrArray) after = lev_profile_content_read (now, NULL);
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (LEV_IS_DIFFERENCE_LIST (self), 0);

  if (before == NULL || after == NULL)
    return 0;

  changes = lev_profile_content_compare (before, after);
  if (g_set_str (&self->shown, now))
    show_changes (self, changes);

  return changes->len;
}
