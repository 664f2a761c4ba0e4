#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* What the page of a supplier says of its parts. All newly allocated. */

/* "L-001 · strategisch · CM Marijke de Wit" */
char *lev_supplier_describe        (LevSupplier *supplier);

/* "Joost Verhagen (diensteigenaar) · Peter Dijkman (SLM) · BIV 3-3-2" */
char *lev_service_describe         (LevService *service);

/* "C-2022-014 · tot 31-12-2026 · € 250.000,00 per jaar" */
char *lev_contract_describe        (LevContract *contract);

/* What has to be done about @contract, while it can be: "opzeggen vóór 30 september"; %NULL when
 * there is no notice to give, or it is too late. @is_soon: (out): within two months */
char *lev_contract_describe_notice (LevContract *contract,
                                    LevDate      today,
                                    gboolean    *is_soon);

/* How a round ended or stands for a supplier: "kritiek · 3 acties overeengekomen, 1 afgerond" */
char *lev_dossier_describe_outcome (LevDossier *dossier);

G_END_DECLS
