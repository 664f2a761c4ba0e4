/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-form.h"

#include "lev-exchange-error.h"
#include "lev-form-layout.h"
#include "lev-process.h"
#include "lev-register.h"
#include "lev-state.h"

#include <glib/gi18n.h>
#include <string.h>

#define KEY_ROWS (100) /* within which the key of the form stands */

struct _LevFormReading
{
  LevDossier *dossier;
  GPtrArray  *differences; /* LevFormDifference */
};

/* A sheet while it is read. */
typedef struct
{
  LevFormReading       *reading;
  LevWorkbookContent   *content;
  GHashTable           *basis; /* what the form held: “sheet/key/field” to text */
  const LevFormSection *section;
  guint                 position; /* of the section */
  int                   sheet;
} Reader;

static void
difference_free (gpointer data)
{
  LevFormDifference *self = data;

  g_free (self->place);
  g_free (self->subject);
  g_free (self->field);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->message);
  g_free (self->key);
  g_free (self);
}

static char *
dup_place (const LevFormSection *section,
           guint                 row,
           guint                 column)
{
  /* No section has more columns than letters. */
  return g_strdup_printf ("%s, %c%u", section->sheet, 'A' + LEV_FORM_N_LABELS + (int) column,
                          row + 1);
}

static char *
dup_subject (const LevFormRow *row)
{
  g_auto (GStrv) lines = g_strsplit (row->title, "\n", 2);

  return lines[0] != NULL ? g_strdup_printf ("%s %s", row->label, lines[0]) : g_strdup (row->label);
}

static const char *
get_basis (Reader           *self,
           const LevFormRow *row,
           guint             column)
{
  g_autofree char *key = g_strdup_printf ("%s/%s/%s", self->section->sheet, row->key,
                                          self->section->columns[column].field);
  const char *text = g_hash_table_lookup (self->basis, key);

  return text != NULL ? text : "";
}

/* Line ends differ between programs. */
static gboolean
is_same (const char *a,
         const char *b)
{
  g_auto (GStrv) first = g_strsplit (a, "\r\n", -1);
  g_auto (GStrv) second = g_strsplit (b, "\r\n", -1);
  g_autofree char *left = g_strjoinv ("\n", first);
  g_autofree char *right = g_strjoinv ("\n", second);

  return g_str_equal (g_strstrip (left), g_strstrip (right));
}

/* @text as the form writes it, or why it is none. */
static char *
normalize (Reader     *self,
           guint       column,
           const char *text,
           char      **message)
{
  const LevField *field = lev_form_get_field (self->section, column);
  g_autoptr (GError) error = NULL;
  LevValue value;

  if (lev_form_parse (field, text, self->reading->dossier, &value, &error))
    return lev_form_format (field, &value);

  *message = g_strdup (error->message);

  return g_strdup (text);
}

/* Why the cell of @row in @column cannot be taken over whatever stands in it; NULL when it can. */
static char *
dup_refusal (Reader           *self,
             const LevFormRow *row,
             guint             column)
{
  if (!LEV_IS_ACTION (row->record) ||
      !g_str_equal (lev_form_get_field (self->section, column)->name, "due") ||
      lev_action_get_decision (LEV_ACTION (row->record), 7) == NULL)
    return NULL;

  return g_strdup (_("The action is handed out: its due date is changed with a reason, in step 8"));
}

static void
compare_cell (Reader           *self,
              const LevFormRow *row,
              guint             sheet_row,
              guint             column)
{
  const char *text = lev_workbook_content_get (self->content, self->sheet, sheet_row,
                                               LEV_FORM_N_LABELS + column);
  g_autofree char *message = NULL;
  g_autofree char *present = lev_form_dup_text (self->section, row, column);
  g_autofree char *filled_in = normalize (self, column, text, &message);
  LevFormDifference *difference;

  if (is_same (filled_in, get_basis (self, row, column)) || is_same (filled_in, present))
    return;
  if (message == NULL)
    message = dup_refusal (self, row, column);

  difference = g_new0 (LevFormDifference, 1);
  difference->section = self->position;
  difference->column = column;
  difference->row = sheet_row;
  difference->key = g_strdup (row->key);
  difference->place = dup_place (self->section, sheet_row, column);
  difference->subject = dup_subject (row);
  difference->field = g_strdup (_(lev_form_get_field (self->section, column)->label));
  if (message != NULL)
    difference->state = LEV_FORM_REFUSED;
  else if (!is_same (present, get_basis (self, row, column)))
    difference->state = LEV_FORM_CONFLICT;
  difference->is_taken = difference->state == LEV_FORM_CHANGE;
  difference->old_text = g_steal_pointer (&present);
  difference->new_text = g_steal_pointer (&filled_in);
  difference->message = g_steal_pointer (&message);
  g_ptr_array_add (self->reading->differences, difference);
}

/* The row of the form that says @key; 0 when it is not there any more. */
static guint
find_row (Reader     *self,
          const char *key)
{
  guint column = LEV_FORM_N_LABELS + self->section->n_columns;
  guint n_rows = lev_workbook_content_get_n_rows (self->content, self->sheet);

  for (guint row = LEV_FORM_FIRST_ROW; row < n_rows; row++)
    if (g_str_equal (lev_workbook_content_get (self->content, self->sheet, row, column), key))
      return row;

  return 0;
}

/* Whether @row of the profile holds all that stands in @sheet_row; what cannot be taken over does
 * not count. */
static gboolean
holds_all (Reader           *self,
           const LevFormRow *row,
           guint             sheet_row)
{
  guint n_filled_in = 0;

  for (guint column = 0; column < self->section->n_columns; column++)
    {
      const char *text = lev_workbook_content_get (self->content, self->sheet, sheet_row,
                                                   LEV_FORM_N_LABELS + column);
      g_autofree char *message = NULL;
      g_autofree char *filled_in = normalize (self, column, text, &message);
      g_autofree char *present = lev_form_dup_text (self->section, row, column);

      if (*filled_in == '\0' || message != NULL)
        continue;
      if (!is_same (filled_in, present))
        return FALSE;
      n_filled_in++;
    }

  return n_filled_in > 0;
}

/* What stands in a row for new risks or actions may be in the profile already: the form was taken
 * over before. It is not added once more. */
static void
find_taken_over (Reader     *self,
                 GPtrArray  *rows,
                 LevFormRow *row,
                 guint       sheet_row)
{
  for (guint i = 0; i < rows->len && row->record == NULL; i++)
    {
      const LevFormRow *other = g_ptr_array_index (rows, i);

      if (other->record != NULL && holds_all (self, other, sheet_row))
        row->record = other->record;
    }
}

static void
read_section (Reader *self,
              guint   position)
{
  g_autoptr (GPtrArray) rows = NULL;

  self->position = position;
  self->section = &lev_form_sections[position];
  self->sheet = lev_workbook_content_find_sheet (self->content, self->section->sheet);
  rows = lev_form_list_rows (self->section, self->reading->dossier);
  for (guint i = 0; i < rows->len && self->sheet >= 0; i++)
    {
      LevFormRow *row = g_ptr_array_index (rows, i);
      guint sheet_row = find_row (self, row->key);

      if (sheet_row > 0 && self->section->code_field == NULL)
        find_taken_over (self, rows, row, sheet_row);
      for (guint column = 0; sheet_row > 0 && column < self->section->n_columns; column++)
        compare_cell (self, row, sheet_row, column);
    }
}

static GHashTable *
read_basis (LevWorkbookContent *content)
{
  GHashTable *basis = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int sheet = lev_workbook_content_find_sheet (content, LEV_FORM_BASIS_SHEET);

  for (guint row = 0; row < lev_workbook_content_get_n_rows (content, sheet); row++)
    {
      const char *name = lev_workbook_content_get (content, sheet, row, 0);

      if (*name != '\0')
        g_hash_table_insert (basis,
                             g_strdup_printf ("%s/%s/%s", name,
                                              lev_workbook_content_get (content, sheet, row, 1),
                                              lev_workbook_content_get (content, sheet, row, 2)),
                             g_strdup (lev_workbook_content_get (content, sheet, row, 3)));
    }

  return basis;
}

/* Whether @content is a form of @dossier. */
static gboolean
check_form (LevWorkbookContent *content,
            LevDossier         *dossier,
            GError            **error)
{
  int front = lev_workbook_content_find_sheet (content, LEV_FORM_FRONT_SHEET);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  guint row, column;

  if (front < 0 || lev_workbook_content_find_sheet (content, LEV_FORM_BASIS_SHEET) < 0)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                   _("This workbook is not a risk profile form that this application made."));
      return FALSE;
    }
  if (lev_workbook_content_find (content, front, LEV_RECORD (dossier)->id, KEY_ROWS, &row, &column))
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
               _("This form belongs to another supplier or another round than %s in %s."), supplier,
               dossier->review->title);
  return FALSE;
}

LevFormReading *
lev_form_read (LevWorkbookContent *content,
               LevDossier         *dossier,
               GError            **error)
{
  g_autoptr (GHashTable) basis = NULL;
  LevFormReading *self;
  Reader reader;

  if (!check_form (content, dossier, error))
    return NULL;

  self = g_new0 (LevFormReading, 1);
  self->dossier = g_object_ref (dossier);
  self->differences = g_ptr_array_new_with_free_func (difference_free);
  basis = read_basis (content);
  reader = (Reader) { .reading = self, .content = content, .basis = basis };
  for (guint i = 0; i < LEV_FORM_N_SECTIONS; i++)
    read_section (&reader, i);

  return self;
}

void
lev_form_reading_free (LevFormReading *self)
{
  g_object_unref (self->dossier);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

guint
lev_form_reading_get_n (LevFormReading *self)
{
  return self->differences->len;
}

const LevFormDifference *
lev_form_reading_get (LevFormReading *self,
                      guint           position)
{
  g_return_val_if_fail (position < self->differences->len, NULL);

  return g_ptr_array_index (self->differences, position);
}

guint
lev_form_reading_count (LevFormReading *self,
                        LevFormState    state)
{
  guint count = 0;

  for (guint i = 0; i < self->differences->len; i++)
    count += lev_form_reading_get (self, i)->state == state;

  return count;
}

void
lev_form_reading_set_taken (LevFormReading *self,
                            guint           position,
                            gboolean        is_taken)
{
  LevFormDifference *difference;

  g_return_if_fail (position < self->differences->len);

  difference = g_ptr_array_index (self->differences, position);
  difference->is_taken = is_taken && difference->state != LEV_FORM_REFUSED;
}

/* The record that a row is about, made when it was not there yet; once per new row. */
static LevRecord *
ensure_record (LevFormReading          *self,
               const LevFormDifference *difference,
               GHashTable              *made,
               GError                 **error)
{
  const LevFormSection *section = &lev_form_sections[difference->section];
  g_autofree char *key = g_strdup_printf ("%u/%s", difference->section, difference->key);
  LevRecord *record = g_hash_table_lookup (made, key);

  if (record != NULL)
    return record;

  if (section->code_field != NULL)
    record = lev_record_find_part_by_text (self->dossier, section->get_type (), section->code_field,
                                           difference->key);
  else
    record = lev_register_lookup (LEV_RECORD (self->dossier)->records, difference->key);
  if (record == NULL && difference->section == LEV_FORM_QUESTIONS)
    record = (LevRecord *) lev_process_answer (self->dossier, difference->key, LEV_ANSWER_NONE,
                                               NULL, error);
  else if (record == NULL && difference->section == LEV_FORM_CRITERIA)
    record = (LevRecord *) lev_process_assess (self->dossier, difference->key, LEV_SCORE_OPEN,
                                               error);
  else if (record == NULL && difference->section == LEV_FORM_RISKS)
    record = (LevRecord *) lev_process_add_risk (self->dossier, error);
  else if (record == NULL)
    record = (LevRecord *) lev_process_propose (self->dossier, NULL, error);
  if (record != NULL)
    g_hash_table_insert (made, g_steal_pointer (&key), record);

  return record;
}

static gboolean
apply (LevFormReading          *self,
       const LevFormDifference *difference,
       GHashTable              *made,
       GError                 **error)
{
  const LevFormSection *section = &lev_form_sections[difference->section];
  const LevField *field = lev_form_get_field (section, difference->column);
  LevRecord *record = ensure_record (self, difference, made, error);
  LevRecordClass *klass;
  LevValue value;

  if (record == NULL || !lev_form_parse (field, difference->new_text, self->dossier, &value, error))
    return FALSE;

  klass = LEV_RECORD_GET_CLASS (record);
  lev_record_set_value (record, (guint) lev_record_class_find_field (klass, field->name), &value);
  /* Who fills in a score confirms it. */
  if (LEV_IS_ASSESSMENT (record) && strcmp (field->name, "score") == 0)
    g_object_set (record, "confirmed", value.integer != LEV_SCORE_OPEN, NULL);

  return TRUE;
}

gboolean
lev_form_reading_apply (LevFormReading *self,
                        GError        **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!lev_process_check_editable (self->dossier, error))
    return FALSE;

  for (guint i = 0; i < self->differences->len; i++)
    {
      const LevFormDifference *difference = lev_form_reading_get (self, i);

      if (difference->is_taken && !apply (self, difference, made, error))
        return FALSE;
    }

  return TRUE;
}

const char *
lev_form_state_get_label (LevFormState state)
{
  static const char *const labels[LEV_FORM_N_STATES] = {
    [LEV_FORM_CHANGE] = N_("changed"),
    [LEV_FORM_CONFLICT] = N_("changed in both"),
    [LEV_FORM_REFUSED] = N_("refused"),
  };

  return _(labels[state]);
}
