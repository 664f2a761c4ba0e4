#include "lev-people-dialog.h"

#include "lev-application.h"
#include "lev-link-row.h"
#include "lev-person.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-search.h"

#include <glib/gi18n.h>

struct _LevPeopleDialog
{
  AdwDialog parent;

  GtkStack       *stack;
  GtkSearchEntry *search_entry;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (LevPeopleDialog, lev_people_dialog, ADW_TYPE_DIALOG)

/* "inkoper · CM, MT" */
static char *
describe_person (LevPerson *person)
{
  const struct
  {
    gboolean has_role;
    const char *name;
  } roles[] = {
    { person->contract_manager, _("CM") },
    { person->service_owner, _("service owner") },
    { person->service_level_manager, _("SLM") },
    { person->management_team, _("MT") },
  };
  GString *text = g_string_new (person->function);

  if (person->organisation != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", person->organisation);

  for (guint i = 0, n_roles = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].has_role)
      g_string_append_printf (text, "%s%s",
                              n_roles++ > 0   ? ", "
                              : text->len > 0 ? " · "
                                              : "",
                              roles[i].name);

  return g_string_free_and_steal (text);
}

static int
compare_name (gconstpointer a,
              gconstpointer b)
{
  const LevPerson *first = *(LevPerson *const *) a;
  const LevPerson *second = *(LevPerson *const *) b;

  return g_utf8_collate (first->name != NULL ? first->name : "",
                         second->name != NULL ? second->name : "");
}

static void
refresh (LevPeopleDialog *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  LevRecordList *people = lev_register_list (records, LEV_TYPE_PERSON);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autofree char *needle = NULL;

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    g_ptr_array_add (sorted, lev_record_list_peek (people, i));
  g_ptr_array_sort (sorted, compare_name);
  needle = lev_search_dup_needle (GTK_EDITABLE (self->search_entry));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < sorted->len; i++)
    {
      LevPerson *person = g_ptr_array_index (sorted, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (person));
      g_autofree char *subtitle = describe_person (person);

      if (!lev_search_matches (title, needle) && !lev_search_matches (subtitle, needle) &&
          !lev_search_matches (person->email, needle))
        continue;
      gtk_list_box_append (self->list, lev_link_row_new (title, subtitle, "win.edit-record",
                                                         LEV_RECORD (person)->id));
    }
  gtk_stack_set_visible_child_name (self->stack,
                                    sorted->len == 0 ? "empty"
                                    : gtk_list_box_get_row_at_index (self->list, 0) != NULL
                                      ? "list"
                                      : "nothing");
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *person;

  lev_application_begin (application, _("Add a person"));
  person = lev_register_add (lev_application_get_records (application), LEV_TYPE_PERSON, "name",
                             _("New person"), NULL);
  if (lev_application_commit (application))
    gtk_widget_activate_action (widget, "win.edit-record", "s", person->id);
}

static void
lev_people_dialog_class_init (LevPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPeopleDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LevPeopleDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevPeopleDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_action);
}

static void
lev_people_dialog_init (LevPeopleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

AdwDialog *
lev_people_dialog_new (void)
{
  return g_object_new (LEV_TYPE_PEOPLE_DIALOG, NULL);
}
