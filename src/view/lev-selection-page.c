#include "lev-selection-page.h"

#include "lev-anchor.h"
#include "lev-guard.h"
#include "lev-process.h"
#include "lev-selection-line.h"
#include "lev-selection-row.h"

#include <glib/gi18n.h>

/* The ranking of the model → items, one per supplier and one for the line, kept as long as their
 * supplier is there → those that the toggles and the search show → the list. A change that leaves
 * the order as it is only tells the items, so that rows keep the focus and what is typed. */
struct _LevSelectionPage
{
  LevStepPage parent;

  GtkLabel        *count_label;
  AdwToggleGroup  *shown_group;
  AdwToggle       *chosen_toggle;
  AdwToggle       *deviations_toggle;
  GtkToggleButton *search_button;
  GtkSearchBar    *search_bar;
  GtkSearchEntry  *search_entry;
  GtkStack        *stack;
  AdwStatusPage   *nothing_page;
  GtkListView     *list;
  GtkWidget       *finish_bar;
  GtkLabel        *finish_label;
  GtkWidget       *finish_button;

  GListStore      *items;
  GtkCustomFilter *filter;
  GHashTable      *by_supplier; /* LevSupplier to LevSelectionItem; the line under %NULL */
  char            *needle;      /* what is searched for, folded; %NULL for everything */
  gboolean         narrow;
};

G_DEFINE_FINAL_TYPE (LevSelectionPage, lev_selection_page, LEV_TYPE_STEP_PAGE)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_shown (gpointer object,
          gpointer user_data)
{
  LevSelectionPage *self = user_data;
  LevSelectionItem *item = object;
  const char *shown = adw_toggle_group_get_active_name (self->shown_group);

  if (self->needle != NULL && !lev_selection_item_matches (item, self->needle))
    return FALSE;
  if (g_strcmp0 (shown, "chosen") == 0)
    return lev_selection_item_is_line (item) || lev_selection_item_is_chosen (item);
  if (g_strcmp0 (shown, "deviations") == 0)
    return lev_selection_item_is_line (item) || lev_selection_item_is_deviation (item);

  return TRUE;
}

/* The list, or why there is nothing in it. The line alone is nothing. */
static void
update_stack (LevSelectionPage *self)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  guint n_shown = g_list_model_get_n_items (shown);
  g_autoptr (LevSelectionItem) first = g_list_model_get_item (shown, 0);
  gboolean is_searching = self->needle != NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) <= 1)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (n_shown > 1 || (n_shown == 1 && !lev_selection_item_is_line (first)))
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    {
      adw_status_page_set_title (self->nothing_page,
                                 is_searching ? _("No supplier found") : _("Nothing here"));
      adw_status_page_set_description (self->nothing_page,
                                       is_searching
                                         ? _("Try a part of the name, the number or the service.")
                                         : _("Choose ‘All’ to see every supplier."));
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
}

static void
filter_again (LevSelectionPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
}

static void
search_changed_cb (LevSelectionPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_free (self->needle);
  self->needle = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  filter_again (self);
}

static void
shown_changed_cb (LevSelectionPage *self)
{
  filter_again (self);
}

/* The item of @supplier, made when it is new. */
static LevSelectionItem *
ensure_item (LevSelectionPage *self,
             LevSupplier      *supplier)
{
  LevSelectionItem *item = g_hash_table_lookup (self->by_supplier, supplier);

  if (item == NULL)
    {
      item = lev_selection_item_new (lev_step_page_get_review (LEV_STEP_PAGE (self)));
      g_hash_table_insert (self->by_supplier, supplier, item);
    }

  return item;
}

/* The items in the order of @ranking, with the line after the last that the rule selects. */
static GPtrArray *
list_items (LevSelectionPage *self,
            GArray           *ranking,
            gboolean          editable)
{
  const LevRanked line = { .supplier = NULL };
  GPtrArray *items = g_ptr_array_sized_new (ranking->len + 1);

  for (guint i = 0; i <= ranking->len; i++)
    {
      const LevRanked *ranked = i < ranking->len ? &g_array_index (ranking, LevRanked, i) : NULL;
      gboolean after_line = i > 0 && !g_array_index (ranking, LevRanked, i - 1).selected;

      if (!after_line && (ranked == NULL || !ranked->selected))
        {
          LevSelectionItem *item = ensure_item (self, NULL);

          lev_selection_item_set (item, &line, 0, editable);
          g_ptr_array_add (items, item);
        }
      if (ranked != NULL)
        {
          LevSelectionItem *item = ensure_item (self, ranked->supplier);

          lev_selection_item_set (item, ranked, i + 1, editable);
          g_ptr_array_add (items, item);
        }
    }

  return items;
}

/* Brings the list in the order of @items, and touches only what moved: rows that stay keep the
 * focus and the place in sight. Whether anything moved. */
static gboolean
reorder (LevSelectionPage *self,
         GPtrArray        *items)
{
  GListModel *present = G_LIST_MODEL (self->items);
  guint n_present = g_list_model_get_n_items (present);
  guint n_common = MIN (n_present, items->len);
  guint n_before = 0;
  guint n_after = 0;

  for (gboolean same = TRUE; same && n_before < n_common; n_before += same)
    {
      g_autoptr (GObject) item = g_list_model_get_item (present, n_before);

      same = item == g_ptr_array_index (items, n_before);
    }
  for (gboolean same = TRUE; same && n_before + n_after < n_common; n_after += same)
    {
      g_autoptr (GObject) item = g_list_model_get_item (present, n_present - n_after - 1);

      same = item == g_ptr_array_index (items, items->len - n_after - 1);
    }

  if (n_before == n_present && n_before == items->len)
    return FALSE;

  g_list_store_splice (self->items, n_before, n_present - n_before - n_after,
                       items->pdata + n_before, items->len - n_before - n_after);

  return TRUE;
}

static void
update_counts (LevSelectionPage *self,
               GArray           *ranking)
{
  guint n_chosen = 0;
  guint n_deviations = 0;
  g_autofree char *count = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *deviations = NULL;
  g_autofree char *state = NULL;

  for (guint i = 0; i < ranking->len; i++)
    {
      const LevRanked *ranked = &g_array_index (ranking, LevRanked, i);

      n_chosen += ranked->dossier != NULL && ranked->dossier->chosen;
      n_deviations += lev_selection_is_deviation (ranked);
    }

  state = g_strdup_printf (ngettext ("%u supplier chosen · everything is saved",
                                     "%u suppliers chosen · everything is saved", n_chosen),
                           n_chosen);
  lev_step_page_set_state (LEV_STEP_PAGE (self), state);
  count = g_strdup_printf (ngettext ("%u supplier", "%u suppliers", ranking->len), ranking->len);
  chosen = g_strdup_printf (_("Chosen %u"), n_chosen);
  deviations = g_strdup_printf (_("Deviations %u"), n_deviations);
  gtk_label_set_label (self->count_label, count);
  adw_toggle_set_label (self->chosen_toggle, chosen);
  adw_toggle_set_label (self->deviations_toggle, deviations);
}

/* The selection is finished when nothing is missing in steps 1 and 2. */
static void
update_finish (LevSelectionPage *self,
               gboolean          editable)
{
  LevReview *review = lev_step_page_get_review (LEV_STEP_PAGE (self));
  g_autoptr (GListStore) started = lev_review_list_missing (review, 1);
  g_autoptr (GListStore) selected = lev_review_list_missing (review, 2);
  guint n_started = g_list_model_get_n_items (G_LIST_MODEL (started));
  guint n_selected = g_list_model_get_n_items (G_LIST_MODEL (selected));
  g_autofree char *text = NULL;

  if (n_started > 0)
    text = g_strdup (_("Step 1 is not complete yet."));
  else if (n_selected > 0)
    text = g_strdup_printf (ngettext ("%u thing is missing in the selection.",
                                      "%u things are missing in the selection.", n_selected),
                            n_selected);
  else
    text = g_strdup (_("Nothing is missing: the profiles can be opened."));

  gtk_label_set_label (self->finish_label, text);
  gtk_widget_set_visible (self->finish_bar, editable);
  gtk_widget_set_sensitive (self->finish_button, n_started + n_selected == 0);
}

static void
lev_selection_page_update (LevStepPage *page)
{
  LevSelectionPage *self = LEV_SELECTION_PAGE (page);
  LevReview *review = lev_step_page_get_review (page);
  gboolean editable = lev_step_page_is_open (page) && !lev_review_is_frozen (review);
  g_autoptr (GArray) ranking = lev_selection_rank (review);
  g_autoptr (GPtrArray) items = list_items (self, ranking, editable);

  if (!reorder (self, items) && adw_toggle_group_get_active (self->shown_group) != 0)
    filter_again (self);

  update_stack (self);
  update_counts (self, ranking);
  update_finish (self, editable);
}

/* The supplier that @record is about; %NULL for the round itself. */
static LevSupplier *
find_supplier (LevRecord *record)
{
  for (; record != NULL; record = lev_record_get_owner (record))
    {
      if (LEV_IS_SUPPLIER (record))
        return LEV_SUPPLIER (record);
      if (LEV_IS_DOSSIER (record))
        return LEV_DOSSIER (record)->supplier;
    }

  return NULL;
}

static gboolean
scroll_to_supplier (LevSelectionPage *self,
                    LevSupplier      *supplier)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  for (guint i = 0; supplier != NULL && i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (LevSelectionItem) item = g_list_model_get_item (shown, i);

      if (item->ranked.supplier != supplier)
        continue;
      gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_NONE, NULL);
      return TRUE;
    }

  return FALSE;
}

/* What is to be revealed once the list has made the row for it. */
typedef struct
{
  LevRecord  *record;
  const char *field; /* interned */
  guint       n_frames;
} Revealing;

#define SCROLLED_FRAMES (5)
#define MOST_FRAMES     (12)

static void
revealing_free (gpointer data)
{
  Revealing *self = data;

  g_object_unref (self->record);
  g_free (self);
}

static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  LevSelectionPage *self = LEV_SELECTION_PAGE (widget);
  Revealing *revealing = user_data;

  /* Before the first layout there is nothing to scroll, and rows are used again while it does. */
  if (++revealing->n_frames < SCROLLED_FRAMES)
    scroll_to_supplier (self, find_supplier (revealing->record));

  return revealing->n_frames <= SCROLLED_FRAMES ||
         (!lev_anchor_reveal (widget, revealing->record, revealing->field) &&
          revealing->n_frames < MOST_FRAMES);
}

/* The row of a supplier that the toggles or the search hide comes back. */
static void
lev_selection_page_reveal (LevContentPage *page,
                           LevRecord      *record,
                           const char     *field)
{
  LevSelectionPage *self = LEV_SELECTION_PAGE (page);
  LevSupplier *supplier = find_supplier (record);
  Revealing *revealing = g_new0 (Revealing, 1);

  if (supplier != NULL && !scroll_to_supplier (self, supplier))
    {
      gtk_toggle_button_set_active (self->search_button, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      search_changed_cb (self);
      adw_toggle_group_set_active (self->shown_group, 0);
      scroll_to_supplier (self, supplier);
    }
  lev_anchor_set (GTK_WIDGET (self->list),
                  LEV_RECORD (lev_step_page_get_review (LEV_STEP_PAGE (self))), NULL);

  revealing->record = g_object_ref (record);
  revealing->field = g_intern_string (field);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, revealing, revealing_free);
}

static void
finish_clicked_cb (LevSelectionPage *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Finish the selection"));
  if (!lev_process_open_profiles (lev_step_page_get_review (LEV_STEP_PAGE (self)), &error))
    {
      lev_application_refuse (application, error);
      return;
    }
  if (!lev_application_commit (application))
    return;

  lev_application_toast (application, _("The selection is finished, the profiles are open"), NULL,
                         NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "u", 3);
}

/* The row that has the focus as a whole; %NULL when none has, or something in it. */
static LevSelectionRow *
get_focused_row (LevSelectionPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list)
                       ? gtk_widget_get_first_child (focus)
                       : NULL;

  return LEV_IS_SELECTION_ROW (child) ? LEV_SELECTION_ROW (child) : NULL;
}

/* Enter: the factors. */
static void
row_activated_cb (LevSelectionPage *self,
                  guint             position)
{
  LevSelectionRow *row = get_focused_row (self);

  if (row != NULL)
    lev_selection_row_show_factors (row);
}

/* Space ticks. */
static gboolean
list_key_cb (LevSelectionPage *self,
             guint             key,
             guint             code,
             GdkModifierType   modifiers)
{
  LevSelectionRow *row = get_focused_row (self);

  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || row == NULL ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  lev_selection_row_toggle (row);

  return GDK_EVENT_STOP;
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              gpointer                  user_data)
{
  LevSelectionItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);

  gtk_list_item_set_focusable (list_item, !lev_selection_item_is_line (item));
  gtk_list_item_set_activatable (list_item, !lev_selection_item_is_line (item));
  gtk_list_item_set_selectable (list_item, FALSE);
  if (lev_selection_item_is_line (item))
    {
      if (!LEV_IS_SELECTION_LINE (child))
        gtk_list_item_set_child (list_item, lev_selection_line_new ());
      lev_selection_line_set_item (LEV_SELECTION_LINE (gtk_list_item_get_child (list_item)), item);
      return;
    }

  if (!LEV_IS_SELECTION_ROW (child))
    {
      child = lev_selection_row_new ();
      gtk_list_item_set_child (list_item, child);
      g_object_bind_property (user_data, "narrow", child, "narrow", G_BINDING_SYNC_CREATE);
    }
  gtk_list_item_set_accessible_label (list_item, item->ranked.supplier->name);
  lev_selection_row_set_item (LEV_SELECTION_ROW (child), item);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  if (LEV_IS_SELECTION_LINE (child))
    lev_selection_line_set_item (LEV_SELECTION_LINE (child), NULL);
  else if (LEV_IS_SELECTION_ROW (child))
    lev_selection_row_set_item (LEV_SELECTION_ROW (child), NULL);
}

static void
lev_selection_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, LEV_SELECTION_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_selection_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_NARROW)
    LEV_SELECTION_PAGE (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_selection_page_dispose (GObject *object)
{
  LevSelectionPage *self = LEV_SELECTION_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->by_supplier, g_hash_table_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (lev_selection_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, shown_group);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, chosen_toggle);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, deviations_toggle);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, finish_bar);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, finish_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionPage, finish_button);
}

static void
lev_selection_page_class_init (LevSelectionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lev_selection_page_get_property;
  object_class->set_property = lev_selection_page_set_property;
  object_class->dispose = lev_selection_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->reveal = lev_selection_page_reveal;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_selection_page_update;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/selection-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
lev_selection_page_init (LevSelectionPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *shown;

  self->items = g_list_store_new (LEV_TYPE_SELECTION_ITEM);
  self->by_supplier = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_step_page_inline_explanation (LEV_STEP_PAGE (self));

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                     GTK_FILTER (g_object_ref (self->filter)));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_item_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown))));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
