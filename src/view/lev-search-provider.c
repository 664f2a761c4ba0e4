#include "lev-search-provider.h"

#include "lev-action-state.h"
#include "lev-application.h"
#include "lev-dialog.h"
#include "lev-go.h"
#include "lev-records.h"
#include "lev-search-dialog.h"
#include "lev-search-item.h"

#define PATH        "/SearchProvider"
#define LIMIT       (20) /* of each kind; the desktop shows fewer */
#define FINISHED_AT (12) /* the step in which an action is over, and only its people are told */

/* A search is answered from the records of the window, or from `store` when there is no window.
 * What is to be shown waits in `awaited` or `wanted` until the window has its database. */
typedef struct
{
  LevApplication *application; /* it lives longer */
  LevStore       *store;
  LevSearchIndex *index;
  char           *awaited; /* the record to show */
  char           *wanted;  /* the words to search for */
} LevSearchProvider;

static const char interface_xml[] =
  "<node>"
  " <interface name='org.gnome.Shell.SearchProvider2'>"
  "  <method name='GetInitialResultSet'>"
  "   <arg type='as' direction='in'/><arg type='as' direction='out'/>"
  "  </method>"
  "  <method name='GetSubsearchResultSet'>"
  "   <arg type='as' direction='in'/><arg type='as' direction='in'/>"
  "   <arg type='as' direction='out'/>"
  "  </method>"
  "  <method name='GetResultMetas'>"
  "   <arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/>"
  "  </method>"
  "  <method name='ActivateResult'>"
  "   <arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/>"
  "  </method>"
  "  <method name='LaunchSearch'>"
  "   <arg type='as' direction='in'/><arg type='u' direction='in'/>"
  "  </method>"
  " </interface>"
  "</node>";

/* The records that are searched; %NULL when there are none to read. */
static LevRegister *
get_records (LevSearchProvider *self)
{
  LevRegister *records = lev_application_get_records (self->application);
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;

  if (records != NULL)
    return records;

  if (self->store == NULL)
    {
      place = lev_application_dup_place (self->application);
      if (g_file_test (place, G_FILE_TEST_EXISTS))
        self->store = lev_store_open (place, LEV_STORE_READ, &error);
      /* The desktop has no place for it; the window says it when it opens the same file. */
      if (error != NULL)
        g_debug ("Nothing to search: %s", error->message);
    }

  return self->store != NULL ? lev_store_get_records (self->store) : NULL;
}

static gboolean
is_offered (LevRecord *record)
{
  if (LEV_IS_ACTION (record))
    return lev_action_get_step (LEV_ACTION (record)) < FINISHED_AT;

  return LEV_IS_SUPPLIER (record);
}

/* (as): the identifiers of what holds all of @words. */
static GVariant *
find (LevSearchProvider *self,
      const char *const *words)
{
  static const LevSearchKind kinds[] = { LEV_SEARCH_SUPPLIER, LEV_SEARCH_ACTION };
  LevRegister *records = get_records (self);
  g_autofree char *text = g_strjoinv (" ", (char **) words);
  g_autoptr (LevSearchResult) result = NULL;
  g_auto (GVariantBuilder) found = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  if (self->index == NULL && records != NULL)
    self->index = lev_search_index_new (records);
  if (self->index != NULL)
    result = lev_search_index_find (self->index, text, LIMIT);

  for (guint kind = 0; result != NULL && kind < G_N_ELEMENTS (kinds); kind++)
    for (guint i = 0; i < result->records[kinds[kind]]->len; i++)
      {
        LevRecord *record = result->records[kinds[kind]]->pdata[i];

        if (is_offered (record))
          g_variant_builder_add (&found, "s", record->id);
      }

  return g_variant_new ("(as)", &found);
}

static void
add_meta (GVariantBuilder *metas,
          LevRecord       *record)
{
  static const char *const no_words[] = { NULL };
  LevSearchKind kind = LEV_IS_ACTION (record) ? LEV_SEARCH_ACTION : LEV_SEARCH_SUPPLIER;
  g_autoptr (LevSearchItem) item = lev_search_item_new (kind, record, no_words);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *description = NULL;

  g_object_get (item, "title", &title, "subtitle", &subtitle, NULL);
  description = g_strjoin (" · ", lev_search_kind_get_title (kind),
                           *subtitle != '\0' ? subtitle : NULL, NULL);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (record->id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (title));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_close (metas);
}

/* (aa{sv}): how the records @ids are shown. */
static GVariant *
describe (LevSearchProvider *self,
          const char *const *ids)
{
  LevRegister *records = get_records (self);
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; records != NULL && ids[i] != NULL; i++)
    {
      LevRecord *record = lev_register_lookup (records, ids[i]);

      if (record != NULL && is_offered (record))
        add_meta (&metas, record);
    }

  return g_variant_new ("(aa{sv})", &metas);
}

/* Shows what waits, when the window has a database. */
static gboolean
show_awaited_cb (gpointer data)
{
  LevSearchProvider *self = data;
  LevRegister *records = lev_application_get_records (self->application);
  GtkWidget *window = lev_application_ensure_window (self->application);
  g_autofree char *awaited = NULL;
  g_autofree char *wanted = NULL;
  LevRecord *record;

  if (records == NULL)
    return G_SOURCE_REMOVE;

  awaited = g_steal_pointer (&self->awaited);
  wanted = g_steal_pointer (&self->wanted);
  record = awaited != NULL ? lev_register_lookup (records, awaited) : NULL;
  if (record != NULL)
    lev_go_to_record (window, record);
  if (wanted != NULL)
    {
      AdwDialog *dialog = lev_search_dialog_new ();

      lev_dialog_present (dialog, window);
      lev_search_dialog_find (LEV_SEARCH_DIALOG (dialog), wanted);
    }

  return G_SOURCE_REMOVE;
}

/* Opens the window, which may take its time to read the database. */
static void
activate (LevSearchProvider *self,
          char              *awaited,
          char              *wanted)
{
  g_free (self->awaited);
  g_free (self->wanted);
  self->awaited = awaited;
  self->wanted = wanted;
  g_application_activate (G_APPLICATION (self->application));
  g_idle_add (show_awaited_cb, self);
}

static void
store_changed_cb (LevSearchProvider *self)
{
  g_clear_pointer (&self->index, lev_search_index_free);
  g_clear_object (&self->store);
  if (self->awaited != NULL || self->wanted != NULL)
    g_idle_add (show_awaited_cb, self);
}

/* What was indexed may be gone or called otherwise. */
static void
records_changed_cb (LevSearchProvider *self)
{
  g_clear_pointer (&self->index, lev_search_index_free);
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *arguments,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  LevSearchProvider *self = user_data;
  g_autofree const char **words = NULL;
  const char *id;

  if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (arguments, "(&s^a&su)", &id, &words, NULL);
      activate (self, g_strdup (id), NULL);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (g_str_equal (method, "LaunchSearch"))
    {
      g_variant_get (arguments, "(^a&su)", &words, NULL);
      activate (self, NULL, g_strjoinv (" ", (char **) words));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (arguments, "(^a&s)", &words);
      g_dbus_method_invocation_return_value (invocation, describe (self, words));
    }
  else
    {
      gboolean is_initial = g_str_equal (method, "GetInitialResultSet");

      g_variant_get_child (arguments, is_initial ? 0 : 1, "^a&s", &words);
      g_dbus_method_invocation_return_value (invocation, find (self, words));
    }
}

static void
search_provider_free (gpointer data)
{
  LevSearchProvider *self = data;

  while (g_source_remove_by_user_data (self))
    continue;
  g_clear_pointer (&self->index, lev_search_index_free);
  g_clear_object (&self->store);
  g_free (self->awaited);
  g_free (self->wanted);
  g_free (self);
}

gboolean
lev_search_provider_register (GApplication    *application,
                              GDBusConnection *connection,
                              const char      *path,
                              GError         **error)
{
  static const GDBusInterfaceVTable table = { .method_call = method_called_cb };
  GApplicationClass *parent_class = g_type_class_peek (ADW_TYPE_APPLICATION);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autofree char *own_path = g_strconcat (path, PATH, NULL);
  LevSearchProvider *self;

  if (!parent_class->dbus_register (application, connection, path, error))
    return FALSE;

  self = g_new0 (LevSearchProvider, 1);
  self->application = LEV_APPLICATION (application);
  if (g_dbus_connection_register_object (connection, own_path, node->interfaces[0], &table, self,
                                         NULL, error) == 0)
    {
      g_free (self);
      return FALSE;
    }
  g_signal_connect_swapped (application, "notify::store", G_CALLBACK (store_changed_cb), self);
  g_signal_connect_swapped (application, "changed", G_CALLBACK (records_changed_cb), self);
  g_object_set_data_full (G_OBJECT (application), "search-provider", self, search_provider_free);

  return TRUE;
}
