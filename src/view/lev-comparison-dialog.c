#include "lev-comparison-dialog.h"

#include "lev-comparison.h"
#include "lev-score-chip.h"
#include "lev-title.h"

#include <glib/gi18n.h>

struct _LevComparisonDialog
{
  AdwDialog parent;

  AdwToggleGroup *filter;
  GtkBox         *groups;

  GPtrArray *dossiers; /* borrowed from the register */
};

G_DEFINE_FINAL_TYPE (LevComparisonDialog, lev_comparison_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_chip (const LevDifference *difference,
             LevDossier          *dossier,
             gboolean             before)
{
  GtkWidget *chip = gtk_label_new (NULL);
  LevRisk *risk = before ? difference->risk_before : difference->risk;
  int score = lev_difference_get_score (difference, before);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  if (difference->criterion == NULL && risk != NULL)
    lev_level_chip_update (GTK_LABEL (chip), lev_dossier_get_content (risk->dossier),
                           risk->likelihood, risk->impact);
  else if (difference->criterion != NULL && score != LEV_SCORE_OPEN)
    lev_score_chip_update (GTK_LABEL (chip), score);
  else
    gtk_label_set_label (GTK_LABEL (chip), "–");

  return chip;
}

static char *
dup_title (const LevDifference *difference)
{
  LevRisk *risk = difference->risk != NULL ? difference->risk : difference->risk_before;

  LevAction *action = difference->action != NULL ? difference->action : difference->action_before;

  if (difference->criterion != NULL)
    return g_strdup_printf ("%s %s", difference->criterion->code, difference->criterion->title);
  if (action != NULL)
    {
      g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));

      return g_strdup_printf ("%s %s", code,
                              lev_text_is_blank (action->title) ? _("New action") : action->title);
    }

  return g_strdup (lev_text_is_blank (risk->event) ? _("New risk") : risk->event);
}

static void
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  gtk_box_append (GTK_BOX (box), label);
}

/* The explanations of a criterion, where they differ. */
static void
append_notes (GtkWidget           *box,
              const LevDifference *difference)
{
  LevAssessment *before = difference->assessment_before, *now = difference->assessment;
  const char *old_note = before != NULL ? before->note : NULL;
  const char *note = now != NULL ? now->note : NULL;

  if (!lev_text_is_blank (note))
    append_label (box, note, "body-note");
  if (!lev_text_is_blank (old_note) && g_strcmp0 (note, old_note) != 0)
    {
      /* Translators: before the explanation that was given in the previous round */
      g_autofree char *text = g_strdup_printf (_("Previous round: %s"), old_note);

      append_label (box, text, "dimmed");
    }
}

static const char *
get_class (LevMovement movement)
{
  if (movement == LEV_MOVEMENT_WORSE)
    return "late";

  return movement == LEV_MOVEMENT_BETTER ? "finished" : "plain";
}

/* "C7 Continuïteitsvoorziening   3 → 5   slechter" */
static GtkWidget *
create_row (const LevDifference *difference,
            LevDossier          *dossier)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *values = adw_wrap_box_new ();
  GtkWidget *word = gtk_label_new (lev_movement_get_label (difference->movement));
  g_autofree char *title = dup_title (difference);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (values), 8);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (values), 4);
  gtk_widget_add_css_class (word, "chip");
  gtk_widget_add_css_class (word, get_class (difference->movement));
  append_label (box, title, NULL);
  if (!lev_difference_is_action (difference))
    {
      adw_wrap_box_append (ADW_WRAP_BOX (values), create_chip (difference, dossier, TRUE));
      adw_wrap_box_append (ADW_WRAP_BOX (values), gtk_label_new ("→"));
      adw_wrap_box_append (ADW_WRAP_BOX (values), create_chip (difference, dossier, FALSE));
    }
  adw_wrap_box_append (ADW_WRAP_BOX (values), word);
  gtk_box_append (GTK_BOX (box), values);
  append_notes (box, difference);

  gtk_widget_add_css_class (box, "padded");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* "3 slechter · 2 beter · 1 nieuw" */
static char *
summarize (const LevComparison *comparison)
{
  GString *text = g_string_new (NULL);

  if (comparison->previous == NULL)
    return g_strdup (_("Not in the previous round"));

  for (LevMovement movement = 0; movement < LEV_N_MOVEMENTS; movement++)
    if (comparison->counts[movement] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? " · " : "",
                              comparison->counts[movement], lev_movement_get_label (movement));

  return g_string_free (text, FALSE);
}

static void
append_dossier (LevComparisonDialog *self,
                LevDossier          *dossier,
                gboolean             with_equal)
{
  g_autoptr (LevComparison) comparison = lev_comparison_new (dossier);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *summary = summarize (comparison);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();
  guint n_shown = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), summary);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; comparison->previous != NULL && i < comparison->differences->len; i++)
    {
      const LevDifference *difference;

      difference = &g_array_index (comparison->differences, LevDifference, i);
      if (difference->movement == LEV_MOVEMENT_EQUAL && !with_equal)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), create_row (difference, dossier));
      n_shown++;
    }
  gtk_widget_set_visible (list, n_shown > 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  gtk_box_append (self->groups, group);
}

static void
update (LevComparisonDialog *self)
{
  gboolean with_equal = g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "all") == 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; self->dossiers != NULL && i < self->dossiers->len; i++)
    append_dossier (self, g_ptr_array_index (self->dossiers, i), with_equal);
}

static void
lev_comparison_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_COMPARISON_DIALOG);
  g_clear_pointer (&LEV_COMPARISON_DIALOG (object)->dossiers, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_comparison_dialog_parent_class)->dispose (object);
}

static void
lev_comparison_dialog_class_init (LevComparisonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_comparison_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/comparison-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevComparisonDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, LevComparisonDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
lev_comparison_dialog_init (LevComparisonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lev_comparison_dialog_new (GPtrArray *dossiers)
{
  LevComparisonDialog *self = g_object_new (LEV_TYPE_COMPARISON_DIALOG, NULL);

  self->dossiers = g_ptr_array_ref (dossiers);
  update (self);

  return ADW_DIALOG (self);
}
