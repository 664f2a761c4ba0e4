#include "lev-supplier-list.h"

#include "lev-supplier-row.h"

/* A GtkColumnView keeps some 200 rows and shows all of them anew when its model changes, which takes
 * ten frames for one key of a search (the benchmark `window` prints what it takes). These rows are
 * all of one height, so that there need be no more of them than are in sight: they stay, and what
 * they show changes. That happens in the allocation, after all of what changed is known. */
struct _LevSupplierList
{
  GtkWidget parent;

  GListModel         *model;
  LevSupplierColumns *columns;
  LevSupplierSpan     spans[LEV_N_SUPPLIER_COLUMNS];
  GPtrArray          *rows;   /* Row, as many as were ever in sight at once */
  guint               cursor; /* where the focus comes to */

  GtkAdjustment      *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
};

G_DEFINE_FINAL_TYPE_WITH_CODE (LevSupplierList,
                               lev_supplier_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_MODEL,
  N_PROPS,

  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

#define NOWHERE (G_MAXUINT)

typedef struct
{
  GtkWidget *widget;   /* borrowed: a child of the list */
  guint      position; /* of the supplier it shows; NOWHERE when it is not in use */
} Row;

static guint
get_n_items (LevSupplierList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static Row *
add_row (LevSupplierList *self)
{
  Row *row = g_new0 (Row, 1);

  row->widget = lev_supplier_row_new (self->columns);
  row->position = NOWHERE;
  lev_supplier_row_set_spans (LEV_SUPPLIER_ROW (row->widget), self->spans);
  gtk_widget_set_child_visible (row->widget, FALSE);
  gtk_widget_set_parent (row->widget, GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);

  return row;
}

/* One row is there always: all are as high as this one. */
static int
get_row_height (LevSupplierList *self)
{
  Row *row = self->rows->len > 0 ? self->rows->pdata[0] : add_row (self);
  int height;

  gtk_widget_measure (row->widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);

  return MAX (height, 1);
}

static Row *
find_row (LevSupplierList *self,
          guint            position)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (row->position == position)
        return row;
    }

  return NULL;
}

static gboolean
has_focus (LevSupplierList *self,
           Row             *row)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == row->widget;
}

static void
show_position (LevSupplierList *self,
               Row             *row,
               guint            position)
{
  g_autoptr (LevSupplier) supplier = NULL;

  if (position != NOWHERE)
    supplier = g_list_model_get_item (self->model, position);
  row->position = position;
  if (supplier != NULL)
    lev_supplier_row_set_supplier (LEV_SUPPLIER_ROW (row->widget), supplier);
  gtk_widget_set_child_visible (row->widget, supplier != NULL);
}

/* The suppliers that come in sight go to the rows whose own went out of it. */
static void
fill_rows (LevSupplierList *self,
           guint            first,
           guint            last)
{
  guint n_items = get_n_items (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      gboolean is_in_sight = row->position >= first && row->position < last;

      if (row->position < n_items && (is_in_sight || has_focus (self, row)))
        show_position (self, row, row->position);
      else
        row->position = NOWHERE;
    }

  for (guint position = first; position < last; position++)
    if (find_row (self, position) == NULL)
      {
        Row *row = find_row (self, NOWHERE);

        show_position (self, row != NULL ? row : add_row (self), position);
      }

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (row->position == NOWHERE)
        show_position (self, row, NOWHERE);
    }
}

static double
get_value (LevSupplierList *self,
           GtkOrientation   orientation)
{
  return self->adjustments[orientation] != NULL
           ? gtk_adjustment_get_value (self->adjustments[orientation])
           : 0;
}

static void
fill_rows_in_sight (LevSupplierList *self,
                    int              height)
{
  int row_height = get_row_height (self);
  double value = get_value (self, GTK_ORIENTATION_VERTICAL);
  guint n_items = get_n_items (self);
  guint first = (guint) (value / row_height);
  guint last = (guint) ((value + height + row_height - 1) / row_height);

  fill_rows (self, MIN (first, n_items), MIN (last, n_items));
}

static void
adjust (LevSupplierList *self,
        GtkOrientation   orientation,
        double           upper,
        int              page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double most = MAX (upper - page, 0);

  if (adjustment == NULL)
    return;

  g_signal_handlers_block_matched (adjustment, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_adjustment_configure (adjustment, MIN (gtk_adjustment_get_value (adjustment), most), 0,
                            MAX (upper, page), page * 0.1, page * 0.9, page);
  g_signal_handlers_unblock_matched (adjustment, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
find_spans (LevSupplierList *self,
            int             *row_width)
{
  LevSupplierSpan spans[LEV_N_SUPPLIER_COLUMNS];

  *row_width = MAX (*row_width, lev_supplier_columns_get_spans (self->columns, spans));
  if (memcmp (spans, self->spans, sizeof spans) == 0)
    return;

  memcpy (self->spans, spans, sizeof spans);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_allocate (((Row *) self->rows->pdata[i])->widget);
}

/* Rows get their style in the frame after they were made; those that will be in sight are there
 * before the first. */
static void
lev_supplier_list_map (GtkWidget *widget)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (widget);

  if (self->columns != NULL)
    {
      int height = gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (widget)));
      guint n_rows = MIN ((guint) (height / get_row_height (self)), get_n_items (self));

      while (self->rows->len < n_rows)
        add_row (self);
    }

  GTK_WIDGET_CLASS (lev_supplier_list_parent_class)->map (widget);
}

static void
lev_supplier_list_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->columns != NULL)
    {
      *minimum = get_row_height (self);
      *natural = (int) MIN ((gint64) *minimum * get_n_items (self), G_MAXINT / 2);
      *natural = MAX (*natural, *minimum);
    }
}

static void
lev_supplier_list_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (widget);
  int row_width = width;
  int row_height;

  if (self->columns == NULL)
    return;

  row_height = get_row_height (self);
  find_spans (self, &row_width);
  adjust (self, GTK_ORIENTATION_VERTICAL, (double) row_height * get_n_items (self), height);
  adjust (self, GTK_ORIENTATION_HORIZONTAL, row_width, width);
  fill_rows_in_sight (self, height);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      double y = (double) row->position * row_height - get_value (self, GTK_ORIENTATION_VERTICAL);

      if (row->position == NOWHERE)
        continue;
      /* The one that has the focus may be far out of sight. */
      y = CLAMP (y, -2.0 * row_height, height + row_height);
      gtk_widget_size_allocate (row->widget,
                                &(GtkAllocation) {
                                  (int) -get_value (self, GTK_ORIENTATION_HORIZONTAL),
                                  (int) y,
                                  row_width,
                                  row_height,
                                },
                                -1);
    }
}

/* Moves the focus to the row of @position, and scrolls until it is whole in sight. */
static gboolean
move_to (LevSupplierList *self,
         guint            position)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int row_height;

  if (self->columns == NULL || get_n_items (self) == 0)
    return FALSE;

  row_height = get_row_height (self);
  self->cursor = MIN (position, get_n_items (self) - 1);
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, (double) self->cursor * row_height,
                               ((double) self->cursor + 1) * row_height);
  fill_rows_in_sight (self, gtk_widget_get_height (GTK_WIDGET (self)));

  return find_row (self, self->cursor) != NULL &&
         gtk_widget_grab_focus (find_row (self, self->cursor)->widget);
}

/* Where the focus is; NOWHERE when it is not in the list. */
static guint
get_focus_position (LevSupplierList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (has_focus (self, self->rows->pdata[i]))
      return ((Row *) self->rows->pdata[i])->position;

  return NOWHERE;
}

static gboolean
lev_supplier_list_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (widget);
  guint position = get_focus_position (self);

  if (position == NOWHERE)
    return move_to (self, self->cursor);

  switch (direction)
    {
    case GTK_DIR_UP:
      return position > 0 && move_to (self, position - 1);
    case GTK_DIR_DOWN:
      return position + 1 < get_n_items (self) && move_to (self, position + 1);
    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      return TRUE;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static gboolean
lev_supplier_list_grab_focus (GtkWidget *widget)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (widget);

  return move_to (self, self->cursor);
}

/* @args: how many pages, or to which end */
static gboolean
move_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (widget);
  gint64 n_items = get_n_items (self);
  gint64 page = MAX (gtk_widget_get_height (widget) / get_row_height (self) - 1, 1);
  gint64 position = get_focus_position (self);
  int n_pages;
  gboolean to_end;

  g_variant_get (args, "(ib)", &n_pages, &to_end);
  if (n_items == 0 || position == NOWHERE)
    return FALSE;

  position = to_end ? (n_pages < 0 ? 0 : n_items - 1) : position + n_pages * page;

  return move_to (self, (guint) CLAMP (position, 0, n_items - 1));
}

static void
model_changed_cb (LevSupplierList *self,
                  guint            position,
                  guint            n_removed,
                  guint            n_added)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
columns_changed_cb (LevSupplierList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    lev_supplier_row_update (LEV_SUPPLIER_ROW (((Row *) self->rows->pdata[i])->widget));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_model (LevSupplierList *self,
           GListModel      *model)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (model_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_adjustment (LevSupplierList *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                             self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lev_supplier_list_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[property_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[property_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lev_supplier_list_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (object);

  switch (property_id)
    {
    case PROP_MODEL:
      set_model (self, g_value_get_object (value));
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (property_id - PROP_HADJUSTMENT),
                      g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[property_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lev_supplier_list_dispose (GObject *object)
{
  LevSupplierList *self = LEV_SUPPLIER_LIST (object);

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (((Row *) self->rows->pdata[i])->widget);
  g_ptr_array_set_size (self->rows, 0);
  set_model (self, NULL);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->columns);

  G_OBJECT_CLASS (lev_supplier_list_parent_class)->dispose (object);
}

static void
lev_supplier_list_finalize (GObject *object)
{
  g_ptr_array_unref (LEV_SUPPLIER_LIST (object)->rows);

  G_OBJECT_CLASS (lev_supplier_list_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    int n_pages;
    gboolean to_end;
  } keys[] = {
    { GDK_KEY_Home, -1, TRUE },        { GDK_KEY_KP_Home, -1, TRUE },
    { GDK_KEY_End, 1, TRUE },          { GDK_KEY_KP_End, 1, TRUE },
    { GDK_KEY_Page_Up, -1, FALSE },    { GDK_KEY_KP_Page_Up, -1, FALSE },
    { GDK_KEY_Page_Down, 1, FALSE },   { GDK_KEY_KP_Page_Down, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, move_by_key, "(ib)",
                                  keys[i].n_pages, keys[i].to_end);
}

static void
lev_supplier_list_class_init (LevSupplierListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_supplier_list_get_property;
  object_class->set_property = lev_supplier_list_set_property;
  object_class->dispose = lev_supplier_list_dispose;
  object_class->finalize = lev_supplier_list_finalize;
  widget_class->map = lev_supplier_list_map;
  widget_class->measure = lev_supplier_list_measure;
  widget_class->size_allocate = lev_supplier_list_size_allocate;
  widget_class->focus = lev_supplier_list_focus;
  widget_class->grab_focus = lev_supplier_list_grab_focus;

  /* The suppliers that are listed. */
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
  add_keys (widget_class);
}

static void
lev_supplier_list_init (LevSupplierList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
lev_supplier_list_set_columns (LevSupplierList    *self,
                               LevSupplierColumns *columns)
{
  g_return_if_fail (LEV_IS_SUPPLIER_LIST (self));
  g_return_if_fail (self->columns == NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_object (columns, "changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self);
}

void
lev_supplier_list_scroll_to_top (LevSupplierList *self)
{
  g_return_if_fail (LEV_IS_SUPPLIER_LIST (self));

  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  self->cursor = 0;
}
