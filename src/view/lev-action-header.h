#pragma once

#include "lev-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands above what a step of the follow-up asks: which action or dossier it is, what was
 * agreed on, why it came back, what is missing, and the way to its history. */

#define LEV_TYPE_ACTION_HEADER (lev_action_header_get_type ())
G_DECLARE_FINAL_TYPE (LevActionHeader, lev_action_header, LEV, ACTION_HEADER, AdwBin)

/**
 * lev_action_header_show:
 * @self: the header
 * @subject: an action, or a dossier in step 7
 * @number: the step that is looked at
 * @is_waiting: whether @subject waits in that step, so that what is missing is said
 */
void lev_action_header_show (LevActionHeader *self,
                             LevRecord       *subject,
                             guint            number,
                             gboolean         is_waiting);

G_END_DECLS
