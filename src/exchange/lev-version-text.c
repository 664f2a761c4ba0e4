#include "lev-version-text.h"

#include "lev-profile-document.h"

#include <glib/gi18n.h>

char *
lev_version_describe (LevProfileVersion *version)
{
  return g_strdup_printf (_("Version %d, frozen"), version->number);
}

char *
lev_version_describe_moment (LevProfileVersion *version)
{
  g_autofree char *date = lev_date_format_long (lev_moment_get_date (version->moment));
  g_autofree char *time = lev_moment_format_time (version->moment);

  /* Translators: a date, then hours and minutes */
  return g_strdup_printf (_("on %s at %.2s.%.2s"), date, time, time + 3);
}

char *
lev_version_shorten_hash (LevProfileVersion *version)
{
  const char *hash = version->sha256;

  if (hash == NULL || strlen (hash) != 64)
    return g_strdup ("");

  return g_strdup_printf ("%.4s %.4s … %.4s %.4s", hash, hash + 4, hash + 56, hash + 60);
}

gboolean
lev_version_is_outdated (LevProfileVersion *version)
{
  g_autofree char *content = lev_profile_to_json (version->dossier);

  return g_strcmp0 (content, version->content) != 0;
}

char *
lev_version_describe_basis (LevProfileVersion *version,
                            gboolean           outdated)
{
  g_autofree char *date = lev_date_format (lev_moment_get_date (version->moment));
  const char *hash = version->sha256 != NULL ? version->sha256 : "";

  if (outdated)
    /* Translators: the number, the date and the first digits of the SHA-256 of a profile */
    return g_strdup_printf (_("version %d of %s, %.8s; changed since"), version->number, date,
                            hash);

  /* Translators: the number, the date and the first digits of the SHA-256 of a profile */
  return g_strdup_printf (_("version %d of %s, %.8s"), version->number, date, hash);
}
