#include "lev-welcome-page.h"

#include "lev-database-actions.h"
#include "lev-dialog.h"
#include "lev-import-dialog.h"
#include "lev-new-review-dialog.h"
#include "lev-who-dialog.h"

#include <glib/gi18n.h>

struct _LevWelcomePage
{
  LevContentPage parent;

  GtkLabel *place_label;
};

G_DEFINE_FINAL_TYPE (LevWelcomePage, lev_welcome_page, LEV_TYPE_CONTENT_PAGE)

/* The page goes with the database that is opened; what follows belongs to the window. */
static GtkWidget *
begin (void)
{
  LevApplication *application = lev_application_get_default ();

  return lev_database_actions_begin (application) ? lev_application_ensure_window (application)
                                                  : NULL;
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWidget *window = begin ();

  if (window != NULL)
    lev_import_dialog_ask (window);
}

static void
who_answered_cb (GtkWidget *window)
{
  lev_dialog_present (lev_new_review_dialog_new (NULL), window);
}

static void
first_round_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  GtkWidget *window = begin ();
  AdwDialog *dialog;

  if (window == NULL)
    return;

  dialog = lev_who_dialog_new ();
  g_signal_connect_object (dialog, "answered", G_CALLBACK (who_answered_cb), window,
                           G_CONNECT_SWAPPED);
  lev_dialog_present (dialog, window);
}

static void
join_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (begin () != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (lev_application_get_default ()), "share", NULL);
}

static void
lev_welcome_page_class_init (LevWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevWelcomePage, place_label);
  gtk_widget_class_install_action (widget_class, "welcome.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "welcome.join", NULL, join_action);
  gtk_widget_class_install_action (widget_class, "welcome.first-round", NULL, first_round_action);
}

static void
lev_welcome_page_init (LevWelcomePage *self)
{
  g_autofree char *place = lev_application_dup_usual_place ();
  g_autofree char *text = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  text = g_strdup_printf (_("Your database is kept on this computer, in ‘%s’. You can move it in "
                            "the preferences."),
                          place);
  gtk_label_set_label (self->place_label, text);
}

LevWelcomePage *
lev_welcome_page_new (void)
{
  return g_object_new (LEV_TYPE_WELCOME_PAGE, NULL);
}
