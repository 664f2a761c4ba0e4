#include "lev-criteria-section.h"

#include "lev-criterion-row.h"
#include "lev-scoring.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevCriteriaSection
{
  LevProfileSection parent;

  GtkLabel   *done_label;
  GtkLabel   *open_label;
  GtkListBox *list;

  char               *theme;
  LevHandbookContent *content; /* whose criteria the rows are for */
};

G_DEFINE_FINAL_TYPE (LevCriteriaSection, lev_criteria_section, LEV_TYPE_PROFILE_SECTION)

enum
{
  PROP_0,
  PROP_THEME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* How the theme stands: what is filled in, what waits, and what is worst, by name. */
typedef struct
{
  guint    total;
  guint    done;
  guint    to_confirm;
  GString *worst; /* the criteria with score 5 */
} Summary;

static void
add_criterion (Summary               *summary,
               LevDossier            *dossier,
               const LevHandbookItem *item)
{
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, item->code);

  summary->total++;
  if (assessment == NULL || assessment->score == LEV_SCORE_OPEN)
    return;

  if (assessment->confirmed)
    summary->done++;
  else
    summary->to_confirm++;
  if (assessment->score == 5)
    g_string_append_printf (summary->worst, "%s%s", summary->worst->len > 0 ? ", " : "",
                            item->code);
}

static void
summarize (LevCriteriaSection *self,
           Summary            *summary)
{
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  LevHandbookContent *content = lev_dossier_get_content (dossier);

  *summary = (Summary) { .worst = g_string_new (NULL) };
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);

      if (g_str_equal (item->theme, self->theme))
        add_criterion (summary, dossier, item);
    }
}

static char *
describe_open (const Summary *summary)
{
  guint n_open = summary->total - summary->done - summary->to_confirm;
  GString *text = g_string_new (NULL);

  if (summary->to_confirm > 0)
    g_string_append_printf (text, _("%u to be confirmed"), summary->to_confirm);
  if (n_open > 0)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _("%u open"), n_open);
    }
  if (summary->worst->len > 0)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, _("score 5: %s"), summary->worst->str);
    }

  return g_string_free (text, FALSE);
}

static void
update_summary (LevCriteriaSection *self)
{
  Summary summary;
  g_autofree char *done = NULL;
  g_autofree char *open = NULL;

  summarize (self, &summary);
  done = g_strdup_printf (_("%u of %u filled in"), summary.done, summary.total);
  open = describe_open (&summary);
  gtk_label_set_label (self->done_label, done);
  gtk_label_set_label (self->open_label, open);
  g_string_free (summary.worst, TRUE);
}

static void
rebuild (LevCriteriaSection *self,
         LevHandbookContent *content)
{
  self->content = content;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);

      if (g_str_equal (item->theme, self->theme))
        gtk_list_box_append (self->list, lev_criterion_row_new (item->code));
    }
}

static void
lev_criteria_section_update (LevProfileSection *section)
{
  LevCriteriaSection *self = LEV_CRITERIA_SECTION (section);
  LevDossier *dossier = lev_profile_section_get_dossier (section);
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  GtkListBoxRow *row;

  if (self->content != content)
    rebuild (self, content);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    lev_criterion_row_show (LEV_CRITERION_ROW (row), dossier,
                            lev_profile_section_is_editable (section));
  update_summary (self);
}

static char *
lev_criteria_section_count (LevProfileSection *section)
{
  Summary summary;

  summarize (LEV_CRITERIA_SECTION (section), &summary);
  g_string_free (summary.worst, TRUE);

  return g_strdup_printf ("%u/%u", summary.done, summary.total);
}

static void
lev_criteria_section_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id == PROP_THEME)
    g_set_str (&LEV_CRITERIA_SECTION (object)->theme, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_criteria_section_finalize (GObject *object)
{
  g_free (LEV_CRITERIA_SECTION (object)->theme);

  G_OBJECT_CLASS (lev_criteria_section_parent_class)->finalize (object);
}

static void
lev_criteria_section_class_init (LevCriteriaSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_criteria_section_set_property;
  object_class->finalize = lev_criteria_section_finalize;
  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_criteria_section_update;
  LEV_PROFILE_SECTION_CLASS (klass)->count = lev_criteria_section_count;

  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/criteria-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, done_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, open_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, list);
}

static void
lev_criteria_section_init (LevCriteriaSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
