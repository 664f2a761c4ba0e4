#include "lev-deleting.h"

#include "lev-application.h"
#include "lev-uses.h"

#include <glib/gi18n.h>

#define MAX_USES (6)

static void
refuse (GtkWidget  *parent,
        const char *title,
        const char *uses)
{
  g_autofree char *heading = g_strdup_printf (_("‘%s’ cannot be deleted"), title);
  g_autofree char *body = g_strdup_printf (_("It is still used:\n\n%s"), uses);
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}

gboolean
lev_deleting_run (GtkWidget *parent,
                  LevRecord *record)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *title = lev_record_dup_title (record);
  g_autofree char *uses = lev_record_describe_uses (record, MAX_USES);
  g_autofree char *label = g_strdup_printf (_("Delete ‘%s’"), title);
  g_autofree char *message = g_strdup_printf (_("‘%s’ is deleted"), title);

  if (uses != NULL)
    {
      refuse (parent, title, uses);
      return FALSE;
    }

  lev_application_begin (application, label);
  lev_register_delete (lev_application_get_records (application), record);
  if (!lev_application_commit (application))
    return FALSE;
  lev_application_toast (application, message, _("_Undo"), "app.undo");

  return TRUE;
}
