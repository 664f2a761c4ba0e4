/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-register.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* What a report is written of in tests and benchmarks. */
typedef enum
{
  REPORT_FIXTURE_EMPTY,   /* a round in which nothing was done */
  REPORT_FIXTURE_NORMAL,  /* seven suppliers, with actions at every step and a previous round */
  REPORT_FIXTURE_HOSTILE, /* the same, with texts that break other programs */
  REPORT_FIXTURE_SINGLE,  /* one of each: supplier, risk, action; no previous round */
  REPORT_FIXTURE_BARE,    /* one supplier, without risks, actions and a previous round */
} ReportFixture;

/**
 * report_fixture_new:
 * @fixture: the content
 * @n_suppliers: how many suppliers the register has, of which seven, or the one of
 *   the fixture, are in the round
 * @review: (out) (transfer none): the round
 *
 * Sets the clock on 23 November 2026 and makes a register with a round.
 *
 * Returns: (transfer full): the register
 */
LevRegister *report_fixture_new (ReportFixture fixture,
                                 guint         n_suppliers,
                                 LevReview   **review);

G_END_DECLS
