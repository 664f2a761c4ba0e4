#include "lev-help-picture.h"

struct _LevHelpPicture
{
  GtkWidget parent;

  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (LevHelpPicture, lev_help_picture, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_RESOURCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
lev_help_picture_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LevHelpPicture *self = LEV_HELP_PICTURE (object);

  if (prop_id == PROP_RESOURCE)
    {
      g_clear_object (&self->texture);
      self->texture = gdk_texture_new_from_resource (g_value_get_string (value));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static GtkSizeRequestMode
lev_help_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lev_help_picture_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  LevHelpPicture *self = LEV_HELP_PICTURE (widget);
  int width = self->texture != NULL ? gdk_texture_get_width (self->texture) : 1;
  int height = self->texture != NULL ? gdk_texture_get_height (self->texture) : 1;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = for_size >= 0 ? for_size * height / width : 0;
  else
    {
      *minimum = 0;
      *natural = width;
    }
}

static void
lev_help_picture_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LevHelpPicture *self = LEV_HELP_PICTURE (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR,
                                        &area);
}

static void
lev_help_picture_finalize (GObject *object)
{
  g_clear_object (&LEV_HELP_PICTURE (object)->texture);

  G_OBJECT_CLASS (lev_help_picture_parent_class)->finalize (object);
}

static void
lev_help_picture_class_init (LevHelpPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_help_picture_set_property;
  object_class->finalize = lev_help_picture_finalize;
  widget_class->get_request_mode = lev_help_picture_get_request_mode;
  widget_class->measure = lev_help_picture_measure;
  widget_class->snapshot = lev_help_picture_snapshot;

  properties[PROP_RESOURCE] = g_param_spec_string ("resource", NULL, NULL, NULL,
                                                   G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lev_help_picture_init (LevHelpPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
