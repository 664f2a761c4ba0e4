#pragma once

#include "lev-handbook-content.h"
#include "lev-records.h"
#include "lev-store.h"

G_BEGIN_DECLS

/* The commands: what the program does without a window. Each is a row in one table, which drives
 * finding it, its help, and which options it takes. */

/* The error domain of the commands. */
#define LEV_COMMAND_ERROR (lev_command_error_quark ())

typedef enum
{
  LEV_COMMAND_ERROR_USAGE,  /* wrong words: exit status 2 */
  LEV_COMMAND_ERROR_FAILED, /* what was asked cannot be done: exit status 1 */
} LevCommandError;

GQuark      lev_command_error_quark  (void);

/* What stands on the command line behind the command word. */
typedef struct
{
  char   **words;
  char    *review;
  char    *supplier;
  char    *output;
  char    *mail;
  char    *record;
  char    *field;
  char    *author;
  char    *by;
  char    *manager;
  char    *script;
  gboolean all;
  gboolean open;
  int      year;
  gboolean cancel;
  gboolean own;
  gboolean preview;
  gboolean json;
  gboolean missing;
  gboolean text;
  gboolean selection;
  gboolean help;
} LevCommandLine;

typedef gboolean (*LevCommandFunc) (LevCommandLine *line, GError **error);

typedef struct
{
  const char    *name;
  const char    *arguments; /* as the help shows them; English, marked for translation */
  const char    *summary;   /* English, marked for translation */
  guint          n_words;   /* how many words it needs; more are only for who says so */
  gboolean       takes_more;
  const char    *options; /* the long names of what it takes, with spaces between */
  LevCommandFunc run;
} LevCommand;

/* Whether @word is the name of a command. */
gboolean    lev_command_exists       (const char *word);

/**
 * lev_command_main:
 * @arguments: the program's arguments, from the command word on
 *
 * Runs a command: its output goes to stdout, one error to stderr.
 *
 * Returns: the exit status: 0, 1 when it failed, 2 for wrong usage
 */
int         lev_command_main         (char **arguments);

/* Newly allocated: the general help. */
char       *lev_command_describe_all (void);

/* The round named @title in @records, or the running one for %NULL, or else the last one. */
LevReview  *lev_command_find_review  (LevRegister *records,
                                      const char  *title,
                                      GError     **error);

/* The dossier that @line names by its round and supplier (its name or number). */
LevDossier *lev_command_find_dossier (LevCommandLine *line,
                                      LevStore       *store,
                                      GError        **error);

/* The CM that @line names, who must have a supplier in @review; %NULL with an error. */
LevPerson  *lev_command_find_manager (LevCommandLine *line,
                                      LevReview      *review,
                                      GError        **error);

/* Newly allocated: the file to write: the one that @line names, or else one where the user is,
 * called @title with @suffix. */
char       *lev_command_dup_output   (LevCommandLine *line,
                                      const char     *title,
                                      const char     *suffix);

/* What changes an open database. */
typedef gboolean (*LevChangeFunc) (LevCommandLine *line, LevStore *store, GError **error);

/* Runs @change on the database that @line names. A new one is made with the default handbook, and
 * does not stay when @change fails at once. */
gboolean    lev_command_change       (LevCommandLine *line,
                                      LevChangeFunc   change,
                                      GError        **error);

/* Each command, in a file of its own subject. */
gboolean    lev_command_archive      (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_backup       (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_check        (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_decisions    (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_example      (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_feedback     (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_form         (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_history      (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_import       (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_invite       (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_profile      (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_read_form    (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_report       (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_restore      (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_share        (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_minutes      (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_slides       (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_status       (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_step         (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_open_archive (LevCommandLine *line,
                                      GError        **error);
gboolean    lev_command_verify       (LevCommandLine *line,
                                      GError        **error);

G_END_DECLS
