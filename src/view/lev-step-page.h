#pragma once

#include "lev-content-page.h"
#include "lev-step.h"

G_BEGIN_DECLS

/* The page of one step of a round: the header with what is missing, below it the `body` that a
 * class of its own gives it, and the steps before and after it by name. Which class serves which
 * step stands in one table (lev_step_page_new()); a step without a class of its own gets the
 * list of what passes through it. */

#define LEV_TYPE_STEP_PAGE (lev_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevStepPage, lev_step_page, LEV, STEP_PAGE, LevContentPage)

struct _LevStepPageClass
{
  LevContentPageClass parent_class;

  /* Brings the body up to date with the records; may be %NULL. */
  void (*update) (LevStepPage *self);
};

/* The page for step @number of @review. */
LevStepPage *lev_step_page_new                (LevReview *review,
                                               guint      number);

LevReview   *lev_step_page_get_review         (LevStepPage *self);
guint        lev_step_page_get_number         (LevStepPage *self);

/* Whether the round can still be changed. */
gboolean     lev_step_page_is_open            (LevStepPage *self);

/* Whether there is no room for two panes beside each other. Property `narrow`. */
gboolean     lev_step_page_is_narrow          (LevStepPage *self);

/* Whether it is as narrow as a phone. Property `small`. */
gboolean     lev_step_page_is_small           (LevStepPage *self);

/* One of the things that a step is about, which has a small page to itself. */
typedef struct
{
  const char *title;    /* of the page */
  const char *subtitle; /* behind the number of the step */
  const char *previous; /* what comes before and after it, by name; %NULL when nothing does */
  const char *next;
  const char *action; /* goes there: it takes an “i”, -1 or 1 */
} LevStepDetail;

/* Shows @detail where the page is small, without the header of the step; %NULL for the step as a
 * whole. */
void         lev_step_page_set_detail         (LevStepPage         *self,
                                               const LevStepDetail *detail);

/* What stands between the steps before and after, instead of “Everything is saved”; %NULL for
 * that again. What cannot be saved is told instead. */
void         lev_step_page_set_state          (LevStepPage *self,
                                               const char  *state);

/* Shows the list of what is still to be done, or what the step involves. */
void         lev_step_page_show_missing       (LevStepPage *self);
void         lev_step_page_explain            (LevStepPage *self);

/* For the init of a class: says what the step involves in a line of the header. */
void         lev_step_page_inline_explanation (LevStepPage *self);

/* For the init of a class: its body takes the whole page and scrolls its own panes, except where
 * the page is narrow; there everything scrolls together. */
void         lev_step_page_fill               (LevStepPage *self);

G_END_DECLS
