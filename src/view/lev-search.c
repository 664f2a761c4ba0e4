#include "lev-search.h"

#include "lev-fold.h"

char *
lev_search_dup_needle (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text != '\0' ? lev_fold_text (text) : NULL;
}

gboolean
lev_search_matches (const char *text,
                    const char *needle)
{
  g_autofree char *folded = NULL;

  if (needle == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;

  folded = lev_fold_text (text);

  return strstr (folded, needle) != NULL;
}

PangoAttrList *
lev_search_emphasize (const char        *text,
                      const char *const *words)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) ranges = lev_fold_find (text, words);

  for (guint i = 0; i < ranges->len; i++)
    {
      const LevFoldRange *range = &g_array_index (ranges, LevFoldRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_HEAVY);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line->start_index = range->start;
      bold->end_index = line->end_index = range->end;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line);
    }

  return attributes;
}
