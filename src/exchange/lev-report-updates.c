/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-report-list.h"

static const LevReportAction *
get_action (gconstpointer item)
{
  return ((const LevReportUpdate *) item)->action;
}

static void
show_action (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  lev_show_link (show, report, get_action (item)->label, LEV_REPORT_ACTIONS,
                 get_action (item)->row);
}

static void
show_supplier (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_text (show, get_action (item)->supplier->supplier->name);
}

static void
show_title (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  lev_show_text (show, get_action (item)->action->title);
}

static void
show_progress (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_number (show, ((const LevReportUpdate *) item)->update->progress / 100.0);
}

static void
show_text (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  lev_show_text (show, ((const LevReportUpdate *) item)->text);
}

static const LevReportColumn columns[] = {
  { "date", N_("Date"), 11.5, LEV_STYLE_DATE, .field = "date" },
  { "action", N_("Action"), 7, LEV_STYLE_LINK, show_action },
  { "supplier", N_("Supplier"), 18, LEV_STYLE_NAME, show_supplier,
    .formula = "INDEX(Actie_leverancier,MATCH({action},Actie_nr,0))&\"\"" },
  { "title", N_("Title of the action"), 34, LEV_STYLE_WRAP, show_title,
    .formula = "INDEX(Actie_titel,MATCH({action},Actie_nr,0))&\"\"" },
  { "text", N_("Status update"), 52, LEV_STYLE_WRAP, show_text },
  { "progress", N_("Progress"), 11, LEV_STYLE_PERCENT, show_progress, .rules = lev_report_progress_rules },
  { "author", N_("Author"), 14, LEV_STYLE_WRAP, .field = "author" },
  { "channel", N_("Channel"), 11, LEV_STYLE_TEXT, .field = "channel" },
  { "recipients", N_("Recipients"), 32, LEV_STYLE_WRAP, .field = "recipients" },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_UPDATES,
  .table = "tblStatusupdates",
  .title = N_("Status updates"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .record = G_STRUCT_OFFSET (LevReportUpdate, update),
  .get_type = lev_status_update_get_type,
  .row_height = 34.4,
};

void
lev_report_write_updates (LevReport *report)
{
  lev_report_write_list (report, &list,
                         _("Updates about the actions, newest first. Updates are only added."),
                         NULL, report->updates, report->updates->len);
}
