#include "lev-sharing.h"

#include "lev-application.h"
#include "lev-conflict.h"
#include "lev-share.h"

#include <glib/gi18n.h>

#define SECONDS_AFTER_EDIT    (3)
#define SECONDS_BETWEEN       (300)
#define SECONDS_BETWEEN_FOCUS (20)

/* An exchange that is going on. It outlives the store when that is closed meanwhile. */
typedef struct
{
  LevSharing   *sharing;
  LevShare     *share;
  GCancellable *cancellable;
} Exchange;

struct _LevSharing
{
  GObject parent;

  LevApplication *application; /* borrowed */
  LevShare       *share;       /* what was read in the folder before; NULL during an exchange */
  Exchange       *current;     /* borrowed; NULL when none is going on */
  LevSharingState state;
  GError         *error;
  char           *details; /* what waits or cannot be used; NULL for nothing */
  guint           n_others;
  guint           n_conflicts;
  gint64          last;       /* moment of the last exchange that came through */
  gint64          last_look;  /* of any, on the clock that only goes on */
  gboolean        is_wanted;  /* another one, after this one */
  gboolean        is_telling; /* what changed came from the folder */
  guint           soon;       /* source */
  guint           poll;       /* source */
};

G_DEFINE_FINAL_TYPE (LevSharing, lev_sharing, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
exchange_free (Exchange *exchange)
{
  g_clear_pointer (&exchange->share, lev_share_free);
  g_object_unref (exchange->cancellable);
  g_object_unref (exchange->sharing);
  g_free (exchange);
}

static void
set_state (LevSharing     *self,
           LevSharingState state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
count_conflicts (LevSharing *self)
{
  LevStore *store = lev_application_get_store (self->application);
  g_autoptr (GPtrArray) conflicts = NULL;

  if (store != NULL)
    conflicts = lev_conflict_list (store, NULL);
  self->n_conflicts = conflicts != NULL ? conflicts->len : 0;
}

/* What to say besides that it went well. */
static void
keep_details (LevSharing           *self,
              const LevShareResult *result)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < result->waiting->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (result->waiting, i));
  for (guint i = 0; i < result->troubles->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (result->troubles, i));
  parts = g_strv_builder_end (lines);

  g_clear_pointer (&self->details, g_free);
  if (parts[0] != NULL)
    self->details = g_strjoinv (". ", parts);
}

/* The exchange ended, with @error (which it takes) or well. */
static void
end_exchange (Exchange *exchange,
              GError   *error)
{
  LevSharing *self = exchange->sharing;
  gboolean is_current = self->current == exchange;

  if (!is_current)
    {
      g_clear_error (&error);
      exchange_free (exchange);
      return;
    }

  g_object_ref (self);
  self->current = NULL;
  g_clear_error (&self->error);
  if (error == NULL)
    {
      const LevShareResult *result = lev_share_get_result (exchange->share);

      self->last = lev_clock_now ();
      self->n_others = result->n_others;
      keep_details (self, result);
    }
  self->error = error;
  self->share = g_steal_pointer (&exchange->share);
  exchange_free (exchange);
  set_state (self, error == NULL ? LEV_SHARING_DONE : LEV_SHARING_FAILED);
  if (self->is_wanted)
    {
      self->is_wanted = FALSE;
      lev_sharing_exchange (self);
    }
  g_object_unref (self);
}

static void
handed_over_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end_exchange (user_data, error);
}

static void
hand_over (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Exchange *exchange = data;
  GError *error = NULL;

  if (lev_share_hand_over (exchange->share, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_in_thread (Exchange           *exchange,
               GTaskThreadFunc     func,
               GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, exchange->cancellable, callback, exchange);

  g_task_set_source_tag (task, run_in_thread);
  g_task_set_task_data (task, exchange, NULL);
  g_task_run_in_thread (task, func);
}

/* Shows what was taken in, also when it was not all of it. */
static void
tell_arrival (Exchange *exchange)
{
  LevSharing *self = exchange->sharing;

  if (lev_share_get_result (exchange->share)->n_received == 0)
    return;

  count_conflicts (self);
  self->is_telling = TRUE;
  lev_application_note_arrival (self->application);
  self->is_telling = FALSE;
}

/* Takes in one file, between what the user does. */
static gboolean
take_in_cb (gpointer data)
{
  Exchange *exchange = data;
  LevSharing *self = exchange->sharing;
  GError *error = NULL;
  gboolean is_done, more = FALSE;

  if (self->current != exchange)
    {
      end_exchange (exchange, NULL);
      return G_SOURCE_REMOVE;
    }

  is_done = lev_share_take_in (exchange->share, lev_application_get_store (self->application),
                               &more, &error);
  if (is_done && more)
    return G_SOURCE_CONTINUE;

  tell_arrival (exchange);
  if (is_done)
    run_in_thread (exchange, hand_over, handed_over_cb);
  else
    end_exchange (exchange, error);

  return G_SOURCE_REMOVE;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Exchange *exchange = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_idle_add (take_in_cb, exchange);
  else
    end_exchange (exchange, error);
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Exchange *exchange = data;
  GError *error = NULL;

  if (lev_share_look (exchange->share, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The team folder of the open database; NULL when it is not shared. */
static char *
dup_folder (LevSharing *self)
{
  LevStore *store = lev_application_get_store (self->application);

  return store != NULL && lev_store_get_notice (store) == NULL ? lev_store_dup_team_folder (store)
                                                               : NULL;
}

void
lev_sharing_exchange (LevSharing *self)
{
  g_autofree char *folder = NULL;
  Exchange *exchange;
  GError *error = NULL;

  g_return_if_fail (LEV_IS_SHARING (self));

  if (self->current != NULL)
    {
      self->is_wanted = TRUE;
      return;
    }
  folder = dup_folder (self);
  if (folder == NULL)
    return;

  g_clear_handle_id (&self->soon, g_source_remove);
  self->last_look = g_get_monotonic_time ();
  if (self->share == NULL || strcmp (lev_share_get_path (self->share), folder) != 0)
    {
      g_clear_pointer (&self->share, lev_share_free);
      self->share = lev_share_new (folder);
    }

  exchange = g_new0 (Exchange, 1);
  exchange->sharing = g_object_ref (self);
  exchange->share = g_steal_pointer (&self->share);
  exchange->cancellable = g_cancellable_new ();
  self->current = exchange;
  set_state (self, LEV_SHARING_RUNNING);
  if (lev_share_begin (exchange->share, lev_application_get_store (self->application), &error))
    run_in_thread (exchange, look, looked_cb);
  else
    end_exchange (exchange, error);
}

static gboolean
poll_cb (gpointer data)
{
  lev_sharing_exchange (data);

  return G_SOURCE_CONTINUE;
}

static gboolean
soon_cb (gpointer data)
{
  LevSharing *self = data;

  self->soon = 0;
  lev_sharing_exchange (self);

  return G_SOURCE_REMOVE;
}

/* What goes on belongs to another store or folder now. */
static void
begin_anew (LevSharing *self)
{
  g_autofree char *folder = dup_folder (self);

  if (self->current != NULL)
    g_cancellable_cancel (self->current->cancellable);
  self->current = NULL;
  self->is_wanted = FALSE;
  self->last = 0;
  self->n_others = 0;
  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_pointer (&self->share, lev_share_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_error (&self->error);
  count_conflicts (self);
  set_state (self, LEV_SHARING_OFF);
  if (folder == NULL)
    return;

  self->poll = g_timeout_add_seconds (SECONDS_BETWEEN, poll_cb, self);
  lev_sharing_exchange (self);
}

/* The user's own edits are shared a moment later, several at once. */
static void
edited_cb (LevSharing *self)
{
  g_autofree char *folder = NULL;

  if (self->is_telling)
    return;

  if (self->n_conflicts > 0)
    {
      count_conflicts (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  folder = dup_folder (self);
  g_clear_handle_id (&self->soon, g_source_remove);
  if (folder != NULL)
    self->soon = g_timeout_add_seconds (SECONDS_AFTER_EDIT, soon_cb, self);
}

static void
focus_changed_cb (LevSharing *self)
{
  if (gtk_application_get_active_window (GTK_APPLICATION (self->application)) != NULL &&
      g_get_monotonic_time () - self->last_look > SECONDS_BETWEEN_FOCUS * G_USEC_PER_SEC)
    lev_sharing_exchange (self);
}

static void
lev_sharing_finalize (GObject *object)
{
  LevSharing *self = LEV_SHARING (object);

  g_clear_handle_id (&self->soon, g_source_remove);
  g_clear_handle_id (&self->poll, g_source_remove);
  g_clear_pointer (&self->share, lev_share_free);
  g_clear_error (&self->error);
  g_free (self->details);

  G_OBJECT_CLASS (lev_sharing_parent_class)->finalize (object);
}

static void
lev_sharing_class_init (LevSharingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_sharing_finalize;

  signals[CHANGED] = g_signal_new ("changed", LEV_TYPE_SHARING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
lev_sharing_init (LevSharing *self)
{
}

LevSharing *
lev_sharing_new (LevApplication *application)
{
  LevSharing *self = g_object_new (LEV_TYPE_SHARING, NULL);

  self->application = application;
  g_signal_connect_object (application, "notify::store", G_CALLBACK (begin_anew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "notify::active-window", G_CALLBACK (focus_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

LevSharingState
lev_sharing_get_state (LevSharing *self)
{
  g_return_val_if_fail (LEV_IS_SHARING (self), LEV_SHARING_OFF);

  return self->state;
}

const GError *
lev_sharing_get_error (LevSharing *self)
{
  g_return_val_if_fail (LEV_IS_SHARING (self), NULL);

  return self->error;
}

guint
lev_sharing_get_n_conflicts (LevSharing *self)
{
  g_return_val_if_fail (LEV_IS_SHARING (self), 0);

  return self->n_conflicts;
}

char *
lev_sharing_describe (LevSharing *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *others = NULL;

  g_return_val_if_fail (LEV_IS_SHARING (self), NULL);

  folder = dup_folder (self);
  if (folder == NULL)
    return g_strdup (_("Not shared: only you see this database"));
  if (self->error != NULL)
    return g_strdup (self->error->message);
  if (self->last == 0)
    return g_strdup_printf (_("In ‘%s’; the first exchange is going on"), folder);

  moment = lev_moment_format (self->last);
  if (self->n_others == 0)
    /* Translators: with whom a database is shared */
    others = g_strdup (_("nobody else yet"));
  else
    others = g_strdup_printf (ngettext ("%u other database", "%u other databases", self->n_others),
                              self->n_others);

  return g_strdup_printf (_("In ‘%s’, with %s. Exchanged %s.%s%s"), folder, others, moment,
                          self->details != NULL ? " " : "",
                          self->details != NULL ? self->details : "");
}

gboolean
lev_sharing_set_folder (LevSharing *self,
                        const char *path,
                        GError    **error)
{
  LevStore *store;

  g_return_val_if_fail (LEV_IS_SHARING (self), FALSE);

  store = lev_application_get_store (self->application);
  if ((path != NULL && !lev_store_make_backup (store, error)) ||
      !lev_store_set_team_folder (store, path, error))
    return FALSE;
  begin_anew (self);

  return TRUE;
}
