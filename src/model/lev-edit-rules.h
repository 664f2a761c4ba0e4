#pragma once

#include "lev-edit.h"

G_BEGIN_DECLS

/**
 * lev_edit_check_rules:
 *
 * The rules that hold for every edit, whoever makes it: records that are only added are not
 * changed afterwards (but the addition can be taken back), and a closed round is read-only
 * (design section 3).
 *
 * Returns: %FALSE with LEV_MODEL_ERROR_FORBIDDEN or _CLOSED
 */
gboolean lev_edit_check_rules (LevEdit *edit,
                               GError **error);

G_END_DECLS
