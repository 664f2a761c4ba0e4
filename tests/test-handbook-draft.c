/* The handbook while it is changed: items are added, moved and removed, and all of it is undone,
 * and redone. */

#include "lev-handbook-draft.h"
#include "lev-handbook-version.h"
#include "model-fixture.h"

typedef struct
{
  LevRegister      *records;
  LevHandbookDraft *draft;
  char             *text;
} Fixture;

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEVMAN_SOURCEDIR"), "data", "handbook.ini",
                                            NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &fixture->text, NULL, &error);
  g_assert_no_error (error);
  fixture->records = lev_register_new ();
  lev_register_begin (fixture->records, "");
  lev_handbook_add_version (fixture->records, fixture->text, &error);
  g_assert_no_error (error);
  lev_register_end (fixture->records);
  fixture->draft = lev_handbook_draft_new (fixture->text);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->records);
  g_free (fixture->text);
}

/* "C1 C2 …": the criteria of a theme in order */
static void
assert_criteria (Fixture    *fixture,
                 const char *theme,
                 const char *expected)
{
  g_auto (GStrv) groups = lev_handbook_draft_list (fixture->draft, "criterion ", theme);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", groups[i] + strlen ("criterion "));
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
assert_right (Fixture *fixture)
{
  g_autofree char *text = lev_handbook_draft_dup_text (fixture->draft);
  g_autoptr (GError) error = NULL;

  lev_handbook_check (text, &error);
  g_assert_no_error (error);
}

/* Nothing is left of any change, to the letter. */
static void
undo_all (Fixture *fixture)
{
  g_autofree char *text = NULL;

  while (lev_handbook_draft_can_undo (fixture->draft))
    g_free (lev_handbook_draft_undo (fixture->draft));
  text = lev_handbook_draft_dup_text (fixture->draft);
  g_assert_cmpstr (text, ==, fixture->text);
  g_assert_false (lev_handbook_draft_has_changes (fixture->draft));
  g_assert_null (lev_handbook_draft_undo (fixture->draft));
}

/* Forgetting is a step too: it can be undone. */
static void
test_forgotten (Fixture      *fixture,
                gconstpointer data)
{
  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "Solvabiliteit");
  lev_handbook_draft_forget (fixture->draft);
  g_assert_false (lev_handbook_draft_has_changes (fixture->draft));
  g_free (lev_handbook_draft_undo (fixture->draft));
  g_assert_true (lev_handbook_draft_has_changes (fixture->draft));
  assert_right (fixture);
  undo_all (fixture);
  lev_handbook_draft_forget (fixture->draft);
  g_assert_false (lev_handbook_draft_can_undo (fixture->draft));
}

static void
test_moved (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *text = NULL;

  g_assert_true (lev_handbook_draft_move (fixture->draft, "criterion C2", 1));
  assert_criteria (fixture, "continuity", "C1 C3 C2 C4 C5 C6 C7 C8 C9 C10");
  g_assert_true (lev_handbook_draft_move (fixture->draft, "criterion C10", -9));
  assert_criteria (fixture, "continuity", "C10 C1 C3 C2 C4 C5 C6 C7 C8 C9");
  assert_criteria (fixture, "security", "I1 I2 I3 I4 I5 I6 I7 I8 I9 I10 I11");
  g_assert_false (lev_handbook_draft_move (fixture->draft, "criterion C10", -1));
  g_assert_false (lev_handbook_draft_move (fixture->draft, "criterion I11", 1));
  g_assert_true (lev_handbook_draft_move (fixture->draft, "factor A7", -1));
  text = lev_handbook_draft_dup_text (fixture->draft);
  g_assert_nonnull (strstr (text, "# The two themes, each with its key question.\n\n[theme "));
  assert_right (fixture);
  undo_all (fixture);
}

static void
test_removed (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const rest[] = { "criterion C2", "criterion C3", "criterion C4",
                                      "criterion C5", "criterion C6", "criterion C7",
                                      "criterion C8", "criterion C9" };

  g_assert_true (lev_handbook_draft_remove (fixture->draft, "criterion C10"));
  assert_criteria (fixture, "continuity", "C1 C2 C3 C4 C5 C6 C7 C8 C9");
  assert_right (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    g_assert_true (lev_handbook_draft_remove (fixture->draft, rest[i]));
  assert_criteria (fixture, "continuity", "C1");
  g_assert_false (lev_handbook_draft_remove (fixture->draft, "criterion C1"));
  assert_right (fixture);
  undo_all (fixture);
}

/* A new item has to get a title, and never the code of one that was removed. */
static void
test_added (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *group = NULL;
  g_autofree char *factor = NULL;

  g_assert_true (lev_handbook_draft_remove (fixture->draft, "criterion C10"));
  group = lev_handbook_draft_add (fixture->draft, fixture->records, "criterion ", "continuity");
  g_assert_cmpstr (group, ==, "criterion C11");
  assert_criteria (fixture, "continuity", "C1 C2 C3 C4 C5 C6 C7 C8 C9 C11");
  text = lev_handbook_draft_dup_text (fixture->draft);
  g_assert_false (lev_handbook_check (text, NULL));
  lev_handbook_draft_set_string (fixture->draft, group, "title", "Duurzaamheid");
  assert_right (fixture);

  factor = lev_handbook_draft_add (fixture->draft, fixture->records, "factor ", NULL);
  g_assert_cmpstr (factor, ==, "factor A8");
  lev_handbook_draft_set_string (fixture->draft, factor, "title", "duur");
  lev_handbook_draft_set_integer (fixture->draft, factor, "weight", 5);
  lev_handbook_draft_set_integer (fixture->draft, "factor A1", "weight", 20);
  assert_right (fixture);
  undo_all (fixture);
}

/* What is typed in one field is one step back; what is the same is none. */
static void
test_typed (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *group = NULL;
  g_autofree char *title = NULL;

  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "evidence",
                                 "jaarrekening, rating, klantconcentratie boven 10 %");
  g_assert_false (lev_handbook_draft_can_undo (fixture->draft));
  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "S");
  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "So");
  lev_handbook_draft_set_string (fixture->draft, "criterion C2", "title", "A");
  g_free (lev_handbook_draft_undo (fixture->draft));
  title = g_key_file_get_string (lev_handbook_draft_get_file (fixture->draft), "criterion C1",
                                 "title", NULL);
  g_assert_cmpstr (title, ==, "So");
  group = lev_handbook_draft_undo (fixture->draft);
  g_assert_cmpstr (group, ==, "criterion C1");
  undo_all (fixture);

  lev_handbook_draft_set_integer (fixture->draft, "class high", "from", 9);
  g_assert_true (lev_handbook_draft_has_changes (fixture->draft));
  lev_handbook_draft_set_kept (fixture->draft);
  g_assert_false (lev_handbook_draft_has_changes (fixture->draft));
  g_assert_false (lev_handbook_draft_can_undo (fixture->draft));
}

static char *
dup_title (LevHandbookDraft *draft,
           const char       *group)
{
  return g_key_file_get_string (lev_handbook_draft_get_file (draft), group, "title", NULL);
}

/* What was undone is done once more, to the letter; a new change takes that away. */
static void
test_redone (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *changed = NULL, *redone = NULL, *group = NULL, *title = NULL;

  g_assert_false (lev_handbook_draft_can_redo (fixture->draft));
  g_assert_null (lev_handbook_draft_redo (fixture->draft));
  g_assert_true (lev_handbook_draft_move (fixture->draft, "criterion C2", 1));
  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "So");
  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "Solvabel");
  g_assert_true (lev_handbook_draft_remove (fixture->draft, "criterion C9"));
  changed = lev_handbook_draft_dup_text (fixture->draft);
  undo_all (fixture);
  group = lev_handbook_draft_redo (fixture->draft);
  g_assert_cmpstr (group, ==, "criterion C2");
  while (lev_handbook_draft_can_redo (fixture->draft))
    g_free (lev_handbook_draft_redo (fixture->draft));
  redone = lev_handbook_draft_dup_text (fixture->draft);
  g_assert_cmpstr (redone, ==, changed);
  assert_right (fixture);

  g_free (lev_handbook_draft_undo (fixture->draft));
  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "Anders");
  g_assert_false (lev_handbook_draft_can_redo (fixture->draft));
  g_free (lev_handbook_draft_undo (fixture->draft));
  title = dup_title (fixture->draft, "criterion C1");
  g_assert_cmpstr (title, ==, "Solvabel");
  g_assert_true (lev_handbook_draft_can_redo (fixture->draft));
  undo_all (fixture);
  lev_handbook_draft_set_kept (fixture->draft);
  g_assert_false (lev_handbook_draft_can_redo (fixture->draft));
}

/* One that was left earlier has changes, and can go back to what it began with. */
static void
test_taken_up (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *changed = NULL, *text = NULL, *title = NULL;
  LevHandbookDraft *draft;

  lev_handbook_draft_set_string (fixture->draft, "criterion C1", "title", "Solvabel");
  changed = lev_handbook_draft_dup_text (fixture->draft);
  draft = lev_handbook_draft_new_changed (fixture->text, changed);
  g_assert_true (lev_handbook_draft_has_changes (draft));
  g_assert_false (lev_handbook_draft_can_undo (draft));
  title = dup_title (draft, "criterion C1");
  g_assert_cmpstr (title, ==, "Solvabel");
  lev_handbook_draft_forget (draft);
  text = lev_handbook_draft_dup_text (draft);
  g_assert_cmpstr (text, ==, fixture->text);
  g_assert_finalize_object (draft);
}

#define ADD(path, function) \
  g_test_add ("/handbook-draft/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("moved", test_moved);
  ADD ("removed", test_removed);
  ADD ("added", test_added);
  ADD ("typed", test_typed);
  ADD ("forgotten", test_forgotten);
  ADD ("redone", test_redone);
  ADD ("taken-up", test_taken_up);

  return g_test_run ();
}
