#include "lev-greeting.h"

#include "lev-due-text.h"

#include <glib/gi18n.h>

#define MORNING   (6)
#define AFTERNOON (12)
#define EVENING   (18)

static const char *
get_salutation (guint hour)
{
  if (hour < MORNING)
    return _("Good night");
  if (hour < AFTERNOON)
    return _("Good morning");

  return hour < EVENING ? _("Good afternoon") : _("Good evening");
}

static char *
greet (LevPerson *user,
       guint      hour)
{
  const char *name = user != NULL && user->name != NULL ? user->name : "";
  g_autofree char *first = g_strndup (name, strcspn (name, " "));

  return *first != '\0' ? g_strdup_printf ("%s %s.", get_salutation (hour), first)
                        : g_strdup_printf ("%s.", get_salutation (hour));
}

/* Not the sentence of the user alone: everything that waits, for who is not known. */
static char *
count_all (guint n_tasks,
           guint n_late)
{
  g_autofree char *tasks = lev_count_describe (n_tasks);
  g_autofree char *late = lev_count_describe (n_late);

  if (n_tasks == 0)
    return g_strdup (_("nothing waits."));
  if (n_tasks == 1)
    return g_strdup (n_late > 0 ? _("one matter waits, and it is late.") : _("one matter waits."));
  if (n_late == 0)
    return g_strdup_printf (_("%s matters wait."), tasks);

  return g_strdup_printf (_("%s matters wait, %s of them late."), tasks, late);
}

static char *
count_own (guint n_tasks,
           guint n_late)
{
  g_autofree char *tasks = lev_count_describe (n_tasks);
  g_autofree char *late = lev_count_describe (n_late);

  if (n_tasks == 0)
    return g_strdup (_("nothing waits for you."));
  if (n_tasks == 1)
    return g_strdup (n_late > 0 ? _("one matter waits for you, and it is late.")
                                : _("one matter waits for you."));
  if (n_late == 0)
    return g_strdup_printf (_("%s matters wait for you."), tasks);

  return g_strdup_printf (_("%s matters wait for you, %s of them late."), tasks, late);
}

char *
lev_greeting_describe (LevPerson *user,
                       guint      hour,
                       guint      n_tasks,
                       guint      n_late)
{
  g_autofree char *greeting = greet (user, hour);
  g_autofree char *count = user != NULL ? count_own (n_tasks, n_late) : count_all (n_tasks, n_late);
  g_autofree char *sentence = lev_text_raise_first (count);

  return g_strdup_printf ("%s %s", greeting, sentence);
}
