#include "lev-profile-section.h"

typedef struct
{
  LevDossier *dossier; /* borrowed from the register */
  gboolean    editable;
} LevProfileSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevProfileSection, lev_profile_section, ADW_TYPE_BIN)

static void
lev_profile_section_class_init (LevProfileSectionClass *klass)
{
}

static void
lev_profile_section_init (LevProfileSection *self)
{
}

void
lev_profile_section_show (LevProfileSection *self,
                          LevDossier        *dossier,
                          gboolean           editable)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  priv->dossier = dossier;
  priv->editable = editable;
  LEV_PROFILE_SECTION_GET_CLASS (self)->update (self);
}

char *
lev_profile_section_dup_count (LevProfileSection *self)
{
  return LEV_PROFILE_SECTION_GET_CLASS (self)->count (self);
}

LevDossier *
lev_profile_section_get_dossier (LevProfileSection *self)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  return priv->dossier;
}

gboolean
lev_profile_section_is_editable (LevProfileSection *self)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  return priv->editable;
}
