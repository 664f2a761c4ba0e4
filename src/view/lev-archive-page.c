#include "lev-archive-page.h"

#include "lev-anchor.h"
#include "lev-archive-run.h"
#include "lev-archive-verify.h"
#include "lev-archiving.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevArchivePage
{
  LevStepPage parent;

  AdwActionRow *summary_row;
  GtkWidget    *all_button;
  GtkWidget    *verify_button;
  GtkListBox   *list;

  LevArchiveCheck *check; /* of this session; NULL before */
};

G_DEFINE_FINAL_TYPE (LevArchivePage, lev_archive_page, LEV_TYPE_STEP_PAGE)

/* What is archived once its folder is chosen: one dossier, or every one that is ready. */
typedef struct
{
  LevArchivePage *page;
  LevReview      *review;
  LevDossier     *dossier; /* NULL for all of them */
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->page);
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

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  folder = lev_local_file_take (gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source),
                                                                      result, &error),
                                &error);
  if (folder != NULL)
    {
      g_autoptr (GPtrArray) dossiers = list_requested (request);

      lev_archive_run_write (GTK_WIDGET (request->page), dossiers, folder);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (GTK_WIDGET (request->page), _("The folder cannot be used"), error,
                               NULL);
}

/* Where was archived last; %NULL when that is not known or no longer there. */
static char *
dup_folder (void)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autofree char *folder = g_settings_get_string (settings, "archive-folder");

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
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
  g_autofree char *last = dup_folder ();
  g_autoptr (GFile) folder = last != NULL ? g_file_new_for_path (last) : NULL;
  Request *request = g_new0 (Request, 1);

  request->page = LEV_ARCHIVE_PAGE (g_object_ref (page));
  request->review = g_object_ref (lev_step_page_get_review (page));
  if (*id != '\0')
    request->dossier = g_object_ref (lev_register_lookup (records, id));

  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_title (dialog, _("Choose the folder of the archive"));
  gtk_file_dialog_set_accept_label (dialog, _("_Archive here"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 folder_chosen_cb, request);
}

/* What is verified, and for which page. */
typedef struct
{
  LevArchivePage  *page;
  char            *folder;
  LevArchiveCheck *check;
} Verification;

static void
verification_free (gpointer data)
{
  Verification *self = data;

  g_clear_object (&self->page);
  g_clear_pointer (&self->check, lev_archive_check_free);
  g_free (self->folder);
  g_free (self);
}

static gboolean
verify (LevJob       *job,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  Verification *self = data;

  self->check = lev_archive_verify (self->folder, lev_job_tell, job, cancellable, error);

  return self->check != NULL;
}

static void
verified_cb (GtkWidget *parent,
             gpointer   data)
{
  Verification *self = data;
  LevArchivePage *page = self->page;

  g_clear_pointer (&page->check, lev_archive_check_free);
  page->check = g_steal_pointer (&self->check);
  lev_content_page_refresh (LEV_CONTENT_PAGE (page));
  lev_application_toast (lev_application_get_default (),
                         lev_archive_check_is_right (page->check)
                           ? _("Everything that was archived is there and right")
                           : _("Something in the archive is not right"),
                         NULL, NULL);
}

static void
verify_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  Verification *self = g_new0 (Verification, 1);

  self->page = LEV_ARCHIVE_PAGE (g_object_ref (widget));
  self->folder = dup_folder ();
  lev_job_dialog_run (widget, &(LevJobWork) { .title = _("Verifying the archive"),
                                              .failure = _("The archive could not be verified"),
                                              .advice = NULL,
                                              .func = verify,
                                              .done = verified_cb,
                                              .data = self,
                                              .destroy = verification_free });
}

/* With the path of a folder. */
static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  lev_archive_run_reveal (widget, g_variant_get_string (parameter, NULL));
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

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", LEV_RECORD (dossier)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "archive.run");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* The folder of an archived dossier on this computer; %NULL when it is not there. */
static char *
dup_dossier_folder (LevArchiveRecord *record)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = folder != NULL ? g_build_filename (folder, record->path, NULL) : NULL;
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;

  return parent != NULL && g_file_test (parent, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&parent)
                                                                    : NULL;
}

static GtkWidget *
create_open_button (const char *title,
                    const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  g_autofree char *name = g_strdup_printf (_("Open the folder of %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "archive.open");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
create_finding (const LevFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean right = finding->kind == LEV_FINDING_RIGHT;
  g_autofree char *text = g_strconcat (right ? "✓ " : "⚠ ",
                                       lev_finding_kind_get_label (finding->kind), NULL);
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, right ? "success" : "late");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), finding->note != NULL ? finding->note : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);

  return row;
}

/* Whether @finding is about a file of the archive at @path. */
static gboolean
is_of (const LevFinding *finding,
       const char       *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_strcmp0 (finding->folder, folder) == 0;
}

static void
append_findings (LevArchivePage   *self,
                 AdwExpanderRow   *row,
                 LevArchiveRecord *record)
{
  for (guint i = 0; self->check != NULL && i < self->check->findings->len; i++)
    {
      const LevFinding *finding = g_ptr_array_index (self->check->findings, i);

      if (is_of (finding, record->path))
        adw_expander_row_add_row (row, create_finding (finding));
    }
}

/* An archived dossier unfolds to its files, once they were verified. */
static GtkWidget *
create_archived (LevArchivePage   *self,
                 LevDossier       *dossier,
                 LevArchiveRecord *record)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *subtitle = describe_dossier (dossier);
  g_autofree char *folder = dup_dossier_folder (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), self->check != NULL);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), create_verdict (record));
  if (folder != NULL)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), create_open_button (title, folder));
  append_findings (self, ADW_EXPANDER_ROW (row), record);

  return row;
}

static GtkWidget *
create_waiting (LevArchivePage *self,
                LevDossier     *dossier)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *subtitle = describe_dossier (dossier);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (lev_step_page_is_open (LEV_STEP_PAGE (self)) && lev_dossier_get_step (dossier) == 13)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (dossier));

  return row;
}

static void
append_dossier (LevArchivePage *self,
                LevDossier     *dossier)
{
  LevArchiveRecord *record = get_archived (dossier);
  GtkWidget *row = record != NULL ? create_archived (self, dossier, record)
                                  : create_waiting (self, dossier);

  lev_anchor_set (row, LEV_RECORD (dossier), NULL);
  gtk_list_box_append (self->list, row);
}

static void
update_summary (LevArchivePage *self,
                LevReview      *review,
                guint           n_ready)
{
  LevProgress progress = lev_review_get_dossier_progress (review, 13);
  g_autofree char *folder = dup_folder ();
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
  gtk_widget_set_visible (self->verify_button, progress.done > 0 && folder != NULL);
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
lev_archive_page_dispose (GObject *object)
{
  g_clear_pointer (&LEV_ARCHIVE_PAGE (object)->check, lev_archive_check_free);

  G_OBJECT_CLASS (lev_archive_page_parent_class)->dispose (object);
}

static void
lev_archive_page_class_init (LevArchivePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_archive_page_dispose;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_archive_page_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/archive-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, summary_row);
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, verify_button);
  gtk_widget_class_bind_template_child (widget_class, LevArchivePage, list);
  gtk_widget_class_install_action (widget_class, "archive.run", "s", archive_action);
  gtk_widget_class_install_action (widget_class, "archive.verify", NULL, verify_action);
  gtk_widget_class_install_action (widget_class, "archive.open", "s", open_action);
}

static void
lev_archive_page_init (LevArchivePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
