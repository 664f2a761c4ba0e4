/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-mailto.h"

#include "lev-mail.h"

/* Beside letters and digits an address may have these without being escaped. */
#define ALLOWED_IN_ADDRESS "@!$'*+"

/* Lines end with CR LF in a mail, whatever the text had. */
static void
append_body (GString    *uri,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_uri_escape_string (g_strchomp (lines[i]), NULL, FALSE);

      g_string_append_printf (uri, "%s%s", i > 0 ? "%0D%0A" : "", line);
    }
}

char *
lev_mailto_new (GPtrArray  *people,
                const char *subject,
                const char *text)
{
  g_autofree char *line = lev_mail_to_line (subject);
  g_autofree char *escaped = g_uri_escape_string (line, NULL, FALSE);
  g_autoptr (GString) uri = g_string_new ("mailto:");
  gboolean is_first = TRUE;

  for (guint i = 0; i < people->len; i++)
    {
      LevPerson *person = g_ptr_array_index (people, i);
      g_autofree char *address = NULL;

      if (!lev_mail_check_address (person->email))
        continue;

      address = g_uri_escape_string (person->email, ALLOWED_IN_ADDRESS, FALSE);
      g_string_append_printf (uri, "%s%s", is_first ? "" : ",", address);
      is_first = FALSE;
    }
  g_string_append_printf (uri, "?subject=%s&body=", escaped);
  append_body (uri, text);

  return g_string_free_and_steal (g_steal_pointer (&uri));
}
