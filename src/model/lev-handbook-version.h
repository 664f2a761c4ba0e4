#pragma once

#include "lev-handbook.h"

G_BEGIN_DECLS

/* A handbook is never changed: rounds keep the one that they were filled in with. What changes is
 * a new version, which the next round begins with. */

/**
 * lev_handbook_check:
 * @text: a key file, see lev-handbook-content.h
 *
 * Whether @text can be a new version: it can be read, and the weights of the factors add up to 100
 * (template, section 2).
 *
 * Returns: %FALSE with LEV_MODEL_ERROR_CONTENT, which names the line, or the group and the key
 */
gboolean     lev_handbook_check       (const char *text,
                                       GError    **error);

/* What the weights of the factors in @text add up to. */
int          lev_handbook_add_weights (GKeyFile *file);

/**
 * lev_handbook_add_version:
 * @text: a key file
 *
 * Adds @text to @records as a version above all others, inside the running edit.
 *
 * Returns: (transfer none): the handbook, or %NULL with the error of lev_handbook_check()
 */
LevHandbook *lev_handbook_add_version (LevRegister *records,
                                       const char  *text,
                                       GError     **error);

G_END_DECLS
