#include "lev-local-file.h"

#include <glib/gi18n.h>

GFile *
lev_local_file_take (GFile   *file,
                     GError **error)
{
  g_autoptr (GFile) taken = file;
  g_autofree char *name = NULL;

  if (taken == NULL || g_file_peek_path (taken) != NULL)
    return g_steal_pointer (&taken);

  name = g_file_get_parse_name (taken);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("‘%s’ has no place among the folders of this computer. Choose a place on this "
                 "computer, or a folder of the server that is synchronised with it or mounted on "
                 "it"),
               name);

  return NULL;
}
