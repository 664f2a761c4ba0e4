#pragma once

#include "lev-handbook-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The groups of rows with which the preferences change what every handbook has the same number of:
 * the rule, the questions, the scales and the classes. */

/* Which suppliers come above the line in step 2. */
GtkWidget *lev_handbook_rule_group_new      (LevHandbookDraft *draft);

GtkWidget *lev_handbook_questions_group_new (LevHandbookDraft *draft);

/* The words of the scores; @expanded as for lev_handbook_expander_new(). */
GtkWidget *lev_handbook_scales_group_new    (LevHandbookDraft *draft,
                                             GHashTable       *expanded);

/* From where each class of risks begins, and from where a risk or a criterion stands out. */
GtkWidget *lev_handbook_classes_group_new   (LevHandbookDraft *draft);

/* An empty group. */
GtkWidget *lev_handbook_group_new           (const char *title,
                                             const char *description);

G_END_DECLS
