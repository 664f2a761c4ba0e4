#include "lev-people-section.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-field-text.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-register.h"

#include <glib/gi18n.h>

struct _LevPeopleSection
{
  LevProfileSection parent;

  GtkListBox   *participants;
  LevPersonRow *add_row;
  GtkListBox   *facts;

  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (LevPeopleSection, lev_people_section, LEV_TYPE_PROFILE_SECTION)

static void
record_participant (LevPeopleSection *self,
                    LevPerson        *person,
                    gboolean          took_part)
{
  LevApplication *application = lev_application_get_default ();
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  g_autoptr (GError) error = NULL;
  LevStakeholder *stakeholder;

  lev_application_begin (application, _("Record who took part"));
  stakeholder = lev_process_add_stakeholder (dossier, person, &error);
  if (stakeholder == NULL)
    {
      lev_application_refuse (application, error);
      return;
    }
  g_object_set (stakeholder, "took-part", took_part, NULL);
  lev_application_commit (application);
}

static void
switched_cb (LevPeopleSection *self,
             GParamSpec       *pspec,
             AdwSwitchRow     *row)
{
  if (!self->is_updating)
    record_participant (self, g_object_get_data (G_OBJECT (row), "person"),
                        adw_switch_row_get_active (row));
}

static void
person_chosen_cb (LevPeopleSection *self)
{
  LevPerson *person = lev_person_row_get_person (self->add_row);

  if (self->is_updating || person == NULL)
    return;

  self->is_updating = TRUE;
  lev_person_row_set_person (self->add_row, NULL);
  self->is_updating = FALSE;
  record_participant (self, person, TRUE);
}

static void
append_participant (LevPeopleSection *self,
                    LevPerson        *person,
                    const char       *role)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role);
  g_object_set_data (G_OBJECT (row), "person", person);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->participants, row);
}

/* Who took part can be: the three who are responsible, and the other stakeholders. */
static void
list_candidates (LevDossier *dossier,
                 GPtrArray  *persons,
                 GPtrArray  *roles)
{
  LevRecordList *stakeholders = lev_record_get_children (LEV_RECORD (dossier),
                                                         LEV_TYPE_STAKEHOLDER);
  LevPerson *const people[] = { dossier->manager, dossier->owner, dossier->level_manager };
  const char *const titles[] = { _("CM"), _("Service owner"), _("SLM") };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (people[i] != NULL && !g_ptr_array_find (persons, people[i], NULL))
      {
        g_ptr_array_add (persons, people[i]);
        g_ptr_array_add (roles, (char *) titles[i]);
      }

  for (guint i = 0; i < lev_record_list_get_n (stakeholders); i++)
    {
      LevStakeholder *stakeholder = lev_record_list_peek (stakeholders, i);

      if (stakeholder->person == NULL || g_ptr_array_find (persons, stakeholder->person, NULL))
        continue;
      g_ptr_array_add (persons, stakeholder->person);
      g_ptr_array_add (roles, stakeholder->role != NULL ? stakeholder->role : _("Stakeholder"));
    }
}

static gboolean
has_rows_of (LevPeopleSection *self,
             GPtrArray        *persons)
{
  for (guint i = 0; i <= persons->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->participants, (int) i);
      gpointer person = i < persons->len ? g_ptr_array_index (persons, i) : NULL;

      if (row == NULL || person == NULL)
        return row == NULL && person == NULL;
      if (g_object_get_data (G_OBJECT (row), "person") != person)
        return FALSE;
    }

  return TRUE;
}

static void
update_participants (LevPeopleSection *self)
{
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  gboolean editable = lev_profile_section_is_editable (LEV_PROFILE_SECTION (self));
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  list_candidates (dossier, persons, roles);
  if (!has_rows_of (self, persons))
    {
      gtk_list_box_remove_all (self->participants);
      for (guint i = 0; i < persons->len; i++)
        append_participant (self, g_ptr_array_index (persons, i), g_ptr_array_index (roles, i));
    }

  self->is_updating = TRUE;
  for (guint i = 0; i < persons->len; i++)
    {
      LevStakeholder *stakeholder = lev_record_find_part_by_record (dossier, LEV_TYPE_STAKEHOLDER,
                                                                    "person",
                                                                    g_ptr_array_index (persons, i));
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->participants, (int) i);

      adw_switch_row_set_active (ADW_SWITCH_ROW (row),
                                 stakeholder != NULL && stakeholder->took_part);
      gtk_widget_set_sensitive (GTK_WIDGET (row), editable);
    }
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->add_row), editable);
  lev_anchor_set (persons->len > 0 ? GTK_WIDGET (self->participants) : GTK_WIDGET (self->add_row),
                  LEV_RECORD (dossier), "took-part");
}

static void
append_fact (LevPeopleSection *self,
             const char       *title,
             const char       *text)
{
  GtkWidget *row;

  if (lev_text_is_blank (text))
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->facts, row);
}

/* The fields @names of @record that are filled in, each with its label except the first. */
static char *
join_fields (gpointer           record,
             const char *const *names)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint index = (guint) lev_record_class_find_field (klass, names[i]);
      g_autofree char *value = NULL;
      LevValue cell;

      lev_record_get_value (record, index, &cell);
      value = lev_field_format (&klass->fields[index], &cell);
      if (*value == '\0')
        continue;
      if (i == 0)
        g_string_append (text, value);
      else
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "",
                                _(klass->fields[index].label), value);
    }

  return g_string_free (text, FALSE);
}

static void
append_parts (LevPeopleSection  *self,
              LevSupplier       *supplier,
              GType              type,
              const char        *title,
              const char *const *names)
{
  LevRecordList *parts = lev_record_get_children (LEV_RECORD (supplier), type);

  for (guint i = 0; i < lev_record_list_get_n (parts); i++)
    {
      g_autofree char *text = join_fields (lev_record_list_peek (parts, i), names);

      append_fact (self, title, text);
    }
}

/* Facts of the register; they are changed with the supplier. */
static void
update_facts (LevPeopleSection *self)
{
  static const char *const supplier_fields[] = { "name",    "number",  "kvk", "parent",
                                                 "country", "kraljic", NULL };
  static const char *const service_fields[] = { "name", "biv", "owner", "level-manager", NULL };
  static const char *const contract_fields[] = { "title",         "number",       "end",
                                                 "notice-months", "yearly-value", NULL };
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  g_autofree char *supplier = join_fields (dossier->supplier, supplier_fields);
  g_autofree char *manager = lev_record_dup_title (LEV_RECORD (dossier->manager));
  g_autofree char *owner = lev_record_dup_title (LEV_RECORD (dossier->owner));
  g_autofree char *level_manager = lev_record_dup_title (LEV_RECORD (dossier->level_manager));

  gtk_list_box_remove_all (self->facts);
  append_fact (self, _("Supplier"), supplier);
  append_fact (self, _("CM"), manager);
  append_fact (self, _("Service owner"), owner);
  append_fact (self, _("SLM"), level_manager);
  append_parts (self, dossier->supplier, LEV_TYPE_SERVICE, _("Service"), service_fields);
  append_parts (self, dossier->supplier, LEV_TYPE_CONTRACT, _("Contract"), contract_fields);
}

static void
lev_people_section_update (LevProfileSection *section)
{
  LevPeopleSection *self = LEV_PEOPLE_SECTION (section);

  update_participants (self);
  update_facts (self);
}

/* A tick once it is recorded who took part. */
static char *
lev_people_section_count (LevProfileSection *section)
{
  LevDossier *dossier = lev_profile_section_get_dossier (section);
  LevRecordList *people = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_STAKEHOLDER);

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    if (LEV_STAKEHOLDER (lev_record_list_peek (people, i))->took_part)
      return g_strdup ("✓");

  return g_strdup ("");
}

static void
lev_people_section_class_init (LevPeopleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_people_section_update;
  LEV_PROFILE_SECTION_CLASS (klass)->count = lev_people_section_count;

  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/people-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPeopleSection, participants);
  gtk_widget_class_bind_template_child (widget_class, LevPeopleSection, add_row);
  gtk_widget_class_bind_template_child (widget_class, LevPeopleSection, facts);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
}

static void
lev_people_section_init (LevPeopleSection *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_updating = FALSE;
}
