#include "lev-dossier-row.h"

#include <glib/gi18n.h>

struct _LevDossierRow
{
  GtkListBoxRow parent;

  LevDossier     *dossier; /* borrowed */
  LevDossierState state;
  char           *text;
  gboolean        narrow;

  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (LevDossierRow, lev_dossier_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *label;
} states[LEV_N_DOSSIER_STATES] = {
  [LEV_DOSSIER_STATE_BUSY] = { "document-edit-symbolic", "accent", N_("under way") },
  [LEV_DOSSIER_STATE_WARNING] = { "dialog-warning-symbolic", "warning", N_("needs attention") },
  [LEV_DOSSIER_STATE_PARTLY] = { "view-more-horizontal-symbolic", "dimmed", N_("partly done") },
  [LEV_DOSSIER_STATE_OPEN] = { "radio-symbolic", "dimmed", N_("not begun") },
  [LEV_DOSSIER_STATE_DONE] = { "object-select-symbolic", "success", N_("done") },
};

/* What is partly done and in hand is being worked on. */
static void
update_icon (LevDossierRow *self)
{
  LevDossierState shown = self->state;

  if (shown == LEV_DOSSIER_STATE_PARTLY && gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (self)) &&
      !self->narrow)
    shown = LEV_DOSSIER_STATE_BUSY;

  gtk_image_set_from_icon_name (self->icon, states[shown].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon),
                              (const char *[]) { states[shown].css_class, NULL });
}

static void
update_texts (LevDossierRow *self)
{
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *manager = lev_person_dup_short_name (self->dossier->manager);
  g_autofree char *both = g_strdup_printf ("%s · %s", manager, self->text);
  g_autofree char *description = g_strjoin (", ", title, manager, self->text,
                                            _(states[self->state].label), NULL);

  if (self->narrow)
    gtk_label_set_label (self->subtitle,
                         self->state == LEV_DOSSIER_STATE_DONE ? manager : self->text);
  else
    gtk_label_set_label (self->subtitle, both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
lev_dossier_row_state_flags_changed (GtkWidget    *widget,
                                     GtkStateFlags previous)
{
  update_icon (LEV_DOSSIER_ROW (widget));

  GTK_WIDGET_CLASS (lev_dossier_row_parent_class)->state_flags_changed (widget, previous);
}

static void
lev_dossier_row_finalize (GObject *object)
{
  g_free (LEV_DOSSIER_ROW (object)->text);

  G_OBJECT_CLASS (lev_dossier_row_parent_class)->finalize (object);
}

static void
lev_dossier_row_class_init (LevDossierRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_dossier_row_finalize;
  widget_class->state_flags_changed = lev_dossier_row_state_flags_changed;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/dossier-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevDossierRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LevDossierRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevDossierRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LevDossierRow, arrow);
}

static void
lev_dossier_row_init (LevDossierRow *self)
{
  self->text = g_strdup ("");
  self->state = LEV_DOSSIER_STATE_OPEN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_dossier_row_new (LevDossier *dossier)
{
  LevDossierRow *self = g_object_new (LEV_TYPE_DOSSIER_ROW, NULL);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  self->dossier = dossier;
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);

  return GTK_WIDGET (self);
}

void
lev_dossier_row_update (LevDossierRow  *self,
                        LevDossierState state,
                        const char     *text)
{
  g_return_if_fail (LEV_IS_DOSSIER_ROW (self));

  self->state = state;
  g_set_str (&self->text, text);
  update_icon (self);
  update_texts (self);
}

void
lev_dossier_row_set_narrow (LevDossierRow *self,
                            gboolean       narrow)
{
  g_return_if_fail (LEV_IS_DOSSIER_ROW (self));

  self->narrow = narrow;
  gtk_widget_set_visible (self->arrow, narrow);
  update_icon (self);
  update_texts (self);
}

LevDossier *
lev_dossier_row_get_dossier (LevDossierRow *self)
{
  return self->dossier;
}

LevDossierState
lev_dossier_row_get_state (LevDossierRow *self)
{
  return self->state;
}
