#include "lev-selection-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-band-bar.h"
#include "lev-dialog.h"
#include "lev-factors-dialog.h"
#include "lev-person-button.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-selection-text.h"

#include <glib/gi18n.h>

/* Where what stands below a row begins, in pixels: under the name. */
#define INDENT       (77)
#define BAND_WIDTH   (193)
#define PEOPLE_WIDTH (330)

/* Rows are made for what is in sight and used again, so a row holds nothing of its item but what
 * the user is typing as a motivation. */
struct _LevSelectionRow
{
  GtkWidget parent;

  GtkCheckButton  *check;
  GtkLabel        *rank_label;
  GtkBox          *columns;
  GtkLabel        *name_label;
  GtkLabel        *service_label;
  LevBandBar      *bar;
  GtkLabel        *band_label;
  GtkWidget       *band_box;
  GtkWidget       *people;
  LevPersonButton *manager_button;
  LevPersonButton *owner_button;
  LevPersonButton *level_manager_button;
  GtkWidget       *unknown_box;
  GtkLabel        *unknown_label;
  GtkWidget       *deviation_box;
  GtkBox          *deviation_texts;
  GtkWidget       *needed_chip;
  GtkWidget       *deviation_chip;
  GtkLabel        *motivation_label;
  GtkButton       *motivate_button;
  GtkWidget       *factors_button;
  GtkWidget       *editor_box;
  GtkEditable     *motivation_entry;
  GtkWidget       *box;

  LevSelectionItem *item;
  gulong            changed_id;
  gboolean          updating;
  gboolean          narrow;
  gboolean          editing; /* the motivation */
};

G_DEFINE_FINAL_TYPE (LevSelectionRow, lev_selection_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_motivation (LevSelectionRow *self)
{
  LevDossier *dossier = self->item->ranked.dossier;

  return dossier != NULL && !lev_text_is_blank (dossier->motivation) ? dossier->motivation : NULL;
}

/* The first service of the supplier; %NULL for none. */
static LevService *
get_service (LevSelectionRow *self)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (self->item->ranked.supplier),
                                                     LEV_TYPE_SERVICE);

  return lev_record_list_get_n (services) > 0 ? lev_record_list_peek (services, 0) : NULL;
}

static void
update_service (LevSelectionRow *self)
{
  LevService *service = get_service (self);

  gtk_label_set_label (self->service_label, service != NULL ? service->name : _("no service yet"));
}

static void
update_criticality (LevSelectionRow *self)
{
  LevCriticality band = self->item->ranked.criticality;
  g_autofree char *text = lev_selection_describe_band (band);
  g_autofree char *unknown = lev_selection_describe_unknown (self->item);

  lev_band_bar_set_band (self->bar, band.lowest, band.highest);
  gtk_label_set_label (self->band_label, text);
  gtk_widget_set_visible (self->unknown_box,
                          unknown != NULL && !lev_selection_item_is_deviation (self->item));
  gtk_label_set_label (self->unknown_label, unknown != NULL ? unknown : "");
  gtk_widget_set_tooltip_text (self->band_box, unknown);
}

/* Of who is not chosen, the people that the register names. */
static void
update_people (LevSelectionRow *self)
{
  LevDossier *dossier = self->item->ranked.dossier;
  LevService *service = get_service (self);
  gboolean chosen = lev_selection_item_is_chosen (self->item);
  gboolean editable = chosen && self->item->editable;
  LevPerson *manager = self->item->ranked.supplier->manager;
  LevPerson *owner = service != NULL ? service->owner : NULL;
  LevPerson *level_manager = service != NULL ? service->level_manager : NULL;

  lev_person_button_show (self->manager_button, chosen ? dossier->manager : manager, _("CM"),
                          editable);
  lev_person_button_show (self->owner_button, chosen ? dossier->owner : owner, _("Service owner"),
                          editable);
  lev_person_button_show (self->level_manager_button,
                          chosen ? dossier->level_manager : level_manager, _("SLM"), editable);
}

static void
update_deviation (LevSelectionRow *self)
{
  gboolean deviates = lev_selection_item_is_deviation (self->item);
  const char *motivation = get_motivation (self);
  g_autofree char *text = NULL;

  if (motivation != NULL)
    text = g_strdup_printf (_("Motivation: %s"), motivation);
  else
    text = g_strdup (self->item->ranked.selected ? _("Above the limit, but not chosen.")
                                                 : _("Chosen, but below the limit."));

  gtk_widget_set_visible (self->deviation_box, deviates && !self->editing);
  gtk_widget_set_visible (self->editor_box, deviates && self->editing);
  gtk_widget_set_visible (self->needed_chip, motivation == NULL);
  gtk_widget_set_visible (self->deviation_chip, motivation != NULL);
  gtk_label_set_label (self->motivation_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->motivate_button), self->item->editable);
  if (motivation == NULL)
    {
      gtk_button_set_label (self->motivate_button, _("Motivate"));
      gtk_widget_remove_css_class (GTK_WIDGET (self->motivate_button), "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->motivation_label), "dimmed");
    }
  else
    {
      gtk_button_set_icon_name (self->motivate_button, "document-edit-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (self->motivate_button), "flat");
      gtk_widget_remove_css_class (GTK_WIDGET (self->motivation_label), "dimmed");
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->motivate_button), _("Motivate a deviation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->motivate_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Motivate a deviation"), -1);
}

/* A motivation can be missing of a supplier that has no dossier. */
static void
set_anchors (LevSelectionRow *self)
{
  LevRecord *dossier = (LevRecord *) self->item->ranked.dossier;
  LevRecord *supplier = LEV_RECORD (self->item->ranked.supplier);

  lev_anchor_set (GTK_WIDGET (self), dossier, NULL);
  lev_anchor_set (GTK_WIDGET (self->check), supplier, NULL);
  lev_anchor_set (GTK_WIDGET (self->manager_button), dossier, "manager");
  lev_anchor_set (GTK_WIDGET (self->owner_button), dossier, "owner");
  lev_anchor_set (GTK_WIDGET (self->level_manager_button), dossier, "level-manager");
  lev_anchor_set (self->deviation_box, self->item->ranked.selected ? supplier : dossier,
                  "motivation");
}

static void
update (LevSelectionRow *self)
{
  const char *name = self->item->ranked.supplier->name;
  g_autofree char *factors = g_strdup_printf (_("Factors of %s"), name);
  g_autofree char *rank = g_strdup_printf ("%u", self->item->rank);

  self->updating = TRUE;
  gtk_label_set_label (self->rank_label, rank);
  gtk_label_set_label (self->name_label, name);
  gtk_check_button_set_active (self->check, lev_selection_item_is_chosen (self->item));
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), self->item->editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  update_service (self);
  update_criticality (self);
  update_people (self);
  update_deviation (self);
  set_anchors (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->factors_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, factors, -1);
  self->updating = FALSE;
}

/* Chooses the supplier or not, with a motivation when it is given. */
static void
choose (LevSelectionRow *self,
        const char      *label,
        gboolean         chosen,
        const char      *motivation)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, label);
  if (lev_process_choose (self->item->review, self->item->ranked.supplier, chosen, motivation,
                          &error) != NULL)
    lev_application_commit (application);
  else
    lev_application_refuse (application, error);
}

static void
check_toggled_cb (LevSelectionRow *self)
{
  gboolean chosen = gtk_check_button_get_active (self->check);

  if (self->updating || self->item == NULL || chosen == lev_selection_item_is_chosen (self->item))
    return;

  choose (self, chosen ? _("Choose a supplier") : _("Do not choose a supplier"), chosen, NULL);
}

static void
write_person (LevSelectionRow *self,
              const char      *property,
              LevPerson       *person)
{
  LevApplication *application = lev_application_get_default ();

  lev_application_begin (application, _("Choose who is responsible"));
  g_object_set (self->item->ranked.dossier, property, person, NULL);
  lev_application_commit (application);
}

static void
manager_chosen_cb (LevSelectionRow *self,
                   LevPerson       *person)
{
  write_person (self, "manager", person);
}

static void
owner_chosen_cb (LevSelectionRow *self,
                 LevPerson       *person)
{
  write_person (self, "owner", person);
}

static void
level_manager_chosen_cb (LevSelectionRow *self,
                         LevPerson       *person)
{
  write_person (self, "level-manager", person);
}

static void
motivate_clicked_cb (LevSelectionRow *self)
{
  const char *motivation = get_motivation (self);

  self->editing = TRUE;
  gtk_editable_set_text (self->motivation_entry, motivation != NULL ? motivation : "");
  update_deviation (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->motivation_entry));
}

/* Writes the motivation and goes back to showing it. */
static void
motivation_activated_cb (LevSelectionRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->motivation_entry)));
  const char *motivation;

  if (!self->editing || self->item == NULL)
    return;

  self->editing = FALSE;
  motivation = get_motivation (self);
  update_deviation (self);
  if (g_strcmp0 (text, motivation != NULL ? motivation : "") != 0)
    choose (self, _("Motivate a deviation"), lev_selection_item_is_chosen (self->item), text);
}

/* Leaving the entry writes too. */
static void
motivation_left_cb (LevSelectionRow *self)
{
  motivation_activated_cb (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  LevSelectionRow *self = LEV_SELECTION_ROW (widget);

  if (!self->editing)
    return GDK_EVENT_PROPAGATE;

  self->editing = FALSE;
  update_deviation (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->motivate_button));

  return GDK_EVENT_STOP;
}

/* Three names need the whole width of a narrow row. */
static void
place_people (LevSelectionRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->people);
  GtkBox *place = self->narrow ? GTK_BOX (self->box) : self->columns;

  if (parent == GTK_WIDGET (place))
    return;

  g_object_ref (self->people);
  gtk_box_remove (GTK_BOX (parent), self->people);
  if (self->narrow)
    gtk_box_insert_child_after (place, self->people, gtk_widget_get_first_child (self->box));
  else
    gtk_box_append (place, self->people);
  g_object_unref (self->people);
}

static void
update_narrow (LevSelectionRow *self)
{
  GtkOrientation orientation = self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  place_people (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->deviation_texts), orientation);
  gtk_box_set_spacing (self->columns, self->narrow ? 6 : 12);
  gtk_widget_set_size_request (self->people, self->narrow ? -1 : PEOPLE_WIDTH, -1);
  gtk_widget_set_size_request (self->band_box, self->narrow ? -1 : BAND_WIDTH, -1);
  gtk_widget_set_margin_start (self->unknown_box, self->narrow ? 0 : INDENT);
  gtk_widget_set_margin_start (self->deviation_box, self->narrow ? 0 : INDENT);
  gtk_widget_set_margin_start (self->editor_box, self->narrow ? 0 : INDENT);
}

static void
lev_selection_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LevSelectionRow *self = LEV_SELECTION_ROW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      update_narrow (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_selection_row_dispose (GObject *object)
{
  lev_selection_row_set_item (LEV_SELECTION_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_SELECTION_ROW);

  G_OBJECT_CLASS (lev_selection_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, box);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, check);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, rank_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, columns);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, service_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, bar);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, band_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, band_box);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, people);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, manager_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, owner_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, level_manager_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, unknown_box);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, deviation_box);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, deviation_texts);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, factors_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, needed_chip);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, deviation_chip);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, motivation_label);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, motivate_button);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, editor_box);
  gtk_widget_class_bind_template_child (widget_class, LevSelectionRow, motivation_entry);
}

static void
lev_selection_row_class_init (LevSelectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_selection_row_set_property;
  object_class->dispose = lev_selection_row_dispose;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEV_TYPE_BAND_BAR);
  g_type_ensure (LEV_TYPE_PERSON_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/selection-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, manager_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_manager_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, motivate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, motivation_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, motivation_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, lev_selection_row_show_factors);
}

static void
lev_selection_row_init (LevSelectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_narrow (self);
}

GtkWidget *
lev_selection_row_new (void)
{
  return g_object_new (LEV_TYPE_SELECTION_ROW, NULL);
}

void
lev_selection_row_set_item (LevSelectionRow  *self,
                            LevSelectionItem *item)
{
  g_return_if_fail (LEV_IS_SELECTION_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  if (item != self->item)
    self->editing = FALSE;
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

void
lev_selection_row_toggle (LevSelectionRow *self)
{
  g_return_if_fail (LEV_IS_SELECTION_ROW (self));

  if (self->item == NULL || !self->item->editable)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

void
lev_selection_row_show_factors (LevSelectionRow *self)
{
  g_return_if_fail (LEV_IS_SELECTION_ROW (self));

  if (self->item != NULL)
    lev_dialog_present (lev_factors_dialog_new (self->item->review, self->item->ranked.supplier,
                                                self->item->editable),
                        GTK_WIDGET (self));
}
