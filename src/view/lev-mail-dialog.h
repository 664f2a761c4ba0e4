#pragma once

#include "lev-outgoing.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who is still to be mailed about a round, with for each the text that gathers everything since the
 * last mail to them: it goes out through the mail program or as an .eml file, and is then recorded
 * as sent. */

#define LEV_TYPE_MAIL_DIALOG (lev_mail_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevMailDialog, lev_mail_dialog, LEV, MAIL_DIALOG, AdwDialog)

/* What lev_outgoing_list() says of @review, @kind and @sender (nullable). */
AdwDialog *lev_mail_dialog_new        (LevReview     *review,
                                       LevMessageKind kind,
                                       LevPerson     *sender);

/* A floating parameter for the action “win.mail”, which opens that dialog. */
GVariant  *lev_mail_dialog_new_target (LevReview     *review,
                                       LevMessageKind kind,
                                       LevPerson     *sender);

G_END_DECLS
