#include "lev-step-page.h"

#include "lev-action-page.h"
#include "lev-archive-page.h"
#include "lev-close-page.h"
#include "lev-decide-page.h"
#include "lev-plan-page.h"
#include "lev-present-page.h"
#include "lev-profile-page.h"
#include "lev-progress-page.h"
#include "lev-round-page.h"
#include "lev-selection-page.h"
#include "lev-state.h"
#include "lev-step-header.h"

#include <glib/gi18n.h>

/* How wide the body becomes, in pixels: lines that people can read, or two panes of them. */
#define MAXIMUM_SIZE (880)
#define MAXIMUM_WIDE (1400)

typedef struct
{
  LevReview         *review;
  guint              number;
  gboolean           narrow;
  gboolean           small;
  gboolean           fills;
  char              *state;
  char              *detail_title; /* NULL for the step as a whole */
  char              *detail_subtitle;
  char              *detail_previous;
  char              *detail_next;
  const char        *detail_action; /* interned */
  LevStepHeader     *header;
  GtkScrolledWindow *scroller;
  GtkScrollable     *viewport;
  AdwClamp          *clamp;
  GtkWidget         *column;
  AdwBin            *body_bin;
  GtkButton         *previous_button;
  GtkLabel          *previous_label;
  GtkButton         *next_button;
  GtkLabel          *next_label;
  GtkWidget         *state_box;
  GtkImage          *state_icon;
  GtkLabel          *state_label;
} LevStepPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevStepPage, lev_step_page, LEV_TYPE_CONTENT_PAGE)

enum
{
  PROP_0,
  PROP_REVIEW,
  PROP_NUMBER,
  PROP_BODY,
  PROP_NARROW,
  PROP_SMALL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The class that serves a step; steps without one share the list of what passes through. */
static GType (*const page_types[LEV_N_STEPS + 1]) (void) = {
  [0] = lev_progress_page_get_type,  [1] = lev_round_page_get_type,
  [2] = lev_selection_page_get_type, [3] = lev_profile_page_get_type,
  [4] = lev_plan_page_get_type,      [5] = lev_present_page_get_type,
  [6] = lev_decide_page_get_type,    [7] = lev_action_page_get_type,
  [8] = lev_action_page_get_type,    [9] = lev_action_page_get_type,
  [10] = lev_action_page_get_type,   [11] = lev_action_page_get_type,
  [12] = lev_action_page_get_type,   [13] = lev_archive_page_get_type,
  [14] = lev_close_page_get_type,
};

static gboolean
shows_detail (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  return priv->small && priv->detail_title != NULL;
}

/* At no moment an action has a target that is not of its type. */
static void
set_action (GtkButton  *button,
            const char *name,
            GVariant   *target)
{
  GtkActionable *actionable = GTK_ACTIONABLE (button);

  if (g_strcmp0 (gtk_actionable_get_action_name (actionable), name) != 0)
    gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

static void
update_step_button (LevStepPage *self,
                    GtkButton   *button,
                    GtkLabel    *label,
                    guint        number)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);
  gboolean exists = number >= 1 && number <= LEV_N_STEPS;
  const LevStep *step;

  gtk_widget_set_visible (GTK_WIDGET (button), exists);
  if (!exists)
    return;

  step = lev_step_get (number);
  gtk_label_set_label (label, _(priv->small ? step->short_name : step->name));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), _(step->title));
  set_action (button, "win.step", g_variant_new_uint32 (number));
}

static void
update_detail_button (LevStepPage *self,
                      GtkButton   *button,
                      GtkLabel    *label,
                      const char  *text,
                      int          distance)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (button), text != NULL);
  if (text == NULL)
    return;

  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), NULL);
  set_action (button, priv->detail_action, g_variant_new_int32 (distance));
}

/* Before and after this one, by name: the steps, or the parts of what is shown of one. */
static void
update_neighbours (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  if (shows_detail (self))
    {
      update_detail_button (self, priv->previous_button, priv->previous_label,
                            priv->detail_previous, -1);
      update_detail_button (self, priv->next_button, priv->next_label, priv->detail_next, 1);
    }
  else
    {
      update_step_button (self, priv->previous_button, priv->previous_label, priv->number - 1);
      update_step_button (self, priv->next_button, priv->next_label, priv->number + 1);
    }
}

/* Whether everything is saved, unless the page has something more to say. */
static void
update_state (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);
  gboolean saved = lev_application_is_saved (lev_application_get_default ());

  gtk_image_set_from_icon_name (priv->state_icon,
                                saved ? "object-select-symbolic" : "dialog-warning-symbolic");
  if (!saved)
    gtk_label_set_label (priv->state_label, _("The last change is not saved yet"));
  else if (!lev_step_page_is_open (self))
    gtk_label_set_label (priv->state_label, _("The round is closed"));
  else
    gtk_label_set_label (priv->state_label,
                         priv->state != NULL ? priv->state : _("Everything is saved"));
  if (saved)
    gtk_widget_remove_css_class (priv->state_box, "warning");
  else
    gtk_widget_add_css_class (priv->state_box, "warning");
  gtk_widget_set_visible (priv->state_box, !priv->small || !saved);
}

/* The next step is suggested once this one is complete, and can be looked at before. */
static void
update_bar (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);
  gboolean done = lev_step_header_is_done (priv->header) && !shows_detail (self);

  update_neighbours (self);
  gtk_widget_remove_css_class (GTK_WIDGET (priv->next_button), done ? "flat" : "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (priv->next_button), done ? "suggested-action" : "flat");
  update_state (self);
}

/* In a small window the sidebar is the page before, so the title says which round it is. */
static void
update_titles (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);
  g_autofree char *step = g_strdup_printf (_("Step %u of %u"), priv->number, LEV_N_STEPS);
  const char *phase = lev_phase_get_title (lev_step_get (priv->number)->phase);

  gtk_widget_set_visible (GTK_WIDGET (priv->header), !shows_detail (self));
  if (shows_detail (self))
    {
      g_autofree char *subtitle = NULL;

      /* Translators: the number of a step, and of which version its content is */
      subtitle = g_strdup_printf (_("Step %u · %s"), priv->number, priv->detail_subtitle);
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), priv->detail_title);
      lev_content_page_set_subtitle (LEV_CONTENT_PAGE (self), subtitle);
      return;
    }

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 priv->small && priv->review->title != NULL ? priv->review->title
                                                                            : step);
  lev_content_page_set_subtitle (LEV_CONTENT_PAGE (self), priv->small ? step : phase);
}

/* A body that fills the page scrolls its own parts, as long as there is room beside each other; in a
 * narrow page they have their whole height. */
static void
update_scrolling (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);
  gboolean fills = priv->fills && !priv->narrow;

  gtk_scrolled_window_set_policy (priv->scroller, GTK_POLICY_NEVER,
                                  fills ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrollable_set_vscroll_policy (priv->viewport,
                                     fills ? GTK_SCROLL_MINIMUM : GTK_SCROLL_NATURAL);
  gtk_widget_set_vexpand (GTK_WIDGET (priv->body_bin), fills);
  adw_clamp_set_maximum_size (priv->clamp, priv->fills ? MAXIMUM_WIDE : MAXIMUM_SIZE);
  if (fills)
    gtk_widget_add_css_class (priv->column, "filled");
  else
    gtk_widget_remove_css_class (priv->column, "filled");
}

static void
set_narrow (LevStepPage *self,
            gboolean     narrow)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  if (priv->narrow == narrow)
    return;

  priv->narrow = narrow;
  g_object_set (priv->header, "medium", narrow, NULL);
  update_scrolling (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_small (LevStepPage *self,
           gboolean     small)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  if (priv->small == small)
    return;

  priv->small = small;
  g_object_set (priv->header, "narrow", small, NULL);
  if (priv->review != NULL)
    {
      update_titles (self);
      update_bar (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SMALL]);
}

/* A page may take more than its width to be narrow: it sets these as well. */
static void
narrowness_changed_cb (LevStepPage *self)
{
  LevNarrowness narrowness = lev_content_page_get_narrowness (LEV_CONTENT_PAGE (self));

  g_object_set (self, "narrow", narrowness >= LEV_PAGE_NARROW, "small",
                narrowness >= LEV_PAGE_SMALL, NULL);
}

static void
lev_step_page_refresh (LevContentPage *page)
{
  LevStepPage *self = LEV_STEP_PAGE (page);
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  if (priv->review == NULL)
    return;

  update_titles (self);
  lev_step_header_update (priv->header, priv->review, priv->number);
  update_bar (self);

  if (LEV_STEP_PAGE_GET_CLASS (self)->update != NULL)
    LEV_STEP_PAGE_GET_CLASS (self)->update (self);
}

static void
lev_step_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (LEV_STEP_PAGE (object));

  switch (prop_id)
    {
    case PROP_REVIEW:
      priv->review = g_value_dup_object (value);
      break;
    case PROP_NUMBER:
      priv->number = g_value_get_uint (value);
      break;
    case PROP_BODY:
      adw_bin_set_child (priv->body_bin, g_value_get_object (value));
      break;
    case PROP_NARROW:
      set_narrow (LEV_STEP_PAGE (object), g_value_get_boolean (value));
      break;
    case PROP_SMALL:
      set_small (LEV_STEP_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_step_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, lev_step_page_is_narrow (LEV_STEP_PAGE (object)));
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, lev_step_page_is_small (LEV_STEP_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_step_page_dispose (GObject *object)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (LEV_STEP_PAGE (object));

  g_clear_object (&priv->review);
  g_clear_pointer (&priv->state, g_free);
  g_clear_pointer (&priv->detail_title, g_free);
  g_clear_pointer (&priv->detail_subtitle, g_free);
  g_clear_pointer (&priv->detail_previous, g_free);
  g_clear_pointer (&priv->detail_next, g_free);

  G_OBJECT_CLASS (lev_step_page_parent_class)->dispose (object);
}

static void
lev_step_page_class_init (LevStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_step_page_get_property;
  object_class->set_property = lev_step_page_set_property;
  object_class->dispose = lev_step_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_step_page_refresh;

  properties[PROP_REVIEW] = g_param_spec_object ("review", NULL, NULL, LEV_TYPE_REVIEW,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                   G_PARAM_STATIC_STRINGS);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, LEV_N_STEPS, 0,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY] = g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEV_TYPE_STEP_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/step-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, viewport);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, clamp);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, body_bin);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, state_label);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, state_icon);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, state_box);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, next_label);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, previous_label);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, column);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, previous_button);
  gtk_widget_class_bind_template_child_private (widget_class, LevStepPage, next_button);
}

static void
lev_step_page_init (LevStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrowness", G_CALLBACK (narrowness_changed_cb), NULL);
}

LevStepPage *
lev_step_page_new (LevReview *review,
                   guint      number)
{
  GType type = page_types[number] != NULL ? page_types[number]() : page_types[0]();
  LevStepPage *self = g_object_new (type, "review", review, "number", number, NULL);

  lev_content_page_refresh (LEV_CONTENT_PAGE (self));

  return self;
}

LevReview *
lev_step_page_get_review (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  return priv->review;
}

guint
lev_step_page_get_number (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  return priv->number;
}

gboolean
lev_step_page_is_open (LevStepPage *self)
{
  return lev_step_page_get_review (self)->closed == 0;
}

gboolean
lev_step_page_is_narrow (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  return priv->narrow;
}

gboolean
lev_step_page_is_small (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  return priv->small;
}

void
lev_step_page_set_detail (LevStepPage         *self,
                          const LevStepDetail *detail)
{
  static const LevStepDetail none;
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  g_return_if_fail (LEV_IS_STEP_PAGE (self));

  if (detail == NULL)
    detail = &none;
  g_set_str (&priv->detail_title, detail->title);
  g_set_str (&priv->detail_subtitle, detail->subtitle);
  g_set_str (&priv->detail_previous, detail->previous);
  g_set_str (&priv->detail_next, detail->next);
  priv->detail_action = g_intern_string (detail->action);
  if (priv->review == NULL)
    return;

  update_titles (self);
  update_bar (self);
}

void
lev_step_page_set_state (LevStepPage *self,
                         const char  *state)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  if (g_set_str (&priv->state, state) && priv->review != NULL)
    update_state (self);
}

void
lev_step_page_inline_explanation (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  g_object_set (priv->header, "inlined", TRUE, NULL);
}

void
lev_step_page_show_missing (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  /* A detail on a small page has no header to show it in. */
  if (shows_detail (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    lev_step_header_show_missing (priv->header);
}

void
lev_step_page_explain (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  if (shows_detail (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    lev_step_header_explain (priv->header);
}

void
lev_step_page_fill (LevStepPage *self)
{
  LevStepPagePrivate *priv = lev_step_page_get_instance_private (self);

  priv->fills = TRUE;
  update_scrolling (self);
}
