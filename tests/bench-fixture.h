#pragma once

#include <sqlite3.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the benchmarks of the store share: each job runs in a process of its own, so that its peak
 * memory is its own. */

#define BENCH_N_FIGURES (1024)

typedef struct
{
  double figures[BENCH_N_FIGURES]; /* what the job measured */
  guint  n_figures;
  long   peak_kib;
} BenchResult;

/* Fills @result->figures; runs in a child process. */
typedef void (*BenchJob) (BenchResult *result, gpointer data);

void     bench_run     (BenchJob     job,
                        gpointer     data,
                        BenchResult *result);

/* Seconds on a clock that only goes forward. */
double   bench_now     (void);

/* Sorts the figures and gives the one at @share (0 to 1) of them. */
double   bench_share   (double *figures,
                        guint   n_figures,
                        double  share);

/* Newly allocated: a folder of its own on the disk that holds the build, not in memory. */
char    *bench_folder  (void);

void     bench_remove  (const char *folder);

/* A bare connection with the settings of the store. */
sqlite3 *bench_open    (const char *path);

void     bench_execute (sqlite3    *database,
                        const char *sql);

/* Reads every column of every row of every table. */
void     bench_read    (sqlite3 *database);

G_END_DECLS
