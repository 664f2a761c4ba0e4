#include "lev-risks-section.h"

#include "lev-carry-over.h"
#include "lev-heat-map.h"
#include "lev-process.h"
#include "lev-risk-row.h"
#include "lev-score-chip.h"

#include <glib/gi18n.h>

struct _LevRisksSection
{
  LevPartsSection parent;

  GtkWidget  *gone_box;
  GtkListBox *gone_list;
  LevHeatMap *heat_map;
};

G_DEFINE_FINAL_TYPE (LevRisksSection, lev_risks_section, LEV_TYPE_PARTS_SECTION)

static GtkWidget *
create_row (gpointer part)
{
  return lev_risk_row_new (part);
}

static void
show_row (LevFoldRow *row,
          gboolean    editable)
{
  lev_risk_row_show (LEV_RISK_ROW (row), editable);
}

static gpointer
add (LevDossier *dossier,
     GError    **error)
{
  return lev_process_add_risk (dossier, error);
}

static gboolean
is_shown (LevPartsSection *section,
          gpointer         part)
{
  return lev_heat_map_shows (LEV_RISKS_SECTION (section)->heat_map, part);
}

static void
opened (LevPartsSection *section,
        gpointer         part)
{
  lev_heat_map_set_selected (LEV_RISKS_SECTION (section)->heat_map, part);
}

static void
filtered_cb (LevRisksSection *self)
{
  if (lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self)) != NULL)
    lev_parts_section_filter (LEV_PARTS_SECTION (self));
}

/* A risk of the previous round that was not taken over, or was removed. */
static GtkWidget *
create_gone_row (LevRisk *risk)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chip = gtk_label_new (NULL);
  GtkWidget *trend = gtk_label_new (_("no longer there"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), risk->event != NULL ? risk->event : "");
  gtk_widget_set_focusable (row, FALSE);
  lev_level_chip_update (GTK_LABEL (chip), lev_dossier_get_content (risk->dossier),
                         risk->likelihood, risk->impact);
  gtk_widget_add_css_class (trend, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (trend, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), trend);

  return row;
}

static void
update_gone (LevRisksSection *self,
             LevDossier      *dossier)
{
  g_autoptr (GPtrArray) gone = lev_dossier_list_gone_risks (dossier);

  gtk_list_box_remove_all (self->gone_list);
  for (guint i = 0; i < gone->len; i++)
    gtk_list_box_append (self->gone_list, create_gone_row (g_ptr_array_index (gone, i)));
  gtk_widget_set_visible (self->gone_box, gone->len > 0);
}

static void
lev_risks_section_update (LevProfileSection *section)
{
  LevRisksSection *self = LEV_RISKS_SECTION (section);
  LevDossier *dossier = lev_profile_section_get_dossier (section);

  lev_heat_map_take_data (self->heat_map, lev_heat_map_data_new_dossier (dossier));
  LEV_PROFILE_SECTION_CLASS (lev_risks_section_parent_class)->update (section);
  update_gone (self, dossier);
}

static void
lev_risks_section_class_init (LevRisksSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LevPartsSectionClass *section_class = LEV_PARTS_SECTION_CLASS (klass);

  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_risks_section_update;

  section_class->part_type = LEV_TYPE_RISK;
  section_class->add_label = N_("Add risk");
  section_class->empty_label = N_("No risks have been named.");
  section_class->create_row = create_row;
  section_class->show_row = show_row;
  section_class->add = add;
  section_class->is_shown = is_shown;
  section_class->opened = opened;

  g_type_ensure (LEV_TYPE_HEAT_MAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/risks-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRisksSection, gone_box);
  gtk_widget_class_bind_template_child (widget_class, LevRisksSection, gone_list);
  gtk_widget_class_bind_template_child (widget_class, LevRisksSection, heat_map);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
}

static void
lev_risks_section_init (LevRisksSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
