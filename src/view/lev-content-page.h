#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* What every page beside the sidebar has: a header bar with its title, undo and redo, and the
 * menu, into which the rest folds where there is little room. A page of a round (property
 * `in-round`) also offers to present it and to make the MT report. A page adds its `content` (and,
 * when it wants one, a `bottom` bar) in its own template, and brings what it shows up to date in
 * refresh(), which is called whenever records changed. What in its bars depends on its width follows
 * the property `narrowness`, a LevNarrowness: a breakpoint within the content would change them
 * while they are drawn. */

#define LEV_TYPE_CONTENT_PAGE (lev_content_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevContentPage, lev_content_page, LEV, CONTENT_PAGE, AdwNavigationPage)

/* How much room a page has. */
typedef enum
{
  LEV_PAGE_WIDE,
  LEV_PAGE_NARROW,  /* not for two panes beside each other */
  LEV_PAGE_COMPACT, /* not for all the buttons of the header bar */
  LEV_PAGE_SMALL,   /* as narrow as a phone */
} LevNarrowness;

struct _LevContentPageClass
{
  AdwNavigationPageClass parent_class;

  void (*refresh) (LevContentPage *self);
  /* Brings @field (may be %NULL) of @record in sight and gives it the focus. A page whose parts
   * have to be unfolded or chosen first does that, and chains up; what then has the anchor of the
   * field (lev_anchor_set()) gets the focus. */
  void (*reveal) (LevContentPage *self, LevRecord *record, const char *field);
};

/* Shows the present records. */
void          lev_content_page_refresh        (LevContentPage *self);

/* Brings @field of @record in sight and gives it the focus.
 * @field: (nullable): a property of @record; %NULL for the record as a whole */
void          lev_content_page_reveal         (LevContentPage *self,
                                               LevRecord      *record,
                                               const char     *field);
/* The records that are shown; %NULL without a database. */
LevRegister  *lev_content_page_get_records    (LevContentPage *self);

/* The line under the title. */
void          lev_content_page_set_subtitle   (LevContentPage *self,
                                               const char     *subtitle);

LevNarrowness lev_content_page_get_narrowness (LevContentPage *self);

G_END_DECLS
