#include "lev-spelling.h"

#ifdef HAVE_LIBSPELLING

#include <libspelling.h>

/* The dictionary that this machine has; %NULL for none. */
static const char *
find_language (SpellingProvider *provider)
{
  static const char *const names[] = { "nl_NL", "nl" };

  for (guint i = 0; provider != NULL && i < G_N_ELEMENTS (names); i++)
    if (spelling_provider_supports_language (provider, names[i]))
      return names[i];

  return NULL;
}

/* One checker for all texts: what is added to the dictionary counts everywhere. */
static SpellingChecker *
get_checker (void)
{
  static SpellingChecker *checker;
  static gsize is_looked_up;

  if (g_once_init_enter (&is_looked_up))
    {
      SpellingProvider *provider;
      const char *language;

      spelling_init ();
      provider = spelling_provider_get_default ();
      language = find_language (provider);
      if (language != NULL)
        checker = spelling_checker_new (provider, language);
      g_once_init_leave (&is_looked_up, 1);
    }

  return checker;
}

void
lev_spelling_check (GtkTextView *view)
{
  SpellingChecker *checker = get_checker ();
  g_autoptr (GtkSourceBuffer) buffer = NULL;
  SpellingTextBufferAdapter *adapter;
  gboolean has_undo;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  if (checker == NULL)
    return;

  has_undo = gtk_text_buffer_get_enable_undo (gtk_text_view_get_buffer (view));
  buffer = gtk_source_buffer_new (NULL);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), has_undo);
  gtk_text_view_set_buffer (view, GTK_TEXT_BUFFER (buffer));

  /* The adapter still looks at the buffer when the view has let go of it. */
  adapter = spelling_text_buffer_adapter_new (buffer, checker);
  g_object_set_data_full (G_OBJECT (adapter), "lev-buffer", g_object_ref (buffer), g_object_unref);
  g_object_set_data_full (G_OBJECT (view), "lev-spelling", adapter, g_object_unref);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (adapter));
  gtk_text_view_set_extra_menu (view, spelling_text_buffer_adapter_get_menu_model (adapter));
  spelling_text_buffer_adapter_set_enabled (adapter, TRUE);
}

#else

void
lev_spelling_check (GtkTextView *view)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
}

#endif
