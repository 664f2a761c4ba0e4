/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "lev-record-list.h"

G_BEGIN_DECLS

/*
 * Records as JSON, by their field tables and independent of locale and language: the same records
 * always give the same text. Dates and moments are ISO 8601 (moments in UTC), choices their nicks,
 * amounts a decimal text in euros ("1234.50"), scores a number from 1 to 5, "na" or "unknown".
 * What is not filled in is null, except a number, which is 0. A reference is an object with the identifier of the record and,
 * where it has them, its number and its title, so that it still means something on its own.
 */

/**
 * lev_json_from_record:
 * @record: (nullable): a record
 *
 * Returns: (transfer full): an object with its identifier and all of its fields, except the
 *   reference to the record that it is a part of
 */
JsonObject *lev_json_from_record    (LevRecord *record);

/**
 * lev_json_from_reference:
 * @record: (nullable): a record
 *
 * Returns: (transfer full): what stands for @record where it is referred to; a null node for %NULL
 */
JsonNode   *lev_json_from_reference (LevRecord *record);

/**
 * LevJsonFunc:
 * @record: a record of the list
 * @object: what lev_json_from_record() made of it
 *
 * Adds to @object what belongs to @record and stands in other records.
 */
typedef void (*LevJsonFunc) (gpointer record, JsonObject *object);

/**
 * lev_json_set_parts:
 * @object: where the array is put
 * @name: its name
 * @owner: whose parts they are
 * @type: their record class
 * @func: (nullable) (scope call): completes each of them
 *
 * Adds the parts of a record in a fixed order: by number, else by their first text, in which C2
 * comes before C10; the identifier decides between equals.
 */
void        lev_json_set_parts      (JsonObject *object,
                                     const char *name,
                                     LevRecord  *owner,
                                     GType       type,
                                     LevJsonFunc func);

/**
 * lev_json_list_parts:
 * @owner: a record
 * @type: a record class
 *
 * Returns: (transfer container) (element-type LevRecord): the parts of @owner in that order
 */
GPtrArray  *lev_json_list_parts     (LevRecord *owner,
                                     GType      type);

/**
 * lev_json_print:
 * @object: (transfer full): a document
 *
 * Returns: (transfer full): its text in UTF-8, indented, with a line end behind it
 */
char       *lev_json_print          (JsonObject *object);

G_END_DECLS
