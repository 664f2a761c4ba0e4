#include "lev-missing-row.h"

#include "lev-application.h"
#include "lev-due-text.h"
#include "lev-responsible.h"

#include <glib/gi18n.h>

/* How wide the column of the suppliers is where everything stands on one line. */
#define SUBJECT_CHARS (22)

struct _LevMissingRow
{
  GtkListBoxRow parent;

  GtkBox   *texts;
  GtkLabel *subject;
  GtkLabel *who_above;
  GtkLabel *what;
  GtkLabel *who;
};

G_DEFINE_FINAL_TYPE (LevMissingRow, lev_missing_row, GTK_TYPE_LIST_BOX_ROW)

/* The supplier it is about; the person, or the round, where there is none. */
static char *
describe_subject (LevRecord *subject)
{
  LevDossier *dossier = lev_record_get_dossier (subject);

  return lev_record_dup_title (dossier != NULL ? LEV_RECORD (dossier) : subject);
}

/* "Tweede verbinding aanleggen: de uitvoerder ontbreekt" */
static char *
describe_what (LevMissing *missing)
{
  LevRecord *subject = lev_missing_get_subject (missing);
  const char *reason = lev_missing_get_reason (missing);
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;

  if (!LEV_IS_ACTION (subject) && !LEV_IS_RISK (subject))
    return g_strdup (reason);

  title = lev_record_dup_title (subject);
  first = g_utf8_strdown (reason, (gssize) (g_utf8_next_char (reason) - reason));

  return g_strdup_printf ("%s: %s%s", title, first, g_utf8_next_char (reason));
}

/* "u · woensdag" */
static char *
describe_who (LevMissing *missing,
              LevReview  *review)
{
  LevRecord *subject = lev_missing_get_subject (missing);
  guint number = lev_missing_get_step (missing);
  LevPerson *person = lev_step_get_responsible (number, review, subject);
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  g_autofree char *due = lev_due_describe (lev_step_get_due (number, subject), lev_clock_today ());
  g_autofree char *name = NULL;

  if (person != NULL && person == user)
    /* Translators: whose turn it is: that of the person who looks. */
    name = g_strdup (_("you"));
  else if (person != NULL)
    name = lev_person_dup_short_name (person);

  if (name == NULL)
    return g_steal_pointer (&due);
  if (*due == '\0')
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s · %s", name, due);
}

static void
lev_missing_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_MISSING_ROW);

  G_OBJECT_CLASS (lev_missing_row_parent_class)->dispose (object);
}

static void
lev_missing_row_class_init (LevMissingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_missing_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/missing-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevMissingRow, texts);
  gtk_widget_class_bind_template_child (widget_class, LevMissingRow, subject);
  gtk_widget_class_bind_template_child (widget_class, LevMissingRow, what);
  gtk_widget_class_bind_template_child (widget_class, LevMissingRow, who);
  gtk_widget_class_bind_template_child (widget_class, LevMissingRow, who_above);
}

static void
lev_missing_row_init (LevMissingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_missing_row_new (LevMissing *missing,
                     LevReview  *review)
{
  LevMissingRow *self = g_object_new (LEV_TYPE_MISSING_ROW, NULL);
  const char *field = lev_missing_get_field (missing);
  g_autofree char *subject = describe_subject (lev_missing_get_subject (missing));
  g_autofree char *what = describe_what (missing);
  g_autofree char *who = describe_who (missing, review);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", subject, what, who);

  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->who_above, who);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), lev_missing_get_todo (missing));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  lev_missing_get_todo (missing), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(uss)", lev_missing_get_step (missing),
                                    lev_missing_get_subject (missing)->id,
                                    field != NULL ? field : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.go");

  return GTK_WIDGET (self);
}

void
lev_missing_row_set_wide (LevMissingRow *self,
                          gboolean       wide)
{
  g_return_if_fail (LEV_IS_MISSING_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self->who), wide);
  gtk_widget_set_visible (GTK_WIDGET (self->who_above), !wide);
  gtk_label_set_width_chars (self->subject, wide ? SUBJECT_CHARS : -1);
  gtk_label_set_max_width_chars (self->subject, wide ? SUBJECT_CHARS : -1);
  gtk_label_set_wrap (self->what, !wide);
  gtk_label_set_ellipsize (self->what, wide ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}
