#pragma once

#include "lev-arguments.h"
#include "lev-process.h"
#include "lev-store.h"

G_BEGIN_DECLS

/* The language in which a round is driven without a window: one line, one verb, one edit. It goes
 * through the same process functions as the window. The example is written in it. */

typedef struct
{
  LevStore     *store;          /* borrowed */
  LevRegister  *records;        /* borrowed */
  LevReview    *review;         /* the round that verbs are about; %NULL for the running one */
  char         *archive_folder; /* where dossiers are archived when a line does not say it; or %NULL */
  GCancellable *cancellable;    /* ends a script between two lines; or %NULL */
} LevSteps;

typedef gboolean (*LevVerbFunc) (LevSteps *self, LevArguments *arguments, GError **error);

typedef struct
{
  const char *name;
  const char *arguments; /* as the help shows them; English, marked for translation */
  const char *label;     /* of the edit; English, marked for translation */
  LevVerbFunc run;
} LevVerb;

/* The verbs of each part of the process, up to one without a name. */
extern const LevVerb lev_register_verbs[];
extern const LevVerb lev_prepare_verbs[];
extern const LevVerb lev_profile_verbs[];
extern const LevVerb lev_meeting_verbs[];
extern const LevVerb lev_follow_up_verbs[];
extern const LevVerb lev_mail_verbs[];

/* Runs @words: a verb and what belongs to it, as one edit that is durable afterwards. */
gboolean     lev_steps_run           (LevSteps          *self,
                                      const char *const *words,
                                      GError           **error);

/**
 * lev_steps_run_script:
 * @text: lines with a verb each; empty ones and those that start with `#` are passed over, and
 *   `at MOMENT` and `as NAME` say when and by whom the following ones are done
 * @name: of the script, for errors
 */
gboolean     lev_steps_run_script    (LevSteps   *self,
                                      const char *text,
                                      const char *name,
                                      GError    **error);

/* Newly allocated: the verbs with what they take, for the help. */
char        *lev_steps_describe      (void);

/* What verbs look up; each gives an error when it is not there. */
LevReview   *lev_steps_get_review    (LevSteps *self,
                                      GError  **error);
gpointer     lev_steps_find          (LevSteps   *self,
                                      GType       type,
                                      const char *text,
                                      GError    **error);
LevSupplier *lev_steps_next_supplier (LevSteps     *self,
                                      LevArguments *arguments,
                                      GError      **error);
LevDossier  *lev_steps_find_dossier  (LevSteps   *self,
                                      const char *supplier,
                                      GError    **error);
LevDossier  *lev_steps_next_dossier  (LevSteps     *self,
                                      LevArguments *arguments,
                                      GError      **error);

/* Whether @text is a code such as `A07` of an action or `R12` of a risk. */
gboolean     lev_steps_is_code       (const char *text,
                                      GType       type);

/* The action `A07` or risk `R12` of the round. */
gpointer     lev_steps_find_numbered (LevSteps   *self,
                                      GType       type,
                                      const char *code,
                                      GError    **error);
LevAction   *lev_steps_next_action   (LevSteps     *self,
                                      LevArguments *arguments,
                                      GError      **error);

/* The next word as yes or no. */
LevOutcome   lev_steps_next_outcome  (LevSteps     *self,
                                      LevArguments *arguments,
                                      GError      **error);

G_END_DECLS
