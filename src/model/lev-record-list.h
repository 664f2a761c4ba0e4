#pragma once

#include "lev-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The records of one kind, of everything or of one owner, in the order in which they were made.
 * A GListModel for widgets, and cheap to walk in rules. It does not keep its records alive: the
 * register does, and takes deleted ones out. */

#define LEV_TYPE_RECORD_LIST (lev_record_list_get_type ())
G_DECLARE_FINAL_TYPE (LevRecordList, lev_record_list, LEV, RECORD_LIST, GObject)

LevRecordList *lev_record_list_new     (GType item_type);

/* The list of kind @type among @lists (LevRecordList, one for each kind); %NULL when there is none, or
 * no @lists. */
LevRecordList *lev_record_list_find    (GPtrArray *lists,
                                        GType      type);

/* How many records there are; 0 for a %NULL list. */
guint          lev_record_list_get_n   (LevRecordList *self);

/* The record at @position, borrowed. */
gpointer       lev_record_list_peek    (LevRecordList *self,
                                        guint          position);

/* Lists @record where it belongs by the order in which records were made; once only. */
void           lev_record_list_add     (LevRecordList *self,
                                        LevRecord     *record);

void           lev_record_list_remove  (LevRecordList *self,
                                        LevRecord     *record);

/* Empties the list: its records are about to go, and who still looks at it must not see them. */
void           lev_record_list_clear   (LevRecordList *self);

/* From here on whoever looks at the list is not told what changes, until it is released: then once,
 * for all of it. Neither has an effect a second time. */
void           lev_record_list_hold    (LevRecordList *self);
void           lev_record_list_release (LevRecordList *self);

G_END_DECLS
