#include "lev-state-banner.h"

#include "lev-application.h"
#include "lev-archive-view.h"
#include "lev-share.h"

#include <glib/gi18n.h>

struct _LevStateBanner
{
  AdwBin parent;

  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (LevStateBanner, lev_state_banner, ADW_TYPE_BIN)

static void
show (LevStateBanner *self,
      const char     *text,
      const char     *button,
      const char     *action)
{
  adw_banner_set_title (self->banner, text);
  adw_banner_set_button_label (self->banner, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), action);
  adw_banner_set_revealed (self->banner, TRUE);
}

/* What stands in the way of sharing, and what someone has to choose. */
static void
show_sharing (LevStateBanner *self)
{
  LevSharing *sharing = lev_application_get_sharing (lev_application_get_default ());
  const GError *error = lev_sharing_get_error (sharing);
  guint n_conflicts = lev_sharing_get_n_conflicts (sharing);
  g_autofree char *text = NULL;

  if (error != NULL && error->domain == LEV_SHARE_ERROR &&
      error->code == LEV_SHARE_ERROR_UNREACHABLE)
    {
      text = g_strdup_printf (_("%s. You can go on working; what you change is shared later."),
                              error->message);
      show (self, text, _("_Try again"), "app.exchange");
    }
  else if (error != NULL)
    show (self, error->message, _("_Try again"), "app.exchange");
  else if (n_conflicts > 0)
    {
      text = g_strdup_printf (ngettext ("%u field was changed by two people at the same time.",
                                        "%u fields were changed by two people at the same time.",
                                        n_conflicts),
                              n_conflicts);
      show (self, text, _("_Choose…"), "app.conflicts");
    }
  else
    adw_banner_set_revealed (self->banner, FALSE);
}

static void
update (LevStateBanner *self)
{
  LevStore *store = lev_application_get_store (lev_application_get_default ());
  const GError *unsaved = store != NULL ? lev_store_get_unsaved (store) : NULL;
  g_autofree char *archive = store != NULL ? lev_archive_view_describe (store) : NULL;
  g_autofree char *text = NULL;

  if (unsaved != NULL)
    {
      text = g_strdup_printf (_("Not saved yet: %s. What you changed stays here meanwhile."),
                              lev_state_describe_unsaved (unsaved));
      show (self, text, _("_Try again"), "app.save-again");
    }
  else if (store == NULL || lev_store_get_notice (store) == NULL)
    show_sharing (self);
  else if (archive != NULL)
    {
      /* Translators: the supplier and the round of an archived dossier */
      text = g_strdup_printf (_("From the archive: %s. To be read only."), archive);
      show (self, text, NULL, NULL);
    }
  else if (lev_store_get_refusal (store) == LEV_STORE_ERROR_TOO_NEW)
    show (self,
          _("Made by a newer version of Levman Review: to be read only. Install the newer version "
            "to change it."),
          NULL, NULL);
  else
    show (self, _("Opened for reading: nothing can be changed."), _("Open for _writing"),
          "app.open-for-writing");
}

static void
lev_state_banner_class_init (LevStateBannerClass *klass)
{
}

static void
lev_state_banner_init (LevStateBanner *self)
{
  LevApplication *application = lev_application_get_default ();

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  g_signal_connect_object (application, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lev_application_get_sharing (application), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

const char *
lev_state_describe_unsaved (const GError *error)
{
  if (g_error_matches (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FULL))
    return _("the disk is full");
  if (g_error_matches (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY))
    return _("the file or its folder cannot be written");
  if (g_error_matches (error, LEV_STORE_ERROR, LEV_STORE_ERROR_IN_USE))
    return _("another program has the database open");

  return _("the database does not answer as it should");
}
