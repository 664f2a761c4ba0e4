#pragma once

#include "lev-date.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _LevRecord LevRecord;
typedef struct _LevRegister LevRegister;

/* The layer's one error domain. */
#define LEV_MODEL_ERROR (lev_model_error_quark ())

typedef enum
{
  LEV_MODEL_ERROR_VALUE,      /* a value that does not fit its field */
  LEV_MODEL_ERROR_REFERENCE,  /* a record that does not exist or is of another kind */
  LEV_MODEL_ERROR_INCOMPLETE, /* a step refused, because something is missing */
  LEV_MODEL_ERROR_FORBIDDEN,  /* a step that the process does not allow here */
  LEV_MODEL_ERROR_CLOSED,     /* a change in a closed round */
  LEV_MODEL_ERROR_CONTENT,    /* handbook content that cannot be used */
} LevModelError;

GQuark      lev_model_error_quark (void);

/* A score of 1 to 5, or one of these. Unknown is an outcome of its own and never counts as 0
 * (template, section 5). */
#define LEV_SCORE_OPEN            (0)
#define LEV_SCORE_NOT_APPLICABLE  (-1)
#define LEV_SCORE_UNKNOWN         (-2)
#define LEV_SCORE_IS_KNOWN(score) ((score) >= 1 && (score) <= 5)

typedef enum
{
  LEV_FIELD_KIND_TEXT,
  LEV_FIELD_KIND_INTEGER,
  LEV_FIELD_KIND_SCORE,
  LEV_FIELD_KIND_BOOLEAN,
  LEV_FIELD_KIND_DATE,
  LEV_FIELD_KIND_MOMENT,
  LEV_FIELD_KIND_MONEY,
  LEV_FIELD_KIND_CHOICE,
  LEV_FIELD_KIND_REFERENCE,
} LevFieldKind;

typedef enum
{
  LEV_FIELD_NONE = 0,
  LEV_FIELD_TITLE = 1 << 0,  /* names the record to people */
  LEV_FIELD_OWNER = 1 << 1,  /* the record is a part of the one that this field refers to */
  LEV_FIELD_BINARY = 1 << 2, /* a text that nobody reads: a picture */
} LevFieldFlags;

/* One value of a choice. The member holds the position in its table: 0 is "not chosen" and has
 * no nick. Nicks are stored and exchanged and never change. */
typedef struct
{
  const char *nick;
  const char *label;
} LevChoice;

/* One field of a record class; the only place where the field is described. */
typedef struct
{
  const char      *name; /* the member, the column, the cell in the log; the property has dashes */
  LevFieldKind     kind;
  gsize            offset;
  const char      *label; /* English, marked for translation */
  LevFieldFlags    flags;
  const LevChoice *choices;
  GType (*get_type) (void); /* what a reference refers to */
} LevField;

/* A member's value. Text is borrowed. In the record and here, zero means "not filled in". */
typedef struct
{
  gint64      integer; /* INTEGER, SCORE, BOOLEAN, DATE, MOMENT, MONEY (cents), CHOICE (position) */
  const char *text;
  LevRecord  *record;
} LevValue;

typedef enum
{
  LEV_CELL_NULL,
  LEV_CELL_INTEGER,
  LEV_CELL_TEXT,
} LevCellType;

/* A value as it is stored and exchanged: dates and moments as ISO text, choices by nick,
 * references by identifier. @text may point into @buffer, so a cell is passed by pointer. */
typedef struct
{
  LevCellType type;
  gint64      integer;
  const char *text;
  char        buffer[LEV_MOMENT_BUFFER];
} LevCell;

/* The offset of a member, refusing a member of another type at compile time. */
#define LEV_FIELD_OFFSET(Type, member, MemberType) \
  (G_STRUCT_OFFSET (Type, member) + 0 * sizeof (*(1 ? &((Type *) 0)->member : (MemberType *) 0)))

#define LEV_FIELD_FULL(Type, member, MemberType, Kind, Label, Flags, Choices, GetType) \
  { #member, LEV_FIELD_KIND_##Kind, LEV_FIELD_OFFSET (Type, member, MemberType),       \
    Label,   LEV_FIELD_##Flags,     Choices,                                           \
    GetType }

#define LEV_FIELD_TEXT(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, char *, TEXT, Label, NONE, NULL, NULL)
#define LEV_FIELD_NAME(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, char *, TEXT, Label, TITLE, NULL, NULL)
#define LEV_FIELD_DATA(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, char *, TEXT, Label, BINARY, NULL, NULL)
#define LEV_FIELD_INTEGER(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, int, INTEGER, Label, NONE, NULL, NULL)
#define LEV_FIELD_SCORE(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, int, SCORE, Label, NONE, NULL, NULL)
#define LEV_FIELD_BOOLEAN(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, gboolean, BOOLEAN, Label, NONE, NULL, NULL)
#define LEV_FIELD_DATE(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, LevDate, DATE, Label, NONE, NULL, NULL)
#define LEV_FIELD_MOMENT(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, gint64, MOMENT, Label, NONE, NULL, NULL)
#define LEV_FIELD_MONEY(Type, member, Label) \
  LEV_FIELD_FULL (Type, member, gint64, MONEY, Label, NONE, NULL, NULL)
#define LEV_FIELD_CHOICE(Type, member, Choices, Label) \
  LEV_FIELD_FULL (Type, member, int, CHOICE, Label, NONE, Choices, NULL)
#define LEV_FIELD_REFERENCE(Type, member, MemberType, GetType, Label) \
  LEV_FIELD_FULL (Type, member, MemberType *, REFERENCE, Label, NONE, NULL, GetType)
/* A reference that names the record to people: a dossier goes by its supplier. */
#define LEV_FIELD_SUBJECT(Type, member, MemberType, GetType, Label) \
  LEV_FIELD_FULL (Type, member, MemberType *, REFERENCE, Label, TITLE, NULL, GetType)
/* A reference to the record that this one is a part of. */
#define LEV_FIELD_PARENT(Type, member, MemberType, GetType, Label) \
  LEV_FIELD_FULL (Type, member, MemberType *, REFERENCE, Label, OWNER, NULL, GetType)

/* Whether @text says nothing: %NULL, empty or only white space. */
gboolean    lev_text_is_blank     (const char *text);

/* Whether @value is zero: nothing filled in. */
gboolean    lev_value_is_empty    (const LevValue *value);

/* Whether two values of @field are equal; texts are compared by content. */
gboolean    lev_value_equal       (const LevField *field,
                                   const LevValue *a,
                                   const LevValue *b);

/* Turns @value into the form in which it is stored; @cell borrows its text from @value. */
void        lev_field_to_cell     (const LevField *field,
                                   const LevValue *value,
                                   LevCell        *cell);

/**
 * lev_field_from_cell:
 * @records: where references are looked up; an unknown one becomes a placeholder
 * @value: (out): borrows its text from @cell and its record from @records
 *
 * Returns: %FALSE with LEV_MODEL_ERROR_VALUE or _REFERENCE when @cell does not fit @field
 */
gboolean    lev_field_from_cell   (const LevField *field,
                                   const LevCell  *cell,
                                   LevRegister    *records,
                                   LevValue       *value,
                                   GError        **error);

/* The position of @nick in @choices; -1 when it is not there. */
int         lev_choice_find       (const LevChoice *choices,
                                   const char      *nick);

/* The translated label of position @choice in @choices; the empty string for 0. */
const char *lev_choice_get_label  (const LevChoice *choices,
                                   int              choice);

G_END_DECLS
