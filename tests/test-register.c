/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

/* Every record with every cell, and every list with its order, in one text: what it looks like
 * to everyone else. */
static char *
describe (LevRegister *records)
{
  GString *text = g_string_new (NULL);
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      LevRecordList *list = lev_register_list (records, types[i]);

      for (guint j = 0; j < lev_record_list_get_n (list); j++)
        {
          LevRecord *record = lev_record_list_peek (list, j);

          g_string_append_printf (text, "\n%s %s", LEV_RECORD_GET_CLASS (record)->kind, record->id);
          for (guint k = 0; k < LEV_RECORD_GET_CLASS (record)->n_fields; k++)
            {
              LevCell cell;

              lev_record_get_cell (record, k, &cell);
              g_string_append_printf (text, "|%d %" G_GINT64_FORMAT " %s", cell.type, cell.integer,
                                      cell.text != NULL ? cell.text : "");
            }
          for (guint k = 0; k < n_types; k++)
            {
              LevRecordList *parts = lev_record_get_children (record, types[k]);

              for (guint l = 0; l < lev_record_list_get_n (parts); l++)
                g_string_append_printf (text, " >%s",
                                        LEV_RECORD (lev_record_list_peek (parts, l))->id);
            }
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_list (LevRecordList *list,
             ...)
{
  va_list args;
  gpointer record;
  guint position = 0;

  va_start (args, list);
  while ((record = va_arg (args, gpointer)) != NULL)
    {
      g_assert_cmpuint (position, <, lev_record_list_get_n (list));
      g_assert_true (lev_record_list_peek (list, position++) == record);
    }
  va_end (args);
  g_assert_cmpuint (lev_record_list_get_n (list), ==, position);
}

static void
test_add (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  LevSupplier *supplier;
  LevService *first, *second;

  lev_register_begin (records, "Add");
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland", NULL);
  first = lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name", "a", NULL);
  second = lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, NULL);
  lev_register_end (records);

  g_assert_cmpstr (supplier->name, ==, "Waterland");
  g_assert_true (g_uuid_string_is_valid (LEV_RECORD (supplier)->id));
  g_assert_cmpstr (LEV_RECORD (first)->id, !=, LEV_RECORD (second)->id);
  g_assert_true (lev_register_lookup (records, LEV_RECORD (first)->id) == first);
  g_assert_null (lev_register_lookup (records, "no such identifier"));
  assert_list (lev_register_list (records, LEV_TYPE_SUPPLIER), supplier, NULL);
  assert_list (lev_register_list (records, LEV_TYPE_SERVICE), first, second, NULL);
  assert_list (lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_SERVICE), first, second,
               NULL);
  g_assert_cmpuint (lev_record_list_get_n (lev_register_list (records, LEV_TYPE_RISK)), ==, 0);
}

/* A record moves to another owner, and the lists and their listeners follow. */
static void
test_move (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  LevSupplier *from, *to;
  LevService *service;

  lev_register_begin (records, "Move");
  from = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "From", NULL);
  to = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "To", NULL);
  service = lev_register_add (records, LEV_TYPE_SERVICE, "supplier", from, NULL);
  g_object_set (service, "supplier", to, NULL);
  assert_list (lev_record_get_children (LEV_RECORD (from), LEV_TYPE_SERVICE), NULL);
  assert_list (lev_record_get_children (LEV_RECORD (to), LEV_TYPE_SERVICE), service, NULL);
  assert_list (lev_register_list (records, LEV_TYPE_SERVICE), service, NULL);

  g_object_set (service, "supplier", NULL, NULL);
  assert_list (lev_record_get_children (LEV_RECORD (to), LEV_TYPE_SERVICE), NULL);
  assert_list (lev_register_list (records, LEV_TYPE_SERVICE), service, NULL);
  lev_register_end (records);
}

/* Deleted with all its parts, at any depth; references to it stay. */
static void
test_delete (void)
{
  ModelFixture fixture;
  LevAction *action;
  LevDecision *decision;

  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, 9);
  action = fixture.action;
  decision = lev_action_get_decision (action, 6);

  lev_register_delete (fixture.records, LEV_RECORD (fixture.review));
  g_assert_true (LEV_RECORD (fixture.review)->deleted);
  g_assert_true (LEV_RECORD (fixture.dossier)->deleted);
  g_assert_true (LEV_RECORD (action)->deleted);
  g_assert_true (LEV_RECORD (decision)->deleted);
  g_assert_true (action->dossier == fixture.dossier);
  g_assert_true (lev_register_lookup (fixture.records, LEV_RECORD (action)->id) == action);
  assert_list (lev_register_list (fixture.records, LEV_TYPE_REVIEW), NULL);
  assert_list (lev_register_list (fixture.records, LEV_TYPE_DECISION), NULL);
  assert_list (lev_record_get_children (LEV_RECORD (action), LEV_TYPE_DECISION), NULL);

  /* What is no part of it stays. */
  g_assert_cmpuint (lev_record_list_get_n (lev_register_list (fixture.records, LEV_TYPE_SUPPLIER)),
                    ==, 2);
  g_assert_cmpuint (lev_record_list_get_n (lev_register_list (fixture.records, LEV_TYPE_PERSON)),
                    ==, 4);
  model_fixture_clear (&fixture);
}

/* Whatever an edit does, abandoning it leaves no trace: values, parts and the order of lists. */
static void
test_abandon (void)
{
  for (guint step = 1; step <= LEV_N_STEPS; step++)
    {
      ModelFixture fixture;
      g_autofree char *before = NULL;
      g_autofree char *during = NULL;
      g_autofree char *after = NULL;
      LevSupplier *supplier;
      LevReview *review;

      model_fixture_init (&fixture, 3);
      model_fixture_reach (&fixture, step);
      lev_register_end (fixture.records);
      review = fixture.review;
      supplier = model_fixture_get_supplier (&fixture, 0);
      before = describe (fixture.records);

      lev_register_begin (fixture.records, "Step");
      model_fixture_do_step (&fixture, step);
      g_object_set (review, "title", "Once", NULL);
      g_object_set (review, "title", "Twice", "coordinator", NULL, NULL);
      g_object_set (supplier, "manager", fixture.owner, "name", NULL, NULL);
      lev_register_delete (fixture.records, LEV_RECORD (supplier));
      lev_register_delete (fixture.records, LEV_RECORD (review));
      lev_register_add (fixture.records, LEV_TYPE_REVIEW, "previous", review, NULL);
      during = describe (fixture.records);
      g_assert_cmpstr (during, !=, before);

      lev_register_abandon (fixture.records);
      after = describe (fixture.records);
      g_assert_cmpstr (after, ==, before);
      g_assert_null (lev_register_get_edit (fixture.records));

      lev_register_begin (fixture.records, "Clear");
      model_fixture_clear (&fixture);
    }
}

/* Made and deleted in one edit, in either order of owner and part. */
static void
test_abandon_new (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autofree char *after = NULL;
  LevService *service;
  LevSupplier *supplier;

  lev_register_begin (records, "New");
  service = lev_register_add (records, LEV_TYPE_SERVICE, "name", "first", NULL);
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "second", NULL);
  g_object_set (service, "supplier", supplier, NULL);
  lev_register_delete (records, LEV_RECORD (supplier));
  lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, NULL);
  lev_register_abandon (records);

  after = describe (records);
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpuint (lev_register_count (records), ==, 0);
}

/* One gesture is one edit: it has what is new and what changed, each field once, as it was. */
static void
test_edit (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  LevPerson *person;
  LevEdit *edit;
  LevChange *change;

  g_assert_null (lev_register_get_edit (records));
  lev_register_begin (records, "Outer");
  person = lev_register_add (records, LEV_TYPE_PERSON, "name", "Joost", NULL);
  lev_register_begin (records, "Inner");
  g_object_set (person, "phone", "1", NULL);
  lev_register_end (records);
  edit = lev_register_get_edit (records);
  g_assert_cmpstr (edit->label, ==, "Outer");
  g_assert_cmpuint (edit->added->len, ==, 1);
  g_assert_cmpuint (edit->changes->len, ==, 0);
  lev_register_end (records);
  g_assert_null (lev_register_get_edit (records));

  lev_register_begin (records, "Change");
  g_assert_true (lev_edit_is_empty (lev_register_get_edit (records)));
  g_object_set (person, "name", "Joost", NULL);
  g_assert_true (lev_edit_is_empty (lev_register_get_edit (records)));
  g_object_set (person, "name", "Job", NULL);
  g_object_set (person, "name", "Jop", "management-team", TRUE, NULL);
  edit = lev_register_get_edit (records);
  g_assert_cmpuint (edit->added->len, ==, 0);
  g_assert_cmpuint (edit->changes->len, ==, 2);
  change = &g_array_index (edit->changes, LevChange, 0);
  g_assert_true (change->record == LEV_RECORD (person));
  g_assert_cmpstr (change->old.text, ==, "Joost");
  lev_register_end (records);
}

/* A change outside of an edit would never be stored: it is a programmer's error. */
static void
test_outside (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  LevPerson *person;

  lev_register_begin (records, "Test");
  person = lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL);
  lev_register_end (records);

  g_test_expect_message ("levman-model", G_LOG_LEVEL_CRITICAL, "*self->edit != NULL*");
  g_object_set (person, "name", "Lost", NULL);
  g_test_assert_expected_messages ();

  g_test_expect_message ("levman-model", G_LOG_LEVEL_CRITICAL, "*self->edit != NULL*");
  g_assert_null (lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL));
  g_test_assert_expected_messages ();
}

static void
test_seed (void)
{
  static const char *const seeds[] = { "one", "one", "other", NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (LevRegister) records = lev_register_new ();
      LevRecord *first, *second;

      lev_register_set_id_seed (records, seeds[i]);
      lev_register_begin (records, "Seed");
      first = lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL);
      second = lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL);
      g_assert_true (g_uuid_string_is_valid (first->id));
      g_assert_cmpstr (first->id, !=, second->id);

      /* The same seed again goes on behind what is there. */
      lev_register_set_id_seed (records, seeds[i]);
      g_assert_true (g_uuid_string_is_valid (
        LEV_RECORD (lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL))->id));
      g_assert_cmpuint (lev_register_count (records), ==, 3);
      lev_register_end (records);
      g_ptr_array_add (ids, g_strdup (first->id));
    }

  g_assert_cmpstr (ids->pdata[0], ==, ids->pdata[1]);
  g_assert_cmpstr (ids->pdata[0], !=, ids->pdata[2]);
  g_assert_cmpstr (ids->pdata[0], !=, ids->pdata[3]);
}

/* What is referred to before it is here has a place, and is seen by no one until it comes. */
static void
test_placeholder (void)
{
  static const char id[] = "4a0b1ad5-22f2-4f4c-9d2a-0c3c6c4f2f11";
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autoptr (GError) error = NULL;
  LevRecord *supplier = lev_register_ensure (records, LEV_TYPE_SUPPLIER, id, &error);
  LevService *service;

  g_assert_no_error (error);
  g_assert_true (supplier->is_placeholder);
  g_assert_null (lev_register_lookup (records, id));
  g_assert_cmpuint (lev_register_count (records), ==, 0);
  g_assert_true (lev_register_ensure (records, LEV_TYPE_SUPPLIER, id, &error) == supplier);
  g_assert_null (lev_register_ensure (records, LEV_TYPE_PERSON, id, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_REFERENCE);
  g_assert_null (lev_register_ensure (records, LEV_TYPE_PERSON, "no identifier", &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_REFERENCE);

  lev_register_begin (records, "Part");
  service = lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, NULL);
  lev_register_end (records);
  assert_list (lev_register_list (records, LEV_TYPE_SUPPLIER), NULL);

  /* It is filled in outside of an edit, as it was made elsewhere. */
  g_object_set (supplier, "name", "Waterland", NULL);
  lev_register_settle (records, supplier);
  g_assert_true (lev_register_lookup (records, id) == supplier);
  assert_list (lev_register_list (records, LEV_TYPE_SUPPLIER), supplier, NULL);
  assert_list (lev_record_get_children (supplier, LEV_TYPE_SERVICE), service, NULL);
}

/* A deleted record that comes back stands where it stood. */
static void
test_order (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  LevRecordList *list = lev_register_list (records, LEV_TYPE_PERSON);
  LevPerson *people[4];

  lev_register_begin (records, "Order");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      lev_register_delete (records, LEV_RECORD (people[i]));
      g_assert_cmpuint (lev_record_list_get_n (list), ==, 3);
      g_object_set (people[i], "deleted", FALSE, NULL);
      assert_list (list, people[0], people[1], people[2], people[3], NULL);
    }
  lev_register_end (records);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GPtrArray  *copy)
{
  for (guint i = 0; i < removed; i++)
    g_ptr_array_remove_index (copy, position);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (LevRecord) record = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (copy, (int) (position + i), record);
    }
  g_assert_cmpuint (copy->len, ==, g_list_model_get_n_items (model));
}

/* Whoever follows a list by its signals sees what is in it, and outlives the register. */
static void
test_list_model (void)
{
  LevRegister *records = lev_register_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (LevRecordList) list = g_object_ref (lev_register_list (records, LEV_TYPE_PERSON));
  g_autoptr (GPtrArray) copy = g_ptr_array_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), copy);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == LEV_TYPE_PERSON);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  lev_register_begin (records, "List");
  for (guint i = 0; i < 500; i++)
    {
      if (people->len == 0 || g_rand_boolean (random))
        g_ptr_array_add (people, lev_register_add (records, LEV_TYPE_PERSON, NULL, NULL));
      else
        g_object_set (people->pdata[g_rand_int_range (random, 0, (int) people->len)], "deleted",
                      g_rand_boolean (random), NULL);
      for (guint j = 0; j < copy->len; j++)
        g_assert_true (copy->pdata[j] == lev_record_list_peek (list, j));
    }
  g_assert_cmpuint (copy->len, >, 0);
  lev_register_end (records);

  g_assert_finalize_object (records);
  g_assert_cmpuint (copy->len, ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
}

/* A list that keeps up with another one by what it is told. */
static void
follow_cb (GListModel *model,
           guint       position,
           guint       n_removed,
           guint       n_added,
           GPtrArray  *copy)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (copy, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (LevRecord) record = g_list_model_get_item (model, position + i);

      g_ptr_array_insert (copy, (int) (position + i), record);
    }
  g_assert_cmpuint (copy->len, ==, g_list_model_get_n_items (model));
}

/* Adds, deletes and brings back suppliers at the places that the bits of @seed say. */
static void
shuffle (LevRegister *records,
         guint        seed)
{
  LevRecordList *list = lev_register_list (records, LEV_TYPE_SUPPLIER);
  g_autoptr (GPtrArray) deleted = g_ptr_array_new ();

  for (guint i = 0; i < 12; i++, seed = seed * 1103515245 + 12345)
    {
      guint n = lev_record_list_get_n (list);

      if (seed % 3 == 0)
        lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "L", NULL);
      else if (seed % 3 == 1 && n > 0)
        {
          g_ptr_array_add (deleted, lev_record_list_peek (list, (seed >> 8) % n));
          lev_register_delete (records, g_ptr_array_index (deleted, deleted->len - 1));
        }
      else if (deleted->len > 0)
        g_object_set (g_ptr_array_steal_index (deleted, 0), "deleted", FALSE, NULL);
    }
}

/* Whoever looks at a list that was held is told once, and has it right then. */
static void
test_held (void)
{
  LevRegister *records = lev_register_new ();
  LevRecordList *list = lev_register_list (records, LEV_TYPE_SUPPLIER);
  g_autoptr (GPtrArray) copy = g_ptr_array_new ();

  g_signal_connect (list, "items-changed", G_CALLBACK (follow_cb), copy);
  for (guint round = 0; round < 200; round++)
    {
      lev_register_begin (records, "");
      lev_register_hold_lists (records);
      shuffle (records, round * 7919);
      lev_register_release_lists (records);
      lev_register_end (records);
      g_assert_cmpuint (copy->len, ==, lev_record_list_get_n (list));
      for (guint i = 0; i < copy->len; i++)
        g_assert_true (g_ptr_array_index (copy, i) == lev_record_list_peek (list, i));
    }
  lev_register_release_lists (records);
  g_signal_handlers_disconnect_by_data (list, copy);
  g_assert_finalize_object (records);
}

/* A copy looks the same, and neither follows the other. */
static void
test_copy (void)
{
  ModelFixture fixture;
  g_autoptr (LevRegister) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *after = NULL;
  LevSupplier *supplier, *twin;

  model_fixture_init (&fixture, 3);
  model_fixture_finish (&fixture);
  lev_register_delete (fixture.records, LEV_RECORD (model_fixture_get_supplier (&fixture, 2)));
  before = describe (fixture.records);
  copy = lev_register_copy (fixture.records);
  copied = describe (copy);
  g_assert_cmpstr (copied, ==, before);
  g_assert_cmpuint (lev_register_count (copy), ==, lev_register_count (fixture.records));

  supplier = model_fixture_get_supplier (&fixture, 0);
  twin = lev_register_lookup (copy, LEV_RECORD (supplier)->id);
  g_assert_true (twin != supplier);
  g_object_set (supplier, "name", "Changed", NULL);
  g_assert_cmpstr (twin->name, !=, "Changed");
  model_fixture_clear (&fixture);

  after = describe (copy);
  g_assert_cmpstr (after, ==, before);
  g_assert_finalize_object (g_steal_pointer (&copy));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register/add", test_add);
  g_test_add_func ("/register/move", test_move);
  g_test_add_func ("/register/delete", test_delete);
  g_test_add_func ("/register/abandon", test_abandon);
  g_test_add_func ("/register/abandon-new", test_abandon_new);
  g_test_add_func ("/register/edit", test_edit);
  g_test_add_func ("/register/outside", test_outside);
  g_test_add_func ("/register/seed", test_seed);
  g_test_add_func ("/register/placeholder", test_placeholder);
  g_test_add_func ("/register/order", test_order);
  g_test_add_func ("/register/list-model", test_list_model);
  g_test_add_func ("/register/held", test_held);
  g_test_add_func ("/register/copy", test_copy);

  return g_test_run ();
}
