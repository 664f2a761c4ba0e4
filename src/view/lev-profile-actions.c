#include "lev-profile-actions.h"

#include "lev-application.h"
#include "lev-comparison-dialog.h"
#include "lev-dialog.h"
#include "lev-profile-export.h"
#include "lev-state.h"

#include <glib/gi18n.h>

static void
compare_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);
  g_autoptr (GPtrArray) dossiers = NULL;

  if (LEV_IS_REVIEW (record))
    dossiers = lev_review_list_chosen (LEV_REVIEW (record));
  else if (LEV_IS_DOSSIER (record))
    {
      dossiers = g_ptr_array_new ();
      g_ptr_array_add (dossiers, record);
    }

  if (dossiers != NULL)
    lev_dialog_present (lev_comparison_dialog_new (dossiers), user_data);
}

static void
save_profile_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);

  if (LEV_IS_DOSSIER (record))
    lev_profile_export_run (GTK_WINDOW (user_data), LEV_DOSSIER (record));
}

static void
print_profile_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LevRecord *record = lev_application_lookup_record (parameter);

  if (LEV_IS_DOSSIER (record))
    lev_profile_export_print (GTK_WINDOW (user_data), LEV_DOSSIER (record));
}

void
lev_profile_actions_add (GtkWindow *window)
{
  static const GActionEntry actions[] = {
    { "compare", compare_action, "s" },
    { "save-profile", save_profile_action, "s" },
    { "print-profile", print_profile_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        LevDossier *dossier)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", LEV_RECORD (dossier)->id);
  g_menu_append_item (menu, item);
}

GMenuModel *
lev_profile_actions_dup_menu (LevDossier *dossier)
{
  GMenu *menu = g_menu_new ();

  append (menu, _("Compare with the previous round"), "win.compare", dossier);
  append (menu, _("Save as PDF…"), "win.save-profile", dossier);
  append (menu, _("Print…"), "win.print-profile", dossier);

  return G_MENU_MODEL (menu);
}
