#include "lev-invitation-group.h"

#include "lev-meeting-plan.h"
#include "lev-outbox.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevInvitationGroup
{
  AdwPreferencesGroup parent;

  AdwActionRow       *row;
  GtkButton          *send_button;
  GSimpleActionGroup *actions;
  LevReview          *review;
};

G_DEFINE_FINAL_TYPE (LevInvitationGroup, lev_invitation_group, ADW_TYPE_PREFERENCES_GROUP)

static void
send_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LevInvitationGroup *self = user_data;

  lev_outbox_send_invitation (user_data, lev_review_get_meeting (self->review));
}

static void
withdraw_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LevInvitationGroup *self = user_data;

  lev_outbox_withdraw_invitation (user_data, lev_review_get_meeting (self->review));
}

static void
calendar_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LevInvitationGroup *self = user_data;

  lev_outbox_open_in_calendar (user_data, lev_review_get_meeting (self->review));
}

static void
set_enabled (LevInvitationGroup *self,
             const char         *name,
             gboolean            enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
lev_invitation_group_dispose (GObject *object)
{
  LevInvitationGroup *self = LEV_INVITATION_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEV_TYPE_INVITATION_GROUP);
  g_clear_object (&self->actions);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (lev_invitation_group_parent_class)->dispose (object);
}

static void
lev_invitation_group_class_init (LevInvitationGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_invitation_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/invitation-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LevInvitationGroup, row);
  gtk_widget_class_bind_template_child (widget_class, LevInvitationGroup, send_button);
}

static void
lev_invitation_group_init (LevInvitationGroup *self)
{
  static const GActionEntry entries[] = {
    { "send", send_action },
    { "withdraw", withdraw_action },
    { "calendar", calendar_action },
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "invitation", G_ACTION_GROUP (self->actions));
}

void
lev_invitation_group_update (LevInvitationGroup *self,
                             LevReview          *review,
                             gboolean            editable)
{
  static const char *const texts[] = {
    [LEV_INVITATION_STATE_OPEN] = N_("Not sent yet"),
    [LEV_INVITATION_STATE_SENT] = N_("Sent, and nothing changed since"),
    [LEV_INVITATION_STATE_CHANGED] = N_("The meeting changed after the invitation was sent"),
  };
  LevMeeting *meeting = lev_review_get_meeting (review);
  LevInvitationState state = lev_meeting_plan_get_invitation_state (meeting);
  gboolean has_date = meeting != NULL && meeting->start != 0;

  g_return_if_fail (LEV_IS_INVITATION_GROUP (self));

  g_set_object (&self->review, review);
  adw_action_row_set_subtitle (self->row, has_date ? _(texts[state]) : _("Choose a date first"));
  gtk_button_set_label (self->send_button, state == LEV_INVITATION_STATE_CHANGED
                                             ? _("_Send the change…")
                                             : _("_Send the invitation…"));
  set_enabled (self, "send", editable && has_date);
  set_enabled (self, "withdraw", editable && has_date && state != LEV_INVITATION_STATE_OPEN);
  set_enabled (self, "calendar", has_date);
}
