#pragma once

#include "lev-archive-verify.h"
#include "lev-archive.h"
#include "lev-records.h"
#include "lev-register.h"

G_BEGIN_DECLS

/* A round with three dossiers, two of which have names that a file system holds for the same; the
 * first has an action with evidence and a profile that is frozen for the MT. */

#define ARCHIVE_FIXTURE_EVIDENCE "twee beheerders"
#define ARCHIVE_FIXTURE_SUPPLIER "Café ’t Hoekje: A/B & Zn."

typedef struct
{
  LevRegister *records;
  LevDossier  *dossier;
  LevDossier  *other;
  char        *folder;
  char        *files; /* of the evidence */
} ArchiveFixture;

void              archive_fixture_set_up    (ArchiveFixture *fixture,
                                             gconstpointer   data);
void              archive_fixture_tear_down (ArchiveFixture *fixture,
                                             gconstpointer   data);

/* Removes the folder at @path with all that is in it. */
void              archive_fixture_remove    (const char *path);

/* Archives @dossier in the folder; that has to succeed. */
LevArchiveResult *archive_fixture_write     (ArchiveFixture *fixture,
                                             LevDossier     *dossier);

/* Verifies the folder; that has to succeed, whatever it finds. */
LevArchiveCheck  *archive_fixture_verify    (ArchiveFixture *fixture);

/* What @check says of the file @name; %NULL for nothing. */
const LevFinding *archive_fixture_find      (LevArchiveCheck *check,
                                             const char      *name);

G_END_DECLS
