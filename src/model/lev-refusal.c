#include "lev-refusal.h"

#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

void
lev_refuse_step (GError **error,
                 gpointer record,
                 guint    step,
                 guint    actual)
{
  g_autofree char *title = lev_record_dup_full_title (LEV_RECORD (record));

  if (step < 1 || step > LEV_N_STEPS)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN, _("There is no step %u"), step);
  else if (actual >= 1 && actual <= LEV_N_STEPS)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN,
                 _("Step %u (%s) is not possible for ‘%s’: it is at step %u (%s)"), step,
                 _(lev_step_get (step)->name), title, actual, _(lev_step_get (actual)->name));
  else
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN,
                 _("Step %u (%s) is not possible for ‘%s’"), step, _(lev_step_get (step)->name),
                 title);
}

gboolean
lev_check_complete (GListStore *missing,
                    guint       step,
                    GError    **error)
{
  g_autofree char *text = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (missing)) == 0)
    return TRUE;

  text = lev_missing_describe (G_LIST_MODEL (missing));
  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_INCOMPLETE,
               _("Step %u (%s) is not complete:\n%s"), step, _(lev_step_get (step)->name), text);

  return FALSE;
}

gboolean
lev_check_open (gpointer record,
                GError **error)
{
  LevReview *review = lev_record_get_review (LEV_RECORD (record));

  if (review == NULL || review->closed == 0)
    return TRUE;

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CLOSED,
               _("‘%s’ is closed and can only be read"), review->title);
  return FALSE;
}
