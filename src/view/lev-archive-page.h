#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 13: which dossiers can go to the archive, and where those that are in it were written. */

#define LEV_TYPE_ARCHIVE_PAGE (lev_archive_page_get_type ())
G_DECLARE_FINAL_TYPE (LevArchivePage, lev_archive_page, LEV, ARCHIVE_PAGE, LevStepPage)

G_END_DECLS
