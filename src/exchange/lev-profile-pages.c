/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-pages-private.h"

#include <glib/gi18n.h>

#include "lev-field-text.h"
#include "lev-record-list.h"
#include "lev-state.h"

#define MAP_HEIGHT (158.0)

/* A label and its value in the panel of the head. */
typedef struct
{
  char *label;
  char *value;
} Fact;

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_fact (GPtrArray  *facts,
          const char *label,
          const char *value)
{
  Fact *fact;

  if (lev_text_is_blank (value))
    return;

  fact = g_new0 (Fact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  g_ptr_array_add (facts, fact);
}

guint32
lev_profile_pages_get_fill (LevLevel level)
{
  static const guint32 fills[] = { 0xe8e8ee, 0xe6eff2, 0xf3dfa8, 0xe39a4f, 0x9b2c2c };

  return fills[level];
}

guint32
lev_profile_pages_get_ink (LevLevel level)
{
  return level == LEV_LEVEL_CRITICAL ? LEV_INK_WHITE : LEV_INK_TEXT;
}

static void
add_person_fact (GPtrArray  *facts,
                 const char *label,
                 LevPerson  *person)
{
  add_fact (facts, label, person != NULL ? person->name : NULL);
}

/* "C-2022-014 Hosting · tot 31 december 2027 · opzeggen 12 maanden · € 684.000,00 per jaar" */
static char *
describe_contract (LevContract *contract)
{
  GString *text = g_string_new (contract->number);
  g_autofree char *end = lev_date_format_long (contract->end);

  if (!lev_text_is_blank (contract->title))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", contract->title);
  if (contract->end != 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("until %s"), end);
    }
  if (contract->notice_months > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              ngettext ("%d month’s notice", "%d months’ notice",
                                        (gulong) contract->notice_months),
                              contract->notice_months);
    }
  if (contract->yearly_value != 0)
    {
      const LevField money = { .kind = LEV_FIELD_KIND_MONEY };
      const LevValue value = { .integer = contract->yearly_value };
      g_autofree char *amount = lev_field_format (&money, &value);

      g_string_append (text, " · ");
      g_string_append_printf (text, _("%s a year"), amount);
    }

  return g_string_free (text, FALSE);
}

/* What belongs to the supplier, at the left. */
static GPtrArray *
list_supplier_facts (LevSupplier *supplier)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  LevRecordList *contracts = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_CONTRACT);
  LevRecordList *services = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_SERVICE);

  add_fact (facts, _("KvK number"), supplier->kvk);
  add_fact (facts, _("Supplier number"), supplier->number);
  add_fact (facts, _("Parent company"), supplier->parent);
  add_fact (facts, _("Country"), supplier->country);
  for (guint i = 0; i < lev_record_list_get_n (contracts); i++)
    {
      g_autofree char *text = describe_contract (lev_record_list_peek (contracts, i));

      add_fact (facts, _("Contract"), text);
    }
  for (guint i = 0; i < lev_record_list_get_n (services); i++)
    {
      LevService *service = lev_record_list_peek (services, i);
      g_autofree char *text = g_strdup_printf ("%s%s%s", service->name != NULL ? service->name : "",
                                               lev_text_is_blank (service->biv) ? "" : " · BIV ",
                                               service->biv != NULL ? service->biv : "");

      add_fact (facts, _("Service"), text);
    }
  add_fact (facts, _("Notes"), supplier->notes);

  return facts;
}

/* What belongs to the round, at the right. */
static GPtrArray *
list_round_facts (LevDossier *dossier,
                  LevDate     today)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  LevSupplier *supplier = dossier->supplier;
  LevCriticality band = lev_supplier_get_criticality (supplier, lev_dossier_get_content (dossier));
  g_autofree char *date = lev_date_format_long (today);
  g_autofree char *criticality = NULL;

  if (band.lowest == band.highest)
    criticality = g_strdup_printf (_("%d of 100"), band.highest);
  else
    criticality = g_strdup_printf (_("%d–%d of 100"), band.lowest, band.highest);
  add_fact (facts, _("Kraljic"), lev_choice_get_label (lev_kraljic_choices, supplier->kraljic));
  add_fact (facts, _("Criticality"), criticality);
  add_person_fact (facts, _("Contract manager"), dossier->manager);
  add_person_fact (facts, _("Coordinating CM"), dossier->review->coordinator);
  add_person_fact (facts, _("Service owner"), dossier->owner);
  add_person_fact (facts, _("SLM"), dossier->level_manager);
  add_fact (facts, _("Reference date"), date);

  return facts;
}

static void
add_head (LevPageFlow *flow,
          LevDossier  *dossier)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (dossier->supplier),
                                                     LEV_TYPE_SERVICE);
  LevService *service = lev_record_list_get_n (services) > 0 ? lev_record_list_peek (services, 0)
                                                             : NULL;
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autoptr (GPtrArray) left = list_supplier_facts (dossier->supplier);
  g_autoptr (GPtrArray) right = list_round_facts (dossier, lev_page_flow_get_date (flow));
  const LevPageCell name = { 0, LEV_PAGE_INNER, title, 24, TRUE, LEV_INK_ACCENT };
  const LevPageCell subject = { 0,  LEV_PAGE_INNER, service != NULL ? service->name : NULL,
                                11, FALSE,          LEV_INK_SECONDARY };

  lev_page_flow_add_row (flow, &name, 1, &(LevPageRow) { .above = -12, .below = 2 });
  lev_page_flow_add_row (flow, &subject, 1, &(LevPageRow) { .below = 8 });
  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      const Fact none = { NULL, NULL };
      const Fact *one = i < left->len ? g_ptr_array_index (left, i) : &none;
      const Fact *other = i < right->len ? g_ptr_array_index (right, i) : &none;
      const LevPageCell cells[] = {
        { 14, 92, one->label, 8.5, FALSE, LEV_INK_SECONDARY },
        { 108, 176, one->value, 9, FALSE, LEV_INK_TEXT },
        { 292, 88, other->label, 8.5, FALSE, LEV_INK_SECONDARY },
        { 384, 122, other->value, 9, FALSE, LEV_INK_TEXT },
      };

      lev_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells),
                             &(LevPageRow) { .above = 3, .below = 3, .is_panel = TRUE });
    }
}

/* The seriousness of an answer, for its colour and sign. */
static LevLevel
get_answer_level (int answer)
{
  static const LevLevel levels[] = {
    [LEV_ANSWER_NONE] = LEV_LEVEL_UNKNOWN,    [LEV_ANSWER_NO] = LEV_LEVEL_LOW,
    [LEV_ANSWER_ATTENTION] = LEV_LEVEL_MEDIUM, [LEV_ANSWER_YES] = LEV_LEVEL_CRITICAL,
    [LEV_ANSWER_INSUFFICIENT] = LEV_LEVEL_UNKNOWN,
  };

  return levels[answer];
}

static void
add_question (LevPageFlow           *flow,
              LevDossier            *dossier,
              const LevHandbookItem *question)
{
  LevDossier *previous = lev_dossier_get_previous (dossier);
  LevKeyAnswer *answer = lev_dossier_find_answer (dossier, question->code);
  LevKeyAnswer *before = previous != NULL ? lev_dossier_find_answer (previous, question->code)
                                          : NULL;
  int chosen = answer != NULL ? answer->answer : LEV_ANSWER_NONE;
  LevLevel level = get_answer_level (chosen);
  const char *word = chosen != LEV_ANSWER_NONE ? lev_choice_get_label (lev_answer_choices, chosen)
                                               : _("not answered");
  g_autofree char *then = NULL;
  const LevPageCell top[] = {
    { 0, 390, question->title, 9.5, TRUE, LEV_INK_TEXT },
    { 405, 110, word, 10, TRUE, lev_profile_pages_get_ink (level), LEV_CELL_CENTER, TRUE,
      lev_profile_pages_get_fill (level), level },
  };
  LevPageCell bottom[] = {
    { 0, 390, answer != NULL ? answer->explanation : NULL, 9, FALSE, LEV_INK_SECONDARY },
    { 405, 110, NULL, 8, FALSE, LEV_INK_SECONDARY, LEV_CELL_CENTER },
  };

  if (before != NULL && before->answer != LEV_ANSWER_NONE)
    /* Translators: the answer to a key question in the previous round */
    then = g_strdup_printf (_("previous round: %s"),
                            lev_choice_get_label (lev_answer_choices, before->answer));
  bottom[1].text = then;
  lev_page_flow_begin_group (flow);
  lev_page_flow_add_row (flow, top, G_N_ELEMENTS (top), &(LevPageRow) { .below = 2 });
  lev_page_flow_add_row (flow, bottom, G_N_ELEMENTS (bottom), &(LevPageRow) { .below = 9 });
  lev_page_flow_end_group (flow);
}

static void
add_questions (LevPageFlow *flow,
               LevDossier  *dossier)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);

  lev_page_flow_begin (flow, _("The two key questions"), 60);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION); i++)
    add_question (flow, dossier, lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i));
}

static char *
format_score (int score)
{
  if (score == LEV_SCORE_NOT_APPLICABLE)
    return g_strdup (_("n/a"));
  if (score == LEV_SCORE_OPEN)
    return g_strdup ("–");

  return score == LEV_SCORE_UNKNOWN ? g_strdup ("?") : g_strdup_printf ("%d", score);
}

static char *
format_trend (int before,
              int now)
{
  if (!LEV_SCORE_IS_KNOWN (before) || !LEV_SCORE_IS_KNOWN (now))
    return g_strdup ("");
  if (before == now)
    return g_strdup ("=");

  return g_strdup_printf ("%s %d", now > before ? "↑" : "↓", ABS (now - before));
}

/* "Bewijs: ISO 27001, 12-03-2026, geldig tot 11-03-2027 (verlopen), SHA-256 3f1a…" */
static void
append_evidence (GString     *text,
                 LevEvidence *evidence,
                 LevDate      today)
{
  g_autofree char *date = lev_date_format (evidence->date);
  g_autofree char *until = lev_date_format (evidence->valid_until);

  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", _("Evidence"),
                          evidence->name != NULL ? evidence->name : "");
  if (evidence->date != 0)
    g_string_append_printf (text, ", %s", date);
  if (evidence->valid_until != 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, _("valid until %s"), until);
      if (evidence->valid_until < today)
        g_string_append_printf (text, " (%s)", _("expired"));
    }
  if (!lev_text_is_blank (evidence->link))
    g_string_append_printf (text, ", %s", evidence->link);
  if (!lev_text_is_blank (evidence->sha256))
    g_string_append_printf (text, ", SHA-256 %.16s…", evidence->sha256);
}

void
lev_profile_pages_append_evidence (GString   *text,
                                   LevRecord *owner,
                                   LevDate    today)
{
  LevRecordList *evidence = lev_record_get_children (owner, LEV_TYPE_EVIDENCE);

  for (guint i = 0; i < lev_record_list_get_n (evidence); i++)
    append_evidence (text, lev_record_list_peek (evidence, i), today);
}

static char *
describe_assessment (LevAssessment *assessment,
                     LevDate        today)
{
  GString *text = g_string_new (NULL);

  if (assessment == NULL)
    return g_string_free (text, FALSE);

  if (assessment->score != LEV_SCORE_OPEN && !assessment->confirmed)
    g_string_append (text, _("To be confirmed."));
  if (!lev_text_is_blank (assessment->note))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", assessment->note);
  lev_profile_pages_append_evidence (text, LEV_RECORD (assessment), today);

  return g_string_free (text, FALSE);
}

/* Scores that ask for attention stand on a colour. */
static LevLevel
get_score_level (int score)
{
  if (score == LEV_SCORE_UNKNOWN)
    return LEV_LEVEL_UNKNOWN;

  return score >= 3 ? LEV_LEVEL_MEDIUM + (LevLevel) (score - 3) : LEV_LEVEL_LOW;
}

static void
add_criterion (LevPageFlow           *flow,
               LevDossier            *dossier,
               const LevHandbookItem *criterion)
{
  LevDossier *previous = lev_dossier_get_previous (dossier);
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, criterion->code);
  LevAssessment *earlier = previous != NULL
                             ? lev_dossier_find_assessment (previous, criterion->code)
                             : NULL;
  int score = assessment != NULL ? assessment->score : LEV_SCORE_OPEN;
  int before = earlier != NULL ? earlier->score : LEV_SCORE_OPEN;
  gboolean is_marked = score >= 3 || score == LEV_SCORE_UNKNOWN;
  LevLevel level = get_score_level (score);
  g_autofree char *now = format_score (score);
  g_autofree char *then = format_score (before);
  g_autofree char *trend = format_trend (before, score);
  g_autofree char *note = describe_assessment (assessment, lev_page_flow_get_date (flow));
  const LevPageCell cells[] = {
    { 8, 26, criterion->code, 8.5, FALSE, LEV_INK_SECONDARY },
    { 38, 152, criterion->title, 9, FALSE, LEV_INK_TEXT },
    { is_marked ? 196 : 188, is_marked ? 22 : 38, now, 9, TRUE, is_marked ? lev_profile_pages_get_ink (level) : LEV_INK_TEXT,
      LEV_CELL_CENTER, is_marked, lev_profile_pages_get_fill (level) },
    { 226, 32, then, 9, FALSE, LEV_INK_SECONDARY, LEV_CELL_CENTER },
    { 262, 36, trend, 9, score > before, score > before ? LEV_INK_CRITICAL : LEV_INK_ACCENT,
      LEV_CELL_CENTER },
    { 306, 202, note, 8.5, FALSE, LEV_INK_TEXT },
  };

  lev_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells),
                         &(LevPageRow) { .above = 3, .below = 3.5, .has_line = TRUE });
}

static void
add_theme (LevPageFlow           *flow,
           LevDossier            *dossier,
           const LevHandbookItem *theme)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  /* Translators: the heading over the criteria of a theme, “Criteria continuity” */
  g_autofree char *lower = g_utf8_strdown (theme->title, -1);
  g_autofree char *title = g_strdup_printf (_("Criteria %s"), lower);
  const LevPageCell head[] = {
    { 8, 26, _("Code"), 8.5, TRUE, LEV_INK_WHITE },
    { 38, 152, _("Criterion"), 8.5, TRUE, LEV_INK_WHITE },
    { 190, 34, _("Now"), 8.5, TRUE, LEV_INK_WHITE, LEV_CELL_CENTER },
    { 224, 36, _("Before"), 8.5, TRUE, LEV_INK_WHITE, LEV_CELL_CENTER },
    { 260, 40, _("Trend"), 8.5, TRUE, LEV_INK_WHITE, LEV_CELL_CENTER },
    { 306, 202, _("Explanation"), 8.5, TRUE, LEV_INK_WHITE },
  };

  lev_page_flow_begin (flow, title, 60);
  lev_page_flow_head (flow, head, G_N_ELEMENTS (head));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *criterion;

      criterion = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      if (g_strcmp0 (criterion->theme, theme->code) == 0)
        add_criterion (flow, dossier, criterion);
    }
}

static void
add_maps (LevPageFlow *flow,
          LevDossier  *dossier)
{
  const LevPageCell note = {
    0,
    LEV_PAGE_INNER,
    _("Impact from left to right, likelihood from bottom to top. The numbers are those of the risks "
      "below. A square is critical, a diamond high, a dot medium, a ring low."),
    8,
    FALSE,
    LEV_INK_SECONDARY
  };

  lev_page_flow_begin (flow, _("Heat map"), MAP_HEIGHT + 50);
  lev_page_flow_add_maps (flow, lev_heat_map_data_new_dossier (dossier), _("Now"),
                          _("After the measures (residual risk)"), MAP_HEIGHT);
  lev_page_flow_add_row (flow, &note, 1, &(LevPageRow) { 0 });
}

/* "Versie 3 · bevroren op 20 november 2026 · SHA-256 9f3c 41d7 … 08ae" */
static char *
describe_version (LevDossier *dossier)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_NONE);
  g_autofree char *date = NULL;

  if (version == NULL)
    {
      date = lev_date_format_long (lev_clock_today ());
      /* Translators: the footer of a profile that was never frozen; a date */
      return g_strdup_printf (_("Draft of %s, not frozen"), date);
    }

  date = lev_date_format_long (lev_moment_get_date (version->moment));

  return g_strdup_printf (_("Version %d · frozen on %s · SHA-256 %.4s %.4s … %.4s"),
                          version->number, date, version->sha256 != NULL ? version->sha256 : "",
                          version->sha256 != NULL && strlen (version->sha256) == 64
                            ? version->sha256 + 4
                            : "",
                          version->sha256 != NULL && strlen (version->sha256) == 64
                            ? version->sha256 + 60
                            : "");
}

LevPageFlow *
lev_profile_pages_new (LevDossier *dossier)
{
  return lev_profile_pages_new_at (dossier, lev_clock_today ());
}

LevPageFlow *
lev_profile_pages_new_at (LevDossier *dossier,
                          LevDate     date)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  g_autofree char *round = lev_record_dup_title (LEV_RECORD (dossier->review));
  g_autofree char *right = g_strdup_printf ("%s  ·  %s", round, _("confidential"));
  g_autofree char *footer = describe_version (dossier);
  LevPageFlow *flow;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  flow = lev_page_flow_new (_("Supplier risk profile"), right, footer);
  lev_page_flow_take_style (flow, lev_house_style_new (LEV_RECORD (dossier)->records));
  lev_page_flow_set_date (flow, date);
  add_head (flow, dossier);
  add_questions (flow, dossier);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_THEME); i++)
    add_theme (flow, dossier, lev_handbook_content_get (content, LEV_HANDBOOK_THEME, i));
  add_maps (flow, dossier);
  lev_profile_pages_add_risks (flow, dossier);
  lev_profile_pages_add_actions (flow, dossier);
  lev_profile_pages_add_decisions (flow, dossier);
  lev_profile_pages_add_people (flow, dossier);

  return flow;
}
