#include "lev-content-page.h"

#include "lev-anchor.h"
#include "lev-state-banner.h"

typedef struct
{
  AdwToolbarView *toolbar_view;
  AdwWindowTitle *window_title;
  AdwBin         *content_bin;
  GMenu          *narrow_menu;
  GMenuModel     *application_menu;
  gboolean        in_round;
  LevNarrowness   narrowness;
} LevContentPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevContentPage, lev_content_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_BOTTOM,
  PROP_IN_ROUND,
  PROP_NARROWNESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Pages that no one sees wait: they show what holds when they come in sight. */
static void
application_changed_cb (LevContentPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    lev_content_page_refresh (self);
}

static void
lev_content_page_map (GtkWidget *widget)
{
  lev_content_page_refresh (LEV_CONTENT_PAGE (widget));

  GTK_WIDGET_CLASS (lev_content_page_parent_class)->map (widget);
}

static void
lev_content_page_real_reveal (LevContentPage *self,
                              LevRecord      *record,
                              const char     *field)
{
  lev_anchor_reveal (GTK_WIDGET (self), record, field);
}

static void
lev_content_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LevContentPagePrivate *priv = lev_content_page_get_instance_private (LEV_CONTENT_PAGE (object));

  switch (prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (priv->content_bin, g_value_get_object (value));
      break;
    case PROP_BOTTOM:
      if (g_value_get_object (value) != NULL)
        adw_toolbar_view_add_bottom_bar (priv->toolbar_view, g_value_get_object (value));
      break;
    case PROP_IN_ROUND:
      priv->in_round = g_value_get_boolean (value);
      break;
    case PROP_NARROWNESS:
      priv->narrowness = (LevNarrowness) g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_content_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LevContentPagePrivate *priv = lev_content_page_get_instance_private (LEV_CONTENT_PAGE (object));

  switch (prop_id)
    {
    case PROP_IN_ROUND:
      g_value_set_boolean (value, priv->in_round);
      break;
    case PROP_NARROWNESS:
      g_value_set_uint (value, priv->narrowness);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_content_page_class_init (LevContentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_content_page_get_property;
  object_class->set_property = lev_content_page_set_property;
  widget_class->map = lev_content_page_map;
  klass->reveal = lev_content_page_real_reveal;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BOTTOM] = g_param_spec_object ("bottom", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IN_ROUND] = g_param_spec_boolean ("in-round", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROWNESS] = g_param_spec_uint ("narrowness", NULL, NULL, LEV_PAGE_WIDE,
                                                   LEV_PAGE_SMALL, LEV_PAGE_WIDE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEV_TYPE_STATE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/content-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LevContentPage, toolbar_view);
  gtk_widget_class_bind_template_child_private (widget_class, LevContentPage, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, LevContentPage, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, LevContentPage, narrow_menu);
  gtk_widget_class_bind_template_child_private (widget_class, LevContentPage, application_menu);
}

static void
lev_content_page_init (LevContentPage *self)
{
  LevContentPagePrivate *priv = lev_content_page_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_bind_property (self, "title", priv->window_title, "title", G_BINDING_SYNC_CREATE);
  g_menu_append_section (priv->narrow_menu, NULL, priv->application_menu);
  g_signal_connect_object (lev_application_get_default (), "changed",
                           G_CALLBACK (application_changed_cb), self, G_CONNECT_SWAPPED);
}

void
lev_content_page_refresh (LevContentPage *self)
{
  LevContentPageClass *klass = LEV_CONTENT_PAGE_GET_CLASS (self);

  if (klass->refresh != NULL && lev_content_page_get_records (self) != NULL)
    klass->refresh (self);
}

void
lev_content_page_reveal (LevContentPage *self,
                         LevRecord      *record,
                         const char     *field)
{
  g_return_if_fail (LEV_IS_CONTENT_PAGE (self));

  LEV_CONTENT_PAGE_GET_CLASS (self)->reveal (self, record, field);
}

LevRegister *
lev_content_page_get_records (LevContentPage *self)
{
  return lev_application_get_records (lev_application_get_default ());
}

void
lev_content_page_set_subtitle (LevContentPage *self,
                               const char     *subtitle)
{
  LevContentPagePrivate *priv = lev_content_page_get_instance_private (self);

  adw_window_title_set_subtitle (priv->window_title, subtitle);
}

LevNarrowness
lev_content_page_get_narrowness (LevContentPage *self)
{
  LevContentPagePrivate *priv = lev_content_page_get_instance_private (self);

  return priv->narrowness;
}
