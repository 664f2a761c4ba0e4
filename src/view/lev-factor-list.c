#include "lev-factor-list.h"

#include "lev-application.h"
#include "lev-process.h"
#include "lev-score-toggles.h"
#include "lev-scoring.h"

#include <glib/gi18n.h>

struct _LevFactorList
{
  AdwPreferencesGroup parent;

  LevSupplier *supplier; /* borrowed from the page */
  LevHandbook *handbook; /* whose factors are shown; borrowed from the register */
  GPtrArray   *rows;     /* AdwPreferencesRow per factor, borrowed */
  GPtrArray   *toggles;  /* AdwToggleGroup per factor, borrowed */
};

G_DEFINE_FINAL_TYPE (LevFactorList, lev_factor_list, ADW_TYPE_PREFERENCES_GROUP)

static void
score_factor (LevFactorList *self,
              const char    *factor,
              int            score)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *record = lev_record_find_part_by_text (self->supplier, LEV_TYPE_CRITICALITY_SCORE,
                                                    "factor", factor);

  lev_application_begin (application, _("Score the criticality"));
  if (record == NULL)
    record = lev_register_add_only (lev_application_get_records (application),
                                    LEV_TYPE_CRITICALITY_SCORE, self->supplier, factor, "supplier",
                                    self->supplier, "factor", factor, NULL);
  g_object_set (record, "score", score, NULL);
  lev_application_commit (application);
}

static void
score_chosen_cb (LevFactorList  *self,
                 GParamSpec     *pspec,
                 AdwToggleGroup *group)
{
  const char *factor = g_object_get_data (G_OBJECT (group), "factor");
  int score = lev_score_toggles_get (group);

  if (score != LEV_SCORE_OPEN && score != lev_supplier_get_factor (self->supplier, factor))
    score_factor (self, factor, score);
}

static void
append_factor (LevFactorList         *self,
               const LevHandbookItem *factor)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *text = g_strdup_printf (_("%s %s (weight %d)"), factor->code, factor->title,
                                           factor->weight);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *group = adw_toggle_group_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  adw_toggle_group_set_can_shrink (ADW_TOGGLE_GROUP (group), TRUE);
  lev_score_toggles_fill (ADW_TOGGLE_GROUP (group), TRUE);
  gtk_widget_set_halign (group, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (group), "factor", g_strdup (factor->code), g_free);
  g_signal_connect_swapped (group, "notify::active", G_CALLBACK (score_chosen_cb), self);

  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), group);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->toggles, group);
}

static void
rebuild (LevFactorList      *self,
         LevHandbookContent *content)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->toggles, 0);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_FACTOR); i++)
    append_factor (self, lev_handbook_content_get (content, LEV_HANDBOOK_FACTOR, i));
}

static void
update_score (LevFactorList      *self,
              LevHandbookContent *content)
{
  LevCriticality criticality = lev_supplier_get_criticality (self->supplier, content);
  g_autofree char *text = NULL;

  if (criticality.lowest == criticality.highest)
    text = g_strdup_printf (_("Score %d out of 100"), criticality.lowest);
  else
    text = g_strdup_printf (_("Score %d to %d out of 100: a part is not known yet"),
                            criticality.lowest, criticality.highest);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

static void
lev_factor_list_dispose (GObject *object)
{
  g_clear_pointer (&LEV_FACTOR_LIST (object)->rows, g_ptr_array_unref);
  g_clear_pointer (&LEV_FACTOR_LIST (object)->toggles, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_factor_list_parent_class)->dispose (object);
}

static void
lev_factor_list_class_init (LevFactorListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lev_factor_list_dispose;
}

static void
lev_factor_list_init (LevFactorList *self)
{
  self->rows = g_ptr_array_new ();
  self->toggles = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Criticality"));
}

void
lev_factor_list_show (LevFactorList *self,
                      LevSupplier   *supplier,
                      LevHandbook   *handbook)
{
  LevHandbookContent *content;

  g_return_if_fail (LEV_IS_FACTOR_LIST (self));
  g_return_if_fail (LEV_IS_SUPPLIER (supplier));

  if (handbook == NULL)
    handbook = lev_process_get_handbook (LEV_RECORD (supplier)->records);
  content = lev_handbook_get_content (handbook);
  self->supplier = supplier;
  if (self->handbook != handbook)
    rebuild (self, content);
  self->handbook = handbook;

  for (guint i = 0; i < self->toggles->len; i++)
    {
      AdwToggleGroup *group = g_ptr_array_index (self->toggles, i);
      const char *factor = g_object_get_data (G_OBJECT (group), "factor");

      lev_score_toggles_set (group, lev_supplier_get_factor (supplier, factor));
    }
  update_score (self, content);
}
