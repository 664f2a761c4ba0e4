#pragma once

#include "lev-handbook-page.h"

G_BEGIN_DECLS

/* The handbook as a file that goes from one organisation to another. */

/* Asks for a file and keeps it as a new version; what is wrong with it is shown. */
void lev_handbook_import (LevHandbookPage *page);

/* Asks for a place and writes @text there. */
void lev_handbook_export (LevHandbookPage *page,
                          const char      *text);

G_END_DECLS
