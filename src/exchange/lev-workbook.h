/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-house-style.h"

G_BEGIN_DECLS

/*
 * A workbook that is written once, by libxlsxwriter. This class and #LevSheet are the only ones
 * that know the library, and they take away what makes it dangerous: it follows the locale's
 * decimal comma, accepts text and numbers that make a file unreadable, and reports some failures
 * only by a return value.
 *
 * The writing functions return nothing: the first failure is kept, with its sheet and cell, and
 * lev_workbook_save() reports it. A workbook belongs to one thread, from lev_workbook_new() to
 * lev_workbook_free(); in between that thread has the C locale for numbers.
 */
typedef struct _LevWorkbook LevWorkbook;
typedef struct _LevSheet LevSheet;

typedef enum
{
  LEV_ALIGN_AUTO,
  LEV_ALIGN_LEFT,
  LEV_ALIGN_CENTER,
  LEV_ALIGN_RIGHT,
} LevAlign;

typedef enum
{
  LEV_BORDER_NONE,
  LEV_BORDER_BELOW, /* a thin line below */
  LEV_BORDER_BOX,   /* thin lines around */
  LEV_BORDER_CHIP,  /* medium lines around: in white they set a coloured cell apart */
  LEV_BORDER_MARK,  /* a thick line at the left */
} LevBorder;

/* How a cell looks. Zero means: as the program does it. Colours are 0xRRGGBB and never black. */
typedef struct
{
  double      size; /* points */
  guint32     ink;
  guint32     fill;
  LevAlign    align;
  guint       indent;
  LevBorder   border;
  guint32     line;
  const char *number_format; /* in US notation, which Excel translates to the reader's */
  const char *font;
  guint       bold : 1;
  guint       underline : 1;
  guint       wrap : 1;
  guint       unlocked : 1;
} LevCellStyle;

/* What the file says about itself. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  const char *company;
  const char *keywords;
  const char *comments;
  gint64      created; /* seconds since 1970, UTC; equal input then gives equal bytes */
} LevWorkbookProperties;

/**
 * lev_workbook_new:
 * @path: where the workbook is to be saved
 * @styles: (array length=n_styles): the styles that cells refer to by index; must outlive the
 *   workbook
 * @n_styles: the number of styles
 *
 * Begins a workbook and sets the C locale for numbers on this thread. Nothing is written before
 * lev_workbook_save().
 *
 * Returns: (transfer full): the workbook
 */
LevWorkbook *lev_workbook_new            (const char         *path,
                                          const LevCellStyle *styles,
                                          guint               n_styles);

/**
 * lev_workbook_free:
 * @self: (transfer full): a workbook
 *
 * Ends the workbook and restores the thread's locale. What was not saved is gone.
 */
void         lev_workbook_free           (LevWorkbook *self);

/* Gives every colour of the palette that is written from now on that of @style, which must stay as
 * long as the workbook. */
void         lev_workbook_set_style      (LevWorkbook         *self,
                                          const LevHouseStyle *style);

/**
 * lev_workbook_set_properties:
 * @properties: the document properties; texts may be %NULL
 */
void         lev_workbook_set_properties (LevWorkbook                 *self,
                                          const LevWorkbookProperties *properties);

/**
 * lev_workbook_add_sheet:
 * @name: the wanted name; what Excel forbids is replaced, what is too long is cut, and a name
 *   that exists gets a number
 *
 * Returns: (transfer none): the sheet; %NULL after a failure, which every sheet function accepts
 */
LevSheet    *lev_workbook_add_sheet      (LevWorkbook *self,
                                          const char  *name);

/**
 * lev_workbook_define_name:
 * @name: an identifier that formulas can use
 * @sheet: where the range is
 * @range: the range in A1 notation, without the sheet
 */
void         lev_workbook_define_name    (LevWorkbook *self,
                                          const char  *name,
                                          LevSheet    *sheet,
                                          const char  *range);

/**
 * lev_workbook_save:
 * @cancellable: (nullable): stops the work before the file gets its name
 * @error: return location for an error
 *
 * Writes the file under a temporary name, reads it back, renames it. On failure a file that was
 * already at the path stays as it was. A workbook can be saved once.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_WORKBOOK for the first thing that could not be put in
 *   a cell, %LEV_EXCHANGE_ERROR_WRITE, %LEV_EXCHANGE_ERROR_DAMAGED or %G_IO_ERROR_CANCELLED
 */
gboolean     lev_workbook_save           (LevWorkbook  *self,
                                          GCancellable *cancellable,
                                          GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevWorkbook, lev_workbook_free)

G_END_DECLS
