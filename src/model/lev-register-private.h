#pragma once

#include "lev-register.h"

G_BEGIN_DECLS

/* What the files of the register share. */

struct _LevRegister
{
  GObject parent;

  GHashTable *by_id; /* identifier, inside the record, to LevRecord */
  GPtrArray  *lists; /* LevRecordList of each kind */
  LevEdit    *edit;  /* the running one */
  guint       edit_depth;
  gboolean    is_abandoning;
  guint32     last_serial;
  char       *id_seed;
  guint64     id_counter;
  guint64     generation;
};

/* An empty record with identifier @id, in no list yet. */
LevRecord *lev_register_make (LevRegister *self,
                              GType        type,
                              const char  *id);

G_END_DECLS
