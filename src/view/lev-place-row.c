#include "lev-place-row.h"

#include <glib/gi18n.h>

struct _LevPlaceRow
{
  GtkListBoxRow parent;

  char *title;
  char *icon_name;

  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (LevPlaceRow, lev_place_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_count (LevPlaceRow *self,
            guint        count,
            gboolean     shown,
            const char  *words)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *name = shown ? g_strdup_printf ("%s, %s", self->title, words)
                                : g_strdup (self->title);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
lev_place_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  LevPlaceRow *self = LEV_PLACE_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_place_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LevPlaceRow *self = LEV_PLACE_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      self->icon_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_place_row_finalize (GObject *object)
{
  LevPlaceRow *self = LEV_PLACE_ROW (object);

  g_free (self->title);
  g_free (self->icon_name);

  G_OBJECT_CLASS (lev_place_row_parent_class)->finalize (object);
}

static void
lev_place_row_class_init (LevPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lev_place_row_get_property;
  object_class->set_property = lev_place_row_set_property;
  object_class->finalize = lev_place_row_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPlaceRow, count_label);
}

static void
lev_place_row_init (LevPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_place_row_set_count (LevPlaceRow *self,
                         guint        count,
                         gboolean     shown)
{
  g_autofree char *words = g_strdup_printf ("%u", count);

  g_return_if_fail (LEV_IS_PLACE_ROW (self));

  show_count (self, count, shown, words);
}

void
lev_place_row_set_badge (LevPlaceRow *self,
                         guint        count)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u matter waits", "%u matters wait", count),
                                            count);

  g_return_if_fail (LEV_IS_PLACE_ROW (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "badge");
  gtk_widget_remove_css_class (GTK_WIDGET (self->count_label), "dimmed");
  show_count (self, count, count > 0, words);
}
