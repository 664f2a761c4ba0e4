#include "lev-go.h"

#include "lev-action-state.h"
#include "lev-records.h"
#include "lev-state.h"
#include "lev-title.h"

/* Which step shows @action: one that the MT did not take stays where that was decided, and what
 * waits for its dossier where its people were told. */
static guint
get_action_step (LevAction *action)
{
  if (!lev_action_is_agreed (action))
    return 6;

  return CLAMP (lev_action_get_step (action), 7, 12);
}

/* The step at which @record of a round is looked after; it may be shown as another record. */
static guint
find_step (LevRecord  *record,
           LevRecord **shown)
{
  *shown = record;

  if (LEV_IS_ACTION (record))
    return get_action_step (LEV_ACTION (record));
  if (LEV_IS_STATUS_UPDATE (record))
    {
      *shown = LEV_RECORD (LEV_STATUS_UPDATE (record)->action);
      return 8;
    }
  if (LEV_IS_DECISION (record))
    {
      LevDecision *decision = LEV_DECISION (record);

      *shown = decision->action != NULL ? LEV_RECORD (decision->action)
                                        : LEV_RECORD (decision->dossier);
      return (guint) decision->step;
    }
  if (LEV_IS_DOSSIER (record))
    return MAX (lev_dossier_get_step (LEV_DOSSIER (record)), 2);
  if (LEV_IS_MEETING (record) || LEV_IS_ATTENDANCE (record))
    return 4;
  if (LEV_IS_PROFILE_VERSION (record))
    {
      *shown = lev_record_get_owner (record);
      return 7;
    }

  return 3;
}

void
lev_go_to_record (GtkWidget *widget,
                  LevRecord *record)
{
  /* The widget may be part of what makes place. */
  g_autoptr (GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  LevSupplier *supplier = lev_record_get_supplier (record);
  LevRecord *shown;
  guint step;

  if (LEV_IS_SUPPLIER (record))
    gtk_widget_activate_action (window, "win.supplier", "s", record->id);
  else if (LEV_IS_REVIEW (record))
    gtk_widget_activate_action (window, "win.review", "s", record->id);
  else if (lev_record_get_review (record) != NULL)
    {
      step = find_step (record, &shown);
      gtk_widget_activate_action (window, "win.go", "(uss)", step, shown->id, "");
    }
  else
    {
      if (supplier != NULL)
        gtk_widget_activate_action (window, "win.supplier", "s", LEV_RECORD (supplier)->id);
      else if (LEV_IS_CALENDAR_ENTRY (record))
        gtk_widget_activate_action (window, "win.place", "s", "calendar");
      gtk_widget_activate_action (window, "win.edit-record", "s", record->id);
    }
}
