#include "lev-text-view.h"

#include "lev-spelling.h"

struct _LevTextView
{
  GtkTextView parent;

  char *placeholder;
};

G_DEFINE_FINAL_TYPE (LevTextView, lev_text_view, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
draw_placeholder (LevTextView *self,
                  GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout)
    layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);
  GdkRGBA color;
  int x, y;

  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, 0, &x,
                                         &y);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= 0.55F;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
lev_text_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  LevTextView *self = LEV_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  GTK_WIDGET_CLASS (lev_text_view_parent_class)->snapshot (widget, snapshot);
  if (self->placeholder != NULL && gtk_text_buffer_get_char_count (buffer) == 0)
    draw_placeholder (self, snapshot);
}

static GtkSizeRequestMode
lev_text_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As high as the text is in @width; GTK asks for what it was in the width of before. */
static int
measure_height (LevTextView *self,
                int          width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  int height = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  paragraphs = g_strsplit (*text != '\0' ? text : " ", "\n", -1);

  width -= gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width > 0 ? width * PANGO_SCALE : -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      int paragraph_height;

      pango_layout_set_text (layout, paragraphs[i], -1);
      pango_layout_get_pixel_size (layout, NULL, &paragraph_height);
      height += paragraph_height;
    }

  return height;
}

static void
lev_text_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  GTK_WIDGET_CLASS (lev_text_view_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (LEV_TEXT_VIEW (widget), for_size);
}

static void
lev_text_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (prop_id == PROP_PLACEHOLDER)
    lev_text_view_set_placeholder (LEV_TEXT_VIEW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_text_view_finalize (GObject *object)
{
  g_free (LEV_TEXT_VIEW (object)->placeholder);

  G_OBJECT_CLASS (lev_text_view_parent_class)->finalize (object);
}

static void
lev_text_view_class_init (LevTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_text_view_set_property;
  object_class->finalize = lev_text_view_finalize;
  widget_class->snapshot = lev_text_view_snapshot;
  widget_class->get_request_mode = lev_text_view_get_request_mode;
  widget_class->measure = lev_text_view_measure;

  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_text_view_init (LevTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  lev_spelling_check (view);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
}

GtkWidget *
lev_text_view_new (void)
{
  return g_object_new (LEV_TYPE_TEXT_VIEW, NULL);
}

void
lev_text_view_set_placeholder (LevTextView *self,
                               const char  *placeholder)
{
  g_return_if_fail (LEV_IS_TEXT_VIEW (self));

  if (!g_set_str (&self->placeholder, placeholder))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
lev_text_view_dup_text (LevTextView *self)
{
  char *text = NULL;

  g_return_val_if_fail (LEV_IS_TEXT_VIEW (self), NULL);

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "text", &text, NULL);

  return g_strstrip (text);
}
