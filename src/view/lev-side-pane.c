#include "lev-side-pane.h"

struct _LevSidePane
{
  AdwBin parent;

  GtkBox *panes;
  AdwBin *main_bin;
  AdwBin *side_bin;
};

G_DEFINE_FINAL_TYPE (LevSidePane, lev_side_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MAIN,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_narrow (LevSidePane *self,
            gboolean     is_narrow)
{
  GtkWidget *side = GTK_WIDGET (self->side_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), is_narrow
                                                                  ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_reorder_child_after (self->panes, side, is_narrow ? NULL : GTK_WIDGET (self->main_bin));
  gtk_widget_set_halign (side, is_narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}

static void
narrowed_cb (LevSidePane *self)
{
  set_narrow (self, TRUE);
}

static void
widened_cb (LevSidePane *self)
{
  set_narrow (self, FALSE);
}

static void
lev_side_pane_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LevSidePane *self = LEV_SIDE_PANE (object);
  GtkWidget *child = g_value_get_object (value);

  switch (prop_id)
    {
    case PROP_MAIN:
      adw_bin_set_child (self->main_bin, child);
      break;
    case PROP_SIDE:
      adw_bin_set_child (self->side_bin, child);
      gtk_widget_set_visible (GTK_WIDGET (self->side_bin), child != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_side_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_SIDE_PANE);

  G_OBJECT_CLASS (lev_side_pane_parent_class)->dispose (object);
}

static void
lev_side_pane_class_init (LevSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_side_pane_set_property;
  object_class->dispose = lev_side_pane_dispose;

  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/side-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSidePane, panes);
  gtk_widget_class_bind_template_child (widget_class, LevSidePane, main_bin);
  gtk_widget_class_bind_template_child (widget_class, LevSidePane, side_bin);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
}

static void
lev_side_pane_init (LevSidePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until its width is known it asks for no more than the widest of the two. */
  set_narrow (self, TRUE);
}
