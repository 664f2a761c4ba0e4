#include "lev-profile-section.h"

typedef struct
{
  LevDossier *dossier; /* borrowed from the register */
  gboolean    editable;
  gboolean    narrow;
  gboolean    compares;
} LevProfileSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevProfileSection, lev_profile_section, ADW_TYPE_BIN)

static void
update (LevProfileSection *self)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  if (priv->dossier != NULL)
    LEV_PROFILE_SECTION_GET_CLASS (self)->update (self);
}

static gboolean
lev_profile_section_real_enter (LevProfileSection *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
lev_profile_section_class_init (LevProfileSectionClass *klass)
{
  klass->enter = lev_profile_section_real_enter;
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
  update (self);
}

void
lev_profile_section_set_narrow (LevProfileSection *self,
                                gboolean           narrow)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  if (priv->narrow == narrow)
    return;

  priv->narrow = narrow;
  update (self);
}

void
lev_profile_section_set_compares (LevProfileSection *self,
                                  gboolean           compares)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  if (priv->compares == compares)
    return;

  priv->compares = compares;
  update (self);
}

char *
lev_profile_section_dup_count (LevProfileSection *self)
{
  return LEV_PROFILE_SECTION_GET_CLASS (self)->count (self);
}

gboolean
lev_profile_section_enter (LevProfileSection *self)
{
  return LEV_PROFILE_SECTION_GET_CLASS (self)->enter (self);
}

void
lev_profile_section_leave (LevProfileSection *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "profile.next-section", NULL);
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

gboolean
lev_profile_section_is_narrow (LevProfileSection *self)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  return priv->narrow;
}

gboolean
lev_profile_section_compares (LevProfileSection *self)
{
  LevProfileSectionPrivate *priv = lev_profile_section_get_instance_private (self);

  return priv->compares;
}
