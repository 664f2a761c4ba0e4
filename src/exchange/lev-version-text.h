#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* A frozen profile version in words. All are newly allocated. */

/* “Version 3, frozen”. */
char    *lev_version_describe        (LevProfileVersion *version);

/* “on 5 november 2026 at 09.12”. */
char    *lev_version_describe_moment (LevProfileVersion *version);

/* The ends of its SHA-256 in groups of four, as people compare it: “7f3a 91c0 … e5d8 c91e”. */
char    *lev_version_shorten_hash    (LevProfileVersion *version);

/* Whether the profile is another one now than the one that was frozen. */
gboolean lev_version_is_outdated     (LevProfileVersion *version);

/* “version 1 of 05-11-2026, 7f3a91c0”, and that the profile changed since, when it did. On what a
 * decision rests, where there is little room. */
char    *lev_version_describe_basis  (LevProfileVersion *version,
                                      gboolean           outdated);

G_END_DECLS
