#pragma once

#include "lev-handbook.h"
#include "lev-register.h"

G_BEGIN_DECLS

/*
 * A handbook while it is changed: a copy of the text of a version, in which items are added, moved
 * and removed and values are set, with undo and redo. It becomes a version of its own with
 * lev_handbook_add_version(). What people wrote between the items stays where it is.
 *
 * An item is named by its group, "criterion C3", see lev-handbook-content.h. The signal "changed"
 * says that something is different.
 */
#define LEV_TYPE_HANDBOOK_DRAFT (lev_handbook_draft_get_type ())
G_DECLARE_FINAL_TYPE (LevHandbookDraft, lev_handbook_draft, LEV, HANDBOOK_DRAFT, GObject)

LevHandbookDraft *lev_handbook_draft_new           (const char *text);

/* One that began with @text and was changed into @changed, as it was left earlier. */
LevHandbookDraft *lev_handbook_draft_new_changed   (const char *text,
                                                    const char *changed);

/* The key file as it is now; borrowed until the next change. */
GKeyFile         *lev_handbook_draft_get_file      (LevHandbookDraft *self);

/* Newly allocated: the text as it is now. */
char             *lev_handbook_draft_dup_text      (LevHandbookDraft *self);

/* Whether it differs from what it began with, or from what was kept of it. */
gboolean          lev_handbook_draft_has_changes   (LevHandbookDraft *self);

/* What is now there was kept: from here on it has no changes, and nothing to undo. */
void              lev_handbook_draft_set_kept      (LevHandbookDraft *self);

/* Goes back to what it began with, or what was kept of it; as one step, that can be undone. */
void              lev_handbook_draft_forget        (LevHandbookDraft *self);

/* Sets a value. What is typed into one key after another is one step of undo. */
void              lev_handbook_draft_set_string    (LevHandbookDraft *self,
                                                    const char       *group,
                                                    const char       *key,
                                                    const char       *value);
void              lev_handbook_draft_set_integer   (LevHandbookDraft *self,
                                                    const char       *group,
                                                    const char       *key,
                                                    int               value);

/**
 * lev_handbook_draft_list:
 * @prefix: which items: "criterion "
 * @theme: (nullable): the code of the theme that they belong to
 *
 * Returns: (transfer full): their groups, in order
 */
GStrv             lev_handbook_draft_list          (LevHandbookDraft *self,
                                                    const char       *prefix,
                                                    const char       *theme);

/**
 * lev_handbook_draft_add:
 * @records: the register; a code that any version of the handbook has is not used again, since a
 *   score of the previous round would be taken for one of something else
 *
 * Adds an item without a title behind the last one of its kind.
 *
 * Returns: (transfer full): its group, or %NULL when there is none of its kind yet
 */
char             *lev_handbook_draft_add           (LevHandbookDraft *self,
                                                    LevRegister      *records,
                                                    const char       *prefix,
                                                    const char       *theme);

/* Moves the item @group so many places down, or up when it is negative, among those of its kind and
 * theme; %FALSE when there is no such place. */
gboolean          lev_handbook_draft_move          (LevHandbookDraft *self,
                                                    const char       *group,
                                                    int               places);

/* Newly allocated: the item below @group among those of its kind and theme, or above the last one;
 * %NULL when it is alone. */
char             *lev_handbook_draft_dup_neighbour (LevHandbookDraft *self,
                                                    const char       *group);

/* Removes the item @group; %FALSE when it is the last of its kind, which must stay. */
gboolean          lev_handbook_draft_remove        (LevHandbookDraft *self,
                                                    const char       *group);

gboolean          lev_handbook_draft_can_undo      (LevHandbookDraft *self);

/**
 * lev_handbook_draft_undo:
 *
 * Takes the last change back.
 *
 * Returns: (transfer full): the group that it was about, or %NULL when there is nothing to undo
 */
char             *lev_handbook_draft_undo          (LevHandbookDraft *self);

gboolean          lev_handbook_draft_can_redo      (LevHandbookDraft *self);

/* Does once more what was undone last; the same as lev_handbook_draft_undo(). A new change takes
 * away what could be redone. */
char             *lev_handbook_draft_redo          (LevHandbookDraft *self);

G_END_DECLS
