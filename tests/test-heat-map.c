#include "lev-heat-map-drawing.h"
#include "lev-heat-map-layout.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define CONTENT                                                                             \
  "[handbook]\ntitle=Handboek\nversion=1\nselection-rule=count\nselection-value=1\n"        \
  "[factor A1]\ntitle=Belang\nweight=100\n[theme continuity]\ntitle=Continuïteit\n"         \
  "[question 1]\ntheme=continuity\ntitle=Een?\n[criterion C1]\ntheme=continuity\ntitle=G\n" \
  "[class low]\ntitle=laag\nfrom=1\n[class medium]\ntitle=middel\nfrom=5\n"                 \
  "[class high]\ntitle=hoog\nfrom=10\n[class critical]\ntitle=kritiek\nfrom=15\n"           \
  "[rule]\nimpact-never-below-high=5\n"

static LevHeatMapData *
create_data (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevHandbookContent) content = lev_handbook_content_parse (CONTENT, &error);

  g_assert_no_error (error);

  return lev_heat_map_data_new (content, LEV_HEAT_RISKS);
}

/* @n marks over all cells, or all in one. */
static LevHeatMapData *
create_marks (guint    n,
              gboolean spread)
{
  LevHeatMapData *data = create_data ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);
      LevHeatMark *mark = lev_heat_map_data_add (data, data->marks + i, label, "A risk");

      for (LevHeatState state = 0; state < LEV_HEAT_N_STATES; state++)
        mark->places[state] = (LevHeatPlace) {
          .likelihood = spread ? (int) ((i * 7 + state * 3) % 5) + 1 : 4,
          .impact = spread ? (int) ((i * 3 + state) % 5) + 1 : 4,
        };
    }

  return data;
}

static const struct
{
  guint    n_marks;
  gboolean spread;
  double   width;
  double   height;
} layouts[] = {
  { 0, TRUE, 280, 280 },    { 1, TRUE, 280, 280 },     { 1, FALSE, 60, 60 },
  { 9, FALSE, 280, 280 },   { 60, TRUE, 280, 280 },    { 60, FALSE, 280, 280 },
  { 1000, TRUE, 280, 280 }, { 1000, FALSE, 280, 280 }, { 60, TRUE, 300, 200 },
  { 1000, TRUE, 40, 40 },   { 60, TRUE, 10, 10 },
};

/* No mark touches another or the edge of its cell, and none is lost: each is on its place or in
 * the figure of one. */
static void
check_spots (GArray                *spots,
             const LevHeatGeometry *geometry)
{
  for (guint i = 0; i < spots->len; i++)
    {
      LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, i);
      LevHeatRect cell = lev_heat_geometry_get_cell (geometry, spot->place);
      double radius = spot->diameter / 2;

      g_assert_cmpfloat (spot->x - radius, >=, cell.x);
      g_assert_cmpfloat (spot->x + radius, <=, cell.x + cell.width);
      g_assert_cmpfloat (spot->y - radius, >=, cell.y);
      g_assert_cmpfloat (spot->y + radius, <=, cell.y + cell.height);
      for (guint j = 0; j < i; j++)
        {
          LevHeatSpot *other = &g_array_index (spots, LevHeatSpot, j);

          g_assert_cmpfloat (hypot (spot->x - other->x, spot->y - other->y), >=,
                             radius + other->diameter / 2);
        }
    }
}

static void
check_complete (const LevHeatMapData *data,
                GArray               *spots,
                LevHeatState          from,
                LevHeatState          to)
{
  guint expected = 0, found = 0;

  for (guint i = 0; i < data->marks->len; i++)
    {
      LevHeatMark *mark = g_ptr_array_index (data->marks, i);

      expected += lev_heat_mark_is_at (mark, from, mark->places[to]) ? 1 : 2;
    }
  for (guint i = 0; i < spots->len; i++)
    {
      LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, i);

      found += spot->mark != NULL ? 1 : spot->n_more;
    }
  g_assert_cmpuint (found, ==, expected);
}

static void
test_layout (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (LevHeatMapData) data = create_marks (layouts[i].n_marks, layouts[i].spread);
      g_autoptr (GArray) spots = NULL;
      LevHeatGeometry geometry;

      g_test_message ("%u marks in %g × %g", layouts[i].n_marks, layouts[i].width,
                      layouts[i].height);
      lev_heat_geometry_init (&geometry, layouts[i].width, layouts[i].height, 10);
      spots = lev_heat_layout_new (data, &geometry, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL, 22, 15);
      check_spots (spots, &geometry);
      if (layouts[i].width >= 200)
        check_complete (data, spots, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL);
    }
}

static void
test_more (void)
{
  g_autoptr (LevHeatMapData) data = create_marks (12, FALSE);
  g_autoptr (GArray) spots = NULL;
  LevHeatGeometry geometry;
  LevHeatSpot *last;

  lev_heat_geometry_init (&geometry, 280, 280, 10);
  spots = lev_heat_layout_new (data, &geometry, LEV_HEAT_NOW, LEV_HEAT_NOW, 22, 15);
  g_assert_cmpuint (spots->len, >, 3);
  last = &g_array_index (spots, LevHeatSpot, spots->len - 1);
  g_assert_null (last->mark);
  g_assert_cmpuint (last->n_more, ==, 12 - (spots->len - 1));
}

/* A thousand in one cell are one figure. */
static void
test_crowd (void)
{
  g_autoptr (LevHeatMapData) data = create_marks (1000, FALSE);
  g_autoptr (GArray) spots = NULL;
  LevHeatGeometry geometry;
  LevHeatSpot *only;

  lev_heat_geometry_init (&geometry, 280, 280, 10);
  spots = lev_heat_layout_new (data, &geometry, LEV_HEAT_NOW, LEV_HEAT_NOW, 22, 15);
  g_assert_cmpuint (spots->len, ==, 1);
  only = &g_array_index (spots, LevHeatSpot, 0);
  g_assert_true (only->is_all);
  g_assert_cmpuint (only->n_more, ==, 1000);
}

/* A mark that stays has one spot, one that moves has two. */
static void
test_moves (void)
{
  g_autoptr (LevHeatMapData) data = create_data ();
  LevHeatMark *stays = lev_heat_map_data_add (data, &stays, "1", "stays");
  LevHeatMark *moves = lev_heat_map_data_add (data, &moves, "2", "moves");
  g_autoptr (GArray) spots = NULL;
  LevHeatGeometry geometry;

  stays->places[LEV_HEAT_NOW] = stays->places[LEV_HEAT_RESIDUAL] = (LevHeatPlace) { 2, 2 };
  moves->places[LEV_HEAT_NOW] = (LevHeatPlace) { 4, 4 };
  moves->places[LEV_HEAT_RESIDUAL] = (LevHeatPlace) { 2, 4 };
  lev_heat_geometry_init (&geometry, 280, 280, 10);
  spots = lev_heat_layout_new (data, &geometry, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL, 22, 15);

  g_assert_cmpuint (spots->len, ==, 3);
  for (guint i = 0; i < spots->len; i++)
    {
      LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, i);

      g_assert_true (spot->mark == stays ? spot->is_from && spot->is_to
                                         : spot->is_from != spot->is_to);
    }
}

static const struct
{
  int      likelihood;
  int      impact;
  LevLevel level;
} levels[] = {
  { 1, 1, LEV_LEVEL_LOW },  { 2, 2, LEV_LEVEL_LOW },      { 5, 1, LEV_LEVEL_MEDIUM },
  { 1, 5, LEV_LEVEL_HIGH }, { 4, 4, LEV_LEVEL_CRITICAL }, { 5, 2, LEV_LEVEL_HIGH },
};

static void
test_levels (void)
{
  g_autoptr (LevHeatMapData) data = create_data ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpint (data->levels[levels[i].likelihood][levels[i].impact], ==, levels[i].level);
}

static void
test_sentence (void)
{
  g_autoptr (LevHeatMapData) data = create_data ();
  static const struct
  {
    int place[2];
    LevHeatState from;
    LevHeatState to;
    const char *sentence;
  } rows[] = {
    { { 4, 4 }, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL, "kans 4, impact 4, kritiek: 3 risico’s: 1, 2 en 3" },
    { { 2, 4 }, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL, "kans 2, impact 4, middel: verwacht: risico 1" },
    { { 3, 3 },
      LEV_HEAT_NOW,
      LEV_HEAT_RESIDUAL,
      "kans 3, impact 3, middel: risico 4; verwacht: 2 risico’s: 2 en 3" },
    { { 3, 3 }, LEV_HEAT_NOW, LEV_HEAT_NOW, "kans 3, impact 3, middel: risico 4" },
    { { 1, 5 }, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL, "kans 1, impact 5, hoog" },
    { { 2, 2 }, LEV_HEAT_PREVIOUS, LEV_HEAT_NOW, "kans 2, impact 2, laag: vorige: risico 4" },
  };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);
      LevHeatMark *mark = lev_heat_map_data_add (data, NULL, label, label);

      mark->places[LEV_HEAT_NOW] = (LevHeatPlace) { 4, 4 };
      mark->places[LEV_HEAT_RESIDUAL] = i == 0 ? (LevHeatPlace) { 2, 4 } : (LevHeatPlace) { 3, 3 };
    }
  lev_heat_map_data_add (data, NULL, "4", "4")->places[LEV_HEAT_NOW] = (LevHeatPlace) { 3, 3 };
  ((LevHeatMark *) g_ptr_array_index (data->marks, 3))->places[LEV_HEAT_PREVIOUS] = (LevHeatPlace) {
    2, 2
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const LevHeatPlace place = { rows[i].place[0], rows[i].place[1] };
      g_autofree char *sentence = NULL;

      sentence = lev_heat_map_data_describe (data, rows[i].from, rows[i].to, place);
      g_assert_cmpstr (sentence, ==, rows[i].sentence);
    }
  g_assert_cmpuint (lev_heat_map_data_count_outside (data, LEV_HEAT_RESIDUAL), ==, 1);
  g_assert_cmpuint (lev_heat_map_data_count_outside (data, LEV_HEAT_NOW), ==, 0);
}

/* Of a thousand only the first are named, and all are counted. */
static void
test_long_sentence (void)
{
  g_autoptr (LevHeatMapData) data = create_marks (1000, FALSE);
  g_autofree char *sentence = lev_heat_map_data_describe (data, LEV_HEAT_NOW, LEV_HEAT_NOW,
                                                          (LevHeatPlace) { 4, 4 });

  g_assert_true (
    g_str_has_prefix (sentence, "kans 4, impact 4, kritiek: 1000 risico’s: 1, 2, 3, "));
  g_assert_true (g_str_has_suffix (sentence, ", 19, 20 en nog 980"));
}

/* The bytes of a picture of 300 × 300, for comparing; the picture is left for looking at. */
static GBytes *
draw (const LevHeatPicture *picture,
      const char           *name)
{
  g_autofree char *file = g_strdup_printf ("heatmap-%s.png", name);
  g_autofree char *folder = g_build_filename (g_getenv ("LEVMAN_BUILDDIR"), "pictures", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 300);
  cairo_t *cr = cairo_create (surface);
  LevHeatGeometry geometry;
  GBytes *bytes;

  lev_heat_geometry_init (&geometry, 300, 300, picture->style->font_size);
  lev_heat_map_draw (picture, &geometry, LEV_HEAT_CELLS | LEV_HEAT_MARKS, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  g_mkdir_with_parents (folder, 0755);
  cairo_surface_write_to_png (surface, path);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       300 * (gsize) cairo_image_surface_get_stride (surface));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return bytes;
}

/* The drawing copes with any number of marks, always gives the same picture, and shows them. */
static void
test_drawing (void)
{
  static const guint counts[] = { 0, 1, 60, 1000 };
  g_autoptr (GBytes) last = NULL;
  LevHeatStyle style;

  lev_heat_style_init_paper (&style, 10);
  for (guint circles = 0; circles < 2; circles++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        g_autoptr (LevHeatMapData) data = create_marks (counts[i], TRUE);
        LevHeatPicture picture = { data, &style, LEV_HEAT_NOW, LEV_HEAT_RESIDUAL, data->marks };
        g_autoptr (GBytes) first = NULL;
        g_autoptr (GBytes) second = NULL;
        g_autofree char *name = g_strdup_printf ("%u-%s", counts[i], circles ? "rond" : "papier");

        style.has_circles = circles;
        style.has_signs = !circles;
        first = draw (&picture, name);
        second = draw (&picture, name);
        g_assert_true (g_bytes_equal (first, second));
        g_assert_true (last == NULL || !g_bytes_equal (first, last));
        g_clear_pointer (&last, g_bytes_unref);
        last = g_bytes_ref (first);
      }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heat-map/layout", test_layout);
  g_test_add_func ("/heat-map/more", test_more);
  g_test_add_func ("/heat-map/crowd", test_crowd);
  g_test_add_func ("/heat-map/moves", test_moves);
  g_test_add_func ("/heat-map/levels", test_levels);
  g_test_add_func ("/heat-map/sentence", test_sentence);
  g_test_add_func ("/heat-map/long-sentence", test_long_sentence);
  g_test_add_func ("/heat-map/drawing", test_drawing);

  return g_test_run ();
}
