#include "lev-handbook-version.h"

#include "lev-handbook-content.h"
#include "lev-record-list.h"
#include "lev-register.h"

#include <glib/gi18n.h>

#define FACTOR_PREFIX "factor "
#define WHOLE         (100)

/* What GLib says of a line does not say which one it is. */
static gboolean
check_lines (const char *text,
             GError    **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean in_group = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[' && g_str_has_suffix (line, "]"))
        {
          in_group = TRUE;
          continue;
        }
      if (in_group && *line != '[' && *line != '=' && strchr (line, '=') != NULL)
        continue;

      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                   in_group ? _("Reading the handbook: line %u: ‘%s’ is not ‘key=value’")
                            : _("Reading the handbook: line %u: ‘%s’ stands before the first "
                                "‘[group]’"),
                   i + 1, line);
      return FALSE;
    }

  return TRUE;
}

int
lev_handbook_add_weights (GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  int sum = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], FACTOR_PREFIX))
      sum += g_key_file_get_integer (file, groups[i], "weight", NULL);

  return sum;
}

gboolean
lev_handbook_check (const char *text,
                    GError    **error)
{
  g_autoptr (LevHandbookContent) content = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                   _("Reading the handbook: it is not a text in UTF-8"));
      return FALSE;
    }
  if (!check_lines (text, error))
    return FALSE;

  content = lev_handbook_content_parse (text, error);
  if (content == NULL)
    return FALSE;

  g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  if (lev_handbook_add_weights (file) == WHOLE)
    return TRUE;

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
               _("The weights of the factors (key ‘weight’ of the groups ‘factor …’) add up to %d; "
                 "they must add up to 100"),
               lev_handbook_add_weights (file));
  return FALSE;
}

static int
find_highest_version (LevRegister *records)
{
  LevRecordList *handbooks = lev_register_list (records, LEV_TYPE_HANDBOOK);
  int highest = 0;

  for (guint i = 0; i < lev_record_list_get_n (handbooks); i++)
    highest = MAX (highest, ((LevHandbook *) lev_record_list_peek (handbooks, i))->version);

  return highest;
}

LevHandbook *
lev_handbook_add_version (LevRegister *records,
                          const char  *text,
                          GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *title = NULL;
  g_autofree char *numbered = NULL;
  int version = find_highest_version (records) + 1;

  if (!lev_handbook_check (text, error) ||
      !g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_KEEP_COMMENTS, error))
    return NULL;

  title = g_key_file_get_string (file, "handbook", "title", NULL);
  g_key_file_set_integer (file, "handbook", "version", version);
  numbered = g_key_file_to_data (file, NULL, NULL);

  return lev_register_add (records, LEV_TYPE_HANDBOOK, "title", title, "version", version,
                           "content", numbered, NULL);
}
