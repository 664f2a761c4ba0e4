#include "lev-people-section.h"

#include "lev-fact-card.h"
#include "lev-participant-list.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevPeopleSection
{
  LevProfileSection parent;

  LevParticipantList *participants;
  GtkBox             *cards;
};

G_DEFINE_FINAL_TYPE (LevPeopleSection, lev_people_section, LEV_TYPE_PROFILE_SECTION)

static LevFactCard *
append_card (LevPeopleSection *self,
             const char       *title)
{
  GtkWidget *card = lev_fact_card_new (title);

  lev_fact_card_set_narrow (LEV_FACT_CARD (card),
                            lev_profile_section_is_narrow (LEV_PROFILE_SECTION (self)));
  gtk_box_append (self->cards, card);

  return LEV_FACT_CARD (card);
}

/* A card for each part of @supplier of class @type, called by what it is and its name. */
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
      LevRecord *part = lev_record_list_peek (parts, i);
      g_autofree char *name = lev_record_dup_title (part);
      g_autofree char *text = g_strdup_printf ("%s: %s", title, name);

      lev_fact_card_add_fields (append_card (self, text), part, names);
    }
}

/* Everyone else who has to do with the supplier, with their roles. */
static char *
describe_stakeholders (LevDossier *dossier)
{
  LevRecordList *stakeholders = lev_record_get_children (LEV_RECORD (dossier),
                                                         LEV_TYPE_STAKEHOLDER);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lev_record_list_get_n (stakeholders); i++)
    {
      LevStakeholder *stakeholder = lev_record_list_peek (stakeholders, i);
      LevPerson *person = stakeholder->person;

      if (person == NULL || person == dossier->manager || person == dossier->owner ||
          person == dossier->level_manager)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", person->name);
      if (!lev_text_is_blank (stakeholder->role))
        g_string_append_printf (text, " (%s)", stakeholder->role);
    }

  return g_string_free (text, FALSE);
}

static void
append_people (LevPeopleSection *self,
               LevDossier       *dossier)
{
  static const char *const round_fields[] = { "title", "coordinator", NULL };
  static const char *const people_fields[] = { "manager", "owner", "level-manager", NULL };
  LevFactCard *card = append_card (self, _("Round and people"));
  g_autofree char *others = describe_stakeholders (dossier);

  lev_fact_card_add_fields (card, LEV_RECORD (dossier->review), round_fields);
  lev_fact_card_add_fields (card, LEV_RECORD (dossier), people_fields);
  lev_fact_card_add (card, _("Other stakeholders"), others);
}

/* Section 1 of the template: facts of the register, which are changed with the supplier. */
static void
update_cards (LevPeopleSection *self)
{
  static const char *const supplier_fields[] = { "number",  "kvk",     "parent", "country",
                                                 "kraljic", "website", NULL };
  static const char *const service_fields[] = { "biv", "description", "owner", "level-manager",
                                                NULL };
  static const char *const contract_fields[] = { "number", "yearly-value", "end", "notice-months",
                                                 NULL };
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);

  lev_fact_card_add_fields (append_card (self, dossier->supplier->name),
                            LEV_RECORD (dossier->supplier), supplier_fields);
  append_people (self, dossier);
  append_parts (self, dossier->supplier, LEV_TYPE_SERVICE, _("Service"), service_fields);
  append_parts (self, dossier->supplier, LEV_TYPE_CONTRACT, _("Contract"), contract_fields);
}

static void
lev_people_section_update (LevProfileSection *section)
{
  LevPeopleSection *self = LEV_PEOPLE_SECTION (section);

  lev_participant_list_show (self->participants, lev_profile_section_get_dossier (section),
                             lev_profile_section_is_editable (section));
  update_cards (self);
}

/* A tick once it is recorded who took part. */
static char *
lev_people_section_count (LevProfileSection *section)
{
  LevDossier *dossier = lev_profile_section_get_dossier (section);

  return g_strdup (lev_dossier_count_participants (dossier) > 0 ? "✓" : "");
}

static void
lev_people_section_class_init (LevPeopleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_people_section_update;
  LEV_PROFILE_SECTION_CLASS (klass)->count = lev_people_section_count;

  g_type_ensure (LEV_TYPE_PARTICIPANT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/people-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPeopleSection, participants);
  gtk_widget_class_bind_template_child (widget_class, LevPeopleSection, cards);
}

static void
lev_people_section_init (LevPeopleSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
