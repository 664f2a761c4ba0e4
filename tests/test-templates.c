/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every template of the program: an instance comes up without a warning and goes away whole. Which
 * ones there are is read from the resources, so that none can be forgotten. */

#include "lev-action-panel.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "view-fixture.h"

#include <dlfcn.h>
#include <string.h>

#define FOLDER "/nl/levman/Review/ui/"

/* What some cannot be without: a property that their templates always give. */
static const struct
{
  const char *type_name;
  const char *property;
  const char *value;
} needs[] = {
  { "LevFolderRow", "key", "report-folder" },
};

/* "LevRiskRow" to "lev_risk_row_get_type" */
static char *
dup_function_name (const char *type_name)
{
  GString *name = g_string_new (NULL);

  for (const char *c = type_name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && c != type_name)
        g_string_append_c (name, '_');
      g_string_append_c (name, g_ascii_tolower (*c));
    }

  return g_string_free (g_string_append (name, "_get_type"), FALSE);
}

static GType
find_type (const char *type_name)
{
  g_autofree char *function_name = dup_function_name (type_name);
  GType (*get_type) (void);

  *(void **) &get_type = dlsym (RTLD_DEFAULT, function_name);
  if (get_type == NULL)
    g_error ("there is no %s()", function_name);

  return get_type ();
}

/* Newly allocated: our class of the template in @file; NULL when it has none, as rows of GTK list
 * views and the help, which the pages of the other tests show. */
static char *
dup_template_class (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  const char *start = NULL;

  if (bytes != NULL)
    start = g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                          "<template class=\"Lev");
  if (start == NULL)
    return NULL;
  start += strlen ("<template class=\"");

  return g_strndup (start, strcspn (start, "\""));
}

static GObject *
create (const char *type_name,
        GType       type)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_equal (needs[i].type_name, type_name))
      return g_object_new (type, needs[i].property, needs[i].value, NULL);

  /* What a step asks is asked of an action. */
  if (g_type_is_a (type, LEV_TYPE_ACTION_PANEL))
    {
      LevRegister *records = lev_application_get_records (lev_application_get_default ());
      LevRecordList *actions = lev_register_list (records, LEV_TYPE_ACTION);

      return g_object_new (type, "subject", lev_record_list_peek (actions, 0), "number", 7, NULL);
    }

  return g_object_new (type, NULL);
}

static void
test_template (gconstpointer data)
{
  GType type = find_type (data);
  GObject *object;

  if (G_TYPE_IS_ABSTRACT (type))
    {
      g_test_skip ("abstract: its classes are tried");
      return;
    }

  object = create (data, type);
  if (GTK_IS_WINDOW (object))
    {
      g_object_add_weak_pointer (object, (gpointer *) &object);
      gtk_window_destroy (GTK_WINDOW (object));
    }
  else
    {
      g_object_ref_sink (object);
      g_object_add_weak_pointer (object, (gpointer *) &object);
      g_object_unref (object);
    }
  view_fixture_iterate (20);
  g_assert_null (object);
}

static void
add_tests (const char *database)
{
  g_auto (GStrv) files = g_resources_enumerate_children (FOLDER, 0, NULL);

  g_assert_cmpuint (g_strv_length (files), >, 50);
  for (guint i = 0; files[i] != NULL; i++)
    {
      char *name = dup_template_class (files[i]);
      g_autofree char *path = name != NULL ? g_strdup_printf ("/template/%s", name) : NULL;

      if (name != NULL)
        g_test_add_data_func_full (path, name, test_template, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
