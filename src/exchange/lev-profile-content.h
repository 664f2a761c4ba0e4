/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LevProfileFact:
 * @name: the field, as lev_profile_to_json() names it
 * @label: the same for people, in their language
 * @text: what is filled in, as people read it; the empty string for nothing
 */
typedef struct
{
  char *name;
  char *label;
  char *text;
} LevProfileFact;

/**
 * LevProfileItem:
 * @section: the heading under which it stands, in the user's language
 * @id: the identifier of the record
 * @title: what it is about: “C2 Afhankelijkheid”, “R03 Langdurige uitval”
 * @facts: (element-type LevProfileFact): its fields
 *
 * A part of a profile version as it was frozen.
 */
typedef struct
{
  const char *section;
  char       *id;
  char       *title;
  GPtrArray  *facts;
} LevProfileItem;

/**
 * LevProfileChange:
 * @section: as of LevProfileItem
 * @title: what it is about
 * @label: (nullable): the field; %NULL when the whole part is new or gone
 * @before: (nullable): what was there; %NULL when the part is new
 * @after: (nullable): what is there now; %NULL when the part is gone
 */
typedef struct
{
  const char *section;
  char       *title;
  char       *label;
  char       *before;
  char       *after;
} LevProfileChange;

/**
 * lev_profile_content_read:
 * @content: what lev_profile_to_json() made once
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type LevProfileItem): the parts of the profile in the order of
 *   the template, or %NULL with %LEV_EXCHANGE_ERROR_READ when @content is no profile
 */
GPtrArray *lev_profile_content_read    (const char *content,
                                        GError    **error);

/**
 * lev_profile_content_compare:
 * @before: (element-type LevProfileItem)
 * @after: (element-type LevProfileItem)
 *
 * Returns: (transfer full) (element-type LevProfileChange): what is new, changed or gone, in the
 *   order of the template
 */
GPtrArray *lev_profile_content_compare (GPtrArray *before,
                                        GPtrArray *after);

G_END_DECLS
