/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-mail.h"

#include "lev-exchange-error.h"

#include <glib/gi18n.h>
#include <gmime/gmime.h>

#define HOST "levman-review"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMultipart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimePart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

struct _LevMail
{
  GMimeMessage *message;
  GMimeObject  *body;        /* the text, alone or beside the calendar */
  GPtrArray    *attachments; /* GMimeObject */
  char         *id;
};

static void
init_gmime (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_mime_init ();
      g_once_init_leave (&once, 1);
    }
}

char *
lev_mail_to_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* U+2028 and U+2029 end a line too. */
      g_string_append_unichar (line, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }

  return g_strstrip (g_string_free (line, FALSE));
}

gboolean
lev_mail_check_address (const char *address)
{
  const char *at = address != NULL ? strchr (address, '@') : NULL;

  if (at == NULL || at == address || at[1] == '\0' || strchr (at + 1, '@') != NULL)
    return FALSE;
  if (address[strcspn (address, " \t\r\n\v\f\"(),:;<>[\\]")] != '\0' ||
      !g_utf8_validate (address, -1, NULL))
    return FALSE;

  for (const char *c = address; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) || g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

static GMimePart *
create_part (const char *type,
             GBytes     *content)
{
  g_auto (GStrv) names = g_strsplit (type, "/", 2);
  GMimePart *part = g_mime_part_new_with_type (names[0], names[1]);
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeDataWrapper) wrapper = NULL;
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  stream = g_mime_stream_mem_new_with_buffer (data, size);
  wrapper = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content (part, wrapper);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);

  return part;
}

/* A multipart whose boundary follows from what the mail is about, and so is the same each time. */
static GMimeMultipart *
create_multipart (LevMail    *self,
                  const char *subtype)
{
  GMimeMultipart *multipart = g_mime_multipart_new_with_subtype (subtype);
  g_autofree char *seed = g_strconcat (self->id, "/", subtype, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  g_autofree char *boundary = g_strdup_printf ("=_%.32s", hash);

  g_mime_multipart_set_boundary (multipart, boundary);

  return multipart;
}

LevMail *
lev_mail_new (const char *id,
              const char *subject,
              const char *text)
{
  LevMail *self = g_new0 (LevMail, 1);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (lev_clock_now ());
  g_autofree char *line = lev_mail_to_line (subject);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *message_id = g_strdup_printf ("%s@" HOST, id);
  GMimeTextPart *part;

  init_gmime ();
  self->id = g_strdup (id);
  self->attachments = g_ptr_array_new_with_free_func (g_object_unref);
  self->message = g_mime_message_new (TRUE);
  g_mime_message_set_subject (self->message, line, "utf-8");
  g_mime_message_set_date (self->message, date);
  g_mime_message_set_message_id (self->message, message_id);
  /* Mail programs open it as a draft rather than as a mail that was received. */
  g_mime_object_set_header (GMIME_OBJECT (self->message), "X-Unsent", "1", NULL);

  part = g_mime_text_part_new_with_subtype ("plain");
  g_mime_text_part_set_text (part, valid);
  g_mime_text_part_set_charset (part, "utf-8");
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  self->body = GMIME_OBJECT (part);

  return self;
}

void
lev_mail_free (LevMail *self)
{
  g_object_unref (self->message);
  g_object_unref (self->body);
  g_ptr_array_unref (self->attachments);
  g_free (self->id);
  g_free (self);
}

static void
add_mailbox (LevMail         *self,
             GMimeAddressType type,
             LevPerson       *person)
{
  g_autofree char *name = lev_mail_to_line (person->name);
  InternetAddress *address = internet_address_mailbox_new (name, person->email);

  internet_address_set_charset (address, "utf-8");
  internet_address_list_add (g_mime_message_get_addresses (self->message, type), address);
  g_object_unref (address);
}

void
lev_mail_set_from (LevMail   *self,
                   LevPerson *person)
{
  if (person != NULL && lev_mail_check_address (person->email))
    add_mailbox (self, GMIME_ADDRESS_TYPE_FROM, person);
}

gboolean
lev_mail_add_recipient (LevMail   *self,
                        LevPerson *person,
                        GError   **error)
{
  g_autofree char *name = lev_mail_to_line (person->name);

  if (person->email == NULL || *person->email == '\0')
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ADDRESS,
                   _("%s has no e-mail address. Fill it in under ‘Manage people’."), name);
      return FALSE;
    }
  if (!lev_mail_check_address (person->email))
    {
      g_autofree char *address = lev_mail_to_line (person->email);

      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ADDRESS,
                   _("‘%s’ of %s is not an e-mail address. Correct it under ‘Manage people’."),
                   address, name);
      return FALSE;
    }

  add_mailbox (self, GMIME_ADDRESS_TYPE_TO, person);

  return TRUE;
}

void
lev_mail_attach (LevMail    *self,
                 const char *name,
                 const char *type,
                 GBytes     *content)
{
  GMimePart *part = create_part (type, content);
  g_autofree char *line = lev_mail_to_line (name);

  g_mime_part_set_filename (part, line);
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_ptr_array_add (self->attachments, part);
}

void
lev_mail_set_calendar (LevMail    *self,
                       const char *method,
                       const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GMimePart) calendar = create_part ("text/calendar", bytes);
  GMimeMultipart *both = create_multipart (self, "alternative");

  g_mime_object_set_content_type_parameter (GMIME_OBJECT (calendar), "charset", "utf-8");
  g_mime_object_set_content_type_parameter (GMIME_OBJECT (calendar), "method", method);
  g_mime_multipart_add (both, self->body);
  g_mime_multipart_add (both, GMIME_OBJECT (calendar));
  g_object_unref (self->body);
  self->body = GMIME_OBJECT (both);
  lev_mail_attach (self, "uitnodiging.ics", "application/ics", bytes);
}

GBytes *
lev_mail_to_bytes (LevMail *self)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GMimeFormatOptions *options = g_mime_format_options_new ();
  GByteArray *array;
  GBytes *bytes;

  if (self->attachments->len > 0)
    {
      g_autoptr (GMimeMultipart) mixed = create_multipart (self, "mixed");

      g_mime_multipart_add (mixed, self->body);
      for (guint i = 0; i < self->attachments->len; i++)
        g_mime_multipart_add (mixed, g_ptr_array_index (self->attachments, i));
      g_mime_message_set_mime_part (self->message, GMIME_OBJECT (mixed));
    }
  else
    g_mime_message_set_mime_part (self->message, self->body);

  g_mime_format_options_set_newline_format (options, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (self->message), options, stream);
  g_mime_format_options_free (options);
  array = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  bytes = g_bytes_new (array->data, array->len);

  return bytes;
}
