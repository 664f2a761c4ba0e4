#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* Why a database could not be opened, and what can be done about it. Of a damaged one it offers
 * the newest backup that is whole, and says what is missing there. The file itself is left as it
 * is. */

#define LEV_TYPE_PROBLEM_PAGE (lev_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (LevProblemPage, lev_problem_page, LEV, PROBLEM_PAGE, LevContentPage)

LevProblemPage *lev_problem_page_new (const char   *path,
                                      const GError *error);

G_END_DECLS
