#include "lev-follow-up-tools.h"

#include "lev-application.h"
#include "lev-mail-dialog.h"

#include <glib/gi18n.h>

struct _LevFollowUpTools
{
  AdwBin parent;

  GtkWidget *updates_button;
  GtkButton *mail_button;
};

G_DEFINE_FINAL_TYPE (LevFollowUpTools, lev_follow_up_tools, ADW_TYPE_BIN)

static void
update_mail (LevFollowUpTools *self,
             LevReview        *review,
             LevMessageKind    kind)
{
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  g_autoptr (GPtrArray) outgoing = lev_outgoing_list (review, kind, user);
  g_autofree char *label = g_strdup_printf (ngettext ("Mail %u person…", "Mail %u people…",
                                                      outgoing->len),
                                            outgoing->len);

  gtk_button_set_label (self->mail_button, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->mail_button),
                                          lev_mail_dialog_new_target (review, kind, user));
  gtk_widget_set_visible (GTK_WIDGET (self->mail_button), outgoing->len > 0);
}

static void
lev_follow_up_tools_class_init (LevFollowUpToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/follow-up-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpTools, updates_button);
  gtk_widget_class_bind_template_child (widget_class, LevFollowUpTools, mail_button);
}

static void
lev_follow_up_tools_init (LevFollowUpTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_follow_up_tools_update (LevFollowUpTools *self,
                            LevReview        *review,
                            guint             number)
{
  gboolean is_open = review->closed == 0;

  g_return_if_fail (LEV_IS_FOLLOW_UP_TOOLS (self));

  gtk_widget_set_visible (self->updates_button, number == 8 && is_open);
  if (number == 8 || number == 12)
    update_mail (self, review, number == 8 ? LEV_MESSAGE_KIND_STATUS : LEV_MESSAGE_KIND_FINISHED);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->mail_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->updates_button) ||
                            gtk_widget_get_visible (GTK_WIDGET (self->mail_button)));
}
