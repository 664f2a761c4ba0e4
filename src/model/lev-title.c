#include "lev-title.h"

#include <glib/gi18n.h>

#define TITLE_LENGTH (80) /* characters of a title */

char *
lev_record_dup_code (LevRecord *record)
{
  if (LEV_IS_ACTION (record))
    return g_strdup_printf ("A%02d", LEV_ACTION (record)->number);
  if (LEV_IS_RISK (record))
    return g_strdup_printf ("R%02d", LEV_RISK (record)->number);

  return NULL;
}

LevSupplier *
lev_record_get_supplier (LevRecord *record)
{
  for (LevRecord *owner = lev_record_get_owner (record); owner != NULL;
       owner = lev_record_get_owner (owner))
    {
      if (LEV_IS_SUPPLIER (owner))
        return LEV_SUPPLIER (owner);
      if (LEV_IS_DOSSIER (owner))
        return LEV_DOSSIER (owner)->supplier;
    }

  return NULL;
}

/* The title as it fits in a sentence: on one line, and not longer than people read. */
static char *
dup_short_title (LevRecord *record)
{
  g_autofree char *title = lev_record_dup_title (record);
  GString *text = g_string_new (NULL);
  glong length = 0;

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (++length > TITLE_LENGTH)
        {
          g_string_append (text, "…");
          break;
        }
      g_string_append_unichar (text, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free (text, FALSE);
}

/* The title with the code before it. What is recorded about a record with a code is named by its
 * kind and that code: its own text is too long. */
static char *
dup_coded_title (LevRecord *record)
{
  LevRecord *owner = lev_record_get_owner (record);
  g_autofree char *owner_code = owner != NULL ? lev_record_dup_code (owner) : NULL;
  g_autofree char *code = lev_record_dup_code (record);
  g_autofree char *title = dup_short_title (record);

  if (code != NULL)
    return g_strconcat (code, " ", title, NULL);
  if (LEV_IS_PROFILE_VERSION (record))
    return g_strdup_printf ("%s %d", title, LEV_PROFILE_VERSION (record)->number);
  if (owner_code != NULL)
    return g_strconcat (_(LEV_RECORD_GET_CLASS (record)->label), " ", owner_code, NULL);

  return g_steal_pointer (&title);
}

char *
lev_record_dup_full_title (LevRecord *record)
{
  g_autofree char *title = dup_coded_title (record);
  LevSupplier *supplier = lev_record_get_supplier (record);
  g_autofree char *name = NULL;

  if (supplier == NULL)
    return g_steal_pointer (&title);

  name = dup_short_title (LEV_RECORD (supplier));

  return g_strdup_printf ("%s (%s)", title, name);
}
