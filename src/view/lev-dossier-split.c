#include "lev-dossier-split.h"

#include "lev-application.h"
#include "lev-panes.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* The chosen dossiers → a row each → those of the user or all → by state and number → the list. */
struct _LevDossierSplit
{
  GtkWidget parent;

  GtkWidget              *box;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *content_page;
  AdwBin                 *content_bin;
  AdwToggleGroup         *whose_group;
  AdwToggle              *mine_toggle;
  AdwToggle              *all_toggle;
  GtkScrolledWindow      *list_scroller;
  GtkListBox             *list;
  GtkWidget              *empty_page;

  GPtrArray  *rows; /* LevDossierRow per dossier in the order of the round, borrowed */
  LevPerson  *user; /* borrowed; NULL when it is not known */
  LevDossier *selected;
};

G_DEFINE_FINAL_TYPE (LevDossierSplit, lev_dossier_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint selected_signal;
static guint layout_signal;

static void
set_selected (LevDossierSplit *self,
              LevDossier      *dossier)
{
  g_autofree char *title = NULL;

  if (self->selected == dossier)
    return;

  self->selected = dossier;
  title = lev_record_dup_title (LEV_RECORD (dossier));
  adw_navigation_page_set_title (self->content_page, title);
  g_signal_emit (self, selected_signal, 0);
}

static void
row_selected_cb (LevDossierSplit *self,
                 GtkListBoxRow   *row)
{
  if (row != NULL)
    set_selected (self, lev_dossier_row_get_dossier (LEV_DOSSIER_ROW (row)));
}

static void
row_activated_cb (LevDossierSplit *self)
{
  lev_panes_show_content (self->split_view, TRUE);
}

static gboolean
is_mine (LevDossierSplit *self,
         LevDossier      *dossier)
{
  return self->user != NULL && dossier->manager == self->user;
}

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       user_data)
{
  LevDossierSplit *self = user_data;
  const char *whose = adw_toggle_group_get_active_name (self->whose_group);

  return self->user == NULL || g_strcmp0 (whose, "mine") != 0 ||
         is_mine (self, lev_dossier_row_get_dossier (LEV_DOSSIER_ROW (row)));
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  LevDossierRow *first = LEV_DOSSIER_ROW (a);
  LevDossierRow *second = LEV_DOSSIER_ROW (b);
  LevDossierState first_state = lev_dossier_row_get_state (first);
  LevDossierState second_state = lev_dossier_row_get_state (second);

  if (first_state != second_state)
    return first_state < second_state ? -1 : 1;

  return lev_dossier_row_get_dossier (first)->number - lev_dossier_row_get_dossier (second)->number;
}

static gboolean
is_done (GtkListBoxRow *row)
{
  return lev_dossier_row_get_state (LEV_DOSSIER_ROW (row)) == LEV_DOSSIER_STATE_DONE;
}

/* How many rows are shown of which the work is done, or is not. */
static guint
count_rows (LevDossierSplit *self,
            gboolean         done)
{
  guint n_rows = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkListBoxRow *row = g_ptr_array_index (self->rows, i);

      n_rows += is_shown (row, self) && is_done (row) == done;
    }

  return n_rows;
}

static GtkWidget *
create_heading (const char *text,
                guint       count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *count_label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (count_label, "dimmed");
  gtk_widget_add_css_class (box, "group-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count_label);

  return box;
}

/* In a narrow window the list is two groups, each a card. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  LevDossierSplit *self = user_data;
  gboolean begins = before == NULL || is_done (before) != is_done (row);
  GtkWidget *header = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (row), "first");
  gtk_widget_remove_css_class (GTK_WIDGET (row), "last");
  if (before != NULL && begins)
    gtk_widget_add_css_class (GTK_WIDGET (before), "last");
  if (begins)
    gtk_widget_add_css_class (GTK_WIDGET (row), "first");
  if (begins && adw_navigation_split_view_get_collapsed (self->split_view))
    header = create_heading (is_done (row) ? _("Done") : _("To do"),
                             count_rows (self, is_done (row)));
  gtk_list_box_row_set_header (row, header);
}

/* The last one has no row after it that tells so. */
static void
style_last_row (LevDossierSplit *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  while (last != NULL && !(GTK_IS_LIST_BOX_ROW (last) && gtk_widget_get_child_visible (last)))
    last = gtk_widget_get_prev_sibling (last);
  if (last != NULL)
    gtk_widget_add_css_class (last, "last");
}

static void
arrange (LevDossierSplit *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_invalidate_headers (self->list);
  style_last_row (self);
}

static void
whose_changed_cb (LevDossierSplit *self)
{
  if (self->list != NULL)
    arrange (self);
}

static void
content_shown_cb (LevDossierSplit *self)
{
  if (self->list != NULL)
    g_signal_emit (self, layout_signal, 0);
}

/* Also called while the template goes away. */
static void
collapsed_cb (LevDossierSplit *self)
{
  gboolean narrow;

  if (self->list == NULL)
    return;

  narrow = adw_navigation_split_view_get_collapsed (self->split_view);
  for (guint i = 0; i < self->rows->len; i++)
    lev_dossier_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
  if (narrow)
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_scrolled_window_set_policy (self->list_scroller, GTK_POLICY_NEVER,
                                  narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  arrange (self);
  g_signal_emit (self, layout_signal, 0);
}

static GtkListBoxRow *
get_row (LevDossierSplit *self,
         LevDossier      *dossier)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (lev_dossier_row_get_dossier (g_ptr_array_index (self->rows, i)) == dossier)
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* The row that is shown @distance places from @row; %NULL past the first and the last. */
static GtkListBoxRow *
get_neighbour (LevDossierSplit *self,
               GtkListBoxRow   *row,
               int              distance)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) + distance : 0;
  GtkListBoxRow *next;

  while ((next = gtk_list_box_get_row_at_index (self->list, index)) != NULL && index >= 0)
    {
      if (is_shown (next, self))
        return next;
      index += distance != 0 ? distance : 1;
    }

  return NULL;
}

/* Ctrl+Up and Ctrl+Down. */
static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  LevDossierSplit *self = LEV_DOSSIER_SPLIT (widget);
  GtkListBoxRow *row = get_neighbour (self, gtk_list_box_get_selected_row (self->list),
                                      g_variant_get_int32 (parameter));

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_widget_error_bell (widget);
}

static gboolean
has_rows_of (LevDossierSplit *self,
             GPtrArray       *dossiers)
{
  if (self->rows->len != dossiers->len)
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    if (lev_dossier_row_get_dossier (g_ptr_array_index (self->rows, i)) !=
        g_ptr_array_index (dossiers, i))
      return FALSE;

  return TRUE;
}

static void
rebuild (LevDossierSplit *self,
         GPtrArray       *dossiers)
{
  gboolean narrow = adw_navigation_split_view_get_collapsed (self->split_view);

  g_ptr_array_set_size (self->rows, 0);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < dossiers->len; i++)
    {
      GtkWidget *row = lev_dossier_row_new (g_ptr_array_index (dossiers, i));

      lev_dossier_row_set_narrow (LEV_DOSSIER_ROW (row), narrow);
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->list, row);
    }
}

static void
update_rows (LevDossierSplit   *self,
             LevDossierDescribe describe)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LevDossierRow *row = g_ptr_array_index (self->rows, i);
      LevDossierState state = LEV_DOSSIER_STATE_OPEN;
      g_autofree char *text = describe (lev_dossier_row_get_dossier (row), &state);

      lev_dossier_row_update (row, state, text);
    }
  arrange (self);
}

static void
update_whose (LevDossierSplit *self)
{
  guint n_mine = 0;
  g_autofree char *mine = NULL;
  /* Translators: the suppliers of every CM, with their number */
  g_autofree char *all = g_strdup_printf (_("All %u"), self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    n_mine += is_mine (self, lev_dossier_row_get_dossier (g_ptr_array_index (self->rows, i)));
  /* Translators: the suppliers of the user, with their number */
  mine = g_strdup_printf (_("Mine %u"), n_mine);

  adw_toggle_set_label (self->mine_toggle, mine);
  adw_toggle_set_label (self->all_toggle, all);
  gtk_widget_set_visible (GTK_WIDGET (self->whose_group), self->user != NULL);
}

static void
lev_dossier_split_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LevDossierSplit *self = LEV_DOSSIER_SPLIT (object);

  if (prop_id == PROP_CONTENT)
    adw_bin_set_child (self->content_bin, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_dossier_split_dispose (GObject *object)
{
  LevDossierSplit *self = LEV_DOSSIER_SPLIT (object);

  if (self->list != NULL)
    {
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_DOSSIER_SPLIT);

  G_OBJECT_CLASS (lev_dossier_split_parent_class)->dispose (object);
}

static void
lev_dossier_split_finalize (GObject *object)
{
  g_clear_pointer (&LEV_DOSSIER_SPLIT (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_dossier_split_parent_class)->finalize (object);
}

static GtkSizeRequestMode
lev_dossier_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The split view asks its panes how high they are without saying how wide, and so leaves out the
 * lines that they need when they are narrower than they would like to be. */
static void
lev_dossier_split_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  LevDossierSplit *self = LEV_DOSSIER_SPLIT (widget);
  double list_width = adw_navigation_split_view_get_max_sidebar_width (self->split_view);
  int width, least, wanted;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        gtk_widget_measure (child, orientation, for_size, &least, &wanted, NULL, NULL);
        *minimum = MAX (*minimum, least);
        *natural = MAX (*natural, wanted);
      }

  if (orientation != GTK_ORIENTATION_VERTICAL || for_size < 0 ||
      adw_navigation_split_view_get_collapsed (self->split_view))
    return;

  list_width = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, list_width,
                                      gtk_widget_get_settings (widget));
  width = for_size - (int) list_width - 1; /* for the line between the panes */
  gtk_widget_measure (GTK_WIDGET (self->content_page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->content_page), GTK_ORIENTATION_VERTICAL, MAX (width, least),
                      &least, &wanted, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, wanted);
}

static void
lev_dossier_split_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
lev_dossier_split_class_init (LevDossierSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_dossier_split_set_property;
  object_class->dispose = lev_dossier_split_dispose;
  object_class->finalize = lev_dossier_split_finalize;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Another dossier is shown. */
  selected_signal = g_signal_new ("dossier-selected", LEV_TYPE_DOSSIER_SPLIT, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  /* Beside the list or instead of it, another pane is in sight. */
  layout_signal = g_signal_new ("layout-changed", LEV_TYPE_DOSSIER_SPLIT, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->get_request_mode = lev_dossier_split_get_request_mode;
  widget_class->measure = lev_dossier_split_measure;
  widget_class->size_allocate = lev_dossier_split_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/dossier-split.ui");
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, box);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, split_view);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, content_page);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, content_bin);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, whose_group);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, mine_toggle);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, all_toggle);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, list);
  gtk_widget_class_bind_template_child (widget_class, LevDossierSplit, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, content_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, whose_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_install_action (widget_class, "dossier.go", "i", go_action);
}

static void
add_shortcut (GtkEventController *controller,
              guint               key,
              int                 distance)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                                            gtk_named_action_new ("dossier.go"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (distance));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* The keys work from anywhere in the window, before a text field takes them. */
static void
lev_dossier_split_init (LevDossierSplit *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_shortcut (controller, GDK_KEY_Up, -1);
  add_shortcut (controller, GDK_KEY_Down, 1);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What was selected stays; otherwise the first one that is shown. */
static void
keep_selected (LevDossierSplit *self,
               LevDossier      *before)
{
  GtkListBoxRow *row = before != NULL ? get_row (self, before) : NULL;

  if (row == NULL)
    row = get_neighbour (self, NULL, 0);
  gtk_list_box_select_row (self->list, row);
}

void
lev_dossier_split_update (LevDossierSplit   *self,
                          LevReview         *review,
                          LevDossierDescribe describe)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevDossier *before = self->selected;
  gboolean is_same = has_rows_of (self, dossiers);

  g_return_if_fail (LEV_IS_DOSSIER_SPLIT (self));

  self->user = lev_application_get_user (lev_application_get_default ());
  if (!is_same)
    {
      self->selected = NULL;
      rebuild (self, dossiers);
    }
  update_rows (self, describe);
  update_whose (self);
  if (!is_same)
    keep_selected (self, before);
  gtk_widget_set_visible (GTK_WIDGET (self->split_view), dossiers->len > 0);
  gtk_widget_set_visible (self->empty_page, dossiers->len == 0);
}

LevDossier *
lev_dossier_split_get_selected (LevDossierSplit *self)
{
  g_return_val_if_fail (LEV_IS_DOSSIER_SPLIT (self), NULL);

  return self->selected;
}

void
lev_dossier_split_select (LevDossierSplit *self,
                          LevDossier      *dossier)
{
  GtkListBoxRow *row;

  g_return_if_fail (LEV_IS_DOSSIER_SPLIT (self));

  row = dossier != NULL ? get_row (self, dossier) : NULL;
  if (row == NULL)
    return;

  if (!is_shown (row, self))
    adw_toggle_group_set_active_name (self->whose_group, "all");
  gtk_list_box_select_row (self->list, row);
  lev_panes_show_content (self->split_view, TRUE);
}

void
lev_dossier_split_reveal (LevDossierSplit *self,
                          LevRecord       *record)
{
  g_return_if_fail (LEV_IS_DOSSIER_SPLIT (self));

  while (record != NULL && !LEV_IS_DOSSIER (record))
    record = lev_record_get_owner (record);
  lev_dossier_split_select (self, (LevDossier *) record);
}

gboolean
lev_dossier_split_shows_only_content (LevDossierSplit *self)
{
  g_return_val_if_fail (LEV_IS_DOSSIER_SPLIT (self), FALSE);

  return self->selected != NULL && adw_navigation_split_view_get_collapsed (self->split_view) &&
         adw_navigation_split_view_get_show_content (self->split_view);
}
