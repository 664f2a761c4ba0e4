/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-page-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "lev-date.h"
#include "lev-exchange-error.h"
#include "lev-new-file.h"

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
lev_page_pdf_to_bytes (LevPageFlow *flow,
                       const char  *title,
                       GError     **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree char *valid = NULL;
  char moment[LEV_MOMENT_BUFFER];
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, array, LEV_PAGE_WIDTH,
                                                 LEV_PAGE_HEIGHT);
  valid = g_utf8_make_valid (title, -1);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, valid);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Levman Review");
  /* Not the clock of the machine, so that the same document gives the same file. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  lev_moment_to_iso (lev_clock_now (), moment));
  cr = cairo_create (surface);
  for (guint i = 0; i < lev_page_flow_get_n_pages (flow); i++)
    {
      lev_page_flow_draw (flow, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE,
                   _("The document ‘%s’ could not be drawn: %s"), title,
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

gboolean
lev_page_pdf_write (LevPageFlow *flow,
                    const char  *title,
                    const char  *path,
                    GError     **error)
{
  g_autoptr (GBytes) bytes = lev_page_pdf_to_bytes (flow, title, error);

  return bytes != NULL && lev_new_file_write (path, bytes, LEV_NEW_FILE_REPLACE, error);
}
