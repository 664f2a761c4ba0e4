#include "lev-step-matrix.h"

#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* Columns of the grid before that of step 1, and the rows above the first supplier. */
#define FIRST_COLUMN (2)
#define FIRST_ROW    (2)

struct _LevStepMatrix
{
  GtkWidget parent;

  GtkWidget *grid;
  LevReview *review; /* while it is filled */
  guint      current;
};

G_DEFINE_FINAL_TYPE (LevStepMatrix, lev_step_matrix, GTK_TYPE_WIDGET)

/* One cell: how far one supplier is with one step. */
typedef struct
{
  const char *css_class;
  char       *text;        /* as it is shown */
  char       *description; /* as it is read aloud */
} Cell;

static void
cell_clear (Cell *cell)
{
  g_free (cell->text);
  g_free (cell->description);
}

static void
cell_set (Cell       *cell,
          const char *css_class,
          const char *text,
          const char *description)
{
  cell->css_class = css_class;
  cell->text = g_strdup (text);
  cell->description = g_strdup (description);
}

static LevProgress
count_actions (LevDossier *dossier,
               guint       number)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  LevProgress progress = { 0, 0 };

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (!lev_action_is_agreed (action))
        continue;
      progress.total++;
      progress.done += lev_action_get_step (action) > number;
    }

  return progress;
}

static void
fill_counted (Cell       *cell,
              LevProgress progress,
              guint       number,
              LevDossier *dossier)
{
  g_autofree char *text = g_strdup_printf ("%u/%u", progress.done, progress.total);
  g_autofree char *description = NULL;

  description = g_strdup_printf (ngettext ("%u of %u action", "%u of %u actions", progress.total),
                                 progress.done, progress.total);
  if (progress.done == progress.total)
    cell_set (cell, "done", text, description);
  else if (progress.done == 0 && lev_dossier_get_step (dossier) < number)
    cell_set (cell, "open", "·", _("not begun"));
  else
    cell_set (cell, "busy", text, description);
}

/* What the cell of @dossier in step @number shows; the steps of the round are the same for all. */
static void
fill_cell (Cell       *cell,
           LevReview  *review,
           LevDossier *dossier,
           guint       number)
{
  guint step = lev_dossier_get_step (dossier);
  LevProgress progress = count_actions (dossier, number);
  gboolean counts_actions = number >= 7 && number <= 12;

  if (counts_actions && progress.total == 0 && step > 6)
    cell_set (cell, "none", "–", _("does not apply"));
  else if (counts_actions && progress.total > 0)
    fill_counted (cell, progress, number, dossier);
  else if (step > number || (number == 14 && review->closed != 0))
    cell_set (cell, "done", "✓", _("done"));
  else if (step == number)
    cell_set (cell, "current", _("now"), _("waits here"));
  else
    cell_set (cell, "open", "·", _("not begun"));
}

static GtkWidget *
create_label (const char *text,
              const char *css_class,
              float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_cell (LevStepMatrix *self,
             LevDossier    *dossier,
             guint          number)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *description = NULL;
  GtkWidget *button = gtk_button_new ();
  Cell cell = { NULL };

  fill_cell (&cell, self->review, dossier, number);
  description = g_strdup_printf (_("%s, step %u, %s"), supplier, number, cell.description);
  gtk_button_set_label (GTK_BUTTON (button), cell.text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "matrix-cell");
  gtk_widget_add_css_class (button, cell.css_class);
  gtk_widget_set_tooltip_text (button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.step");
  cell_clear (&cell);

  return button;
}

static void
attach_headings (LevStepMatrix *self)
{
  GtkGrid *grid = GTK_GRID (self->grid);

  gtk_grid_attach (grid, create_label (_("Supplier"), "dimmed", 0), 0, 1, 1, 1);
  gtk_grid_attach (grid, create_label (_("CM"), "dimmed", 0), 1, 1, 1, 1);

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      g_autofree char *text = g_strdup_printf ("%u", number);
      GtkWidget *label = create_label (text, number == self->current ? "accent" : "dimmed", 0.5);

      gtk_grid_attach (grid, label, FIRST_COLUMN + (int) number - 1, 1, 1, 1);
    }

  for (guint number = 1; number <= LEV_N_STEPS;)
    {
      LevPhase phase = lev_step_get (number)->phase;
      guint first = number;

      while (number <= LEV_N_STEPS && lev_step_get (number)->phase == phase)
        number++;
      gtk_grid_attach (grid, create_label (lev_phase_get_title (phase), "heading", 0.5),
                       FIRST_COLUMN + (int) first - 1, 0, (int) (number - first), 1);
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
attach_dossier (LevStepMatrix *self,
                LevDossier    *dossier,
                int            row)
{
  GtkGrid *grid = GTK_GRID (self->grid);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *initials = dup_initials (dossier->manager);
  GtkWidget *name = create_label (supplier, NULL, 0);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, create_label (initials, "dimmed", 0), 1, row, 1, 1);
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    gtk_grid_attach (grid, create_cell (self, dossier, number), FIRST_COLUMN + (int) number - 1,
                     row, 1, 1);
}

static void
lev_step_matrix_dispose (GObject *object)
{
  g_clear_pointer (&LEV_STEP_MATRIX (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (lev_step_matrix_parent_class)->dispose (object);
}

static void
lev_step_matrix_class_init (LevStepMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lev_step_matrix_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lev_step_matrix_init (LevStepMatrix *self)
{
}

void
lev_step_matrix_update (LevStepMatrix *self,
                        LevReview     *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 4);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  self->review = review;
  self->current = lev_review_get_step (review);
  attach_headings (self);
  for (guint i = 0; i < dossiers->len; i++)
    attach_dossier (self, g_ptr_array_index (dossiers, i), FIRST_ROW + (int) i);
  self->review = NULL;
}
