#pragma once

#include "lev-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks why, and where that belongs to it until when: a reminder is put off, a due date becomes
 * another, a round is opened again. Emits `answered`; who asks closes the dialog when what was
 * answered came through. */

#define LEV_TYPE_REASON_DIALOG (lev_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevReasonDialog, lev_reason_dialog, LEV, REASON_DIALOG, AdwDialog)

/**
 * lev_reason_dialog_new:
 * @description: what happens then
 * @date_title: (nullable): what the date means, when one is asked
 * @date: the date that is proposed; 0 for none
 *
 * All texts are in the user's language.
 */
AdwDialog  *lev_reason_dialog_new        (const char *title,
                                          const char *description,
                                          const char *date_title,
                                          LevDate     date);

LevDate     lev_reason_dialog_get_date   (LevReasonDialog *self);
const char *lev_reason_dialog_get_reason (LevReasonDialog *self);

G_END_DECLS
