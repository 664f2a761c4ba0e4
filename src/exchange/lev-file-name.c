/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-file-name.h"

#include <string.h>

#include <glib/gi18n.h>

/* What SharePoint refuses, and what stands in for it. */
static const struct
{
  char        forbidden;
  const char *instead;
} replacements[] = {
  { '"', "’" },
  { '*', "-" },
  { ':', "-" },
  { '<', "(" },
  { '>', ")" },
  { '?', "" },
  { '/', "-" },
  { '\\', "-" },
  { '|', "-" },
  { '~', "-" },
  { '#', "-" },
  { '%', "-" },
  { '&', "+" },
  { '{', "(" },
  { '}', ")" },
};

/* Names that Windows and SharePoint keep for themselves, also with an extension behind them. */
static const char *const reserved[] = {
  "con",  "prn",  "aux",  "nul",  "com0", "com1", "com2", "com3", "com4", "com5",
  "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5",
  "lpt6", "lpt7", "lpt8", "lpt9", "forms",
};

static gboolean
is_invisible (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
find_replacement (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    if (c == (gunichar) replacements[i].forbidden)
      return replacements[i].instead;

  return c == 0xfffd ? "-" : NULL;
}

/* Replaces what is forbidden, and makes any white space one space. */
static GString *
replace_characters (const char *text)
{
  GString *name = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *instead = find_replacement (c);

      if (g_unichar_isspace (c))
        {
          if (name->len > 0 && name->str[name->len - 1] != ' ')
            g_string_append_c (name, ' ');
        }
      else if (instead != NULL)
        g_string_append (name, instead);
      else if (!is_invisible (c))
        g_string_append_unichar (name, c);
    }

  return name;
}

/* Takes off what may not stand at the start or the end. */
static void
strip_ends (GString *name)
{
  gsize leading = strspn (name->str, " .-");

  g_string_erase (name, 0, leading);
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

static void
cut (GString *name,
     gsize    max)
{
  if (name->len > max)
    {
      const char *end = g_utf8_find_prev_char (name->str, name->str + max + 1);

      g_string_truncate (name, end - name->str);
    }
  strip_ends (name);
}

static gboolean
is_reserved (const char *name)
{
  gsize length = strcspn (name, ".");

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (strlen (reserved[i]) == length && g_ascii_strncasecmp (name, reserved[i], length) == 0)
      return TRUE;

  return g_ascii_strcasecmp (name, "desktop.ini") == 0;
}

static void
avoid_reserved (GString *name)
{
  g_autofree char *lower = g_ascii_strdown (name->str, -1);
  const char *vti;

  /* OneDrive does not sync what ends like this. */
  if (g_str_has_suffix (lower, ".tmp"))
    name->str[name->len - strlen (".tmp")] = '-';

  for (vti = strstr (lower, "_vti_"); vti != NULL; vti = strstr (vti + 1, "_vti_"))
    name->str[vti - lower] = name->str[vti - lower + 4] = '-';

  if (is_reserved (name->str))
    g_string_insert_c (name, strcspn (name->str, "."), '_');
}

char *
lev_file_name_new (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) name = replace_characters (normal);

  strip_ends (name);
  cut (name, LEV_FILE_NAME_MAX - 1);
  avoid_reserved (name);

  if (name->len == 0)
    g_string_append (name, _("Unnamed"));

  return g_string_free_and_steal (g_steal_pointer (&name));
}

char *
lev_file_name_dup_key (const char *name)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}
