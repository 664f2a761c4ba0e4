/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-page-flow.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What a document is while its rows are placed, and then while its pages are drawn. */

typedef struct _LevFlowRow LevFlowRow;

typedef enum
{
  LEV_MARK_LINES,
  LEV_MARK_BOX,
  LEV_MARK_RULE,
  LEV_MARK_SIGN,
  LEV_MARK_MAP,
} LevMarkKind;

/* Something on a page. */
typedef struct
{
  LevMarkKind     kind;
  double          x;
  double          y;
  double          width;
  double          height;
  double          radius;
  guint32         ink;
  PangoLayout    *layout;
  int             first; /* of the lines of @layout */
  int             n_lines;
  LevLevel        level;
  LevHeatMapData *data; /* borrowed */
  LevHeatState    state;
} LevPageMark;

struct _LevPageFlow
{
  char          *left;
  char          *right;
  char          *footer;
  LevDate        date;
  LevHouseStyle *style; /* or NULL */
  PangoContext  *context;
  GPtrArray     *pages; /* GArray of LevPageMark */
  GPtrArray     *maps;  /* LevHeatMapData */
  double         y;     /* where the next row begins */
  char          *title; /* of the section */
  LevFlowRow    *head;  /* of its table, or NULL */
  GPtrArray     *group; /* LevFlowRow, while one is gathered */
};

/* @text in the font of the document, in lines of @width points. */
PangoLayout *lev_page_flow_create_layout (LevPageFlow *self,
                                          const char  *text,
                                          double       size,
                                          gboolean     is_bold,
                                          double       width,
                                          LevCellAlign align);

G_END_DECLS
