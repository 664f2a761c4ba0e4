/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-style.h"

#include <glib/gi18n.h>

/* Formats are in US notation; 413 is Dutch. Words stand in the format, because TEXT() in a formula
 * depends on the reader's language. */
#define FORMAT_DATE      "dd-mm-yyyy"
#define FORMAT_LONG_DATE "[$-413]d mmmm yyyy"
#define FORMAT_MONEY     "[$€-413] #,##0;-[$€-413] #,##0;\"–\""
#define FORMAT_COUNT     "0;-0;\"·\""
#define FORMAT_PERCENT   "0%;-0%;\"–\""
#define FORMAT_TREND     "\"↑\"0;\"↓\"0;\"=\""

#define BODY \
  .size = 10, .ink = LEV_COLOUR_INK, .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE
#define LEFT   .align = LEV_ALIGN_LEFT, .indent = 1
#define CENTER .align = LEV_ALIGN_CENTER
#define RIGHT  .align = LEV_ALIGN_RIGHT, .indent = 1
#define MUTED  .size = 9, .ink = LEV_COLOUR_SECONDARY
#define HEADER .size = 10, .bold = TRUE, .ink = LEV_COLOUR_WHITE, .fill = LEV_COLOUR_ACCENT
#define TOTAL  .size = 10, .bold = TRUE, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_PANEL
#define MEAN   TOTAL, .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE
#define MEAN_MUTED \
  MUTED, .fill = LEV_COLOUR_PANEL, .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE
#define INPUT                                                                            \
  .size = 10, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_INPUT, .border = LEV_BORDER_BOX, \
  .line = LEV_COLOUR_INPUT_BOX, .unlocked = TRUE
#define HEAT(Ink, Fill, Sign)  \
  { .size = 15,                \
    .bold = TRUE,              \
    .ink = Ink,                \
    .fill = Fill,              \
    CENTER,                    \
    .border = LEV_BORDER_CHIP, \
    .line = LEV_COLOUR_WHITE,  \
    .number_format = "\"" Sign " \"0;;" }
#define TILE(Mark)       LEFT, .fill = LEV_COLOUR_PANEL, .border = LEV_BORDER_MARK, .line = Mark
#define TILE_LABEL(Mark) { TILE (Mark), MUTED }
#define TILE_FIGURE(Mark, Ink) \
  { TILE (Mark), .size = 26, .bold = TRUE, .ink = Ink, .number_format = "0" }
#define TILE_NOTE(Mark, Format) { TILE (Mark), MUTED, .number_format = Format }
#define SIGN(Sign)              .number_format = "\"" Sign " \"@"

static LevCellStyle styles[LEV_N_STYLES] = {
  [LEV_STYLE_TITLE] = { .size = 18, .bold = TRUE, .ink = LEV_COLOUR_ACCENT },
  [LEV_STYLE_SECTION] = { .size = 12, .bold = TRUE, .ink = LEV_COLOUR_ACCENT },
  [LEV_STYLE_INTRO] = { .size = 10, .ink = LEV_COLOUR_SECONDARY },
  [LEV_STYLE_INTRO_DATE] = { .size = 10, .bold = TRUE, .ink = LEV_COLOUR_INK,
                             .align = LEV_ALIGN_LEFT, .number_format = FORMAT_LONG_DATE },
  [LEV_STYLE_NOTE] = { MUTED },
  [LEV_STYLE_LINE] = { .size = 10, .ink = LEV_COLOUR_INK, LEFT },
  [LEV_STYLE_SHORTCUT] = { .size = 10, .ink = LEV_COLOUR_ACCENT, .underline = TRUE,
                           .align = LEV_ALIGN_RIGHT },

  [LEV_STYLE_HEADER] = { HEADER, LEFT, .wrap = TRUE },
  [LEV_STYLE_HEADER_CENTER] = { HEADER, CENTER, .wrap = TRUE },
  [LEV_STYLE_HEADER_RIGHT] = { HEADER, RIGHT, .wrap = TRUE },
  [LEV_STYLE_HEADER_GROUP] = { HEADER, CENTER, .wrap = TRUE, .border = LEV_BORDER_BOX,
                               .line = LEV_COLOUR_WHITE },
  [LEV_STYLE_SUBHEADER] = { .size = 8, .ink = LEV_COLOUR_WHITE, .fill = LEV_COLOUR_SUBHEADER,
                            CENTER },
  [LEV_STYLE_BAND] = { .size = 10, .bold = TRUE, .ink = LEV_COLOUR_ACCENT,
                       .fill = LEV_COLOUR_BAND, LEFT },

  [LEV_STYLE_TEXT] = { BODY, LEFT },
  [LEV_STYLE_WRAP] = { BODY, LEFT, .wrap = TRUE },
  [LEV_STYLE_WRAP_SMALL] = { LEFT, .size = 9, .ink = LEV_COLOUR_INK, .border = LEV_BORDER_BELOW,
                             .line = LEV_COLOUR_HAIRLINE, .wrap = TRUE },
  [LEV_STYLE_NAME] = { BODY, LEFT, .bold = TRUE, .wrap = TRUE },
  [LEV_STYLE_MUTED] = { LEFT, .size = 10, .ink = LEV_COLOUR_SECONDARY, .border = LEV_BORDER_BELOW,
                        .line = LEV_COLOUR_HAIRLINE },
  [LEV_STYLE_MUTED_CENTER] = { CENTER, .size = 10, .ink = LEV_COLOUR_SECONDARY,
                               .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE },
  [LEV_STYLE_SMALL] = { LEFT, MUTED, .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE,
                        .wrap = TRUE },
  [LEV_STYLE_CENTER] = { BODY, CENTER },
  [LEV_STYLE_LINK] = { LEFT, .size = 10, .ink = LEV_COLOUR_ACCENT, .underline = TRUE,
                       .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE },
  [LEV_STYLE_NAME_LINK] = { LEFT, .size = 10, .ink = LEV_COLOUR_ACCENT, .bold = TRUE,
                            .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE,
                            .wrap = TRUE },
  [LEV_STYLE_CHIP] = { LEFT, .size = 10, .ink = LEV_COLOUR_INK, .border = LEV_BORDER_CHIP,
                       .line = LEV_COLOUR_WHITE },
  [LEV_STYLE_DATE] = { BODY, CENTER, .number_format = FORMAT_DATE },
  [LEV_STYLE_MONEY] = { BODY, RIGHT, .number_format = FORMAT_MONEY },
  [LEV_STYLE_COUNT] = { BODY, CENTER, .number_format = FORMAT_COUNT },
  [LEV_STYLE_COUNT_BOLD] = { BODY, CENTER, .bold = TRUE, .number_format = FORMAT_COUNT },
  [LEV_STYLE_SCALE] = { BODY, CENTER, .number_format = "0" },
  [LEV_STYLE_SCALE_BOLD] = { BODY, CENTER, .bold = TRUE, .number_format = "0" },
  [LEV_STYLE_SCALE_SMALL] = { CENTER, MUTED, .border = LEV_BORDER_BELOW,
                              .line = LEV_COLOUR_HAIRLINE, .number_format = "0" },
  [LEV_STYLE_SCORE] = { CENTER, .size = 11, .bold = TRUE, .ink = LEV_COLOUR_INK,
                        .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE,
                        .number_format = "0" },
  [LEV_STYLE_NUMBER] = { BODY, CENTER, .number_format = "0" },
  [LEV_STYLE_NUMBER_AT_MOST] = { BODY, CENTER, .number_format = "\"≤ \"0" },
  [LEV_STYLE_PERCENT] = { BODY, RIGHT, .number_format = FORMAT_PERCENT },
  [LEV_STYLE_DAYS] = { BODY, CENTER, .number_format = "+0;-0;0" },
  [LEV_STYLE_TREND] = { CENTER, MUTED, .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE,
                        .number_format = FORMAT_TREND },
  [LEV_STYLE_CHANGE] = { BODY, CENTER, .bold = TRUE,
                         .number_format = "\"↑ \"0;\"↓ \"0;\"=\"" },
  [LEV_STYLE_KEY] = { CENTER, .font = "Consolas", .wrap = TRUE, .size = 8, .ink = LEV_COLOUR_SECONDARY,
                      .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE },
  [LEV_STYLE_COUNT_LARGE] = { CENTER, .size = 12, .bold = TRUE, .ink = LEV_COLOUR_INK,
                              .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE,
                              .number_format = FORMAT_COUNT },
  [LEV_STYLE_WORSE] = { LEFT, .size = 10, .bold = TRUE, .ink = LEV_COLOUR_CRITICAL,
                        .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE },
  [LEV_STYLE_BETTER] = { LEFT, .size = 10, .bold = TRUE, .ink = LEV_COLOUR_ACCENT,
                         .border = LEV_BORDER_BELOW, .line = LEV_COLOUR_HAIRLINE },
  [LEV_STYLE_SCALE_3] = { BODY, CENTER, .bold = TRUE, .fill = LEV_COLOUR_MEDIUM },
  [LEV_STYLE_SCALE_4] = { BODY, CENTER, .bold = TRUE, .fill = LEV_COLOUR_HIGH },
  [LEV_STYLE_SCALE_5] = { CENTER, .size = 10, .bold = TRUE, .ink = LEV_COLOUR_WHITE,
                          .fill = LEV_COLOUR_CRITICAL, .border = LEV_BORDER_BELOW,
                          .line = LEV_COLOUR_HAIRLINE },

  [LEV_STYLE_INPUT] = { INPUT, LEFT, .wrap = TRUE },
  [LEV_STYLE_INPUT_DATE] = { INPUT, CENTER, .number_format = FORMAT_DATE },

  [LEV_STYLE_TOTAL] = { TOTAL, LEFT },
  [LEV_STYLE_TOTAL_COUNT] = { TOTAL, CENTER, .number_format = "0" },
  [LEV_STYLE_TOTAL_MONEY] = { TOTAL, RIGHT, .number_format = FORMAT_MONEY },
  [LEV_STYLE_TOTAL_DECIDED] = { TOTAL, LEFT, .number_format = N_("0\" decided\"") },
  [LEV_STYLE_TOTAL_COMPLETE] = { TOTAL, LEFT, .number_format = N_("0\" complete\"") },
  [LEV_STYLE_TOTAL_NAME] = { MEAN, LEFT },
  [LEV_STYLE_MEAN] = { MEAN, CENTER, .number_format = "0.0" },
  [LEV_STYLE_MEAN_BEFORE] = { MEAN_MUTED, CENTER, .number_format = "0.0" },
  [LEV_STYLE_MEAN_TREND] = { MEAN_MUTED, CENTER,
                             .number_format = "\"↑\"0.0;\"↓\"0.0;\"=\"" },
  [LEV_STYLE_MEAN_COUNT] = { MEAN, CENTER, .number_format = FORMAT_COUNT },
  [LEV_STYLE_MEAN_COUNT_BEFORE] = { MEAN_MUTED, CENTER, .number_format = FORMAT_COUNT },
  [LEV_STYLE_MEAN_COUNT_TREND] = { MEAN_MUTED, CENTER, .number_format = FORMAT_TREND },

  [LEV_STYLE_AXIS_ROW] = { .size = 10, .ink = LEV_COLOUR_INK, RIGHT },
  [LEV_STYLE_AXIS_COLUMN] = { .size = 9, .ink = LEV_COLOUR_INK, CENTER },
  [LEV_STYLE_AXIS_NAME] = { MUTED, RIGHT },
  [LEV_STYLE_HEAT_LOW] = HEAT (LEV_COLOUR_INK, LEV_COLOUR_LOW, "○"),
  [LEV_STYLE_HEAT_MEDIUM] = HEAT (LEV_COLOUR_INK, LEV_COLOUR_MEDIUM, "●"),
  [LEV_STYLE_HEAT_HIGH] = HEAT (LEV_COLOUR_INK, LEV_COLOUR_HIGH, "◆"),
  [LEV_STYLE_HEAT_CRITICAL] = HEAT (LEV_COLOUR_WHITE, LEV_COLOUR_CRITICAL, "■"),

  [LEV_STYLE_TILE_ACCENT] = TILE_LABEL (LEV_COLOUR_ACCENT),
  [LEV_STYLE_TILE_ACCENT_FIGURE] = TILE_FIGURE (LEV_COLOUR_ACCENT, LEV_COLOUR_ACCENT),
  [LEV_STYLE_TILE_ACCENT_ANSWERED] =
      TILE_NOTE (LEV_COLOUR_ACCENT, N_("0\" with answer ‘yes’ to a key question\"")),
  [LEV_STYLE_TILE_ACCENT_MONEY] =
      TILE_NOTE (LEV_COLOUR_ACCENT, N_("[$€-413] #,##0\" asked for\"")),
  [LEV_STYLE_TILE_CRITICAL] = TILE_LABEL (LEV_COLOUR_CRITICAL),
  [LEV_STYLE_TILE_CRITICAL_FIGURE] = TILE_FIGURE (LEV_COLOUR_CRITICAL, LEV_COLOUR_CRITICAL),
  [LEV_STYLE_TILE_CRITICAL_AFTER] =
      TILE_NOTE (LEV_COLOUR_CRITICAL, N_("\"after measures \"0")),
  [LEV_STYLE_TILE_CRITICAL_RUNNING] =
      TILE_NOTE (LEV_COLOUR_CRITICAL, N_("\"of \"0\" running actions\"")),
  [LEV_STYLE_TILE_HIGH] = TILE_LABEL (LEV_COLOUR_HIGH),
  [LEV_STYLE_TILE_HIGH_FIGURE] = TILE_FIGURE (LEV_COLOUR_HIGH, LEV_COLOUR_INK),
  [LEV_STYLE_TILE_HIGH_AFTER] = TILE_NOTE (LEV_COLOUR_HIGH, N_("\"after measures \"0")),
  [LEV_STYLE_TILE_UNKNOWN] = TILE_LABEL (LEV_COLOUR_BAR),
  [LEV_STYLE_TILE_UNKNOWN_FIGURE] = TILE_FIGURE (LEV_COLOUR_BAR, LEV_COLOUR_INK),
  [LEV_STYLE_TILE_UNKNOWN_CRITERIA] =
      TILE_NOTE (LEV_COLOUR_BAR, N_("0\" criteria unknown\"")),

  [LEV_STYLE_SIGN_CRITICAL] = { .bold = TRUE, .ink = LEV_COLOUR_WHITE,
                                .fill = LEV_COLOUR_CRITICAL, SIGN ("■") },
  [LEV_STYLE_SIGN_HIGH] = { .bold = TRUE, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_HIGH,
                            SIGN ("◆") },
  [LEV_STYLE_SIGN_MEDIUM] = { .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_MEDIUM, SIGN ("●") },
  [LEV_STYLE_SIGN_LOW] = { .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_LOW, SIGN ("○") },
  [LEV_STYLE_SIGN_UNKNOWN] = { .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_UNKNOWN, SIGN ("?") },
  [LEV_STYLE_SIGN_NO] = { .ink = LEV_COLOUR_SECONDARY, SIGN ("○") },
  [LEV_STYLE_SIGN_ASKED] = { .bold = TRUE, .ink = LEV_COLOUR_ACCENT, .fill = LEV_COLOUR_BAND,
                             SIGN ("►") },
  [LEV_STYLE_SIGN_SOON] = { .bold = TRUE, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_MEDIUM,
                            SIGN ("●") },
  [LEV_STYLE_SIGN_DONE] = { .bold = TRUE, .ink = LEV_COLOUR_ACCENT, .fill = LEV_COLOUR_BAND,
                            SIGN ("✓") },
  [LEV_STYLE_SIGN_INCOMPLETE] = { .bold = TRUE, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_HIGH,
                                  SIGN ("!") },
  [LEV_STYLE_SIGN_NEW] = { .bold = TRUE, .ink = LEV_COLOUR_ACCENT, SIGN ("+") },
  [LEV_STYLE_SIGN_CHANGED] = { .bold = TRUE, .ink = LEV_COLOUR_INK, SIGN ("±") },
  [LEV_STYLE_FILL_CRITICAL] = { .bold = TRUE, .ink = LEV_COLOUR_WHITE,
                                .fill = LEV_COLOUR_CRITICAL },
  [LEV_STYLE_FILL_HIGH] = { .bold = TRUE, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_HIGH },
  [LEV_STYLE_FILL_MEDIUM] = { .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_MEDIUM },
  [LEV_STYLE_FILL_LOW] = { .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_LOW },
  [LEV_STYLE_FILL_UNKNOWN] = { .bold = TRUE, .ink = LEV_COLOUR_INK, .fill = LEV_COLOUR_UNKNOWN },
  [LEV_STYLE_FILL_UNUSED] = { .ink = LEV_COLOUR_SECONDARY, .fill = 0xeeeeee },
  [LEV_STYLE_INK_WORSE] = { .bold = TRUE, .ink = LEV_COLOUR_CRITICAL },
  [LEV_STYLE_INK_BETTER] = { .bold = TRUE, .ink = LEV_COLOUR_ACCENT },
  [LEV_STYLE_INK_CRITICAL] = { .bold = TRUE, .ink = LEV_COLOUR_CRITICAL },
  [LEV_STYLE_INK_HIGH] = { .bold = TRUE, .ink = LEV_COLOUR_HIGH_INK },
};

static const LevStyle with_words[] = {
  LEV_STYLE_TOTAL_DECIDED,        LEV_STYLE_TOTAL_COMPLETE,
  LEV_STYLE_TILE_ACCENT_ANSWERED, LEV_STYLE_TILE_ACCENT_MONEY,
  LEV_STYLE_TILE_CRITICAL_AFTER,  LEV_STYLE_TILE_CRITICAL_RUNNING,
  LEV_STYLE_TILE_HIGH_AFTER,      LEV_STYLE_TILE_UNKNOWN_CRITERIA,
};

const LevCellStyle *
lev_report_get_styles (guint *n_styles)
{
  static gsize is_translated;

  if (g_once_init_enter (&is_translated))
    {
      for (guint i = 0; i < G_N_ELEMENTS (with_words); i++)
        styles[with_words[i]].number_format = _(styles[with_words[i]].number_format);
      g_once_init_leave (&is_translated, 1);
    }

  *n_styles = G_N_ELEMENTS (styles);
  return styles;
}

LevStyle
lev_style_get_header (LevStyle style)
{
  switch (styles[style].align)
    {
    case LEV_ALIGN_CENTER:
      return LEV_STYLE_HEADER_CENTER;

    case LEV_ALIGN_RIGHT:
      return LEV_STYLE_HEADER_RIGHT;

    case LEV_ALIGN_AUTO:
    case LEV_ALIGN_LEFT:
    default:
      return LEV_STYLE_HEADER;
    }
}
