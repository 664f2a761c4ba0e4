#include "lev-concentration.h"

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"

#include <glib/gi18n.h>
#include <string.h>

/* A shorter name than this stands in too many words to say anything. */
#define SHORTEST_NAME (5)  /* bytes */
#define WORD_SIZE     (64) /* bytes */
#define DELIMITERS    " \t\r\n.,;:()"

static void
concentration_free (gpointer data)
{
  LevConcentration *self = data;

  g_ptr_array_unref (self->dossiers);
  g_free (self->value);
  g_free (self);
}

/* The same name, however it was typed. */
static char *
normalize (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_utf8_make_valid (text, -1));

  return g_utf8_casefold (stripped, -1);
}

/* Adds @dossier to the group that shares @value, once. */
static void
add (GPtrArray           *groups,
     LevConcentrationKind kind,
     const char          *value,
     LevDate              date,
     LevDossier          *dossier)
{
  g_autofree char *key = NULL;
  LevConcentration *group;

  if (lev_text_is_blank (value))
    return;

  key = normalize (value);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *other = NULL;

      group = g_ptr_array_index (groups, i);
      other = normalize (group->value);
      if (group->kind != kind || !g_str_equal (other, key))
        continue;
      if (!g_ptr_array_find (group->dossiers, dossier, NULL))
        g_ptr_array_add (group->dossiers, dossier);
      return;
    }

  group = g_new0 (LevConcentration, 1);
  group->kind = kind;
  group->value = g_strstrip (g_utf8_make_valid (value, -1));
  group->date = date;
  group->dossiers = g_ptr_array_new ();
  g_ptr_array_add (group->dossiers, dossier);
  g_ptr_array_add (groups, group);
}

static void
add_contracts (GPtrArray  *groups,
               LevDossier *dossier)
{
  LevRecordList *contracts = lev_record_get_children (LEV_RECORD (dossier->supplier),
                                                      LEV_TYPE_CONTRACT);

  for (guint i = 0; i < lev_record_list_get_n (contracts); i++)
    {
      LevContract *contract = lev_record_list_peek (contracts, i);
      g_autofree char *date = lev_date_format_long (contract->end);

      if (contract->end >= lev_clock_today ())
        add (groups, LEV_CONCENTRATION_END_DATE, date, contract->end, dossier);
    }
}

/* All that people wrote in the profile of @dossier, and of its supplier. */
static char *
dup_texts (LevDossier *dossier)
{
  GString *text = g_string_new (dossier->supplier != NULL ? dossier->supplier->notes : NULL);
  LevRecordList *assessments = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ASSESSMENT);
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < lev_record_list_get_n (assessments); i++)
    {
      const char *note = LEV_ASSESSMENT (lev_record_list_peek (assessments, i))->note;

      g_string_append_printf (text, "%s\n", note != NULL ? note : "");
    }
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);
      const char *const parts[] = { risk->cause, risk->event, risk->consequence };

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        g_string_append_printf (text, "%s\n", parts[j] != NULL ? parts[j] : "");
    }

  return g_string_free (text, FALSE);
}

/* The text before the first space; %NULL when it is too long to be the beginning of a name. */
static const char *
take_first_word (const char *text,
                 char        buffer[WORD_SIZE])
{
  gsize length = strcspn (text, DELIMITERS);

  if (length == 0 || length >= WORD_SIZE)
    return NULL;
  memcpy (buffer, text, length);
  buffer[length] = '\0';

  return buffer;
}

static void
add_words (GHashTable *words,
           const char *text)
{
  char buffer[WORD_SIZE];

  for (const char *at = text; *at != '\0'; at += strcspn (at, DELIMITERS))
    {
      at += strspn (at, DELIMITERS);
      if (take_first_word (at, buffer) != NULL)
        g_hash_table_add (words, g_strdup (buffer));
    }
}

/* A supplier that is named in the profile of another delivers to it, or with it. */
static void
add_named (GPtrArray   *groups,
           GPtrArray   *dossiers,
           GPtrArray   *texts,
           LevSupplier *supplier)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->supplier == supplier ||
          strstr (g_ptr_array_index (texts, i), supplier->name) == NULL)
        continue;

      /* The one that is named belongs to the group when it is in the round itself. */
      for (guint j = 0; j < dossiers->len; j++)
        if (((LevDossier *) g_ptr_array_index (dossiers, j))->supplier == supplier)
          add (groups, LEV_CONCENTRATION_SUPPLIER, supplier->name, 0,
               g_ptr_array_index (dossiers, j));
      add (groups, LEV_CONCENTRATION_SUPPLIER, supplier->name, 0, dossier);
    }
}

/* Looks for the names of all suppliers in the profiles of the round. There may be thousands of
 * them, so only those of which the first word is there at all are searched for. */
static void
add_all_named (GPtrArray *groups,
               GPtrArray *dossiers,
               LevReview *review)
{
  LevRecordList *suppliers = lev_register_list (LEV_RECORD (review)->records, LEV_TYPE_SUPPLIER);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dossiers->len; i++)
    {
      char *text = dup_texts (g_ptr_array_index (dossiers, i));

      add_words (words, text);
      g_ptr_array_add (texts, text);
    }

  for (guint i = 0; i < lev_record_list_get_n (suppliers); i++)
    {
      LevSupplier *supplier = lev_record_list_peek (suppliers, i);
      char buffer[WORD_SIZE];
      const char *word = NULL;

      if (supplier->name != NULL && strlen (supplier->name) >= SHORTEST_NAME)
        word = take_first_word (supplier->name, buffer);
      if (word != NULL && g_hash_table_contains (words, word))
        add_named (groups, dossiers, texts, supplier);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const LevConcentration *one = a, *other = b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->dossiers->len != other->dossiers->len)
    return one->dossiers->len > other->dossiers->len ? -1 : 1;
  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;

  /* The same order in every locale: reports are compared. */
  return strcmp (one->value, other->value);
}

GPtrArray *
lev_review_list_concentrations (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  GPtrArray *groups = g_ptr_array_new_with_free_func (concentration_free);

  add_all_named (groups, dossiers, review);
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->supplier == NULL)
        continue;
      add (groups, LEV_CONCENTRATION_PARENT, dossier->supplier->parent, 0, dossier);
      add (groups, LEV_CONCENTRATION_COUNTRY, dossier->supplier->country, 0, dossier);
      add_contracts (groups, dossier);
    }

  for (guint i = groups->len; i > 0; i--)
    if (((LevConcentration *) g_ptr_array_index (groups, i - 1))->dossiers->len < 2)
      g_ptr_array_remove_index (groups, i - 1);
  g_ptr_array_sort_values (groups, compare);

  return groups;
}

char *
lev_concentration_dup_suppliers (const LevConcentration *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->dossiers->len; i++)
    {
      g_autofree char *name = lev_record_dup_title (g_ptr_array_index (self->dossiers, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_string_free (text, FALSE);
}

const char *
lev_concentration_get_kind_label (LevConcentrationKind kind)
{
  static const char *const labels[] = {
    [LEV_CONCENTRATION_SUPPLIER] = N_("Same sub-supplier"),
    [LEV_CONCENTRATION_PARENT] = N_("Same parent company"),
    [LEV_CONCENTRATION_COUNTRY] = N_("Same country"),
    [LEV_CONCENTRATION_END_DATE] = N_("Same end date"),
  };

  return _(labels[kind]);
}
