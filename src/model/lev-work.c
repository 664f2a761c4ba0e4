#include "lev-work.h"

#include "lev-register.h"

/* In a round one coordinates one sees what is due from the other contract managers, not the
 * routine of their updates. */
static gboolean
is_overseen (const LevTask *task,
             LevPerson     *user)
{
  LevReview *review = lev_task_get_review (task);

  return review != NULL && review->coordinator == user &&
         (task->urgency == LEV_URGENCY_LATE ||
          (task->kind == LEV_TASK_STEP && task->urgency == LEV_URGENCY_WEEK));
}

/* Whether @task belongs in the list of @user, and then how urgent it is there. */
static gboolean
take (LevTask   *task,
      LevPerson *user,
      LevDate    today)
{
  if (user == NULL)
    return TRUE;

  if (task->urgency == LEV_URGENCY_OTHERS)
    {
      if (task->who == user)
        task->urgency = lev_urgency_of (task->due, today);

      return task->who == user || lev_person_does_for (user, task->dossier->manager);
    }

  if (lev_person_does_for (user, task->who))
    return TRUE;
  if (!is_overseen (task, user))
    return FALSE;

  task->urgency = LEV_URGENCY_OTHERS;

  return TRUE;
}

/* The MT presents and decides in one meeting; who waits, waits for a person. */
static gboolean
is_bundled (const LevTask *task)
{
  return task->urgency == LEV_URGENCY_OTHERS ||
         (task->kind == LEV_TASK_STEP && (task->step == 5 || task->step == 6));
}

static gboolean
is_same_act (const LevTask *a,
             const LevTask *b)
{
  return is_bundled (a) && is_bundled (b) && a->urgency == b->urgency && a->kind == b->kind &&
         a->step == b->step && a->who == b->who &&
         lev_scope_of (a->subject) == lev_scope_of (b->subject) &&
         lev_task_get_review (a) == lev_task_get_review (b);
}

static LevDate
get_earliest (LevDate a,
              LevDate b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);

  return MIN (a, b);
}

/* Whether one of the first @n of @tasks asks the same of the same dossier as @task. */
static gboolean
has_dossier (GArray        *tasks,
             guint          n,
             const LevTask *task)
{
  for (guint i = 0; i < n; i++)
    {
      const LevTask *earlier = &g_array_index (tasks, LevTask, i);

      if (earlier->dossier == task->dossier && is_same_act (earlier, task))
        return TRUE;
    }

  return FALSE;
}

static void
add_to (LevTask       *task,
        const LevTask *more,
        gboolean       same_dossier)
{
  task->count += more->count;
  task->n_missing += more->n_missing;
  task->due = get_earliest (task->due, more->due);
  task->since = get_earliest (task->since, more->since);
  if (same_dossier)
    return;

  task->n_dossiers++;
  if (task->other == NULL)
    task->other = more->dossier;
}

/* @all, with the same act once. */
static GArray *
bundle (GArray *all)
{
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (LevTask));

  for (guint i = 0; i < all->len; i++)
    {
      const LevTask *task = &g_array_index (all, LevTask, i);
      guint j = 0;

      while (j < tasks->len && !is_same_act (&g_array_index (tasks, LevTask, j), task))
        j++;
      if (j < tasks->len)
        add_to (&g_array_index (tasks, LevTask, j), task, has_dossier (all, i, task));
      else
        g_array_append_vals (tasks, task, 1);
    }
  g_array_sort (tasks, lev_task_compare);

  return tasks;
}

static GArray *
list_work (LevRegister *records,
           LevReview   *review,
           LevPerson   *user,
           LevDate      today)
{
  g_autoptr (GArray) all = lev_task_list (records, user, today);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (LevTask));

  for (guint i = 0; i < all->len; i++)
    {
      LevTask *task = &g_array_index (all, LevTask, i);

      if ((review == NULL || lev_task_get_review (task) == review) && take (task, user, today))
        g_array_append_vals (own, task, 1);
    }

  return bundle (own);
}

GArray *
lev_work_list (LevRegister *records,
               LevPerson   *user,
               LevDate      today)
{
  return list_work (records, NULL, user, today);
}

GArray *
lev_review_list_work (LevReview *review,
                      LevPerson *user,
                      LevDate    today)
{
  return list_work (LEV_RECORD (review)->records, review, user, today);
}

guint
lev_work_count (GArray    *tasks,
                LevUrgency urgency)
{
  guint count = 0;

  for (guint i = 0; i < tasks->len; i++)
    count += g_array_index (tasks, LevTask, i).urgency == urgency;

  return count;
}

guint
lev_work_count_own (GArray *tasks)
{
  return lev_work_count (tasks, LEV_URGENCY_LATE) + lev_work_count (tasks, LEV_URGENCY_WEEK);
}
