#include "lev-window.h"

#include "lev-actions-page.h"
#include "lev-calendar-page.h"
#include "lev-database-actions.h"
#include "lev-dialog-actions.h"
#include "lev-overview-page.h"
#include "lev-panes.h"
#include "lev-presentation.h"
#include "lev-problem-page.h"
#include "lev-process.h"
#include "lev-profile-actions.h"
#include "lev-rail-page.h"
#include "lev-start-page.h"
#include "lev-state.h"
#include "lev-step-page.h"
#include "lev-supplier-page.h"
#include "lev-suppliers-page.h"
#include "lev-toast.h"
#include "lev-today-page.h"
#include "lev-welcome-page.h"
#include "lev-work-page.h"

#include <glib/gi18n.h>

struct _LevWindow
{
  AdwApplicationWindow parent;

  AdwToastOverlay        *toast_overlay;
  AdwNavigationSplitView *split_view;
  AdwNavigationView      *sidebar;
  LevStartPage           *start_page;
  guint                   step;  /* shown of the round; 0 for its overview */
  GArray                 *trail; /* the steps that were shown before it */
};

G_DEFINE_FINAL_TYPE (LevWindow, lev_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_page (LevWindow         *self,
           AdwNavigationPage *page)
{
  adw_navigation_split_view_set_content (self->split_view, page);
  lev_panes_show_content (self->split_view, TRUE);
}

/* What is shown comes back at the next start. */
static void
remember (const char *place)
{
  g_settings_set_string (lev_application_get_settings (lev_application_get_default ()),
                         "last-place", place);
}

static void
remember_in_round (LevReview  *review,
                   const char *page)
{
  g_autofree char *place = g_strdup_printf ("review:%s:%s", LEV_RECORD (review)->id, page);

  remember (place);
}

/* The rail of the round that the sidebar shows; %NULL when it shows the application's places. */
static LevRailPage *
get_rail (LevWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->sidebar);

  return LEV_IS_RAIL_PAGE (page) ? LEV_RAIL_PAGE (page) : NULL;
}

static void
update_actions (LevWindow *self)
{
  static const char *const round_actions[] = {
    "overview", "work",    "step",    "next-step", "previous-step", "export-report",
    "export-minutes", "mail-minutes", "read-decisions", "present",  "missing", "explain", "back",
  };
  gboolean in_round = get_rail (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (round_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), round_actions[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), in_round);
    }
}

/* Slides the sidebar to @review. */
static void
open_rail (LevWindow *self,
           LevReview *review)
{
  AdwNavigationPage *rail = ADW_NAVIGATION_PAGE (lev_rail_page_new (review));

  if (get_rail (self) == NULL)
    adw_navigation_view_push (self->sidebar, rail);
  else
    adw_navigation_view_replace (self->sidebar,
                                 (AdwNavigationPage *[]) { ADW_NAVIGATION_PAGE (self->start_page),
                                                           rail },
                                 2);
  update_actions (self);
}

static void
show_step_page (LevWindow *self,
                guint      number)
{
  LevRailPage *rail = get_rail (self);
  g_autofree char *place = g_strdup_printf ("%u", number);
  LevReview *review;

  if (rail == NULL || number > LEV_N_STEPS)
    return;

  review = lev_rail_page_get_review (rail);
  self->step = number;
  remember_in_round (review, place);
  lev_rail_page_select (rail, number);
  show_page (self, number > 0 ? ADW_NAVIGATION_PAGE (lev_step_page_new (review, number))
                              : ADW_NAVIGATION_PAGE (lev_overview_page_new (review)));
}

/* Shows a step, and remembers the one that is left. */
static void
show_step (LevWindow *self,
           guint      number)
{
  if (number != self->step && number <= LEV_N_STEPS)
    g_array_append_val (self->trail, self->step);
  show_step_page (self, number);
}

/* What waits for the user in the round. */
static void
show_work (LevWindow *self)
{
  LevRailPage *rail = get_rail (self);
  LevReview *review = lev_rail_page_get_review (rail);

  self->step = 0;
  remember_in_round (review, "work");
  lev_rail_page_select_work (rail);
  show_page (self, lev_work_page_new (review));
}

/* Shows one of the application's places; %FALSE when it has no such one. */
static gboolean
show_place (LevWindow  *self,
            const char *name)
{
  static const struct
  {
    const char *name;
    GType (*get_type) (void);
  } places[] = {
    { "today", lev_today_page_get_type },
    { "calendar", lev_calendar_page_get_type },
    { "suppliers", lev_suppliers_page_get_type },
    { "actions", lev_actions_page_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name))
      {
        if (get_rail (self) != NULL)
          adw_navigation_view_pop_to_tag (self->sidebar, "start");
        remember (name);
        lev_start_page_select (self->start_page, name);
        show_page (self, g_object_new (places[i].get_type (), NULL));
        return TRUE;
      }

  return FALSE;
}

/* Goes to where something is done: @number, the step of a round, and in it the record and the
 * field. */
static void
go_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LevWindow *self = user_data;
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  const char *id, *field;
  LevRecord *record;
  LevReview *review;
  LevRailPage *rail;
  guint number;

  g_variant_get (parameter, "(u&s&s)", &number, &id, &field);
  record = records != NULL ? lev_register_lookup (records, id) : NULL;
  rail = get_rail (self);
  review = record != NULL ? lev_record_get_review (record) : NULL;
  /* People and suppliers are of no round: that is about the round that is shown. */
  if (record != NULL && review == NULL && rail != NULL)
    review = lev_rail_page_get_review (rail);
  if (review == NULL)
    return;

  if (rail == NULL || lev_rail_page_get_review (rail) != review)
    open_rail (self, review);
  show_step (self, number);
  lev_content_page_reveal (LEV_CONTENT_PAGE (
                             adw_navigation_split_view_get_content (self->split_view)),
                           record, *field != '\0' ? field : NULL);
}

static void
overview_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  show_step (user_data, 0);
}

static void
work_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_work (user_data);
}

static void
step_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_step (user_data, g_variant_get_uint32 (parameter));
}

static void
next_step_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  show_step (user_data, LEV_WINDOW (user_data)->step + 1);
}

static void
previous_step_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LevWindow *self = user_data;

  if (self->step > 0)
    show_step (self, self->step - 1);
}


/* To the step that was shown before, and from the first one to the places outside of the round. */
static void
back_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LevWindow *self = user_data;
  guint number;

  if (self->trail->len == 0)
    {
      adw_navigation_view_pop (self->sidebar);
      return;
    }

  number = g_array_index (self->trail, guint, self->trail->len - 1);
  g_array_set_size (self->trail, self->trail->len - 1);
  show_step_page (self, number);
}

/* The slides of the round, from those of a dossier on when @parameter names one. */
static void
present_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LevReview *review = lev_window_get_review (user_data);
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  if (review == NULL || !lev_review_is_frozen (review))
    {
      show_step (user_data, 5);
      lev_application_toast (lev_application_get_default (),
                             _("Freeze the profiles first; then they can be presented"), NULL,
                             NULL);
      return;
    }

  lev_presentation_start (user_data, review,
                          lev_register_lookup (records, g_variant_get_string (parameter, NULL)));
}

static void
missing_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (
    LEV_WINDOW (user_data)->split_view);

  if (LEV_IS_STEP_PAGE (page))
    lev_step_page_show_missing (LEV_STEP_PAGE (page));
  else if (LEV_IS_OVERVIEW_PAGE (page))
    lev_overview_page_focus_missing (LEV_OVERVIEW_PAGE (page));
}

static void
explain_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (
    LEV_WINDOW (user_data)->split_view);

  if (LEV_IS_STEP_PAGE (page))
    lev_step_page_explain (LEV_STEP_PAGE (page));
  else if (LEV_IS_OVERVIEW_PAGE (page))
    lev_overview_page_explain (LEV_OVERVIEW_PAGE (page));
}

static void
next_pane_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  lev_panes_move (user_data, GTK_DIR_TAB_FORWARD);
}

static void
previous_pane_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  lev_panes_move (user_data, GTK_DIR_TAB_BACKWARD);
}

static void
review_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  LevRecord *review = lev_register_lookup (records, g_variant_get_string (parameter, NULL));

  if (LEV_IS_REVIEW (review))
    {
      open_rail (user_data, LEV_REVIEW (review));
      g_array_set_size (LEV_WINDOW (user_data)->trail, 0);
      show_step_page (user_data, 0);
    }
}

static void
place_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  show_place (user_data, g_variant_get_string (parameter, NULL));
}

static void
supplier_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LevWindow *self = user_data;
  LevRecord *supplier = lev_application_lookup_record (parameter);

  if (!LEV_IS_SUPPLIER (supplier))
    return;

  lev_start_page_select (self->start_page, "suppliers");
  show_page (self, lev_supplier_page_new (LEV_SUPPLIER (supplier)));
}

static const GActionEntry actions[] = {
  { "go", go_action, "(uss)" },
  { "overview", overview_action },
  { "work", work_action },
  { "step", step_action, "u" },
  { "next-step", next_step_action },
  { "previous-step", previous_step_action },
  { "back", back_action },
  { "present", present_action, "s" },
  { "missing", missing_action },
  { "explain", explain_action },
  { "next-pane", next_pane_action },
  { "previous-pane", previous_pane_action },
  { "review", review_action, "s" },
  { "place", place_action, "s" },
  { "supplier", supplier_action, "s" },
};

/* Back from the round to the places; in a narrow window the sidebar itself stays in sight. */
static void
sidebar_popped_cb (LevWindow *self)
{
  gboolean show_content = adw_navigation_split_view_get_show_content (self->split_view);

  update_actions (self);
  if (lev_application_get_records (lev_application_get_default ()) == NULL)
    return;
  show_place (self, "today");
  lev_panes_show_content (self->split_view, show_content);
}

/* Opens the round of "review:…:…", in the page that is named last; %FALSE when it is not there. */
static gboolean
restore_round (LevWindow  *self,
               const char *place)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  g_auto (GStrv) parts = g_strsplit (place, ":", 3);
  LevRecord *review;

  if (g_strv_length (parts) != 3 || !g_str_equal (parts[0], "review"))
    return FALSE;

  review = lev_register_lookup (records, parts[1]);
  if (!LEV_IS_REVIEW (review) || review->deleted)
    return FALSE;

  open_rail (self, LEV_REVIEW (review));
  if (g_str_equal (parts[2], "work"))
    show_work (self);
  else
    show_step (self, (guint) MIN (g_ascii_strtoull (parts[2], NULL, 10), LEV_N_STEPS));

  return TRUE;
}

/* Where the user was last time; at first, and in another database, today. Without a database, how
 * to begin. */
static void
restore_place (LevWindow *self)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autofree char *place = g_settings_get_string (settings, "last-place");

  adw_navigation_view_pop_to_tag (self->sidebar, "start");
  update_actions (self);
  if (lev_application_get_records (lev_application_get_default ()) == NULL)
    show_page (self, ADW_NAVIGATION_PAGE (lev_welcome_page_new ()));
  else if (!restore_round (self, place) && !show_place (self, place))
    show_place (self, "today");
}

/* The size comes back at the next start. */
static gboolean
lev_window_close_request (GtkWindow *window)
{
  if (!lev_database_actions_confirm_close (lev_application_get_default (), window))
    return TRUE;

  lev_window_remember_size (LEV_WINDOW (window));

  return GTK_WINDOW_CLASS (lev_window_parent_class)->close_request (window);
}

static void
restore_size (LevWindow *self)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
lev_window_finalize (GObject *object)
{
  g_array_unref (LEV_WINDOW (object)->trail);

  G_OBJECT_CLASS (lev_window_parent_class)->finalize (object);
}

static void
lev_window_class_init (LevWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = lev_window_close_request;

  g_type_ensure (LEV_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LevWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LevWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, LevWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LevWindow, start_page);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_popped_cb);
}

static void
lev_window_init (LevWindow *self)
{
  self->trail = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  lev_dialog_actions_add (self);
  lev_profile_actions_add (GTK_WINDOW (self));
  restore_size (self);
  restore_place (self);
  g_signal_connect_object (lev_application_get_default (), "notify::store",
                           G_CALLBACK (restore_place), self, G_CONNECT_SWAPPED);
}

LevWindow *
lev_window_new (LevApplication *application)
{
  return g_object_new (LEV_TYPE_WINDOW, "application", application, NULL);
}

void
lev_window_add_toast (LevWindow *self,
                      AdwToast  *toast)
{
  g_return_if_fail (LEV_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  lev_toast_name_button (GTK_WIDGET (self->toast_overlay));
}

void
lev_window_show_problem (LevWindow    *self,
                         const char   *path,
                         const GError *error)
{
  g_return_if_fail (LEV_IS_WINDOW (self));

  show_page (self, ADW_NAVIGATION_PAGE (lev_problem_page_new (path, error)));
}

LevReview *
lev_window_get_review (LevWindow *self)
{
  LevRailPage *rail;

  g_return_val_if_fail (LEV_IS_WINDOW (self), NULL);

  rail = get_rail (self);

  return rail != NULL ? lev_rail_page_get_review (rail) : NULL;
}

void
lev_window_remember_size (LevWindow *self)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  int width, height;

  g_return_if_fail (LEV_IS_WINDOW (self));

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

void
lev_window_show_busy (LevWindow  *self,
                      const char *title)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *status_page = adw_status_page_new ();
  g_autoptr (GdkPaintable) spinner = GDK_PAINTABLE (adw_spinner_paintable_new (status_page));

  g_return_if_fail (LEV_IS_WINDOW (self));

  adw_status_page_set_paintable (ADW_STATUS_PAGE (status_page), spinner);
  adw_status_page_set_title (ADW_STATUS_PAGE (status_page), title);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), status_page);
  show_page (self, adw_navigation_page_new (view, "Levman Review"));
}
