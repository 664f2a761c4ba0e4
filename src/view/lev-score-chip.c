#include "lev-score-chip.h"

#include <glib/gi18n.h>

void
lev_score_chip_update (GtkLabel *chip,
                       int       score)
{
  g_autofree char *text = g_strdup_printf ("%d", score);
  g_autofree char *css_class = g_strdup_printf ("score-%d", score);
  const char *const classes[] = { "score-chip", LEV_SCORE_IS_KNOWN (score) ? css_class : NULL,
                                  NULL };

  gtk_widget_set_visible (GTK_WIDGET (chip), score != LEV_SCORE_OPEN);
  gtk_widget_set_css_classes (GTK_WIDGET (chip), (const char **) classes);

  if (score == LEV_SCORE_UNKNOWN)
    gtk_label_set_label (chip, "?");
  else if (score == LEV_SCORE_NOT_APPLICABLE)
    gtk_label_set_label (chip, _("n/a"));
  else
    gtk_label_set_label (chip, text);
}

void
lev_level_chip_update (GtkLabel           *chip,
                       LevHandbookContent *content,
                       int                 likelihood,
                       int                 impact)
{
  static const char *const level_classes[] = {
    [LEV_LEVEL_UNKNOWN] = "level-unknown", [LEV_LEVEL_LOW] = "level-low",
    [LEV_LEVEL_MEDIUM] = "level-medium",   [LEV_LEVEL_HIGH] = "level-high",
    [LEV_LEVEL_CRITICAL] = "level-critical",
  };
  LevLevel level = lev_scoring_get_level (content, likelihood, impact);
  const char *title = lev_scoring_get_level_title (content, level);
  const char *const classes[] = { "chip", level_classes[level], NULL };
  g_autofree char *text = NULL;

  if (level == LEV_LEVEL_UNKNOWN)
    text = g_strdup (title);
  else
    text = g_strdup_printf ("%d × %d = %d %s", likelihood, impact, likelihood * impact, title);

  gtk_label_set_label (chip, text);
  gtk_widget_set_css_classes (GTK_WIDGET (chip), (const char **) classes);
}
