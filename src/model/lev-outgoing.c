#include "lev-outgoing.h"

#include "lev-field-text.h"
#include "lev-record-list.h"
#include "lev-refusal.h"
#include "lev-register.h"

void
lev_outgoing_free (LevOutgoing *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* --- People --------------------------------------------------------------------------------- */

static void
add_once (GPtrArray *people,
          LevPerson *person)
{
  if (person != NULL && !g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

GPtrArray *
lev_action_list_contacts (LevAction *action)
{
  LevDossier *dossier = action->dossier;
  LevRecordList *others = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_STAKEHOLDER);
  GPtrArray *people = g_ptr_array_new ();

  add_once (people, dossier->owner);
  add_once (people, dossier->level_manager);
  add_once (people, action->executor);
  for (guint i = 0; i < lev_record_list_get_n (others); i++)
    {
      LevPerson *person = ((LevStakeholder *) lev_record_list_peek (others, i))->person;

      if (person != dossier->manager)
        add_once (people, person);
    }

  return people;
}

/* A name may hold a comma itself: the longest run of words that is somebody's counts. */
GPtrArray *
lev_people_from_names (LevRegister *records,
                       const char  *names)
{
  GPtrArray *people = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", ",", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    for (guint end = n; end > i; end--)
      {
        char *after = g_steal_pointer (&parts[end]);
        g_autofree char *name = g_strjoinv (",", parts + i);
        LevPerson *person = lev_find_record (records, LEV_TYPE_PERSON, g_strstrip (name));

        parts[end] = after;
        if (person == NULL)
          continue;
        add_once (people, person);
        i = end - 1;
        break;
      }

  return people;
}

GPtrArray *
lev_action_list_recipients (LevAction *action)
{
  LevStatusUpdate *last = lev_action_get_update (action);
  g_autoptr (GPtrArray) contacts = lev_action_list_contacts (action);
  GPtrArray *people = lev_people_from_names (LEV_RECORD (action)->records,
                                             last != NULL ? last->recipients : NULL);

  for (guint i = people->len; i > 0; i--)
    if (!g_ptr_array_find (contacts, g_ptr_array_index (people, i - 1), NULL))
      g_ptr_array_remove_index (people, i - 1);
  if (people->len > 0)
    return people;

  g_ptr_array_unref (people);

  return g_steal_pointer (&contacts);
}

char *
lev_people_to_names (GPtrArray *people)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      LevPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                              person->name != NULL ? person->name : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* --- What is to be told --------------------------------------------------------------------- */

/* What the gathering goes by; it is looked up once, as many entries have the same. */
typedef struct
{
  LevReview     *review;
  LevMessageKind kind;
  GPtrArray     *all;    /* LevOutgoing */
  GHashTable    *told;   /* of an update or decision: a GPtrArray of who were told it */
  GHashTable    *people; /* of the names of recipients: a GPtrArray of who they are */
} Gathering;

static void
note_told (Gathering *self,
           gpointer   entry,
           LevPerson *recipient)
{
  GPtrArray *people = g_hash_table_lookup (self->told, entry);

  if (entry == NULL)
    return;
  if (people == NULL)
    {
      people = g_ptr_array_new ();
      g_hash_table_insert (self->told, entry, people);
    }
  g_ptr_array_add (people, recipient);
}

static void
gathering_init (Gathering     *self,
                LevReview     *review,
                LevMessageKind kind)
{
  LevRecordList *messages = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_MESSAGE);

  self->review = review;
  self->kind = kind;
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_outgoing_free);
  self->told = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < lev_record_list_get_n (messages); i++)
    {
      LevMessage *message = lev_record_list_peek (messages, i);
      LevRecordList *items = lev_record_get_children (LEV_RECORD (message), LEV_TYPE_MESSAGE_ITEM);

      for (guint j = 0; message->kind == (int) kind && j < lev_record_list_get_n (items); j++)
        {
          LevMessageItem *item = lev_record_list_peek (items, j);

          note_told (self, item->update, message->recipient);
          note_told (self, item->decision, message->recipient);
        }
    }
}

static void
gathering_clear (Gathering *self)
{
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->people);
}

static gboolean
was_told (Gathering *self,
          LevPerson *recipient,
          gpointer   entry)
{
  GPtrArray *people = g_hash_table_lookup (self->told, entry);

  return people != NULL && g_ptr_array_find (people, recipient, NULL);
}

/* Borrowed: who @names are. */
static GPtrArray *
find_people (Gathering  *self,
             const char *names)
{
  GPtrArray *people = g_hash_table_lookup (self->people, names);

  if (people == NULL)
    {
      people = lev_people_from_names (LEV_RECORD (self->review)->records, names);
      g_hash_table_insert (self->people, (gpointer) names, people);
    }

  return people;
}

static LevOutgoing *
ensure_outgoing (Gathering *self,
                 LevPerson *recipient)
{
  LevOutgoing *outgoing;

  for (guint i = 0; i < self->all->len; i++)
    {
      outgoing = g_ptr_array_index (self->all, i);
      if (outgoing->recipient == recipient)
        return outgoing;
    }

  outgoing = g_new0 (LevOutgoing, 1);
  outgoing->review = self->review;
  outgoing->recipient = recipient;
  outgoing->kind = self->kind;
  outgoing->entries = g_ptr_array_new ();
  g_ptr_array_add (self->all, outgoing);

  return outgoing;
}

/* The names to which @entry is to be told; %NULL when it is not of this kind. */
static const char *
get_names (gpointer       entry,
           LevMessageKind kind)
{
  if (kind == LEV_MESSAGE_KIND_STATUS)
    return LEV_IS_STATUS_UPDATE (entry) ? LEV_STATUS_UPDATE (entry)->recipients : NULL;

  return LEV_IS_DECISION (entry) && LEV_DECISION (entry)->step == 12
           ? LEV_DECISION (entry)->recipients
           : NULL;
}

static void
add_action (Gathering *self,
            LevAction *action)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);

  for (guint i = 0; i < journal->len; i++)
    {
      gpointer entry = g_ptr_array_index (journal, i);
      const char *names = get_names (entry, self->kind);
      GPtrArray *people = names != NULL ? find_people (self, names) : NULL;

      for (guint j = 0; people != NULL && j < people->len; j++)
        {
          LevPerson *person = g_ptr_array_index (people, j);

          if (!was_told (self, person, entry))
            g_ptr_array_add (ensure_outgoing (self, person)->entries, entry);
        }
    }
}

/* Whether something in it was to be told by mail. */
static gboolean
asks_for_mail (LevOutgoing *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      gpointer entry = g_ptr_array_index (self->entries, i);

      if (LEV_IS_DECISION (entry) || LEV_STATUS_UPDATE (entry)->channel == LEV_CHANNEL_MAIL ||
          LEV_STATUS_UPDATE (entry)->channel == LEV_CHANNEL_NONE)
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
lev_outgoing_list (LevReview     *review,
                   LevMessageKind kind,
                   LevPerson     *sender)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  Gathering self;

  gathering_init (&self, review, kind);
  for (guint i = 0; review->closed == 0 && i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

      if (!lev_person_does_for (sender, dossier->manager))
        continue;
      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        add_action (&self, lev_record_list_peek (actions, j));
    }
  gathering_clear (&self);

  for (guint i = self.all->len; i > 0; i--)
    if (!asks_for_mail (g_ptr_array_index (self.all, i - 1)))
      g_ptr_array_remove_index (self.all, i - 1);

  return self.all;
}

gboolean
lev_outgoing_tells (const LevOutgoing *self,
                    gpointer           entry)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      gpointer other = g_ptr_array_index (self->entries, i);

      if (LEV_IS_STATUS_UPDATE (other) && (gpointer) LEV_STATUS_UPDATE (other)->corrects == entry)
        return FALSE;
    }

  return TRUE;
}

LevDate
lev_outgoing_get_since (const LevOutgoing *self)
{
  LevDate since = G_MAXUINT32;

  for (guint i = 0; i < self->entries->len; i++)
    {
      gpointer entry = g_ptr_array_index (self->entries, i);

      since = MIN (since, LEV_IS_DECISION (entry) ? LEV_DECISION (entry)->date
                                                  : LEV_STATUS_UPDATE (entry)->date);
    }

  return since;
}

LevMessage *
lev_outgoing_get_last (const LevOutgoing *self)
{
  LevRecordList *messages = lev_record_get_children (LEV_RECORD (self->review), LEV_TYPE_MESSAGE);
  LevMessage *last = NULL;

  for (guint i = 0; i < lev_record_list_get_n (messages); i++)
    {
      LevMessage *message = lev_record_list_peek (messages, i);

      if (message->kind == (int) self->kind && message->recipient == self->recipient &&
          (last == NULL || message->moment >= last->moment))
        last = message;
    }

  return last;
}

LevMessage *
lev_outgoing_note_sent (const LevOutgoing *self,
                        LevPerson         *sender,
                        const char        *subject,
                        const char        *text,
                        GError           **error)
{
  LevRegister *records = LEV_RECORD (self->review)->records;
  LevMessage *message;

  if (!lev_check_open (self->review, error))
    return NULL;

  message = lev_register_add (records, LEV_TYPE_MESSAGE, "review", self->review, "kind", self->kind,
                              "recipient", self->recipient, "sender", sender, "moment",
                              lev_clock_now (), "subject", subject, "text", text, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      gpointer entry = g_ptr_array_index (self->entries, i);

      lev_register_add (records, LEV_TYPE_MESSAGE_ITEM, "message", message,
                        LEV_IS_DECISION (entry) ? "decision" : "update", entry, NULL);
    }

  return message;
}
