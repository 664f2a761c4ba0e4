/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-records.h"
#include "lev-workbook-content.h"

G_BEGIN_DECLS

/*
 * The risk profile as an Excel form, for a service owner or SLM without the application (step 3):
 * the same questions, criteria, risks and actions, with drop-downs and protected labels. A form
 * that comes back is held against the register, cell by cell, before anything is taken over.
 */

/**
 * lev_form_write:
 * @path: where it is written, as a whole
 * @cancellable: (nullable)
 *
 * Writes the form of @dossier with what is filled in now, and room for new risks and actions.
 *
 * Returns: %FALSE with the errors of lev_workbook_save()
 */
gboolean                 lev_form_write             (LevDossier   *dossier,
                                                     const char   *path,
                                                     GCancellable *cancellable,
                                                     GError      **error);

/**
 * LevFormState:
 * @LEV_FORM_CHANGE: was filled in or changed in the form, and not in the register since
 * @LEV_FORM_CONFLICT: was changed in both since the form was written
 * @LEV_FORM_REFUSED: cannot be taken over; the message says why
 *
 * What a cell that differs comes to.
 */
typedef enum
{
  LEV_FORM_CHANGE,
  LEV_FORM_CONFLICT,
  LEV_FORM_REFUSED,
} LevFormState;

#define LEV_FORM_N_STATES (LEV_FORM_REFUSED + 1)

/* One cell that differs. Texts are in the user's language. */
typedef struct
{
  LevFormState state;
  gboolean     is_taken; /* whether lev_form_reading_apply() takes it over; at first each change */
  char        *place;    /* “Criteria, F7” */
  char        *subject;  /* “C1 Financiële gezondheid” */
  char        *field;    /* “Toelichting” */
  char        *old_text;
  char        *new_text;
  char        *message; /* why it is refused; %NULL otherwise */

  /* Where it goes. */
  guint section;
  guint column;
  guint row;
  char *key;
} LevFormDifference;

typedef struct _LevFormReading LevFormReading;

/**
 * lev_form_read:
 * @content: a form that was filled in
 * @dossier: the profile that it is about
 *
 * Returns: (transfer full): what differs, or %NULL with %LEV_EXCHANGE_ERROR_READ when the workbook
 *   is no form, or one of another supplier or round
 */
LevFormReading          *lev_form_read              (LevWorkbookContent *content,
                                                     LevDossier         *dossier,
                                                     GError            **error);
void                     lev_form_reading_free      (LevFormReading *self);
guint                    lev_form_reading_get_n     (LevFormReading *self);
const LevFormDifference *lev_form_reading_get       (LevFormReading *self,
                                                     guint           position);

/* How many differences have @state. */
guint                    lev_form_reading_count     (LevFormReading *self,
                                                     LevFormState    state);

/* Whether the difference at @position is taken over; one that is refused never is. */
void                     lev_form_reading_set_taken (LevFormReading *self,
                                                     guint           position,
                                                     gboolean        is_taken);

/* Takes over what is to be taken over, in the running edit, or fails with the error of the
 * process. */
gboolean                 lev_form_reading_apply     (LevFormReading *self,
                                                     GError        **error);

/* The translated name of @state. */
const char              *lev_form_state_get_label   (LevFormState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevFormReading, lev_form_reading_free)

G_END_DECLS
