#include "lev-job.h"

struct _LevJob
{
  GObject parent;

  GCancellable *cancellable;
  LevJobFunc    func;
  double        fraction;
  char         *message;

  /* What the thread told, until the main loop comes to it. */
  GMutex lock;
  double told_fraction;
  char  *told_message;
  guint  telling; /* the source that brings it over */
};

G_DEFINE_FINAL_TYPE (LevJob, lev_job, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
bring_over_cb (gpointer data)
{
  LevJob *self = data;
  g_autofree char *message = NULL;
  double fraction;

  g_mutex_lock (&self->lock);
  self->telling = 0;
  fraction = self->told_fraction;
  message = g_steal_pointer (&self->told_message);
  g_mutex_unlock (&self->lock);

  if (fraction != self->fraction)
    {
      self->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
  if (message != NULL && g_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);

  return G_SOURCE_REMOVE;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  LevJob *self = source;
  GError *error = NULL;

  gboolean succeeded;

  /* What is done to a database stops too. */
  g_cancellable_push_current (cancellable);
  succeeded = self->func (self, data, cancellable, &error);
  g_cancellable_pop_current (cancellable);

  if (succeeded)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
lev_job_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  LevJob *self = LEV_JOB (object);

  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, lev_job_get_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_job_finalize (GObject *object)
{
  LevJob *self = LEV_JOB (object);

  g_clear_object (&self->cancellable);
  g_free (self->message);
  g_free (self->told_message);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (lev_job_parent_class)->finalize (object);
}

static void
lev_job_class_init (LevJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_job_get_property;
  object_class->finalize = lev_job_finalize;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "",
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_job_init (LevJob *self)
{
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
}

LevJob *
lev_job_new (void)
{
  return g_object_new (LEV_TYPE_JOB, NULL);
}

void
lev_job_run (LevJob             *self,
             LevJobFunc          func,
             gpointer            data,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LEV_IS_JOB (self));
  g_return_if_fail (self->func == NULL);

  task = g_task_new (self, self->cancellable, callback, user_data);
  self->func = func;
  g_task_set_source_tag (task, lev_job_run);
  /* What was finished counts, also when it is cancelled a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
lev_job_finish (LevJob       *self,
                GAsyncResult *result,
                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
lev_job_cancel (LevJob *self)
{
  g_return_if_fail (LEV_IS_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

void
lev_job_tell (double      fraction,
              const char *message,
              gpointer    job)
{
  LevJob *self = job;

  g_return_if_fail (LEV_IS_JOB (self));

  g_mutex_lock (&self->lock);
  self->told_fraction = CLAMP (fraction, 0, 1);
  if (message != NULL)
    g_set_str (&self->told_message, message);
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_DEFAULT, bring_over_cb, g_object_ref (self),
                                     g_object_unref);
  g_mutex_unlock (&self->lock);
}

double
lev_job_get_fraction (LevJob *self)
{
  g_return_val_if_fail (LEV_IS_JOB (self), 0);

  return self->fraction;
}

const char *
lev_job_get_message (LevJob *self)
{
  g_return_val_if_fail (LEV_IS_JOB (self), "");

  return self->message != NULL ? self->message : "";
}
