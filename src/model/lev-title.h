#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* How a record is named in a text that is not about its owner: with its code, and with the
 * supplier that it belongs to. */

/* Newly allocated: the code by which @record goes within its round (`A16` for an action, `R24`
 * for a risk); %NULL for a record that has none. */
char        *lev_record_dup_code       (LevRecord *record);

/* Newly allocated: "A16 Tweede verbinding aanleggen (Kwelder Netwerken)" for an action, "Besluit
 * A16 (Kwelder Netwerken)" for what is recorded about it; for others their title, with the
 * supplier where they have one. It is one line, and long titles are cut off. */
char        *lev_record_dup_full_title (LevRecord *record);

/* The supplier that @record is a part of, or that the dossier is of which it is; %NULL for none. */
LevSupplier *lev_record_get_supplier   (LevRecord *record);

G_END_DECLS
