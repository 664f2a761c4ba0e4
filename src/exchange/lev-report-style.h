/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-workbook.h"

G_BEGIN_DECLS

/* The palette: one accent, one scale for risks, greys. The lightness of the scale falls in order,
 * so that it survives grey print; medium and low never stand without a sign or a word. */
#define LEV_COLOUR_INK       (0x1f2a37)
#define LEV_COLOUR_SECONDARY (0x5b6673)
#define LEV_COLOUR_ACCENT    (0x1f4e5f)
#define LEV_COLOUR_SUBHEADER (0x3f6b7a)
#define LEV_COLOUR_BAR       (0x9db8c1)
#define LEV_COLOUR_BAND      (0xe3edf0)
#define LEV_COLOUR_PANEL     (0xf4f6f8)
#define LEV_COLOUR_HAIRLINE  (0xd5dbe1)
#define LEV_COLOUR_INPUT     (0xfffbeb)
#define LEV_COLOUR_INPUT_BOX (0xe8dfc0)
#define LEV_COLOUR_WHITE     (0xffffff)
#define LEV_COLOUR_CRITICAL  (0x9b2c2c)
#define LEV_COLOUR_HIGH      (0xe39a4f)
#define LEV_COLOUR_HIGH_INK  (0x9a5b12)
#define LEV_COLOUR_MEDIUM    (0xf3dfa8)
#define LEV_COLOUR_LOW       (0xe6eff2)
#define LEV_COLOUR_LOW_CHART (0xcfdde3)
#define LEV_COLOUR_UNKNOWN   (0xe8e8ee)

/* The styles of the cells in what this application writes as a workbook. */
typedef enum
{
  LEV_STYLE_TITLE,
  LEV_STYLE_SECTION,
  LEV_STYLE_INTRO, /* below the title */
  LEV_STYLE_INTRO_DATE,
  LEV_STYLE_NOTE,     /* small, below a table */
  LEV_STYLE_LINE,     /* a sentence without a line below */
  LEV_STYLE_SHORTCUT, /* a link that stands apart, at the right */

  LEV_STYLE_HEADER,
  LEV_STYLE_HEADER_CENTER,
  LEV_STYLE_HEADER_RIGHT,
  LEV_STYLE_HEADER_GROUP, /* over the columns of one supplier */
  LEV_STYLE_SUBHEADER,
  LEV_STYLE_BAND, /* a row that names what follows */

  LEV_STYLE_TEXT,
  LEV_STYLE_WRAP,
  LEV_STYLE_WRAP_SMALL,
  LEV_STYLE_NAME, /* bold */
  LEV_STYLE_MUTED,
  LEV_STYLE_MUTED_CENTER,
  LEV_STYLE_SMALL,
  LEV_STYLE_CENTER,
  LEV_STYLE_LINK,
  LEV_STYLE_NAME_LINK,
  LEV_STYLE_CHIP, /* a class, answer or signal, coloured by a rule */
  LEV_STYLE_DATE,
  LEV_STYLE_MONEY,
  LEV_STYLE_COUNT, /* a dot for 0 */
  LEV_STYLE_COUNT_BOLD,
  LEV_STYLE_SCALE, /* 1 to 5 */
  LEV_STYLE_SCALE_BOLD,
  LEV_STYLE_SCALE_SMALL,
  LEV_STYLE_SCORE, /* likelihood × impact */
  LEV_STYLE_NUMBER,
  LEV_STYLE_NUMBER_AT_MOST,
  LEV_STYLE_PERCENT,
  LEV_STYLE_DAYS,
  LEV_STYLE_TREND,
  LEV_STYLE_CHANGE, /* a trend that is the point of its table */
  LEV_STYLE_KEY,    /* an identifier for machines */
  LEV_STYLE_COUNT_LARGE,
  LEV_STYLE_WORSE, /* for the legend: what rules do elsewhere */
  LEV_STYLE_BETTER,
  LEV_STYLE_SCALE_3,
  LEV_STYLE_SCALE_4,
  LEV_STYLE_SCALE_5,

  LEV_STYLE_INPUT,
  LEV_STYLE_INPUT_DATE,

  LEV_STYLE_TOTAL,
  LEV_STYLE_TOTAL_COUNT,
  LEV_STYLE_TOTAL_MONEY,
  LEV_STYLE_TOTAL_DECIDED,
  LEV_STYLE_TOTAL_COMPLETE,
  LEV_STYLE_TOTAL_NAME, /* a total with a line below */
  LEV_STYLE_MEAN,
  LEV_STYLE_MEAN_BEFORE,
  LEV_STYLE_MEAN_TREND,
  LEV_STYLE_MEAN_COUNT,
  LEV_STYLE_MEAN_COUNT_BEFORE,
  LEV_STYLE_MEAN_COUNT_TREND,

  LEV_STYLE_AXIS_ROW, /* the scales of the heat map */
  LEV_STYLE_AXIS_COLUMN,
  LEV_STYLE_AXIS_NAME,
  LEV_STYLE_HEAT_LOW,
  LEV_STYLE_HEAT_MEDIUM,
  LEV_STYLE_HEAT_HIGH,
  LEV_STYLE_HEAT_CRITICAL,

  /* Key figures: a label, a number and a note with the colour mark at their left. */
  LEV_STYLE_TILE_ACCENT,
  LEV_STYLE_TILE_ACCENT_FIGURE,
  LEV_STYLE_TILE_ACCENT_ANSWERED,
  LEV_STYLE_TILE_ACCENT_MONEY,
  LEV_STYLE_TILE_CRITICAL,
  LEV_STYLE_TILE_CRITICAL_FIGURE,
  LEV_STYLE_TILE_CRITICAL_AFTER,
  LEV_STYLE_TILE_CRITICAL_RUNNING,
  LEV_STYLE_TILE_HIGH,
  LEV_STYLE_TILE_HIGH_FIGURE,
  LEV_STYLE_TILE_HIGH_AFTER,
  LEV_STYLE_TILE_UNKNOWN,
  LEV_STYLE_TILE_UNKNOWN_FIGURE,
  LEV_STYLE_TILE_UNKNOWN_CRITERIA,

  /* For rules. They put the sign before the word by their number format, so that the cell keeps
   * the plain word, which filters and formulas know. */
  LEV_STYLE_SIGN_CRITICAL,
  LEV_STYLE_SIGN_HIGH,
  LEV_STYLE_SIGN_MEDIUM,
  LEV_STYLE_SIGN_LOW,
  LEV_STYLE_SIGN_UNKNOWN,
  LEV_STYLE_SIGN_NO,
  LEV_STYLE_SIGN_ASKED,
  LEV_STYLE_SIGN_SOON,
  LEV_STYLE_SIGN_DONE,
  LEV_STYLE_SIGN_INCOMPLETE,
  LEV_STYLE_SIGN_NEW,
  LEV_STYLE_SIGN_CHANGED,
  LEV_STYLE_FILL_CRITICAL,
  LEV_STYLE_FILL_HIGH,
  LEV_STYLE_FILL_MEDIUM,
  LEV_STYLE_FILL_LOW,
  LEV_STYLE_FILL_UNKNOWN,
  LEV_STYLE_FILL_UNUSED,
  LEV_STYLE_INK_WORSE,
  LEV_STYLE_INK_BETTER,
  LEV_STYLE_INK_CRITICAL,
  LEV_STYLE_INK_HIGH,

  LEV_N_STYLES,
} LevStyle;

/**
 * lev_report_get_styles:
 * @n_styles: (out): how many there are
 *
 * Number formats that contain words are translated at the first call.
 *
 * Returns: (transfer none): the styles, indexed by #LevStyle
 */
const LevCellStyle *lev_report_get_styles (guint *n_styles);

/* The style of a header above cells of @style: it has the same alignment. */
LevStyle            lev_style_get_header  (LevStyle style);

G_END_DECLS
