#include "lev-criteria-section.h"

#include "lev-criterion-row.h"
#include "lev-score-chip.h"
#include "lev-scoring.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevCriteriaSection
{
  LevProfileSection parent;

  GtkLabel   *done_label;
  GtkLabel   *open_label;
  GtkLabel   *worst_label;
  GtkLabel   *worst_chip;
  GtkLabel   *worst_codes;
  GtkListBox *list;

  char *theme;
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
  int      worst;       /* the highest score; LEV_SCORE_OPEN for none */
  GString *worst_codes; /* the criteria that have it */
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
  if (!LEV_SCORE_IS_KNOWN (assessment->score) || assessment->score < summary->worst)
    return;

  if (assessment->score > summary->worst)
    g_string_truncate (summary->worst_codes, 0);
  summary->worst = assessment->score;
  g_string_append_printf (summary->worst_codes, "%s%s", summary->worst_codes->len > 0 ? ", " : "",
                          item->code);
}

static void
summarize (LevCriteriaSection *self,
           Summary            *summary)
{
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  LevHandbookContent *content = lev_dossier_get_content (dossier);

  *summary = (Summary) { .worst_codes = g_string_new (NULL) };
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);

      if (g_strcmp0 (item->theme, self->theme) == 0)
        add_criterion (summary, dossier, item);
    }
}

/* "3 te bevestigen · 1 open"; each part leads to the first such criterion. */
static char *
describe_open (const Summary *summary)
{
  guint n_open = summary->total - summary->done - summary->to_confirm;
  g_autofree char *to_confirm = g_strdup_printf (_("%u to be confirmed"), summary->to_confirm);
  g_autofree char *open = g_strdup_printf (_("%u open"), n_open);

  return g_strdup_printf ("%s%s%s%s%s%s%s", summary->to_confirm > 0 ? "<a href=\"waits\">" : "",
                          summary->to_confirm > 0 ? to_confirm : "",
                          summary->to_confirm > 0 ? "</a>" : "",
                          summary->to_confirm > 0 && n_open > 0 ? " · " : "",
                          n_open > 0 ? "<a href=\"open\">" : "", n_open > 0 ? open : "",
                          n_open > 0 ? "</a>" : "");
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
  gtk_label_set_markup (self->open_label, open);
  gtk_widget_set_visible (GTK_WIDGET (self->open_label), *open != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->worst_label), summary.worst != LEV_SCORE_OPEN);
  lev_score_chip_update (self->worst_chip, summary.worst);
  gtk_label_set_label (self->worst_codes, summary.worst_codes->str);
  g_string_free (summary.worst_codes, TRUE);
}

static LevCriterionRow *
get_row (LevCriteriaSection *self,
         guint               place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) place);

  return row != NULL ? LEV_CRITERION_ROW (row) : NULL;
}

/* Gives the focus to the first row from @place on, and round again, for which @wanted holds. */
static gboolean
focus_row (LevCriteriaSection *self, guint place, gboolean (*wanted) (LevCriterionRow *row))
{
  guint n_rows = 0;

  while (get_row (self, n_rows) != NULL)
    n_rows++;

  for (guint i = 0; i < n_rows; i++)
    {
      LevCriterionRow *row = get_row (self, (place + i) % n_rows);

      if (wanted (row))
        return lev_criterion_row_enter (row);
    }

  return FALSE;
}

static gboolean
link_activated_cb (LevCriteriaSection *self,
                   const char         *uri)
{
  focus_row (self, 0,
             g_str_equal (uri, "waits") ? lev_criterion_row_waits : lev_criterion_row_is_open);

  return TRUE;
}

/* Enter in a row: the next one that is open, else the next section. */
static void
row_finished_cb (LevCriteriaSection *self,
                 GtkListBoxRow      *row)
{
  guint place = (guint) gtk_list_box_row_get_index (row) + 1;
  LevCriterionRow *next = get_row (self, place);

  if (focus_row (self, place, lev_criterion_row_is_open))
    return;

  if (next != NULL)
    lev_criterion_row_enter (next);
  else
    lev_profile_section_leave (LEV_PROFILE_SECTION (self));
}

/* The criteria of the theme, in the handbook's order: (element-type utf8), borrowed. */
static GPtrArray *
list_codes (LevCriteriaSection *self)
{
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);

      if (g_strcmp0 (item->theme, self->theme) == 0)
        g_ptr_array_add (codes, item->code);
    }

  return codes;
}

/* A row per criterion; rows of criteria that are still there stay. */
static void
update_rows (LevCriteriaSection *self)
{
  g_autoptr (GPtrArray) codes = list_codes (self);
  LevCriterionRow *row;

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      while ((row = get_row (self, i)) != NULL &&
             !g_str_equal (lev_criterion_row_get_code (row), code))
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (row != NULL)
        continue;

      gtk_list_box_append (self->list, lev_criterion_row_new (code));
      g_signal_connect_object (get_row (self, i), "finished", G_CALLBACK (row_finished_cb), self,
                               G_CONNECT_SWAPPED);
    }

  while ((row = get_row (self, codes->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
lev_criteria_section_update (LevProfileSection *section)
{
  LevCriteriaSection *self = LEV_CRITERIA_SECTION (section);
  LevCriterionRow *row;

  update_rows (self);
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    lev_criterion_row_show (row, section);
  update_summary (self);
}

static gboolean
lev_criteria_section_enter (LevProfileSection *section)
{
  LevCriteriaSection *self = LEV_CRITERIA_SECTION (section);

  return focus_row (self, 0, lev_criterion_row_is_open) ||
         LEV_PROFILE_SECTION_CLASS (lev_criteria_section_parent_class)->enter (section);
}

static char *
lev_criteria_section_count (LevProfileSection *section)
{
  Summary summary;

  summarize (LEV_CRITERIA_SECTION (section), &summary);
  g_string_free (summary.worst_codes, TRUE);

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
  LEV_PROFILE_SECTION_CLASS (klass)->enter = lev_criteria_section_enter;

  properties[PROP_THEME] = g_param_spec_string ("theme", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/criteria-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, done_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, open_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, worst_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, worst_chip);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, worst_codes);
  gtk_widget_class_bind_template_child (widget_class, LevCriteriaSection, list);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

static void
lev_criteria_section_init (LevCriteriaSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
