/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-sheet.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "lev-cell-text.h"
#include "lev-workbook-private.h"

/* Excel's day 1 is 1 January 1900, and it has a 29 February 1900: right from 1 March 1900 on. */
#define SERIAL_OFFSET (693594)
#define FIRST_SERIAL  (61)

#define MAX_LINKS (65000)

/* The most room that a logo takes, in pixels, and what is above it. */
#define LOGO_HEIGHT (46.0)
#define LOGO_OFFSET (3)

static inline gboolean
is_usable (LevSheet *self)
{
  return G_LIKELY (self != NULL);
}

static inline void
check (LevSheet *self,
       guint     row,
       guint     column,
       lxw_error result)
{
  if (G_UNLIKELY (result != LXW_NO_ERROR))
    lev_workbook_keep_failure (self->workbook, self, row, column, lxw_strerror (result));
}

static inline lxw_format *
get_format (LevSheet *self,
            guint     style)
{
  return lev_workbook_get_format (self->workbook, style, FALSE);
}

void
lev_sheet_write_text (LevSheet   *self,
                      guint       row,
                      guint       column,
                      const char *text,
                      guint       style)
{
  lxw_format *format;

  if (!is_usable (self))
    return;

  if (text == NULL || *text == '\0')
    {
      lev_sheet_write_blank (self, row, column, style);
      return;
    }

  text = lev_cell_text_clean (text, self->text);
  format = lev_workbook_get_format (self->workbook, style, lev_cell_text_needs_quote (text));
  check (self, row, column, worksheet_write_string (self->worksheet, row, column, text, format));
}

void
lev_sheet_write_number (LevSheet *self,
                        guint     row,
                        guint     column,
                        double    number,
                        guint     style)
{
  if (!is_usable (self))
    return;

  if (!isfinite (number))
    {
      lev_workbook_keep_failure (self->workbook, self, row, column, _("the number is not finite"));
      return;
    }

  check (self, row, column,
         worksheet_write_number (self->worksheet, row, column, number, get_format (self, style)));
}

void
lev_sheet_write_date (LevSheet *self,
                      guint     row,
                      guint     column,
                      LevDate   date,
                      guint     style)
{
  if (date >= SERIAL_OFFSET + FIRST_SERIAL)
    {
      lev_sheet_write_number (self, row, column, (double) date - SERIAL_OFFSET, style);
    }
  else
    {
      g_autofree char *text = lev_date_format (date);

      lev_sheet_write_text (self, row, column, text, style);
    }
}

void
lev_sheet_write_blank (LevSheet *self,
                       guint     row,
                       guint     column,
                       guint     style)
{
  if (is_usable (self))
    check (self, row, column,
           worksheet_write_blank (self->worksheet, row, column, get_format (self, style)));
}

void
lev_sheet_write_formula (LevSheet   *self,
                         guint       row,
                         guint       column,
                         const char *formula,
                         const char *text,
                         double      number,
                         guint       style)
{
  lxw_format *format;

  if (!is_usable (self))
    return;

  format = get_format (self, style);
  if (text != NULL)
    check (self, row, column,
           worksheet_write_formula_str (self->worksheet, row, column, formula, format,
                                        lev_cell_text_clean (text, self->text)));
  else if (isfinite (number))
    check (self, row, column,
           worksheet_write_formula_num (self->worksheet, row, column, formula, format, number));
  else
    lev_workbook_keep_failure (self->workbook, self, row, column, _("the number is not finite"));
}

void
lev_sheet_write_link (LevSheet   *self,
                      guint       row,
                      guint       column,
                      LevSheet   *target,
                      guint       target_row,
                      guint       target_column,
                      const char *text,
                      guint       style)
{
  if (!is_usable (self))
    return;

  if (is_usable (target) && self->n_links < MAX_LINKS)
    {
      char cell[LXW_MAX_CELL_NAME_LENGTH];
      g_autofree char *url = NULL;

      lxw_rowcol_to_cell (cell, target_row, target_column);
      url = g_strdup_printf ("internal:'%s'!%s", target->name, cell);
      check (self, row, column,
             worksheet_write_url (self->worksheet, row, column, url, get_format (self, style)));
      self->n_links++;
    }

  lev_sheet_write_text (self, row, column, text, style);
}

void
lev_sheet_merge (LevSheet       *self,
                 const LevRange *range,
                 guint           style)
{
  if (is_usable (self))
    check (self, range->row, range->column,
           worksheet_merge_range (self->worksheet, range->row, range->column, range->last_row,
                                  range->last_column, "", get_format (self, style)));
}

void
lev_sheet_set_width (LevSheet *self,
                     guint     first,
                     guint     last,
                     double    width)
{
  if (is_usable (self))
    check (self, 0, first, worksheet_set_column (self->worksheet, first, last, width, NULL));
}

void
lev_sheet_set_height (LevSheet *self,
                      guint     row,
                      double    height)
{
  if (is_usable (self))
    check (self, row, 0, worksheet_set_row (self->worksheet, row, height, NULL));
}

void
lev_sheet_freeze (LevSheet *self,
                  guint     row,
                  guint     column)
{
  if (is_usable (self))
    worksheet_freeze_panes (self->worksheet, row, column);
}

void
lev_sheet_set_tab_colour (LevSheet *self,
                          guint32   colour)
{
  if (!is_usable (self))
    return;

  worksheet_set_tab_color (self->worksheet, lev_workbook_get_colour (self->workbook, colour));
  worksheet_gridlines (self->worksheet, LXW_HIDE_ALL_GRIDLINES);
}

void
lev_sheet_set_print_area (LevSheet       *self,
                          const LevRange *range)
{
  if (is_usable (self))
    check (self, range->row, range->column,
           worksheet_print_area (self->worksheet, range->row, range->column, range->last_row,
                                 range->last_column));
}

/* An ampersand starts a code in a header or footer. Excel takes 255 characters of it in all. */
static char *
dup_header_text (LevSheet   *self,
                 const char *text)
{
  g_auto (GStrv) parts = g_strsplit (lev_cell_text_clean (text, self->text), "&", -1);
  g_autofree char *joined = g_strjoinv ("&&", parts);

  return g_utf8_substring (joined, 0, MIN (g_utf8_strlen (joined, -1), 80));
}

void
lev_sheet_set_print (LevSheet       *self,
                     const LevPrint *print)
{
  g_autofree char *header_text = NULL;
  g_autofree char *footer_text = NULL;
  g_autofree char *header = NULL;
  g_autofree char *footer = NULL;

  if (!is_usable (self))
    return;

  header_text = dup_header_text (self, print->header);
  footer_text = dup_header_text (self, print->footer);
  /* Black, for not every program knows the code for a colour: gnumeric prints it. */
  header = g_strdup_printf ("&R&8%s", header_text);
  footer = g_strdup_printf ("&L&8%s&C&8&A&R&8%s", footer_text, print->page);

  worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, 9);
  worksheet_set_margins (self->worksheet, 0.4, 0.4, 0.55, 0.6);
  worksheet_center_horizontally (self->worksheet);
  worksheet_fit_to_pages (self->worksheet, 1, print->is_one_page ? 1 : 0);
  check (self, 0, 0, worksheet_set_header (self->worksheet, header));
  check (self, 0, 0, worksheet_set_footer (self->worksheet, footer));
  if (!print->is_one_page)
    check (self, print->repeat_first, 0,
           worksheet_repeat_rows (self->worksheet, print->repeat_first, print->repeat_last));
}

void
lev_sheet_protect (LevSheet *self)
{
  lxw_protection options = {
    .format_columns = LXW_TRUE,
    .format_rows = LXW_TRUE,
    .autofilter = LXW_TRUE,
  };

  if (is_usable (self))
    worksheet_protect (self->worksheet, NULL, &options);
}

void
lev_sheet_hide (LevSheet *self)
{
  if (is_usable (self))
    worksheet_hide (self->worksheet);
}

void
lev_sheet_add_table (LevSheet          *self,
                     const char        *name,
                     const LevRange    *range,
                     const char *const *headers,
                     guint              header_style)
{
  guint n_columns = range->last_column - range->column + 1;
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n_columns);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, n_columns + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  lxw_table_options options = {
    .name = name,
    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
    .style_type_number = 0,
    .columns = list,
  };

  if (!is_usable (self))
    return;

  for (guint i = 0; i < n_columns; i++)
    {
      g_ptr_array_add (texts, g_strdup (lev_cell_text_clean (headers[i], self->text)));
      columns[i].header = texts->pdata[i];
      columns[i].header_format = get_format (self, header_style);
      list[i] = &columns[i];
    }

  check (self, range->row, range->column,
         worksheet_add_table (self->worksheet, range->row, range->column, range->last_row,
                              range->last_column, &options));
}

static void
set_condition (lxw_conditional_format *format,
               const LevRule          *rule,
               const char             *quoted)
{
  switch (rule->kind)
    {
    case LEV_RULE_TEXT:
      format->type = LXW_CONDITIONAL_TYPE_CELL;
      format->criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
      format->value_string = quoted;
      break;

    case LEV_RULE_BETWEEN:
      format->type = LXW_CONDITIONAL_TYPE_CELL;
      format->criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN;
      format->min_value = rule->minimum;
      format->max_value = rule->maximum;
      break;

    case LEV_RULE_ABOVE:
      format->type = LXW_CONDITIONAL_TYPE_CELL;
      format->criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN;
      format->value = rule->minimum;
      break;

    case LEV_RULE_FORMULA:
      format->type = LXW_CONDITIONAL_TYPE_FORMULA;
      format->value_string = rule->text;
      break;

    case LEV_RULE_BAR:
    default:
      format->type = LXW_CONDITIONAL_DATA_BAR;
      format->data_bar_2010 = LXW_TRUE;
      format->bar_solid = LXW_TRUE;
      format->bar_no_border = LXW_TRUE;
      format->bar_color = rule->colour;
      format->min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
      format->min_value = rule->minimum;
      format->max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
      format->max_value = rule->maximum;
      break;
    }
}

/* A text as a formula writes it. */
static char *
dup_quoted (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s\"", doubled);
}

void
lev_sheet_add_rule (LevSheet       *self,
                    const LevRange *range,
                    const LevRule  *rule)
{
  lxw_conditional_format format = {
    0,
  };
  g_autofree char *quoted = NULL;

  if (!is_usable (self))
    return;

  if (rule->kind == LEV_RULE_TEXT)
    quoted = dup_quoted (rule->text);
  if (rule->kind != LEV_RULE_BAR)
    format.format = get_format (self, rule->style);
  set_condition (&format, rule, quoted);

  check (self, range->row, range->column,
         worksheet_conditional_format_range (self->worksheet, range->row, range->column,
                                             range->last_row, range->last_column, &format));
}

static lxw_datetime
to_datetime (LevDate date)
{
  GDate calendar;

  g_date_clear (&calendar, 1);
  g_date_set_julian (&calendar, date);

  return (lxw_datetime) {
    .year = g_date_get_year (&calendar),
    .month = g_date_get_month (&calendar),
    .day = g_date_get_day (&calendar),
  };
}

static void
set_accepted (lxw_data_validation *validation,
              const LevInput      *input,
              const char          *name_formula)
{
  switch (input->kind)
    {
    case LEV_INPUT_LIST:
      validation->validate = LXW_VALIDATION_TYPE_LIST;
      validation->value_list = (const char **) input->choices;
      break;

    case LEV_INPUT_NAME:
      validation->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation->value_formula = name_formula;
      break;

    case LEV_INPUT_DATE:
      validation->validate = LXW_VALIDATION_TYPE_DATE;
      validation->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      validation->minimum_datetime = to_datetime (input->first);
      validation->maximum_datetime = to_datetime (input->last);
      break;

    case LEV_INPUT_LENGTH:
    default:
      validation->validate = LXW_VALIDATION_TYPE_LENGTH;
      validation->criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO;
      validation->value_number = input->length;
      break;
    }
}

void
lev_sheet_add_input (LevSheet       *self,
                     const LevRange *range,
                     const LevInput *input)
{
  lxw_data_validation validation = {
    .input_title = input->title,
    .input_message = input->prompt,
    .error_title = input->error_title,
    .error_message = input->error,
  };
  g_autofree char *name_formula = NULL;

  if (!is_usable (self))
    return;

  if (input->kind == LEV_INPUT_NAME)
    name_formula = g_strdup_printf ("=%s", input->name);
  set_accepted (&validation, input, name_formula);

  check (self, range->row, range->column,
         worksheet_data_validation_range (self->worksheet, range->row, range->column,
                                          range->last_row, range->last_column, &validation));
}

void
lev_sheet_define_name (LevSheet       *self,
                       const char     *name,
                       const LevRange *range)
{
  char cells[LXW_MAX_CELL_RANGE_LENGTH];

  if (!is_usable (self))
    return;

  lxw_rowcol_to_range_abs (cells, range->row, range->column, range->last_row, range->last_column);
  lev_workbook_define_name (self->workbook, name, self, cells);
}

void
lev_sheet_add_logo (LevSheet            *self,
                    const LevHouseStyle *style,
                    guint                row,
                    guint                column,
                    guint                width)
{
  lxw_image_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
  int columns, rows;
  GBytes *logo = lev_house_style_get_logo (style, &columns, &rows);
  const guint8 *data;
  lxw_error result;
  gsize size;

  if (logo == NULL || !is_usable (self))
    return;

  data = g_bytes_get_data (logo, &size);
  options.x_scale = MIN ((double) width / columns, LOGO_HEIGHT / rows);
  options.y_scale = options.x_scale;
  options.x_offset = (int) (width - options.x_scale * columns);
  options.y_offset = LOGO_OFFSET;
  options.description = lev_house_style_get_organisation (style);
  options.decorative = options.description == NULL;
  result = worksheet_insert_image_buffer_opt (self->worksheet, row, column, data, size, &options);
  if (result != LXW_NO_ERROR)
    lev_workbook_keep_failure (self->workbook, self, row, column, lxw_strerror (result));
}

char *
lev_sheet_format_range (const LevRange *range,
                        char           *buffer,
                        gsize           size)
{
  char cells[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (cells, range->row, range->column, range->last_row, range->last_column);
  g_strlcpy (buffer, cells, size);

  return buffer;
}

const char *
lev_sheet_get_name (LevSheet *self)
{
  return self != NULL ? self->name : "";
}
