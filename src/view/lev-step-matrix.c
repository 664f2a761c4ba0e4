#include "lev-step-matrix.h"

#include "lev-matrix-cell.h"

#include <glib/gi18n.h>

/* The columns are as wide as their cells, which all are the same; the names take the rest. Below
 * the cells lies a band that marks the column of the leading step. */
struct _LevStepMatrix
{
  GtkWidget parent;

  GtkWidget *band;
  GtkWidget *rows;    /* a box of boxes */
  GPtrArray *cells;   /* the rows of buttons, each a GPtrArray; borrowed from the rows */
  GtkWidget *current; /* the button that the Tab key comes to; borrowed */
  GtkWidget *first_of_band;
  GtkWidget *last_of_band;
  gboolean   folded;

  LevMatrix *matrix; /* while it is filled */
};

G_DEFINE_FINAL_TYPE (LevStepMatrix, lev_step_matrix, GTK_TYPE_WIDGET)

/* One column: a step, or the steps of a finished phase. */
typedef struct
{
  guint first;
  guint last;
} Column;

static gboolean
is_finished (LevMatrix *matrix,
             guint      number)
{
  for (guint row = 0; row < lev_matrix_get_dossiers (matrix)->len; row++)
    {
      LevMatrixState state = lev_matrix_get_cell (matrix, row, number)->state;

      if (state != LEV_MATRIX_DONE && state != LEV_MATRIX_NONE)
        return FALSE;
    }

  return TRUE;
}

static guint
get_last_of_phase (guint number)
{
  while (number < LEV_N_STEPS && lev_step_get (number + 1)->phase == lev_step_get (number)->phase)
    number++;

  return number;
}

/* The columns of the phase that begins with step @first. */
static guint
list_columns (LevStepMatrix *self,
              guint          first,
              Column        *columns)
{
  guint last = get_last_of_phase (first);
  gboolean finished = self->folded;

  for (guint number = first; number <= last && finished; number++)
    finished = is_finished (self->matrix, number);
  if (finished)
    {
      columns[0] = (Column) { first, last };
      return 1;
    }

  for (guint number = first; number <= last; number++)
    columns[number - first] = (Column) { number, number };

  return last - first + 1;
}

static GtkWidget *
create_label (const char       *text,
              const char       *css_class,
              GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", role, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (LevStepMatrix *self,
            const char    *css_class)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

  gtk_widget_add_css_class (row, css_class);
  gtk_box_append (GTK_BOX (self->rows), row);

  return row;
}

/* The name of the supplier and the initials of its CM. */
static void
append_names (GtkWidget        *row,
              const char       *name,
              const char       *initials,
              const char       *css_class,
              GtkAccessibleRole role)
{
  GtkWidget *name_label = create_label (name, css_class, role);
  GtkWidget *initials_label = create_label (initials, "matrix-initials", role);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name_label), 10);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_box_append (GTK_BOX (row), name_label);
  gtk_box_append (GTK_BOX (row), initials_label);
}

static GtkWidget *
create_phase_box (GtkWidget *row)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 NULL);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "matrix-phase");
  gtk_box_append (GTK_BOX (row), box);

  return box;
}

static void
clear_rows (LevStepMatrix *self)
{
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_ptr_array_set_size (self->cells, 0);
  self->current = self->first_of_band = self->last_of_band = NULL;
  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->rows, "matrix-rows");
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

static void
append_phases (LevStepMatrix *self)
{
  GtkWidget *row = create_row (self, "matrix-phases");
  guint current = lev_matrix_get_step (self->matrix);

  append_names (row, "", "", NULL, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  for (guint first = 1; first <= LEV_N_STEPS; first = get_last_of_phase (first) + 1)
    {
      Column columns[LEV_N_STEPS];
      guint n_columns = list_columns (self, first, columns);
      guint last = get_last_of_phase (first);
      GtkWidget *label = create_label (lev_phase_get_title (lev_step_get (first)->phase),
                                       current >= first && current <= last ? "accent" : NULL,
                                       GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
      GtkWidget *box = create_phase_box (row);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (n_columns == 1)
        gtk_label_set_label (GTK_LABEL (label), "");
      for (guint i = 0; i < n_columns; i++)
        gtk_widget_add_css_class (box, i == 0 ? "one" : i == 1 ? "two" : "three");
      gtk_box_append (GTK_BOX (box), label);
    }
}

static GtkWidget *
create_step_label (LevStepMatrix *self,
                   const Column  *column)
{
  guint current = lev_matrix_get_step (self->matrix);
  g_autofree char *text = column->first < column->last
                            ? g_strdup_printf ("%u–%u", column->first, column->last)
                            : g_strdup_printf ("%u", column->first);
  GtkWidget *label = create_label (text, "matrix-step", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);

  gtk_widget_set_tooltip_text (label, column->first < column->last
                                        ? lev_phase_get_title (lev_step_get (column->first)->phase)
                                        : _(lev_step_get (column->first)->name));
  if (column->first == current && column->last == current)
    {
      gtk_widget_add_css_class (label, "accent");
      self->first_of_band = label;
    }

  return label;
}

static void
append_steps (LevStepMatrix *self)
{
  GtkWidget *row = create_row (self, "matrix-steps");

  append_names (row, _("Supplier"), _("CM"), "matrix-caption", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  for (guint first = 1; first <= LEV_N_STEPS; first = get_last_of_phase (first) + 1)
    {
      Column columns[LEV_N_STEPS];
      guint n_columns = list_columns (self, first, columns);
      GtkWidget *box = create_phase_box (row);

      for (guint i = 0; i < n_columns; i++)
        gtk_box_append (GTK_BOX (box), create_step_label (self, &columns[i]));
    }
}

/* "Marijke de Wit" to "MW". */
static char *
dup_initials (LevPerson *person)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (person == NULL || person->name == NULL)
    return g_strdup ("");

  names = g_strsplit (person->name, " ", -1);
  first = g_utf8_substring (names[0], 0, 1);
  last = g_utf8_substring (names[g_strv_length (names) - 1], 0, 1);

  return g_strconcat (first, names[1] != NULL ? last : "", NULL);
}

static void
append_dossier (LevStepMatrix *self,
                guint          position)
{
  LevDossier *dossier = g_ptr_array_index (lev_matrix_get_dossiers (self->matrix), position);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *initials = dup_initials (dossier->manager);
  guint current = lev_matrix_get_step (self->matrix);
  GtkWidget *row = create_row (self, "matrix-row");
  GPtrArray *cells = g_ptr_array_new ();

  append_names (row, supplier, initials, NULL, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  if (dossier->manager != NULL)
    gtk_widget_set_tooltip_text (gtk_widget_get_last_child (row), dossier->manager->name);
  for (guint first = 1; first <= LEV_N_STEPS; first = get_last_of_phase (first) + 1)
    {
      Column columns[LEV_N_STEPS];
      guint n_columns = list_columns (self, first, columns);
      GtkWidget *box = create_phase_box (row);

      for (guint i = 0; i < n_columns; i++)
        {
          GtkWidget *cell = lev_matrix_cell_new (lev_matrix_get_cell (self->matrix, position,
                                                                      columns[i].last),
                                                 dossier, columns[i].first, columns[i].last);

          gtk_box_append (GTK_BOX (box), cell);
          g_ptr_array_add (cells, cell);
          if (columns[i].first == current && columns[i].last == current)
            self->last_of_band = cell;
        }
    }
  g_ptr_array_add (self->cells, cells);
}

/* --- Moving through it ----------------------------------------------------------------------- */

static GPtrArray *
get_cells (LevStepMatrix *self,
           guint          row)
{
  return g_ptr_array_index (self->cells, row);
}

static gboolean
find_cell (LevStepMatrix *self,
           GtkWidget     *cell,
           int           *row,
           int           *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint at;

      if (!g_ptr_array_find (get_cells (self, i), cell, &at))
        continue;
      *row = (int) i;
      *column = (int) at;
      return TRUE;
    }

  return FALSE;
}

static gboolean
focus_cell (LevStepMatrix *self,
            int            row,
            int            column)
{
  GPtrArray *cells;

  if (self->cells->len == 0)
    return FALSE;

  cells = get_cells (self, (guint) CLAMP (row, 0, (int) self->cells->len - 1));
  self->current = g_ptr_array_index (cells, CLAMP (column, 0, (int) cells->len - 1));

  return gtk_widget_grab_focus (self->current);
}

static gboolean
lev_step_matrix_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  LevStepMatrix *self = LEV_STEP_MATRIX (widget);
  gboolean backwards = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int row, column;

  if (!find_cell (self, gtk_root_get_focus (gtk_widget_get_root (widget)), &row, &column))
    {
      if (self->current == NULL || !find_cell (self, self->current, &row, &column))
        row = column = 0;
      return focus_cell (self, row, column);
    }

  switch (direction)
    {
    case GTK_DIR_UP:
      return focus_cell (self, row - 1, column);
    case GTK_DIR_DOWN:
      return focus_cell (self, row + 1, column);
    case GTK_DIR_LEFT:
      return focus_cell (self, row, column + (backwards ? 1 : -1));
    case GTK_DIR_RIGHT:
      return focus_cell (self, row, column + (backwards ? -1 : 1));
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (LevStepMatrix  *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  gboolean whole = (modifiers & GDK_CONTROL_MASK) != 0;
  int row, column;

  if ((key != GDK_KEY_Home && key != GDK_KEY_End) ||
      !find_cell (self, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), &row,
                  &column))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Home)
    focus_cell (self, whole ? 0 : row, 0);
  else
    focus_cell (self, whole ? G_MAXINT : row, G_MAXINT);

  return GDK_EVENT_STOP;
}

/* --- The widget ------------------------------------------------------------------------------ */

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
lev_step_matrix_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  gtk_widget_measure (LEV_STEP_MATRIX (widget)->rows, orientation, for_size, minimum, natural, NULL,
                      NULL);
  *minimum_baseline = *natural_baseline = -1;
}

/* The band lies from the number of the leading step to its last cell. */
static void
allocate_band (LevStepMatrix *self)
{
  graphene_rect_t first, last;
  gboolean shown = self->first_of_band != NULL && self->last_of_band != NULL &&
                   gtk_widget_compute_bounds (self->first_of_band, GTK_WIDGET (self), &first) &&
                   gtk_widget_compute_bounds (self->last_of_band, GTK_WIDGET (self), &last);

  gtk_widget_set_child_visible (self->band, shown);
  if (!shown)
    return;

  graphene_rect_union (&first, &last, &first);
  gtk_widget_size_allocate (self->band,
                            &(GtkAllocation) { (int) first.origin.x, (int) first.origin.y,
                                               (int) first.size.width, (int) first.size.height },
                            -1);
}

static void
lev_step_matrix_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  LevStepMatrix *self = LEV_STEP_MATRIX (widget);
  gtk_widget_size_allocate (self->rows, &(GtkAllocation) { 0, 0, width, height }, -1);
  allocate_band (self);
}

static void
lev_step_matrix_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, LEV_STEP_MATRIX (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_step_matrix_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_FOLDED)
    {
      LEV_STEP_MATRIX (object)->folded = g_value_get_boolean (value);
      if (LEV_STEP_MATRIX (object)->folded)
        gtk_widget_add_css_class (GTK_WIDGET (object), "folded");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (object), "folded");
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_step_matrix_dispose (GObject *object)
{
  LevStepMatrix *self = LEV_STEP_MATRIX (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->band, gtk_widget_unparent);
  g_clear_pointer (&self->rows, gtk_widget_unparent);

  G_OBJECT_CLASS (lev_step_matrix_parent_class)->dispose (object);
}

static void
lev_step_matrix_class_init (LevStepMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_step_matrix_get_property;
  object_class->set_property = lev_step_matrix_set_property;
  object_class->dispose = lev_step_matrix_dispose;
  widget_class->measure = lev_step_matrix_measure;
  widget_class->size_allocate = lev_step_matrix_size_allocate;
  widget_class->focus = lev_step_matrix_focus;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "step-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
lev_step_matrix_init (LevStepMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->band = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_widget_add_css_class (self->band, "matrix-band");
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
  clear_rows (self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Suppliers and steps"), -1);
}

void
lev_step_matrix_update (LevStepMatrix *self,
                        LevMatrix     *matrix,
                        LevPerson     *user)
{
  GPtrArray *dossiers = lev_matrix_get_dossiers (matrix);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  int row = -1, column = -1;

  g_return_if_fail (LEV_IS_STEP_MATRIX (self));

  if (self->current != NULL)
    find_cell (self, self->current, &row, &column);
  clear_rows (self);

  self->matrix = matrix;
  append_phases (self);
  append_steps (self);
  for (guint i = 0; i < dossiers->len; i++)
    if (user == NULL || LEV_DOSSIER (g_ptr_array_index (dossiers, i))->manager == user)
      append_dossier (self, i);
  self->matrix = NULL;

  if (row >= 0 && row < (int) self->cells->len && column < (int) get_cells (self, (guint) row)->len)
    self->current = g_ptr_array_index (get_cells (self, (guint) row), column);
  if (has_focus && self->cells->len > 0)
    focus_cell (self, row, column);
}
