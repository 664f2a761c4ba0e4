#include "lev-archive-page.h"

#include "lev-anchor.h"
#include "lev-archiving.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevArchivePage
{
  LevStepPage parent;

  AdwActionRow *summary_row;
  GtkWidget    *all_button;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (LevArchivePage, lev_archive_page, LEV_TYPE_STEP_PAGE)

/* What is archived once its folder is chosen: one dossier, or every one that is ready. */
typedef struct
{
  LevReview  *review;
  LevDossier *dossier; /* NULL for all of them */
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->review);
  g_clear_object (&request->dossier);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static GPtrArray *
list_requested (Request *request)
{
  GPtrArray *dossiers;

  if (request->dossier == NULL)
    return lev_archiving_list_ready (request->review);

  dossiers = g_ptr_array_new ();
  g_ptr_array_add (dossiers, request->dossier);

  return dossiers;
}

/* Each dossier is an edit of its own: what is written stays recorded when a later one fails. */
static void
archive_into (Request    *request,
              const char *folder)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GPtrArray) dossiers = list_requested (request);
  g_autofree char *message = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autoptr (GError) error = NULL;

      lev_application_begin (application, _("Archive a dossier"));
      if (!lev_archiving_run (g_ptr_array_index (dossiers, i), folder, NULL, &error))
        {
          lev_application_refuse (application, error);
          return;
        }
      if (!lev_application_commit (application))
        return;
    }

  message = g_strdup_printf (ngettext ("%u dossier is archived", "%u dossiers are archived",
                                       dossiers->len),
                             dossiers->len);
  lev_application_toast (application, message, NULL, NULL);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    archive_into (request, g_file_peek_path (folder));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_application_toast (lev_application_get_default (),
                           _("This folder cannot be used: it is not on this computer"), NULL, NULL);
}

/* With the identifier of a dossier, or an empty text for all that are ready. */
static void
archive_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LevStepPage *page = LEV_STEP_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  LevRegister *records = lev_content_page_get_records (LEV_CONTENT_PAGE (page));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Request *request = g_new0 (Request, 1);

  request->review = g_object_ref (lev_step_page_get_review (page));
  if (*id != '\0')
    request->dossier = g_object_ref (lev_register_lookup (records, id));

  gtk_file_dialog_set_title (dialog, _("Choose the folder of the archive"));
  gtk_file_dialog_set_accept_label (dialog, _("_Archive here"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 folder_chosen_cb, request);
}

static LevArchiveRecord *
get_archived (LevDossier *dossier)
{
  LevRecordList *records = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ARCHIVE_RECORD);
  guint n_records = lev_record_list_get_n (records);

  return n_records > 0 ? lev_record_list_peek (records, n_records - 1) : NULL;
}

/* Where it was written and when, or what it waits for. */
static char *
describe_dossier (LevDossier *dossier)
{
  LevArchiveRecord *record = get_archived (dossier);
  guint step = lev_dossier_get_step (dossier);
  g_autofree char *moment = NULL;

  if (record != NULL)
    {
      moment = lev_moment_format (record->moment);
      return g_strdup_printf (_("Archived on %s\n%s"), moment, record->path);
    }
  if (step == 13)
    return g_strdup (_("Ready to be archived"));

  return g_strdup_printf (_("Waits at step %u, %s"), step, _(lev_step_get (step)->name));
}

static GtkWidget *
create_verdict (LevArchiveRecord *record)
{
  gboolean right = record->verdict == LEV_VERDICT_RIGHT;
  const char *label = lev_choice_get_label (lev_verdict_choices, record->verdict);
  g_autofree char *text = g_strconcat (right ? "✓ " : "⚠ ", label, NULL);
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, right ? "success" : "late");

  return chip;
}

static GtkWidget *
create_button (LevDossier *dossier)
{
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *name = g_strdup_printf (_("Archive %s…"), title);
  GtkWidget *button = gtk_button_new_with_label (_("Archive…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", LEV_RECORD (dossier)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "archive.run");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
append_dossier (LevArchivePage *self,
                LevDossier     *dossier)
{
  LevArchiveRecord *record = get_archived (dossier);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *subtitle = describe_dossier (dossier);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), record != NULL);
  if (record != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_verdict (record));
  else if (lev_step_page_is_open (LEV_STEP_PAGE (self)) && lev_dossier_get_step (dossier) == 13)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (dossier));
  lev_anchor_set (row, LEV_RECORD (dossier), NULL);
  gtk_list_box_append (self->list, row);
}

static void
update_summary (LevArchivePage *self,
                LevReview      *review,
                guint           n_ready)
{
  LevProgress progress = lev_review_get_dossier_progress (review, 13);
  g_autofree char *title = g_strdup_printf (ngettext ("%u of %u dossier is in the archive",
                                                      "%u of %u dossiers are in the archive",
                                                      progress.total),
                                            progress.done, progress.total);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u dossier is ready to be archived",
                                                         "%u dossiers are ready to be archived",
                                                         n_ready),
                                               n_ready);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary_row), title);
  adw_action_row_set_subtitle (self->summary_row,
                               review->closed == 0 ? subtitle : _("The round is closed."));
  gtk_widget_set_visible (self->all_button, review->closed == 0 && n_ready > 1);
}

static void
lev_archive_page_update (LevStepPage *page)
{
  LevArchivePage *self = LEV_ARCHIVE_PAGE (page);
  LevReview *review = lev_step_page_get_review (page);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  g_autoptr (GPtrArray) ready = lev_archiving_list_ready (review);

  update_summary (self, review, ready->len);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < dossiers->len; i++)
    append_dossier (self, g_ptr_array_index (dossiers, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), dossiers->len > 0);
}

static void
lev_archive_page_class_init (LevArchivePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_STEP_PAGE_CLASS (klass)->update = lev_archive_page_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/archive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, summary_row);
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, list);
  gtk_widget_class_install_action (widget_class, "archive.run", "s", archive_action);
}

static void
lev_archive_page_init (LevArchivePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
