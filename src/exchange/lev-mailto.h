/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/**
 * lev_mailto_new:
 * @people: (element-type LevPerson): who gets it; those without an address that can be used are
 *   left out
 * @subject: one line
 * @text: the body, in lines
 *
 * Returns: (transfer full): a `mailto:` URI (RFC 6068) that opens a draft in the user's mail
 *   program
 */
char *lev_mailto_new (GPtrArray  *people,
                      const char *subject,
                      const char *text);

G_END_DECLS
