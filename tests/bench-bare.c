/* The bare programs beside the window: hello world with libadwaita, and with a number as argument a
 * GtkColumnView with that many rows, of the columns of the list of suppliers, below a field that
 * searches them. */

#include <adwaita.h>
#include <stdlib.h>

#define N_COLUMNS (8)

typedef struct
{
  GObject parent;

  char *cells[N_COLUMNS + 1]; /* the last is the second line of the first column */
} BareRow;

typedef GObjectClass BareRowClass;

GType bare_row_get_type (void);

G_DEFINE_TYPE (BareRow, bare_row, G_TYPE_OBJECT)

static void
bare_row_finalize (GObject *object)
{
  BareRow *self = (BareRow *) object;

  for (guint i = 0; i <= N_COLUMNS; i++)
    g_free (self->cells[i]);

  G_OBJECT_CLASS (bare_row_parent_class)->finalize (object);
}

static void
bare_row_class_init (BareRowClass *klass)
{
  klass->finalize = bare_row_finalize;
}

static void
bare_row_init (BareRow *self)
{
}

static GListModel *
create_rows (guint n_rows)
{
  GListStore *store = g_list_store_new (bare_row_get_type ());

  for (guint i = 0; i < n_rows; i++)
    {
      BareRow *row = g_object_new (bare_row_get_type (), NULL);

      row->cells[0] = g_strdup_printf ("Leverancier %05u", i);
      row->cells[1] = g_strdup_printf ("L-%05u", i);
      row->cells[2] = g_strdup ("M. de Wit");
      row->cells[3] = g_strdup ("Nederland");
      row->cells[4] = g_strdup ("strategisch");
      row->cells[5] = g_strdup_printf ("%u", i % 101);
      row->cells[6] = g_strdup ("2026-2");
      row->cells[7] = g_strdup_printf ("31-12-20%02u", 27 + i % 9);
      row->cells[N_COLUMNS] = g_strdup_printf ("Dienst %u", i);
      g_list_store_append (store, row);
      g_object_unref (row);
    }

  return G_LIST_MODEL (store);
}

static GtkWidget *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          gpointer                  position)
{
  GtkWidget *child = label_new ();

  if (GPOINTER_TO_UINT (position) == 0)
    {
      child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (child), label_new ());
      gtk_box_append (GTK_BOX (child), label_new ());
    }
  gtk_column_view_cell_set_child (cell, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         gpointer                  position)
{
  BareRow *row = gtk_column_view_cell_get_item (cell);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);

  if (GPOINTER_TO_UINT (position) == 0)
    {
      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (child)), row->cells[N_COLUMNS]);
      child = gtk_widget_get_first_child (child);
    }
  gtk_label_set_label (GTK_LABEL (child), row->cells[GPOINTER_TO_UINT (position)]);
}

static gboolean
matches (gpointer item,
         gpointer entry)
{
  const char *needle = gtk_editable_get_text (GTK_EDITABLE (entry));
  BareRow *row = item;

  return strstr (row->cells[0], needle) != NULL || strstr (row->cells[1], needle) != NULL ||
         strstr (row->cells[N_COLUMNS], needle) != NULL;
}

static void
search_changed_cb (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* The rows that hold what is typed in @entry. */
static GtkSelectionModel *
create_model (guint      n_rows,
              GtkWidget *entry)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (matches, entry, NULL));
  GtkFilterListModel *filtered = gtk_filter_list_model_new (create_rows (n_rows), filter);

  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (search_changed_cb), filter);

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered)));
}

static GtkWidget *
list_new (guint n_rows)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *view = gtk_column_view_new (create_model (n_rows, entry));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new ("Kolom", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == 0);
      if (i > 0)
        gtk_column_view_column_set_fixed_width (column, 92);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

static void
activated_cb (GtkApplication *application,
              gpointer        n_rows)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *content = n_rows != NULL ? list_new (GPOINTER_TO_UINT (n_rows))
                                      : gtk_label_new ("Hello, world");

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  /* A list is as wide as that of the suppliers, which has the sidebar beside it. */
  gtk_window_set_default_size (GTK_WINDOW (window), n_rows != NULL ? 920 : 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  guint n_rows = argc > 1 ? (guint) atoi (argv[1]) : 0;

  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), GUINT_TO_POINTER (n_rows));

  return g_application_run (G_APPLICATION (application), 1, argv);
}
