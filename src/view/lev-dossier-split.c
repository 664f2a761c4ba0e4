#include "lev-dossier-split.h"

#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevDossierSplit
{
  GtkWidget parent;

  GtkWidget              *box;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *content_page;
  AdwBin                 *content_bin;
  GtkListBox             *list;

  GPtrArray  *dossiers; /* one per row, borrowed */
  LevDossier *selected;
};

G_DEFINE_FINAL_TYPE (LevDossierSplit, lev_dossier_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint selected_signal;

static void
set_selected (LevDossierSplit *self,
              LevDossier      *dossier)
{
  g_autofree char *title = NULL;

  if (self->selected == dossier)
    return;

  self->selected = dossier;
  title = lev_record_dup_title (LEV_RECORD (dossier));
  adw_navigation_page_set_title (self->content_page, title);
  g_signal_emit (self, selected_signal, 0);
}

static void
row_selected_cb (LevDossierSplit *self,
                 GtkListBoxRow   *row)
{
  if (row != NULL)
    set_selected (self, g_ptr_array_index (self->dossiers, gtk_list_box_row_get_index (row)));
}

static void
row_activated_cb (LevDossierSplit *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static GtkWidget *
create_row (LevDossier *dossier)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "icon", icon);

  return row;
}

static void
update_row (GtkListBoxRow     *row,
            LevDossier        *dossier,
            LevDossierDescribe describe)
{
  gboolean is_done = FALSE;
  g_autofree char *subtitle = describe (dossier, &is_done);
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                is_done ? "object-select-symbolic" : "document-edit-symbolic");
  gtk_widget_remove_css_class (icon, is_done ? "accent" : "success");
  gtk_widget_add_css_class (icon, is_done ? "success" : "accent");
}

static gboolean
has_rows_of (LevDossierSplit *self,
             GPtrArray       *dossiers)
{
  if (self->dossiers == NULL || self->dossiers->len != dossiers->len)
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    if (g_ptr_array_index (self->dossiers, i) != g_ptr_array_index (dossiers, i))
      return FALSE;

  return TRUE;
}

static void
rebuild (LevDossierSplit *self,
         GPtrArray       *dossiers)
{
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  self->dossiers = g_ptr_array_ref (dossiers);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < dossiers->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (dossiers, i)));
}

static void
lev_dossier_split_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LevDossierSplit *self = LEV_DOSSIER_SPLIT (object);

  if (prop_id == PROP_CONTENT)
    adw_bin_set_child (self->content_bin, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_dossier_split_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_DOSSIER_SPLIT);

  G_OBJECT_CLASS (lev_dossier_split_parent_class)->dispose (object);
}

static void
lev_dossier_split_finalize (GObject *object)
{
  g_clear_pointer (&LEV_DOSSIER_SPLIT (object)->dossiers, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_dossier_split_parent_class)->finalize (object);
}

static void
lev_dossier_split_class_init (LevDossierSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_dossier_split_set_property;
  object_class->dispose = lev_dossier_split_dispose;
  object_class->finalize = lev_dossier_split_finalize;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another dossier is shown. */
  selected_signal = g_signal_new ("dossier-selected", LEV_TYPE_DOSSIER_SPLIT, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/dossier-split.ui");
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, box);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, split_view);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, content_page);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, content_bin);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
lev_dossier_split_init (LevDossierSplit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_dossier_split_update (LevDossierSplit   *self,
                          LevReview         *review,
                          LevDossierDescribe describe)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevDossier *selected = self->selected;

  g_return_if_fail (LEV_IS_DOSSIER_SPLIT (self));

  if (!has_rows_of (self, dossiers))
    {
      self->selected = NULL;
      rebuild (self, dossiers);
      if (selected == NULL || !g_ptr_array_find (dossiers, selected, NULL))
        selected = dossiers->len > 0 ? g_ptr_array_index (dossiers, 0) : NULL;
      lev_dossier_split_select (self, selected);
    }

  for (guint i = 0; i < dossiers->len; i++)
    update_row (gtk_list_box_get_row_at_index (self->list, (int) i),
                g_ptr_array_index (dossiers, i), describe);
  gtk_widget_set_visible (self->box, dossiers->len > 0);
}

LevDossier *
lev_dossier_split_get_selected (LevDossierSplit *self)
{
  g_return_val_if_fail (LEV_IS_DOSSIER_SPLIT (self), NULL);

  return self->selected;
}

void
lev_dossier_split_select (LevDossierSplit *self,
                          LevDossier      *dossier)
{
  guint position;

  g_return_if_fail (LEV_IS_DOSSIER_SPLIT (self));

  if (dossier != NULL && g_ptr_array_find (self->dossiers, dossier, &position))
    gtk_list_box_select_row (self->list,
                             gtk_list_box_get_row_at_index (self->list, (int) position));
}
