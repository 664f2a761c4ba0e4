#include "lev-anchor.h"

#include "lev-fold-row.h"

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
    adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (parent), TRUE);
}

static gboolean
focus_cb (gpointer data)
{
  GtkWidget *widget = data;

  if (gtk_widget_get_root (widget) != NULL && !gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

void
lev_anchor_set (GtkWidget  *widget,
                LevRecord  *record,
                const char *field)
{
  Anchor *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (record != NULL)
    {
      self = g_new0 (Anchor, 1);
      self->record = g_object_ref (record);
      self->field = g_intern_string (field);
    }
  g_object_set_qdata_full (G_OBJECT (widget), anchor_quark (), self, anchor_free);
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
