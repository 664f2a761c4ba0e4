/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-form-layout.h"

#include "lev-field-text.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>
#include <string.h>

static const LevFormColumn question_columns[] = { { "answer", 20 }, { "explanation", 80 } };

static const LevFormColumn criterion_columns[] = { { "score", 12 }, { "note", 80 } };

static const LevFormColumn risk_columns[] = {
  { "criterion", 11 },           { "cause", 32 },          { "event", 32 },
  { "consequence", 32 },         { "likelihood", 8 },      { "impact", 8 },
  { "residual_likelihood", 10 }, { "residual_impact", 10 }, { "treatment", 14 },
  { "confidence", 12 },          { "acceptance", 32 },
};

static const LevFormColumn action_columns[] = {
  { "risk", 8 },  { "title", 34 },            { "result", 40 },       { "owner", 22 },
  { "due", 13 },  { "cost", 12 },             { "effect_likelihood", 9 }, { "effect_impact", 9 },
  { "advice", 10 },
};

const LevFormSection lev_form_sections[LEV_FORM_N_SECTIONS] = {
  [LEV_FORM_QUESTIONS] = {
    "Hoofdvragen", N_("Key questions"),
    N_("Answer both questions and explain your answer."),
    lev_key_answer_get_type, "question", LEV_HANDBOOK_QUESTION, 0,
    question_columns, G_N_ELEMENTS (question_columns),
  },
  [LEV_FORM_CRITERIA] = {
    "Criteria", N_("Criteria"),
    N_("Choose a score for each criterion; what the scores mean stands on the first sheet."),
    lev_assessment_get_type, "criterion", LEV_HANDBOOK_CRITERION, 0,
    criterion_columns, G_N_ELEMENTS (criterion_columns),
  },
  [LEV_FORM_RISKS] = {
    "Risico’s", N_("Risks"),
    N_("Describe each risk as cause, event and consequence. New risks go in the empty rows."),
    lev_risk_get_type, NULL, 0, 6,
    risk_columns, G_N_ELEMENTS (risk_columns),
  },
  [LEV_FORM_ACTIONS] = {
    "Acties", N_("Mitigation actions"),
    N_("Propose what should be done, with a result that can be measured. New actions go in the "
       "empty rows."),
    lev_action_get_type, NULL, 0, 6,
    action_columns, G_N_ELEMENTS (action_columns),
  },
};

static void
row_free (gpointer data)
{
  LevFormRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row->title);
  g_free (row);
}

static LevFormRow *
row_new (char       *key,
         char       *label,
         const char *title,
         LevRecord  *record)
{
  LevFormRow *row = g_new0 (LevFormRow, 1);

  row->key = key;
  row->label = label;
  row->title = g_strdup (title);
  row->record = record;

  return row;
}

static void
list_codes (const LevFormSection *section,
            LevDossier           *dossier,
            GPtrArray            *rows)
{
  LevHandbookContent *content = lev_handbook_get_content (dossier->review->handbook);

  for (guint i = 0; i < lev_handbook_content_get_n (content, section->items); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, section->items, i);

      g_autofree char *title = item->question != NULL
                                 ? g_strdup_printf ("%s\n%s", item->title, item->question)
                                 : g_strdup (item->title);

      g_ptr_array_add (rows,
                       row_new (g_strdup (item->code), g_strdup (item->code), title,
                                lev_record_find_part_by_text (dossier, section->get_type (),
                                                              section->code_field, item->code)));
    }
}

/* Risks and actions have a number within the round, which their label shows. */
static char *
dup_label (LevRecord *record)
{
  return LEV_IS_RISK (record) ? g_strdup_printf ("R%02d", LEV_RISK (record)->number)
                              : g_strdup_printf ("A%02d", LEV_ACTION (record)->number);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(const LevFormRow **) a)->label, (*(const LevFormRow **) b)->label);
}

static void
list_records (const LevFormSection *section,
              LevDossier           *dossier,
              GPtrArray            *rows)
{
  LevRecordList *records = lev_record_get_children (LEV_RECORD (dossier), section->get_type ());

  for (guint i = 0; i < lev_record_list_get_n (records); i++)
    {
      LevRecord *record = lev_record_list_peek (records, i);

      g_ptr_array_add (rows, row_new (g_strdup (record->id), dup_label (record), "", record));
    }
  g_ptr_array_sort (rows, compare_labels);
}

GPtrArray *
lev_form_list_rows (const LevFormSection *section,
                    LevDossier           *dossier)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  if (section->code_field != NULL)
    list_codes (section, dossier, rows);
  else
    list_records (section, dossier, rows);
  for (guint i = 1; i <= section->n_new; i++)
    g_ptr_array_add (rows, row_new (g_strdup_printf ("new-%u", i), g_strdup (_("new")), "", NULL));

  return rows;
}

const LevField *
lev_form_get_field (const LevFormSection *section,
                    guint                 column)
{
  LevRecordClass *klass = g_type_class_get (section->get_type ());

  return &klass->fields[lev_record_class_find_field (klass, section->columns[column].field)];
}

char *
lev_form_format (const LevField *field,
                 const LevValue *value)
{
  if (field->kind == LEV_FIELD_KIND_REFERENCE && value->record != NULL &&
      LEV_IS_RISK (value->record))
    return dup_label (value->record);
  if (field->kind == LEV_FIELD_KIND_MONEY && value->integer != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", value->integer / 100,
                            (int) ABS (value->integer % 100));

  return lev_field_format (field, value);
}

char *
lev_form_dup_text (const LevFormSection *section,
                   const LevFormRow     *row,
                   guint                 column)
{
  const LevField *field = lev_form_get_field (section, column);
  LevRecordClass *klass = g_type_class_get (section->get_type ());
  LevValue value;

  if (row->record == NULL)
    return g_strdup ("");

  lev_record_get_value (row->record,
                        (guint) lev_record_class_find_field (klass, section->columns[column].field),
                        &value);

  return lev_form_format (field, &value);
}

gboolean
lev_form_parse (const LevField *field,
                const char     *text,
                LevDossier     *dossier,
                LevValue       *value,
                GError        **error)
{
  LevRecordList *risks;

  if (field->kind != LEV_FIELD_KIND_REFERENCE || field->get_type () != LEV_TYPE_RISK ||
      *text == '\0')
    return lev_field_parse (field, text, LEV_RECORD (dossier)->records, value, error);

  *value = (LevValue) { 0 };
  risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRecord *risk = lev_record_list_peek (risks, i);
      g_autofree char *label = dup_label (risk);

      if (g_ascii_strcasecmp (label, text) == 0)
        {
          value->record = risk;
          return TRUE;
        }
    }

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_REFERENCE,
               _("‘%s’ is not a risk of this profile; expected: its number, such as R01"), text);
  return FALSE;
}

static void
add_scores (GPtrArray *texts,
            gboolean   with_not_applicable)
{
  static const char *const scores[] = { "1", "2", "3", "4", "5" };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    g_ptr_array_add (texts, (gpointer) scores[i]);
  if (with_not_applicable)
    g_ptr_array_add (texts, (gpointer) _("n/a"));
  g_ptr_array_add (texts, (gpointer) _("unknown"));
}

static void
add_codes (GPtrArray  *texts,
           LevDossier *dossier)
{
  LevHandbookContent *content = lev_handbook_get_content (dossier->review->handbook);

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    g_ptr_array_add (texts, lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i)->code);
}

const char **
lev_form_dup_choices (const LevFormSection *section,
                      const LevField       *field,
                      LevDossier           *dossier)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (field->kind == LEV_FIELD_KIND_SCORE)
    add_scores (texts, section->code_field != NULL);
  else if (field->kind == LEV_FIELD_KIND_CHOICE)
    for (int i = 1; field->choices[i].nick != NULL; i++)
      g_ptr_array_add (texts, (gpointer) lev_choice_get_label (field->choices, i));
  else if (section->code_field == NULL && strcmp (field->name, "criterion") == 0)
    add_codes (texts, dossier);
  if (texts->len == 0)
    return NULL;

  g_ptr_array_add (texts, NULL);

  return (const char **) g_ptr_array_steal (texts, NULL);
}
