#include "lev-supplier-facts.h"

#include "lev-fold.h"
#include "lev-record-list.h"

/* The revision and the content for which they hold. */
typedef struct
{
  LevSupplierFacts    facts;
  guint32             revision;
  LevDate             today;
  LevHandbookContent *content;
} Kept;

static GQuark
facts_quark (void)
{
  static GQuark quark;

  if (G_UNLIKELY (quark == 0))
    quark = g_quark_from_static_string ("lev-supplier-facts");

  return quark;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->facts.services);
  g_free (kept->facts.folded);
  g_free (kept);
}

static LevDate
find_contract_end (LevSupplier *supplier,
                   LevDate      today)
{
  LevRecordList *contracts = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_CONTRACT);
  LevDate next = 0, last = 0;

  for (guint i = 0; i < lev_record_list_get_n (contracts); i++)
    {
      LevContract *contract = lev_record_list_peek (contracts, i);

      last = MAX (last, contract->end);
      if (contract->end >= today && (next == 0 || contract->end < next))
        next = contract->end;
    }

  return next != 0 ? next : last;
}

static char *
dup_services (LevSupplier *supplier)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_SERVICE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lev_record_list_get_n (services); i++)
    {
      LevService *service = lev_record_list_peek (services, i);

      if (lev_text_is_blank (service->name))
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, service->name);
    }

  return g_string_free_and_steal (text);
}

static char *
dup_folded (LevSupplier *supplier,
            const char  *services)
{
  const char *const texts[] = { supplier->name, supplier->number, supplier->kvk, services,
                                supplier->country };
  GString *folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      lev_fold_append (folded, texts[i]);
      g_string_append_c (folded, '\n');
    }

  return g_string_free_and_steal (folded);
}

const LevSupplierFacts *
lev_supplier_get_facts (LevSupplier        *supplier,
                        LevHandbookContent *content,
                        LevDate             today)
{
  LevRecord *record = LEV_RECORD (supplier);
  Kept *kept = g_object_get_qdata (G_OBJECT (supplier), facts_quark ());

  if (kept != NULL && kept->revision == record->revision && kept->content == content &&
      kept->today == today)
    return &kept->facts;

  kept = g_new0 (Kept, 1);
  kept->revision = record->revision;
  kept->today = today;
  kept->content = content;
  kept->facts.criticality = lev_supplier_get_criticality (supplier, content);
  kept->facts.contract_end = find_contract_end (supplier, today);
  kept->facts.services = dup_services (supplier);
  kept->facts.folded = dup_folded (supplier, kept->facts.services);
  g_object_set_qdata_full (G_OBJECT (supplier), facts_quark (), kept, kept_free);

  return &kept->facts;
}

LevDate
lev_contract_get_notice_date (LevContract *contract)
{
  if (contract->end == 0 || contract->notice_months <= 0)
    return 0;

  return lev_date_add_months (contract->end, -contract->notice_months);
}
