#pragma once

#include "lev-record.h"

G_BEGIN_DECLS

/* One field of a record that was there before the edit, with what it held then. */
typedef struct
{
  LevRecord *record;
  guint      field;
  LevValue   old; /* owned */
} LevChange;

/* What one gesture of the user changes: records that are new, and fields of records that were
 * there. Each field appears once, with the value from before the edit. */
typedef struct
{
  char       *label;
  GPtrArray  *added;   /* LevRecord */
  GArray     *changes; /* LevChange */
  GHashTable *seen;    /* record and field to itself */
} LevEdit;

LevEdit *lev_edit_new      (const char *label);

void     lev_edit_free     (LevEdit *self);

/* Whether nothing was changed. */
gboolean lev_edit_is_empty (const LevEdit *self);

/* Remembers @record as new in this edit. */
void     lev_edit_add      (LevEdit   *self,
                            LevRecord *record);

/* Remembers that @field of @record held @old before the edit; only the first time counts. */
void     lev_edit_change   (LevEdit        *self,
                            LevRecord      *record,
                            guint           field,
                            const LevValue *old);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevEdit, lev_edit_free)

G_END_DECLS
