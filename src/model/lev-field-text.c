#include "lev-field-text.h"

#include "lev-records.h"
#include "lev-register.h"

#include <errno.h>
#include <glib/gi18n.h>

/* How people write the same thing: a word and the value that it stands for. */
typedef struct
{
  const char *word;
  int         value;
} Word;

static const Word score_words[] = {
  { "na", LEV_SCORE_NOT_APPLICABLE },  { "n/a", LEV_SCORE_NOT_APPLICABLE },
  { "nvt", LEV_SCORE_NOT_APPLICABLE }, { "n.v.t.", LEV_SCORE_NOT_APPLICABLE },
  { "unknown", LEV_SCORE_UNKNOWN },    { "onbekend", LEV_SCORE_UNKNOWN },
  { "?", LEV_SCORE_UNKNOWN },
};

static const Word boolean_words[] = {
  { "yes", TRUE }, { "ja", TRUE },   { "true", TRUE },   { "x", TRUE },      { "1", TRUE },
  { "no", FALSE }, { "nee", FALSE }, { "false", FALSE }, { "onwaar", FALSE }, { "0", FALSE },
  { "waar", TRUE },
};

static gboolean
find_word (const Word *words,
           gsize       n_words,
           const char *text,
           gint64     *value)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_ascii_strcasecmp (words[i].word, text) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }

  return FALSE;
}

static char *
format_score (gint64 score)
{
  if (score == LEV_SCORE_NOT_APPLICABLE)
    return g_strdup (_("n/a"));
  if (score == LEV_SCORE_UNKNOWN)
    return g_strdup (_("unknown"));

  return g_strdup_printf ("%d", (int) score);
}

/* "€ 1.250,00": Dutch everywhere, whatever the locale. */
static char *
format_money (gint64 cents)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 amount = cents < 0 ? -(guint64) cents : (guint64) cents;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, amount / 100);
  for (gssize i = (gssize) text->len - 3; i > 0; i -= 3)
    g_string_insert_c (text, i, '.');
  g_string_prepend (text, cents < 0 ? "€ -" : "€ ");
  g_string_append_printf (text, ",%02d", (int) (amount % 100));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lev_field_format (const LevField *field,
                  const LevValue *value)
{
  if (lev_value_is_empty (value))
    return g_strdup (field->kind == LEV_FIELD_KIND_BOOLEAN ? _("no") : "");

  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      return g_strdup (field->flags & LEV_FIELD_BINARY ? _("a picture") : value->text);
    case LEV_FIELD_KIND_SCORE:
      return format_score (value->integer);
    case LEV_FIELD_KIND_BOOLEAN:
      return g_strdup (_("yes"));
    case LEV_FIELD_KIND_DATE:
      return lev_date_format ((LevDate) value->integer);
    case LEV_FIELD_KIND_MOMENT:
      return lev_moment_format (value->integer);
    case LEV_FIELD_KIND_MONEY:
      return format_money (value->integer);
    case LEV_FIELD_KIND_CHOICE:
      return g_strdup (lev_choice_get_label (field->choices, (int) value->integer));
    case LEV_FIELD_KIND_REFERENCE:
      return lev_record_dup_title (value->record);
    case LEV_FIELD_KIND_INTEGER:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    }
}

static gboolean
parse_integer (const char *text,
               gint64      minimum,
               gint64      maximum,
               gint64     *value)
{
  return g_ascii_string_to_signed (text, 10, minimum, maximum, value, NULL);
}

/* How people write an amount, in Dutch ("1.250,50", "1250,-") and in English ("1,250.50"): whole
 * euros, in groups of three or not, and cents. What could be read in two ways is neither. */
static const char *const money_patterns[] = {
  "^(\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+)(?:,(\\d\\d?|-))?$",
  "^(\\d+|[1-9]\\d{0,2}(?:,\\d{3})+)(?:\\.(\\d\\d?))?$",
};

/* Skips what stands before an amount: "€ -", "-€ ", with ordinary and no-break spaces. */
static const char *
skip_currency (const char *text,
               gboolean   *is_negative)
{
  static const char *const skipped[] = { " ", "\302\240", "€" };
  gsize i = 0;

  *is_negative = FALSE;
  while (i < G_N_ELEMENTS (skipped))
    {
      if (*text == '-' && !*is_negative)
        {
          *is_negative = TRUE;
          text++;
          i = 0;
        }
      else if (g_str_has_prefix (text, skipped[i]))
        {
          text += strlen (skipped[i]);
          i = 0;
        }
      else
        i++;
    }

  return text;
}

/* The cents of an amount whose parts are right: "1.250" and "5" are 125050. */
static gboolean
join_money (const char *euros,
            const char *cents,
            gint64     *value)
{
  g_autoptr (GString) digits = g_string_new (euros);

  g_string_replace (digits, ".", "", 0);
  g_string_replace (digits, ",", "", 0);
  if (cents == NULL || !g_ascii_isdigit (*cents))
    cents = "00";
  g_string_append_printf (digits, "%s%s", cents, cents[1] == '\0' ? "0" : "");

  return parse_integer (digits->str, 0, G_GINT64_CONSTANT (1000000000000000), value);
}

static gboolean
parse_money (const char *text,
             gint64     *value)
{
  gboolean is_negative;

  text = skip_currency (text, &is_negative);
  for (gsize i = 0; i < G_N_ELEMENTS (money_patterns); i++)
    {
      g_autoptr (GRegex) pattern = g_regex_new (money_patterns[i], G_REGEX_DOLLAR_ENDONLY,
                                                G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *euros = NULL;
      g_autofree char *cents = NULL;

      if (!g_regex_match (pattern, text, G_REGEX_MATCH_DEFAULT, &match))
        continue;

      euros = g_match_info_fetch (match, 1);
      cents = g_match_info_fetch (match, 2);
      if (!join_money (euros, cents, value))
        return FALSE;

      *value = is_negative ? -*value : *value;
      return TRUE;
    }

  return FALSE;
}

static int
parse_choice (const LevChoice *choices,
              const char      *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (int i = 1; choices[i].nick != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (choices[i].label, -1);
      g_autofree char *translated = g_utf8_casefold (_(choices[i].label), -1);

      if (g_ascii_strcasecmp (choices[i].nick, text) == 0 || g_str_equal (label, folded) ||
          g_str_equal (translated, folded))
        return i;
    }

  return 0;
}

/* A record goes by its title, and a supplier or person also by number or e-mail address. */
static gboolean
goes_by (LevRecord  *record,
         const char *text)
{
  g_autofree char *title = lev_record_dup_title (record);

  if (g_strcmp0 (title, text) == 0)
    return TRUE;
  if (LEV_IS_SUPPLIER (record))
    return g_strcmp0 (LEV_SUPPLIER (record)->number, text) == 0;
  if (LEV_IS_PERSON (record) && LEV_PERSON (record)->email != NULL)
    return g_ascii_strcasecmp (LEV_PERSON (record)->email, text) == 0;

  return FALSE;
}

gpointer
lev_find_record (LevRegister *records,
                 GType        type,
                 const char  *text)
{
  LevRecordList *list = lev_register_list (records, type);
  LevRecord *record = lev_register_lookup (records, text);

  if (record != NULL && G_OBJECT_TYPE (record) == type && !record->deleted)
    return record;

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    if (goes_by (lev_record_list_peek (list, i), text))
      return lev_record_list_peek (list, i);

  return NULL;
}

static gboolean
parse_value (const LevField *field,
             const char     *text,
             LevRegister    *records,
             LevValue       *value)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      value->text = text;
      return TRUE;
    case LEV_FIELD_KIND_INTEGER:
      return parse_integer (text, G_MININT, G_MAXINT, &value->integer);
    case LEV_FIELD_KIND_SCORE:
      return find_word (score_words, G_N_ELEMENTS (score_words), text, &value->integer) ||
             parse_integer (text, 1, 5, &value->integer);
    case LEV_FIELD_KIND_BOOLEAN:
      return find_word (boolean_words, G_N_ELEMENTS (boolean_words), text, &value->integer);
    case LEV_FIELD_KIND_DATE:
      value->integer = lev_date_parse (text);
      return value->integer != 0;
    case LEV_FIELD_KIND_MOMENT:
      value->integer = lev_moment_parse (text);
      return value->integer != 0;
    case LEV_FIELD_KIND_MONEY:
      return parse_money (text, &value->integer);
    case LEV_FIELD_KIND_CHOICE:
      value->integer = parse_choice (field->choices, text);
      return value->integer != 0;
    case LEV_FIELD_KIND_REFERENCE:
    default:
      value->record = lev_find_record (records, field->get_type (), text);
      return value->record != NULL;
    }
}

/* What would have been right, for the error. */
static char *
describe_expected (const LevField *field)
{
  g_autoptr (GString) labels = NULL;

  switch (field->kind)
    {
    case LEV_FIELD_KIND_SCORE:
      return g_strdup (_("a number from 1 to 5, ‘n/a’ or ‘unknown’"));
    case LEV_FIELD_KIND_BOOLEAN:
      return g_strdup (_("‘yes’ or ‘no’"));
    case LEV_FIELD_KIND_DATE:
      return g_strdup (_("a date such as 31-12-2026"));
    case LEV_FIELD_KIND_MOMENT:
      return g_strdup (_("a moment such as 2026-12-31T10:00"));
    case LEV_FIELD_KIND_MONEY:
      return g_strdup (_("an amount such as 1.250,50"));
    case LEV_FIELD_KIND_CHOICE:
      labels = g_string_new (NULL);
      for (int i = 1; field->choices[i].nick != NULL; i++)
        g_string_append_printf (labels, "%s‘%s’", i > 1 ? ", " : "", _(field->choices[i].label));
      return g_string_free (g_steal_pointer (&labels), FALSE);
    case LEV_FIELD_KIND_REFERENCE:
      return g_strdup (_("the name of an existing record"));
    case LEV_FIELD_KIND_TEXT:
      return g_strdup (_("text in UTF-8"));
    case LEV_FIELD_KIND_INTEGER:
    default:
      return g_strdup (_("a whole number"));
    }
}

gboolean
lev_field_parse (const LevField *field,
                 const char     *text,
                 LevRegister    *records,
                 LevValue       *value,
                 GError        **error)
{
  g_autofree char *expected = NULL;
  g_autofree char *shown = NULL;

  *value = (LevValue) { 0 };
  if (*text == '\0' ||
      (g_utf8_validate (text, -1, NULL) && parse_value (field, text, records, value)))
    return TRUE;

  expected = describe_expected (field);
  shown = g_utf8_make_valid (text, -1);
  g_set_error (error, LEV_MODEL_ERROR,
               field->kind == LEV_FIELD_KIND_REFERENCE ? LEV_MODEL_ERROR_REFERENCE
                                                       : LEV_MODEL_ERROR_VALUE,
               _("“%s” cannot be ‘%s’; expected: %s"), _(field->label), shown, expected);

  return FALSE;
}
