#include "lev-participant-list.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevParticipantList
{
  GtkWidget parent;

  GtkWidget    *box;
  GtkListBox   *participants;
  GtkWidget    *add_list;
  LevPersonRow *add_row;

  LevDossier *dossier; /* borrowed from the register */
  gboolean    editable;
  gboolean    is_updating;
};

G_DEFINE_FINAL_TYPE (LevParticipantList, lev_participant_list, GTK_TYPE_WIDGET)

static void
record_participant (LevParticipantList *self,
                    LevPerson          *person,
                    gboolean            took_part)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;
  LevStakeholder *stakeholder;

  lev_application_begin (application, _("Record who took part"));
  stakeholder = lev_process_add_stakeholder (self->dossier, person, &error);
  if (stakeholder == NULL)
    {
      lev_application_refuse (application, error);
      return;
    }
  g_object_set (stakeholder, "took-part", took_part, NULL);
  lev_application_commit (application);
}

static void
switched_cb (LevParticipantList *self,
             GParamSpec         *pspec,
             AdwSwitchRow       *row)
{
  if (!self->is_updating)
    record_participant (self, g_object_get_data (G_OBJECT (row), "person"),
                        adw_switch_row_get_active (row));
}

static void
person_chosen_cb (LevParticipantList *self)
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
append_participant (LevParticipantList *self,
                    LevPerson          *person,
                    const char         *role)
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
has_rows_of (LevParticipantList *self,
             GPtrArray          *persons)
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
update (LevParticipantList *self)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();

  list_candidates (self->dossier, persons, roles);
  if (!has_rows_of (self, persons))
    {
      gtk_list_box_remove_all (self->participants);
      for (guint i = 0; i < persons->len; i++)
        append_participant (self, g_ptr_array_index (persons, i), g_ptr_array_index (roles, i));
    }

  self->is_updating = TRUE;
  for (guint i = 0; i < persons->len; i++)
    {
      LevStakeholder *stakeholder = lev_record_find_part_by_record (self->dossier,
                                                                    LEV_TYPE_STAKEHOLDER, "person",
                                                                    g_ptr_array_index (persons, i));
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->participants, (int) i);

      adw_switch_row_set_active (ADW_SWITCH_ROW (row),
                                 stakeholder != NULL && stakeholder->took_part);
      gtk_widget_set_sensitive (GTK_WIDGET (row), self->editable);
    }
  self->is_updating = FALSE;
  gtk_widget_set_visible (self->add_list, self->editable);
}

static void
lev_participant_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_PARTICIPANT_LIST);

  G_OBJECT_CLASS (lev_participant_list_parent_class)->dispose (object);
}

static void
lev_participant_list_class_init (LevParticipantListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_participant_list_dispose;

  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/participant-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LevParticipantList, box);
  gtk_widget_class_bind_template_child (widget_class, LevParticipantList, participants);
  gtk_widget_class_bind_template_child (widget_class, LevParticipantList, add_list);
  gtk_widget_class_bind_template_child (widget_class, LevParticipantList, add_row);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
}

static void
lev_participant_list_init (LevParticipantList *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_updating = FALSE;
}

void
lev_participant_list_show (LevParticipantList *self,
                           LevDossier         *dossier,
                           gboolean            editable)
{
  g_return_if_fail (LEV_IS_PARTICIPANT_LIST (self));

  self->dossier = dossier;
  self->editable = editable;
  lev_anchor_set (GTK_WIDGET (self), LEV_RECORD (dossier), "took-part");
  update (self);
}

static void
records_changed_cb (LevParticipantList *self)
{
  lev_participant_list_show (self, self->dossier, lev_process_check_editable (self->dossier, NULL));
}

void
lev_participant_list_follow (LevParticipantList *self,
                             LevDossier         *dossier)
{
  g_return_if_fail (LEV_IS_PARTICIPANT_LIST (self));

  self->dossier = dossier;
  g_signal_connect_object (lev_application_get_default (), "changed",
                           G_CALLBACK (records_changed_cb), self, G_CONNECT_SWAPPED);
  records_changed_cb (self);
}

guint
lev_dossier_count_participants (LevDossier *dossier)
{
  LevRecordList *people = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_STAKEHOLDER);
  guint n_people = 0;

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    if (LEV_STAKEHOLDER (lev_record_list_peek (people, i))->took_part)
      n_people++;

  return n_people;
}
