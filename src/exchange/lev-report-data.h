/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-house-style.h"
#include "lev-report.h"
#include "lev-scoring.h"
#include "lev-sheet.h"

G_BEGIN_DECLS

/* What the sheets of the MT report share: the records of the round in the order of the report,
 * with their numbers and what follows from them. Private to the report. */

/* The words that are both shown and compared in formulas. */
typedef enum
{
  LEV_WORD_NONE,
  LEV_WORD_LOW, /* classes of a risk */
  LEV_WORD_MEDIUM,
  LEV_WORD_HIGH,
  LEV_WORD_CRITICAL,
  LEV_WORD_UNKNOWN,
  LEV_WORD_NO, /* answers to a key question */
  LEV_WORD_ATTENTION,
  LEV_WORD_YES,
  LEV_WORD_INSUFFICIENT,
  LEV_WORD_ROUTINE, /* a place in Kraljic’s matrix, in the order of LevKraljic */
  LEV_WORD_LEVERAGE,
  LEV_WORD_BOTTLENECK,
  LEV_WORD_STRATEGIC,
  LEV_WORD_PROPOSED, /* where an action stands */
  LEV_WORD_RUNNING,
  LEV_WORD_REPORTED,
  LEV_WORD_FINISHED,
  LEV_WORD_REFUSED,
  LEV_WORD_ASKED, /* what an action asks for; finished and refused ones ask nothing */
  LEV_WORD_WAITING,
  LEV_WORD_OVERDUE,
  LEV_WORD_SOON,
  LEV_WORD_ON_SCHEDULE,
  LEV_WORD_UNDATED,
  LEV_WORD_TAKE, /* decisions of the MT */
  LEV_WORD_DO_NOT_TAKE,
  LEV_WORD_CLOSE,
  LEV_WORD_DO_NOT_CLOSE,
  LEV_WORD_UNDECIDED, /* what a decision lacks */
  LEV_WORD_NO_DATE,
  LEV_WORD_NO_REASON,
  LEV_WORD_NO_ACCEPTOR,
  LEV_WORD_NO_TERM,
  LEV_WORD_COMPLETE,
  LEV_WORD_NEW, /* compared with the previous round */
  LEV_WORD_CHANGED,
  LEV_WORD_EQUAL,
  LEV_WORD_WORSE,
  LEV_WORD_BETTER,
  LEV_WORD_GONE,
  LEV_WORD_NOW, /* columns of a profile */
  LEV_WORD_BEFORE,
  LEV_WORD_TREND,
  LEV_WORD_DOUBTFUL, /* low confidence */
  LEV_WORD_QUESTION, /* a question mark: not known */
  LEV_N_WORDS,
} LevWord;

/* The sheets, in their order. */
typedef enum
{
  LEV_REPORT_SUMMARY,
  LEV_REPORT_HEATMAP,
  LEV_REPORT_SUPPLIERS,
  LEV_REPORT_CONCENTRATION,
  LEV_REPORT_PROFILES,
  LEV_REPORT_RISKS,
  LEV_REPORT_COMPARISON,
  LEV_REPORT_ACTIONS,
  LEV_REPORT_DECISIONS,
  LEV_REPORT_UPDATES,
  LEV_REPORT_LEGEND,
  LEV_REPORT_N_SHEETS,
} LevReportSheet;

/* Continuity and information security. */
#define LEV_REPORT_N_QUESTIONS (2)

/* Bytes for "R01". */
#define LEV_REPORT_LABEL_SIZE (16)

typedef struct
{
  LevSupplier       *supplier;
  LevDossier        *dossier;  /* NULL when it is not in the round */
  LevDossier        *previous; /* in the previous round, or NULL */
  LevProfileVersion *frozen;   /* on which the MT decides, or NULL */
  gboolean           outdated; /* whether the profile is another one now */
  guint              number;   /* from 1 in the round; 0 outside */
  LevRecordList     *services; /* borrowed; may be NULL */
  LevCriticality     criticality;
  LevWord            answers[LEV_REPORT_N_QUESTIONS];
  LevWord            previous_answers[LEV_REPORT_N_QUESTIONS];
  guint              levels[LEV_LEVEL_CRITICAL + 1]; /* risks by class */
  guint              n_asked;
  guint              n_overdue;
  LevDate            contract_end;
  gint64             yearly_value; /* in cents */
} LevReportSupplier;

typedef struct
{
  LevRisk           *risk;
  LevReportSupplier *supplier;
  char               label[LEV_REPORT_LABEL_SIZE];
  guint              row; /* on its sheet */
  LevLevel           level;
  LevLevel           residual_level;
  LevWord            change;
  char              *actions; /* labels, or a dash */
} LevReportRisk;

typedef struct
{
  LevAction         *action;
  LevReportSupplier *supplier;
  LevReportRisk     *risk; /* or NULL */
  char               label[LEV_REPORT_LABEL_SIZE];
  guint              row;
  guint              step;
  LevWord            status;
  LevWord            signal;
  int                progress; /* percent */
} LevReportAction;

/* A decision that the MT is asked for or that it took, in step 6 or 11. */
typedef struct
{
  LevReportAction *action;
  guint            step;
  LevDecision     *decision; /* NULL while it is asked */
} LevReportDecision;

typedef struct
{
  LevStatusUpdate *update;
  LevReportAction *action;
  char            *text; /* says whether it corrects another, or was corrected */
} LevReportUpdate;

typedef struct
{
  LevReview          *review;
  LevRegister        *records;
  LevHandbookContent *content;
  LevDate             today;
  LevPerson          *manager; /* of all suppliers in it; %NULL for those of each CM */
  gboolean            hide_closed;
  guint               n_round; /* suppliers in the round, whoever is their CM */
  char               *name;    /* of the round */
  LevHouseStyle      *style;
  char               *organisation;
  char               *words[LEV_N_WORDS];
  char               *questions[LEV_REPORT_N_QUESTIONS]; /* their codes */
  char               *themes[LEV_REPORT_N_QUESTIONS];    /* and titles */
  GPtrArray          *suppliers;                         /* the round's first, by criticality */
  guint               n_chosen;                          /* how many of them are in the round */
  guint               n_unknown_criteria;                /* of the round, once the profiles are written */
  guint               n_rounds;                          /* that the heat map compares, once it is written */
  GPtrArray          *risks;
  GPtrArray          *actions;
  GPtrArray          *decisions; /* asked ones first */
  GPtrArray          *updates;   /* newest first */
  GString            *text;      /* for what a cell shows and no record holds */
  LevSheet           *sheets[LEV_REPORT_N_SHEETS];
} LevReport;

/**
 * lev_report_collect:
 * @review: the round
 * @options: (nullable): what is reported on; %NULL for the whole round
 *
 * Returns: (transfer full): everything that the sheets show
 */
LevReport  *lev_report_collect         (LevReview              *review,
                                        const LevReportOptions *options);

void        lev_report_free            (LevReport *report);

/* Fills in the words of @report, cleaned for formulas. */
void        lev_report_collect_words   (LevReport *report);

/* The word of @answer to a key question. */
LevWord     lev_report_get_answer_word (LevAnswer answer);

/* The word of @level. */
LevWord     lev_report_get_level_word  (LevLevel level);

/* The lowest likelihood × impact of class @word; more than 25 for a class that does not exist. */
int         lev_report_get_bound       (LevReport *report,
                                        LevWord    word);

/* Newly allocated: the title of the report: what the template says, and the round. */
char       *lev_report_dup_heading     (LevReport *report);

/* Whether @dossier is reported on: it is of the CM that the report is about. */
gboolean    lev_report_has_dossier     (LevReport  *report,
                                        LevDossier *dossier);

/* The title of @review without the word that titles and footers put before it. */
const char *lev_report_get_round_name  (LevReview *review);

/* The name of @person, or the empty string. */
const char *lev_report_get_person      (LevPerson *person);

/* What the CM advises about an action: take or do not take, or no word. */
LevWord     lev_report_get_advice      (const LevReportAction *row);

/* Likelihood × impact; 0 when one of both is not known. */
int         lev_report_get_score       (int likelihood,
                                        int impact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevReport, lev_report_free)

/* The text of a word that is the same in each report, in the user's language. */
const char *lev_report_word_get_text   (LevWord word);

G_END_DECLS
