#include "lev-editing.h"

#define PAUSE   (500) /* milliseconds without a key, after which what was typed is written */
#define LONGEST (850) /* milliseconds after which it is written while typing goes on */

typedef struct
{
  GtkWidget     *field; /* owns this */
  LevEditingFunc written;
  gpointer       user_data;
  char          *shown;
  guint          pause;
  gint64         since; /* the first key that is not written yet, monotonic microseconds */
} Editing;

static GList *waiting; /* Editing: something was typed that is not written yet */

static void
stop_waiting (Editing *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  waiting = g_list_remove (waiting, self);
}

static GQuark
editing_quark (void)
{
  return g_quark_from_static_string ("lev-editing");
}

static void
editing_free (gpointer data)
{
  Editing *self = data;

  stop_waiting (self);
  g_free (self->shown);
  g_free (self);
}

static char *
dup_text (GtkWidget *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (field))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
write_text (Editing *self)
{
  g_autofree char *text = dup_text (self->field);
  g_autoptr (GtkWidget) field = g_object_ref (self->field);

  stop_waiting (self);
  if (g_set_str (&self->shown, text))
    self->written (field, text, self->user_data);
}

static gboolean
paused_cb (gpointer data)
{
  Editing *self = data;

  self->pause = 0;
  write_text (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (Editing *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  if (self->pause == 0)
    {
      self->since = now;
      waiting = g_list_prepend (waiting, self);
    }
  left = LONGEST - (now - self->since) / 1000;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add ((guint) CLAMP (left, 0, PAUSE), paused_cb, self);
}

/* The field is left: what waits is written now. */
static void
left_cb (Editing *self)
{
  if (self->pause != 0)
    write_text (self);
}

void
lev_editing_watch (GtkWidget     *field,
                   LevEditingFunc written,
                   gpointer       user_data)
{
  Editing *self = g_new0 (Editing, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = field;
  self->written = written;
  self->user_data = user_data;
  self->shown = dup_text (field);
  g_object_set_qdata_full (G_OBJECT (field), editing_quark (), self, editing_free);

  if (GTK_IS_TEXT_VIEW (field))
    g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "changed",
                              G_CALLBACK (changed_cb), self);
  else
    g_signal_connect_swapped (field, "changed", G_CALLBACK (changed_cb), self);
  if (GTK_IS_ENTRY (field))
    g_signal_connect_swapped (field, "activate", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (field, "unmap", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (field, focus);
}

void
lev_editing_flush (GtkWidget *field)
{
  Editing *self = g_object_get_qdata (G_OBJECT (field), editing_quark ());

  if (self != NULL)
    left_cb (self);
}

void
lev_editing_flush_all (void)
{
  while (waiting != NULL)
    write_text (waiting->data);
}

void
lev_editing_set_text (GtkWidget  *field,
                      const char *text)
{
  Editing *self = g_object_get_qdata (G_OBJECT (field), editing_quark ());
  const char *wanted = text != NULL ? text : "";
  g_autofree char *present = dup_text (field);

  if (self->pause != 0)
    return;

  g_set_str (&self->shown, wanted);
  if (g_str_equal (present, wanted))
    return;

  if (GTK_IS_TEXT_VIEW (field))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), wanted, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (field), wanted);
  stop_waiting (self);
}
