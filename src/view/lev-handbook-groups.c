#include "lev-handbook-groups.h"

#include "lev-handbook-rows.h"

#include <glib/gi18n.h>

#define QUESTION "question "
#define SCALE    "scale "
#define CLASS    "class "

#define MOST_SUPPLIERS 999
#define HIGHEST_CLASS  25 /* likelihood × impact */

GtkWidget *
lev_handbook_group_new (const char *title,
                        const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);

  return group;
}

static void
add (GtkWidget *group,
     GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* What the number of the rule counts depends on the rule. */
static void
describe_number (GtkWidget *row,
                 gboolean   is_threshold)
{
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  const char *title = is_threshold ? _("Lowest score") : _("Number of suppliers");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (button), 1, is_threshold ? 100 : MOST_SUPPLIERS);
}

static void
rule_chosen_cb (AdwComboRow *row,
                GParamSpec  *pspec,
                GtkWidget   *number_row)
{
  LevHandbookDraft *draft = g_object_get_data (G_OBJECT (row), "lev-draft");
  gboolean is_threshold = adw_combo_row_get_selected (row) == 1;

  lev_handbook_draft_set_string (draft, "handbook", "selection-rule",
                                 is_threshold ? "threshold" : "count");
  describe_number (number_row, is_threshold);
}

GtkWidget *
lev_handbook_rule_group_new (LevHandbookDraft *draft)
{
  GtkWidget *group = lev_handbook_group_new (_("Selection in step 2"),
                                             _("Which suppliers come above the line."));
  const char *rules[] = { _("The highest so many"), _("From a score"), NULL };
  GKeyFile *file = lev_handbook_draft_get_file (draft);
  g_autofree char *rule = g_key_file_get_string (file, "handbook", "selection-rule", NULL);
  gboolean is_threshold = g_strcmp0 (rule, "threshold") == 0;
  g_autoptr (GtkStringList) model = gtk_string_list_new (rules);
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *number_row = lev_handbook_number_row_new (draft, "handbook", "selection-value",
                                                       MOST_SUPPLIERS, "");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Rule"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), is_threshold ? 1 : 0);
  describe_number (number_row, is_threshold);
  g_object_set_data_full (G_OBJECT (row), "lev-draft", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (rule_chosen_cb), number_row, 0);
  add (group, row);
  add (group, number_row);
  add (group, lev_handbook_entry_new (draft, "handbook", "selection-reference",
                                      _("Where it stands in the handbook")));

  return group;
}

GtkWidget *
lev_handbook_questions_group_new (LevHandbookDraft *draft)
{
  GtkWidget *group = lev_handbook_group_new (_("Key questions"), NULL);
  g_auto (GStrv) questions = lev_handbook_draft_list (draft, QUESTION, NULL);

  for (guint i = 0; questions[i] != NULL; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Key question %s"),
                                                questions[i] + strlen (QUESTION));

      add (group, lev_handbook_text_new (draft, questions[i], "title", title, NULL));
    }

  return group;
}

/* "Kans", "Beheersing", "Impact: Continuïteit" */
static char *
dup_scale_title (LevHandbookDraft *draft,
                 const char       *scale)
{
  g_autofree char *group = NULL;
  g_autofree char *theme = NULL;

  if (g_str_equal (scale, "control"))
    return g_strdup (_("Control"));
  if (g_str_equal (scale, "likelihood"))
    return g_strdup (_("Likelihood"));
  if (!g_str_has_prefix (scale, "impact-"))
    return g_strdup (scale);

  group = g_strconcat ("theme ", scale + strlen ("impact-"), NULL);
  theme = g_key_file_get_string (lev_handbook_draft_get_file (draft), group, "title", NULL);

  return g_strdup_printf (_("Impact: %s"), theme != NULL ? theme : scale);
}

GtkWidget *
lev_handbook_scales_group_new (LevHandbookDraft *draft,
                               GHashTable       *expanded)
{
  GtkWidget *group = lev_handbook_group_new (_("Scales"), _("The words behind the scores 1 to 5."));
  g_auto (GStrv) scales = lev_handbook_draft_list (draft, SCALE, NULL);

  for (guint i = 0; scales[i] != NULL; i++)
    {
      g_autofree char *title = dup_scale_title (draft, scales[i] + strlen (SCALE));
      GtkWidget *row = lev_handbook_expander_new (scales[i], title, expanded);

      for (int score = 1; score <= 5; score++)
        {
          char key[2] = { (char) ('0' + score), '\0' };
          /* Translators: the name of a scale and a score, "Likelihood, score 3" */
          g_autofree char *label = g_strdup_printf (_("%s, score %s"), title, key);
          g_autofree char *caption = g_strdup_printf (_("Score %s"), key);

          adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                    lev_handbook_text_new (draft, scales[i], key, caption, label));
        }
      add (group, row);
    }

  return group;
}

GtkWidget *
lev_handbook_classes_group_new (LevHandbookDraft *draft)
{
  GtkWidget *group = lev_handbook_group_new (
    _("Classes of risks"), _("From which likelihood × impact each class begins."));
  g_auto (GStrv) classes = lev_handbook_draft_list (draft, CLASS, NULL);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Class %u"), i + 1);
      /* Translators: %u is the place of a class of risks, from the lowest */
      g_autofree char *label = g_strdup_printf (_("Lower bound of class %u"), i + 1);
      GtkWidget *row = lev_handbook_entry_new (draft, classes[i], "title", name);

      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                                lev_handbook_number_new (draft, classes[i], "from", HIGHEST_CLASS,
                                                         label));
      add (group, row);
    }
  add (group, lev_handbook_number_row_new (draft, "rule", "impact-never-below-high", 5,
                                           _("From this impact at least high")));
  add (group, lev_handbook_number_row_new (draft, "rule", "worst-named-from", 5,
                                           _("Criteria named from this score")));

  return group;
}
