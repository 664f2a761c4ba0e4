#pragma once

#include "lev-scoring.h"

G_BEGIN_DECLS

/* What a heat map shows, as plain data: the class of each cell, and marks that stand in a cell
 * before, now and as is expected after the measures. Screen, print and slides draw it by one
 * function; it holds no reference to the handbook that it was made with. */

#define LEV_HEAT_N_SCORES (5)

/* When a mark stands where. */
typedef enum
{
  LEV_HEAT_PREVIOUS, /* in the previous round */
  LEV_HEAT_NOW,
  LEV_HEAT_RESIDUAL, /* as is expected after the measures */
  LEV_HEAT_N_STATES,
} LevHeatState;

/* What the marks stand for. */
typedef enum
{
  LEV_HEAT_RISKS,
  LEV_HEAT_SUPPLIERS, /* each where its most serious risk stands */
} LevHeatKind;

/* A cell: both 1 to 5; both 0 for a mark that stands in none. */
typedef struct
{
  int likelihood;
  int impact;
} LevHeatPlace;

typedef struct
{
  gpointer     record; /* borrowed; the LevRisk or LevDossier, only to be compared */
  char        *label;  /* on the mark: “3” */
  char        *title;  /* for people */
  LevHeatPlace places[LEV_HEAT_N_STATES];
} LevHeatMark;

typedef struct
{
  LevHeatKind kind;
  LevLevel    levels[LEV_HEAT_N_SCORES + 1][LEV_HEAT_N_SCORES + 1]; /* [likelihood][impact] */
  char       *titles[LEV_LEVEL_CRITICAL + 1];                       /* the words for the classes */
  int         from[LEV_LEVEL_CRITICAL + 1];                         /* the lowest product of each */
  int         floor;                                                /* an impact of this or more is never below high; 0 for none */
  gboolean    has_previous;                                         /* whether there is a previous round to compare with */
  GPtrArray  *marks;                                                /* LevHeatMark */
} LevHeatMapData;

/* A map with the classes of @content and no marks. */
LevHeatMapData *lev_heat_map_data_new           (LevHandbookContent *content,
                                                 LevHeatKind         kind);

/* The risks of @dossier. */
LevHeatMapData *lev_heat_map_data_new_dossier   (LevDossier *dossier);

/* The chosen suppliers of @review, each marked with its position in lev_review_list_chosen(). */
LevHeatMapData *lev_heat_map_data_new_review    (LevReview *review);

void            lev_heat_map_data_free          (LevHeatMapData *self);

/* Adds a mark that stands nowhere yet. */
LevHeatMark    *lev_heat_map_data_add           (LevHeatMapData *self,
                                                 gpointer        record,
                                                 const char     *label,
                                                 const char     *title);

/* Whether @mark stands in @place in @state. */
gboolean        lev_heat_mark_is_at             (const LevHeatMark *mark,
                                                 LevHeatState       state,
                                                 LevHeatPlace       place);

/* How many marks stand in no cell in @state, because a score is not known. */
guint           lev_heat_map_data_count_outside (const LevHeatMapData *self,
                                                 LevHeatState          state);

/**
 * lev_heat_map_data_describe:
 * @from: what the filled marks show
 * @to: what the open marks show; the same as @from when only that is shown
 *
 * Returns: (transfer full): a cell as it is read aloud: “kans 4, impact 4, kritiek: risico’s 1
 *   en 3; verwacht: risico 2”
 */
char           *lev_heat_map_data_describe      (const LevHeatMapData *self,
                                                 LevHeatState          from,
                                                 LevHeatState          to,
                                                 LevHeatPlace          place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevHeatMapData, lev_heat_map_data_free)

G_END_DECLS
