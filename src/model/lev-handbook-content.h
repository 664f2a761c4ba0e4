#pragma once

#include "lev-handbook.h"

G_BEGIN_DECLS

/* The content of a handbook: what is asked, how it is weighed and where the bounds lie. It is
 * written as a key file (see data/handbook.ini), one group per item, and nothing of it stands in
 * code. A handbook that cannot be read is refused when it comes in, so that what is in the
 * register always has content. */

typedef enum
{
  LEV_HANDBOOK_FACTOR,    /* of the criticality (template, section 2) */
  LEV_HANDBOOK_THEME,     /* continuity and information security */
  LEV_HANDBOOK_QUESTION,  /* the key questions (section 3) */
  LEV_HANDBOOK_CRITERION, /* section 4 */
  LEV_HANDBOOK_CLASS,     /* of a risk (section 5), from the lowest to the highest */
  LEV_HANDBOOK_N_ITEMS,
} LevHandbookItems;

/* One item; what does not belong to its kind is %NULL or 0. */
typedef struct
{
  char *code;
  char *title;
  char *theme;    /* code of the theme */
  char *question; /* a criterion's core question */
  char *evidence; /* and what proves it */
  int   weight;   /* of a factor */
  int   from;     /* lowest likelihood × impact of a class */
} LevHandbookItem;

typedef struct _LevHandbookContent LevHandbookContent;

/**
 * lev_handbook_content_parse:
 * @text: a key file
 *
 * Returns: (transfer full): the content, or %NULL with LEV_MODEL_ERROR_CONTENT, which names the
 *   group and the key
 */
LevHandbookContent    *lev_handbook_content_parse                   (const char *text,
                                                                     GError    **error);

void                   lev_handbook_content_free                    (LevHandbookContent *self);

/* The content of @handbook, borrowed until its text changes; empty when it cannot be read. */
LevHandbookContent    *lev_handbook_get_content                     (LevHandbook *handbook);

guint                  lev_handbook_content_get_n                   (LevHandbookContent *self,
                                                                     LevHandbookItems    items);

const LevHandbookItem *lev_handbook_content_get                     (LevHandbookContent *self,
                                                                     LevHandbookItems    items,
                                                                     guint               position);

/* The item with @code, or %NULL. */
const LevHandbookItem *lev_handbook_content_find                    (LevHandbookContent *self,
                                                                     LevHandbookItems    items,
                                                                     const char         *code);

/* The words for @score (1 to 5) on the scale @scale: `control`, `likelihood`, and `impact-` with
 * the code of a theme; the empty string when the handbook has none. */
const char            *lev_handbook_content_describe                (LevHandbookContent *self,
                                                                     const char         *scale,
                                                                     int                 score);

/* The rule `impact-never-below-high` and the like; 0 when it is not there. */
int                    lev_handbook_content_get_rule                (LevHandbookContent *self,
                                                                     const char         *rule);

/**
 * lev_handbook_add_default:
 *
 * Adds the handbook that comes with the program to @records, inside the running edit.
 *
 * Returns: (transfer none): the handbook, or %NULL with an error
 */
LevHandbook           *lev_handbook_add_default                     (LevRegister *records,
                                                                     GError     **error);

const char            *lev_handbook_content_get_title               (LevHandbookContent *self);
int                    lev_handbook_content_get_version             (LevHandbookContent *self);

/* Whether the selection of step 2 is the highest so many (else: from a score), and which. */
gboolean               lev_handbook_content_selects_by_count        (LevHandbookContent *self,
                                                                     int                *value);

/* Newly allocated: where the handbook says so ("paragraaf 3.2"); %NULL when it does not tell. */
char                  *lev_handbook_content_dup_selection_reference (LevHandbookContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevHandbookContent, lev_handbook_content_free)

G_END_DECLS
