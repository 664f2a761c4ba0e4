#include "view-driver.h"

#include "lev-record-list.h"
#include "view-fixture.h"

static gboolean
is_usable (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  static const char *const properties[] = { "label", "title", "tooltip-text", "placeholder-text" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), properties[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, properties[i], &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }

  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

/* Whether @widget, or a label in it, says @text. */
static gboolean
says_inside (GtkWidget  *widget,
             const char *text)
{
  if (says (widget, text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_inside (child, text))
      return TRUE;

  return FALSE;
}

static GtkWidget *
search (GtkWidget  *widget,
        GType       type,
        const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && is_usable (widget) &&
      (text == NULL || says_inside (widget, text)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

LevWindow *
view_driver_open (LevApplication *application,
                  int             width,
                  int             height)
{
  LevWindow *window = lev_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_iterate (500);

  return window;
}

void
view_driver_close (LevWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  view_fixture_iterate (300);
  g_assert_null (window);
}

LevWindow *
view_driver_open_step (LevApplication *application,
                       int             width,
                       guint           number)
{
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  LevWindow *window = view_driver_open (application, width, 1010);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.review", "s", LEV_RECORD (review)->id);
  view_fixture_iterate (300);
  view_driver_go (window, number);

  return window;
}

gpointer
view_driver_get_dialog (LevWindow *window)
{
  AdwDialog *dialog;

  view_fixture_settle ();
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);

  return dialog;
}

void
view_driver_close_dialog (LevWindow *window)
{
  adw_dialog_force_close (view_driver_get_dialog (window));
  view_fixture_settle ();
}

gpointer
view_driver_record (LevApplication *application,
                    GType           type,
                    const char     *field,
                    const char     *text)
{
  LevRecordList *list = lev_register_list (lev_application_get_records (application), type);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      gpointer record = lev_record_list_peek (list, i);
      g_autofree char *value = NULL;

      g_object_get (record, field, &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return record;
    }

  g_error ("There is no %s of which %s is “%s”", g_type_name (type), field, text);
}

gpointer
view_driver_look (gpointer root,
                  GType    type)
{
  return search (root, type, NULL);
}

gpointer
view_driver_find (gpointer    root,
                  GType       type,
                  const char *text)
{
  GtkWidget *found = search (root, type, text);

  if (found == NULL)
    g_error ("There is no %s that says “%s”", g_type_name (type), text);

  return found;
}

guint
view_driver_count (gpointer root,
                   GType    type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) && is_usable (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += view_driver_count (child, type);

  return n;
}

gboolean
view_driver_sees (gpointer    root,
                  const char *text)
{
  if (GTK_IS_LABEL (root) && is_usable (root) && strstr (gtk_label_get_text (root), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (view_driver_sees (child, text))
      return TRUE;

  return FALSE;
}

void
view_driver_click (gpointer    root,
                   const char *text)
{
  GtkWidget *button = view_driver_find (root, GTK_TYPE_BUTTON, text);

  if (!gtk_widget_is_sensitive (button))
    g_error ("The button that says “%s” is not sensitive", text);
  g_signal_emit_by_name (button, "clicked");
  view_fixture_iterate (50);
}

static gboolean
toggle_in (GtkWidget  *widget,
           const char *text)
{
  if (ADW_IS_TOGGLE_GROUP (widget) && is_usable (widget))
    for (guint i = 0; i < adw_toggle_group_get_n_toggles (ADW_TOGGLE_GROUP (widget)); i++)
      {
        AdwToggle *toggle = adw_toggle_group_get_toggle (ADW_TOGGLE_GROUP (widget), i);

        if (g_strcmp0 (adw_toggle_get_label (toggle), text) == 0)
          {
            g_assert_true (gtk_widget_is_sensitive (widget));
            adw_toggle_group_set_active (ADW_TOGGLE_GROUP (widget), i);
            return TRUE;
          }
      }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (toggle_in (child, text))
      return TRUE;

  return FALSE;
}

void
view_driver_toggle (gpointer    root,
                    const char *text)
{
  if (!toggle_in (root, text))
    g_error ("There is no toggle that says “%s”", text);
  view_fixture_iterate (50);
}

void
view_driver_type (gpointer    field,
                  const char *text)
{
  g_assert_true (gtk_widget_is_sensitive (field));
  gtk_widget_grab_focus (field);
  if (GTK_IS_TEXT_VIEW (field))
    {
      g_assert_true (gtk_text_view_get_editable (field));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (field), text, -1);
    }
  else
    {
      g_assert_true (gtk_editable_get_editable (field));
      gtk_editable_set_text (field, text);
    }
  view_fixture_iterate (20);
}

void
view_driver_go (LevWindow *window,
                guint      number)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.step", "u", number);
  view_fixture_iterate (400);
}

void
view_driver_wait_for (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      view_fixture_iterate (20);
    }
}
