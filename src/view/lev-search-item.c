#include "lev-search-item.h"

#include "lev-fold.h"
#include "lev-records.h"
#include "lev-search.h"
#include "lev-state.h"
#include "lev-title.h"

struct _LevSearchItem
{
  GObject parent;

  LevSearchKind kind;
  LevRecord    *record;
  GStrv         words;
};

G_DEFINE_FINAL_TYPE (LevSearchItem, lev_search_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_TITLE_ATTRIBUTES,
  PROP_SUBTITLE,
  PROP_SUBTITLE_ATTRIBUTES,
  PROP_KIND_TITLE,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const icons[LEV_N_SEARCH_KINDS] = {
  [LEV_SEARCH_SUPPLIER] = "x-office-address-book-symbolic",
  [LEV_SEARCH_SERVICE] = "network-server-symbolic",
  [LEV_SEARCH_CONTRACT] = "x-office-document-symbolic",
  [LEV_SEARCH_PERSON] = "avatar-default-symbolic",
  [LEV_SEARCH_REVIEW] = "view-refresh-symbolic",
  [LEV_SEARCH_RISK] = "dialog-warning-symbolic",
  [LEV_SEARCH_ACTION] = "checkbox-checked-symbolic",
  [LEV_SEARCH_DECISION] = "system-users-symbolic",
  [LEV_SEARCH_UPDATE] = "mail-send-symbolic",
};

/* On one line, with dots between the parts; those that are empty are left out. */
static void
add_part (GString    *text,
          const char *part)
{
  gsize start;

  if (lev_text_is_blank (part))
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  start = text->len;
  g_string_append (text, part);
  for (gsize i = start; i < text->len; i++)
    if (g_ascii_iscntrl (text->str[i]))
      text->str[i] = ' ';
}

static char *
dup_title (LevSearchItem *self)
{
  g_autofree char *code = lev_record_dup_code (self->record);
  g_autofree char *title = lev_record_dup_title (self->record);
  g_autoptr (GString) text = g_string_new (NULL);

  if (LEV_IS_DECISION (self->record))
    add_part (text, LEV_DECISION (self->record)->reason);
  else if (LEV_IS_STATUS_UPDATE (self->record))
    add_part (text, LEV_STATUS_UPDATE (self->record)->text);
  if (text->len == 0)
    add_part (text, title);
  if (code != NULL)
    {
      g_string_prepend_c (text, ' ');
      g_string_prepend (text, code);
    }

  return g_strdup (text->str);
}

/* What the record belongs to. */
static void
add_place (LevSearchItem *self,
           GString       *text)
{
  LevSupplier *supplier = lev_record_get_supplier (self->record);
  LevReview *review = lev_record_get_review (self->record);

  if (LEV_IS_DECISION (self->record) || LEV_IS_STATUS_UPDATE (self->record))
    {
      LevRecord *owner = lev_record_get_owner (self->record);
      g_autofree char *title = lev_record_dup_full_title (owner);
      g_autofree char *date = lev_date_format_long (LEV_IS_DECISION (self->record)
                                                      ? LEV_DECISION (self->record)->date
                                                      : LEV_STATUS_UPDATE (self->record)->date);

      add_part (text, title);
      add_part (text, date);
      return;
    }
  if (supplier != NULL)
    add_part (text, supplier->name);
  if (review != NULL && LEV_RECORD (review) != self->record)
    add_part (text, review->title);
  if (LEV_IS_SUPPLIER (self->record))
    {
      add_part (text, LEV_SUPPLIER (self->record)->number);
      add_part (text, LEV_SUPPLIER (self->record)->country);
    }
  if (LEV_IS_PERSON (self->record))
    add_part (text, LEV_PERSON (self->record)->function);
  if (LEV_IS_CONTRACT (self->record))
    add_part (text, LEV_CONTRACT (self->record)->number);
}

/* The first of the other texts in which a word is: why it was found. */
static void
add_reason (LevSearchItem *self,
            const char    *title,
            GString       *text)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (self->record);
  g_autofree char *shown = g_strconcat (title, " ", text->str, NULL);
  g_autofree char *folded_shown = lev_fold_text (shown);

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (folded_shown, self->words[i]) != NULL)
        continue;
      for (guint field = 0; field < klass->n_fields; field++)
        {
          LevValue value;

          lev_record_get_value (self->record, field, &value);
          if (klass->fields[field].kind == LEV_FIELD_KIND_TEXT && value.text != NULL &&
              lev_search_matches (value.text, self->words[i]))
            {
              add_part (text, value.text);
              return;
            }
        }
    }
}

static char *
dup_subtitle (LevSearchItem *self)
{
  g_autofree char *title = dup_title (self);
  g_autoptr (GString) text = g_string_new (NULL);

  add_place (self, text);
  add_reason (self, title, text);

  return g_strdup (text->str);
}

static void
lev_search_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LevSearchItem *self = LEV_SEARCH_ITEM (object);
  const char *const *words = (const char *const *) self->words;
  g_autofree char *text = NULL;

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, dup_title (self));
      break;
    case PROP_TITLE_ATTRIBUTES:
      text = dup_title (self);
      g_value_take_boxed (value, lev_search_emphasize (text, words));
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, dup_subtitle (self));
      break;
    case PROP_SUBTITLE_ATTRIBUTES:
      text = dup_subtitle (self);
      g_value_take_boxed (value, lev_search_emphasize (text, words));
      break;
    case PROP_KIND_TITLE:
      g_value_set_string (value, lev_search_kind_get_title (self->kind));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, icons[self->kind]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_search_item_finalize (GObject *object)
{
  LevSearchItem *self = LEV_SEARCH_ITEM (object);

  g_object_unref (self->record);
  g_strfreev (self->words);

  G_OBJECT_CLASS (lev_search_item_parent_class)->finalize (object);
}

static void
lev_search_item_class_init (LevSearchItemClass *klass)
{
  static const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lev_search_item_get_property;
  object_class->finalize = lev_search_item_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_TITLE_ATTRIBUTES] = g_param_spec_boxed ("title-attributes", NULL, NULL,
                                                          PANGO_TYPE_ATTR_LIST, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE_ATTRIBUTES] = g_param_spec_boxed ("subtitle-attributes", NULL, NULL,
                                                             PANGO_TYPE_ATTR_LIST, flags);
  properties[PROP_KIND_TITLE] = g_param_spec_string ("kind-title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lev_search_item_init (LevSearchItem *self)
{
}

LevSearchItem *
lev_search_item_new (LevSearchKind      kind,
                     LevRecord         *record,
                     const char *const *words)
{
  LevSearchItem *self = g_object_new (LEV_TYPE_SEARCH_ITEM, NULL);

  self->kind = kind;
  self->record = g_object_ref (record);
  self->words = g_strdupv ((char **) words);

  return self;
}

LevSearchKind
lev_search_item_get_kind (LevSearchItem *self)
{
  g_return_val_if_fail (LEV_IS_SEARCH_ITEM (self), LEV_SEARCH_SUPPLIER);

  return self->kind;
}

LevRecord *
lev_search_item_get_record (LevSearchItem *self)
{
  g_return_val_if_fail (LEV_IS_SEARCH_ITEM (self), NULL);

  return self->record;
}
