#include "lev-command.h"

#include "lev-file-name.h"
#include "lev-arguments.h"
#include "lev-process.h"
#include "lev-state.h"
#include "lev-steps.h"
#include "lev-table.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

G_DEFINE_QUARK (lev - command - error, lev_command_error)

static const LevCommand commands[] = {
  { "example", N_("FILE"), N_("Makes a database with the fictional example."), 1, FALSE, "",
    lev_command_example },
  { "status", N_("FILE"), N_("Shows how far a round is and what is still to be done."), 1, FALSE,
    "review supplier selection missing json", lev_command_status },
  { "import", N_("FILE SUPPLIERS.csv"),
    N_("Adds suppliers from a list and updates those that are known, all or nothing."), 2, FALSE,
    "author", lev_command_import },
  { "step", N_("FILE VERB …"), N_("Takes a step in a round, or changes the register."), 1, TRUE,
    "review author script", lev_command_step },
  { "report", N_("FILE"), N_("Writes the MT report of a round as an Excel workbook."), 1, FALSE,
    "review output all manager open", lev_command_report },
  { "slides", N_("FILE"), N_("Writes the slides for the MT meeting as a PDF."), 1, FALSE,
    "review output", lev_command_slides },
  { "minutes", N_("FILE"),
    N_("Writes the minutes of the MT meeting, with its decisions, as a PDF or a mail."), 1, FALSE,
    "review output mail", lev_command_minutes },
  { "feedback", N_("FILE"),
    N_("Writes what is reported back to the MT, of a round, a CM or a year, as a PDF."), 1, FALSE,
    "review manager year output", lev_command_feedback },
  { "form", N_("FILE"), N_("Writes the risk profile of a supplier as an Excel form."), 1, FALSE,
    "review supplier output", lev_command_form },
  { "read-form", N_("FILE FORM.xlsx"),
    N_("Takes over what was filled in in the form of a supplier."), 2, FALSE,
    "review supplier author preview", lev_command_read_form },
  { "invite", N_("FILE"),
    N_("Writes the invitation for the MT meeting, as a mail (.eml) or for a calendar (.ics)."), 1,
    FALSE, "review output author cancel own", lev_command_invite },
  { "decisions", N_("FILE REPORT.xlsx"),
    N_("Records the decisions that were filled in in the MT report."), 2, FALSE,
    "review author by preview", lev_command_decisions },
  { "profile", N_("FILE"), N_("Writes the risk profile of one supplier as PDF."), 1, FALSE,
    "review supplier output", lev_command_profile },
  { "archive", N_("FILE FOLDER"), N_("Archives the dossiers of a round that are ready for it."), 2,
    FALSE, "review author", lev_command_archive },
  { "verify", N_("FOLDER"), N_("Compares an archive with what was written."), 1, FALSE, "json",
    lev_command_verify },
  { "open-archive", N_("ARCHIVE.zip"),
    N_("Shows an archived dossier, read-only, without the database that it comes from."), 1, FALSE,
    "text", lev_command_open_archive },
  { "check", N_("FILE"), N_("Checks a database: the file, its content, and the log."), 1, FALSE,
    "json", lev_command_check },
  { "backup", N_("FILE BACKUP"), N_("Writes a verified copy of a database."), 2, FALSE, "",
    lev_command_backup },
  { "restore", N_("BACKUP FILE"),
    N_("Puts a backup in the place of a database, which is set aside."), 2, FALSE, "",
    lev_command_restore },
  { "share", N_("FILE FOLDER"),
    N_("Exchanges changes with others through a team folder; FILE is made when it is new."), 2,
    FALSE, "", lev_command_share },
  { "history", N_("FILE"), N_("Shows who changed what, when, from what to what."), 1, FALSE,
    "record field json", lev_command_history },
};

/* Every option of every command; `options` in the table says which goes where. */
#define OPTION_ENTRIES(line)                                                                       \
  {                                                                                                \
    { "review", 0, 0, G_OPTION_ARG_STRING, &(line)->review,                                        \
      N_("The title of the round; without it the running one"), N_("TITLE") },                     \
    { "supplier", 0, 0, G_OPTION_ARG_STRING, &(line)->supplier,                                    \
      N_("The profile of one supplier, with its risks and actions"), N_("SUPPLIER") },             \
    { "selection", 0, 0, G_OPTION_ARG_NONE, &(line)->selection,                                    \
      N_("All suppliers by criticality, with the line of the handbook"), NULL },                   \
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(line)->output, N_("The file to write"),           \
      N_("FILE") },                                                                                \
    { "mail", 0, 0, G_OPTION_ARG_FILENAME, &(line)->mail,                                          \
      N_("The mail to write (.eml), to everyone who was invited or there"), N_("FILE") },          \
    { "record", 0, 0, G_OPTION_ARG_STRING, &(line)->record, N_("The identifier of one record"),    \
      N_("ID") },                                                                                  \
    { "field", 0, 0, G_OPTION_ARG_STRING, &(line)->field, N_("One field of it"), N_("FIELD") },    \
    { "author", 0, 0, G_OPTION_ARG_STRING, &(line)->author,                                        \
      N_("Who does it; without it the name of the user"), N_("NAME") },                            \
    { "script", 0, 0, G_OPTION_ARG_FILENAME, &(line)->script,                                      \
      N_("A file with a step on each line; ‘-’ for standard input"), N_("FILE") },                 \
    { "all", 0, 0, G_OPTION_ARG_NONE, &(line)->all, N_("With all suppliers of the register"),      \
      NULL },                                                                                      \
    { "manager", 0, 0, G_OPTION_ARG_STRING, &(line)->manager,                                      \
      N_("Only the suppliers of this contract manager"), N_("NAME") },                             \
    { "year", 0, 0, G_OPTION_ARG_INT, &(line)->year, N_("All rounds that end in this year"),       \
      N_("YEAR") },                                                                                \
    { "open", 0, 0, G_OPTION_ARG_NONE, &(line)->open, N_("Without closed actions"), NULL },        \
    { "by", 0, 0, G_OPTION_ARG_STRING, &(line)->by, N_("Who decided on behalf of the MT"),         \
      N_("NAME") },                                                                                \
    { "preview", 0, 0, G_OPTION_ARG_NONE, &(line)->preview, N_("Only shows what it would do"),     \
      NULL },                                                                                      \
    { "cancel", 0, 0, G_OPTION_ARG_NONE, &(line)->cancel, N_("Withdraws the invitation"), NULL },  \
    { "own", 0, 0, G_OPTION_ARG_NONE, &(line)->own, N_("For the own calendar: nobody is invited"), \
      NULL },                                                                                      \
    { "json", 0, 0, G_OPTION_ARG_NONE, &(line)->json, N_("Output for programs"), NULL },           \
    { "missing", 0, 0, G_OPTION_ARG_NONE, &(line)->missing,                                        \
      N_("Also what later steps still ask for"), NULL },                                           \
    { "text", 0, 0, G_OPTION_ARG_NONE, &(line)->text, N_("Prints it instead of opening a window"), \
      NULL },                                                                                      \
    { "help", 'h', 0, G_OPTION_ARG_NONE, &(line)->help, N_("Shows this help"), NULL },             \
    { NULL },                                                                                      \
  }

static const LevCommand *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, word) == 0)
      return &commands[i];

  return NULL;
}

gboolean
lev_command_exists (const char *word)
{
  return find_command (word) != NULL;
}

static gboolean
takes_option (const LevCommand *command,
              const char       *name)
{
  g_auto (GStrv) options = g_strsplit (command->options, " ", -1);

  return strcmp (name, "help") == 0 || g_strv_contains ((const char *const *) options, name);
}

static void
append_options (GString            *text,
                const LevCommand   *command,
                const GOptionEntry *entries)
{
  g_autoptr (LevTable) table = lev_table_new ();
  g_autofree char *lines = NULL;

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      const char *argument = entry->arg_description != NULL ? _(entry->arg_description) : "";
      g_autofree char *name = NULL;

      if (!takes_option (command, entry->long_name))
        continue;
      if (entry->short_name != 0)
        name = g_strdup_printf ("-%c, --%s %s", entry->short_name, entry->long_name, argument);
      else
        name = g_strdup_printf ("    --%s %s", entry->long_name, argument);
      lev_table_add (table, name, _(entry->description), NULL);
    }

  lines = lev_table_write (table, "  ");
  g_string_append_printf (text, "\n%s\n%s", _("Options:"), lines);
}

static void
print_help (const LevCommand   *command,
            const GOptionEntry *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s levman-review %s %s [%s]\n\n%s\n", _("Usage:"), command->name,
                          _(command->arguments), _("OPTION…"), _(command->summary));
  append_options (text, command, entries);
  if (command->run == lev_command_step)
    {
      g_autofree char *verbs = lev_steps_describe ();

      g_string_append_printf (text, "\n%s\n%s", _("Steps:"), verbs);
    }
  g_print ("%s", text->str);
}

char *
lev_command_describe_all (void)
{
  g_autoptr (LevTable) table = lev_table_new ();
  g_autofree char *lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    lev_table_add (table, commands[i].name, _(commands[i].arguments), _(commands[i].summary), NULL);
  lines = lev_table_write (table, "  ");

  return g_strdup_printf ("%s levman-review %s\n\n%s\n%s\n", _("Usage:"), _("COMMAND …"), lines,
                          _("‘levman-review COMMAND --help’ says more."));
}

/* GLib's own messages about options are not always there in the user's language. */
static gboolean
parse_options (const LevCommand   *command,
               const GOptionEntry *entries,
               char             ***arguments,
               GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; entries[i].long_name != NULL; i++)
    {
      const GOptionEntry entry[] = { entries[i], { NULL } };

      if (takes_option (command, entries[i].long_name))
        g_option_context_add_main_entries (context, entry, NULL);
    }
  g_option_context_set_help_enabled (context, FALSE);

  if (g_option_context_parse_strv (context, arguments, &local_error))
    return TRUE;

  g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE,
               _("An option is not known or has no value; see ‘levman-review %s --help’"),
               command->name);
  return FALSE;
}

static gboolean
check_words (const LevCommand *command,
             char            **words,
             GError          **error)
{
  guint n_words = g_strv_length (words);

  if (n_words == command->n_words || (n_words > command->n_words && command->takes_more))
    return TRUE;

  g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE,
               _("The command is: levman-review %s %s"), command->name, _(command->arguments));
  return FALSE;
}

static void
command_line_clear (LevCommandLine *line)
{
  g_strfreev (line->words);
  g_free (line->review);
  g_free (line->supplier);
  g_free (line->output);
  g_free (line->mail);
  g_free (line->record);
  g_free (line->field);
  g_free (line->author);
  g_free (line->by);
  g_free (line->manager);
  g_free (line->script);
}

static gboolean
run_command (const LevCommand *command,
             LevCommandLine   *line,
             char            **arguments,
             GError          **error)
{
  const GOptionEntry entries[] = OPTION_ENTRIES (line);
  char **parsed = g_strdupv (arguments);
  gboolean understood = parse_options (command, entries, &parsed, error);

  line->words = g_strdupv (parsed + 1);
  g_strfreev (parsed);
  if (!understood)
    return FALSE;

  if (line->help)
    {
      print_help (command, entries);
      return TRUE;
    }

  return check_words (command, line->words, error) && command->run (line, error);
}

/* The message, whatever stands in a name or a file name in it: UTF-8, and nothing that a terminal
 * would take for a command. */
static char *
dup_message (const GError *error)
{
  char *message = g_utf8_make_valid (error->message, -1);

  for (char *at = message; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\n')
      *at = ' ';

  return message;
}

int
lev_command_main (char **arguments)
{
  const LevCommand *command = find_command (arguments[0]);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  LevCommandLine line = { 0 };
  gboolean done;

  done = run_command (command, &line, arguments, &error);
  command_line_clear (&line);
  if (done)
    return 0;

  message = dup_message (error);
  g_printerr ("levman-review: %s\n", message);

  return g_error_matches (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE) ||
             g_error_matches (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE)
           ? 2
           : 1;
}

LevReview *
lev_command_find_review (LevRegister *records,
                         const char  *title,
                         GError     **error)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  guint n_reviews = lev_record_list_get_n (reviews);
  LevReview *running = lev_process_get_running (records);

  for (guint i = 0; title != NULL && i < n_reviews; i++)
    {
      LevReview *review = lev_record_list_peek (reviews, i);

      if (g_strcmp0 (review->title, title) == 0)
        return review;
    }

  if (title != NULL)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                 _("There is no round that is called ‘%s’"), title);
  else if (running == NULL && n_reviews == 0)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                 _("There is no round yet; start one with: levman-review step FILE start "
                   "title=…"));
  else
    return running != NULL ? running : lev_record_list_peek (reviews, n_reviews - 1);

  return NULL;
}

static gboolean
add_handbook (LevStore *store,
              GError  **error)
{
  lev_store_begin (store, _("Add the handbook"));
  if (lev_handbook_add_default (lev_store_get_records (store), error) != NULL)
    return lev_store_commit (store, error);

  lev_store_abandon (store);

  return FALSE;
}

gboolean
lev_command_change (LevCommandLine *line,
                    LevChangeFunc   change,
                    GError        **error)
{
  const char *path = line->words[0];
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (LevStore) store = NULL;

  store = lev_store_open (path, is_new ? LEV_STORE_CREATE : LEV_STORE_WRITE, error);
  if (store == NULL)
    return FALSE;

  if ((!is_new || add_handbook (store, error)) && change (line, store, error))
    {
      if (is_new)
        g_print (_("New database: %s\n"), path);
      return TRUE;
    }

  /* With more than the handbook in it, something was done already. */
  if (is_new && lev_register_count (lev_store_get_records (store)) <= 1)
    g_unlink (path);

  return FALSE;
}

LevDossier *
lev_command_find_dossier (LevCommandLine *line,
                          LevStore       *store,
                          GError        **error)
{
  LevSteps steps = { .store = store, .records = lev_store_get_records (store) };

  if (line->supplier == NULL)
    {
      g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE,
                   _("Say which supplier with --supplier"));
      return NULL;
    }

  steps.review = lev_command_find_review (steps.records, line->review, error);

  return steps.review != NULL ? lev_steps_find_dossier (&steps, line->supplier, error) : NULL;
}

LevPerson *
lev_command_find_manager (LevCommandLine *line,
                          LevReview      *review,
                          GError        **error)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevPerson *manager = LEV_DOSSIER (dossiers->pdata[i])->manager;

      if (manager != NULL && g_strcmp0 (manager->name, line->manager) == 0)
        return manager;
    }

  g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
               _("‘%s’ is not the CM of a supplier in ‘%s’"), line->manager, review->title);
  return NULL;
}

char *
lev_command_dup_output (LevCommandLine *line,
                        const char     *title,
                        const char     *suffix)
{
  g_autofree char *name = NULL;

  if (line->output != NULL)
    return g_strdup (line->output);

  name = lev_file_name_new (title);

  return g_strconcat (name, suffix, NULL);
}
