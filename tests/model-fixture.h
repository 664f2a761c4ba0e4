/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-guard.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-scoring.h"

G_BEGIN_DECLS

/* A register with a small handbook, four people and some suppliers, and a round in it that goes
 * from step to step through the process's own functions. An edit runs from init to clear. */

#define FIXTURE_HANDBOOK                                                                   \
  "[handbook]\ntitle=Handbook\nversion=1\nselection-rule=count\nselection-value=1\n"       \
  "[factor A1]\ntitle=Interest\nweight=60\n[factor A2]\ntitle=Failure\nweight=40\n"        \
  "[theme continuity]\ntitle=Continuity\n[theme security]\ntitle=Security\n"               \
  "[question 1]\ntheme=continuity\ntitle=One?\n[question 2]\ntheme=security\ntitle=Two?\n" \
  "[criterion C1]\ntheme=continuity\ntitle=Health\n"                                       \
  "[criterion I1]\ntheme=security\ntitle=Certificate\n"                                    \
  "[class low]\ntitle=low\nfrom=1\n[class medium]\ntitle=medium\nfrom=5\n"                 \
  "[class high]\ntitle=high\nfrom=10\n[class critical]\ntitle=critical\nfrom=15\n"         \
  "[rule]\nimpact-never-below-high=5\n"

typedef struct
{
  LevRegister *records;
  LevHandbook *handbook;
  LevPerson   *manager;
  LevPerson   *owner;
  LevPerson   *level_manager;
  LevPerson   *director; /* the MT */
  LevReview   *review;
  LevDossier  *dossier; /* of the first supplier, from step 3 on */
  LevRisk     *risk;    /* a critical one, from step 4 on */
  LevAction   *action;  /* against it */
} ModelFixture;

/* Makes the register and starts the round, which is then at step 1. The first supplier has the
 * highest criticality, and so on. */
void               model_fixture_init         (ModelFixture *self,
                                               guint         n_suppliers);

/* Ends the edit and drops the register, and asserts that it dies. */
void               model_fixture_clear        (ModelFixture *self);

/* Brings the round to step @step: everything before it is done. */
void               model_fixture_reach        (ModelFixture *self,
                                               guint         step);

/* Does what step @step asks of the whole round, in the plainest way. */
void               model_fixture_do_step      (ModelFixture *self,
                                               guint         step);

/* Brings the round from wherever it is to its end, and asserts that it gets there: chooses every
 * supplier, accepts every risk, takes every action and says yes to everything. */
void               model_fixture_finish       (ModelFixture *self);

LevSupplier       *model_fixture_get_supplier (ModelFixture *self,
                                               guint         position);

/* Answers every question, scores every criterion and records who took part. */
void               model_fixture_fill_profile (ModelFixture *self,
                                               LevDossier   *dossier);

/* A critical risk with an action that has an owner and a date. */
LevAction         *model_fixture_propose      (ModelFixture *self,
                                               LevDossier   *dossier);

/* Plans the meeting and invites everyone who must be there. */
void               model_fixture_plan         (ModelFixture *self);

/* Everything that can be said with a decision. */
LevDecisionDetails model_fixture_say_all      (ModelFixture *self);

/* Records that everyone was mailed what they are to know. */
void               model_fixture_send_mails   (ModelFixture *self);

/* Everything that can be said with a status update. */
LevUpdateDetails   model_fixture_update_all   (ModelFixture *self);

/* Moves an action that waits at 6 to 12 one step on. */
void               model_fixture_move_action  (ModelFixture *self,
                                               LevAction    *action,
                                               LevOutcome    outcome);

/* Asserts that @error is @code of the model and clears it. */
void               model_fixture_take_error   (GError      **error,
                                               LevModelError code);

/* The language of all texts from now on: "nl" or "en". */
void               model_fixture_set_language (const char *language);

G_END_DECLS
