/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slides-private.h"

#include "lev-date.h"
#include "lev-meeting-plan.h"
#include "lev-new-file.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* One page of the PDF, in points. */
#define PAGE_WIDTH  (960)
#define PAGE_HEIGHT (540)

static LevSlide *
add_slide (LevSlides   *self,
           LevSlideKind kind,
           LevDossier  *dossier,
           LevAction   *action)
{
  LevSlide *slide = g_new0 (LevSlide, 1);

  slide->kind = kind;
  slide->dossier = dossier;
  slide->action = action;
  g_ptr_array_add (self->slides, slide);

  return slide;
}

/* As many slides as @n_rows rows need, and one without any. */
static void
add_list (LevSlides   *self,
          LevSlideKind kind,
          guint        n_rows,
          guint        n_per_slide)
{
  guint first = 0;

  do
    add_slide (self, kind, NULL, NULL)->first = first;
  while ((first += n_per_slide) < n_rows);
}

static void
add_supplier (LevSlides         *self,
              LevReportSupplier *supplier)
{
  gboolean outdated = supplier->outdated;

  add_slide (self, LEV_SLIDE_SUPPLIER, supplier->dossier, NULL)->outdated = outdated;
  for (guint i = 0; i < self->actions->len; i++)
    {
      LevReportAction *action = g_ptr_array_index (self->actions, i);

      if (action->supplier == supplier)
        add_slide (self, LEV_SLIDE_DECISION, supplier->dossier, action->action)
          ->outdated = outdated;
    }
}

/* The items of an agenda, which has each on a line of its own or all of them on one; a number
 * before them goes, because the slide has its own. */
static GStrv
split_agenda (const char *agenda)
{
  g_auto (GStrv) lines = g_strsplit_set (agenda, strchr (agenda, '\n') != NULL ? "\n" : ";", -1);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      gsize digits = strspn (line, "0123456789");

      if (digits > 0 && digits < 3 && strspn (line + digits, ".) ") > 0)
        line += digits + strspn (line + digits, ".) ");
      if (*line != '\0')
        g_strv_builder_add (items, line);
    }

  return g_strv_builder_end (items);
}

static void
collect_meeting (LevSlides *self)
{
  LevReview *review = self->report->review;
  LevMeeting *meeting = lev_review_get_meeting (review);
  g_autofree char *agenda = NULL;
  g_autofree char *date = NULL;
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (review);

  if (meeting != NULL && !lev_text_is_blank (meeting->agenda))
    agenda = g_strdup (meeting->agenda);
  else
    agenda = lev_meeting_plan_propose_agenda (review);
  self->agenda = split_agenda (g_strstrip (agenda));

  for (guint i = 0; i < people->len; i++)
    {
      LevPerson *person = g_ptr_array_index (people, i);
      LevAttendance *attendance = lev_meeting_plan_find_attendance (meeting, person);

      if (attendance != NULL && (attendance->invited || attendance->present))
        g_ptr_array_add (self->people, person);
    }

  date = meeting != NULL ? lev_date_format_long (lev_moment_get_date (meeting->start))
                         : g_strdup ("");
  self->footer = *date != '\0'
                   /* Translators: at the foot of a slide: the round and the date of the meeting */
                   ? g_strdup_printf (_("%s · MT meeting %s · confidential"), review->title, date)
                   : g_strdup_printf (_("%s · MT meeting · confidential"), review->title);
}

LevSlides *
lev_slides_new (LevReview *review)
{
  LevSlides *self;

  g_return_val_if_fail (LEV_IS_REVIEW (review), NULL);

  self = g_new0 (LevSlides, 1);
  self->report = lev_report_collect (review, NULL);
  self->slides = g_ptr_array_new_with_free_func (g_free);
  self->actions = g_ptr_array_new ();
  self->people = g_ptr_array_new ();
  for (guint i = 0; i < self->report->actions->len; i++)
    {
      LevReportAction *action = g_ptr_array_index (self->report->actions, i);

      if (action->step <= 6 || lev_slides_get_decision (action) != NULL)
        g_ptr_array_add (self->actions, action);
    }
  collect_meeting (self);

  add_list (self, LEV_SLIDE_AGENDA, g_strv_length (self->agenda), LEV_SLIDE_AGENDA_ROWS);
  add_list (self, LEV_SLIDE_OVERVIEW, self->report->n_chosen, LEV_SLIDE_OVERVIEW_ROWS);
  for (guint i = 0; i < self->report->n_chosen; i++)
    add_supplier (self, g_ptr_array_index (self->report->suppliers, i));
  add_list (self, LEV_SLIDE_SUMMARY, self->actions->len, LEV_SLIDE_SUMMARY_ROWS);

  return self;
}

void
lev_slides_free (LevSlides *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->slides);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->people);
  g_strfreev (self->agenda);
  g_free (self->footer);
  lev_report_free (self->report);
  g_free (self);
}

guint
lev_slides_get_n (LevSlides *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->slides->len;
}

const LevSlide *
lev_slides_get (LevSlides *self,
                guint      position)
{
  g_return_val_if_fail (self != NULL && position < self->slides->len, NULL);

  return g_ptr_array_index (self->slides, position);
}

guint
lev_slides_find (LevSlides *self,
                 gpointer   record)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; record != NULL && i < self->slides->len; i++)
    {
      const LevSlide *slide = lev_slides_get (self, i);

      if ((gpointer) slide->dossier == record || (gpointer) slide->action == record)
        return i;
    }

  return 0;
}

LevReportSupplier *
lev_slides_find_supplier (LevSlides  *self,
                          LevDossier *dossier)
{
  for (guint i = 0; dossier != NULL && i < self->report->n_chosen; i++)
    {
      LevReportSupplier *supplier = g_ptr_array_index (self->report->suppliers, i);

      if (supplier->dossier == dossier)
        return supplier;
    }

  return NULL;
}

LevReportAction *
lev_slides_find_action (LevSlides *self,
                        LevAction *action)
{
  for (guint i = 0; action != NULL && i < self->actions->len; i++)
    {
      LevReportAction *row = g_ptr_array_index (self->actions, i);

      if (row->action == action)
        return row;
    }

  return NULL;
}

char *
lev_slides_dup_title (LevSlides *self,
                      guint      position)
{
  const LevSlide *slide = lev_slides_get (self, position);

  switch (slide->kind)
    {
    case LEV_SLIDE_AGENDA:
      return lev_slide_title_agenda (self);
    case LEV_SLIDE_OVERVIEW:
      return lev_slide_title_overview (self);
    case LEV_SLIDE_SUPPLIER:
      return lev_slide_title_supplier (self, lev_slides_find_supplier (self, slide->dossier));
    case LEV_SLIDE_DECISION:
      return lev_slide_title_decision (lev_slides_find_action (self, slide->action));
    case LEV_SLIDE_SUMMARY:
    default:
      return lev_slide_title_summary (self);
    }
}

char *
lev_slides_dup_subtitle (LevSlides *self,
                         guint      position)
{
  const LevSlide *slide = lev_slides_get (self, position);
  LevReportSupplier *supplier = lev_slides_find_supplier (self, slide->dossier);

  switch (slide->kind)
    {
    case LEV_SLIDE_AGENDA:
      return lev_slide_subtitle_agenda (self);
    case LEV_SLIDE_OVERVIEW:
      return lev_slide_subtitle_overview (self);
    case LEV_SLIDE_SUPPLIER:
      return lev_slide_subtitle_supplier (self, supplier);
    case LEV_SLIDE_DECISION:
      return lev_slide_subtitle_decision (slide, supplier);
    case LEV_SLIDE_SUMMARY:
    default:
      return lev_slide_subtitle_summary (self);
    }
}

/* How wide the canvas is for @width × @height, and the unit that it is drawn in. */
static double
fit_canvas (double  width,
            double  height,
            double *canvas_width)
{
  *canvas_width = CLAMP (LEV_SLIDE_HEIGHT * width / MAX (height, 1), LEV_SLIDE_NARROW,
                         LEV_SLIDE_WIDE);

  return MIN (width / *canvas_width, height / LEV_SLIDE_HEIGHT);
}

static void
draw_content (LevSlideCanvas *canvas)
{
  static void (*const functions[]) (LevSlideCanvas *) = {
    [LEV_SLIDE_AGENDA] = lev_slide_draw_agenda,     [LEV_SLIDE_OVERVIEW] = lev_slide_draw_overview,
    [LEV_SLIDE_SUPPLIER] = lev_slide_draw_supplier, [LEV_SLIDE_DECISION] = lev_slide_draw_decision,
    [LEV_SLIDE_SUMMARY] = lev_slide_draw_summary,
  };

  functions[canvas->slide->kind](canvas);
}

void
lev_slides_draw (LevSlides *self,
                 guint      position,
                 cairo_t   *cr,
                 double     width,
                 double     height,
                 gboolean   for_screen)
{
  const LevSlide *slide = lev_slides_get (self, position);
  g_autofree char *title = lev_slides_dup_title (self, position);
  g_autofree char *subtitle = lev_slides_dup_subtitle (self, position);
  double canvas_width;
  double unit = fit_canvas (width, height, &canvas_width);
  LevSlideCanvas canvas = { self,
                            slide,
                            self->report,
                            lev_slides_find_supplier (self, slide->dossier),
                            lev_slides_find_action (self, slide->action),
                            .for_screen = for_screen };

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, (width - unit * canvas_width) / 2, (height - unit * LEV_SLIDE_HEIGHT) / 2);
  cairo_scale (cr, unit, unit);
  lev_slide_pen_init (&canvas.pen, cr, canvas_width);
  canvas.pen.house = self->report->style;
  lev_slide_pen_title (&canvas.pen, title, subtitle);
  draw_content (&canvas);
  lev_slide_pen_footer (&canvas.pen, self->footer, position + 1, self->slides->len);
  lev_slide_pen_clear (&canvas.pen);
  cairo_restore (cr);
}

double
lev_slides_get_decision_area (double  width,
                              double  height,
                              double *x,
                              double *y,
                              double *area_width,
                              double *area_height)
{
  double canvas_width;
  double unit = fit_canvas (width, height, &canvas_width);

  *x = (width - unit * canvas_width) / 2 + unit * LEV_SLIDE_MARGIN;
  *y = (height - unit * LEV_SLIDE_HEIGHT) / 2 + unit * LEV_SLIDE_DECISION_TOP;
  *area_width = unit * (canvas_width - 2 * LEV_SLIDE_MARGIN);
  *area_height = unit * (LEV_SLIDE_BOTTOM - LEV_SLIDE_DECISION_TOP);

  return unit;
}

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The same deck always gives the same bytes at the same moment. */
static void
describe_document (LevSlides       *self,
                   cairo_surface_t *surface)
{
  char moment[LEV_MOMENT_BUFFER];

  lev_moment_to_iso (lev_clock_now (), moment);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->footer);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Levman Review");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  if (self->report->review->coordinator != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    lev_report_get_person (self->report->review->coordinator));
}

gboolean
lev_slides_write (LevSlides  *self,
                  const char *path,
                  GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) content = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  describe_document (self, surface);
  cr = cairo_create (surface);
  for (guint i = 0; i < self->slides->len; i++)
    {
      g_autofree char *title = lev_slides_dup_title (self, i);
      g_autofree char *number = g_strdup_printf ("page=%u", i + 1);

      lev_slides_draw (self, i, cr, PAGE_WIDTH, PAGE_HEIGHT, FALSE);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, number, 0);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  content = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return lev_new_file_write (path, content, LEV_NEW_FILE_REPLACE, error);
}
