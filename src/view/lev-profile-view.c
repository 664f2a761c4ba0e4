#include "lev-profile-view.h"

#include "lev-actions-section.h"
#include "lev-criteria-section.h"
#include "lev-field-control.h"
#include "lev-key-questions-section.h"
#include "lev-people-section.h"
#include "lev-process.h"
#include "lev-risks-section.h"

#include <glib/gi18n.h>

struct _LevProfileView
{
  GtkWidget parent;

  GtkWidget      *box;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  AdwToggleGroup *toggles;
  GtkDropDown    *drop_down;
  GtkStringList  *names;
  GtkStack       *stack;
};

G_DEFINE_FINAL_TYPE (LevProfileView, lev_profile_view, GTK_TYPE_WIDGET)

static GtkStackPage *
get_page (LevProfileView *self,
          guint           position)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (gtk_stack_get_pages (self->stack));
  g_autoptr (GtkStackPage) page = g_list_model_get_item (pages, position);

  return page;
}

static void
show_section (LevProfileView *self,
              guint           position)
{
  if (position >= adw_toggle_group_get_n_toggles (self->toggles))
    return;

  gtk_stack_set_visible_child (self->stack, gtk_stack_page_get_child (get_page (self, position)));
  adw_toggle_group_set_active (self->toggles, position);
  gtk_drop_down_set_selected (self->drop_down, position);
}

static void
toggled_cb (LevProfileView *self)
{
  show_section (self, adw_toggle_group_get_active (self->toggles));
}

static void
selected_cb (LevProfileView *self)
{
  show_section (self, gtk_drop_down_get_selected (self->drop_down));
}

/* The jump to a field shows its section by itself. */
static void
stack_changed_cb (LevProfileView *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->toggles); i++)
    if (gtk_stack_page_get_child (get_page (self, i)) == child)
      show_section (self, i);
}

/* The name of a section with its count in small beside it. */
static GtkWidget *
create_toggle_child (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);

  return box;
}

static void
set_toggle_count (AdwToggle  *toggle,
                  const char *count)
{
  GtkWidget *label = gtk_widget_get_last_child (adw_toggle_get_child (toggle));

  gtk_label_set_label (GTK_LABEL (label), count);
}

/* The counts, in the toggles and in the list. The list is only changed when a text did, so that
 * what is chosen in it stays. */
static void
update_counts (LevProfileView *self)
{
  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->toggles); i++)
    {
      GtkStackPage *page = get_page (self, i);
      LevProfileSection *section = LEV_PROFILE_SECTION (gtk_stack_page_get_child (page));
      g_autofree char *count = lev_profile_section_dup_count (section);
      g_autofree char *label = g_strdup_printf ("%s %s", gtk_stack_page_get_title (page), count);
      const char *shown = gtk_string_list_get_string (self->names, i);
      guint selected = gtk_drop_down_get_selected (self->drop_down);

      set_toggle_count (adw_toggle_group_get_toggle (self->toggles, i), count);
      if (g_strcmp0 (shown, label) == 0)
        continue;

      g_signal_handlers_block_by_func (self->drop_down, selected_cb, self);
      gtk_string_list_splice (self->names, i, shown != NULL ? 1 : 0,
                              (const char *const[]) { label, NULL });
      gtk_drop_down_set_selected (self->drop_down, selected);
      g_signal_handlers_unblock_by_func (self->drop_down, selected_cb, self);
    }
}

static void
update_header (LevProfileView *self,
               LevDossier     *dossier)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_NONE);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *manager = lev_record_dup_title (LEV_RECORD (dossier->manager));
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  gtk_label_set_label (self->title, title);
  if (version == NULL)
    /* Translators: the contract manager of a profile that is filled in for the first time */
    subtitle = g_strdup_printf (_("%s · first version, being filled in"), manager);
  else
    {
      date = lev_date_format_long (lev_moment_get_date (version->moment));
      subtitle = g_strdup_printf (_("%s · version %d of %s"), manager, version->number, date);
    }
  gtk_label_set_label (self->subtitle, subtitle);
}

static void
lev_profile_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_PROFILE_VIEW);

  G_OBJECT_CLASS (lev_profile_view_parent_class)->dispose (object);
}

static void
lev_profile_view_class_init (LevProfileViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_profile_view_dispose;

  g_type_ensure (LEV_TYPE_ACTIONS_SECTION);
  g_type_ensure (LEV_TYPE_CRITERIA_SECTION);
  g_type_ensure (LEV_TYPE_KEY_QUESTIONS_SECTION);
  g_type_ensure (LEV_TYPE_PEOPLE_SECTION);
  g_type_ensure (LEV_TYPE_RISKS_SECTION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/profile-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, box);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, title);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, toggles);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, names);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, stack);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
lev_profile_view_init (LevProfileView *self)
{
  g_autoptr (GListModel) pages = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  lev_field_control_fit (self->drop_down, NULL);

  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (stack_changed_cb),
                            self);
  pages = G_LIST_MODEL (gtk_stack_get_pages (self->stack));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_child (toggle,
                            create_toggle_child (gtk_stack_page_get_title (get_page (self, i))));
      adw_toggle_group_add (self->toggles, toggle);
    }
}

void
lev_profile_view_show (LevProfileView *self,
                       LevDossier     *dossier)
{
  gboolean editable = dossier != NULL && lev_process_check_editable (dossier, NULL);

  g_return_if_fail (LEV_IS_PROFILE_VIEW (self));

  gtk_widget_set_visible (self->box, dossier != NULL);
  if (dossier == NULL)
    return;

  update_header (self, dossier);
  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->toggles); i++)
    lev_profile_section_show (LEV_PROFILE_SECTION (gtk_stack_page_get_child (get_page (self, i))),
                              dossier, editable);
  update_counts (self);
}
