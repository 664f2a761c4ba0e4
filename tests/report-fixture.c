/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-fixture.h"

#include <string.h>

#include <gio/gio.h>

#include "lev-records.h"

#define N_CHOSEN (7)
#define N_PEOPLE (6)

static const char *const names[] = { "Waterland", "Duinrand",  "Berkenhof", "Lichtveld",
                                     "Oostvaart", "Meridiaan", "Stormvogel" };

static const char *const hostile_names[] = {
  "=1+1", "<b>&\"'", "😀 Emoji 🚀", NULL /* 40,000 characters */, "fout \xff\xfe einde",
  "_x0041_", "@SUM(A1)\tmet\r\ntab*?~",
};

static const char *const titles[] = {
  "MFA verplicht stellen op alle beheeraccounts", "Exitplan actualiseren en droog oefenen",
  "Escrowtest met volledige opbouw uit broncode", "Hercertificering ISO 27001 volgen",
};

typedef struct
{
  LevRegister *records;
  guint        n_chosen;
  guint        max_risks; /* per supplier */
  gboolean     is_hostile;
  char        *long_text;
  LevPerson   *people[N_PEOPLE];
  LevHandbook *handbook;
} Maker;

static const char *
get_name (Maker *maker,
          guint  i)
{
  if (!maker->is_hostile)
    return names[i % G_N_ELEMENTS (names)];

  return hostile_names[i % G_N_ELEMENTS (hostile_names)] != NULL
           ? hostile_names[i % G_N_ELEMENTS (hostile_names)]
           : maker->long_text;
}

static void
make_people (Maker *maker)
{
  static const char *const people[N_PEOPLE] = { "M. de Wit", "J. Bakker",      "P. van Dam",
                                                "K. Visser", "H. van Leeuwen", "C. Postma" };

  for (guint i = 0; i < N_PEOPLE; i++)
    maker->people[i] = lev_register_add (maker->records, LEV_TYPE_PERSON, "name",
                                         maker->is_hostile ? get_name (maker, i) : people[i],
                                         "organisation", "Regiodienst Noordermeer", "function",
                                         "manager bedrijfsvoering", "management-team", i >= 4,
                                         NULL);
}

static LevSupplier *
make_supplier (Maker *maker,
               guint  i)
{
  static const char *const factors[] = { "A1", "A2", "A3", "A4", "A5", "A6", "A7" };
  g_autofree char *numbered = g_strdup_printf ("Leverancier %u", i + 1);
  LevSupplier *supplier;

  supplier = lev_register_add (maker->records, LEV_TYPE_SUPPLIER, "name",
                               i < N_CHOSEN ? get_name (maker, i) : numbered, "kraljic",
                               LEV_KRALJIC_ROUTINE + i % 4, "manager", maker->people[i % 2], NULL);
  lev_register_add (maker->records, LEV_TYPE_SERVICE, "supplier", supplier, "name",
                    "Hosting en rekencentrum", "owner", maker->people[2], "level-manager",
                    maker->people[3], NULL);
  lev_register_add (maker->records, LEV_TYPE_CONTRACT, "supplier", supplier, "title",
                    "Raamcontract", "end", lev_date_new (2026, 12, 31) + 91 * (i % 12),
                    "yearly-value", (gint64) 12345050 * (1 + i % 9), NULL);
  for (guint j = 0; j < G_N_ELEMENTS (factors); j++)
    lev_register_add (maker->records, LEV_TYPE_CRITICALITY_SCORE, "supplier", supplier, "factor",
                      factors[j], "score",
                      i == 3 && j == 2 ? LEV_SCORE_UNKNOWN : 1 + (int) ((i * 3 + j) % 5), NULL);

  return supplier;
}

static void
assess (Maker      *maker,
        LevDossier *dossier,
        guint       seed,
        gboolean    is_previous)
{
  static const int scores[] = {
    2, 3, 2, 4, 1, 5, 2, LEV_SCORE_UNKNOWN, 3, LEV_SCORE_NOT_APPLICABLE
  };

  for (guint i = 0; i < 21; i++)
    {
      g_autofree char *code = g_strdup_printf ("%c%u", i < 10 ? 'C' : 'I', i < 10 ? i + 1 : i - 9);
      int score = scores[(seed * 7 + i * (is_previous ? 3 : 1)) % G_N_ELEMENTS (scores)];

      /* One criterion was forgotten. */
      if (i != 4 || seed != 1)
        lev_register_add (maker->records, LEV_TYPE_ASSESSMENT, "dossier", dossier, "criterion",
                          code, "score", score, NULL);
    }

  for (guint i = 0; i < 2; i++)
    lev_register_add (maker->records, LEV_TYPE_KEY_ANSWER, "dossier", dossier, "question",
                      i == 0 ? "1" : "2", "answer",
                      LEV_ANSWER_NO + (seed + i + (is_previous ? 1 : 0)) % 4, "explanation",
                      seed % 2 == 0 ? "Beheertoegang zonder MFA en achterstallige patches."
                                    : "Contract eindigt op 31 december.",
                      NULL);
}

static void
decide (Maker     *maker,
        LevAction *action,
        int        number,
        int        step,
        LevOutcome outcome)
{
  gboolean is_no = outcome == LEV_OUTCOME_NO;

  lev_register_add (maker->records, LEV_TYPE_DECISION, "action", action, "number", number, "step",
                    step, "outcome", outcome, "by", maker->people[4], "date",
                    lev_date_new (2026, 11, 3) + number, "reason",
                    is_no ? "Te duur voor wat het oplevert" : NULL, "accepted-by",
                    is_no && step == 6 ? maker->people[5] : NULL, "accepted-until",
                    is_no && step == 6 ? lev_date_new (2027, 6, 30) : 0, NULL);
}

/* Brings the action some way along the process; each seed stops at another step. */
static void
follow_up (Maker     *maker,
           LevAction *action,
           guint      seed)
{
  static const int steps[] = { 6, 7, 9, 10, 11, 12 };
  guint n_done = seed % 8;
  int number = 1;

  if (n_done == 7)
    {
      decide (maker, action, 1, 6, LEV_OUTCOME_NO);
      return;
    }

  for (guint i = 0; i < n_done; i++)
    {
      if (steps[i] == 9)
        lev_register_add (maker->records, LEV_TYPE_STATUS_UPDATE, "action", action, "number",
                          number++, "date", lev_date_new (2026, 11, 2) + seed % 15, "author",
                          maker->people[0], "text",
                          maker->is_hostile ? get_name (maker, seed)
                                            : "Akkoord op hoofdlijnen; ondertekening is gepland.",
                          "progress", 10 * (int) (seed % 11), "channel", LEV_CHANNEL_MEETING,
                          "recipients", "P. van Dam, Inkoop", NULL);
      decide (maker, action, number++, steps[i], LEV_OUTCOME_YES);
    }
}

static void
add_action (Maker      *maker,
            LevDossier *dossier,
            LevRisk    *risk,
            int         number)
{
  LevAction *action;

  action = lev_register_add (maker->records, LEV_TYPE_ACTION, "dossier", dossier, "risk", risk,
                             "number", number, "title", titles[number % G_N_ELEMENTS (titles)],
                             "result", "Getekend addendum", "owner", maker->people[2], "executor",
                             maker->people[3], "due",
                             number % 5 == 4 ? 0 : lev_date_new (2026, 10, 15) + 5 * number, "cost",
                             (gint64) 250000 * (number % 6), "effect-likelihood", number % 3,
                             "effect-impact", number % 2, "advice",
                             number % 7 == 3 ? LEV_OUTCOME_NO : LEV_OUTCOME_YES, "frequency",
                             LEV_FREQUENCY_MONTHLY, NULL);
  follow_up (maker, action, number);
}

static void
add_risks (Maker      *maker,
           LevDossier *dossier,
           guint       seed,
           int        *n_risks,
           int        *n_actions)
{
  for (guint i = 0; i < MIN (3 + seed % 3, maker->max_risks); i++)
    {
      gboolean is_unknown = seed == 3 && i == 1;
      LevRisk *risk;

      risk = lev_register_add (maker->records, LEV_TYPE_RISK, "dossier", dossier, "number",
                               ++*n_risks, "criterion", i % 2 == 0 ? "I3" : "C8", "cause",
                               "Beheeraccounts van de leverancier hebben geen MFA", "event",
                               maker->is_hostile ? get_name (maker, i + seed)
                                                 : "Een aanvaller neemt een beheeraccount over",
                               "consequence", i == 2 ? NULL : "Alle gehoste systemen liggen open",
                               "likelihood",
                               is_unknown ? LEV_SCORE_UNKNOWN : 1 + (int) ((seed + i * 2) % 5),
                               "impact", 1 + (int) ((seed * 2 + i) % 5), "residual-likelihood",
                               1 + (int) (i % 3), "residual-impact", 1 + (int) ((seed + i) % 5),
                               "treatment", LEV_TREATMENT_REDUCE, "confidence",
                               LEV_CONFIDENCE_LOW + i % 3, NULL);

      for (guint j = 0; j < 1 + i % 2; j++)
        add_action (maker, dossier, i == 2 ? NULL : risk, ++*n_actions);
    }
}

static LevReview *
make_review (Maker       *maker,
             const char  *title,
             LevReview   *previous,
             LevSupplier *suppliers[N_CHOSEN])
{
  gboolean is_first = previous == NULL && maker->n_chosen > 1;
  LevReview *review;
  int n_risks = 0;
  int n_actions = 0;

  review = lev_register_add (maker->records, LEV_TYPE_REVIEW, "title", title, "coordinator",
                             maker->people[0], "previous", previous, "handbook", maker->handbook,
                             NULL);
  for (guint i = 0; suppliers != NULL && i < maker->n_chosen; i++)
    {
      LevDossier *dossier = lev_register_add (maker->records, LEV_TYPE_DOSSIER, "review", review,
                                              "supplier", suppliers[i], "number", (int) i + 1,
                                              "chosen", TRUE, "manager", maker->people[i % 2],
                                              "owner", maker->people[2], "level-manager",
                                              maker->people[3], NULL);

      assess (maker, dossier, i, is_first);
      add_risks (maker, dossier, is_first ? i + 1 : i, &n_risks, &n_actions);
    }

  if (suppliers != NULL)
    lev_register_add (maker->records, LEV_TYPE_MEETING, "review", review, "kind",
                      LEV_MEETING_KIND_REVIEW, "start", lev_moment_parse ("2026-12-03T09:00:00Z"),
                      NULL);

  return review;
}

LevRegister *
report_fixture_new (ReportFixture fixture,
                    guint         n_suppliers,
                    LevReview   **review)
{
  gboolean is_small = fixture == REPORT_FIXTURE_SINGLE || fixture == REPORT_FIXTURE_BARE;
  Maker maker = {
    .records = lev_register_new (),
    .n_chosen = is_small ? 1 : N_CHOSEN,
    .max_risks = fixture == REPORT_FIXTURE_BARE ? 0
                 : is_small                     ? 1
                                                : G_MAXUINT,
    .is_hostile = fixture == REPORT_FIXTURE_HOSTILE,
    .long_text = g_strnfill (40000, 'x'),
  };
  g_autoptr (GBytes) handbook = NULL;
  LevSupplier *chosen[N_CHOSEN] = {
    NULL,
  };
  LevReview *previous = NULL;

  lev_clock_set (lev_moment_parse ("2026-11-23T09:00:00Z"));
  lev_register_set_id_seed (maker.records, "report");
  lev_register_begin (maker.records, "Fixture");
  handbook = g_resources_lookup_data ("/nl/levman/Review/handbook.ini", 0, NULL);
  maker.handbook = lev_register_add (maker.records, LEV_TYPE_HANDBOOK, "version", 4, "content",
                                     g_bytes_get_data (handbook, NULL), NULL);

  if (fixture == REPORT_FIXTURE_EMPTY)
    {
      *review = make_review (&maker, "2026-2", NULL, NULL);
    }
  else
    {
      make_people (&maker);
      for (guint i = 0; i < MAX (n_suppliers, N_CHOSEN); i++)
        {
          LevSupplier *supplier = make_supplier (&maker, i);

          if (i < N_CHOSEN)
            chosen[i] = supplier;
        }
      if (!is_small)
        previous = make_review (&maker, "2026-1", NULL, chosen);
      *review = make_review (&maker, maker.is_hostile ? "2026-2 <&>" : "2026-2", previous, chosen);
    }

  lev_register_end (maker.records);
  g_free (maker.long_text);

  return maker.records;
}
