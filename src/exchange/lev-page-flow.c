/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-page-flow-private.h"

#include <glib/gi18n.h>

#define FAMILY      "Adwaita Sans, Inter, sans-serif"
#define TOP         (64.0)
#define BOTTOM      (LEV_PAGE_HEIGHT - 62.0)
#define CHIP_HEIGHT (16.0)
#define CHIP_RADIUS (3.0)
#define SIGN_SIZE   (6.0)
#define MAX_CELLS   (8)

/* In characters. */
#define MAX_PARAGRAPH (1500)

typedef struct
{
  LevPageCell  cell;
  PangoLayout *layout; /* NULL for an empty cell */
  int          next;   /* the first line that is not on a page yet */
} Cell;

struct _LevFlowRow
{
  LevPageRow row;
  Cell       cells[MAX_CELLS];
  guint      n_cells;
};

/* Lines of a paragraph take time in proportion to the square of its length: what is longer than any
 * that people write is divided, at a space where there is one. */
static char *
divide_paragraphs (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *divided = g_string_sized_new (strlen (valid));
  guint length = 0;

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      length = c == '\n' ? 0 : length + 1;
      if (length > 2 * MAX_PARAGRAPH || (length > MAX_PARAGRAPH && c == ' '))
        {
          g_string_append_c (divided, '\n');
          length = 0;
        }
      g_string_append_unichar (divided, c);
    }

  return g_string_free_and_steal (divided);
}

PangoLayout *
lev_page_flow_create_layout (LevPageFlow *self,
                             const char  *text,
                             double       size,
                             gboolean     is_bold,
                             double       width,
                             LevCellAlign align)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER,
                                               PANGO_ALIGN_RIGHT };
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *divided = divide_paragraphs (text);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, !is_bold    ? PANGO_WEIGHT_NORMAL
                                           : size > 12 ? PANGO_WEIGHT_BOLD
                                                       : PANGO_WEIGHT_SEMIBOLD);
  /* Every letter stays a letter of its own for who searches or copies, and no hyphen is added. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, calt=0, clig=0"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignments[align]);
  pango_layout_set_spacing (layout, PANGO_SCALE);
  pango_layout_set_text (layout, divided, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

/* How many lines of @layout from @first fit in @room, and how high they are. */
static int
count_lines (PangoLayout *layout,
             int          first,
             double       room,
             double      *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int index = 0, n_lines = 0, start = 0, y0, y1;

  *height = 0;
  do
    {
      if (index++ < first)
        continue;
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (n_lines == 0)
        start = y0;
      if ((y1 - start) / (double) PANGO_SCALE > room)
        break;
      *height = (y1 - start) / (double) PANGO_SCALE;
      n_lines++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return n_lines;
}

static double
get_cell_height (const Cell *cell)
{
  double height;

  if (cell->layout == NULL)
    return 0;
  count_lines (cell->layout, cell->next, G_MAXINT, &height);

  return cell->cell.has_fill ? MAX (height + 4, CHIP_HEIGHT) : height;
}

static double
get_row_height (const LevFlowRow *row)
{
  double height = 0;

  for (guint i = 0; i < row->n_cells; i++)
    height = MAX (height, get_cell_height (&row->cells[i]));

  return row->row.above + height + row->row.below;
}

static void
row_free (gpointer data)
{
  LevFlowRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_clear_object (&row->cells[i].layout);
      g_free ((char *) row->cells[i].cell.text);
    }
  g_free (row);
}

static LevFlowRow *
row_new (LevPageFlow       *self,
         const LevPageCell *cells,
         guint              n_cells,
         const LevPageRow  *options)
{
  LevFlowRow *row = g_new0 (LevFlowRow, 1);

  g_assert (n_cells <= MAX_CELLS);
  row->row = *options;
  row->n_cells = n_cells;
  for (guint i = 0; i < n_cells; i++)
    {
      Cell *cell = &row->cells[i];
      gboolean is_empty = cells[i].text == NULL || *cells[i].text == '\0';

      cell->cell = cells[i];
      cell->cell.text = g_strdup (cells[i].text);
      if (!is_empty)
        cell->layout = lev_page_flow_create_layout (self, cells[i].text, cells[i].size,
                                                    cells[i].is_bold, cells[i].width,
                                                    cells[i].align);
    }

  return row;
}

static void
add_mark (LevPageFlow *self,
          LevPageMark  mark)
{
  GArray *page = g_ptr_array_index (self->pages, self->pages->len - 1);

  if (mark.layout != NULL)
    g_object_ref (mark.layout);
  g_array_append_val (page, mark);
}

static void
add_box (LevPageFlow *self,
         double       x,
         double       y,
         double       width,
         double       height,
         double       radius,
         guint32      fill)
{
  add_mark (self, (LevPageMark) { .kind = LEV_MARK_BOX,
                                  .x = LEV_PAGE_MARGIN + x,
                                  .y = y,
                                  .width = width,
                                  .height = height,
                                  .radius = radius,
                                  .ink = fill });
}

static void
mark_clear (gpointer data)
{
  g_clear_object (&((LevPageMark *) data)->layout);
}

static void
add_page (LevPageFlow *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (LevPageMark));

  g_array_set_clear_func (page, mark_clear);
  g_ptr_array_add (self->pages, page);
  self->y = TOP;
}

static void
add_text (LevPageFlow *self,
          const char  *text,
          double       size,
          gboolean     is_bold,
          guint32      ink,
          double       y,
          LevCellAlign align)
{
  g_autoptr (PangoLayout)
    layout = lev_page_flow_create_layout (self, text, size, is_bold, LEV_PAGE_INNER, align);

  add_mark (self, (LevPageMark) { .kind = LEV_MARK_LINES,
                                  .x = LEV_PAGE_MARGIN,
                                  .y = y,
                                  .ink = ink,
                                  .layout = layout,
                                  .n_lines = pango_layout_get_line_count (layout) });
}

static void
add_title (LevPageFlow *self,
           const char  *title)
{
  add_text (self, title, 12, TRUE, LEV_INK_ACCENT, self->y, LEV_CELL_START);
  self->y += 18;
  add_mark (self, (LevPageMark) { .kind = LEV_MARK_RULE,
                                  .x = LEV_PAGE_MARGIN,
                                  .y = self->y,
                                  .width = LEV_PAGE_INNER,
                                  .height = 1,
                                  .ink = LEV_FILL_ACCENT });
  self->y += 7;
}

/* The chip or the sign and the lines of @cell that fit in @room. */
static void
place_cell (LevPageFlow *self,
            Cell        *cell,
            double       y,
            double       room)
{
  double height;
  int n_lines = count_lines (cell->layout, cell->next, room, &height);
  double x = LEV_PAGE_MARGIN + cell->cell.x;

  if (n_lines == 0)
    return;

  if (cell->cell.has_fill)
    {
      double chip = MAX (height + 4, CHIP_HEIGHT);

      add_box (self, cell->cell.x, y, cell->cell.width, chip, CHIP_RADIUS, cell->cell.fill);
      if (cell->cell.sign != LEV_LEVEL_UNKNOWN)
        add_mark (self, (LevPageMark) { .kind = LEV_MARK_SIGN,
                                        .x = x + 9,
                                        .y = y + chip / 2,
                                        .height = SIGN_SIZE,
                                        .ink = cell->cell.ink,
                                        .level = cell->cell.sign });
      y += (chip - height) / 2;
      /* The text is in the middle of what the sign leaves. */
      x += cell->cell.sign != LEV_LEVEL_UNKNOWN ? 4 : 0;
    }
  add_mark (self, (LevPageMark) { .kind = LEV_MARK_LINES,
                                  .x = x,
                                  .y = y,
                                  .ink = cell->cell.ink,
                                  .layout = cell->layout,
                                  .first = cell->next,
                                  .n_lines = n_lines });
  cell->next += n_lines;
}

static gboolean
is_placed (const LevFlowRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].layout != NULL &&
        row->cells[i].next < pango_layout_get_line_count (row->cells[i].layout))
      return FALSE;

  return TRUE;
}

/* Places as much of @row as the page has room for. */
static void
place_part (LevPageFlow *self,
            LevFlowRow  *row)
{
  double room = BOTTOM - self->y - row->row.above - row->row.below;
  double height = MIN (get_row_height (row), BOTTOM - self->y);

  if (row->row.is_panel || row->row.is_head)
    add_box (self, 0, self->y, LEV_PAGE_INNER, height, row->row.is_head ? CHIP_RADIUS : 0,
             row->row.is_head ? LEV_FILL_ACCENT : LEV_FILL_PANEL);
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].layout != NULL)
      place_cell (self, &row->cells[i], self->y + row->row.above, room);
  self->y += height;
}

static void
place_head (LevPageFlow *self)
{
  if (self->head == NULL)
    return;

  for (guint i = 0; i < self->head->n_cells; i++)
    self->head->cells[i].next = 0;
  place_part (self, self->head);
  self->y += 2;
}

static void
break_page (LevPageFlow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;

  if (self->title == NULL)
    {
      add_page (self);
      return;
    }

  note = g_strdup_printf (_("continued on page %u"), self->pages->len + 1);
  add_text (self, note, 8, FALSE, LEV_INK_SECONDARY, BOTTOM + 4, LEV_CELL_END);
  add_page (self);
  /* Translators: the heading of a section that began on the page before */
  title = g_strdup_printf (_("%s (continued)"), self->title);
  add_title (self, title);
  place_head (self);
}

static double
get_room_on_new_page (LevPageFlow *self)
{
  return BOTTOM - TOP - (self->title != NULL ? 25 : 0) -
         (self->head != NULL ? get_row_height (self->head) + 2 : 0);
}

static void
place_row (LevPageFlow *self,
           LevFlowRow  *row)
{
  double height = get_row_height (row);

  /* A row is divided when it is higher than a page, and then not with one line at its foot. */
  if (self->y + height > BOTTOM && (height <= get_room_on_new_page (self) || BOTTOM - self->y < 40))
    break_page (self);

  place_part (self, row);
  while (!is_placed (row))
    {
      break_page (self);
      place_part (self, row);
    }

  if (row->row.has_line)
    add_mark (self, (LevPageMark) { .kind = LEV_MARK_RULE,
                                    .x = LEV_PAGE_MARGIN,
                                    .y = self->y,
                                    .width = LEV_PAGE_INNER,
                                    .height = 0.6,
                                    .ink = LEV_FILL_HAIRLINE });
}

LevPageFlow *
lev_page_flow_new (const char *left,
                   const char *right,
                   const char *footer)
{
  LevPageFlow *self = g_new0 (LevPageFlow, 1);

  self->left = g_strdup (left);
  self->right = g_strdup (right);
  self->footer = g_strdup (footer);
  self->date = lev_clock_today ();
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_heat_map_data_free);
  add_page (self);

  return self;
}

void
lev_page_flow_take_style (LevPageFlow   *self,
                          LevHouseStyle *style)
{
  const char *organisation = lev_house_style_get_organisation (style);

  g_clear_pointer (&self->style, lev_house_style_free);
  self->style = style;
  if (organisation != NULL)
    {
      g_autofree char *left = g_steal_pointer (&self->left);

      self->left = g_strdup_printf ("%s  ·  %s", organisation, left);
    }
}

void
lev_page_flow_free (LevPageFlow *self)
{
  g_clear_pointer (&self->style, lev_house_style_free);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->maps);
  g_clear_pointer (&self->head, row_free);
  g_clear_pointer (&self->group, g_ptr_array_unref);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->left);
  g_free (self->right);
  g_free (self->footer);
  g_free (self);
}

void
lev_page_flow_set_date (LevPageFlow *self,
                        LevDate      date)
{
  g_return_if_fail (self != NULL);

  self->date = date;
}

LevDate
lev_page_flow_get_date (LevPageFlow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->date;
}

void
lev_page_flow_add_row (LevPageFlow       *self,
                       const LevPageCell *cells,
                       guint              n_cells,
                       const LevPageRow  *row)
{
  LevFlowRow *made = row_new (self, cells, n_cells, row);

  if (self->group != NULL)
    {
      g_ptr_array_add (self->group, made);
      return;
    }

  place_row (self, made);
  row_free (made);
}

void
lev_page_flow_begin_group (LevPageFlow *self)
{
  g_return_if_fail (self->group == NULL);

  self->group = g_ptr_array_new_with_free_func (row_free);
}

void
lev_page_flow_end_group (LevPageFlow *self)
{
  g_autoptr (GPtrArray) group = g_steal_pointer (&self->group);
  double height = 0;

  for (guint i = 0; i < group->len; i++)
    height += get_row_height (g_ptr_array_index (group, i));
  if (self->y + height > BOTTOM && height <= get_room_on_new_page (self))
    break_page (self);
  for (guint i = 0; i < group->len; i++)
    place_row (self, g_ptr_array_index (group, i));
}

void
lev_page_flow_begin (LevPageFlow *self,
                     const char  *title,
                     double       needed)
{
  g_clear_pointer (&self->head, row_free);
  g_clear_pointer (&self->title, g_free);
  if (self->y > TOP)
    self->y += 16;
  if (self->y + 25 + needed > BOTTOM)
    add_page (self);
  self->title = g_strdup (title);
  add_title (self, title);
}

void
lev_page_flow_head (LevPageFlow       *self,
                    const LevPageCell *cells,
                    guint              n_cells)
{
  const LevPageRow row = { .above = 4, .below = 4, .is_head = TRUE };

  g_clear_pointer (&self->head, row_free);
  self->head = row_new (self, cells, n_cells, &row);
  place_head (self);
}

void
lev_page_flow_add_maps (LevPageFlow    *self,
                        LevHeatMapData *data,
                        const char     *now,
                        const char     *expected,
                        double          height)
{
  const LevHeatState states[] = { LEV_HEAT_NOW, LEV_HEAT_RESIDUAL };
  const double width = LEV_PAGE_INNER / 2 - 14;
  const LevPageCell cells[] = {
    { .x = 26, .width = width, .text = now, .size = 9, .is_bold = TRUE, .ink = LEV_INK_TEXT },
    { .x = width + 54, .width = width, .text = expected, .size = 9, .is_bold = TRUE,
      .ink = LEV_INK_TEXT },
  };

  lev_page_flow_add_row (self, cells, G_N_ELEMENTS (cells), &(LevPageRow) { .below = 3 });
  g_ptr_array_add (self->maps, data);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    add_mark (self, (LevPageMark) { .kind = LEV_MARK_MAP,
                                    .x = LEV_PAGE_MARGIN + i * (width + 28),
                                    .y = self->y,
                                    .width = width,
                                    .height = height,
                                    .data = data,
                                    .state = states[i] });
  self->y += height + 6;
}

guint
lev_page_flow_get_n_pages (LevPageFlow *self)
{
  return self->pages->len;
}
