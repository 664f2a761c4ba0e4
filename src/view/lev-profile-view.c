#include "lev-profile-view.h"

#include "lev-actions-section.h"
#include "lev-application.h"
#include "lev-criteria-section.h"
#include "lev-dialog.h"
#include "lev-field-control.h"
#include "lev-history.h"
#include "lev-key-questions-section.h"
#include "lev-participant-list.h"
#include "lev-people-section.h"
#include "lev-process.h"
#include "lev-profile-actions.h"
#include "lev-record-list.h"
#include "lev-risks-section.h"
#include "lev-scoring.h"
#include "lev-state.h"
#include "lev-version-text.h"

#include <glib/gi18n.h>

struct _LevProfileView
{
  GtkWidget parent;

  GtkWidget      *box;
  GtkBox         *heading;
  GtkWidget      *titles;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkWidget      *people_label;
  GtkWidget      *previous_button;
  GtkMenuButton  *menu_button;
  AdwToggleGroup *toggles;
  GtkDropDown    *drop_down;
  GtkStringList  *names;
  GtkStack       *stack;

  LevDossier *dossier; /* borrowed from the register */
  gboolean    narrow;
  gboolean    compares; /* the previous round stands beside this one */
};

G_DEFINE_FINAL_TYPE (LevProfileView, lev_profile_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_COMPARES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint section_signal;

static GtkStackPage *
get_page (LevProfileView *self,
          guint           position)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (gtk_stack_get_pages (self->stack));
  g_autoptr (GtkStackPage) page = g_list_model_get_item (pages, position);

  return page;
}

static LevProfileSection *
get_section (LevProfileView *self,
             guint           position)
{
  return LEV_PROFILE_SECTION (gtk_stack_page_get_child (get_page (self, position)));
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
  g_signal_emit (self, section_signal, 0);
}

/* Shows the section @step further (or back), and gives it the focus. */
static void
enter_section (LevProfileView *self,
               int             step)
{
  int position = (int) adw_toggle_group_get_active (self->toggles) + step;

  if (position < 0 || position >= (int) adw_toggle_group_get_n_toggles (self->toggles))
    return;

  /* Nothing is to look for a new place for the focus by itself. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  show_section (self, (guint) position);
  lev_profile_section_enter (get_section (self, (guint) position));
}

static void
next_section_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  enter_section (LEV_PROFILE_VIEW (widget), 1);
}

static void
previous_section_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  enter_section (LEV_PROFILE_VIEW (widget), -1);
}

static void
section_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  show_section (LEV_PROFILE_VIEW (widget), g_variant_get_uint32 (parameter));
}

/* Who took part, in a dialog of its own: from every section. */
static void
participants_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LevProfileView *self = LEV_PROFILE_VIEW (widget);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = g_object_new (LEV_TYPE_PARTICIPANT_LIST, "margin-top", 6, "margin-bottom", 18,
                                  "margin-start", 12, "margin-end", 12, NULL);

  lev_participant_list_follow (LEV_PARTICIPANT_LIST (list), self->dossier);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, _("Took part in this profile"));
  adw_dialog_set_content_width (dialog, 440);
  adw_dialog_set_child (dialog, view);
  lev_dialog_present (dialog, widget);
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
      LevProfileSection *section = get_section (self, i);
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

/* When something of the profile was changed last; today when it is new. */
static LevDate
get_last_change (LevDossier *dossier)
{
  const GType types[] = { LEV_TYPE_KEY_ANSWER, LEV_TYPE_ASSESSMENT, LEV_TYPE_RISK, LEV_TYPE_ACTION,
                          LEV_TYPE_STAKEHOLDER };
  LevStore *store = lev_application_get_store (lev_application_get_default ());
  gint64 last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      LevRecordList *parts = lev_record_get_children (LEV_RECORD (dossier), types[i]);

      for (guint j = 0; j < lev_record_list_get_n (parts); j++)
        last = MAX (last,
                    lev_history_get_last_moment (store,
                                                 LEV_RECORD (lev_record_list_peek (parts, j))->id));
    }

  return last != 0 ? lev_moment_get_date (last) : lev_clock_today ();
}

/* Whether what is shown is on its way to the version after @version, which may be NULL. */
static gboolean
is_being_edited (LevProfileVersion *version,
                 gboolean           editable)
{
  return version == NULL || (editable && lev_version_is_outdated (version));
}

static int
get_next_number (LevProfileVersion *version)
{
  return version != NULL ? version->number + 1 : 1;
}

/* "versie 3 in bewerking · peildatum 28 september 2026", or of which moment the version is. */
static char *
describe_version (LevDossier *dossier,
                  gboolean    editable)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_NONE);
  g_autofree char *date = NULL;

  if (is_being_edited (version, editable))
    {
      date = lev_date_format_long (get_last_change (dossier));
      /* Translators: the number of a version, and the date as of which it describes the supplier */
      return g_strdup_printf (_("version %d being edited · as of %s"), get_next_number (version),
                              date);
    }

  date = lev_date_format_long (lev_moment_get_date (version->moment));

  return g_strdup_printf (_("version %d · as of %s"), version->number, date);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             gpointer    record)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", LEV_RECORD (record)->id);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

/* Where it is narrow, what stands beside the title otherwise is in the menu too. */
static void
update_menu (LevProfileView *self)
{
  LevDossier *dossier = self->dossier;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) records = g_menu_new ();
  g_autoptr (GMenu) form = g_menu_new ();
  g_autoptr (GMenuModel) actions = lev_profile_actions_dup_menu (dossier);

  if (self->narrow)
    {
      g_autoptr (GMenu) views = g_menu_new ();

      g_menu_append (views, _("_Participants"), "profile.participants");
      if (lev_dossier_get_previous (dossier) != NULL)
        g_menu_append (views, _("_Beside the previous round"), "profile.compare");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
    }

  append_item (form, _("Write an Excel _form…"), "win.write-form", dossier);
  append_item (form, _("_Read a filled-in form…"), "win.read-form", dossier);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (form));
  g_menu_append_section (menu, NULL, actions);
  append_item (records, _("_History of this profile"), "win.history", dossier);
  append_item (records, _("_Supplier in the register"), "win.supplier", dossier->supplier);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (records));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
update_header (LevProfileView *self,
               gboolean        editable)
{
  LevDossier *dossier = self->dossier;
  guint n_people = lev_dossier_count_participants (dossier);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *subtitle = describe_version (dossier, editable);
  g_autofree char *people = g_strdup_printf (ngettext ("%u participant", "%u participants",
                                                       n_people),
                                             n_people);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (self->people_label), people);
  gtk_widget_set_visible (self->previous_button, lev_dossier_get_previous (dossier) != NULL);
  update_menu (self);
}

static void
append_section (LevProfileView *self,
                GtkWidget      *section,
                const char     *name,
                const char     *title)
{
  AdwToggle *toggle = adw_toggle_new ();

  gtk_stack_add_titled (self->stack, section, name, title);
  lev_profile_section_set_narrow (LEV_PROFILE_SECTION (section), self->narrow);
  lev_profile_section_set_compares (LEV_PROFILE_SECTION (section), self->compares);
  adw_toggle_set_label (toggle, title);
  adw_toggle_set_child (toggle, create_toggle_child (title));
  adw_toggle_group_add (self->toggles, toggle);
}

/* The names of the sections of criteria: the codes of the handbook's themes. */
static gboolean
has_themes_of (LevProfileView     *self,
               LevHandbookContent *content)
{
  guint n_themes = lev_handbook_content_get_n (content, LEV_HANDBOOK_THEME);

  if (adw_toggle_group_get_n_toggles (self->toggles) != n_themes + 4)
    return FALSE;

  for (guint i = 0; i < n_themes; i++)
    {
      const LevHandbookItem *theme = lev_handbook_content_get (content, LEV_HANDBOOK_THEME, i);
      GtkStackPage *page = get_page (self, i + 2);

      if (g_strcmp0 (gtk_stack_page_get_name (page), theme->code) != 0 ||
          g_strcmp0 (gtk_stack_page_get_title (page), theme->title) != 0)
        return FALSE;
    }

  return TRUE;
}

/* One section for each theme of the handbook, between those that every profile has. */
static void
rebuild (LevProfileView     *self,
         LevHandbookContent *content)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stack))) != NULL)
    gtk_stack_remove (self->stack, child);
  adw_toggle_group_remove_all (self->toggles);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          NULL);

  /* Translators: the first section of a profile: who and what */
  append_section (self, g_object_new (LEV_TYPE_PEOPLE_SECTION, NULL), "head", _("Head"));
  append_section (self, g_object_new (LEV_TYPE_KEY_QUESTIONS_SECTION, NULL), "questions",
                  _("Key questions"));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_THEME); i++)
    {
      const LevHandbookItem *theme = lev_handbook_content_get (content, LEV_HANDBOOK_THEME, i);

      append_section (self, g_object_new (LEV_TYPE_CRITERIA_SECTION, "theme", theme->code, NULL),
                      theme->code, theme->title);
    }
  append_section (self, g_object_new (LEV_TYPE_RISKS_SECTION, NULL), "risks", _("Risks"));
  append_section (self, g_object_new (LEV_TYPE_ACTIONS_SECTION, NULL), "actions", _("Actions"));
}

static void
lev_profile_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LevProfileView *self = LEV_PROFILE_VIEW (object);

  if (prop_id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else if (prop_id == PROP_COMPARES)
    self->compares = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);

  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->toggles); i++)
    {
      lev_profile_section_set_narrow (get_section (self, i), self->narrow);
      lev_profile_section_set_compares (get_section (self, i), self->compares);
    }
  if (self->dossier != NULL)
    update_menu (self);
}

static void
lev_profile_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LevProfileView *self = LEV_PROFILE_VIEW (object);

  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else if (prop_id == PROP_COMPARES)
    g_value_set_boolean (value, self->compares);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
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

  G_OBJECT_CLASS (klass)->set_property = lev_profile_view_set_property;
  G_OBJECT_CLASS (klass)->get_property = lev_profile_view_get_property;
  G_OBJECT_CLASS (klass)->dispose = lev_profile_view_dispose;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPARES] = g_param_spec_boolean ("compares", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /* Another section is shown. */
  section_signal = g_signal_new ("section-shown", LEV_TYPE_PROFILE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "profile.next-section", NULL, next_section_action);
  gtk_widget_class_install_action (widget_class, "profile.previous-section", NULL,
                                   previous_section_action);
  gtk_widget_class_install_action (widget_class, "profile.section", "u", section_action);
  gtk_widget_class_install_action (widget_class, "profile.participants", NULL, participants_action);
  gtk_widget_class_install_property_action (widget_class, "profile.compare", "compares");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/profile-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, box);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, heading);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, titles);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, title);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, people_label);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, LevProfileView, menu_button);
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
  self->narrow = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_field_control_fit (self->drop_down, NULL);
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (stack_changed_cb),
                            self);
}

void
lev_profile_view_show (LevProfileView *self,
                       LevDossier     *dossier)
{
  gboolean editable = dossier != NULL && lev_process_check_editable (dossier, NULL);

  g_return_if_fail (LEV_IS_PROFILE_VIEW (self));

  self->dossier = dossier;
  gtk_widget_set_visible (self->box, dossier != NULL);
  if (dossier == NULL)
    return;

  if (!has_themes_of (self, lev_dossier_get_content (dossier)))
    rebuild (self, lev_dossier_get_content (dossier));
  update_header (self, editable);
  for (guint i = 0; i < adw_toggle_group_get_n_toggles (self->toggles); i++)
    lev_profile_section_show (get_section (self, i), dossier, editable);
  update_counts (self);
}

const char *
lev_profile_view_get_section_title (LevProfileView *self,
                                    int             distance)
{
  int position = (int) adw_toggle_group_get_active (self->toggles) + distance;

  g_return_val_if_fail (LEV_IS_PROFILE_VIEW (self), NULL);

  if (position < 0 || position >= (int) adw_toggle_group_get_n_toggles (self->toggles))
    return NULL;

  return gtk_stack_page_get_title (get_page (self, (guint) position));
}

void
lev_profile_view_go (LevProfileView *self,
                     int             distance)
{
  g_return_if_fail (LEV_IS_PROFILE_VIEW (self));

  enter_section (self, distance);
}

void
lev_profile_view_set_titled (LevProfileView *self,
                             gboolean        titled)
{
  GtkWidget *drop_down = GTK_WIDGET (self->drop_down);

  g_return_if_fail (LEV_IS_PROFILE_VIEW (self));

  if (gtk_widget_get_visible (self->titles) == titled)
    return;

  /* The list of sections takes the place of the titles. */
  g_object_ref (drop_down);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (drop_down)), drop_down);
  if (titled)
    gtk_box_insert_child_after (GTK_BOX (self->box), drop_down, GTK_WIDGET (self->toggles));
  else
    gtk_box_prepend (self->heading, drop_down);
  gtk_widget_set_hexpand (drop_down, !titled);
  gtk_widget_set_visible (self->titles, titled);
  g_object_unref (drop_down);
}

char *
lev_profile_view_dup_version (LevProfileView *self)
{
  LevProfileVersion *version;

  g_return_val_if_fail (LEV_IS_PROFILE_VIEW (self), NULL);
  g_return_val_if_fail (self->dossier != NULL, NULL);

  version = lev_dossier_get_version (self->dossier, LEV_VERSION_REASON_NONE);
  if (is_being_edited (version, lev_process_check_editable (self->dossier, NULL)))
    return g_strdup_printf (_("version %d being edited"), get_next_number (version));

  return g_strdup_printf (_("version %d"), version->number);
}
