/* The content's own hash. */

#include "lev-checksum.h"
#include "store-fixture.h"

#define LONGEST (40)

static guint32
add_up (const LevCell *cells,
        guint          n_cells)
{
  guint64 sum = LEV_CHECKSUM_START;

  for (guint i = 0; i < n_cells; i++)
    sum = lev_checksum_add_cell (sum, &cells[i]);

  return lev_checksum_end (sum);
}

/* No flipped bit of a text stays hidden, wherever it is. */
static void
test_bits_of_text (void)
{
  char text[LONGEST + 1];

  for (gsize length = 1; length <= LONGEST; length++)
    for (gsize bit = 0; bit < length * 8; bit++)
      {
        const LevCell cells[] = { { LEV_CELL_TEXT, 0, "before" }, { LEV_CELL_TEXT, 0, text } };
        guint32 sum;

        memset (text, 'x', length);
        text[length] = '\0';
        sum = add_up (cells, G_N_ELEMENTS (cells));
        text[bit / 8] ^= (char) (1 << (bit % 8));
        g_assert_cmpuint (add_up (cells, G_N_ELEMENTS (cells)), !=, sum);
      }
}

static void
test_bits_of_integer (void)
{
  for (guint bit = 0; bit < 64; bit++)
    {
      const gint64 integer = (gint64) (G_GUINT64_CONSTANT (1) << bit);
      const LevCell zero[] = { { LEV_CELL_INTEGER, 0 } };
      const LevCell one[] = { { LEV_CELL_INTEGER, integer } };

      g_assert_cmpuint (add_up (zero, 1), !=, add_up (one, 1));
    }
}

/* Rows that look alike are not: kinds of cells, where one ends, and their order. */
static void
test_rows (void)
{
  static const LevCell rows[][2] = {
    { { LEV_CELL_NULL }, { LEV_CELL_NULL } },
    { { LEV_CELL_TEXT, 0, "" }, { LEV_CELL_NULL } },
    { { LEV_CELL_NULL }, { LEV_CELL_TEXT, 0, "" } },
    { { LEV_CELL_TEXT, 0, "a" }, { LEV_CELL_TEXT, 0, "b" } },
    { { LEV_CELL_TEXT, 0, "b" }, { LEV_CELL_TEXT, 0, "a" } },
    { { LEV_CELL_TEXT, 0, "ab" }, { LEV_CELL_TEXT, 0, "" } },
    { { LEV_CELL_TEXT, 0, "" }, { LEV_CELL_TEXT, 0, "ab" } },
    { { LEV_CELL_INTEGER, 0 }, { LEV_CELL_NULL } },
    { { LEV_CELL_INTEGER, 1 }, { LEV_CELL_INTEGER, 2 } },
    { { LEV_CELL_INTEGER, 2 }, { LEV_CELL_INTEGER, 1 } },
    { { LEV_CELL_TEXT, 0, "1" }, { LEV_CELL_INTEGER, 2 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (add_up (rows[i], 2), !=, add_up (rows[j], 2));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checksum/bits-of-text", test_bits_of_text);
  g_test_add_func ("/checksum/bits-of-integer", test_bits_of_integer);
  g_test_add_func ("/checksum/rows", test_rows);

  return g_test_run ();
}
