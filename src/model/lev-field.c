#include "lev-field.h"

#include "lev-record.h"
#include "lev-register.h"

#include <glib/gi18n.h>

GQuark
lev_model_error_quark (void)
{
  return g_quark_from_static_string ("lev-model-error");
}

gboolean
lev_text_is_blank (const char *text)
{
  while (text != NULL && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text == NULL || *text == '\0';
}

gboolean
lev_value_is_empty (const LevValue *value)
{
  return value->integer == 0 && value->record == NULL &&
         (value->text == NULL || *value->text == '\0');
}

gboolean
lev_value_equal (const LevField *field,
                 const LevValue *a,
                 const LevValue *b)
{
  if (field->kind == LEV_FIELD_KIND_TEXT)
    return g_strcmp0 (a->text != NULL ? a->text : "", b->text != NULL ? b->text : "") == 0;

  return a->integer == b->integer && a->record == b->record;
}

static void
cell_set_text (LevCell    *cell,
               const char *text)
{
  cell->type = LEV_CELL_TEXT;
  cell->text = text;
}

void
lev_field_to_cell (const LevField *field,
                   const LevValue *value,
                   LevCell        *cell)
{
  cell->type = LEV_CELL_NULL;
  cell->integer = 0;
  cell->text = NULL;

  if (lev_value_is_empty (value))
    return;

  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      cell_set_text (cell, value->text);
      break;
    case LEV_FIELD_KIND_DATE:
      cell_set_text (cell, lev_date_to_iso ((LevDate) value->integer, cell->buffer));
      break;
    case LEV_FIELD_KIND_MOMENT:
      cell_set_text (cell, lev_moment_to_iso (value->integer, cell->buffer));
      break;
    case LEV_FIELD_KIND_CHOICE:
      cell_set_text (cell, field->choices[value->integer].nick);
      break;
    case LEV_FIELD_KIND_REFERENCE:
      cell_set_text (cell, value->record->id);
      break;
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_BOOLEAN:
    case LEV_FIELD_KIND_MONEY:
    default:
      cell->type = LEV_CELL_INTEGER;
      cell->integer = value->integer;
      break;
    }
}

static gboolean
integer_fits (const LevField *field,
              gint64          integer)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_SCORE:
      return integer >= LEV_SCORE_UNKNOWN && integer <= 5;
    case LEV_FIELD_KIND_BOOLEAN:
      return integer == 0 || integer == 1;
    case LEV_FIELD_KIND_INTEGER:
      return integer >= G_MININT && integer <= G_MAXINT;
    case LEV_FIELD_KIND_MONEY:
      return TRUE;
    case LEV_FIELD_KIND_TEXT:
    case LEV_FIELD_KIND_DATE:
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_CHOICE:
    case LEV_FIELD_KIND_REFERENCE:
    default:
      return FALSE;
    }
}

static gboolean
value_from_text (const LevField *field,
                 const char     *text,
                 LevRegister    *records,
                 LevValue       *value,
                 GError        **error)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      value->text = text;
      return TRUE;
    case LEV_FIELD_KIND_DATE:
      value->integer = lev_date_parse (text);
      return value->integer != 0;
    case LEV_FIELD_KIND_MOMENT:
      value->integer = lev_moment_parse (text);
      return value->integer != 0;
    case LEV_FIELD_KIND_CHOICE:
      value->integer = lev_choice_find (field->choices, text);
      return value->integer > 0;
    case LEV_FIELD_KIND_REFERENCE:
      value->record = lev_register_ensure (records, field->get_type (), text, error);
      return value->record != NULL;
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_BOOLEAN:
    case LEV_FIELD_KIND_MONEY:
    default:
      return FALSE;
    }
}

gboolean
lev_field_from_cell (const LevField *field,
                     const LevCell  *cell,
                     LevRegister    *records,
                     LevValue       *value,
                     GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean fits;

  *value = (LevValue) { 0 };

  switch (cell->type)
    {
    case LEV_CELL_NULL:
      return TRUE;
    case LEV_CELL_INTEGER:
      value->integer = cell->integer;
      fits = integer_fits (field, cell->integer);
      break;
    case LEV_CELL_TEXT:
    default:
      fits = value_from_text (field, cell->text, records, value, &local_error);
      break;
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!fits)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);

      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_VALUE,
                   _("Reading “%s”: ‘%s’ is not a valid value"), _(field->label),
                   cell->type == LEV_CELL_TEXT ? cell->text : number);
    }

  return fits;
}

int
lev_choice_find (const LevChoice *choices,
                 const char      *nick)
{
  for (int i = 1; choices[i].nick != NULL; i++)
    if (g_strcmp0 (choices[i].nick, nick) == 0)
      return i;

  return -1;
}

const char *
lev_choice_get_label (const LevChoice *choices,
                      int              choice)
{
  return choice > 0 ? _(choices[choice].label) : "";
}
