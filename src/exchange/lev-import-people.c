/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-import-people.h"

#include <string.h>

struct _LevImportPeople
{
  LevRegister *records;
  GPtrArray   *people; /* LevImportPerson; those of the register first */
  guint        n_known;
  GHashTable  *by_email; /* case-folded address to LevImportPerson */
  GHashTable  *by_name;  /* case-folded name to LevImportPerson; NULL when more have it */
  GHashTable  *found;    /* what stands in a cell to LevImportPerson */
};

static void
person_free (gpointer data)
{
  LevImportPerson *person = data;

  g_free (person->name);
  g_free (person->email);
  g_free (person);
}

static void
index_person (LevImportPeople *self,
              LevImportPerson *person,
              const char      *name,
              const char      *email)
{
  g_ptr_array_add (self->people, person);

  if (name != NULL)
    {
      g_autofree char *key = g_utf8_casefold (name, -1);
      gboolean is_taken = g_hash_table_contains (self->by_name, key);

      g_hash_table_insert (self->by_name, g_steal_pointer (&key), is_taken ? NULL : person);
    }

  if (email != NULL)
    g_hash_table_insert (self->by_email, g_utf8_casefold (email, -1), person);
}

/* Takes `Name <address>` or an address apart; %FALSE when there is no address in it. */
static gboolean
split_address (const char *text,
               char      **name,
               char      **email)
{
  const char *open = strrchr (text, '<');
  const char *at = strchr (open != NULL ? open : text, '@');

  if (at == NULL)
    return FALSE;

  if (open != NULL)
    {
      *name = g_strstrip (g_strndup (text, open - text));
      *email = g_strndup (open + 1, strcspn (open + 1, ">"));
    }
  else
    {
      *name = g_strdup ("");
      *email = g_strdup (text);
    }
  g_strstrip (*email);

  return strpbrk (*email, " \t\n<>") == NULL && **email != '@' && at[1] != '\0';
}

static LevImportPerson *
find_by_email (LevImportPeople *self,
               const char      *email)
{
  g_autofree char *key = g_utf8_casefold (email, -1);

  return g_hash_table_lookup (self->by_email, key);
}

LevImportPeople *
lev_import_people_new (LevRegister *records)
{
  LevImportPeople *self;
  LevRecordList *list;

  g_return_val_if_fail (LEV_IS_REGISTER (records), NULL);

  self = g_new0 (LevImportPeople, 1);
  self->records = g_object_ref (records);
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->by_email = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  list = lev_register_list (records, LEV_TYPE_PERSON);
  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevPerson *record = lev_record_list_peek (list, i);
      LevImportPerson *person = g_new0 (LevImportPerson, 1);

      person->record = record;
      index_person (self, person, record->name, record->email);
    }
  self->n_known = self->people->len;

  return self;
}

void
lev_import_people_free (LevImportPeople *self)
{
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_email);
  g_ptr_array_unref (self->people);
  g_object_unref (self->records);
  g_free (self);
}

void
lev_import_people_introduce (LevImportPeople *self,
                             const char      *text)
{
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  LevImportPerson *person;

  g_return_if_fail (self != NULL);

  /* A list of 100,000 rows names the same few people over and over. */
  if (strchr (text, '@') == NULL || g_hash_table_contains (self->found, text))
    return;
  if (!split_address (text, &name, &email))
    return;

  person = find_by_email (self, email);
  if (person == NULL)
    {
      person = g_new0 (LevImportPerson, 1);
      person->name = g_strdup (*name != '\0' ? name : email);
      person->email = g_steal_pointer (&email);
      index_person (self, person, person->name, person->email);
    }
  g_hash_table_insert (self->found, g_strdup (text), person);
}

LevImportPerson *
lev_import_people_find (LevImportPeople *self,
                        const char      *text,
                        gboolean        *is_ambiguous)
{
  g_autofree char *key = NULL;
  gpointer person = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  *is_ambiguous = FALSE;
  if (g_hash_table_lookup_extended (self->found, text, NULL, &person))
    return person;

  key = g_utf8_casefold (text, -1);
  *is_ambiguous = g_hash_table_lookup_extended (self->by_name, key, NULL, &person) &&
                  person == NULL;
  if (person != NULL)
    g_hash_table_insert (self->found, g_strdup (text), person);

  return person;
}

guint
lev_import_people_get_n_new (LevImportPeople *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->people->len - self->n_known;
}

const char *
lev_import_people_get_new (LevImportPeople *self,
                           guint            position)
{
  LevImportPerson *person;

  g_return_val_if_fail (position < lev_import_people_get_n_new (self), NULL);

  person = g_ptr_array_index (self->people, self->n_known + position);

  return person->name;
}

void
lev_import_people_apply (LevImportPeople *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = self->n_known; i < self->people->len; i++)
    {
      LevImportPerson *person = g_ptr_array_index (self->people, i);

      person->record = lev_register_add (self->records, LEV_TYPE_PERSON, "name", person->name,
                                         "email", person->email, NULL);
    }
}
