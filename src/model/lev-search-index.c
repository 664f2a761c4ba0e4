#include "lev-search-index.h"

#include "lev-fold.h"
#include "lev-records.h"
#include "lev-title.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FIELDS (6)

/* Nobody types these. */
#define FIELD_END '\x1f'
#define ENTRY_END '\n'

static const struct
{
  GType (*get_type) (void);
  const char *title;
  const char *fields[MAX_FIELDS + 1]; /* the title first */
} kinds[LEV_N_SEARCH_KINDS] = {
  [LEV_SEARCH_SUPPLIER] = { lev_supplier_get_type,
                            N_("Suppliers"),
                            { "name", "number", "kvk", "parent", "website", "notes" } },
  [LEV_SEARCH_SERVICE] = { lev_service_get_type, N_("Services"), { "name", "description" } },
  [LEV_SEARCH_CONTRACT] = { lev_contract_get_type, N_("Contracts"), { "title", "number" } },
  [LEV_SEARCH_PERSON] = { lev_person_get_type,
                          N_("People"),
                          { "name", "email", "phone", "organisation", "function" } },
  [LEV_SEARCH_REVIEW] = { lev_review_get_type, N_("Rounds"), { "title", "subtitle", "lessons" } },
  [LEV_SEARCH_RISK] = { lev_risk_get_type, N_("Risks"), { "event", "cause", "consequence" } },
  [LEV_SEARCH_ACTION] = { lev_action_get_type, N_("Actions"), { "title", "result" } },
  [LEV_SEARCH_DECISION] = { lev_decision_get_type, N_("Decisions"), { "reason", "recipients" } },
  [LEV_SEARCH_UPDATE] = { lev_status_update_get_type,
                          N_("Status updates"),
                          { "text", "recipients" } },
};

/* A record's text is `title FIELD_END other FIELD_END … supplier ENTRY_END`. */
typedef struct
{
  LevRecord *record;
  guint      kind;
  guint      start;
  guint      title_end;
  guint      own_end; /* where what is its own stops */
  guint      end;
} Entry;

struct _LevSearchIndex
{
  GString *texts;
  GArray  *entries; /* Entry */
};

/* How well a title fits, the best first. */
typedef enum
{
  RANK_PREFIX,
  RANK_WORD,
  RANK_TITLE,
  RANK_OTHER,
  N_RANKS,
} Rank;

/* Line ends and the like must not end the entry. */
static void
append_text (LevSearchIndex *self,
             const char     *text)
{
  gsize start = self->texts->len;

  lev_fold_append (self->texts, text);
  for (gsize i = start; i < self->texts->len; i++)
    if ((guchar) self->texts->str[i] < ' ')
      self->texts->str[i] = ' ';
  g_string_append_c (self->texts, FIELD_END);
}

static void
add_entry (LevSearchIndex *self,
           guint           kind,
           LevRecord      *record,
           const int      *fields)
{
  Entry entry = { .record = g_object_ref (record),
                  .kind = kind,
                  .start = (guint) self->texts->len };
  LevSupplier *supplier = lev_record_get_supplier (record);
  g_autofree char *code = lev_record_dup_code (record);

  for (guint i = 0; i < MAX_FIELDS && fields[i] >= 0; i++)
    {
      LevValue value;

      lev_record_get_value (record, (guint) fields[i], &value);
      if (i == 0 || value.text != NULL)
        append_text (self, value.text);
      if (i == 0)
        entry.title_end = (guint) self->texts->len;
    }
  if (code != NULL)
    append_text (self, code);
  entry.own_end = (guint) self->texts->len;
  if (supplier != NULL)
    append_text (self, supplier->name);
  entry.end = (guint) self->texts->len;
  g_string_append_c (self->texts, ENTRY_END);

  g_array_append_val (self->entries, entry);
}

static void
add_kind (LevSearchIndex *self,
          LevRegister    *records,
          guint           kind)
{
  LevRecordList *list = lev_register_list (records, kinds[kind].get_type ());
  g_autoptr (GTypeClass) klass = g_type_class_ref (kinds[kind].get_type ());
  int fields[MAX_FIELDS];

  for (guint i = 0; i < MAX_FIELDS; i++)
    fields[i] = kinds[kind].fields[i] != NULL
                  ? lev_record_class_find_field (LEV_RECORD_CLASS (klass), kinds[kind].fields[i])
                  : -1;

  /* Of what happened in the rounds, the newest is looked for most. */
  for (guint i = 0, n = lev_record_list_get_n (list); i < n; i++)
    add_entry (self, kind, lev_record_list_peek (list, kind < LEV_SEARCH_REVIEW ? i : n - i - 1),
               fields);
}

static void
clear_entry (gpointer data)
{
  g_object_unref (((Entry *) data)->record);
}

LevSearchIndex *
lev_search_index_new (LevRegister *records)
{
  LevSearchIndex *self;

  g_return_val_if_fail (LEV_IS_REGISTER (records), NULL);

  self = g_new0 (LevSearchIndex, 1);
  self->texts = g_string_sized_new (64 * 1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  for (guint kind = 0; kind < LEV_N_SEARCH_KINDS; kind++)
    add_kind (self, records, kind);

  return self;
}

void
lev_search_index_free (LevSearchIndex *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

/* Where @word is in the bytes from @start to @end; %NULL for nowhere. */
static const char *
find_word (LevSearchIndex *self,
           const char     *word,
           guint           start,
           guint           end)
{
  return memmem (self->texts->str + start, end - start, word, strlen (word));
}

/* Whether every word is in the entry, and one of them in what is its own. */
static gboolean
matches (LevSearchIndex *self,
         const Entry    *entry,
         char          **words)
{
  gboolean is_own = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = find_word (self, words[i], entry->start, entry->end);

      if (found == NULL)
        return FALSE;
      is_own = is_own || found < self->texts->str + entry->own_end;
    }

  return is_own;
}

static Rank
get_rank (LevSearchIndex *self,
          const Entry    *entry,
          char          **words)
{
  const char *title = self->texts->str + entry->start;
  Rank rank = RANK_PREFIX;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = find_word (self, words[i], entry->start, entry->title_end);

      if (found == NULL)
        return RANK_OTHER;
      if (i > 0 || found == title)
        continue;
      rank = g_ascii_isalnum (found[-1]) ? RANK_TITLE : RANK_WORD;
    }

  return rank;
}

static const char *
get_longest (char **words)
{
  const char *longest = words[0];

  for (guint i = 1; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];

  return longest;
}

typedef GPtrArray *Ranked[LEV_N_SEARCH_KINDS][N_RANKS];

static void
note_entry (LevSearchIndex  *self,
            const Entry     *entry,
            char           **words,
            guint            limit,
            Ranked           ranked,
            LevSearchResult *result)
{
  GPtrArray **records;

  if (!matches (self, entry, words))
    return;

  result->n_found[entry->kind]++;
  records = &ranked[entry->kind][get_rank (self, entry, words)];
  if (*records == NULL)
    *records = g_ptr_array_new ();
  if ((*records)->len < limit)
    g_ptr_array_add (*records, entry->record);
}

/* Walks the texts from one place of the longest word to the next, and with them the entries. */
static void
walk (LevSearchIndex  *self,
      char           **words,
      guint            limit,
      Ranked           ranked,
      LevSearchResult *result)
{
  const char *word = get_longest (words);
  guint at = 0, i = 0;

  while (at < self->texts->len)
    {
      const char *found = find_word (self, word, at, (guint) self->texts->len);
      guint place = found != NULL ? (guint) (found - self->texts->str) : 0;

      if (found == NULL)
        return;
      while (g_array_index (self->entries, Entry, i).end < place)
        i++;
      note_entry (self, &g_array_index (self->entries, Entry, i), words, limit, ranked, result);
      at = g_array_index (self->entries, Entry, i).end;
    }
}

LevSearchResult *
lev_search_index_find (LevSearchIndex *self,
                       const char     *text,
                       guint           limit)
{
  LevSearchResult *result = g_new0 (LevSearchResult, 1);
  g_auto (GStrv) words = lev_fold_split (text);
  Ranked ranked = { 0 };

  if (words[0] != NULL)
    walk (self, words, limit, ranked, result);

  for (guint kind = 0; kind < LEV_N_SEARCH_KINDS; kind++)
    {
      result->records[kind] = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint rank = 0; rank < N_RANKS; rank++)
        {
          for (guint i = 0; ranked[kind][rank] != NULL && i < ranked[kind][rank]->len &&
                            result->records[kind]->len < limit;
               i++)
            g_ptr_array_add (result->records[kind], g_object_ref (ranked[kind][rank]->pdata[i]));
          g_clear_pointer (&ranked[kind][rank], g_ptr_array_unref);
        }
    }

  return result;
}

void
lev_search_result_free (LevSearchResult *result)
{
  for (guint kind = 0; kind < LEV_N_SEARCH_KINDS; kind++)
    g_ptr_array_unref (result->records[kind]);
  g_free (result);
}

const char *
lev_search_kind_get_title (LevSearchKind kind)
{
  g_return_val_if_fail (kind < LEV_N_SEARCH_KINDS, "");

  return _(kinds[kind].title);
}
