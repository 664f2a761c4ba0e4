#include "lev-factors-dialog.h"

#include "lev-application.h"
#include "lev-factor-list.h"
#include "lev-selection-text.h"
#include "lev-selection.h"

#include <glib/gi18n.h>

struct _LevFactorsDialog
{
  AdwDialog parent;

  LevReview   *review;
  LevSupplier *supplier;

  AdwWindowTitle *title;
  LevFactorList  *list;
  GtkWidget      *fixed_label;
};

G_DEFINE_FINAL_TYPE (LevFactorsDialog, lev_factors_dialog, ADW_TYPE_DIALOG)

/* The place of the supplier, which follows its scores. */
static void
update (LevFactorsDialog *self)
{
  g_autoptr (GArray) ranking = lev_selection_rank (self->review);

  lev_factor_list_show (self->list, self->supplier, self->review->handbook);
  for (guint i = 0; i < ranking->len; i++)
    {
      const LevRanked *ranked = &g_array_index (ranking, LevRanked, i);

      if (ranked->supplier == self->supplier)
        {
          g_autofree char *band = lev_selection_describe_band (ranked->criticality);
          /* Translators: a place in the ranking, of how many, and the criticality */
          g_autofree char *text = g_strdup_printf (_("Place %u of %u · criticality %s"), i + 1,
                                                   ranking->len, band);

          adw_window_title_set_subtitle (self->title, text);
        }
    }
}

static void
lev_factors_dialog_dispose (GObject *object)
{
  LevFactorsDialog *self = LEV_FACTORS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_FACTORS_DIALOG);
  g_clear_object (&self->review);
  g_clear_object (&self->supplier);

  G_OBJECT_CLASS (lev_factors_dialog_parent_class)->dispose (object);
}

static void
lev_factors_dialog_class_init (LevFactorsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_factors_dialog_dispose;

  g_type_ensure (LEV_TYPE_FACTOR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/factors-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFactorsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LevFactorsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LevFactorsDialog, fixed_label);
}

static void
lev_factors_dialog_init (LevFactorsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lev_factors_dialog_new (LevReview   *review,
                        LevSupplier *supplier,
                        gboolean     editable)
{
  LevFactorsDialog *self = g_object_new (LEV_TYPE_FACTORS_DIALOG, NULL);

  self->review = g_object_ref (review);
  self->supplier = g_object_ref (supplier);
  adw_window_title_set_title (self->title, supplier->name);
  adw_dialog_set_title (ADW_DIALOG (self), supplier->name);
  gtk_widget_set_visible (self->fixed_label, !editable);
  update (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), editable);
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
