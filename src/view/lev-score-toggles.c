#include "lev-score-toggles.h"

#include "lev-field.h"

#include <glib/gi18n.h>

static void
add_toggle (AdwToggleGroup *group,
            int             score,
            const char     *label,
            const char     *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *name = g_strdup_printf ("%d", score);

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label != NULL ? label : name);
  if (tooltip != NULL)
    adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (group, toggle);
}

void
lev_score_toggles_fill (AdwToggleGroup *group,
                        gboolean        with_not_applicable)
{
  g_return_if_fail (ADW_IS_TOGGLE_GROUP (group));

  for (int score = 1; score <= 5; score++)
    add_toggle (group, score, NULL, NULL);
  if (with_not_applicable)
    {
      add_toggle (group, LEV_SCORE_NOT_APPLICABLE, _("n/a"), _("does not apply"));
      /* Translators: short for “unknown”, on a narrow button */
      add_toggle (group, LEV_SCORE_UNKNOWN, _("unkn."), _("unknown, never counts as 0"));
    }
  else
    add_toggle (group, LEV_SCORE_UNKNOWN, "?", _("unknown, never counts as 0"));

  adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
}

void
lev_score_toggles_word (AdwToggleGroup     *group,
                        LevHandbookContent *content,
                        const char         *scale)
{
  for (int score = 1; score <= 5; score++)
    {
      g_autofree char *name = g_strdup_printf ("%d", score);
      AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (group, name);

      adw_toggle_set_tooltip (toggle, lev_handbook_content_describe (content, scale, score));
    }
}

int
lev_score_toggles_get (AdwToggleGroup *group)
{
  const char *name = adw_toggle_group_get_active_name (group);

  return name != NULL ? (int) g_ascii_strtoll (name, NULL, 10) : LEV_SCORE_OPEN;
}

void
lev_score_toggles_set (AdwToggleGroup *group,
                       int             score)
{
  g_autofree char *name = g_strdup_printf ("%d", score);

  if (score == lev_score_toggles_get (group))
    return;

  if (score == LEV_SCORE_OPEN)
    adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
  else
    adw_toggle_group_set_active_name (group, name);
}
