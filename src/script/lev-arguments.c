#include "lev-arguments.h"

#include "lev-field-text.h"

#include <glib/gi18n.h>

typedef struct
{
  char    *name; /* NULL for a word by position */
  char    *value;
  gboolean used;
} Argument;

struct _LevArguments
{
  GArray *arguments;
};

G_DEFINE_QUARK (lev - script - error, lev_script_error)

static void
argument_clear (Argument *argument)
{
  g_free (argument->name);
  g_free (argument->value);
}

/* The length of the name in `name=value`; 0 for a word without a name. */
static gsize
get_name_length (const char *word)
{
  gsize length = strspn (word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

  return g_ascii_isalpha (*word) && word[length] == '=' ? length : 0;
}

LevArguments *
lev_arguments_new (const char *const *words)
{
  LevArguments *self = g_new0 (LevArguments, 1);

  self->arguments = g_array_new (FALSE, TRUE, sizeof (Argument));
  g_array_set_clear_func (self->arguments, (GDestroyNotify) argument_clear);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = get_name_length (words[i]);
      Argument argument = {
        .name = length > 0 ? g_strndup (words[i], length) : NULL,
        .value = g_utf8_make_valid (length > 0 ? words[i] + length + 1 : words[i], -1),
      };

      g_array_append_val (self->arguments, argument);
    }

  return self;
}

void
lev_arguments_free (LevArguments *self)
{
  g_array_unref (self->arguments);
  g_free (self);
}

/* The first unused argument: any by position for %FALSE, else any with a name, or that @name. */
static Argument *
find_unused (LevArguments *self,
             gboolean      named,
             const char   *name)
{
  for (guint i = 0; i < self->arguments->len; i++)
    {
      Argument *argument = &g_array_index (self->arguments, Argument, i);

      if (argument->used || (argument->name != NULL) != named)
        continue;
      if (name != NULL && strcmp (argument->name, name) != 0)
        continue;
      argument->used = TRUE;
      return argument;
    }

  return NULL;
}

const char *
lev_arguments_next (LevArguments *self)
{
  Argument *argument = find_unused (self, FALSE, NULL);

  return argument != NULL ? argument->value : NULL;
}

const char *
lev_arguments_require (LevArguments *self,
                       const char   *what,
                       GError      **error)
{
  const char *word = lev_arguments_next (self);

  if (word == NULL)
    g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("%s is missing"), what);

  return word;
}

const char *
lev_arguments_get (LevArguments *self,
                   const char   *name)
{
  Argument *argument = find_unused (self, TRUE, name);

  return argument != NULL ? argument->value : NULL;
}

const char *
lev_arguments_next_named (LevArguments *self,
                          const char  **name)
{
  Argument *argument = find_unused (self, TRUE, NULL);

  *name = argument != NULL ? argument->name : NULL;

  return argument != NULL ? argument->value : NULL;
}

static const char *
resolve_alias (const LevAlias *aliases,
               const char     *name)
{
  for (; aliases != NULL && aliases->name != NULL; aliases++)
    if (strcmp (aliases->name, name) == 0)
      return aliases->field;

  return name;
}

gboolean
lev_arguments_apply (LevArguments   *self,
                     LevRecord      *record,
                     const LevAlias *aliases,
                     GError        **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  const char *name, *text;

  while ((text = lev_arguments_next_named (self, &name)) != NULL)
    {
      int field = lev_record_class_find_field (klass, resolve_alias (aliases, name));
      LevValue value;

      if (field < 0)
        {
          g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("“%s” has no field ‘%s’"),
                       _(klass->label), name);
          return FALSE;
        }
      if (!lev_field_parse (&klass->fields[field], text, record->records, &value, error))
        return FALSE;
      lev_record_set_value (record, (guint) field, &value);
    }

  return TRUE;
}

gboolean
lev_arguments_parse (const char  *text,
                     GType        type,
                     const char  *field,
                     LevRegister *records,
                     LevValue    *value,
                     GError     **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  int index = lev_record_class_find_field ((LevRecordClass *) klass, field);

  *value = (LevValue) { 0 };
  g_return_val_if_fail (index >= 0, FALSE);

  return lev_field_parse (&((LevRecordClass *) klass)->fields[index], text, records, value, error);
}

gboolean
lev_arguments_get_value (LevArguments *self,
                         const char   *name,
                         GType         type,
                         const char   *field,
                         LevRegister  *records,
                         LevValue     *value,
                         GError      **error)
{
  const char *text = lev_arguments_get (self, name);

  *value = (LevValue) { 0 };

  return text == NULL || lev_arguments_parse (text, type, field, records, value, error);
}

gboolean
lev_arguments_finish (LevArguments *self,
                      GError      **error)
{
  for (guint i = 0; i < self->arguments->len; i++)
    {
      Argument *argument = &g_array_index (self->arguments, Argument, i);

      if (argument->used)
        continue;
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("‘%s’ does not belong here"),
                   argument->name != NULL ? argument->name : argument->value);
      return FALSE;
    }

  return TRUE;
}
