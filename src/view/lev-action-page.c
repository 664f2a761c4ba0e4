#include "lev-action-page.h"

#include "lev-action-header.h"
#include "lev-action-panel.h"
#include "lev-anchor.h"
#include "lev-follow-up-row.h"
#include "lev-follow-up-tools.h"
#include "lev-journal-row.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

#define LIST_WIDTH (340)

/* lev_review_list_tasks() and what has passed the step → rows of the list → the selected one's
 * subject → the detail. Each subject that waits has a panel of its own in the stack `panels`, so
 * that what was typed and not recorded is still there after a look at another action. */
struct _LevActionPage
{
  LevStepPage parent;

  LevRecord *subject;      /* that the detail shows; NULL for none */
  gboolean   shows_detail; /* in a narrow page */
  gboolean   is_updating;

  GtkStack          *stack;
  GtkWidget         *list_pane;
  AdwToggleGroup    *whose_group;
  AdwToggle         *mine_toggle;
  AdwToggle         *all_toggle;
  LevFollowUpTools  *tools;
  GtkSearchBar      *search_bar;
  GtkSearchEntry    *search_entry;
  GtkScrolledWindow *list_scroller;
  GtkListBox        *list;
  GtkWidget         *nothing_label;
  GtkScrolledWindow *detail_pane;
  GtkWidget         *back_button;
  LevActionHeader   *header;
  GtkStack          *panels;
  GtkWidget         *journal_box;
  GtkBox            *journal;
};

G_DEFINE_FINAL_TYPE (LevActionPage, lev_action_page, LEV_TYPE_STEP_PAGE)

/* --- The list ------------------------------------------------------------------------------ */

static LevPerson *
get_user (void)
{
  return lev_application_get_user (lev_application_get_default ());
}

/* Whether the toggles and the search leave @task in the list. */
static gboolean
is_shown (LevActionPage *self,
          const LevTask *task)
{
  const char *whose = adw_toggle_group_get_active_name (self->whose_group);
  g_autofree char *needle = NULL;
  g_autofree char *title = lev_record_dup_full_title (task->subject);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  if (get_user () != NULL && g_strcmp0 (whose, "mine") == 0 &&
      task->dossier->manager != get_user ())
    return FALSE;

  needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);

  return strstr (folded, needle) != NULL;
}

static GArray *
list_shown (LevActionPage *self,
            GArray        *tasks)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (LevTask));

  for (guint i = 0; i < tasks->len; i++)
    if (is_shown (self, &g_array_index (tasks, LevTask, i)))
      g_array_append_val (shown, g_array_index (tasks, LevTask, i));

  return shown;
}

static void
update_whose (LevActionPage *self,
              GArray        *tasks)
{
  guint n_mine = 0;
  g_autofree char *mine = NULL;
  g_autofree char *all = g_strdup_printf (_("All %u"), tasks->len);

  for (guint i = 0; i < tasks->len; i++)
    n_mine += g_array_index (tasks, LevTask, i).dossier->manager == get_user ();
  mine = g_strdup_printf (_("Mine %u"), n_mine);
  adw_toggle_set_label (self->mine_toggle, mine);
  adw_toggle_set_label (self->all_toggle, all);
  gtk_widget_set_visible (GTK_WIDGET (self->whose_group), get_user () != NULL);
}

static LevFollowUpRow *
get_row (LevActionPage *self,
         guint          index)
{
  return LEV_FOLLOW_UP_ROW (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static gboolean
has_same_rows (LevActionPage *self,
               GArray        *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      LevFollowUpRow *row = get_row (self, i);

      if (row == NULL || !lev_follow_up_row_is_for (row, &g_array_index (tasks, LevTask, i)))
        return FALSE;
    }

  return get_row (self, tasks->len) == NULL;
}

/* The first and last of a group have round corners. */
static void
style_row (LevActionPage *self,
           GArray        *tasks,
           guint          index)
{
  GtkWidget *row = GTK_WIDGET (get_row (self, index));
  LevUrgency urgency = g_array_index (tasks, LevTask, index).urgency;

  if (index == 0 || g_array_index (tasks, LevTask, index - 1).urgency != urgency)
    gtk_widget_add_css_class (row, "first");
  if (index + 1 == tasks->len || g_array_index (tasks, LevTask, index + 1).urgency != urgency)
    gtk_widget_add_css_class (row, "last");
}

static void
update_list (LevActionPage *self,
             GArray        *tasks)
{
  gboolean rebuild = !has_same_rows (self, tasks);

  if (rebuild)
    gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < tasks->len; i++)
    {
      if (rebuild)
        {
          GtkWidget *row = lev_follow_up_row_new ();

          lev_follow_up_row_update (LEV_FOLLOW_UP_ROW (row), &g_array_index (tasks, LevTask, i));
          gtk_list_box_append (self->list, row);
        }
      else
        lev_follow_up_row_update (get_row (self, i), &g_array_index (tasks, LevTask, i));
    }
  for (guint i = 0; rebuild && i < tasks->len; i++)
    style_row (self, tasks, i);
  gtk_widget_set_visible (self->nothing_label, tasks->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list_scroller), tasks->len > 0);
  gtk_list_box_invalidate_headers (self->list);
}

static gboolean
is_waiting (GArray    *tasks,
            LevRecord *subject)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LevTask, i).subject == subject)
      return g_array_index (tasks, LevTask, i).urgency < LEV_N_URGENCIES;

  return FALSE;
}

/* Selects the row of the shown subject; when that has left, the first one. */
static void
select_row (LevActionPage *self)
{
  LevFollowUpRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (lev_follow_up_row_get_subject (row) == self->subject)
      break;

  if (row == NULL)
    row = get_row (self, 0);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  if (row != NULL)
    g_set_object (&self->subject, lev_follow_up_row_get_subject (row));
  else
    g_clear_object (&self->subject);
}

/* --- The detail ---------------------------------------------------------------------------- */

static gboolean
has_same_journal (LevActionPage *self,
                  GPtrArray     *entries)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->journal));

  for (guint i = entries->len; i > 0; i--)
    {
      if (row == NULL ||
          lev_journal_row_get_entry (LEV_JOURNAL_ROW (row)) != g_ptr_array_index (entries, i - 1))
        return FALSE;
      row = gtk_widget_get_next_sibling (row);
    }

  return row == NULL;
}

/* The newest first. */
static void
update_journal (LevActionPage *self)
{
  g_autoptr (GPtrArray) entries = LEV_IS_ACTION (self->subject)
                                    ? lev_action_list_journal (LEV_ACTION (self->subject))
                                    : g_ptr_array_new ();
  GtkWidget *child;

  gtk_widget_set_visible (self->journal_box, entries->len > 0);
  if (has_same_journal (self, entries))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->journal))) != NULL)
    gtk_box_remove (self->journal, child);
  for (guint i = entries->len; i > 0; i--)
    gtk_box_append (self->journal, lev_journal_row_new (g_ptr_array_index (entries, i - 1)));
}

static void
remove_left_panels (LevActionPage *self,
                    GArray        *tasks)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->panels)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (is_waiting (tasks, lev_action_panel_get_subject (LEV_ACTION_PANEL (child))))
        lev_action_panel_refresh (LEV_ACTION_PANEL (child));
      else
        gtk_stack_remove (self->panels, child);
    }
}

static void
show_panel (LevActionPage *self,
            gboolean       is_waiting_here)
{
  gboolean asks = is_waiting_here && lev_step_page_is_open (LEV_STEP_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->panels), asks);
  if (!asks)
    return;

  if (gtk_stack_get_child_by_name (self->panels, self->subject->id) == NULL)
    gtk_stack_add_named (self->panels,
                         GTK_WIDGET (lev_action_panel_new (self->subject, lev_step_page_get_number (
                                                                            LEV_STEP_PAGE (self)))),
                         self->subject->id);
  gtk_stack_set_visible_child_name (self->panels, self->subject->id);
}

/* --- Both ---------------------------------------------------------------------------------- */

static void
update_panes (LevActionPage *self)
{
  gboolean narrow = lev_step_page_is_narrow (LEV_STEP_PAGE (self));
  GtkPolicyType policy = narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC;

  gtk_scrolled_window_set_policy (self->list_scroller, GTK_POLICY_NEVER, policy);
  gtk_scrolled_window_set_policy (self->detail_pane, GTK_POLICY_NEVER, policy);
  gtk_widget_set_size_request (self->list_pane, narrow ? -1 : LIST_WIDTH, -1);
  gtk_widget_set_hexpand (self->list_pane, narrow);
  gtk_widget_set_visible (self->list_pane, !narrow || !self->shows_detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_pane), !narrow || self->shows_detail);
  gtk_widget_set_visible (self->back_button, narrow);
}

static GArray *
list_tasks (LevActionPage *self)
{
  LevStepPage *page = LEV_STEP_PAGE (self);
  GArray *tasks = lev_review_list_tasks (lev_step_page_get_review (page),
                                         lev_step_page_get_number (page), lev_clock_today ());

  lev_review_append_passed (lev_step_page_get_review (page), lev_step_page_get_number (page),
                            tasks);

  return tasks;
}

static void
show_subject (LevActionPage *self,
              GArray        *tasks)
{
  gboolean is_waiting_here = self->subject != NULL && is_waiting (tasks, self->subject);

  if (self->subject == NULL)
    return;

  lev_action_header_show (self->header, self->subject,
                          lev_step_page_get_number (LEV_STEP_PAGE (self)), is_waiting_here);
  update_journal (self);
  show_panel (self, is_waiting_here);
}

static void
lev_action_page_update (LevStepPage *page)
{
  LevActionPage *self = LEV_ACTION_PAGE (page);
  g_autoptr (GArray) tasks = list_tasks (self);
  g_autoptr (GArray) shown = list_shown (self, tasks);
  gboolean had_panel = gtk_widget_get_visible (GTK_WIDGET (self->panels));
  gboolean moves_on = FALSE;

  self->is_updating = TRUE;
  update_whose (self, tasks);
  lev_follow_up_tools_update (self->tools, lev_step_page_get_review (page),
                              lev_step_page_get_number (page));
  update_list (self, shown);
  gtk_stack_set_visible_child_name (self->stack, tasks->len > 0 ? "actions" : "empty");
  remove_left_panels (self, tasks);
  /* What was asked is recorded: on to the next. */
  if (had_panel && self->subject != NULL && !is_waiting (tasks, self->subject))
    {
      g_clear_object (&self->subject);
      self->shows_detail = FALSE;
      moves_on = gtk_widget_get_mapped (GTK_WIDGET (self));
    }
  select_row (self);
  show_subject (self, tasks);
  update_panes (self);
  if (moves_on && self->subject != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
  self->is_updating = FALSE;
}

static void
filter_changed_cb (LevActionPage *self)
{
  if (self->list != NULL && !self->is_updating &&
      lev_step_page_get_review (LEV_STEP_PAGE (self)) != NULL)
    lev_action_page_update (LEV_STEP_PAGE (self));
}

static void
row_selected_cb (LevActionPage *self,
                 GtkListBoxRow *row)
{
  g_autoptr (GArray) tasks = NULL;

  if (self->is_updating || row == NULL)
    return;

  tasks = list_tasks (self);
  g_set_object (&self->subject, lev_follow_up_row_get_subject (LEV_FOLLOW_UP_ROW (row)));
  show_subject (self, tasks);
}

static void
row_activated_cb (LevActionPage *self,
                  GtkListBoxRow *row)
{
  self->shows_detail = TRUE;
  update_panes (self);
  if (lev_step_page_is_narrow (LEV_STEP_PAGE (self)))
    gtk_widget_grab_focus (self->back_button);
}

static void
back_cb (LevActionPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->shows_detail = FALSE;
  update_panes (self);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Whether @subject is @record, or one of its parts. */
static gboolean
belongs_to (LevRecord *subject,
            LevRecord *record)
{
  while (subject != NULL && subject != record)
    subject = lev_record_get_owner (subject);

  return subject != NULL;
}

/* Of a dossier the first that waits. */
static void
lev_action_page_reveal (LevContentPage *page,
                        LevRecord      *record,
                        const char     *field)
{
  LevActionPage *self = LEV_ACTION_PAGE (page);
  LevFollowUpRow *row;

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  adw_toggle_group_set_active_name (self->whose_group, "all");
  filter_changed_cb (self);
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (belongs_to (lev_follow_up_row_get_subject (row), record))
      break;
  if (row == NULL)
    return;

  self->shows_detail = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  update_panes (self);
  if (!lev_anchor_reveal (GTK_WIDGET (self->panels), self->subject, field))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
lev_action_page_dispose (GObject *object)
{
  g_clear_object (&LEV_ACTION_PAGE (object)->subject);

  G_OBJECT_CLASS (lev_action_page_parent_class)->dispose (object);
}

static void
lev_action_page_class_init (LevActionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_action_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->reveal = lev_action_page_reveal;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_action_page_update;

  g_type_ensure (LEV_TYPE_ACTION_HEADER);
  g_type_ensure (LEV_TYPE_FOLLOW_UP_TOOLS);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/action-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, tools);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, whose_group);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, mine_toggle);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, all_toggle);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, header);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, panels);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, journal_box);
  gtk_widget_class_bind_template_child (widget_class, LevActionPage, journal);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
lev_action_page_init (LevActionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  lev_step_page_fill (LEV_STEP_PAGE (self));
  gtk_list_box_set_header_func (self->list, lev_follow_up_row_update_header, NULL, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (update_panes), NULL);
}
