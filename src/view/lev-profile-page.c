#include "lev-profile-page.h"

#include "lev-dossier-split.h"
#include "lev-profile-guard.h"
#include "lev-profile-view.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevProfilePage
{
  LevStepPage parent;

  LevDossierSplit *split;
  LevProfileView  *view;
};

G_DEFINE_FINAL_TYPE (LevProfilePage, lev_profile_page, LEV_TYPE_STEP_PAGE)

/* How much the profile still lacks, and its contract manager. */
static char *
describe_dossier (LevDossier *dossier,
                  gboolean   *is_done)
{
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);
  g_autofree char *manager = lev_record_dup_title (LEV_RECORD (dossier->manager));
  g_autofree char *todo = NULL;
  guint n_missing;

  lev_profile_check (dossier, missing);
  n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  *is_done = n_missing == 0;
  todo = *is_done ? g_strdup (_("done"))
                  : g_strdup_printf (ngettext ("%u to do", "%u to do", n_missing), n_missing);

  return g_strdup_printf ("%s · %s", todo, manager);
}

static void
dossier_selected_cb (LevProfilePage *self)
{
  lev_profile_view_show (self->view, lev_dossier_split_get_selected (self->split));
}

static void
lev_profile_page_update (LevStepPage *page)
{
  LevProfilePage *self = LEV_PROFILE_PAGE (page);

  lev_dossier_split_update (self->split, lev_step_page_get_review (page), describe_dossier);
  lev_profile_view_show (self->view, lev_dossier_split_get_selected (self->split));
}

static void
lev_profile_page_class_init (LevProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_STEP_PAGE_CLASS (klass)->update = lev_profile_page_update;

  g_type_ensure (LEV_TYPE_DOSSIER_SPLIT);
  g_type_ensure (LEV_TYPE_PROFILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProfilePage, split);
  gtk_widget_class_bind_template_child (widget_class, LevProfilePage, view);
  gtk_widget_class_bind_template_callback (widget_class, dossier_selected_cb);
}

static void
lev_profile_page_init (LevProfilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
