#include "lev-records.h"

gsize
lev_records_list_types (GType *types,
                        gsize  n_types)
{
  const GType all[] = {
    LEV_TYPE_PERSON,
    LEV_TYPE_SUPPLIER,
    LEV_TYPE_SERVICE,
    LEV_TYPE_CONTRACT,
    LEV_TYPE_CRITICALITY_SCORE,
    LEV_TYPE_CALENDAR_ENTRY,
    LEV_TYPE_HANDBOOK,
    LEV_TYPE_TEMPLATE,
    LEV_TYPE_REVIEW,
    LEV_TYPE_DOSSIER,
    LEV_TYPE_STAKEHOLDER,
    LEV_TYPE_KEY_ANSWER,
    LEV_TYPE_ASSESSMENT,
    LEV_TYPE_RISK,
    LEV_TYPE_ACTION,
    LEV_TYPE_EVIDENCE,
    LEV_TYPE_PROFILE_VERSION,
    LEV_TYPE_MEETING,
    LEV_TYPE_ATTENDANCE,
    LEV_TYPE_DECISION,
    LEV_TYPE_STATUS_UPDATE,
    LEV_TYPE_ARCHIVE_RECORD,
    LEV_TYPE_MESSAGE,
    LEV_TYPE_MESSAGE_ITEM,
    LEV_TYPE_DUE_CHANGE,
    LEV_TYPE_DEFERRAL,
    LEV_TYPE_REOPENING,
  };

  g_return_val_if_fail (n_types >= G_N_ELEMENTS (all), 0);

  memcpy (types, all, sizeof all);

  return G_N_ELEMENTS (all);
}
