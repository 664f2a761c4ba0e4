/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

/* Every kind of design section 4, how many fields it has besides `deleted`, and whether it is only
 * added to. */
static const struct
{
  const char *kind;
  guint       n_fields;
  gboolean    append_only;
} kinds[] = {
  { "person", 9, FALSE },         { "supplier", 9, FALSE },     { "service", 6, FALSE },
  { "contract", 7, FALSE },       { "criticality_score", 4, FALSE },
  { "calendar_entry", 7, FALSE }, { "handbook", 3, FALSE },     { "template", 4, FALSE },
  { "review", 13, FALSE },
  { "dossier", 8, FALSE },        { "stakeholder", 4, FALSE },  { "key_answer", 4, FALSE },
  { "assessment", 5, FALSE },     { "risk", 14, FALSE },        { "action", 14, FALSE },
  { "evidence", 7, FALSE },       { "profile_version", 7, TRUE }, { "meeting", 9, FALSE },
  { "attendance", 5, FALSE },     { "decision", 14, TRUE },     { "status_update", 9, TRUE },
  { "archive_record", 5, TRUE },  { "message", 7, TRUE },       { "message_item", 3, TRUE },
  { "due_change", 7, TRUE },      { "deferral", 8, TRUE },      { "reopening", 4, TRUE },
};

static void
test_kinds (void)
{
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  g_assert_cmpuint (n_types, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);
      LevRecordClass *record_class = LEV_RECORD_CLASS (klass);

      g_test_message ("%s", kinds[i].kind);
      g_assert_cmpstr (record_class->kind, ==, kinds[i].kind);
      g_assert_cmpuint (record_class->n_fields, ==, kinds[i].n_fields + 1);
      g_assert_cmpint (record_class->append_only, ==, kinds[i].append_only);
      g_assert_cmpstr (record_class->label, !=, "");
      g_assert_cmpuint (lev_register_find_type (kinds[i].kind), ==, types[i]);
    }
  g_assert_cmpuint (lev_register_find_type ("nothing"), ==, G_TYPE_INVALID);
}

/* A value that is not the default: the first or the second of two different ones. */
static void
make_value (LevRegister    *records,
            const LevField *field,
            guint           turn,
            GValue         *value)
{
  static const char *const texts[] = { "", "één “tekst”", "een ander" };

  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, texts[turn]);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, turn == 1);
  else if (field->kind == LEV_FIELD_KIND_DATE)
    g_value_set_uint (value, turn == 0 ? 0 : lev_date_new (2026, 12, turn));
  else if (field->kind == LEV_FIELD_KIND_MOMENT)
    g_value_set_int64 (value, turn * G_GINT64_CONSTANT (1795424400));
  else if (field->kind == LEV_FIELD_KIND_MONEY)
    g_value_set_int64 (value, turn * G_GINT64_CONSTANT (-5000000000));
  else if (field->kind == LEV_FIELD_KIND_REFERENCE)
    g_value_set_object (value, turn == 0
                                 ? NULL
                                 : lev_register_add (records, field->get_type (), NULL, NULL));
  else
    g_value_set_int (value, (int) turn);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

/* Sets a property to the value of @turn and says how often it was notified. */
static guint
set_property (LevRegister    *records,
              LevRecord      *record,
              const LevField *field,
              guint           turn)
{
  GParamSpec **pspecs = LEV_RECORD_GET_CLASS (record)->pspecs;
  guint index = (guint) (field - LEV_RECORD_GET_CLASS (record)->fields);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) read = G_VALUE_INIT;
  guint count = 0;
  gulong handler = g_signal_connect (record, "notify", G_CALLBACK (count_cb), &count);

  g_value_init (&value, pspecs[index + 1]->value_type);
  g_value_init (&read, pspecs[index + 1]->value_type);
  make_value (records, field, turn, &value);
  g_object_set_property (G_OBJECT (record), pspecs[index + 1]->name, &value);
  /* The same again is no change. */
  g_object_set_property (G_OBJECT (record), pspecs[index + 1]->name, &value);
  g_signal_handler_disconnect (record, handler);

  g_object_get_property (G_OBJECT (record), pspecs[index + 1]->name, &read);
  if (G_VALUE_HOLDS_STRING (&value))
    g_assert_cmpstr (g_value_get_string (&read), ==,
                     turn == 0 ? NULL : g_value_get_string (&value));
  else
    g_assert_cmpint (g_param_values_cmp (pspecs[index + 1], &read, &value), ==, 0);

  return count;
}

/* The field's cell, read back into @copy, gives the same cell. */
static void
check_cell (LevRegister *records,
            LevRecord   *record,
            LevRecord   *copy,
            guint        index)
{
  const LevField *field = &LEV_RECORD_GET_CLASS (record)->fields[index];
  LevValue value;
  LevCell cell;
  LevCell again;

  lev_record_get_cell (record, index, &cell);
  g_assert_true (lev_field_from_cell (field, &cell, records, &value, NULL));
  lev_record_set_value (copy, index, &value);
  lev_record_get_cell (copy, index, &again);

  g_assert_cmpint (again.type, ==, cell.type);
  g_assert_cmpint (again.integer, ==, cell.integer);
  g_assert_cmpstr (again.text, ==, cell.text);
}

static void
check_field (LevRegister *records,
             LevRecord   *record,
             LevRecord   *copy,
             guint        index)
{
  const LevField *field = &LEV_RECORD_GET_CLASS (record)->fields[index];
  LevCell cell;

  g_test_message ("%s.%s", LEV_RECORD_GET_CLASS (record)->kind, field->name);
  g_assert_cmpstr (field->label, !=, "");
  g_assert_cmpint (lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), field->name), ==,
                   index);

  lev_record_get_cell (record, index, &cell);
  g_assert_cmpint (cell.type, ==, LEV_CELL_NULL);
  g_assert_cmpuint (set_property (records, record, field, 0), ==, 0);
  g_assert_cmpuint (set_property (records, record, field, 1), ==, 1);
  lev_record_get_cell (record, index, &cell);
  g_assert_cmpint (cell.type, !=, LEV_CELL_NULL);
  check_cell (records, record, copy, index);
  g_assert_cmpuint (set_property (records, record, field, 2), ==, 1);
  check_cell (records, record, copy, index);
}

static void
test_fields (gconstpointer data)
{
  GType type = (GType) GPOINTER_TO_SIZE (data);
  LevRegister *records = lev_register_new ();
  LevRecord *record;
  LevRecord *copy;

  lev_register_begin (records, "Test");
  record = g_object_ref (lev_register_add (records, type, NULL, NULL));
  copy = lev_register_add (records, type, NULL, NULL);
  for (guint i = 0; i < LEV_RECORD_GET_CLASS (record)->n_fields; i++)
    check_field (records, record, copy, i);

  /* Emptied again, every field is as it was. */
  for (guint i = 0; i < LEV_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      LevCell cell;

      set_property (records, record, &LEV_RECORD_GET_CLASS (record)->fields[i], 0);
      lev_record_get_cell (record, i, &cell);
      g_assert_cmpint (cell.type, ==, LEV_CELL_NULL);
    }
  lev_register_end (records);

  g_assert_finalize_object (records);
  g_assert_finalize_object (record);
}

/* Also outside of a register: full, and then dropped. */
static void
test_alone (gconstpointer data)
{
  GType type = (GType) GPOINTER_TO_SIZE (data);
  LevRecord *record = g_object_new (type, NULL);

  for (guint i = 0; i < LEV_RECORD_GET_CLASS (record)->n_fields; i++)
    if (LEV_RECORD_GET_CLASS (record)->fields[i].kind != LEV_FIELD_KIND_REFERENCE)
      set_property (NULL, record, &LEV_RECORD_GET_CLASS (record)->fields[i], 1);

  g_assert_finalize_object (record);
}

static void
test_find_field (void)
{
  static const struct { const char *name; gboolean is_there; } rows[] = {
    { "level_manager", TRUE }, { "level-manager", TRUE }, { "deleted", TRUE }, { "chosen", TRUE },
    { "level", FALSE }, { "level_manager_", FALSE }, { "", FALSE }, { "id", FALSE },
  };
  g_autoptr (GTypeClass) klass = g_type_class_ref (LEV_TYPE_DOSSIER);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (lev_record_class_find_field (LEV_RECORD_CLASS (klass), rows[i].name) >= 0, ==,
                     rows[i].is_there);
}

/* A record goes by its name, by the name of its subject, or else by its kind. */
static void
test_title (void)
{
  ModelFixture fixture;
  g_autofree char *supplier = NULL;
  g_autofree char *dossier = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *nothing = lev_record_dup_title (NULL);

  model_fixture_set_language ("en");
  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 7);
  supplier = lev_record_dup_title (LEV_RECORD (fixture.dossier->supplier));
  dossier = lev_record_dup_title (LEV_RECORD (fixture.dossier));
  decision = lev_record_dup_title (LEV_RECORD (lev_action_get_decision (fixture.action, 6)));

  g_assert_cmpstr (supplier, ==, "Supplier 00");
  g_assert_cmpstr (dossier, ==, "Supplier 00");
  g_assert_cmpstr (decision, ==, "Decision");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (lev_record_get_owner (LEV_RECORD (fixture.action)) ==
                 LEV_RECORD (fixture.dossier));
  g_assert_true (lev_record_get_review (LEV_RECORD (fixture.action)) == fixture.review);
  g_assert_null (lev_record_get_review (LEV_RECORD (fixture.manager)));
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/kinds", test_kinds);
  g_test_add_func ("/record/find-field", test_find_field);
  g_test_add_func ("/record/title", test_title);
  for (guint i = 0; i < n_types; i++)
    {
      g_autofree char *fields = g_strdup_printf ("/record/fields/%s", g_type_name (types[i]));
      g_autofree char *alone = g_strdup_printf ("/record/alone/%s", g_type_name (types[i]));

      g_test_add_data_func (fields, GSIZE_TO_POINTER (types[i]), test_fields);
      g_test_add_data_func (alone, GSIZE_TO_POINTER (types[i]), test_alone);
    }

  return g_test_run ();
}
