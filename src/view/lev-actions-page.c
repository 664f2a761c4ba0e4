#include "lev-actions-page.h"

#include "lev-action-state.h"
#include "lev-go.h"
#include "lev-link-row.h"
#include "lev-record-list.h"
#include "lev-search.h"
#include "lev-title.h"

#include <glib/gi18n.h>

/* What can be chosen, in the order of the list in the template. */
typedef enum
{
  SHOW_OPEN,
  SHOW_LATE,
  SHOW_FINISHED,
  SHOW_REFUSED,
  SHOW_ALL,
} Show;

struct _LevActionsPage
{
  LevContentPage parent;

  GtkStack       *stack;
  GtkSearchEntry *search_entry;
  GtkDropDown    *state_drop_down;
  GtkDropDown    *manager_drop_down;
  GtkDropDown    *review_drop_down;
  GtkDropDown    *supplier_drop_down;
  GPtrArray      *managers;  /* LevRecord, as the drop-down lists them after “all”; so are… */
  GPtrArray      *reviews;   /* …these… */
  GPtrArray      *suppliers; /* …and these */
  gboolean        is_filling;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (LevActionsPage, lev_actions_page, LEV_TYPE_CONTENT_PAGE)

static gboolean
is_over (LevAction *action)
{
  return lev_action_get_step (action) > 12 || action->dossier->review->closed != 0;
}

static gboolean
is_late (LevAction *action)
{
  return !is_over (action) && lev_action_get_step (action) < 10 && action->due != 0 &&
         action->due < lev_clock_today ();
}

static gboolean
is_shown (LevAction *action,
          Show       show)
{
  switch (show)
    {
    case SHOW_OPEN:
      return !is_over (action);
    case SHOW_LATE:
      return is_late (action);
    case SHOW_FINISHED:
      return is_over (action) && lev_action_is_agreed (action);
    case SHOW_REFUSED:
      return is_over (action) && !lev_action_is_agreed (action);
    default:
      return TRUE;
    }
}

/* What is chosen in @drop_down, of which @records are the choices; %NULL for all. */
static LevRecord *
get_chosen (GtkDropDown *drop_down,
            GPtrArray   *records)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= records->len ? g_ptr_array_index (records, selected - 1)
                                                  : NULL;
}

static gboolean
is_filtered_in (LevActionsPage *self,
                LevAction      *action)
{
  LevRecord *manager = get_chosen (self->manager_drop_down, self->managers);
  LevRecord *review = get_chosen (self->review_drop_down, self->reviews);
  LevRecord *supplier = get_chosen (self->supplier_drop_down, self->suppliers);
  LevDossier *dossier = action->dossier;

  return (manager == NULL || LEV_RECORD (dossier->manager) == manager) &&
         (review == NULL || LEV_RECORD (dossier->review) == review) &&
         (supplier == NULL || LEV_RECORD (dossier->supplier) == supplier);
}

static void
add_choice (GPtrArray *choices,
            gpointer   record)
{
  if (record != NULL && !g_ptr_array_find (choices, record, NULL))
    g_ptr_array_add (choices, g_object_ref (record));
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  g_autofree char *first = lev_record_dup_title (LEV_RECORD ((gpointer) a));
  g_autofree char *second = lev_record_dup_title (LEV_RECORD ((gpointer) b));

  return g_utf8_collate (first, second);
}

/* Lists @choices, by name, after @all; what was chosen stays chosen. */
static void
fill (GtkDropDown *drop_down,
      GPtrArray  **present,
      GPtrArray   *choices,
      const char  *all)
{
  LevRecord *chosen = get_chosen (drop_down, *present);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;

  g_ptr_array_sort_values (choices, compare_titles);
  gtk_string_list_append (names, all);
  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *name = lev_record_dup_title (g_ptr_array_index (choices, i));

      gtk_string_list_append (names, name);
      if (g_ptr_array_index (choices, i) == chosen)
        position = i + 1;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, position);
  g_ptr_array_unref (*present);
  *present = choices;
}

static void
fill_filters (LevActionsPage *self,
              LevRecordList  *actions)
{
  GPtrArray *managers = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *reviews = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *suppliers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevDossier *dossier = LEV_ACTION (lev_record_list_peek (actions, i))->dossier;

      add_choice (managers, dossier->manager);
      add_choice (reviews, dossier->review);
      add_choice (suppliers, dossier->supplier);
    }

  self->is_filling = TRUE;
  fill (self->manager_drop_down, &self->managers, managers, _("All CMs"));
  fill (self->review_drop_down, &self->reviews, reviews, _("All rounds"));
  fill (self->supplier_drop_down, &self->suppliers, suppliers, _("All suppliers"));
  self->is_filling = FALSE;
}

/* Where it is, or how it ended. */
static char *
describe_state (LevAction *action)
{
  guint step = lev_action_get_step (action);

  if (is_over (action))
    return g_strdup (lev_action_is_agreed (action) ? _("finished") : _("not taken"));

  return g_strdup_printf (_("step %u, %s"), step, _(lev_step_get (step)->name));
}

static char *
describe_action (LevAction *action)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (action->dossier));
  g_autofree char *state = describe_state (action);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", supplier, action->dossier->review->title,
                                           state);
  LevPerson *person = action->executor != NULL ? action->executor : action->owner;

  return person != NULL ? g_strdup_printf ("%s · %s", text, person->name) : g_steal_pointer (&text);
}

static void
append_action (LevActionsPage *self,
               LevAction      *action,
               const char     *needle)
{
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *title = g_strdup_printf ("%s %s", code, action->title);
  g_autofree char *subtitle = describe_action (action);
  g_autofree char *due = lev_date_format (action->due);
  g_autofree char *late = g_strdup_printf (_("⚠ %s"), due);
  GtkWidget *row;

  if (!lev_search_matches (title, needle) && !lev_search_matches (subtitle, needle))
    return;

  row = lev_link_row_new (title, subtitle, "actions.open", LEV_RECORD (action)->id);
  if (action->due != 0)
    lev_link_row_add_chip (row, is_late (action) ? late : due, is_late (action) ? "late" : NULL);
  gtk_list_box_append (self->list, row);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const LevAction *first = *(LevAction *const *) a;
  const LevAction *second = *(LevAction *const *) b;

  if (first->due != second->due)
    return (first->due > second->due) - (first->due < second->due);

  return first->number - second->number;
}

static void
show_actions (LevActionsPage *self)
{
  LevRecordList *actions = lev_register_list (lev_content_page_get_records (
                                                LEV_CONTENT_PAGE (self)),
                                              LEV_TYPE_ACTION);
  guint n_actions = lev_record_list_get_n (actions);
  Show show = gtk_drop_down_get_selected (self->state_drop_down);
  g_autofree char *needle = lev_search_dup_needle (GTK_EDITABLE (self->search_entry));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < n_actions; i++)
    if (is_shown (lev_record_list_peek (actions, i), show) &&
        is_filtered_in (self, lev_record_list_peek (actions, i)))
      g_ptr_array_add (shown, lev_record_list_peek (actions, i));
  g_ptr_array_sort (shown, compare_due);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < shown->len; i++)
    append_action (self, g_ptr_array_index (shown, i), needle);
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_list_box_get_row_at_index (self->list, 0) != NULL
                                      ? "list"
                                      : "empty");
}

static void
lev_actions_page_refresh (LevContentPage *page)
{
  LevActionsPage *self = LEV_ACTIONS_PAGE (page);

  fill_filters (self, lev_register_list (lev_content_page_get_records (page), LEV_TYPE_ACTION));
  show_actions (self);
}

static void
filter_changed_cb (LevActionsPage *self)
{
  if (!self->is_filling && self->list != NULL &&
      lev_content_page_get_records (LEV_CONTENT_PAGE (self)) != NULL)
    show_actions (self);
}

/* The step at which the action waits, and there the action itself. */
static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LevRegister *records = lev_content_page_get_records (LEV_CONTENT_PAGE (widget));
  LevRecord *action = lev_register_lookup (records, g_variant_get_string (parameter, NULL));

  if (action != NULL)
    lev_go_to_record (widget, action);
}

static void
lev_actions_page_finalize (GObject *object)
{
  LevActionsPage *self = LEV_ACTIONS_PAGE (object);

  g_ptr_array_unref (self->managers);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->suppliers);

  G_OBJECT_CLASS (lev_actions_page_parent_class)->finalize (object);
}

static void
lev_actions_page_class_init (LevActionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_actions_page_finalize;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_actions_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, state_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, manager_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, review_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, supplier_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevActionsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "actions.open", "s", open_action);
}

static void
lev_actions_page_init (LevActionsPage *self)
{
  self->managers = g_ptr_array_new_with_free_func (g_object_unref);
  self->reviews = g_ptr_array_new_with_free_func (g_object_unref);
  self->suppliers = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
}
