#include "lev-presentation.h"

#include "lev-application.h"
#include "lev-decision-row.h"
#include "lev-monitors.h"
#include "lev-outbox.h"
#include "lev-process.h"
#include "lev-review-export.h"
#include "lev-slides.h"
#include "lev-state.h"
#include "lev-toast.h"

#include <glib/gi18n.h>

/* At this distance from the upper edge the pointer brings the header bar back. */
#define HEADER_REACH (48)

/* The size of the text in the controls on a slide, in units of the slide. */
#define FONT_SIZE (25)

/* The slide is a drawing; over the place of the decision lie its controls, in letters that grow
 * with the slide. The deck is made anew after each change. */
struct _LevPresentation
{
  AdwApplicationWindow parent;

  LevReview      *review;
  LevSlides      *slides;
  guint           position;
  GtkCssProvider *provider;
  GListModel     *monitors;
  GdkMonitor     *monitor; /* that it was put on; NULL for the window */

  GMenu           *monitor_menu;
  AdwToastOverlay *toast_overlay;
  AdwToolbarView  *toolbar_view;
  GtkOverlay      *overlay;
  GtkDrawingArea  *area;
  GtkWidget       *decision_window;
  GtkListBox      *list;
  LevDecisionRow  *row; /* NULL on a slide without a decision */
  GtkWidget       *presented_button;
  GtkWidget       *minutes_box; /* on the last slide */
};

G_DEFINE_FINAL_TYPE (LevPresentation, lev_presentation, ADW_TYPE_APPLICATION_WINDOW)

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  LevPresentation *self = user_data;

  lev_slides_draw (self->slides, self->position, cr, width, height, TRUE);
}

/* The controls of an action stand in their row, which is kept as long as its slide is shown. */
static void
update_row (LevPresentation *self)
{
  const LevSlide *slide = lev_slides_get (self->slides, self->position);

  if (self->row != NULL && lev_decision_row_get_action (self->row) != slide->action)
    {
      gtk_list_box_remove_all (self->list);
      self->row = NULL;
    }
  if (self->row == NULL && slide->action != NULL)
    {
      self->row = LEV_DECISION_ROW (lev_decision_row_new (slide->action));
      lev_decision_row_set_bare (self->row);
      gtk_list_box_append (self->list, GTK_WIDGET (self->row));
    }
  gtk_widget_set_visible (self->decision_window, self->row != NULL);
  if (self->row != NULL)
    lev_decision_row_update (self->row, self->review->closed == 0);
}

static gboolean
can_present (LevPresentation *self)
{
  LevDossier *dossier = lev_slides_get (self->slides, self->position)->dossier;

  return dossier != NULL && self->review->closed == 0 && !lev_dossier_is_presented (dossier) &&
         lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING) != NULL;
}

static void
update (LevPresentation *self)
{
  guint n_slides = lev_slides_get_n (self->slides);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *window_title = NULL;

  self->position = MIN (self->position, n_slides - 1);
  title = lev_slides_dup_title (self->slides, self->position);
  subtitle = lev_slides_dup_subtitle (self->slides, self->position);
  /* Translators: the title of the window: which slide of how many is shown */
  window_title = g_strdup_printf (_("Slide %u of %u"), self->position + 1, n_slides);

  update_row (self);
  gtk_widget_set_visible (self->presented_button, can_present (self));
  gtk_widget_set_visible (self->minutes_box, self->position + 1 == n_slides);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.presented", can_present (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.previous", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.next",
                                 self->position + 1 < n_slides);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
show_slide (LevPresentation *self,
            guint            position)
{
  self->position = position;
  update (self);
  gtk_widget_grab_focus (self->row != NULL ? GTK_WIDGET (self->row) : GTK_WIDGET (self->area));
}

/* Where the decision stands on the slide. */
static gboolean
get_child_position_cb (LevPresentation *self,
                       GtkWidget       *child,
                       GdkRectangle    *place)
{
  double x, y, width, height;

  if (child != self->decision_window)
    return FALSE;

  lev_slides_get_decision_area (gtk_widget_get_width (GTK_WIDGET (self->area)),
                                gtk_widget_get_height (GTK_WIDGET (self->area)), &x, &y, &width,
                                &height);
  *place = (GdkRectangle) { (int) x, (int) y, (int) width, (int) height };

  return TRUE;
}

static void
resize_cb (LevPresentation *self,
           int              width,
           int              height)
{
  double x, y, area_width, area_height;
  double unit = lev_slides_get_decision_area (width, height, &x, &y, &area_width, &area_height);
  g_autofree char *css = g_strdup_printf (".slide-decision, .slide-presented { font-size: %dpx; }",
                                          MAX ((int) (unit * FONT_SIZE), 12));

  gtk_css_provider_load_from_string (self->provider, css);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

static void
changed_cb (LevPresentation *self)
{
  lev_slides_free (self->slides);
  self->slides = lev_slides_new (self->review);
  update (self);
}

static void
store_changed_cb (LevPresentation *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* In a field every key is its own. */
static gboolean
is_typing (LevPresentation *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ||
         (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL) ||
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

/* Something is filled in that Escape takes back first. */
static gboolean
is_deciding (LevPresentation *self)
{
  return self->row != NULL && gtk_widget_has_css_class (GTK_WIDGET (self->row), "deciding");
}

static gboolean
move_key_cb (LevPresentation *self,
             guint            key,
             guint            code,
             GdkModifierType  modifiers)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_choosing = focus != NULL &&
                         gtk_widget_get_ancestor (focus, ADW_TYPE_TOGGLE_GROUP) != NULL;
  guint last = lev_slides_get_n (self->slides) - 1;
  guint position = self->position;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || is_typing (self))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape && !is_deciding (self))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Page_Down || (key == GDK_KEY_Right && !is_choosing))
    position = MIN (position + 1, last);
  else if (key == GDK_KEY_Page_Up || (key == GDK_KEY_Left && !is_choosing))
    position = position > 0 ? position - 1 : 0;
  else if (key == GDK_KEY_Home)
    position = 0;
  else if (key == GDK_KEY_End)
    position = last;
  else
    return GDK_EVENT_PROPAGATE;

  if (position != self->position)
    show_slide (self, position);

  return GDK_EVENT_STOP;
}

/* What no field and no control took goes to the decision, wherever the focus is. */
static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               key,
                guint               code,
                GdkModifierType     modifiers,
                LevPresentation    *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL &&
         self->row != NULL &&
         gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller),
                                           GTK_WIDGET (self->row));
}

/* In full screen the header bar comes when the pointer goes to the upper edge. */
static void
motion_cb (LevPresentation *self,
           double           x,
           double           y)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, y < HEADER_REACH);
}

static void
fullscreened_cb (LevPresentation *self)
{
  gboolean fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));

  adw_toolbar_view_set_extend_content_to_top_edge (self->toolbar_view, fullscreen);
  adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, !fullscreen);
}

static void
monitors_changed_cb (LevPresentation *self)
{
  if (self->monitor_menu != NULL)
    lev_monitors_fill_menu (self->monitor_menu, self->monitors, "presentation.show-on");
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_slide (LEV_PRESENTATION (widget), LEV_PRESENTATION (widget)->position + 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  show_slide (LEV_PRESENTATION (widget), LEV_PRESENTATION (widget)->position - 1);
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
fill_screen (LevPresentation *self,
             GdkMonitor      *monitor)
{
  g_set_object (&self->monitor, monitor);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
show_on_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  LevPresentation *self = LEV_PRESENTATION (widget);
  int position = g_variant_get_int32 (parameter);
  g_autoptr (GdkMonitor) monitor = NULL;

  if (position >= 0)
    monitor = g_list_model_get_item (self->monitors, (guint) position);
  fill_screen (self, monitor);
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  lev_review_export_slides (GTK_WINDOW (widget), LEV_PRESENTATION (widget)->review);
}

static void
write_minutes_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  lev_review_export_minutes (GTK_WINDOW (widget), LEV_PRESENTATION (widget)->review);
}

static void
mail_minutes_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  lev_outbox_send_minutes (widget, LEV_PRESENTATION (widget)->review);
}

static void
presented_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  LevPresentation *self = LEV_PRESENTATION (widget);
  LevApplication *application = lev_application_get_default ();
  LevDossier *dossier = lev_slides_get (self->slides, self->position)->dossier;
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Present the profile"));
  if (lev_process_present (dossier, &error) == NULL)
    lev_application_refuse (application, error);
  else if (lev_application_commit (application))
    lev_application_toast (application, _("The supplier is presented"), _("_Undo"), "app.undo");
}

static void
lev_presentation_dispose (GObject *object)
{
  LevPresentation *self = LEV_PRESENTATION (object);

  if (self->provider != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                   GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
  g_clear_object (&self->monitor);
  g_clear_object (&self->monitors);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_PRESENTATION);
  self->row = NULL;
  g_clear_pointer (&self->slides, lev_slides_free);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (lev_presentation_parent_class)->dispose (object);
}

static void
lev_presentation_class_init (LevPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_presentation_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, monitor_menu);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, overlay);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, area);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, decision_window);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, list);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, presented_button);
  gtk_widget_class_bind_template_child (widget_class, LevPresentation, minutes_box);
  gtk_widget_class_bind_template_callback (widget_class, get_child_position_cb);
  gtk_widget_class_bind_template_callback (widget_class, resize_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);

  gtk_widget_class_install_action (widget_class, "presentation.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "presentation.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "presentation.fullscreen", NULL,
                                   fullscreen_action);
  gtk_widget_class_install_action (widget_class, "presentation.show-on", "i", show_on_action);
  gtk_widget_class_install_action (widget_class, "presentation.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "presentation.write-minutes", NULL,
                                   write_minutes_action);
  gtk_widget_class_install_action (widget_class, "presentation.mail-minutes", NULL,
                                   mail_minutes_action);
  gtk_widget_class_install_action (widget_class, "presentation.presented", NULL, presented_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "presentation.fullscreen",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "presentation.presented", NULL);
}

static void
lev_presentation_init (LevPresentation *self)
{
  LevApplication *application = lev_application_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  self->monitors = g_object_ref (
    gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))));
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self,
                           G_CONNECT_SWAPPED);
  monitors_changed_cb (self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect_object (application, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "notify::store", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Fills the screen on which @parent is not; in a window when there is only one. */
static void
choose_monitor (LevPresentation *self,
                GtkWindow       *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *own = surface != NULL
                      ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface),
                                                            surface)
                      : NULL;
  g_autoptr (GdkMonitor) other = lev_monitors_find_other (self->monitors, own);

  if (other != NULL)
    fill_screen (self, other);
}

static LevPresentation *
find_open (LevReview *review)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (lev_application_get_default ()));

  for (GList *at = windows; at != NULL; at = at->next)
    if (LEV_IS_PRESENTATION (at->data) && LEV_PRESENTATION (at->data)->review == review)
      return at->data;

  return NULL;
}

LevPresentation *
lev_presentation_start (GtkWindow *parent,
                        LevReview *review,
                        gpointer   record)
{
  LevPresentation *self = find_open (review);

  g_return_val_if_fail (LEV_IS_REVIEW (review), NULL);

  if (self == NULL)
    {
      self = g_object_new (LEV_TYPE_PRESENTATION, "application", lev_application_get_default (),
                           NULL);
      self->review = g_object_ref (review);
      self->slides = lev_slides_new (review);
      gtk_drawing_area_set_draw_func (self->area, draw, self, NULL);
      choose_monitor (self, parent);
    }
  show_slide (self, lev_slides_find (self->slides, record));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

GdkMonitor *
lev_presentation_get_monitor (LevPresentation *self)
{
  g_return_val_if_fail (LEV_IS_PRESENTATION (self), NULL);

  return self->monitor;
}

guint
lev_presentation_get_position (LevPresentation *self)
{
  g_return_val_if_fail (LEV_IS_PRESENTATION (self), 0);

  return self->position;
}

void
lev_presentation_add_toast (LevPresentation *self,
                            AdwToast        *toast)
{
  g_return_if_fail (LEV_IS_PRESENTATION (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  lev_toast_name_button (GTK_WIDGET (self->toast_overlay));
}
