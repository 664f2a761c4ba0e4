#pragma once

#include "lev-person.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a file from elsewhere says, row by row, before anything of it is taken over: what is new,
 * what cannot be and why. Who may choose per row does so here; “Take over” makes one edit of it. */

#define LEV_TYPE_TAKE_OVER_DIALOG (lev_take_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevTakeOverDialog, lev_take_over_dialog, LEV, TAKE_OVER_DIALOG, AdwDialog)

/* A row as the dialog shows it. */
typedef struct
{
  char       *title;     /* newly allocated, as the subtitle */
  char       *subtitle;  /* may be %NULL */
  const char *state;     /* in a word */
  const char *css_class; /* of that word */
  gboolean    is_takeable;
  gboolean    is_taken;
} LevTakeOverRow;

/* What is taken over. All texts are English, marked for translation. */
typedef struct
{
  const char *title;
  const char *person_title; /* who is asked for, or %NULL: nobody */
  const char *edit_label;
  const char *empty; /* said when there is nothing to take over */

  guint (*get_n) (gpointer data);
  void (*describe) (gpointer data, guint position, LevTakeOverRow *row);
  void (*set_taken) (gpointer data, guint position, gboolean is_taken); /* %NULL: all or nothing */
  void (*set_person) (gpointer data, LevPerson *person);                /* looks at all rows anew */
  gboolean (*apply) (gpointer data, GError **error);
} LevTakeOverClass;

/**
 * lev_take_over_dialog_new:
 * @klass: static
 * @person: (nullable): who is proposed
 * @data: (transfer full): for the functions of @klass
 * @destroy: frees @data
 */
AdwDialog *lev_take_over_dialog_new (const LevTakeOverClass *klass,
                                     LevPerson              *person,
                                     gpointer                data,
                                     GDestroyNotify          destroy);

G_END_DECLS
