/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-field-text.h"
#include "model-fixture.h"

static const LevField fields[] = {
  [LEV_FIELD_KIND_TEXT] = { "text", LEV_FIELD_KIND_TEXT, 0, "A text" },
  [LEV_FIELD_KIND_INTEGER] = { "integer", LEV_FIELD_KIND_INTEGER, 0, "An integer" },
  [LEV_FIELD_KIND_SCORE] = { "score", LEV_FIELD_KIND_SCORE, 0, "A score" },
  [LEV_FIELD_KIND_BOOLEAN] = { "boolean", LEV_FIELD_KIND_BOOLEAN, 0, "A boolean" },
  [LEV_FIELD_KIND_DATE] = { "date", LEV_FIELD_KIND_DATE, 0, "A date" },
  [LEV_FIELD_KIND_MOMENT] = { "moment", LEV_FIELD_KIND_MOMENT, 0, "A moment" },
  [LEV_FIELD_KIND_MONEY] = { "money", LEV_FIELD_KIND_MONEY, 0, "An amount" },
  [LEV_FIELD_KIND_CHOICE] = { "choice", LEV_FIELD_KIND_CHOICE, 0, "A choice", LEV_FIELD_NONE,
                              lev_treatment_choices },
  [LEV_FIELD_KIND_REFERENCE] = { "reference", LEV_FIELD_KIND_REFERENCE, 0, "A reference",
                                 LEV_FIELD_NONE, NULL, lev_person_get_type },
};

#define REFUSED G_MININT64

/* What people and spreadsheets write, and what it means. */
static const struct
{
  LevFieldKind kind;
  const char  *text;
  gint64       integer;
} parsed[] = {
  { LEV_FIELD_KIND_INTEGER, "12", 12 },
  { LEV_FIELD_KIND_INTEGER, "-3", -3 },
  { LEV_FIELD_KIND_INTEGER, "", 0 },
  { LEV_FIELD_KIND_INTEGER, "1,5", REFUSED },
  { LEV_FIELD_KIND_INTEGER, "twelve", REFUSED },
  { LEV_FIELD_KIND_INTEGER, "12 ", REFUSED },
  { LEV_FIELD_KIND_INTEGER, "2147483648", REFUSED },
  { LEV_FIELD_KIND_SCORE, "1", 1 },
  { LEV_FIELD_KIND_SCORE, "5", 5 },
  { LEV_FIELD_KIND_SCORE, "n.v.t.", LEV_SCORE_NOT_APPLICABLE },
  { LEV_FIELD_KIND_SCORE, "NVT", LEV_SCORE_NOT_APPLICABLE },
  { LEV_FIELD_KIND_SCORE, "n/a", LEV_SCORE_NOT_APPLICABLE },
  { LEV_FIELD_KIND_SCORE, "Onbekend", LEV_SCORE_UNKNOWN },
  { LEV_FIELD_KIND_SCORE, "unknown", LEV_SCORE_UNKNOWN },
  { LEV_FIELD_KIND_SCORE, "?", LEV_SCORE_UNKNOWN },
  { LEV_FIELD_KIND_SCORE, "", LEV_SCORE_OPEN },
  { LEV_FIELD_KIND_SCORE, "0", REFUSED },
  { LEV_FIELD_KIND_SCORE, "6", REFUSED },
  { LEV_FIELD_KIND_SCORE, "-1", REFUSED },
  { LEV_FIELD_KIND_SCORE, "3.5", REFUSED },
  { LEV_FIELD_KIND_BOOLEAN, "ja", TRUE },
  { LEV_FIELD_KIND_BOOLEAN, "Yes", TRUE },
  { LEV_FIELD_KIND_BOOLEAN, "WAAR", TRUE },
  { LEV_FIELD_KIND_BOOLEAN, "x", TRUE },
  { LEV_FIELD_KIND_BOOLEAN, "1", TRUE },
  { LEV_FIELD_KIND_BOOLEAN, "nee", FALSE },
  { LEV_FIELD_KIND_BOOLEAN, "no", FALSE },
  { LEV_FIELD_KIND_BOOLEAN, "onwaar", FALSE },
  { LEV_FIELD_KIND_BOOLEAN, "", FALSE },
  { LEV_FIELD_KIND_BOOLEAN, "perhaps", REFUSED },
  { LEV_FIELD_KIND_BOOLEAN, "2", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1250", 125000 },
  { LEV_FIELD_KIND_MONEY, "1.250", 125000 },
  { LEV_FIELD_KIND_MONEY, "1,250", 125000 },
  { LEV_FIELD_KIND_MONEY, "1.250,50", 125050 },
  { LEV_FIELD_KIND_MONEY, "1,250.50", 125050 },
  { LEV_FIELD_KIND_MONEY, "1250,5", 125050 },
  { LEV_FIELD_KIND_MONEY, "1250.5", 125050 },
  { LEV_FIELD_KIND_MONEY, "€ 1.250,-", 125000 },
  { LEV_FIELD_KIND_MONEY, "€\302\240""1.250,00", 125000 },
  { LEV_FIELD_KIND_MONEY, "€ -12.345.678,90", -1234567890 },
  { LEV_FIELD_KIND_MONEY, "-€ 5", -500 },
  { LEV_FIELD_KIND_MONEY, "0,05", 5 },
  { LEV_FIELD_KIND_MONEY, "0", 0 },
  { LEV_FIELD_KIND_MONEY, "", 0 },
  { LEV_FIELD_KIND_MONEY, "10000000000000,00", 1000000000000000 },
  { LEV_FIELD_KIND_MONEY, "10000000000000,01", REFUSED },
  { LEV_FIELD_KIND_MONEY, "99999999999999999999", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1.234,567", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1234.567", REFUSED },
  { LEV_FIELD_KIND_MONEY, "0.125", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1,25,50", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1,,5", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1.2,5", REFUSED },
  { LEV_FIELD_KIND_MONEY, "--5", REFUSED },
  { LEV_FIELD_KIND_MONEY, "€", REFUSED },
  { LEV_FIELD_KIND_MONEY, "-", REFUSED },
  { LEV_FIELD_KIND_MONEY, "1e3", REFUSED },
  { LEV_FIELD_KIND_MONEY, "12 euro", REFUSED },
  { LEV_FIELD_KIND_MONEY, "12\n", REFUSED },
  { LEV_FIELD_KIND_CHOICE, "reduce", LEV_TREATMENT_REDUCE },
  { LEV_FIELD_KIND_CHOICE, "Reduce", LEV_TREATMENT_REDUCE },
  { LEV_FIELD_KIND_CHOICE, "verminderen", LEV_TREATMENT_REDUCE },
  { LEV_FIELD_KIND_CHOICE, "Overdragen", LEV_TREATMENT_TRANSFER },
  { LEV_FIELD_KIND_CHOICE, "", LEV_TREATMENT_NONE },
  { LEV_FIELD_KIND_CHOICE, "reduc", REFUSED },
  { LEV_FIELD_KIND_CHOICE, "2", REFUSED },
  { LEV_FIELD_KIND_CHOICE, "reduc\303", REFUSED },
  { LEV_FIELD_KIND_DATE, "31/12/1", REFUSED },
  { LEV_FIELD_KIND_DATE, "32-12-2026", REFUSED },
  { LEV_FIELD_KIND_MOMENT, "23-11-2026 10:00", 1795424400 },
  { LEV_FIELD_KIND_MOMENT, "tomorrow", REFUSED },
  { LEV_FIELD_KIND_TEXT, "\377", REFUSED },
  { LEV_FIELD_KIND_INTEGER, "\377", REFUSED },
  { LEV_FIELD_KIND_REFERENCE, "nobody", REFUSED },
  { LEV_FIELD_KIND_REFERENCE, "", 0 },
};

static void
test_parse (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();

  model_fixture_set_language ("nl");
  for (guint i = 0; i < G_N_ELEMENTS (parsed); i++)
    {
      const LevField *field = &fields[parsed[i].kind];
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_utf8_make_valid (parsed[i].text, -1);
      LevValue value;
      gboolean fits = lev_field_parse (field, parsed[i].text, records, &value, &error);

      g_test_message ("%s ‘%s’", field->name, shown);
      g_assert_cmpint (fits, ==, parsed[i].integer != REFUSED);
      if (fits)
        {
          g_assert_no_error (error);
          g_assert_cmpint (value.integer, ==, parsed[i].integer);
          continue;
        }
      /* The error names the field and what was written. */
      g_assert_nonnull (strstr (error->message, field->label));
      g_assert_nonnull (strstr (error->message, shown));
      model_fixture_take_error (&error, parsed[i].kind == LEV_FIELD_KIND_REFERENCE
                                          ? LEV_MODEL_ERROR_REFERENCE
                                          : LEV_MODEL_ERROR_VALUE);
    }
}

static const struct
{
  LevFieldKind kind;
  gint64       integer;
  const char  *text;
  const char  *dutch;
  const char  *english; /* NULL: as in Dutch */
} formatted[] = {
  { LEV_FIELD_KIND_TEXT, 0, "Één regel\nen nog een", "Één regel\nen nog een" },
  { LEV_FIELD_KIND_TEXT, 0, NULL, "" },
  { LEV_FIELD_KIND_INTEGER, 1234567, NULL, "1234567" },
  { LEV_FIELD_KIND_INTEGER, -1, NULL, "-1" },
  { LEV_FIELD_KIND_INTEGER, 0, NULL, "" },
  { LEV_FIELD_KIND_SCORE, 3, NULL, "3" },
  { LEV_FIELD_KIND_SCORE, LEV_SCORE_NOT_APPLICABLE, NULL, "n.v.t.", "n/a" },
  { LEV_FIELD_KIND_SCORE, LEV_SCORE_UNKNOWN, NULL, "onbekend", "unknown" },
  { LEV_FIELD_KIND_SCORE, LEV_SCORE_OPEN, NULL, "" },
  { LEV_FIELD_KIND_BOOLEAN, TRUE, NULL, "ja", "yes" },
  { LEV_FIELD_KIND_BOOLEAN, FALSE, NULL, "nee", "no" },
  { LEV_FIELD_KIND_MOMENT, 1795424400, NULL, "23-11-2026 10:00" },
  { LEV_FIELD_KIND_MONEY, 125000, NULL, "€ 1.250,00" },
  { LEV_FIELD_KIND_MONEY, 1234567890, NULL, "€ 12.345.678,90" },
  { LEV_FIELD_KIND_MONEY, 99999, NULL, "€ 999,99" },
  { LEV_FIELD_KIND_MONEY, 5, NULL, "€ 0,05" },
  { LEV_FIELD_KIND_MONEY, -125050, NULL, "€ -1.250,50" },
  { LEV_FIELD_KIND_MONEY, G_MININT64, NULL, "€ -92.233.720.368.547.758,08" },
  { LEV_FIELD_KIND_MONEY, 0, NULL, "" },
  { LEV_FIELD_KIND_CHOICE, LEV_TREATMENT_ACCEPT, NULL, "accepteren", "accept" },
  { LEV_FIELD_KIND_CHOICE, LEV_TREATMENT_NONE, NULL, "" },
};

static void
check_format (const char *language,
              guint       row,
              const char *expected)
{
  const LevField *field = &fields[formatted[row].kind];
  LevValue value = { .integer = formatted[row].integer, .text = formatted[row].text };
  LevValue again;
  g_autofree char *shown = NULL;

  model_fixture_set_language (language);
  shown = lev_field_format (field, &value);
  g_assert_cmpstr (shown, ==, expected);

  /* What people read they may also write, save an amount that nobody has. */
  if (ABS (MAX (value.integer, -G_MAXINT64)) < G_MAXINT64)
    {
      g_assert_true (lev_field_parse (field, shown, NULL, &again, NULL));
      g_assert_true (lev_value_equal (field, &value, &again));
    }
}

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formatted); i++)
    {
      const char *dutch = formatted[i].dutch;

      check_format ("nl", i, dutch);
      check_format ("en", i, formatted[i].english != NULL ? formatted[i].english : dutch);
    }
}

/* Each label of each choice is read back as its own position, in both languages. */
static void
test_choices (void)
{
  static const LevChoice *const tables[] = {
    lev_outcome_choices, lev_frequency_choices, lev_channel_choices, lev_verdict_choices,
    lev_recurrence_choices, lev_feedback_form_choices, lev_answer_choices,
    lev_meeting_kind_choices, lev_version_reason_choices, lev_selection_rule_choices,
    lev_treatment_choices, lev_confidence_choices, lev_kraljic_choices,
  };
  static const char *const languages[] = { "nl", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (tables) * G_N_ELEMENTS (languages); i++)
    {
      const LevChoice *choices = tables[i / 2];
      LevField field = { "choice", LEV_FIELD_KIND_CHOICE, 0, "Choice", LEV_FIELD_NONE, choices };

      model_fixture_set_language (languages[i % 2]);
      g_assert_cmpstr (lev_choice_get_label (choices, 0), ==, "");
      for (int position = 1; choices[position].nick != NULL; position++)
        {
          LevValue value;

          g_assert_cmpint (lev_choice_find (choices, choices[position].nick), ==, position);
          g_assert_true (
            lev_field_parse (&field, lev_choice_get_label (choices, position), NULL, &value, NULL));
          g_assert_cmpint (value.integer, ==, position);
        }
      g_assert_cmpint (lev_choice_find (choices, "nothing"), ==, -1);
    }
}

static const struct
{
  LevFieldKind kind;
  LevCell      cell;
  gboolean     fits;
} cells[] = {
  { LEV_FIELD_KIND_TEXT, { LEV_CELL_TEXT, 0, "x" }, TRUE },
  { LEV_FIELD_KIND_TEXT, { LEV_CELL_INTEGER, 1 }, FALSE },
  { LEV_FIELD_KIND_INTEGER, { LEV_CELL_INTEGER, G_MAXINT }, TRUE },
  { LEV_FIELD_KIND_INTEGER, { LEV_CELL_INTEGER, G_MAXINT + G_GINT64_CONSTANT (1) }, FALSE },
  { LEV_FIELD_KIND_INTEGER, { LEV_CELL_TEXT, 0, "1" }, FALSE },
  { LEV_FIELD_KIND_SCORE, { LEV_CELL_INTEGER, LEV_SCORE_UNKNOWN }, TRUE },
  { LEV_FIELD_KIND_SCORE, { LEV_CELL_INTEGER, 5 }, TRUE },
  { LEV_FIELD_KIND_SCORE, { LEV_CELL_INTEGER, 6 }, FALSE },
  { LEV_FIELD_KIND_SCORE, { LEV_CELL_INTEGER, -3 }, FALSE },
  { LEV_FIELD_KIND_BOOLEAN, { LEV_CELL_INTEGER, 1 }, TRUE },
  { LEV_FIELD_KIND_BOOLEAN, { LEV_CELL_INTEGER, 2 }, FALSE },
  { LEV_FIELD_KIND_DATE, { LEV_CELL_TEXT, 0, "2026-12-31" }, TRUE },
  { LEV_FIELD_KIND_DATE, { LEV_CELL_TEXT, 0, "2026-12-32" }, FALSE },
  { LEV_FIELD_KIND_DATE, { LEV_CELL_INTEGER, 739000 }, FALSE },
  { LEV_FIELD_KIND_MOMENT, { LEV_CELL_TEXT, 0, "2026-12-31T00:00:00Z" }, TRUE },
  { LEV_FIELD_KIND_MOMENT, { LEV_CELL_TEXT, 0, "now" }, FALSE },
  { LEV_FIELD_KIND_MONEY, { LEV_CELL_INTEGER, G_MAXINT64 }, TRUE },
  { LEV_FIELD_KIND_MONEY, { LEV_CELL_TEXT, 0, "1,00" }, FALSE },
  { LEV_FIELD_KIND_CHOICE, { LEV_CELL_TEXT, 0, "avoid" }, TRUE },
  { LEV_FIELD_KIND_CHOICE, { LEV_CELL_TEXT, 0, "vermijden" }, FALSE },
  { LEV_FIELD_KIND_CHOICE, { LEV_CELL_INTEGER, 1 }, FALSE },
  { LEV_FIELD_KIND_REFERENCE, { LEV_CELL_TEXT, 0, "4a0b1ad5-22f2-4f4c-9d2a-0c3c6c4f2f11" }, TRUE },
  { LEV_FIELD_KIND_REFERENCE, { LEV_CELL_TEXT, 0, "Marijke" }, FALSE },
  { LEV_FIELD_KIND_REFERENCE, { LEV_CELL_INTEGER, 1 }, FALSE },
};

static void
test_cells (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const LevField *field = &fields[cells[i].kind];
      g_autoptr (GError) error = NULL;
      LevValue value;
      LevCell again;

      g_test_message ("row %u, %s", i, field->name);
      g_assert_cmpint (lev_field_from_cell (field, &cells[i].cell, records, &value, &error), ==,
                       cells[i].fits);
      if (!cells[i].fits)
        {
          model_fixture_take_error (&error, error->code);
          continue;
        }
      lev_field_to_cell (field, &value, &again);
      g_assert_cmpint (again.type, ==, cells[i].cell.type);
      g_assert_cmpint (again.integer, ==, cells[i].cell.integer);
      g_assert_cmpstr (again.text, ==, cells[i].cell.text);
    }
}

/* Nothing filled in is one and the same for every kind: NULL. */
static void
test_empty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      LevValue value = { 0 };
      LevCell cell;

      g_assert_true (lev_value_is_empty (&value));
      lev_field_to_cell (&fields[i], &value, &cell);
      g_assert_cmpint (cell.type, ==, LEV_CELL_NULL);
      g_assert_true (lev_field_from_cell (&fields[i], &cell, NULL, &value, NULL));
      g_assert_true (lev_value_is_empty (&value));
    }
}

/* A person goes by identifier, name and e-mail address; a deleted one by nothing. */
static void
test_reference (void)
{
  const LevField *field = &fields[LEV_FIELD_KIND_REFERENCE];
  ModelFixture fixture;
  LevValue value;
  g_autofree char *shown = NULL;

  model_fixture_init (&fixture, 1);
  g_object_set (fixture.owner, "email", "j.verhagen@example.nl", NULL);
  const char *const names[] = { "Joost", "J.Verhagen@Example.NL", LEV_RECORD (fixture.owner)->id };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (lev_field_parse (field, names[i], fixture.records, &value, NULL));
      g_assert_true (value.record == LEV_RECORD (fixture.owner));
    }
  shown = lev_field_format (field, &value);
  g_assert_cmpstr (shown, ==, "Joost");

  /* Another kind's record is not a person. */
  g_assert_false (
    lev_field_parse (field, LEV_RECORD (fixture.review)->id, fixture.records, &value, NULL));

  lev_register_delete (fixture.records, LEV_RECORD (fixture.owner));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (lev_field_parse (field, names[i], fixture.records, &value, NULL));
  model_fixture_clear (&fixture);
}

static void
test_blank (void)
{
  static const struct { const char *text; gboolean is_blank; } rows[] = {
    { NULL, TRUE }, { "", TRUE }, { " \t\n", TRUE }, { "\302\240", TRUE },
    { "x", FALSE }, { "  x", FALSE }, { "0", FALSE }, { "–", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (lev_text_is_blank (rows[i].text), ==, rows[i].is_blank);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/parse", test_parse);
  g_test_add_func ("/field/format", test_format);
  g_test_add_func ("/field/choices", test_choices);
  g_test_add_func ("/field/cells", test_cells);
  g_test_add_func ("/field/empty", test_empty);
  g_test_add_func ("/field/reference", test_reference);
  g_test_add_func ("/field/blank", test_blank);

  return g_test_run ();
}
