#include "lev-risks-section.h"

#include "lev-risk-row.h"
#include "lev-process.h"

#include <glib/gi18n.h>

struct _LevRisksSection
{
  LevPartsSection parent;
};

G_DEFINE_FINAL_TYPE (LevRisksSection, lev_risks_section, LEV_TYPE_PARTS_SECTION)

static GtkWidget *
create_row (gpointer part)
{
  return lev_risk_row_new (part);
}

static void
show_row (LevFoldRow *row,
          gboolean    editable)
{
  lev_risk_row_show (LEV_RISK_ROW (row), editable);
}

static gpointer
add (LevDossier *dossier,
     GError    **error)
{
  return lev_process_add_risk (dossier, error);
}

static void
lev_risks_section_class_init (LevRisksSectionClass *klass)
{
  LevPartsSectionClass *section_class = LEV_PARTS_SECTION_CLASS (klass);

  section_class->part_type = LEV_TYPE_RISK;
  section_class->add_label = N_("Add risk");
  section_class->empty_label = N_("No risks have been named.");
  section_class->create_row = create_row;
  section_class->show_row = show_row;
  section_class->add = add;
}

static void
lev_risks_section_init (LevRisksSection *self)
{
}
