#include "lev-put-off.h"

#include "lev-record-list.h"
#include "lev-register.h"

#include <glib/gi18n.h>

LevTaskKey
lev_task_get_key (const LevTask *task)
{
  return (LevTaskKey) { task->subject->id, task->kind, task->step, task->due };
}

gboolean
lev_task_is_deferrable (const LevTask *task)
{
  return task->count <= 1 && task->urgency != LEV_URGENCY_OTHERS;
}

static gboolean
is_about (LevDeferral      *deferral,
          const LevTaskKey *key)
{
  return g_strcmp0 (deferral->subject, key->subject) == 0 && deferral->task == (int) key->kind &&
         deferral->step == (int) key->step && deferral->due == key->due;
}

LevDeferral *
lev_task_find_deferral (LevRegister      *records,
                        const LevTaskKey *key,
                        LevDate           today)
{
  LevRecordList *deferrals = lev_register_list (records, LEV_TYPE_DEFERRAL);
  LevDeferral *latest = NULL;

  for (guint i = 0; i < lev_record_list_get_n (deferrals); i++)
    {
      LevDeferral *deferral = lev_record_list_peek (deferrals, i);

      if (is_about (deferral, key) && (latest == NULL || deferral->moment >= latest->moment))
        latest = deferral;
    }

  return latest != NULL && latest->until > today ? latest : NULL;
}

LevDeferral *
lev_task_put_off (LevRegister      *records,
                  const LevTaskKey *key,
                  LevDate           until,
                  const char       *reason,
                  LevPerson        *by,
                  GError          **error)
{
  if (until <= lev_clock_today () || lev_text_is_blank (reason))
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_INCOMPLETE,
                   _("A reminder is put off until a day after today, with a reason"));
      return NULL;
    }

  return lev_register_add (records, LEV_TYPE_DEFERRAL, "subject", key->subject, "task",
                           (int) key->kind, "step", (int) key->step, "due", key->due, "until",
                           until, "reason", reason, "by", by, "moment", lev_clock_now (), NULL);
}
