#include "lev-matrix-cell.h"

#include <glib/gi18n.h>

/* How a cell looks: its style class, and the icon beside or instead of its text. */
typedef struct
{
  const char *css_class;
  const char *icon;
} Look;

/* Of the meeting and before, that it is done is enough. */
static gboolean
is_counted (const LevMatrixCell *cell,
            guint                number)
{
  return cell->progress.total > 0 && cell->state != LEV_MATRIX_OPEN &&
         !(number == 6 && cell->state == LEV_MATRIX_DONE);
}

static Look
get_look (const LevMatrixCell *cell,
          guint                number)
{
  if (cell->returned)
    return (Look) { "returned", "edit-undo-symbolic" };
  if (cell->n_late > 0)
    return (Look) { "late", "alarm-symbolic" };

  switch (cell->state)
    {
    case LEV_MATRIX_NONE:
      return (Look) { "none", NULL };
    case LEV_MATRIX_OPEN:
      return (Look) { "open", NULL };
    case LEV_MATRIX_DONE:
      return (Look) { "done", is_counted (cell, number) ? NULL : "object-select-symbolic" };
    default:
      return (Look) { cell->mine ? "mine" : "busy",
                      cell->outdated && cell->progress.done == cell->progress.total
                        ? "document-edit-symbolic"
                        : NULL };
    }
}

static char *
dup_text (const LevMatrixCell *cell,
          guint                number)
{
  if (is_counted (cell, number))
    return g_strdup_printf ("%u/%u", cell->progress.done, cell->progress.total);

  switch (cell->state)
    {
    case LEV_MATRIX_NONE:
      return g_strdup ("–");
    case LEV_MATRIX_OPEN:
      return g_strdup ("·");
    case LEV_MATRIX_WAITING:
      /* Translators: very short, in a small cell: the supplier is at this step now */
      return g_strdup (_("now"));
    default:
      return NULL;
    }
}

static GtkWidget *
create_content (const char *icon,
                const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_image_set_pixel_size (GTK_IMAGE (image), 13);
      gtk_box_append (GTK_BOX (box), image);
    }
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (text));

  return box;
}

static void
append (GString    *text,
        const char *words)
{
  g_string_append_printf (text, ", %s", words);
}

char *
lev_matrix_cell_describe (const LevMatrixCell *cell,
                          LevDossier          *dossier,
                          guint                first,
                          guint                number)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  GString *text = g_string_new (supplier);

  g_string_append (text, ", ");
  if (first < number)
    g_string_append_printf (text, _("steps %u to %u"), first, number);
  else
    g_string_append_printf (text, _("step %u"), number);

  if (is_counted (cell, number) && first == number)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("%u of %u"), cell->progress.done, cell->progress.total);
    }
  else if (cell->state == LEV_MATRIX_DONE)
    append (text, _("done"));
  if (cell->state == LEV_MATRIX_NONE)
    append (text, _("does not apply"));
  if (cell->state == LEV_MATRIX_OPEN)
    append (text, _("not begun"));
  if (cell->state == LEV_MATRIX_WAITING)
    append (text, _("waits here"));
  if (cell->n_late > 0)
    append (text, _("late"));
  if (cell->returned)
    append (text, _("came back"));
  if (cell->outdated)
    append (text, _("the profile is to be updated"));
  if (cell->mine)
    /* Translators: of what waits in a step: it is the turn of the person who looks */
    append (text, _("up to you"));

  return g_string_free_and_steal (text);
}

/* Where the cell leads: what does not apply to a supplier waits in the archive. */
static guint
get_target (const LevMatrixCell *cell,
            guint                number)
{
  return cell->state == LEV_MATRIX_NONE ? 13 : number;
}

GtkWidget *
lev_matrix_cell_new (const LevMatrixCell *cell,
                     LevDossier          *dossier,
                     guint                first,
                     guint                number)
{
  Look look = get_look (cell, number);
  g_autofree char *text = dup_text (cell, number);
  g_autofree char *description = lev_matrix_cell_describe (cell, dossier, first, number);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

  gtk_button_set_child (GTK_BUTTON (button), create_content (look.icon, text));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "matrix-cell");
  gtk_widget_add_css_class (button, look.css_class);
  gtk_widget_set_tooltip_text (button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uss)", get_target (cell, number),
                                    LEV_RECORD (dossier)->id, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");

  return button;
}

/* A step in which actions are counted. */
#define LEGEND_STEP (8)

/* A cell as it looks, with what that means beside it. */
static void
append_sign (AdwWrapBox          *legend,
             const LevMatrixCell *cell,
             const char          *words)
{
  Look look = get_look (cell, LEGEND_STEP);
  g_autofree char *text = cell->n_late > 0 || cell->returned ? NULL : dup_text (cell, LEGEND_STEP);
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = create_content (look.icon, text);
  GtkWidget *frame = adw_bin_new ();

  adw_bin_set_child (ADW_BIN (frame), sign);
  gtk_widget_add_css_class (frame, "matrix-cell");
  gtk_widget_add_css_class (frame, "sign");
  gtk_widget_add_css_class (frame, look.css_class);
  gtk_box_append (GTK_BOX (item), frame);
  gtk_box_append (GTK_BOX (item), gtk_label_new (words));
  adw_wrap_box_append (legend, item);
}

GtkWidget *
lev_matrix_legend_new (void)
{
  static const struct
  {
    LevMatrixCell cell;
    const char *words;
  } signs[] = {
    { { .state = LEV_MATRIX_DONE }, N_("done") },
    { { .state = LEV_MATRIX_BUSY, .progress = { 1, 3 } }, N_("under way") },
    { { .state = LEV_MATRIX_BUSY, .progress = { 1, 2 }, .mine = TRUE }, N_("up to you") },
    { { .state = LEV_MATRIX_BUSY, .progress = { 1, 2 }, .n_late = 1 }, N_("late") },
    { { .state = LEV_MATRIX_BUSY, .progress = { 1, 2 }, .returned = TRUE }, N_("came back") },
    { { .state = LEV_MATRIX_BUSY, .outdated = TRUE }, N_("update the profile") },
    { { .state = LEV_MATRIX_NONE }, N_("does not apply") },
  };
  GtkWidget *legend = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (legend), 6);
  gtk_widget_add_css_class (legend, "matrix-legend");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    append_sign (ADW_WRAP_BOX (legend), &signs[i].cell, _(signs[i].words));

  return legend;
}
