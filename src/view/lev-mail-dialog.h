#pragma once

#include "lev-outgoing.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who is still to be mailed about a round, with for each the text that gathers everything since the
 * last mail to them: it goes out through the mail program or as an .eml file, and is then recorded
 * as sent. */

#define LEV_TYPE_MAIL_DIALOG (lev_mail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevMailDialog, lev_mail_dialog, LEV, MAIL_DIALOG, AdwDialog)

AdwDialog *lev_mail_dialog_new (LevReview     *review,
                                LevMessageKind kind);

G_END_DECLS
