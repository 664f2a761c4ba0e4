/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-decision-sheet.h"

#include "lev-exchange-error.h"
#include "lev-field-text.h"
#include "lev-process.h"
#include "lev-register.h"
#include "lev-report-sheets.h"

#include <glib/gi18n.h>
#include <string.h>

#define HEADING_ROWS (40) /* within which the headings must stand */

typedef enum
{
  COLUMN_QUESTION,
  COLUMN_DECISION,
  COLUMN_REASON,
  COLUMN_ACCEPTOR,
  COLUMN_UNTIL,
  COLUMN_DATE,
  COLUMN_KEY,
  N_COLUMNS,
} Column;

static const char *const column_ids[N_COLUMNS] = {
  [COLUMN_QUESTION] = "question", [COLUMN_DECISION] = "decision", [COLUMN_REASON] = "reason",
  [COLUMN_ACCEPTOR] = "acceptor", [COLUMN_UNTIL] = "until",       [COLUMN_DATE] = "date",
  [COLUMN_KEY] = "key",
};

struct _LevDecisionSheet
{
  LevReview *review;
  LevPerson *by;
  GPtrArray *rows; /* LevSheetRow */
};

/* Where a row is read from. */
typedef struct
{
  LevWorkbookContent *content;
  int                 sheet;
  guint               row;
  guint               columns[N_COLUMNS];
} Place;

static void
row_free (gpointer data)
{
  LevSheetRow *row = data;

  g_free (row->question);
  g_free (row->reason);
  g_free (row->message);
  g_free (row);
}

static const char *
get_text (const Place *place,
          Column       column)
{
  return lev_workbook_content_get (place->content, place->sheet, place->row,
                                   place->columns[column]);
}

static void
refuse (LevSheetRow *row,
        const char  *message)
{
  row->state = LEV_SHEET_REFUSED;
  g_free (row->message);
  row->message = g_strdelimit (g_strdup (message), "\n", ' ');
}

/* The headings stand in one row, under the heading of the key. */
static gboolean
find_columns (Place   *place,
              guint   *first,
              GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *heading = lev_report_get_decision_heading (column_ids[i]);
      guint row;

      if (lev_workbook_content_find (place->content, place->sheet, heading, HEADING_ROWS, &row,
                                     &place->columns[i]))
        {
          *first = row + 1;
          continue;
        }

      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                   _("The sheet ‘%s’ has no column ‘%s’. Choose an MT report that this application "
                     "made, with its headings as they were."),
                   LEV_REPORT_DECISION_SHEET, heading);
      return FALSE;
    }

  return TRUE;
}

/* Reads a cell as a field of a decision; what cannot be understood refuses the row. */
static void
parse_cell (const Place *place,
            Column       column,
            const char  *field,
            LevSheetRow *row,
            LevRegister *records,
            LevValue    *value)
{
  LevRecordClass *klass = g_type_class_get (LEV_TYPE_DECISION);
  guint index = lev_record_class_find_field (klass, field);
  g_autoptr (GError) error = NULL;

  if (!lev_field_parse (&klass->fields[index], get_text (place, column), records, value, &error) &&
      row->state != LEV_SHEET_REFUSED)
    refuse (row, error->message);
}

/* “uuid/6”: of which action, in which step. */
static void
parse_key (const char  *key,
           LevReview   *review,
           LevSheetRow *row)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 2);
  LevRecord *action = lev_register_lookup (LEV_RECORD (review)->records,
                                           parts[0] != NULL ? parts[0] : "");

  row->step = parts[0] != NULL && g_strcmp0 (parts[1], "6") == 0    ? 6
              : parts[0] != NULL && g_strcmp0 (parts[1], "11") == 0 ? 11
                                                                    : 0;
  if (row->step == 0)
    refuse (row, _("The key of this row is not one of the report."));
  else if (!LEV_IS_ACTION (action) || action->deleted)
    refuse (row, _("The action of this row is not there any more."));
  else if (LEV_ACTION (action)->dossier->review != review)
    refuse (row, _("The action of this row belongs to another round."));
  else
    row->action = LEV_ACTION (action);
}

static LevSheetRow *
read_row (LevDecisionSheet *self,
          const Place      *place)
{
  LevRegister *records = LEV_RECORD (self->review)->records;
  LevSheetRow *row = g_new0 (LevSheetRow, 1);
  const char *decision = get_text (place, COLUMN_DECISION);
  LevValue acceptor = { 0 };
  LevValue until = { 0 };
  LevValue date = { 0 };

  row->line = place->row + 1;
  row->question = g_strdup (get_text (place, COLUMN_QUESTION));
  row->reason = g_strdup (get_text (place, COLUMN_REASON));
  if (*decision == '\0')
    return row;

  row->state = LEV_SHEET_NEW;
  parse_key (get_text (place, COLUMN_KEY), self->review, row);
  if (row->state == LEV_SHEET_REFUSED)
    return row;

  row->outcome = lev_report_parse_outcome (decision, row->step);
  if (row->outcome == LEV_OUTCOME_NONE)
    refuse (row, _("The decision is not one of the list. Choose it from the list in the cell."));
  parse_cell (place, COLUMN_ACCEPTOR, "accepted-by", row, records, &acceptor);
  parse_cell (place, COLUMN_UNTIL, "accepted-until", row, records, &until);
  parse_cell (place, COLUMN_DATE, "date", row, records, &date);
  row->accepted_by = acceptor.record != NULL ? LEV_PERSON (acceptor.record) : NULL;
  row->accepted_until = (LevDate) until.integer;
  row->date = (LevDate) date.integer;

  return row;
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Whether the decision stands already as @row says. A yes without a reason got the one that the
 * process gives it. */
static gboolean
is_recorded (const LevSheetRow *row)
{
  LevDecision *decision = lev_action_get_decision (row->action, row->step);

  return decision != NULL && decision->outcome == (int) row->outcome &&
         (is_same_text (decision->reason, row->reason) ||
          (row->outcome == LEV_OUTCOME_YES && lev_text_is_blank (row->reason))) &&
         decision->date == row->date && decision->accepted_by == row->accepted_by &&
         decision->accepted_until == row->accepted_until;
}

static gboolean
record (LevDecisionSheet  *self,
        const LevSheetRow *row,
        GError           **error)
{
  const LevDecisionDetails details = {
    .by = self->by,
    .date = row->date,
    .reason = row->reason,
    .accepted_by = row->accepted_by,
    .accepted_until = row->accepted_until,
  };

  return lev_process_decide (row->action, row->step, row->outcome, &details, error) != NULL;
}

/* Tries a row against the process, in the running edit. */
static void
try_row (LevDecisionSheet *self,
         LevSheetRow      *row)
{
  LevDecision *decision;
  g_autoptr (GError) error = NULL;

  if (row->state != LEV_SHEET_NEW)
    return;
  if (is_recorded (row))
    {
      row->state = LEV_SHEET_SAME;
      return;
    }

  decision = lev_action_get_decision (row->action, row->step);
  if (row->step == 6 && decision != NULL)
    refuse (row, _("The MT has decided about this action already, in another way."));
  else if (row->date == 0)
    refuse (row, _("The date of the decision is missing."));
  else if (row->date > lev_clock_today ())
    refuse (row, _("The date of the decision lies in the future."));
  else if (!record (self, row, &error))
    refuse (row, error->message);
}

/* All rows in one edit that is abandoned: two rows about one action meet each other. */
static void
try_rows (LevDecisionSheet *self)
{
  LevRegister *records = LEV_RECORD (self->review)->records;

  lev_register_begin (records, "");
  for (guint i = 0; i < self->rows->len; i++)
    try_row (self, g_ptr_array_index (self->rows, i));
  lev_register_abandon (records);
}

LevDecisionSheet *
lev_decision_sheet_new (LevWorkbookContent *content,
                        LevReview          *review,
                        LevPerson          *by,
                        GError            **error)
{
  g_autoptr (LevDecisionSheet) self = g_new0 (LevDecisionSheet, 1);
  Place place = { content, lev_workbook_content_find_sheet (content, LEV_REPORT_DECISION_SHEET) };
  guint n_rows = lev_workbook_content_get_n_rows (content, place.sheet);

  self->review = g_object_ref (review);
  self->by = by != NULL ? g_object_ref (by) : NULL;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  if (place.sheet < 0)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                   _("The workbook has no sheet ‘%s’. Choose an MT report that this application "
                     "made."),
                   LEV_REPORT_DECISION_SHEET);
      return NULL;
    }
  if (!find_columns (&place, &place.row, error))
    return NULL;

  for (; place.row < n_rows; place.row++)
    if (*get_text (&place, COLUMN_KEY) != '\0')
      g_ptr_array_add (self->rows, read_row (self, &place));
  try_rows (self);

  return g_steal_pointer (&self);
}

void
lev_decision_sheet_free (LevDecisionSheet *self)
{
  g_clear_object (&self->review);
  g_clear_object (&self->by);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

guint
lev_decision_sheet_get_n_rows (LevDecisionSheet *self)
{
  return self->rows->len;
}

const LevSheetRow *
lev_decision_sheet_get_row (LevDecisionSheet *self,
                            guint             position)
{
  g_return_val_if_fail (position < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, position);
}

guint
lev_decision_sheet_count (LevDecisionSheet *self,
                          LevSheetState     state)
{
  guint count = 0;

  for (guint i = 0; i < self->rows->len; i++)
    count += lev_decision_sheet_get_row (self, i)->state == state;

  return count;
}

const char *
lev_sheet_state_get_label (LevSheetState state)
{
  static const char *const labels[LEV_SHEET_N_STATES] = {
    [LEV_SHEET_OPEN] = N_("not filled in"),
    [LEV_SHEET_NEW] = N_("new"),
    [LEV_SHEET_SAME] = N_("already recorded"),
    [LEV_SHEET_REFUSED] = N_("refused"),
  };

  return _(labels[state]);
}

gboolean
lev_decision_sheet_apply (LevDecisionSheet *self,
                          GError          **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LevSheetRow *row = lev_decision_sheet_get_row (self, i);

      if (row->state == LEV_SHEET_NEW && !record (self, row, error))
        return FALSE;
    }

  return TRUE;
}
