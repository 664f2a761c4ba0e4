/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-report-list.h"

static void
show_number (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  const LevReportSupplier *row = item;

  if (row->number > 0)
    lev_show_number (show, row->number);
}

static void
show_name (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  lev_show_text (show, ((const LevReportSupplier *) item)->supplier->name);
}

/* What is shown of a supplier outside of the round. */
static LevService *
get_first_service (const LevReportSupplier *row)
{
  return lev_record_list_get_n (row->services) > 0 ? lev_record_list_peek (row->services, 0) : NULL;
}

static void
show_services (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  LevRecordList *services = ((const LevReportSupplier *) item)->services;
  guint n_services = lev_record_list_get_n (services);

  if (n_services == 1)
    {
      lev_show_text (show, ((LevService *) lev_record_list_peek (services, 0))->name);
      return;
    }

  g_string_truncate (report->text, 0);
  for (guint i = 0; i < n_services; i++)
    {
      LevService *service = lev_record_list_peek (services, i);

      g_string_append_printf (report->text, "%s%s", i > 0 ? ", " : "",
                              service->name != NULL ? service->name : "");
    }
  lev_show_text (show, report->text->str);
}

static void
show_owner (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  const LevReportSupplier *row = item;
  LevService *service = get_first_service (row);

  if (row->dossier != NULL)
    lev_show_text (show, lev_report_get_person (row->dossier->owner));
  else if (service != NULL)
    lev_show_text (show, lev_report_get_person (service->owner));
}

static void
show_level_manager (LevReport    *report,
                    gconstpointer item,
                    LevShow      *show)
{
  const LevReportSupplier *row = item;
  LevService *service = get_first_service (row);

  if (row->dossier != NULL)
    lev_show_text (show, lev_report_get_person (row->dossier->level_manager));
  else if (service != NULL)
    lev_show_text (show, lev_report_get_person (service->level_manager));
}

static void
show_manager (LevReport    *report,
              gconstpointer item,
              LevShow      *show)
{
  const LevReportSupplier *row = item;

  lev_show_text (show, lev_report_get_person (row->dossier != NULL ? row->dossier->manager
                                                                   : row->supplier->manager));
}

static void
show_kraljic (LevReport    *report,
              gconstpointer item,
              LevShow      *show)
{
  int kraljic = ((const LevReportSupplier *) item)->supplier->kraljic;

  if (kraljic >= LEV_KRALJIC_ROUTINE && kraljic <= LEV_KRALJIC_STRATEGIC)
    lev_show_word (show, report, LEV_WORD_ROUTINE + kraljic - LEV_KRALJIC_ROUTINE);
}

/* The upper side; marked when a factor is not known. */
static void
show_criticality (LevReport    *report,
                  gconstpointer item,
                  LevShow      *show)
{
  LevCriticality criticality = ((const LevReportSupplier *) item)->criticality;

  if (criticality.lowest != criticality.highest)
    show->style = LEV_STYLE_NUMBER_AT_MOST;
  lev_show_number (show, criticality.highest);
}

static void
show_continuity (LevReport    *report,
                 gconstpointer item,
                 LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportSupplier *) item)->answers[0]);
}

static void
show_continuity_before (LevReport    *report,
                        gconstpointer item,
                        LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportSupplier *) item)->previous_answers[0]);
}

static void
show_security (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportSupplier *) item)->answers[1]);
}

static void
show_security_before (LevReport    *report,
                      gconstpointer item,
                      LevShow      *show)
{
  lev_show_word (show, report, ((const LevReportSupplier *) item)->previous_answers[1]);
}

static void
show_count (const LevReportSupplier *row,
            guint                    count,
            LevShow                 *show)
{
  if (row->dossier != NULL)
    lev_show_number (show, count);
  else
    show->is_plain = TRUE;
}

static void
show_critical (LevReport    *report,
               gconstpointer item,
               LevShow      *show)
{
  show_count (item, ((const LevReportSupplier *) item)->levels[LEV_LEVEL_CRITICAL], show);
}

static void
show_high (LevReport    *report,
           gconstpointer item,
           LevShow      *show)
{
  show_count (item, ((const LevReportSupplier *) item)->levels[LEV_LEVEL_HIGH], show);
}

static void
show_medium (LevReport    *report,
             gconstpointer item,
             LevShow      *show)
{
  show_count (item, ((const LevReportSupplier *) item)->levels[LEV_LEVEL_MEDIUM], show);
}

static void
show_low (LevReport    *report,
          gconstpointer item,
          LevShow      *show)
{
  show_count (item, ((const LevReportSupplier *) item)->levels[LEV_LEVEL_LOW], show);
}

static void
show_asked (LevReport    *report,
            gconstpointer item,
            LevShow      *show)
{
  show_count (item, ((const LevReportSupplier *) item)->n_asked, show);
}

static void
show_overdue (LevReport    *report,
              gconstpointer item,
              LevShow      *show)
{
  show_count (item, ((const LevReportSupplier *) item)->n_overdue, show);
}

static void
show_contract_end (LevReport    *report,
                   gconstpointer item,
                   LevShow      *show)
{
  lev_show_date (show, ((const LevReportSupplier *) item)->contract_end);
}

static void
show_yearly_value (LevReport    *report,
                   gconstpointer item,
                   LevShow      *show)
{
  lev_show_cents (show, ((const LevReportSupplier *) item)->yearly_value);
}

/* The bar is longer than the scale, so that the figure stays readable before it. */
static const LevReportRule criticality_rules[] = {
  { LEV_RULE_BAR, .maximum = 130 },
  { .style = LEV_N_STYLES },
};

static const LevReportRule critical_rules[] = {
  { LEV_RULE_ABOVE, .style = LEV_STYLE_FILL_CRITICAL },
  { .style = LEV_N_STYLES },
};

static const LevReportRule high_rules[] = {
  { LEV_RULE_ABOVE, .style = LEV_STYLE_FILL_HIGH },
  { .style = LEV_N_STYLES },
};

static const LevReportRule overdue_rules[] = {
  { LEV_RULE_ABOVE, .style = LEV_STYLE_INK_CRITICAL },
  { .style = LEV_N_STYLES },
};

static const LevReportRule contract_rules[] = {
  { LEV_RULE_FORMULA, .formula = "AND(ISNUMBER({contract-end}),{contract-end}-Peildatum<=90)",
    .style = LEV_STYLE_FILL_HIGH },
  { .style = LEV_N_STYLES },
};

#define RISKS(Word)         "COUNTIFS(Risico_levnr,{number},Risico_klasse,{~" Word "})"
#define ACTIONS(Name, Word) "COUNTIFS(Actie_levnr,{number}," Name ",{~" Word "})"

static const LevReportColumn columns[] = {
  { "number", N_("No."), 5, LEV_STYLE_COUNT, show_number, .name = "Lev_nr" },
  { "name", N_("Supplier"), 22, LEV_STYLE_NAME, show_name, .name = "Lev_naam" },
  { "services", N_("Service"), 22, LEV_STYLE_WRAP, show_services },
  { "owner", N_("Service owner"), 14.5, LEV_STYLE_WRAP, show_owner },
  { "level-manager", N_("SLM"), 12, LEV_STYLE_WRAP, show_level_manager },
  { "manager", N_("CM"), 12, LEV_STYLE_WRAP, show_manager },
  { "kraljic", N_("Kraljic"), 11.5, LEV_STYLE_TEXT, show_kraljic },
  { "criticality", N_("Criticality"), 13.5, LEV_STYLE_NUMBER, show_criticality,
    .rules = criticality_rules },
  { "continuity", NULL, 19, LEV_STYLE_CHIP, show_continuity, .name = "Lev_continuiteit",
    .rules = lev_report_answer_rules },
  { "continuity-before", N_("Previous round"), 12.5, LEV_STYLE_SMALL, show_continuity_before },
  { "security", NULL, 20.5, LEV_STYLE_CHIP, show_security, .name = "Lev_informatie",
    .rules = lev_report_answer_rules },
  { "security-before", N_("Previous round"), 12.5, LEV_STYLE_SMALL, show_security_before },
  { "critical", NULL, 7.5, LEV_STYLE_COUNT, show_critical, .formula = RISKS ("critical"),
    .name = "Lev_kritiek", .rules = critical_rules, .total = LEV_STYLE_TOTAL_COUNT },
  { "high", NULL, 7, LEV_STYLE_COUNT, show_high, .formula = RISKS ("high"),
    .name = "Lev_hoog", .rules = high_rules, .total = LEV_STYLE_TOTAL_COUNT },
  { "medium", NULL, 7.5, LEV_STYLE_COUNT, show_medium, .formula = RISKS ("medium"),
    .total = LEV_STYLE_TOTAL_COUNT },
  { "low", NULL, 6.5, LEV_STYLE_COUNT, show_low, .formula = RISKS ("low"),
    .total = LEV_STYLE_TOTAL_COUNT },
  { "asked", N_("Actions to decide"), 9, LEV_STYLE_COUNT, show_asked,
    .formula = ACTIONS ("Actie_status", "proposed"), .total = LEV_STYLE_TOTAL_COUNT },
  { "overdue", N_("Actions overdue"), 9, LEV_STYLE_COUNT, show_overdue,
    .formula = ACTIONS ("Actie_signaal", "overdue"), .rules = overdue_rules,
    .total = LEV_STYLE_TOTAL_COUNT },
  { "contract-end", N_("Contract until"), 12, LEV_STYLE_DATE, show_contract_end,
    .rules = contract_rules },
  { "yearly-value", N_("Yearly value"), 13, LEV_STYLE_MONEY, show_yearly_value,
    .total = LEV_STYLE_TOTAL_MONEY },
};

static const LevReportList list = {
  .sheet = LEV_REPORT_SUPPLIERS,
  .table = "tblLeveranciers",
  .title = N_("Suppliers in this round"),
  .note = N_("Contract until: orange when the contract ends within 90 days of the reference date.  "
             "Criticality with ≤: not every factor is known, this is the upper side.  "
             "Risks of an unknown class are in none of the four columns."),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row_height = 33,
  .total_label_column = "name",
  .total_label = N_("Total"),
};

void
lev_report_write_suppliers (LevReport *report)
{
  static const LevWord classes[] = { LEV_WORD_CRITICAL, LEV_WORD_HIGH, LEV_WORD_MEDIUM,
                                     LEV_WORD_LOW };
  const char *headers[LEV_REPORT_N_QUESTIONS + G_N_ELEMENTS (classes)];
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *intro = NULL;
  guint n_all = report->suppliers->len;

  if (report->records != NULL)
    n_all = lev_record_list_get_n (lev_register_list (report->records, LEV_TYPE_SUPPLIER));
  intro = g_strdup_printf (_("Ranked by criticality (0–100). In this round: %u of %u suppliers."),
                           report->n_chosen, n_all);

  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    headers[i] = report->themes[i];
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_ptr_array_add (titles, lev_report_dup_title (report->words[classes[i]]));
      headers[LEV_REPORT_N_QUESTIONS + i] = titles->pdata[i];
    }

  lev_report_write_list (report, &list, intro, headers, report->suppliers, report->n_chosen);
}

guint
lev_report_find_supplier_column (const char *id)
{
  return lev_report_find_column (&list, id);
}
