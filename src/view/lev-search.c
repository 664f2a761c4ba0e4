#include "lev-search.h"

char *
lev_search_dup_needle (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
}

gboolean
lev_search_matches (const char *text,
                    const char *needle)
{
  g_autofree char *folded = NULL;

  if (needle == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;

  folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}
