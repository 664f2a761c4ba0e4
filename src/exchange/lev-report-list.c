/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-list.h"

#include <string.h>

#include <glib/gi18n.h>

#define HEADER_HEIGHT (36)
#define TOTAL_HEIGHT  (20)
#define LINE_HEIGHT   (12.8)
#define MAX_HEIGHT    (409)

/* A note does not start below a column of numbers. */
#define NARROW (10)

/* Body text takes about so many characters per unit of width. */
#define CHARACTERS_PER_WIDTH (1.08)

const LevReportRule lev_report_class_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_CRITICAL, .style = LEV_STYLE_SIGN_CRITICAL },
  { LEV_RULE_TEXT, LEV_WORD_HIGH, .style = LEV_STYLE_SIGN_HIGH },
  { LEV_RULE_TEXT, LEV_WORD_MEDIUM, .style = LEV_STYLE_SIGN_MEDIUM },
  { LEV_RULE_TEXT, LEV_WORD_LOW, .style = LEV_STYLE_SIGN_LOW },
  { LEV_RULE_TEXT, LEV_WORD_UNKNOWN, .style = LEV_STYLE_SIGN_UNKNOWN },
  { .style = LEV_N_STYLES },
};

const LevReportRule lev_report_answer_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_YES, .style = LEV_STYLE_SIGN_CRITICAL },
  { LEV_RULE_TEXT, LEV_WORD_ATTENTION, .style = LEV_STYLE_SIGN_MEDIUM },
  { LEV_RULE_TEXT, LEV_WORD_INSUFFICIENT, .style = LEV_STYLE_SIGN_UNKNOWN },
  { LEV_RULE_TEXT, LEV_WORD_NO, .style = LEV_STYLE_SIGN_NO },
  { .style = LEV_N_STYLES },
};

const LevReportRule lev_report_advice_rules[] = {
  { LEV_RULE_TEXT, LEV_WORD_DO_NOT_TAKE, .style = LEV_STYLE_INK_CRITICAL },
  { .style = LEV_N_STYLES },
};

const LevReportRule lev_report_progress_rules[] = {
  { LEV_RULE_BAR, .maximum = 1 },
  { .style = LEV_N_STYLES },
};

void
lev_report_write_frame (LevReport     *report,
                        LevReportSheet sheet,
                        const char    *title,
                        const char    *intro,
                        gboolean       is_one_page,
                        guint          n_repeated)
{
  LevSheet *target = report->sheets[sheet];
  g_autofree char *header = NULL;
  g_autofree char *footer = g_strdup_printf (_("Review %s · confidential"), report->name);

  header = report->organisation != NULL && *report->organisation != '\0'
             ? g_strdup_printf ("%s · Levman", report->organisation)
             : g_strdup ("Levman");

  lev_sheet_write_text (target, 0, 0, title, LEV_STYLE_TITLE);
  lev_sheet_set_height (target, 0, 26);
  if (intro != NULL)
    lev_sheet_write_text (target, 1, 0, intro, LEV_STYLE_INTRO);
  lev_sheet_set_height (target, 1, 16);
  lev_sheet_set_height (target, 2, 6);
  lev_sheet_set_print (target,
                       &(LevPrint) {
                         .header = header,
                         .footer = footer,
                         /* Translators: &P is the page, &N the number of pages; keep them. */
                         .page = _("Page &P of &N"),
                         .is_one_page = is_one_page,
                         .repeat_first = 0,
                         .repeat_last = n_repeated > 0 ? n_repeated - 1 : 0,
                       });
}

void
lev_report_add_rules (LevReport           *report,
                      LevReportSheet       sheet,
                      const LevReportList *list,
                      const LevRange      *range,
                      const LevReportRule *rules)
{
  for (; rules->style != LEV_N_STYLES; rules++)
    {
      g_autofree char *formula = NULL;

      if (rules->kind == LEV_RULE_FORMULA)
        {
          g_autoptr (GString) buffer = g_string_new (NULL);
          g_autofree char *pattern = lev_report_expand (report, list, rules->formula);

          formula = g_strconcat ("=", lev_report_fill_in (pattern, range->row, buffer), NULL);
        }

      lev_sheet_add_rule (report->sheets[sheet], range,
                          &(LevRule) {
                            .kind = rules->kind,
                            .text = formula != NULL ? formula : report->words[rules->word],
                            .minimum = rules->minimum,
                            .maximum = rules->maximum,
                            .colour = LEV_COLOUR_BAR,
                            .style = rules->style,
                          });
    }
}

static void
show_column (LevReport           *report,
             const LevReportList *list,
             guint                column,
             int                  field,
             gconstpointer        item,
             LevShow             *show)
{
  if (list->columns[column].show != NULL)
    list->columns[column].show (report, item, show);
  else
    lev_show_field (report, G_STRUCT_MEMBER (LevRecord *, item, list->record), field, show);
}

/* How many lines @text takes in a column, about. */
static guint
count_lines (const char            *text,
             const LevReportColumn *column)
{
  double per_line = column->width * CHARACTERS_PER_WIDTH;
  guint n_lines = 0;

  for (const char *line = text; line != NULL;)
    {
      const char *end = strchr (line, '\n');
      gsize length = end != NULL ? (gsize) (end - line) : strlen (line);

      n_lines += 1 + (guint) (length / per_line);
      line = end != NULL ? end + 1 : NULL;
    }

  return n_lines;
}

/* What is worked out once per column. */
typedef struct
{
  char *formula; /* expanded, or NULL */
  int   field;
} Prepared;

static void
write_row (LevReport           *report,
           const LevReportList *list,
           const Prepared      *prepared,
           guint                row,
           gconstpointer        item,
           GString             *buffer)
{
  LevSheet *sheet = report->sheets[list->sheet];
  guint n_free = list->n_lines > 0 ? list->n_lines : 2;
  guint n_lines = n_free;

  for (guint i = 0; i < list->n_columns; i++)
    {
      const LevReportColumn *column = &list->columns[i];
      LevShow show;

      show.kind = LEV_SHOW_BLANK;
      show.style = column->style;
      show.target = NULL;
      show.is_plain = FALSE;
      if (item != NULL)
        show_column (report, list, i, prepared[i].field, item, &show);
      /* The white border of a chip is for one that has a colour. */
      if (show.kind == LEV_SHOW_BLANK && show.style == LEV_STYLE_CHIP)
        show.style = LEV_STYLE_TEXT;

      if (show.kind == LEV_SHOW_TEXT && strlen (show.text) > n_free * column->width)
        n_lines = MAX (n_lines, count_lines (show.text, column));

      if (prepared[i].formula != NULL && item != NULL && !show.is_plain)
        lev_show_write (&show, sheet, row, i,
                        lev_report_fill_in (prepared[i].formula, row, buffer));
      else
        lev_show_write (&show, sheet, row, i, NULL);
    }

  lev_sheet_set_height (sheet, row,
                        MIN (list->row_height + (n_lines - n_free) * LINE_HEIGHT, MAX_HEIGHT));
}

/* Excel wants the headers of a table to differ; a space at the end is enough. */
static char **
dup_headers (const LevReportList *list,
             const char *const   *given)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->n_columns; i++)
    {
      const char *source = list->columns[i].header;
      g_autoptr (GString) header = g_string_new (source != NULL ? _(source) : *given++);

      while (!g_hash_table_add (used, g_utf8_casefold (header->str, -1)))
        g_string_append_c (header, ' ');
      g_strv_builder_add (builder, header->str);
    }

  return g_strv_builder_end (builder);
}

static void
write_header (LevReport           *report,
              const LevReportList *list,
              const char *const   *given,
              guint                last_row)
{
  LevSheet *sheet = report->sheets[list->sheet];
  g_auto (GStrv) headers = dup_headers (list, given);
  LevRange range = { LEV_LIST_HEADER_ROW, 0, last_row, list->n_columns - 1 };

  for (guint i = 0; i < list->n_columns; i++)
    lev_sheet_set_width (sheet, i, i, list->columns[i].width);

  lev_sheet_set_height (sheet, LEV_LIST_HEADER_ROW, HEADER_HEIGHT);
  lev_sheet_add_table (sheet, list->table, &range, (const char *const *) headers, LEV_STYLE_HEADER);
  for (guint i = 0; i < list->n_columns; i++)
    lev_sheet_write_text (sheet, LEV_LIST_HEADER_ROW, i, headers[i],
                          lev_style_get_header (list->columns[i].style));
}

/* A name of one cell is its value to gnumeric, and INDEX() finds nothing in it. One row has the
 * header with it, which no formula takes for one of the values. */
static guint
get_first_named_row (guint last_row)
{
  return last_row > LEV_LIST_FIRST_ROW ? LEV_LIST_FIRST_ROW : LEV_LIST_HEADER_ROW;
}

static void
add_names_and_rules (LevReport           *report,
                     const LevReportList *list,
                     guint                last_row,
                     guint                last_named_row)
{
  for (guint i = 0; i < list->n_columns; i++)
    {
      const LevReportColumn *column = &list->columns[i];
      LevRange range = { LEV_LIST_FIRST_ROW, i, last_row, i };

      if (column->name != NULL)
        lev_sheet_define_name (report->sheets[list->sheet], column->name,
                               &(LevRange) { get_first_named_row (last_named_row), i,
                                             last_named_row, i });
      if (column->rules != NULL)
        lev_report_add_rules (report, list->sheet, list, &range, column->rules);
    }
}

/* The sum of what the column shows of all items: the result of a `SUM({})`. */
static double
sum_column (LevReport           *report,
            const LevReportList *list,
            guint                column,
            int                  field,
            GPtrArray           *items)
{
  double sum = 0;

  for (guint i = 0; i < items->len; i++)
    {
      LevShow show = { .kind = LEV_SHOW_BLANK };

      show_column (report, list, column, field, items->pdata[i], &show);
      if (show.kind == LEV_SHOW_NUMBER)
        sum += show.number;
    }

  return sum;
}

static void
write_totals (LevReport           *report,
              const LevReportList *list,
              const Prepared      *prepared,
              GPtrArray           *items,
              guint                last_row)
{
  LevSheet *sheet = report->sheets[list->sheet];

  for (guint i = 0; i < list->n_columns; i++)
    {
      const LevReportColumn *column = &list->columns[i];

      if (g_str_equal (column->id, list->total_label_column))
        lev_sheet_write_text (sheet, last_row + 1, i, _(list->total_label), LEV_STYLE_TOTAL);
      else if (column->total != 0)
        {
          LevRange range = { LEV_LIST_FIRST_ROW, i, last_row, i };
          char cells[64];
          g_autofree char *formula = NULL;

          formula = g_strdup_printf ("SUM(%s)",
                                     lev_sheet_format_range (&range, cells, sizeof cells));
          lev_sheet_write_formula (sheet, last_row + 1, i, formula, NULL,
                                   sum_column (report, list, i, prepared[i].field, items),
                                   column->total);
        }
      else
        lev_sheet_write_blank (sheet, last_row + 1, i, LEV_STYLE_TOTAL);
    }

  lev_sheet_set_height (sheet, last_row + 1, TOTAL_HEIGHT);
}

static Prepared *
prepare_columns (LevReport           *report,
                 const LevReportList *list)
{
  Prepared *prepared = g_new0 (Prepared, list->n_columns);
  LevRecordClass *klass = list->get_type != NULL ? g_type_class_get (list->get_type ()) : NULL;

  for (guint i = 0; i < list->n_columns; i++)
    {
      const LevReportColumn *column = &list->columns[i];

      if (column->formula != NULL)
        prepared[i].formula = lev_report_expand (report, list, column->formula);
      if (column->show == NULL)
        prepared[i].field = lev_record_class_find_field (klass, column->field);
    }

  return prepared;
}

void
lev_report_write_list (LevReport           *report,
                       const LevReportList *list,
                       const char          *intro,
                       const char *const   *headers,
                       GPtrArray           *items,
                       guint                n_named)
{
  LevSheet *sheet = report->sheets[list->sheet];
  guint n_rows = MAX (items->len, 1);
  guint last_row = LEV_LIST_FIRST_ROW + n_rows - 1;
  g_autofree Prepared *prepared = prepare_columns (report, list);
  g_autoptr (GString) buffer = g_string_new (NULL);

  lev_report_write_frame (report, list->sheet, _(list->title), intro, FALSE, LEV_LIST_FIRST_ROW);
  lev_sheet_freeze (sheet, LEV_LIST_FIRST_ROW, 2);
  write_header (report, list, headers, last_row);

  for (guint i = 0; i < n_rows; i++)
    write_row (report, list, prepared, LEV_LIST_FIRST_ROW + i,
               i < items->len ? items->pdata[i] : NULL, buffer);

  add_names_and_rules (report, list, last_row, LEV_LIST_FIRST_ROW + MAX (n_named, 1) - 1);
  if (list->total_label_column != NULL)
    write_totals (report, list, prepared, items, last_row);
  if (list->note != NULL)
    lev_sheet_write_text (sheet, last_row + (list->total_label_column != NULL ? 3 : 2),
                          list->columns[0].width < NARROW ? 1 : 0, _(list->note), LEV_STYLE_NOTE);

  for (guint i = 0; i < list->n_columns; i++)
    g_free (prepared[i].formula);
}
