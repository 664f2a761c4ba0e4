#include "lev-job-dialog.h"

#include "lev-dialog.h"
#include "lev-presentation.h"
#include "lev-window.h"

#include <glib/gi18n.h>

/* Work that takes no longer does not show up. */
#define PATIENCE (250) /* milliseconds */

/* How long a word in an error may be, in characters, before it is broken. */
#define MAX_UNBROKEN (24)

struct _LevJobDialog
{
  AdwDialog parent;

  GtkProgressBar *progress_bar;
  GtkLabel       *message_label;
  GtkWidget      *cancel_button;
  LevJob         *job;
  LevJobWork      work;
  GtkWidget      *over; /* what it is shown over */
  char           *failure;
  char           *advice;
  guint           wait;
};

G_DEFINE_FINAL_TYPE (LevJobDialog, lev_job_dialog, ADW_TYPE_DIALOG)

static void
fraction_changed_cb (LevJobDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, lev_job_get_fraction (self->job));
}

static void
message_changed_cb (LevJobDialog *self)
{
  gtk_label_set_label (self->message_label, lev_job_get_message (self->job));
}

/* The work may take a moment to stop. */
static void
cancel_clicked_cb (LevJobDialog *self)
{
  lev_job_cancel (self->job);
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  gtk_label_set_label (self->message_label, _("Being cancelled…"));
}

static gboolean
waited_cb (gpointer data)
{
  LevJobDialog *self = data;

  self->wait = 0;
  lev_dialog_present (ADW_DIALOG (self), self->over);

  return G_SOURCE_REMOVE;
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LevJobDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->wait == 0)
    adw_dialog_force_close (ADW_DIALOG (self));
  g_clear_handle_id (&self->wait, g_source_remove);

  if (lev_job_finish (self->job, result, &error))
    self->work.done (self->over, self->work.data);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lev_job_dialog_show_error (self->over, self->failure, error, self->advice);
}

static void
lev_job_dialog_dispose (GObject *object)
{
  LevJobDialog *self = LEV_JOB_DIALOG (object);

  g_clear_handle_id (&self->wait, g_source_remove);
  g_clear_object (&self->job);
  g_clear_object (&self->over);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->advice, g_free);
  if (self->work.destroy != NULL)
    g_clear_pointer (&self->work.data, self->work.destroy);

  G_OBJECT_CLASS (lev_job_dialog_parent_class)->dispose (object);
}

static void
lev_job_dialog_class_init (LevJobDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_job_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/job-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevJobDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LevJobDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, LevJobDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
lev_job_dialog_init (LevJobDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_job_dialog_run (GtkWidget        *parent,
                    const LevJobWork *work)
{
  LevJobDialog *self = g_object_ref_sink (
    g_object_new (LEV_TYPE_JOB_DIALOG, "title", work->title, NULL));

  self->work = *work;
  self->failure = g_strdup (work->failure);
  self->advice = g_strdup (work->advice);
  self->over = g_object_ref (parent);
  self->job = lev_job_new ();
  g_signal_connect_object (self->job, "notify::fraction", G_CALLBACK (fraction_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "notify::message", G_CALLBACK (message_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->wait = g_timeout_add (PATIENCE, waited_cb, self);
  lev_job_run (self->job, work->func, work->data, finished_cb, self);
}

/* @text with places to break in what has none, such as the path of a file: it must fit in a dialog
 * of any width. */
static char *
make_breakable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *broken = g_string_new (NULL);
  guint n_chars = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (broken, c);
      n_chars = g_unichar_isspace (c) ? 0 : n_chars + 1;
      if (n_chars > 0 && (c == '/' || n_chars > MAX_UNBROKEN))
        {
          g_string_append_unichar (broken, 0x200b);
          n_chars = 0;
        }
    }

  return g_string_free (broken, FALSE);
}

void
lev_job_dialog_show_error (GtkWidget    *parent,
                           const char   *heading,
                           const GError *error,
                           const char   *advice)
{
  g_autofree char *text = g_strjoin ("\n\n", error->message, advice, NULL);
  g_autofree char *body = make_breakable (text);
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  lev_dialog_present (dialog, parent);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (parent, _("The file could not be opened"), error, NULL);
}

static void
open_clicked_cb (AdwToast *toast,
                 GFile    *file)
{
  GtkWidget *window = GTK_WIDGET (
    gtk_application_get_active_window (GTK_APPLICATION (lev_application_get_default ())));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, opened_cb, g_object_ref (window));
}

void
lev_job_dialog_offer (GtkWidget  *parent,
                      const char *message,
                      GFile      *file)
{
  GtkRoot *window = gtk_widget_get_root (parent);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_clicked_cb), g_object_ref (file),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  if (LEV_IS_WINDOW (window))
    lev_window_add_toast (LEV_WINDOW (window), toast);
  else if (LEV_IS_PRESENTATION (window))
    lev_presentation_add_toast (LEV_PRESENTATION (window), toast);
}
