#pragma once

#include "lev-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thing that a step still asks for: of what, in which step, what is missing, and what to do
 * about it. Guards return these; the wizard, the commands and the mails show them, so that they
 * can never disagree. */

#define LEV_TYPE_MISSING (lev_missing_get_type ())
G_DECLARE_FINAL_TYPE (LevMissing, lev_missing, LEV, MISSING, GObject)

/* Adds to @list: @subject lacks @reason in @step; @todo says what to do, and @field (may be
 * %NULL) is the field to jump to. Both texts are in the user's language. */
void        lev_missing_add         (GListStore *list,
                                     LevRecord  *subject,
                                     guint       step,
                                     const char *field,
                                     const char *reason,
                                     const char *todo);

LevRecord  *lev_missing_get_subject (LevMissing *self);
guint       lev_missing_get_step    (LevMissing *self);
const char *lev_missing_get_field   (LevMissing *self);
const char *lev_missing_get_reason  (LevMissing *self);
const char *lev_missing_get_todo    (LevMissing *self);

/* All of @list in one text, an item per line: "Waterland Datacenters: …. …". */
char       *lev_missing_describe    (GListModel *list);

G_END_DECLS
