#include "lev-work-page.h"

#include "lev-dialog.h"
#include "lev-task-groups.h"
#include "lev-who-dialog.h"
#include "lev-work.h"

#include <glib/gi18n.h>

struct _LevWorkPage
{
  LevContentPage parent;

  LevReview     *review;
  AdwBanner     *user_banner;
  GtkStack      *stack;
  LevTaskGroups *groups;
};

G_DEFINE_FINAL_TYPE (LevWorkPage, lev_work_page, LEV_TYPE_CONTENT_PAGE)

static void
lev_work_page_refresh (LevContentPage *page)
{
  LevWorkPage *self = LEV_WORK_PAGE (page);
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  LevDate today = lev_clock_today ();
  g_autoptr (GArray) tasks = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  if (self->review == NULL || LEV_RECORD (self->review)->deleted ||
      LEV_RECORD (self->review)->records != lev_content_page_get_records (page))
    return;

  tasks = lev_review_list_work (self->review, user, today);
  title = lev_record_dup_title (LEV_RECORD (self->review));
  subtitle = user != NULL && user->name != NULL ? g_strdup_printf ("%s · %s", title, user->name)
                                                : g_strdup (title);
  lev_content_page_set_subtitle (page, subtitle);
  adw_banner_set_revealed (self->user_banner, user == NULL);
  lev_task_groups_show (self->groups, tasks, today);
  gtk_stack_set_visible_child_name (self->stack, tasks->len > 0 ? "tasks" : "empty");
}

static void
choose_user_cb (LevWorkPage *self)
{
  lev_dialog_present (lev_who_dialog_new (), GTK_WIDGET (self));
}

static void
lev_work_page_dispose (GObject *object)
{
  g_clear_object (&LEV_WORK_PAGE (object)->review);

  G_OBJECT_CLASS (lev_work_page_parent_class)->dispose (object);
}

static void
lev_work_page_class_init (LevWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_work_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_work_page_refresh;

  g_type_ensure (LEV_TYPE_TASK_GROUPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevWorkPage, user_banner);
  gtk_widget_class_bind_template_child (widget_class, LevWorkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevWorkPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, choose_user_cb);
}

static void
lev_work_page_init (LevWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
lev_work_page_new (LevReview *review)
{
  LevWorkPage *self = g_object_new (LEV_TYPE_WORK_PAGE, NULL);

  self->review = g_object_ref (review);
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));

  return ADW_NAVIGATION_PAGE (self);
}
