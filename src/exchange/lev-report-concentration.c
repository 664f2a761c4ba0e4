/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-concentration.h"
#include "lev-report-list.h"

static void
show_kind (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  lev_show_text (show, lev_concentration_get_kind_label (((const LevConcentration *) item)->kind));
}

static void
show_value (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_text (show, ((const LevConcentration *) item)->value);
}

static void
show_count (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_number (show, ((const LevConcentration *) item)->dossiers->len);
}

static void
show_share (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_number (show, (double) ((const LevConcentration *) item)->dossiers->len /
                           MAX (report->n_round, 1));
}

static void
show_suppliers (LevReport    *report,
                gconstpointer item,
                LevShow      *show)
{
  g_autofree char *names = lev_concentration_dup_suppliers (item);

  g_string_assign (report->text, names);
  lev_show_text (show, report->text->str);
}

static const LevReportColumn columns[] = {
  { "kind", N_("What is shared"), 24, LEV_STYLE_NAME, show_kind },
  { "value", N_("Value"), 30, LEV_STYLE_WRAP, show_value },
  { "count", N_("Suppliers"), 12, LEV_STYLE_COUNT_BOLD, show_count },
  { "share", N_("Share of the round"), 13, LEV_STYLE_PERCENT, show_share,
    .rules = lev_report_progress_rules },
  { "suppliers", N_("Which"), 80, LEV_STYLE_WRAP, show_suppliers },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_CONCENTRATION,
  .table = "tblConcentratie",
  .title = N_("Concentration"),
  .note = N_("A sub-supplier is a supplier of the register whose name stands in the profile of "
             "another."),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row_height = 27.8,
};

/* What the suppliers in the report share with others of the round. */
static GPtrArray *
list_groups (LevReport *report)
{
  GPtrArray *groups = lev_review_list_concentrations (report->review);

  for (guint i = groups->len; report->manager != NULL && i > 0; i--)
    {
      const LevConcentration *group = groups->pdata[i - 1];
      gboolean is_concerned = FALSE;

      for (guint j = 0; j < group->dossiers->len; j++)
        is_concerned = is_concerned || lev_report_has_dossier (report, group->dossiers->pdata[j]);
      if (!is_concerned)
        g_ptr_array_remove_index (groups, i - 1);
    }

  return groups;
}

void
lev_report_write_concentration (LevReport *report)
{
  g_autoptr (GPtrArray) groups = list_groups (report);

  lev_report_write_list (report, &list,
                         _("What two or more suppliers of this round have in common, so that one "
                           "event can hit them together."),
                         NULL, groups, groups->len);
}
