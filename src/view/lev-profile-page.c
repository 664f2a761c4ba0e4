#include "lev-profile-page.h"

#include "lev-dossier-split.h"
#include "lev-profile-guard.h"
#include "lev-profile-view.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevProfilePage
{
  LevStepPage parent;

  LevDossierSplit *split;
  LevProfileView  *view;
};

G_DEFINE_FINAL_TYPE (LevProfilePage, lev_profile_page, LEV_TYPE_STEP_PAGE)

/* Whether anything was looked at in this round. */
static gboolean
is_begun (LevDossier *dossier)
{
  LevRecordList *scores = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ASSESSMENT);
  LevRecordList *answers = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_KEY_ANSWER);

  for (guint i = 0; i < lev_record_list_get_n (scores); i++)
    if (((LevAssessment *) lev_record_list_peek (scores, i))->confirmed)
      return TRUE;
  for (guint i = 0; i < lev_record_list_get_n (answers); i++)
    if (((LevKeyAnswer *) lev_record_list_peek (answers, i))->answer != LEV_ANSWER_NONE)
      return TRUE;

  return FALSE;
}

/* How much the profile still lacks. */
static char *
describe_dossier (LevDossier      *dossier,
                  LevDossierState *state)
{
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);
  guint n_missing;
  guint n_risks = 0;

  lev_profile_check (dossier, missing);
  n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  for (guint i = 0; i < n_missing; i++)
    {
      g_autoptr (LevMissing) item = g_list_model_get_item (G_LIST_MODEL (missing), i);

      n_risks += LEV_IS_RISK (lev_missing_get_subject (item));
    }

  *state = n_missing == 0         ? LEV_DOSSIER_STATE_DONE
           : !is_begun (dossier)  ? LEV_DOSSIER_STATE_OPEN
           : n_risks == n_missing ? LEV_DOSSIER_STATE_WARNING
                                  : LEV_DOSSIER_STATE_BUSY;
  switch (*state)
    {
    case LEV_DOSSIER_STATE_DONE:
      return g_strdup (_("done"));
    case LEV_DOSSIER_STATE_OPEN:
      return g_strdup (_("not begun yet"));
    case LEV_DOSSIER_STATE_WARNING:
      return g_strdup (_("risk without action"));
    default:
      return g_strdup_printf (ngettext ("%u to do", "%u to do", n_missing), n_missing);
    }
}

/* On a phone a profile has the page to itself, and its sections follow each other by name. */
static void
update_detail (LevProfilePage *self)
{
  LevStepPage *page = LEV_STEP_PAGE (self);
  LevDossier *dossier;
  g_autofree char *title = NULL;
  g_autofree char *version = NULL;
  LevStepDetail detail;
  gboolean narrow, has_page;

  if (self->split == NULL || self->view == NULL)
    return;

  /* What the view shows in a wide window has to be gone before the list of sections comes in. */
  g_object_get (self->view, "narrow", &narrow, NULL);
  dossier = lev_dossier_split_get_selected (self->split);
  has_page = dossier != NULL && narrow && lev_step_page_is_small (page) &&
             lev_dossier_split_shows_only_content (self->split);
  lev_profile_view_set_titled (self->view, !has_page);
  if (!has_page)
    {
      lev_step_page_set_detail (page, NULL);
      return;
    }

  title = lev_record_dup_title (LEV_RECORD (dossier));
  version = lev_profile_view_dup_version (self->view);
  detail = (LevStepDetail) {
    .title = title,
    .subtitle = version,
    .previous = lev_profile_view_get_section_title (self->view, -1),
    .next = lev_profile_view_get_section_title (self->view, 1),
    .action = "profile-page.go",
  };
  lev_step_page_set_detail (page, &detail);
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  lev_profile_view_go (LEV_PROFILE_PAGE (widget)->view, g_variant_get_int32 (parameter));
}

static void
dossier_selected_cb (LevProfilePage *self)
{
  lev_profile_view_show (self->view, lev_dossier_split_get_selected (self->split));
  update_detail (self);
}

static void
lev_profile_page_update (LevStepPage *page)
{
  LevProfilePage *self = LEV_PROFILE_PAGE (page);

  lev_dossier_split_update (self->split, lev_step_page_get_review (page), describe_dossier);
  lev_profile_view_show (self->view, lev_dossier_split_get_selected (self->split));
  update_detail (self);
}

/* Shows the supplier that @record belongs to first. */
static void
lev_profile_page_reveal (LevContentPage *page,
                         LevRecord      *record,
                         const char     *field)
{
  lev_dossier_split_reveal (LEV_PROFILE_PAGE (page)->split, record);

  LEV_CONTENT_PAGE_CLASS (lev_profile_page_parent_class)->reveal (page, record, field);
}

static void
lev_profile_page_class_init (LevProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_CONTENT_PAGE_CLASS (klass)->reveal = lev_profile_page_reveal;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_profile_page_update;

  g_type_ensure (LEV_TYPE_DOSSIER_SPLIT);
  g_type_ensure (LEV_TYPE_PROFILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProfilePage, split);
  gtk_widget_class_bind_template_child (widget_class, LevProfilePage, view);
  gtk_widget_class_bind_template_callback (widget_class, dossier_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_detail);
  gtk_widget_class_install_action (widget_class, "profile-page.go", "i", go_action);
}

static void
lev_profile_page_init (LevProfilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_step_page_fill (LEV_STEP_PAGE (self));
  g_signal_connect (self, "notify::small", G_CALLBACK (update_detail), NULL);
}
