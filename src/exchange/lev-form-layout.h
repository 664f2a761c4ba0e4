/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-handbook-content.h"
#include "lev-records.h"

G_BEGIN_DECLS

/* How the form of a risk profile is laid out: what who writes it and who reads it agree on. */

#define LEV_FORM_HEADER_ROW (3)
#define LEV_FORM_FIRST_ROW  (4)
#define LEV_FORM_N_LABELS   (2) /* columns before the first that can be filled in */

/* The first sheet, and the hidden one on which stands what the form held when it was written. */
#define LEV_FORM_FRONT_SHEET "Formulier"
#define LEV_FORM_BASIS_SHEET "Basis"
#define LEV_FORM_PEOPLE_NAME "Personen"

typedef struct
{
  const char *field;
  double      width; /* characters */
} LevFormColumn;

/* One sheet: records of one kind, a row each. */
typedef struct
{
  const char *sheet; /* its name in the workbook: part of the format, not translated */
  const char *title; /* English, marked for translation */
  const char *intro; /* the same */
  GType (*get_type) (void);
  const char          *code_field; /* what a code of the handbook goes into; %NULL: own records */
  LevHandbookItems     items;      /* of those codes */
  guint                n_new;      /* empty rows for records that are not there yet */
  const LevFormColumn *columns;
  guint                n_columns;
} LevFormSection;

enum
{
  LEV_FORM_QUESTIONS,
  LEV_FORM_CRITERIA,
  LEV_FORM_RISKS,
  LEV_FORM_ACTIONS,
  LEV_FORM_N_SECTIONS,
};

extern const LevFormSection lev_form_sections[LEV_FORM_N_SECTIONS];

/* A row: of a record that is there, of a code without a record yet, or empty for a new one. */
typedef struct
{
  char      *key;   /* a code, an identifier, or `new-1`: in the last column of the sheet */
  char      *label; /* “C1”, “R02” */
  char      *title;
  LevRecord *record; /* borrowed; %NULL when there is none */
} LevFormRow;

/* The rows of @section for @dossier (element-type LevFormRow). */
GPtrArray      *lev_form_list_rows   (const LevFormSection *section,
                                      LevDossier           *dossier);

/* The field of @column. */
const LevField *lev_form_get_field   (const LevFormSection *section,
                                      guint                 column);

/* Newly allocated: what @row holds in @column, as the form shows it: the empty string for nothing.
 * A risk goes by its label. */
char           *lev_form_dup_text    (const LevFormSection *section,
                                      const LevFormRow     *row,
                                      guint                 column);

/* Newly allocated: @value of @field as the form shows it. */
char           *lev_form_format      (const LevField *field,
                                      const LevValue *value);

/* Reads @text as a value of @field; as lev_field_parse(), but a risk of @dossier by its label. */
gboolean        lev_form_parse       (const LevField *field,
                                      const char     *text,
                                      LevDossier     *dossier,
                                      LevValue       *value,
                                      GError        **error);

/* %NULL-terminated: the texts that a cell of @field accepts; %NULL for any text. Free the array. */
const char    **lev_form_dup_choices (const LevFormSection *section,
                                      const LevField       *field,
                                      LevDossier           *dossier);

G_END_DECLS
