#include "lev-actions-section.h"

#include "lev-action-row.h"
#include "lev-action-state.h"
#include "lev-carry-over.h"
#include "lev-process.h"
#include "lev-title.h"

#include <glib/gi18n.h>

#define STEP_FINISH (11) /* in which the MT says that an action is finished */

struct _LevActionsSection
{
  LevPartsSection parent;

  GtkWidget  *gone_box;
  GtkListBox *gone_list;
};

G_DEFINE_FINAL_TYPE (LevActionsSection, lev_actions_section, LEV_TYPE_PARTS_SECTION)

static GtkWidget *
create_row (gpointer part)
{
  return lev_action_row_new (part);
}

static void
show_row (LevFoldRow *row,
          gboolean    editable)
{
  lev_action_row_show (LEV_ACTION_ROW (row), editable);
}

static gpointer
add (LevDossier *dossier,
     GError    **error)
{
  return lev_process_propose (dossier, NULL, error);
}

/* What became of an action that was decided on in a round before. */
static const char *
get_outcome (LevAction *action)
{
  if (lev_action_get_decision (action, 0) == NULL)
    return _("not decided");
  if (!lev_action_is_agreed (action))
    return _("not taken");

  return lev_action_get_step (action) > STEP_FINISH ? _("finished") : _("running");
}

/* An action of the previous round that is not proposed again: "A05 Escrow testen", "afgerond" */
static GtkWidget *
create_gone_row (LevAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *outcome = gtk_label_new (get_outcome (action));
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *title = g_strdup_printf ("%s %s", code,
                                            action->title != NULL ? action->title : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (outcome, "chip");
  gtk_widget_set_valign (outcome, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), outcome);

  return row;
}

static void
lev_actions_section_update (LevProfileSection *section)
{
  LevActionsSection *self = LEV_ACTIONS_SECTION (section);
  LevDossier *dossier = lev_profile_section_get_dossier (section);
  g_autoptr (GPtrArray) gone = lev_dossier_list_gone_actions (dossier);

  LEV_PROFILE_SECTION_CLASS (lev_actions_section_parent_class)->update (section);
  gtk_list_box_remove_all (self->gone_list);
  for (guint i = 0; i < gone->len; i++)
    gtk_list_box_append (self->gone_list, create_gone_row (g_ptr_array_index (gone, i)));
  gtk_widget_set_visible (self->gone_box, gone->len > 0);
}

static void
lev_actions_section_class_init (LevActionsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LevPartsSectionClass *section_class = LEV_PARTS_SECTION_CLASS (klass);

  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_actions_section_update;

  section_class->part_type = LEV_TYPE_ACTION;
  section_class->add_label = N_("Propose action");
  section_class->empty_label = N_("No actions have been proposed.");
  section_class->create_row = create_row;
  section_class->show_row = show_row;
  section_class->add = add;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/actions-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevActionsSection, gone_box);
  gtk_widget_class_bind_template_child (widget_class, LevActionsSection, gone_list);
}

static void
lev_actions_section_init (LevActionsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
