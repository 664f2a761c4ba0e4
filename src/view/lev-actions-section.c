#include "lev-actions-section.h"

#include "lev-action-row.h"
#include "lev-process.h"

#include <glib/gi18n.h>

struct _LevActionsSection
{
  LevPartsSection parent;
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

static void
lev_actions_section_class_init (LevActionsSectionClass *klass)
{
  LevPartsSectionClass *section_class = LEV_PARTS_SECTION_CLASS (klass);

  section_class->part_type = LEV_TYPE_ACTION;
  section_class->add_label = N_("Propose action");
  section_class->empty_label = N_("No actions have been proposed.");
  section_class->create_row = create_row;
  section_class->show_row = show_row;
  section_class->add = add;
}

static void
lev_actions_section_init (LevActionsSection *self)
{
}
