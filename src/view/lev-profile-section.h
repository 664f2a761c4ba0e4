#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One section of the risk profile of a supplier: shows a dossier, and lets it be changed as long
 * as the process does. A section adds its widgets in its own template. */

#define LEV_TYPE_PROFILE_SECTION (lev_profile_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevProfileSection, lev_profile_section, LEV, PROFILE_SECTION, AdwBin)

struct _LevProfileSectionClass
{
  AdwBinClass parent_class;

  /* Brings the widgets up to date with the dossier. */
  void (*update) (LevProfileSection *self);

  /* Newly allocated: how much is filled in, "6/10". */
  char *(*count) (LevProfileSection *self);

  /* Gives the focus to where filling in goes on; the first field when not overridden. */
  gboolean (*enter) (LevProfileSection *self);
};

/* Shows @dossier; @editable tells whether it can be changed. */
void        lev_profile_section_show         (LevProfileSection *self,
                                              LevDossier        *dossier,
                                              gboolean           editable);

/* Whether there is little width. */
void        lev_profile_section_set_narrow   (LevProfileSection *self,
                                              gboolean           narrow);

/* Whether what was written in the previous round stands beside what is written now. */
void        lev_profile_section_set_compares (LevProfileSection *self,
                                              gboolean           compares);

/* Newly allocated: how much is filled in of the dossier that is shown, in short. */
char       *lev_profile_section_dup_count    (LevProfileSection *self);

/* Gives the focus to where filling in goes on. */
gboolean    lev_profile_section_enter        (LevProfileSection *self);

/* Goes on with the next section: this one is filled in. */
void        lev_profile_section_leave        (LevProfileSection *self);

LevDossier *lev_profile_section_get_dossier  (LevProfileSection *self);
gboolean    lev_profile_section_is_editable  (LevProfileSection *self);
gboolean    lev_profile_section_is_narrow    (LevProfileSection *self);
gboolean    lev_profile_section_compares     (LevProfileSection *self);

G_END_DECLS
