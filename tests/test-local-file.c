/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a dialog gives of a server that is not mounted is refused with what to do. */

#include "lev-local-file.h"

#include <string.h>

static void
test_place (void)
{
  g_autoptr (GFile) file = lev_local_file_take (g_file_new_for_path ("/tmp/archief"), NULL);

  g_assert_cmpstr (g_file_peek_path (file), ==, "/tmp/archief");
}

static void
test_server (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lev_local_file_take (g_file_new_for_uri ("dav://server.example/Levman"), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "‘dav://server.example/Levman’"));
}

/* The error of the dialog stays what it is. */
static void
test_nothing (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");

  g_assert_null (lev_local_file_take (NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/local-file/place", test_place);
  g_test_add_func ("/local-file/server", test_server);
  g_test_add_func ("/local-file/nothing", test_nothing);

  return g_test_run ();
}
