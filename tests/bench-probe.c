/* Loaded into the program and into the bare programs beside it: measures what the window costs, and
 * writes the figures to the file LEVMAN_PROBE_OUTPUT.
 *
 * LEVMAN_PROBE says what is done after the first frame: `start` nothing, `scroll` a page down the
 * list in every frame, `search` one key after the other in the search field, from the keyboard. A
 * figure is the time of the processor that a frame took, in microseconds, with what led to it: of a
 * key that is from when the window gets it until what it finds is painted. */

#include <gtk/gtk.h>
#include <time.h>

#define N_SCROLLS  (400)
#define N_WARM_UP  (20)
#define N_SEARCHES (22) /* each has its digits typed and taken back; the first two warm up */
#define N_DIGITS   (3)

static struct
{
  FILE          *output;
  const char    *job;
  GtkWindow     *window;
  GtkWidget     *list;
  GListModel    *model; /* what it lists */
  GtkWidget     *entry;
  GtkAdjustment *adjustment;
  double         begun; /* processor time when this frame's work began */
  double         direction;
  guint          n_frames;
  guint          n_keys;
} probe;

static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
is_entry (GtkWidget *widget)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

/* Of whatever class: what scrolls, and has a model. */
static gboolean
is_list (GtkWidget *widget)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (widget);

  if (!GTK_IS_SCROLLED_WINDOW (gtk_widget_get_parent (widget)) ||
      g_object_class_find_property (klass, "model") == NULL)
    return FALSE;

  g_clear_object (&probe.model);
  g_object_get (widget, "model", &probe.model, NULL);

  return probe.model != NULL;
}

/* The first widget below @widget that is shown and that @is_it says yes to. */
static GtkWidget *
find_widget (GtkWidget *widget, gboolean (*is_it) (GtkWidget *widget))
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_it (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, is_it);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
finish (void)
{
  fprintf (probe.output, "done\n");
  fclose (probe.output);
  probe.output = NULL;
}

/* A page down; at an end the other way. */
static void
scroll (void)
{
  double page = gtk_adjustment_get_page_size (probe.adjustment);
  double last = gtk_adjustment_get_upper (probe.adjustment) - page;
  double value = gtk_adjustment_get_value (probe.adjustment) + probe.direction * page * 0.8;

  if (value <= 0 || value >= last)
    probe.direction = -probe.direction;
  gtk_adjustment_set_value (probe.adjustment, CLAMP (value, 0, last));
}

/* The digits of a search are different, and none is the 0 that all numbers begin with, so that after
 * each key another number of suppliers is found than before. Every run presses the same keys. */
static const char *
get_next_key (void)
{
  static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
  guint search = probe.n_keys / (2 * N_DIGITS);
  guint key = probe.n_keys % (2 * N_DIGITS);
  guint step = 1 + 2 * (search % 2);

  return key < N_DIGITS ? digits[(search * 7 + key * step) % G_N_ELEMENTS (digits)] : "BackSpace";
}

/* By another program, as it comes from a keyboard. */
static gboolean
press_key (gpointer data)
{
  const char *key = get_next_key ();
  const char *command[] = { "xdotool", "key", key, NULL };
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "LD_PRELOAD");
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, (char **) command, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                 &error);
  g_assert_no_error (error);

  return G_SOURCE_REMOVE;
}

static gboolean
key_pressed_cb (void)
{
  probe.begun = get_processor_time ();
  probe.n_keys++;

  return GDK_EVENT_PROPAGATE;
}

static void
frame_painted_cb (GdkFrameClock *clock)
{
  if (probe.output == NULL)
    return;

  if (probe.adjustment != NULL)
    {
      if (probe.n_frames++ > N_WARM_UP)
        fprintf (probe.output, "frame %.0f\n", (get_processor_time () - probe.begun) * 1e3);
      if (probe.n_frames > N_SCROLLS)
        finish ();
    }
}

static void
frame_begun_cb (GdkFrameClock *clock)
{
  probe.begun = get_processor_time ();
  if (probe.output != NULL && probe.adjustment != NULL)
    scroll ();
}

/* Finds the list; the program goes to its page once the database is open. */
static gboolean
find_list (void)
{
  GActionGroup *actions = G_ACTION_GROUP (probe.window);

  probe.list = find_widget (GTK_WIDGET (probe.window), is_list);
  if (probe.list == NULL && g_action_group_has_action (actions, "place"))
    g_action_group_activate_action (actions, "place", g_variant_new_string ("suppliers"));

  return probe.list != NULL;
}

static gboolean
begin_scrolling (gpointer data)
{
  GtkWidget *scroller;

  if (!find_list ())
    return G_SOURCE_CONTINUE;

  scroller = gtk_widget_get_ancestor (probe.list, GTK_TYPE_SCROLLED_WINDOW);
  probe.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  probe.direction = 1;
  gdk_frame_clock_begin_updating (gtk_widget_get_frame_clock (probe.list));

  return G_SOURCE_REMOVE;
}

/* Every key is measured from the key to the end of the first frame after the list changed. */
static void
search_painted_cb (GdkFrameClock *clock)
{
  static guint n_before = G_MAXUINT;
  guint n_items;

  if (probe.output == NULL || probe.entry == NULL || probe.n_keys == 0)
    return;

  n_items = g_list_model_get_n_items (probe.model);
  if (n_items == n_before)
    return;

  n_before = n_items;
  if (probe.n_keys > 2 * 2 * N_DIGITS)
    fprintf (probe.output, "frame %.0f\n", (get_processor_time () - probe.begun) * 1e3);
  if (probe.n_keys >= N_SEARCHES * 2 * N_DIGITS)
    finish ();
  else
    g_timeout_add (30, press_key, NULL);
}

static gboolean
begin_searching (gpointer data)
{
  GtkEventController *controller;

  if (!find_list ())
    return G_SOURCE_CONTINUE;

  probe.entry = find_widget (GTK_WIDGET (probe.window), is_entry);
  gtk_widget_grab_focus (probe.entry);
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (probe.window), controller);
  g_signal_connect (gtk_widget_get_frame_clock (probe.list), "after-paint",
                    G_CALLBACK (search_painted_cb), NULL);
  g_timeout_add (100, press_key, NULL);

  return G_SOURCE_REMOVE;
}

static void
begin_job (void)
{
  if (g_str_equal (probe.job, "scroll"))
    g_timeout_add (500, begin_scrolling, NULL);
  else if (g_str_equal (probe.job, "search"))
    g_timeout_add (500, begin_searching, NULL);
}

static void
first_painted_cb (GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, first_painted_cb, NULL);
  fprintf (probe.output, "first %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (probe.output);
  if (g_str_equal (probe.job, "scroll"))
    {
      g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begun_cb), NULL);
      g_signal_connect (clock, "after-paint", G_CALLBACK (frame_painted_cb), NULL);
    }
  begin_job ();
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               data)
{
  GObject *object = g_value_get_object (values);

  if (probe.window != NULL || !GTK_IS_WINDOW (object))
    return TRUE;

  probe.window = GTK_WINDOW (object);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (object)), "after-paint",
                    G_CALLBACK (first_painted_cb), NULL);

  return FALSE;
}

__attribute__ ((constructor)) static void
load (void)
{
  const char *path = g_getenv ("LEVMAN_PROBE_OUTPUT");

  if (path == NULL)
    return;

  probe.output = fopen (path, "w");
  probe.job = g_getenv ("LEVMAN_PROBE");
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
