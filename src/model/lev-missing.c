#include "lev-missing.h"

#include "lev-title.h"

struct _LevMissing
{
  GObject parent;

  LevRecord *subject;
  guint      step;
  char      *field;
  char      *reason;
  char      *todo;
};

G_DEFINE_FINAL_TYPE (LevMissing, lev_missing, G_TYPE_OBJECT)

static void
lev_missing_finalize (GObject *object)
{
  LevMissing *self = LEV_MISSING (object);

  g_clear_object (&self->subject);
  g_free (self->field);
  g_free (self->reason);
  g_free (self->todo);

  G_OBJECT_CLASS (lev_missing_parent_class)->finalize (object);
}

static void
lev_missing_class_init (LevMissingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_missing_finalize;
}

static void
lev_missing_init (LevMissing *self)
{
}

void
lev_missing_add (GListStore *list,
                 LevRecord  *subject,
                 guint       step,
                 const char *field,
                 const char *reason,
                 const char *todo)
{
  g_autoptr (LevMissing) self = g_object_new (LEV_TYPE_MISSING, NULL);

  self->subject = g_object_ref (subject);
  self->step = step;
  self->field = g_strdup (field);
  self->reason = g_strdup (reason);
  self->todo = g_strdup (todo);
  g_list_store_append (list, self);
}

LevRecord *
lev_missing_get_subject (LevMissing *self)
{
  g_return_val_if_fail (LEV_IS_MISSING (self), NULL);

  return self->subject;
}

guint
lev_missing_get_step (LevMissing *self)
{
  g_return_val_if_fail (LEV_IS_MISSING (self), 0);

  return self->step;
}

const char *
lev_missing_get_field (LevMissing *self)
{
  g_return_val_if_fail (LEV_IS_MISSING (self), NULL);

  return self->field;
}

const char *
lev_missing_get_reason (LevMissing *self)
{
  g_return_val_if_fail (LEV_IS_MISSING (self), NULL);

  return self->reason;
}

const char *
lev_missing_get_todo (LevMissing *self)
{
  g_return_val_if_fail (LEV_IS_MISSING (self), NULL);

  return self->todo;
}

char *
lev_missing_describe (GListModel *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LevMissing) missing = g_list_model_get_item (list, i);
      g_autofree char *title = lev_record_dup_full_title (missing->subject);

      g_string_append_printf (text, "%s%s: %s. %s", i > 0 ? "\n" : "", title, missing->reason,
                              missing->todo);
    }

  return g_string_free (text, FALSE);
}
