#pragma once

#include "lev-application.h"
#include "lev-step.h"

G_BEGIN_DECLS

/* What one step of follow-up or feedback asks of one action, or of one dossier: the controls that
 * record it. What is filled in and not recorded yet stays as long as the panel does. Which class
 * serves which step stands in one table (lev_action_panel_new()). */

#define LEV_TYPE_ACTION_PANEL (lev_action_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevActionPanel, lev_action_panel, LEV, ACTION_PANEL, AdwBin)

struct _LevActionPanelClass
{
  AdwBinClass parent_class;

  /* Brings what the panel takes from the records up to date, and fills in what it proposes the
   * first time; may be %NULL. */
  void (*refresh) (LevActionPanel *self);
};

/* The panel of step @number (7 to 12) for @subject, an action or a dossier. */
LevActionPanel *lev_action_panel_new            (LevRecord *subject,
                                                 guint      number);

void            lev_action_panel_refresh        (LevActionPanel *self);

LevRecord      *lev_action_panel_get_subject    (LevActionPanel *self);
guint           lev_action_panel_get_number     (LevActionPanel *self);

/* The dossier of the subject. */
LevDossier     *lev_action_panel_get_dossier    (LevActionPanel *self);

/* Newly allocated: the names of the service owner and the SLM of the dossier, and of its CM when
 * @with_manager, each once. */
char           *lev_action_panel_dup_recipients (LevActionPanel *self,
                                                 gboolean        with_manager);

/* Ends the edit that the panel began: with an @error it is refused, otherwise it is recorded and
 * @message shown with a way back. */
void            lev_action_panel_finish         (LevActionPanel *self,
                                                 const char     *message,
                                                 const GError   *error);

G_END_DECLS
