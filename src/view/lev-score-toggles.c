#include "lev-score-toggles.h"

#include "lev-field.h"

#include <glib/gi18n.h>

static void
add_toggle (AdwToggleGroup *group,
            int             score,
            const char     *label,
            const char     *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *name = g_strdup_printf ("%d", score);

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label != NULL ? label : name);
  if (tooltip != NULL)
    adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (group, toggle);
}

/* The place of the toggle with this score; GTK_INVALID_LIST_POSITION for none. */
static guint
find_score (AdwToggleGroup *group,
            int             score)
{
  g_autofree char *name = g_strdup_printf ("%d", score);
  AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (group, name);

  return toggle != NULL ? adw_toggle_get_index (toggle) : GTK_INVALID_LIST_POSITION;
}

/* The place of the first toggle whose label begins with @letter, or with a minus and @letter. */
static guint
find_label (AdwToggleGroup *group,
            gunichar        letter)
{
  for (guint i = 0; i < adw_toggle_group_get_n_toggles (group); i++)
    {
      const char *label = adw_toggle_get_label (adw_toggle_group_get_toggle (group, i));

      if (label != NULL && g_str_has_prefix (label, "−"))
        label += strlen ("−");
      if (label != NULL && g_unichar_tolower (g_utf8_get_char (label)) == letter)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static guint
find_toggle (AdwToggleGroup *group,
             gunichar        key)
{
  int digit = g_unichar_digit_value (key);
  guint place = GTK_INVALID_LIST_POSITION;

  if (key == '?')
    place = find_score (group, LEV_SCORE_UNKNOWN);
  else if (digit >= 0)
    place = find_score (group, digit == 0 ? LEV_SCORE_NOT_APPLICABLE : digit);
  if (place == GTK_INVALID_LIST_POSITION)
    place = find_label (group, key);
  if (place == GTK_INVALID_LIST_POSITION && digit > 0)
    place = (guint) digit - 1;

  return place < adw_toggle_group_get_n_toggles (group) ? place : GTK_INVALID_LIST_POSITION;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  GtkWidget *group = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gunichar key = g_unichar_tolower (gdk_keyval_to_unicode (keyval));
  guint place;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (key))
    return GDK_EVENT_PROPAGATE;

  place = find_toggle (ADW_TOGGLE_GROUP (group), key);
  if (place == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;

  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), place);
  gtk_widget_grab_focus (group);

  return GDK_EVENT_STOP;
}

void
lev_toggles_add_keys (AdwToggleGroup *group)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (ADW_IS_TOGGLE_GROUP (group));

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (group), keys);
}

void
lev_score_toggles_fill (AdwToggleGroup *group,
                        gboolean        with_not_applicable)
{
  g_return_if_fail (ADW_IS_TOGGLE_GROUP (group));

  for (int score = 1; score <= 5; score++)
    add_toggle (group, score, NULL, NULL);
  if (with_not_applicable)
    {
      add_toggle (group, LEV_SCORE_NOT_APPLICABLE, _("n/a"), _("does not apply"));
      add_toggle (group, LEV_SCORE_UNKNOWN, _("unknown"), _("unknown, never counts as 0"));
    }
  else
    add_toggle (group, LEV_SCORE_UNKNOWN, "?", _("unknown, never counts as 0"));

  adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
  lev_toggles_add_keys (group);
}

void
lev_score_toggles_set_narrow (AdwToggleGroup *group,
                              gboolean        narrow)
{
  AdwToggle *toggle = adw_toggle_group_get_toggle (group, find_score (group, LEV_SCORE_UNKNOWN));

  /* Translators: short for “unknown”, on a narrow button */
  adw_toggle_set_label (toggle, narrow ? _("unkn.") : _("unknown"));
}

void
lev_score_toggles_word (AdwToggleGroup     *group,
                        LevHandbookContent *content,
                        const char         *scale)
{
  for (int score = 1; score <= 5; score++)
    {
      g_autofree char *name = g_strdup_printf ("%d", score);
      AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (group, name);

      adw_toggle_set_tooltip (toggle, lev_handbook_content_describe (content, scale, score));
    }
}

int
lev_score_toggles_get (AdwToggleGroup *group)
{
  const char *name = adw_toggle_group_get_active_name (group);

  return name != NULL ? (int) g_ascii_strtoll (name, NULL, 10) : LEV_SCORE_OPEN;
}

void
lev_score_toggles_set (AdwToggleGroup *group,
                       int             score)
{
  g_autofree char *name = g_strdup_printf ("%d", score);

  if (score == lev_score_toggles_get (group))
    return;

  if (score == LEV_SCORE_OPEN)
    adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (group, name);
}

/* The nth toggle on the screen is the nth of the group; between them are separators. */
int
lev_score_toggles_peek (AdwToggleGroup *group)
{
  guint place = 0, focused = GTK_INVALID_LIST_POSITION, looked_at = GTK_INVALID_LIST_POSITION;
  AdwToggle *toggle;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (group)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkStateFlags flags = gtk_widget_get_state_flags (child);

      if (!GTK_IS_TOGGLE_BUTTON (child))
        continue;
      if (flags & GTK_STATE_FLAG_PRELIGHT)
        looked_at = place;
      if (flags & GTK_STATE_FLAG_FOCUSED)
        focused = place;
      place++;
    }

  place = looked_at != GTK_INVALID_LIST_POSITION ? looked_at : focused;
  toggle = place != GTK_INVALID_LIST_POSITION ? adw_toggle_group_get_toggle (group, place) : NULL;

  return toggle != NULL ? (int) g_ascii_strtoll (adw_toggle_get_name (toggle), NULL, 10)
                        : LEV_SCORE_OPEN;
}

void
lev_score_toggles_watch (AdwToggleGroup *group,
                         GCallback       callback,
                         gpointer        object)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (group)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      g_signal_connect_object (child, "state-flags-changed", callback, object, G_CONNECT_SWAPPED);
}
