/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many messages are kept; the others are only counted. */
#define LEV_IMPORT_MAX_MESSAGES 1000

/**
 * LevImportMessage:
 * @is_error: whether it keeps the file from being imported
 * @line: the line in the file, from 1; 0 when it is about the whole file
 * @column: the column in the table, from 1; 0 when it is about the whole line
 * @text: what is wrong and what to do, with the line and the column in front
 *
 * Something that the user must know about a file that is imported.
 */
typedef struct
{
  gboolean is_error;
  guint    line;
  guint    column;
  char    *text;
} LevImportMessage;

/**
 * LevImportMessages:
 * @items: (element-type LevImportMessage): in the order in which they were found
 * @n_errors: how many errors there are, also those that are not kept
 * @n_warnings: the same of warnings
 */
typedef struct
{
  GPtrArray *items;
  guint      n_errors;
  guint      n_warnings;
} LevImportMessages;

LevImportMessages *lev_import_messages_new         (void);

void               lev_import_messages_free        (LevImportMessages *self);

/**
 * lev_import_messages_add_error:
 * @self: messages
 * @line: the line in the file, from 1, or 0
 * @column: the column in the table, from 1, or 0
 * @heading: (nullable): what stands above the column
 * @format: what is wrong and what to do
 *
 * Adds what keeps the file from being imported.
 */
void               lev_import_messages_add_error   (LevImportMessages *self,
                                                    guint              line,
                                                    guint              column,
                                                    const char        *heading,
                                                    const char        *format,
                                                    ...) G_GNUC_PRINTF (5, 6);

/* The same for what does not keep it from being imported. */
void               lev_import_messages_add_warning (LevImportMessages *self,
                                                    guint              line,
                                                    guint              column,
                                                    const char        *heading,
                                                    const char        *format,
                                                    ...) G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevImportMessages, lev_import_messages_free)

G_END_DECLS
