#pragma once

#include "lev-message-item.h"
#include "lev-state.h"

G_BEGIN_DECLS

/* What is still to be told by mail, gathered per person: everything since the last mail to them
 * (process, steps 8 and 12). Nothing of it is stored: it is what was recorded for that person, less
 * what the mails to them already told. */

typedef struct
{
  LevReview     *review;    /* borrowed */
  LevPerson     *recipient; /* borrowed */
  LevMessageKind kind;
  GPtrArray     *entries; /* LevStatusUpdate or LevDecision, borrowed, in the order of the process */
} LevOutgoing;

void        lev_outgoing_free          (LevOutgoing *self);

/**
 * lev_outgoing_list:
 * @sender: (nullable): who mails; %NULL for everyone
 *
 * The contract manager of a supplier mails about it (process, steps 8 and 12): @sender about the
 * suppliers for which they do what is to be done, see lev_person_does_for().
 *
 * Returns: (transfer full) (element-type LevOutgoing): whom @sender is to mail about @review, and
 *   about what. Status updates that were told in another way go along with the next mail, but ask for none
 *   of their own. Empty in a closed round.
 */
GPtrArray  *lev_outgoing_list          (LevReview     *review,
                                        LevMessageKind kind,
                                        LevPerson     *sender);

/* Whether the mail tells @entry itself: not when what corrects it goes along. */
gboolean    lev_outgoing_tells         (const LevOutgoing *self,
                                        gpointer           entry);

/* The date of the oldest entry in it. */
LevDate     lev_outgoing_get_since     (const LevOutgoing *self);

/* When @recipient was last mailed about this kind in @review; %NULL for never. */
LevMessage *lev_outgoing_get_last      (const LevOutgoing *self);

/**
 * lev_outgoing_note_sent:
 * @sender: (nullable)
 *
 * Records, in the running edit, that a mail with these words went to the recipient.
 *
 * Returns: (transfer none): the record; %NULL with %LEV_MODEL_ERROR_CLOSED in a closed round
 */
LevMessage *lev_outgoing_note_sent     (const LevOutgoing *self,
                                        LevPerson         *sender,
                                        const char        *subject,
                                        const char        *text,
                                        GError           **error);

/* The process's list for the status updates of @action: the service owner, the SLM, and who was
 * involved in step 7: the executor and the stakeholders, but not the CM who writes them. Only these
 * are proposed as recipients (transfer container, element-type LevPerson). */
GPtrArray  *lev_action_list_contacts   (LevAction *action);

/* Who is proposed for the next status update of @action: as last time, as far as they belong to the
 * process; all of lev_action_list_contacts() when there was none (transfer container). */
GPtrArray  *lev_action_list_recipients (LevAction *action);

/* The people that @names, separated by commas, stand for; names that are nobody’s are left out
 * (transfer container, element-type LevPerson). */
GPtrArray  *lev_people_from_names      (LevRegister *records,
                                        const char  *names);

/* Newly allocated: the names of @people, separated by commas. */
char       *lev_people_to_names        (GPtrArray *people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevOutgoing, lev_outgoing_free)

G_END_DECLS
