#include "lev-handbook-keeping.h"

#include "lev-application.h"
#include "lev-job-dialog.h"
#include "lev-store-note.h"

#include <glib/gi18n.h>

#define DRAFT   "lev-handbook-draft"
#define KEEPING "lev-handbook-keeping"
#define NOTE    "handbook-draft"
#define PAUSE   (500) /* milliseconds in which changes are gathered */

/* How a draft is kept: the identifier of the version that it began with, and below it the text as it
 * is now. */
typedef struct
{
  LevHandbookDraft *draft; /* owns this */
  LevStore         *store; /* weak */
  char             *version;
  guint             pause;
  gboolean          has_failed; /* which was said */
} Keeping;

static GList *waiting; /* Keeping: something was changed that is not written yet */

static void
stop_waiting (Keeping *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  waiting = g_list_remove (waiting, self);
}

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  stop_waiting (self);
  g_clear_weak_pointer (&self->store);
  g_free (self->version);
  g_free (self);
}

static void
show_error (const GError *error)
{
  LevApplication *application = lev_application_get_default ();

  lev_job_dialog_show_error (lev_application_ensure_window (application),
                             _("The changes in the handbook are not saved"), error,
                             _("They are gone when the program ends. They are saved together with "
                               "the next change, as soon as that can be done."));
}

static void
write_draft (Keeping *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  stop_waiting (self);
  /* In what is open for reading nothing can be kept, which the banner says. */
  if (self->store == NULL || lev_store_get_notice (self->store) != NULL)
    return;

  if (lev_handbook_draft_has_changes (self->draft))
    {
      g_autofree char *text = lev_handbook_draft_dup_text (self->draft);

      note = g_strdup_printf ("%s\n%s", self->version, text);
    }
  if (lev_store_set_note (self->store, NOTE, note, &error))
    self->has_failed = FALSE;
  else if (!self->has_failed)
    {
      self->has_failed = TRUE;
      show_error (error);
    }
}

static gboolean
paused_cb (gpointer data)
{
  Keeping *self = data;

  self->pause = 0;
  write_draft (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (Keeping *self)
{
  if (self->pause != 0)
    return;

  self->pause = g_timeout_add (PAUSE, paused_cb, self);
  waiting = g_list_prepend (waiting, self);
}

static void
keep (LevHandbookDraft *draft,
      LevStore         *store,
      const char       *version)
{
  Keeping *self = g_new0 (Keeping, 1);

  self->draft = draft;
  g_set_weak_pointer (&self->store, store);
  self->version = g_strdup (version);
  g_object_set_data_full (G_OBJECT (draft), KEEPING, self, keeping_free);
  g_signal_connect_swapped (draft, "changed", G_CALLBACK (changed_cb), self);
}

static const char *
get_content (LevHandbook *handbook)
{
  return handbook->content != NULL ? handbook->content : "";
}

/* What was left when the program ended; %NULL for nothing, and when it became @handbook meanwhile. */
static LevHandbookDraft *
take_up (LevStore    *store,
         LevHandbook *handbook)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = lev_store_dup_note (store, NOTE, &error);
  const char *text = note != NULL ? strchr (note, '\n') : NULL;
  g_autofree char *version = text != NULL ? g_strndup (note, (gsize) (text - note)) : NULL;
  g_autoptr (LevHandbookDraft) newest = NULL;
  LevHandbookDraft *draft;
  LevRecord *begun;

  if (error != NULL)
    show_error (error);
  if (version == NULL)
    return NULL;

  newest = lev_handbook_draft_new_changed (get_content (handbook), text + 1);
  if (!lev_handbook_draft_has_changes (newest))
    return NULL;

  begun = lev_register_lookup (lev_store_get_records (store), version);
  if (!LEV_IS_HANDBOOK (begun))
    begun = LEV_RECORD (handbook);
  draft = lev_handbook_draft_new_changed (get_content (LEV_HANDBOOK (begun)), text + 1);
  keep (draft, store, begun->id);

  return draft;
}

LevHandbookDraft *
lev_handbook_keeping_get (LevStore    *store,
                          LevHandbook *handbook)
{
  GObject *records = G_OBJECT (lev_store_get_records (store));
  LevHandbookDraft *draft = g_object_get_data (records, DRAFT);

  /* The one of before may be about to go. */
  lev_handbook_keeping_flush ();
  if (draft != NULL && lev_handbook_draft_has_changes (draft))
    return g_object_ref (draft);

  draft = draft == NULL ? take_up (store, handbook) : NULL;
  if (draft == NULL)
    {
      draft = lev_handbook_draft_new (get_content (handbook));
      keep (draft, store, LEV_RECORD (handbook)->id);
    }
  g_object_set_data_full (records, DRAFT, g_object_ref (draft), g_object_unref);

  return draft;
}

void
lev_handbook_keeping_flush (void)
{
  while (waiting != NULL)
    write_draft (waiting->data);
}
