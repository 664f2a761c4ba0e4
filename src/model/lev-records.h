#pragma once

#include "lev-action.h"
#include "lev-archive-record.h"
#include "lev-assessment.h"
#include "lev-attendance.h"
#include "lev-calendar-entry.h"
#include "lev-contract.h"
#include "lev-criticality-score.h"
#include "lev-decision.h"
#include "lev-deferral.h"
#include "lev-dossier.h"
#include "lev-due-change.h"
#include "lev-evidence.h"
#include "lev-handbook.h"
#include "lev-key-answer.h"
#include "lev-meeting.h"
#include "lev-message-item.h"
#include "lev-message.h"
#include "lev-person.h"
#include "lev-profile-version.h"
#include "lev-reopening.h"
#include "lev-review.h"
#include "lev-risk.h"
#include "lev-service.h"
#include "lev-stakeholder.h"
#include "lev-status-update.h"
#include "lev-supplier.h"
#include "lev-template.h"

G_BEGIN_DECLS

/**
 * lev_records_list_types:
 * @types: (out) (array length=n_types): filled with every record class
 *
 * Returns: how many there are
 */
gsize lev_records_list_types (GType *types,
                              gsize  n_types);

G_END_DECLS
