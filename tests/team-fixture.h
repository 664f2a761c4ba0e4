#pragma once

#include "lev-share.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* A team: some databases, and a team folder between them. */

#define TEAM_N_MEMBERS (3)

typedef struct
{
  StoreFixture members[TEAM_N_MEMBERS];
  LevShare    *shares[TEAM_N_MEMBERS];
  char        *folder;
} TeamFixture;

/* Adds a test that gets a team. */
void team_fixture_add_test (const char *path, void (*test) (TeamFixture *team, gconstpointer data));

/* One exchange of @member, which has to succeed; returns what came of it. */
const LevShareResult *team_fixture_exchange    (TeamFixture *self,
                                                guint        member);

/* All databases must hold the same, and be right by their logs. */
void                  team_fixture_check_equal (TeamFixture *self);

/* (element-type utf8): the paths of the files of operations in the folder, in their order. */
GPtrArray            *team_fixture_list_files  (TeamFixture *self);

/* Gives the file at @path @length bytes, or the whole of @text for -1. */
void                  team_fixture_write       (const char *path,
                                                const char *text,
                                                gssize      length);

G_END_DECLS
