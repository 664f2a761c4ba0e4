#include "lev-parts-section.h"

#include "lev-application.h"
#include "lev-record-list.h"
#include "lev-side-pane.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkLabel   *empty_label;
  GtkListBox *list;
  GtkButton  *add_button;
  AdwBin     *below_bin;
  GtkWidget  *pane;

  GPtrArray *parts; /* one per row, borrowed */
  gpointer   added; /* the part whose row is to be entered */
} LevPartsSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LevPartsSection, lev_parts_section, LEV_TYPE_PROFILE_SECTION)

enum
{
  PROP_0,
  PROP_BELOW,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static LevRecordList *
get_parts (LevPartsSection *self)
{
  LevDossier *dossier = lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self));

  return lev_record_get_children (LEV_RECORD (dossier),
                                  LEV_PARTS_SECTION_GET_CLASS (self)->part_type);
}

/* The new part is filled in at once. */
static void
enter_added (LevPartsSection *self)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);
  guint place;

  if (g_ptr_array_find (priv->parts, priv->added, &place))
    lev_fold_row_enter (LEV_FOLD_ROW (gtk_list_box_get_row_at_index (priv->list, (int) place)));
}

static void
added_cb (LevPartsSection *self)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);
  LevPartsSectionClass *klass = LEV_PARTS_SECTION_GET_CLASS (self);
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _(klass->add_label));
  priv->added = klass->add (lev_profile_section_get_dossier (LEV_PROFILE_SECTION (self)), &error);
  if (priv->added != NULL && lev_application_commit (application))
    enter_added (self);
  else if (priv->added == NULL)
    lev_application_refuse (application, error);
  priv->added = NULL;
}

/* A row was unfolded or folded: in a section that shows one part at a time the others fold. */
static void
open_changed_cb (LevPartsSection *self,
                 GParamSpec      *pspec,
                 LevFoldRow      *row)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);
  LevPartsSectionClass *klass = LEV_PARTS_SECTION_GET_CLASS (self);
  gpointer part = NULL;

  if (klass->opened == NULL)
    return;

  for (guint i = 0; i < priv->parts->len; i++)
    {
      LevFoldRow *other = LEV_FOLD_ROW (gtk_list_box_get_row_at_index (priv->list, (int) i));

      if (other != row && lev_fold_row_is_open (row))
        lev_fold_row_set_open (other, FALSE);
      if (lev_fold_row_is_open (other))
        part = g_ptr_array_index (priv->parts, i);
    }
  klass->opened (self, part);
}

static gboolean
add_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  LevPartsSection *self = LEV_PARTS_SECTION (widget);

  if (!lev_profile_section_is_editable (LEV_PROFILE_SECTION (self)))
    return FALSE;

  added_cb (self);

  return TRUE;
}

static gboolean
has_rows_of (LevPartsSection *self,
             LevRecordList   *parts)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);

  if (priv->parts->len != lev_record_list_get_n (parts))
    return FALSE;

  for (guint i = 0; i < priv->parts->len; i++)
    if (g_ptr_array_index (priv->parts, i) != lev_record_list_peek (parts, i))
      return FALSE;

  return TRUE;
}

/* Takes the rows of parts that are gone out and puts those of new parts in, so that what is
 * unfolded stays so. */
static void
update_rows (LevPartsSection *self,
             LevRecordList   *parts)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);
  guint n_parts = lev_record_list_get_n (parts);

  for (guint i = priv->parts->len; i > 0; i--)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < n_parts && !is_there; j++)
        is_there = lev_record_list_peek (parts, j) == g_ptr_array_index (priv->parts, i - 1);
      if (is_there)
        continue;

      gtk_list_box_remove (priv->list,
                           GTK_WIDGET (gtk_list_box_get_row_at_index (priv->list, (int) i - 1)));
      g_ptr_array_remove_index (priv->parts, i - 1);
    }

  for (guint i = 0; i < n_parts; i++)
    {
      gpointer part = lev_record_list_peek (parts, i);
      GtkWidget *row;

      if (i < priv->parts->len && g_ptr_array_index (priv->parts, i) == part)
        continue;

      row = LEV_PARTS_SECTION_GET_CLASS (self)->create_row (part);
      gtk_list_box_insert (priv->list, row, (int) i);
      g_ptr_array_insert (priv->parts, (int) i, part);
      g_signal_connect_object (row, "notify::open", G_CALLBACK (open_changed_cb), self,
                               G_CONNECT_SWAPPED);
      if (part == priv->added)
        lev_fold_row_set_open (LEV_FOLD_ROW (row), TRUE);
    }
}

static void
lev_parts_section_update (LevProfileSection *section)
{
  LevPartsSection *self = LEV_PARTS_SECTION (section);
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);
  LevPartsSectionClass *klass = LEV_PARTS_SECTION_GET_CLASS (self);
  LevRecordList *parts = get_parts (self);
  gboolean editable = lev_profile_section_is_editable (section);

  if (!has_rows_of (self, parts))
    update_rows (self, parts);

  for (guint i = 0; i < priv->parts->len; i++)
    klass->show_row (LEV_FOLD_ROW (gtk_list_box_get_row_at_index (priv->list, (int) i)), editable);

  gtk_label_set_label (priv->empty_label, _(klass->empty_label));
  gtk_widget_set_visible (GTK_WIDGET (priv->empty_label), priv->parts->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (priv->list), priv->parts->len > 0);
  gtk_button_set_label (priv->add_button, _(klass->add_label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->add_button), "Shift+Ctrl+N");
  gtk_widget_set_visible (GTK_WIDGET (priv->add_button), editable);
  lev_parts_section_filter (self);
}

static void
lev_parts_section_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (
    LEV_PARTS_SECTION (object));
  GtkWidget *child = g_value_get_object (value);

  switch (prop_id)
    {
    case PROP_BELOW:
      adw_bin_set_child (priv->below_bin, child);
      g_object_bind_property (child, "visible", priv->below_bin, "visible", G_BINDING_SYNC_CREATE);
      break;
    case PROP_SIDE:
      g_object_set (priv->pane, "side", child, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static char *
lev_parts_section_count (LevProfileSection *section)
{
  return g_strdup_printf ("%u", lev_record_list_get_n (get_parts (LEV_PARTS_SECTION (section))));
}

/* Without any part there is one thing to do. */
static gboolean
lev_parts_section_enter (LevProfileSection *section)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (
    LEV_PARTS_SECTION (section));
  GtkWidget *target = priv->parts->len > 0 ? GTK_WIDGET (priv->list)
                                           : GTK_WIDGET (priv->add_button);

  return gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
}

static void
lev_parts_section_finalize (GObject *object)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (
    LEV_PARTS_SECTION (object));

  g_ptr_array_unref (priv->parts);

  G_OBJECT_CLASS (lev_parts_section_parent_class)->finalize (object);
}

static void
lev_parts_section_class_init (LevPartsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = lev_parts_section_set_property;
  G_OBJECT_CLASS (klass)->finalize = lev_parts_section_finalize;
  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_parts_section_update;
  LEV_PROFILE_SECTION_CLASS (klass)->count = lev_parts_section_count;
  LEV_PROFILE_SECTION_CLASS (klass)->enter = lev_parts_section_enter;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                add_key_cb, NULL);

  g_type_ensure (LEV_TYPE_SIDE_PANE);
  properties[PROP_BELOW] = g_param_spec_object ("below", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/parts-section.ui");
  gtk_widget_class_bind_template_child_private (widget_class, LevPartsSection, empty_label);
  gtk_widget_class_bind_template_child_private (widget_class, LevPartsSection, list);
  gtk_widget_class_bind_template_child_private (widget_class, LevPartsSection, add_button);
  gtk_widget_class_bind_template_child_private (widget_class, LevPartsSection, pane);
  gtk_widget_class_bind_template_child_private (widget_class, LevPartsSection, below_bin);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
lev_parts_section_init (LevPartsSection *self)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);

  priv->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Parts of the profile"), -1);
}

void
lev_parts_section_filter (LevPartsSection *self)
{
  LevPartsSectionPrivate *priv = lev_parts_section_get_instance_private (self);
  LevPartsSectionClass *klass = LEV_PARTS_SECTION_GET_CLASS (self);

  g_return_if_fail (LEV_IS_PARTS_SECTION (self));

  for (guint i = 0; klass->is_shown != NULL && i < priv->parts->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (priv->list, (int) i);

      gtk_widget_set_visible (GTK_WIDGET (row),
                              klass->is_shown (self, g_ptr_array_index (priv->parts, i)));
    }
}
