#pragma once

#include "lev-edit.h"
#include "lev-record-list.h"

G_BEGIN_DECLS

/* All records, in memory. It finds them by identifier, lists them by kind and by owner, and
 * gathers what changes between lev_register_begin() and lev_register_end() into one edit: what
 * the user did in one gesture, under the name by which it can be undone. */

#define LEV_TYPE_REGISTER (lev_register_get_type ())
G_DECLARE_FINAL_TYPE (LevRegister, lev_register, LEV, REGISTER, GObject)

LevRegister   *lev_register_new            (void);

/* Every record class, in the order of design section 4. */
const GType   *lev_register_get_types      (guint *n_types);

/* The record class of kind @kind ("supplier"); G_TYPE_INVALID when it is not known. */
GType          lev_register_find_type      (const char *kind);

/**
 * lev_register_set_id_seed:
 * @seed: a text from which all identifiers made from now on follow, or %NULL for random ones
 *
 * For example content and tests, whose output is compared from run to run.
 */
void           lev_register_set_id_seed    (LevRegister *self,
                                            const char  *seed);

/**
 * lev_register_add:
 * @type: a record class
 * @first_property: as for g_object_new(), up to %NULL
 *
 * Makes a record with a new identifier, in the running edit.
 *
 * Returns: (transfer none): the record
 */
gpointer       lev_register_add            (LevRegister *self,
                                            GType        type,
                                            const char  *first_property,
                                            ...) G_GNUC_NULL_TERMINATED;

/**
 * lev_register_add_only:
 * @owner: (nullable): the record that it will be a part of
 * @key: of what there is only one with @owner
 * @first_property: as for g_object_new(), up to %NULL
 *
 * The same for a record of which there can be only one: its identifier follows from @type, @owner
 * and @key, so that two who make it without seeing each other make the same one. One that was
 * deleted comes back as a new one.
 */
gpointer       lev_register_add_only       (LevRegister *self,
                                            GType        type,
                                            gpointer     owner,
                                            const char  *key,
                                            const char  *first_property,
                                            ...) G_GNUC_NULL_TERMINATED;

/* Marks @record as deleted, in the running edit, and with it all of its parts. */
void           lev_register_delete         (LevRegister *self,
                                            LevRecord   *record);

/* The record with identifier @id, deleted or not; %NULL for none and for placeholders. */
gpointer       lev_register_lookup         (LevRegister *self,
                                            const char  *id);

/**
 * lev_register_ensure:
 *
 * The record with identifier @id, or a placeholder of class @type that becomes it when it comes.
 *
 * Returns: (transfer none): %NULL with LEV_MODEL_ERROR_REFERENCE when @id is no identifier or
 *   belongs to a record of another class
 */
LevRecord     *lev_register_ensure         (LevRegister *self,
                                            GType        type,
                                            const char  *id,
                                            GError     **error);

/* Brings a record that was read or came from elsewhere into the lists; not part of an edit. */
void           lev_register_settle         (LevRegister *self,
                                            LevRecord   *record);

/**
 * lev_register_copy:
 *
 * Copies every record, deleted ones too, with its identifier. Records are not safe to read in one
 * thread while another changes them: long work takes a copy along.
 *
 * Returns: (transfer full): a register that shares nothing with this one
 */
LevRegister   *lev_register_copy           (LevRegister *self);

/* Newly allocated (element-type LevRecord, borrowed): @record and all of its parts and their parts,
 * deleted ones too. */
GPtrArray     *lev_register_list_parts     (LevRegister *self,
                                            LevRecord   *record);

/* How many records there are, deleted ones too. */
guint          lev_register_count          (LevRegister *self);

/* Another number after each change of any record: what was worked out from records still holds as
 * long as it is the same. */
guint64        lev_register_get_generation (LevRegister *self);

/* For LevRecord: something is read into a record, so that the generation is another. */
void           lev_register_touch          (LevRegister *self);

/* All records of class @type that are not deleted. */
LevRecordList *lev_register_list           (LevRegister *self,
                                            GType        type);

/**
 * lev_register_begin:
 * @label: the edit's name, in the user's language ("Besluit vastleggen"); the edit's undo shows it
 *
 * Begins an edit. Inside a running edit it joins that one, which keeps its own label.
 */
void           lev_register_begin          (LevRegister *self,
                                            const char  *label);

/* Around an edit of thousands of records: whoever shows the lists of a kind is told once, at the
 * end, and not after each record. */
void           lev_register_hold_lists     (LevRegister *self);
void           lev_register_release_lists  (LevRegister *self);

/* The running edit, for whoever writes it down; %NULL outside of one. */
LevEdit       *lev_register_get_edit       (LevRegister *self);

/* Ends the running edit, and keeps what was changed. */
void           lev_register_end            (LevRegister *self);

/* The same, and hands the edit over for whoever writes it down later. */
LevEdit       *lev_register_take_edit      (LevRegister *self);

/* Ends the running edit, and puts every record back to what it was. */
void           lev_register_abandon        (LevRegister *self);

/* For LevRecord: field @field of @record is about to change from @old. */
void           lev_register_note_change    (LevRegister    *self,
                                            LevRecord      *record,
                                            guint           field,
                                            const LevValue *old);

/* For LevRecord: @record moves into or out of the parts of @owner, or of its kind's list. */
void           lev_register_list_in        (LevRegister *self,
                                            LevRecord   *record);
void           lev_register_list_out       (LevRegister *self,
                                            LevRecord   *record);

G_END_DECLS
