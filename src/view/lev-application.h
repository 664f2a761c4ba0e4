#pragma once

#include "lev-person.h"
#include "lev-sharing.h"
#include "lev-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The application: the one store that is open, the edits that are made in it, and what lasts
 * longer than a window. Pages and dialogs see everything else through it. */

#define LEV_TYPE_APPLICATION (lev_application_get_type ())
G_DECLARE_FINAL_TYPE (LevApplication, lev_application, LEV, APPLICATION, AdwApplication)

LevApplication *lev_application_new             (void);

/* The running application. */
LevApplication *lev_application_get_default     (void);

/* The open store; %NULL when there is none yet. Property `store`. */
LevStore       *lev_application_get_store       (LevApplication *self);

/* Shares it with a team. */
LevSharing     *lev_application_get_sharing     (LevApplication *self);

/* Its records; %NULL without a store. */
LevRegister    *lev_application_get_records     (LevApplication *self);

/**
 * lev_application_open:
 * @path: a database; with %LEV_STORE_CREATE it gets the default handbook
 *
 * Opens @path in place of the present store.
 */
gboolean        lev_application_open            (LevApplication *self,
                                                 const char     *path,
                                                 LevStoreMode    mode,
                                                 GError        **error);

/* What lasts longer than a window: the keys of nl.levman.Review.gschema.xml. */
GSettings      *lev_application_get_settings    (LevApplication *self);
/* Who uses the application: the person chosen in the preferences, otherwise the one who is called
 * like the user of the machine; %NULL when it is not known or there is no store. What is “mine”
 * follows from it, and the author of each edit. `changed` is emitted when it becomes another. */
LevPerson      *lev_application_get_user        (LevApplication *self);
/* @user: (nullable) */
void            lev_application_set_user        (LevApplication *self,
                                                 LevPerson      *user);
/* Newly allocated: the database that is opened at the start: the one that was chosen, otherwise
 * that of lev_application_dup_usual_place(). */
char           *lev_application_dup_place       (LevApplication *self);

/* Newly allocated: where the database is kept when no one says otherwise, in the user's data
 * folder. */
char           *lev_application_dup_usual_place (void);

/**
 * lev_application_go_to:
 *
 * Opens @path in place of the present store. When that fails the user is told why: beside the
 * present store in a dialog, otherwise on a page that says what can be done.
 *
 * Returns: whether it is open
 */
gboolean        lev_application_go_to           (LevApplication *self,
                                                 const char     *path,
                                                 LevStoreMode    mode);

/* Opens @path at the next start too. */
void            lev_application_set_place       (LevApplication *self,
                                                 const char     *path);

/* Closes the present store; what is done with its file follows. */
void            lev_application_close           (LevApplication *self);

/* Begins an edit named @label; everything up to lev_application_commit() belongs to it. */
void            lev_application_begin           (LevApplication *self,
                                                 const char     *label);

/* Ends the running edit. A failure is shown to the user, and everything is put back.
 * Emits `changed` when it came through. */
gboolean        lev_application_commit          (LevApplication *self);

/* Something was taken in that others did. Emits `changed`. */
void            lev_application_note_arrival    (LevApplication *self);

/* Whether all that was changed is on the disk. */
gboolean        lev_application_is_saved        (LevApplication *self);

/* Ends the running edit, puts everything back, and shows @error (owned by the caller). */
void            lev_application_refuse          (LevApplication *self,
                                                 const GError   *error);

/* Writes what could not be written before; %FALSE with an error when it still cannot. */
gboolean        lev_application_save_again      (LevApplication *self,
                                                 GError        **error);

/* The window; made when there is none, for what comes over the bus. */
GtkWidget      *lev_application_ensure_window   (LevApplication *self);

/* Shows @message as a toast in the active window; with an @action also a button for it. */
void            lev_application_toast           (LevApplication *self,
                                                 const char     *message,
                                                 const char     *button,
                                                 const char     *action);

/* For actions on a record: the one of the running application whose identifier is the text in
 * @parameter; %NULL for none. */
LevRecord      *lev_application_lookup_record   (GVariant *parameter);

G_END_DECLS
