#include "lev-steps.h"

#include "lev-house-style.h"
#include "lev-logo.h"

#include "lev-field-text.h"
#include "lev-handbook-content.h"
#include "lev-handbook-version.h"

#include <glib/gi18n.h>

/* The record that goes by @text, to be changed, or a new one. */
static gpointer
ensure_record (LevSteps   *self,
               GType       type,
               const char *text)
{
  LevRecord *record = text != NULL ? lev_find_record (self->records, type, text) : NULL;

  return record != NULL ? record : lev_register_add (self->records, type, NULL, NULL);
}

/* A person, supplier or calendar entry: known by its name, number or title, or new. */
static gboolean
run_named (LevSteps       *self,
           LevArguments   *arguments,
           GType           type,
           const char     *key,
           const LevAlias *aliases,
           GError        **error)
{
  const char *text = lev_arguments_get (arguments, key);
  LevRecord *record;

  if (text == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("%s is missing"), key);
      return FALSE;
    }

  record = ensure_record (self, type, text);
  g_object_set (record, key, text, NULL);

  return lev_arguments_apply (arguments, record, aliases, error);
}

static gboolean
verb_person (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return run_named (self, arguments, LEV_TYPE_PERSON, "name", NULL, error);
}

static gboolean
verb_supplier (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  return run_named (self, arguments, LEV_TYPE_SUPPLIER, "name", NULL, error);
}

/* The logo of @template is that of the file @path; none for an empty one. */
static gboolean
set_logo (LevTemplate *template,
          const char  *path,
          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *logo = *path != '\0' ? lev_logo_import (file, error) : g_strdup ("");

  if (logo == NULL)
    return FALSE;
  g_object_set (template, "logo", logo, NULL);

  return TRUE;
}

static gboolean
verb_template (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  LevTemplate *template = lev_template_ensure (self->records);
  const char *logo = lev_arguments_get (arguments, "logo");
  const char *accent = lev_arguments_get (arguments, "accent");
  guint32 colour;

  if (logo != NULL && !set_logo (template, logo, error))
    return FALSE;
  if (accent != NULL && *accent != '\0' && !lev_house_style_parse_accent (accent, &colour, error))
    return FALSE;
  if (accent != NULL)
    g_object_set (template, "accent", accent, NULL);

  return lev_arguments_apply (arguments, LEV_RECORD (template), NULL, error);
}

static gboolean
verb_calendar (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  static const LevAlias aliases[] = { { "lead", "lead-days" }, { NULL, NULL } };

  return run_named (self, arguments, LEV_TYPE_CALENDAR_ENTRY, "title", aliases, error);
}

/* A part of @supplier of class @type whose field @key is @text. */
static gpointer
ensure_part (LevSteps    *self,
             LevSupplier *supplier,
             GType        type,
             const char  *key,
             const char  *text)
{
  LevRecord *part = lev_record_find_part_by_text (supplier, type, key, text);

  if (part != NULL)
    return part;

  return lev_register_add_only (self->records, type, supplier, text, "supplier", supplier, key,
                                text, NULL);
}

static gboolean
run_part (LevSteps       *self,
          LevArguments   *arguments,
          GType           type,
          const char     *key,
          const LevAlias *aliases,
          GError        **error)
{
  LevSupplier *supplier = lev_steps_next_supplier (self, arguments, error);
  LevRecord *record;

  if (supplier == NULL)
    return FALSE;

  record = ensure_part (self, supplier, type, key, lev_arguments_get (arguments, key));

  return lev_arguments_apply (arguments, record, aliases, error);
}

static gboolean
verb_service (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  return run_part (self, arguments, LEV_TYPE_SERVICE, "name", NULL, error);
}

static gboolean
verb_contract (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  static const LevAlias aliases[] = {
    { "notice", "notice-months" },
    { "value", "yearly-value" },
    { NULL, NULL },
  };

  return run_part (self, arguments, LEV_TYPE_CONTRACT, "number", aliases, error);
}

/* Whether the next round asks @factor, or the one that is running does. */
static gboolean
has_factor (LevSteps   *self,
            const char *factor)
{
  LevReview *review = lev_process_get_running (self->records);
  LevHandbook *const handbooks[] = {
    lev_process_get_handbook (self->records),
    review != NULL ? review->handbook : NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (handbooks); i++)
    if (lev_handbook_content_find (lev_handbook_get_content (handbooks[i]), LEV_HANDBOOK_FACTOR,
                                   factor) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
score_factor (LevSteps    *self,
              LevSupplier *supplier,
              const char  *factor,
              const char  *text,
              const char  *note,
              GError     **error)
{
  LevRecord *record;
  LevValue value;

  if (!has_factor (self, factor))
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("Scoring the criticality: the handbook has no factor ‘%s’"), factor);
      return FALSE;
    }
  if (!lev_arguments_parse (text, LEV_TYPE_CRITICALITY_SCORE, "score", self->records, &value,
                            error))
    return FALSE;

  record = ensure_part (self, supplier, LEV_TYPE_CRITICALITY_SCORE, "factor", factor);
  g_object_set (record, "score", (int) value.integer, NULL);
  if (note != NULL)
    g_object_set (record, "note", note, NULL);

  return TRUE;
}

static gboolean
verb_criticality (LevSteps     *self,
                  LevArguments *arguments,
                  GError      **error)
{
  LevSupplier *supplier = lev_steps_next_supplier (self, arguments, error);
  const char *note = lev_arguments_get (arguments, "note");
  const char *factor, *text;

  if (supplier == NULL)
    return FALSE;

  while ((text = lev_arguments_next_named (arguments, &factor)) != NULL)
    if (!score_factor (self, supplier, factor, text, note, error))
      return FALSE;

  return TRUE;
}

static gboolean
verb_handbook (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  const char *path = lev_arguments_require (arguments, _("The handbook file"), error);
  g_autofree char *text = NULL;

  if (path == NULL)
    return FALSE;
  if (!g_file_get_contents (path, &text, NULL, error))
    {
      g_prefix_error (error, _("Reading ‘%s’: "), path);
      return FALSE;
    }

  return lev_handbook_add_version (self->records, text, error) != NULL;
}

/* What may be taken out of the register like that. What happened in a round stays; its risks and
 * actions have verbs of their own. */
static gboolean
is_deletable (GType type)
{
  return type == LEV_TYPE_PERSON || type == LEV_TYPE_SUPPLIER || type == LEV_TYPE_SERVICE ||
         type == LEV_TYPE_CONTRACT || type == LEV_TYPE_CALENDAR_ENTRY;
}

/* Whether nobody works with @supplier in the running round. */
static gboolean
check_unused (LevSteps    *self,
              LevSupplier *supplier,
              GError     **error)
{
  LevReview *review = lev_process_get_running (self->records);
  LevDossier *dossier = review != NULL ? lev_review_find_dossier (review, supplier) : NULL;

  if (dossier == NULL || !dossier->chosen)
    return TRUE;

  g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
               _("‘%s’ is chosen in ‘%s’ and cannot be deleted now"), supplier->name,
               review->title);
  return FALSE;
}

static gboolean
verb_delete (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  const char *kind = lev_arguments_require (arguments, _("The kind of record"), error);
  const char *text = kind != NULL ? lev_arguments_require (arguments, _("The record"), error)
                                  : NULL;
  GType type = kind != NULL ? lev_register_find_type (kind) : G_TYPE_INVALID;
  LevRecord *record;

  if (text == NULL)
    return FALSE;
  if (!is_deletable (type))
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE,
                   _("‘%s’ is not a kind of record that can be deleted"), kind);
      return FALSE;
    }

  record = lev_steps_find (self, type, text, error);
  if (record == NULL)
    return FALSE;
  if (LEV_IS_SUPPLIER (record) && !check_unused (self, LEV_SUPPLIER (record), error))
    return FALSE;
  lev_register_delete (self->records, record);

  return TRUE;
}

const LevVerb lev_register_verbs[] = {
  { "person", N_("name=… [email=…] [function=…] [contract-manager=yes] [service-owner=yes] "
              "[service-level-manager=yes] [management-team=yes]"),
    N_("Change a person"), verb_person },
  { "supplier", N_("name=… [number=…] [kvk=…] [country=…] [kraljic=…] [manager=…] …"),
    N_("Change a supplier"), verb_supplier },
  { "service", N_("SUPPLIER name=… [owner=…] [level-manager=…] [biv=…]"), N_("Change a service"),
    verb_service },
  { "contract", N_("SUPPLIER number=… [title=…] [start=…] [end=…] [notice=…] [value=…]"),
    N_("Change a contract"), verb_contract },
  { "criticality", N_("SUPPLIER A1=4 A2=unknown … [note=…]"), N_("Score the criticality"),
    verb_criticality },
  { "calendar", N_("title=… [date=…] [recurrence=…] [lead=…] [coordinator=…]"),
    N_("Change the year calendar"), verb_calendar },
  { "template", N_("[title=…] [organisation=…] [accent=#1f4e5f] [logo=FILE]"),
    N_("Change how reports and documents look"), verb_template },
  { "handbook", N_("FILE"), N_("New version of the handbook"), verb_handbook },
  { "delete", N_("person|supplier|service|contract|calendar_entry RECORD"), N_("Delete"), verb_delete },
  { NULL },
};
