#pragma once

#include "lev-field.h"

G_BEGIN_DECLS

typedef struct _LevRecordList LevRecordList;

#define LEV_ID_LENGTH (36)

#define LEV_TYPE_RECORD       (lev_record_get_type ())
#define LEV_RECORD(object)    (G_TYPE_CHECK_INSTANCE_CAST ((object), LEV_TYPE_RECORD, LevRecord))
#define LEV_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), LEV_TYPE_RECORD))
#define LEV_RECORD_GET_CLASS(object) \
  (G_TYPE_INSTANCE_GET_CLASS ((object), LEV_TYPE_RECORD, LevRecordClass))
#define LEV_RECORD_CLASS(klass) (G_TYPE_CHECK_CLASS_CAST ((klass), LEV_TYPE_RECORD, LevRecordClass))

typedef struct _LevRecordClass LevRecordClass;

/* A record: an identifier and the fields that its class declares. Code reads members directly
 * (`risk->likelihood`) and writes properties, so that the register sees each change, gathers it
 * into the running edit, and whoever looks at the record is notified. */
struct _LevRecord
{
  GObject parent;

  char     id[LEV_ID_LENGTH + 1];
  gboolean deleted;

  /* The register's and the store's own; see lev-register.h. */
  LevRegister *records;            /* borrowed; NULL outside a register */
  GPtrArray   *children;           /* LevRecordList of each kind; NULL when there are none */
  guint32      serial;             /* the order in which records came; 0 when not listed yet */
  guint32      checksum;           /* of the stored row; 0 when it is not stored */
  guint32      revision;           /* another one when it, or a part of it, changed */
  guint        is_new : 1;         /* made in the running edit */
  guint        is_placeholder : 1; /* referred to, but not here (yet) */
};

struct _LevRecordClass
{
  GObjectClass parent_class;

  const char *kind;        /* "supplier": table, log and JSON */
  const char *label;       /* English, marked for translation */
  gboolean    append_only; /* records of this kind are added and never changed */

  /* The field table, with `deleted` before the class's own fields; index = property id - 1. */
  LevField    *fields;
  guint        n_fields;
  GParamSpec **pspecs;
};

GType          lev_record_get_type            (void) G_GNUC_CONST;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevRecord, g_object_unref)

/**
 * lev_record_class_set_fields:
 * @kind: the kind's name in tables, log and JSON
 * @label: the kind's name for people, English, marked for translation
 * @fields: (array length=n_fields): static
 *
 * To be called in class_init: installs one property per field and the accessors that read and
 * write the member at its offset.
 */
void           lev_record_class_set_fields    (LevRecordClass *klass,
                                               const char     *kind,
                                               const char     *label,
                                               const LevField *fields,
                                               guint           n_fields);

/* The index of the field @name (with dashes or underscores) in @klass; -1 when there is none. */
int            lev_record_class_find_field    (LevRecordClass *klass,
                                               const char     *name);

/* Declares a final record class whose struct is public in the header: members are read there. */
#define LEV_DECLARE_RECORD(TypeName, type_name, NAME)                              \
  typedef struct _##TypeName TypeName;                                             \
  typedef struct                                                                   \
  {                                                                                \
    LevRecordClass parent_class;                                                   \
  } TypeName##Class;                                                               \
  GType type_name##_get_type (void) G_GNUC_CONST;                                  \
  G_GNUC_UNUSED static inline TypeName *LEV_##NAME (gpointer record)               \
  {                                                                                \
    return G_TYPE_CHECK_INSTANCE_CAST (record, type_name##_get_type (), TypeName); \
  }                                                                                \
  G_GNUC_UNUSED static inline gboolean LEV_IS_##NAME (gpointer record)             \
  {                                                                                \
    return G_TYPE_CHECK_INSTANCE_TYPE (record, type_name##_get_type ());           \
  }                                                                                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (TypeName, g_object_unref)

/* Defines it from the static table `fields` before it. */
#define LEV_DEFINE_RECORD(TypeName, type_name, kind, label, append_only_)       \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, LEV_TYPE_RECORD)                    \
  static void type_name##_class_init (TypeName##Class *klass)                   \
  {                                                                             \
    LEV_RECORD_CLASS (klass)->append_only = append_only_;                       \
    lev_record_class_set_fields (LEV_RECORD_CLASS (klass), kind, label, fields, \
                                 G_N_ELEMENTS (fields));                        \
  }                                                                             \
  static void type_name##_init (G_GNUC_UNUSED TypeName *self)                   \
  {                                                                             \
  }

/* Reads the member of field @field; @value borrows from the record. */
void           lev_record_get_value           (LevRecord *self,
                                               guint      field,
                                               LevValue  *value);

/* Writes the member of field @field; notifies, and joins the running edit, when it changed. */
void           lev_record_set_value           (LevRecord      *self,
                                               guint           field,
                                               const LevValue *value);

/* Writes the member of a record that is being read and not listed yet: no one is told. */
void           lev_record_load_value          (LevRecord      *self,
                                               guint           field,
                                               const LevValue *value);

/* Reads field @field in its stored form; @cell borrows from the record and itself. */
void           lev_record_get_cell            (LevRecord *self,
                                               guint      field,
                                               LevCell   *cell);

/* Newly allocated name of the record for people: its title fields, or its kind. */
char          *lev_record_dup_title           (LevRecord *self);

/* The record that this one is a part of; %NULL for none. */
LevRecord     *lev_record_get_owner           (LevRecord *self);

/* The parts of kind @type, none of them deleted; may be %NULL, which is an empty list. */
LevRecordList *lev_record_get_children        (LevRecord *self,
                                               GType      type);

/* The first part of kind @type whose text field @field is @text; %NULL for none. */
gpointer       lev_record_find_part_by_text   (gpointer    owner,
                                               GType       type,
                                               const char *field,
                                               const char *text);

/* The first part of kind @type whose reference @field is @record; %NULL for none. */
gpointer       lev_record_find_part_by_record (gpointer    owner,
                                               GType       type,
                                               const char *field,
                                               gpointer    record);

G_END_DECLS
