#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How the invitation for the review meeting stands (step 4), and the ways to send it: to everyone
 * as a mail, once more when something changed, withdrawn, or for the own calendar. */

#define LEV_TYPE_INVITATION_GROUP (lev_invitation_group_get_type ())
G_DECLARE_FINAL_TYPE (LevInvitationGroup,
                      lev_invitation_group,
                      LEV,
                      INVITATION_GROUP,
                      AdwPreferencesGroup)

/* Shows @review; without @editable nothing can be sent. */
void lev_invitation_group_update (LevInvitationGroup *self,
                                  LevReview          *review,
                                  gboolean            editable);

G_END_DECLS
