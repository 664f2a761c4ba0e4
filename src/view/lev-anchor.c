#include "lev-anchor.h"

#include "lev-fold-row.h"
#include "lev-panes.h"

#include <adwaita.h>

typedef struct
{
  LevRecord  *record; /* owned */
  const char *field;  /* interned; NULL for the record as a whole */
} Anchor;

static GQuark
anchor_quark (void)
{
  return g_quark_from_static_string ("lev-anchor");
}

static void
anchor_free (gpointer data)
{
  Anchor *self = data;

  g_object_unref (self->record);
  g_free (self);
}

/* The widget below @widget that is the place of @field, in the order of the tree. */
static GtkWidget *
find (GtkWidget  *widget,
      LevRecord  *record,
      const char *field)
{
  Anchor *anchor = g_object_get_qdata (G_OBJECT (widget), anchor_quark ());

  if (anchor != NULL && anchor->record == record && anchor->field == field)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, record, field);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
unfold (GtkWidget *parent,
        GtkWidget *child)
{
  if (GTK_IS_STACK (parent))
    gtk_stack_set_visible_child (GTK_STACK (parent), child);
  else if (ADW_IS_VIEW_STACK (parent))
    adw_view_stack_set_visible_child (ADW_VIEW_STACK (parent), child);
  else if (ADW_IS_EXPANDER_ROW (parent))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (parent), TRUE);
  else if (LEV_IS_FOLD_ROW (parent))
    lev_fold_row_set_open (LEV_FOLD_ROW (parent), TRUE);
  else if (ADW_IS_NAVIGATION_SPLIT_VIEW (parent))
    lev_panes_show_content (ADW_NAVIGATION_SPLIT_VIEW (parent), TRUE);
}

/* Keeps a place in sight while what is around it unfolds. */
typedef struct
{
  graphene_rect_t last;
  guint           n_still;
  guint           n_frames;
} Following;

#define STILL_FRAMES (3)
#define MOST_FRAMES  (60)

static gboolean
follow_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Following *self = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  /* Before the first layout there is nothing to scroll to. */
  if (viewport == NULL || ++self->n_frames > MOST_FRAMES)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                  &bounds) ||
      bounds.size.height <= 0)
    return G_SOURCE_CONTINUE;

  if (graphene_rect_equal (&bounds, &self->last))
    return ++self->n_still < STILL_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;

  self->last = bounds;
  self->n_still = 0;
  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);

  return G_SOURCE_CONTINUE;
}

void
lev_anchor_focus (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  gtk_widget_add_tick_callback (widget, follow_cb, g_new0 (Following, 1), g_free);
}

static gboolean
focus_cb (gpointer data)
{
  if (gtk_widget_get_root (data) != NULL)
    lev_anchor_focus (data);

  return G_SOURCE_REMOVE;
}

void
lev_anchor_set (GtkWidget  *widget,
                LevRecord  *record,
                const char *field)
{
  Anchor *self = g_object_get_qdata (G_OBJECT (widget), anchor_quark ());

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (self != NULL && self->record == record && self->field == g_intern_string (field))
    return;

  self = NULL;
  if (record != NULL)
    {
      self = g_new0 (Anchor, 1);
      self->record = g_object_ref (record);
      self->field = g_intern_string (field);
    }
  g_object_set_qdata_full (G_OBJECT (widget), anchor_quark (), self, anchor_free);
}

LevRecord *
lev_anchor_get (GtkWidget   *widget,
                const char **field)
{
  Anchor *self = g_object_get_qdata (G_OBJECT (widget), anchor_quark ());

  *field = self != NULL ? self->field : NULL;

  return self != NULL ? self->record : NULL;
}

gboolean
lev_anchor_reveal (GtkWidget  *root,
                   LevRecord  *record,
                   const char *field)
{
  GtkWidget *widget;

  g_return_val_if_fail (GTK_IS_WIDGET (root), FALSE);

  widget = find (root, record, g_intern_string (field));
  if (widget == NULL && field != NULL)
    widget = find (root, record, NULL);
  if (widget == NULL)
    return FALSE;

  for (GtkWidget *child = widget; child != root; child = gtk_widget_get_parent (child))
    unfold (gtk_widget_get_parent (child), child);
  /* A page that was not mapped yet takes the focus once it is. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (widget), g_object_unref);

  return TRUE;
}
