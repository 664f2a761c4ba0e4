/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-pdf.h"

#include "lev-page-pdf.h"
#include "lev-profile-pages.h"

gboolean
lev_profile_pdf_write (LevDossier *dossier,
                       const char *path,
                       GError    **error)
{
  g_autoptr (LevPageFlow) flow = lev_profile_pages_new (dossier);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  return lev_page_pdf_write (flow, title, path, error);
}
