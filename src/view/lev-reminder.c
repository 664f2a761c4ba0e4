#include "lev-reminder.h"

#include "lev-user.h"
#include "lev-work.h"

#include <glib/gi18n.h>

#define ID          "reminder" /* a new notification takes the place of the one before it */
#define ONLY        "reminder-only"
#define BUS_TIMEOUT (500)     /* milliseconds */
#define PERIOD      (15 * 60) /* seconds between two looks at the calendar */

char *
lev_reminder_describe (LevRegister *records,
                       LevPerson   *user,
                       LevDate      today,
                       int          days)
{
  g_autoptr (GArray) tasks = lev_work_list (records, user, today);
  guint n_late = lev_work_count (tasks, LEV_URGENCY_LATE);
  guint n_soon = 0;
  g_autofree char *late = NULL;
  g_autofree char *soon = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      const LevTask *task = &g_array_index (tasks, LevTask, i);

      n_soon += task->urgency != LEV_URGENCY_OTHERS && task->deferral == NULL &&
                task->due >= today && task->due <= today + (guint) days;
    }
  late = g_strdup_printf (ngettext ("%u matter is late", "%u matters are late", n_late), n_late);
  soon = g_strdup_printf (ngettext ("%u matter is due soon", "%u matters are due soon", n_soon),
                          n_soon);

  if (n_late > 0 && n_soon > 0)
    return g_strdup_printf (_("%s, %s."), late, soon);

  return n_late + n_soon > 0 ? g_strdup_printf (_("%s."), n_late > 0 ? late : soon) : NULL;
}

/* Whether anyone shows notifications: without that GLib complains instead, and Today says it all. */
static gboolean
is_shown (LevApplication *application)
{
  static const char *const names[] = { "org.gtk.Notifications", "org.freedesktop.Notifications",
                                       "org.freedesktop.portal.Desktop" };
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (application));

  for (guint i = 0; bus != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) answer = NULL;
      gboolean has_owner = FALSE;

      answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                            "org.freedesktop.DBus", "NameHasOwner",
                                            g_variant_new ("(s)", names[i]), G_VARIANT_TYPE ("(b)"),
                                            G_DBUS_CALL_FLAGS_NONE, BUS_TIMEOUT, NULL, NULL);
      if (answer != NULL)
        g_variant_get (answer, "(b)", &has_owner);
      if (has_owner)
        return TRUE;
    }

  return FALSE;
}

static void
remind (LevApplication *application,
        LevRegister    *records)
{
  GSettings *settings = lev_application_get_settings (application);
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *text = NULL;

  text = lev_reminder_describe (records, lev_user_get (settings, records), lev_clock_today (),
                                g_settings_get_int (settings, "remind-days"));
  if (text == NULL || !is_shown (application))
    return;

  notification = g_notification_new (_("What waits for you"));
  g_notification_set_body (notification, text);
  g_application_send_notification (G_APPLICATION (application), ID, notification);
}

/* At most once for each day on which the application runs. */
static gboolean
look_cb (gpointer user_data)
{
  LevApplication *application = user_data;
  LevDate today = lev_clock_today ();
  guint last = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (application), ID));

  if (lev_application_get_records (application) != NULL && last != today &&
      g_settings_get_boolean (lev_application_get_settings (application), "remind"))
    {
      g_object_set_data (G_OBJECT (application), ID, GUINT_TO_POINTER (today));
      remind (application, lev_application_get_records (application));
    }

  return G_SOURCE_CONTINUE;
}

static void
store_changed_cb (LevApplication *application)
{
  look_cb (application);
}

/* What is wrong with the database is said where people work with it: by the window. */
static void
remind_unseen (LevApplication *application)
{
  g_autofree char *place = lev_application_dup_place (application);
  g_autoptr (LevStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_settings_get_boolean (lev_application_get_settings (application), "remind") ||
      !g_file_test (place, G_FILE_TEST_EXISTS))
    return;

  store = lev_store_open (place, LEV_STORE_READ, &error);
  if (store != NULL)
    remind (application, lev_store_get_records (store));
  else
    g_debug ("Nothing to remind of: %s", error->message);
}

static void
remove_source (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

void
lev_reminder_start (LevApplication *application)
{
  guint source = g_timeout_add_seconds (PERIOD, look_cb, application);

  g_object_set_data_full (G_OBJECT (application), "reminder-source", GUINT_TO_POINTER (source),
                          remove_source);
  g_signal_connect (application, "notify::store", G_CALLBACK (store_changed_cb), NULL);
  if (g_object_get_data (G_OBJECT (application), ONLY) != NULL)
    remind_unseen (application);
}

void
lev_reminder_only (LevApplication *application)
{
  GApplicationFlags flags = g_application_get_flags (G_APPLICATION (application));

  /* A service does not open a window, and goes when nothing keeps it. */
  g_application_set_flags (G_APPLICATION (application), flags | G_APPLICATION_IS_SERVICE);
  g_object_set_data (G_OBJECT (application), ONLY, GINT_TO_POINTER (TRUE));
}
