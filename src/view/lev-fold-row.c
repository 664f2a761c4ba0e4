#include "lev-fold-row.h"

typedef struct
{
  GtkLabel        *badge;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  AdwBin          *chips_bin;
  AdwBin          *suffix_bin;
  AdwBin          *body_bin;
  GtkToggleButton *toggle;
} LevFoldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevFoldRow, lev_fold_row, LEV_TYPE_FORM_ROW)

enum
{
  PROP_0,
  PROP_CHIPS,
  PROP_SUFFIX,
  PROP_OPEN,
  PROP_BODY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
toggled_cb (LevFoldRow *self)
{
  LevFoldRowPrivate *priv = lev_fold_row_get_instance_private (self);

  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_toggle_button_get_active (priv->toggle), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
lev_fold_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_OPEN)
    g_value_set_boolean (value, lev_fold_row_is_open (LEV_FOLD_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_fold_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LevFoldRowPrivate *priv = lev_fold_row_get_instance_private (LEV_FOLD_ROW (object));

  switch (prop_id)
    {
    case PROP_CHIPS:
      adw_bin_set_child (priv->chips_bin, g_value_get_object (value));
      break;
    case PROP_SUFFIX:
      adw_bin_set_child (priv->suffix_bin, g_value_get_object (value));
      break;
    case PROP_BODY:
      adw_bin_set_child (priv->body_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_fold_row_class_init (LevFoldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = lev_fold_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = lev_fold_row_set_property;

  properties[PROP_CHIPS] = g_param_spec_object ("chips", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUFFIX] = g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/fold-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, badge);
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, title);
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, subtitle);
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, chips_bin);
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, suffix_bin);
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, body_bin);
  gtk_widget_class_bind_template_child_private (widget_class, LevFoldRow, toggle);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
lev_fold_row_init (LevFoldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_fold_row_set_texts (LevFoldRow *self,
                        const char *badge,
                        const char *title,
                        const char *subtitle)
{
  LevFoldRowPrivate *priv = lev_fold_row_get_instance_private (self);
  g_autofree char *name = g_strdup_printf ("%s %s", badge, title);

  gtk_label_set_label (priv->badge, badge);
  gtk_label_set_label (priv->title, title);
  gtk_label_set_label (priv->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (priv->subtitle), *subtitle != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
lev_fold_row_set_open (LevFoldRow *self,
                       gboolean    is_open)
{
  LevFoldRowPrivate *priv = lev_fold_row_get_instance_private (self);

  gtk_toggle_button_set_active (priv->toggle, is_open);
}

gboolean
lev_fold_row_is_open (LevFoldRow *self)
{
  LevFoldRowPrivate *priv = lev_fold_row_get_instance_private (self);

  return gtk_toggle_button_get_active (priv->toggle);
}

void
lev_fold_row_enter (LevFoldRow *self)
{
  LevFoldRowPrivate *priv = lev_fold_row_get_instance_private (self);

  g_return_if_fail (LEV_IS_FOLD_ROW (self));

  lev_fold_row_set_open (self, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (priv->body_bin), GTK_DIR_TAB_FORWARD);
}
