#pragma once

#include "lev-fold-row.h"
#include "lev-profile-section.h"

G_BEGIN_DECLS

/* A section that lists the parts of one kind of a dossier, its risks or its actions: a row each,
 * and a button for a new one, which it unfolds. A class may add a widget `below` the list and
 * one at its `side`, which is above it where it is narrow. */

#define LEV_TYPE_PARTS_SECTION (lev_parts_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevPartsSection, lev_parts_section, LEV, PARTS_SECTION, LevProfileSection)

struct _LevPartsSectionClass
{
  LevProfileSectionClass parent_class;

  GType       part_type;   /* what is listed */
  const char *add_label;   /* of the button and of the edit; English, marked for translation */
  const char *empty_label; /* what is said without any; the same */

  GtkWidget *(*create_row) (gpointer part);
  void (*show_row) (LevFoldRow *row, gboolean editable);
  /* Adds a part to @dossier, inside the running edit. */
  gpointer (*add) (LevDossier *dossier, GError **error);
  /* Whether the row of @part is shown now; %NULL for all. */
  gboolean (*is_shown) (LevPartsSection *self, gpointer part);
  /* With it only one row is unfolded at a time: @part is (nullable) the one that is now. */
  void (*opened) (LevPartsSection *self, gpointer part);
};

/* Asks anew which rows are shown. */
void lev_parts_section_filter (LevPartsSection *self);

G_END_DECLS
