#include "lev-handbook-draft.h"

#include "lev-record-list.h"

#include <string.h>

#define FACTOR "factor "

struct _LevHandbookDraft
{
  GObject parent;

  GKeyFile *file;
  char     *kept;
  GArray   *steps;     /* Step, the last change at the end */
  GArray   *undone;    /* Step, the last one that was undone at the end */
  char     *typed_key; /* of the last step, while it is typed in */
};

G_DEFINE_FINAL_TYPE (LevHandbookDraft, lev_handbook_draft, G_TYPE_OBJECT)

static guint changed_signal;

/* What one change takes to undo, or to redo. */
typedef struct
{
  char *text; /* before it, or after it */
  char *group;
} Step;

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_free (step->text);
  g_free (step->group);
}

static void
load (LevHandbookDraft *self,
      const char       *text)
{
  g_clear_pointer (&self->file, g_key_file_unref);
  self->file = g_key_file_new ();
  g_key_file_load_from_data (self->file, text, (gsize) -1, G_KEY_FILE_KEEP_COMMENTS, NULL);
}

static void
emit_changed (LevHandbookDraft *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
lev_handbook_draft_finalize (GObject *object)
{
  LevHandbookDraft *self = LEV_HANDBOOK_DRAFT (object);

  g_clear_pointer (&self->file, g_key_file_unref);
  g_array_unref (self->steps);
  g_array_unref (self->undone);
  g_free (self->kept);
  g_free (self->typed_key);

  G_OBJECT_CLASS (lev_handbook_draft_parent_class)->finalize (object);
}

static void
lev_handbook_draft_class_init (LevHandbookDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_handbook_draft_finalize;

  changed_signal = g_signal_new ("changed", LEV_TYPE_HANDBOOK_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
lev_handbook_draft_init (LevHandbookDraft *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, step_clear);
  self->undone = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->undone, step_clear);
}

LevHandbookDraft *
lev_handbook_draft_new (const char *text)
{
  LevHandbookDraft *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (LEV_TYPE_HANDBOOK_DRAFT, NULL);
  load (self, text);
  self->kept = lev_handbook_draft_dup_text (self);

  return self;
}

LevHandbookDraft *
lev_handbook_draft_new_changed (const char *text,
                                const char *changed)
{
  LevHandbookDraft *self = lev_handbook_draft_new (text);

  load (self, changed);

  return self;
}

GKeyFile *
lev_handbook_draft_get_file (LevHandbookDraft *self)
{
  return self->file;
}

char *
lev_handbook_draft_dup_text (LevHandbookDraft *self)
{
  return g_key_file_to_data (self->file, NULL, NULL);
}

gboolean
lev_handbook_draft_has_changes (LevHandbookDraft *self)
{
  g_autofree char *text = lev_handbook_draft_dup_text (self);

  return !g_str_equal (text, self->kept);
}

void
lev_handbook_draft_set_kept (LevHandbookDraft *self)
{
  g_free (self->kept);
  self->kept = lev_handbook_draft_dup_text (self);
  g_array_set_size (self->steps, 0);
  g_array_set_size (self->undone, 0);
  g_clear_pointer (&self->typed_key, g_free);
  emit_changed (self);
}

/* Remembers in @steps how it is now. */
static void
remember (LevHandbookDraft *self,
          GArray           *steps,
          const char       *group)
{
  const Step step = { lev_handbook_draft_dup_text (self), g_strdup (group) };

  g_array_append_val (steps, step);
  g_clear_pointer (&self->typed_key, g_free);
}

/* Remembers how it was before a change of @group; what was undone cannot be redone after it. */
static void
begin_step (LevHandbookDraft *self,
            const char       *group)
{
  remember (self, self->steps, group);
  g_array_set_size (self->undone, 0);
}

void
lev_handbook_draft_forget (LevHandbookDraft *self)
{
  if (!lev_handbook_draft_has_changes (self))
    return;

  begin_step (self, "handbook");
  load (self, self->kept);
  emit_changed (self);
}

static void
begin_typing (LevHandbookDraft *self,
              const char       *group,
              const char       *key)
{
  const Step *last = self->steps->len > 0 ? &g_array_index (self->steps, Step, self->steps->len - 1)
                                          : NULL;

  if (last != NULL && g_str_equal (last->group, group) && g_strcmp0 (self->typed_key, key) == 0)
    return;

  begin_step (self, group);
  self->typed_key = g_strdup (key);
}

void
lev_handbook_draft_set_string (LevHandbookDraft *self,
                               const char       *group,
                               const char       *key,
                               const char       *value)
{
  g_autofree char *old = g_key_file_get_string (self->file, group, key, NULL);

  if (g_strcmp0 (old != NULL ? old : "", value) == 0)
    return;

  begin_typing (self, group, key);
  g_key_file_set_string (self->file, group, key, value);
  emit_changed (self);
}

void
lev_handbook_draft_set_integer (LevHandbookDraft *self,
                                const char       *group,
                                const char       *key,
                                int               value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  lev_handbook_draft_set_string (self, group, key, text);
}

/* "criterion " of "criterion C3" */
static char *
dup_prefix (const char *group)
{
  const char *space = strchr (group, ' ');

  return space != NULL ? g_strndup (group, (gsize) (space - group) + 1) : g_strdup (group);
}

GStrv
lev_handbook_draft_list (LevHandbookDraft *self,
                         const char       *prefix,
                         const char       *theme)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *of = g_key_file_get_string (self->file, groups[i], "theme", NULL);

      if (g_str_has_prefix (groups[i], prefix) && (theme == NULL || g_strcmp0 (of, theme) == 0))
        g_strv_builder_add (found, groups[i]);
    }

  return g_strv_builder_end (found);
}

/* Where the item @group stands in @lines: from its heading to the last line that is of it; the empty
 * lines and comments behind it are what stands between two items. */
static gboolean
find_lines (char      **lines,
            const char *group,
            guint      *first,
            guint      *n)
{
  g_autofree char *heading = g_strdup_printf ("[%s]", group);
  guint last;

  for (*first = 0; lines[*first] != NULL && !g_str_equal (lines[*first], heading); (*first)++)
    ;
  if (lines[*first] == NULL)
    return FALSE;

  last = *first;
  for (guint i = *first + 1; lines[i] != NULL && lines[i][0] != '['; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      last = i;
  *n = last - *first + 1;

  return TRUE;
}

static void
append_lines (GString *text,
              char   **lines,
              guint    first,
              guint    end)
{
  for (guint i = first; i < end && lines[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", lines[i], lines[i + 1] != NULL ? "\n" : "");
}

static gboolean
exchange (LevHandbookDraft *self,
          const char       *group,
          const char       *other)
{
  g_autofree char *old = lev_handbook_draft_dup_text (self);
  g_auto (GStrv) lines = g_strsplit (old, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint a, n_a, b, n_b;

  if (!find_lines (lines, group, &a, &n_a) || !find_lines (lines, other, &b, &n_b))
    return FALSE;
  if (a > b)
    return exchange (self, other, group);

  append_lines (text, lines, 0, a);
  append_lines (text, lines, b, b + n_b);
  append_lines (text, lines, a + n_a, b);
  append_lines (text, lines, a, a + n_a);
  append_lines (text, lines, b + n_b, G_MAXUINT);
  load (self, text->str);

  return TRUE;
}

/* The items among which @group has its place. */
static GStrv
list_siblings (LevHandbookDraft *self,
               const char       *group)
{
  g_autofree char *prefix = dup_prefix (group);
  g_autofree char *theme = g_key_file_get_string (self->file, group, "theme", NULL);

  return lev_handbook_draft_list (self, prefix, theme);
}

gboolean
lev_handbook_draft_move (LevHandbookDraft *self,
                         const char       *group,
                         int               places)
{
  g_auto (GStrv) siblings = list_siblings (self, group);
  int n = (int) g_strv_length (siblings);
  int from, to;

  for (from = 0; from < n && !g_str_equal (siblings[from], group); from++)
    ;
  to = from + places;
  if (from == n || to < 0 || to >= n || places == 0)
    return FALSE;

  begin_step (self, group);
  for (int step = places > 0 ? 1 : -1; from != to; from += step)
    exchange (self, group, siblings[from + step]);
  emit_changed (self);

  return TRUE;
}

char *
lev_handbook_draft_dup_neighbour (LevHandbookDraft *self,
                                  const char       *group)
{
  g_auto (GStrv) siblings = list_siblings (self, group);

  for (guint i = 0; siblings[i] != NULL; i++)
    if (g_str_equal (siblings[i], group))
      return g_strdup (siblings[i + 1] != NULL || i == 0 ? siblings[i + 1] : siblings[i - 1]);

  return NULL;
}

gboolean
lev_handbook_draft_remove (LevHandbookDraft *self,
                           const char       *group)
{
  g_autofree char *old = lev_handbook_draft_dup_text (self);
  g_auto (GStrv) lines = g_strsplit (old, "\n", -1);
  g_auto (GStrv) siblings = list_siblings (self, group);
  g_autoptr (GString) text = g_string_new (NULL);
  guint first, n;

  if (g_strv_length (siblings) < 2 || !find_lines (lines, group, &first, &n))
    return FALSE;

  begin_step (self, group);
  append_lines (text, lines, 0, first);
  if (lines[first + n] != NULL && *lines[first + n] == '\0')
    n++;
  append_lines (text, lines, first + n, G_MAXUINT);
  load (self, text->str);
  emit_changed (self);

  return TRUE;
}

/* "C" and 10 of "C10" */
static int
split_code (const char *code,
            gsize      *n_letters)
{
  gint64 number;

  *n_letters = strcspn (code, "0123456789");
  number = g_ascii_strtoll (code + *n_letters, NULL, 10);

  return (int) CLAMP (number, 0, 9999);
}

/* The highest number of a code with these letters in @file. */
static int
find_highest (GKeyFile   *file,
              const char *prefix,
              const char *letters)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  int highest = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      const char *code = groups[i] + strlen (prefix);
      gsize n_letters;
      int number;

      if (!g_str_has_prefix (groups[i], prefix))
        continue;
      number = split_code (code, &n_letters);
      if (n_letters == strlen (letters) && strncmp (code, letters, n_letters) == 0)
        highest = MAX (highest, number);
    }

  return highest;
}

/* A group whose code no version has or had. */
static char *
dup_free_group (LevHandbookDraft *self,
                LevRegister      *records,
                const char       *prefix,
                const char       *example)
{
  LevRecordList *handbooks = lev_register_list (records, LEV_TYPE_HANDBOOK);
  gsize n_letters;
  g_autofree char *letters = NULL;
  int highest;

  split_code (example + strlen (prefix), &n_letters);
  letters = g_strndup (example + strlen (prefix), n_letters);
  highest = find_highest (self->file, prefix, letters);
  for (guint i = 0; i < lev_record_list_get_n (handbooks); i++)
    {
      LevHandbook *handbook = lev_record_list_peek (handbooks, i);
      g_autoptr (GKeyFile) file = g_key_file_new ();

      if (handbook->content != NULL &&
          g_key_file_load_from_data (file, handbook->content, (gsize) -1, G_KEY_FILE_NONE, NULL))
        highest = MAX (highest, find_highest (file, prefix, letters));
    }

  return g_strdup_printf ("%s%s%d", prefix, letters, highest + 1);
}

char *
lev_handbook_draft_add (LevHandbookDraft *self,
                        LevRegister      *records,
                        const char       *prefix,
                        const char       *theme)
{
  g_auto (GStrv) siblings = lev_handbook_draft_list (self, prefix, theme);
  guint n_siblings = g_strv_length (siblings);
  const char *last = n_siblings > 0 ? siblings[n_siblings - 1] : NULL;
  g_autofree char *old = lev_handbook_draft_dup_text (self);
  g_auto (GStrv) lines = g_strsplit (old, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *group = NULL;
  guint first, n;

  if (last == NULL || !find_lines (lines, last, &first, &n))
    return NULL;

  group = dup_free_group (self, records, prefix, last);
  begin_step (self, group);
  append_lines (text, lines, 0, first + n);
  if (lines[first + n] == NULL)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "\n[%s]\ntitle=\n", group);
  if (theme != NULL)
    g_string_append_printf (text, "theme=%s\n", theme);
  if (g_str_equal (prefix, FACTOR))
    g_string_append (text, "weight=1\n");
  append_lines (text, lines, first + n, G_MAXUINT);
  load (self, text->str);
  emit_changed (self);

  return g_steal_pointer (&group);
}

gboolean
lev_handbook_draft_can_undo (LevHandbookDraft *self)
{
  return self->steps->len > 0;
}

/* Goes back to the last of @steps, and remembers in @other the way from there to here. */
static char *
take_step (LevHandbookDraft *self,
           GArray           *steps,
           GArray           *other)
{
  Step *last;
  char *group;

  if (steps->len == 0)
    return NULL;

  last = &g_array_index (steps, Step, steps->len - 1);
  group = g_steal_pointer (&last->group);
  remember (self, other, group);
  load (self, last->text);
  g_array_set_size (steps, steps->len - 1);
  emit_changed (self);

  return group;
}

char *
lev_handbook_draft_undo (LevHandbookDraft *self)
{
  return take_step (self, self->steps, self->undone);
}

gboolean
lev_handbook_draft_can_redo (LevHandbookDraft *self)
{
  return self->undone->len > 0;
}

char *
lev_handbook_draft_redo (LevHandbookDraft *self)
{
  return take_step (self, self->undone, self->steps);
}
