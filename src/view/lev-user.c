#include "lev-user.h"

#include "lev-record-list.h"

/* The identifiers of persons are different in each database. */
static char **
list_chosen (GSettings *settings)
{
  g_autofree char *ids = g_settings_get_string (settings, "user");

  return g_strsplit (ids, " ", -1);
}

static LevPerson *
find_person (LevRegister *records,
             const char  *id)
{
  LevRecord *record = *id != '\0' ? lev_register_lookup (records, id) : NULL;

  return LEV_IS_PERSON (record) && !record->deleted ? LEV_PERSON (record) : NULL;
}

static LevPerson *
find_namesake (LevRegister *records)
{
  LevRecordList *people = lev_register_list (records, LEV_TYPE_PERSON);

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    {
      LevPerson *person = lev_record_list_peek (people, i);

      if (g_strcmp0 (person->name, g_get_real_name ()) == 0)
        return person;
    }

  return NULL;
}

LevPerson *
lev_user_get (GSettings   *settings,
              LevRegister *records)
{
  g_auto (GStrv) ids = list_chosen (settings);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      LevPerson *person = find_person (records, ids[i]);

      if (person != NULL)
        return person;
    }

  return find_namesake (records);
}

void
lev_user_set (GSettings   *settings,
              LevRegister *records,
              LevPerson   *user)
{
  g_auto (GStrv) ids = list_chosen (settings);
  g_autoptr (GString) text = g_string_new (user != NULL ? LEV_RECORD (user)->id : "");

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && (records == NULL || lev_register_lookup (records, ids[i]) == NULL))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ids[i]);
  g_settings_set_string (settings, "user", text->str);
}
