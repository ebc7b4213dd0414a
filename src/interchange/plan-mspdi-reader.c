/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stepping through the XML: libxml2's reader over a GInputStream, without network, entities or document types, so that
 * memory does not grow with the file. Functions of the other files stand on an element and read it to its end; after the
 * first error there are no more elements, so that all loops end by themselves.
 */

#include "plan-mspdi-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 64

static void
fail_by_stream (PlanMspdi *self, const GError *error)
{
  g_set_error (&self->error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is what the system says, as “Input/output error” */
               _("The file cannot be read: %s"), error->message);
}

static int
read_bytes (void *data, char *buffer, int length)
{
  PlanMspdi *self = data;
  g_autoptr (GError) error = NULL;
  gssize n;

  if (self->error != NULL || !plan_progress_step (self->progress, (gsize) self->n_bytes, (gsize) self->n_bytes_all, &self->error))
    return -1;
  n = g_input_stream_read (self->stream, buffer, (gsize) length, NULL, &error);
  if (n > 0)
    self->n_bytes += n;
  else if (n < 0)
    fail_by_stream (self, error);
  return (int) n;
}

static int
close_bytes (void *data)
{
  return 0;
}

/* Errors are asked for when reading stops; nothing is printed. */
static void
ignore_error (void *data, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator)
{
}

/**
 * plan_mspdi_open:
 *
 * Starts reading @self's stream.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO when there is no memory for it
 */
gboolean
plan_mspdi_open (PlanMspdi *self, GError **error)
{
  self->xml = xmlReaderForIO (read_bytes, close_bytes, self, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  if (self->xml == NULL)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_IO, _("The file cannot be read."));
      return FALSE;
    }
  xmlTextReaderSetErrorHandler (self->xml, ignore_error, NULL);
  return TRUE;
}

/**
 * plan_mspdi_close:
 *
 * Frees the reader.
 */
void
plan_mspdi_close (PlanMspdi *self)
{
  g_clear_pointer (&self->xml, xmlFreeTextReader);
}

static int
get_line (PlanMspdi *self)
{
  return xmlTextReaderGetParserLineNumber (self->xml);
}

/**
 * plan_mspdi_fail:
 * @message: a sentence in the user's language
 *
 * Ends reading with an error, unless there is one already.
 */
void
plan_mspdi_fail (PlanMspdi *self, const char *message)
{
  if (self->error == NULL)
    g_set_error (&self->error, PLAN_ERROR, PLAN_ERROR_PARSE,
                 /* Translators: a line number of a file, then a whole sentence that says what is wrong there */
                 _("Line %d: %s"), get_line (self), message);
}

/* What libxml2 found, in words for people who do not know XML. */
static void
fail_by_xml (PlanMspdi *self)
{
  const xmlError *last = xmlGetLastError ();
  int code = last != NULL ? last->code : XML_ERR_INTERNAL_ERROR;

  switch (code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_START:
      plan_mspdi_fail (self, _("The file is not XML."));
      break;
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
      plan_mspdi_fail (self, self->has_root ? _("The file is cut off.") : _("The file is not XML."));
      break;
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
    case XML_IO_ENCODER:
      plan_mspdi_fail (self, _("The file contains characters that its encoding does not have."));
      break;
    case XML_ERR_ENTITY_LOOP:
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      plan_mspdi_fail (self, _("The file uses an entity, which Planwright does not read."));
      break;
    case XML_ERR_TAG_NAME_MISMATCH:
      plan_mspdi_fail (self, _("An element is closed that was not opened; the file is damaged."));
      break;
    case XML_ERR_INTERNAL_ERROR:
      plan_mspdi_fail (self, _("Elements lie too deep within one another, or the file is damaged."));
      break;
    default:
      plan_mspdi_fail (self, _("The file is not well-formed XML."));
      break;
    }
}

/* One node on; FALSE at the end and after an error. */
static gboolean
step (PlanMspdi *self)
{
  int result;

  if (self->error != NULL)
    return FALSE;
  result = xmlTextReaderRead (self->xml);
  if (self->error != NULL || result == 0)
    return FALSE;
  if (result < 0)
    fail_by_xml (self);
  else if (xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_DOCUMENT_TYPE)
    plan_mspdi_fail (self, _("The file has a document type, which Planwright does not read."));
  else if (xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_ENTITY_REFERENCE)
    plan_mspdi_fail (self, _("The file uses an entity, which Planwright does not read."));
  else if (xmlTextReaderDepth (self->xml) > MAX_DEPTH)
    plan_mspdi_fail (self, _("Elements lie too deep within one another."));
  return self->error == NULL;
}

/**
 * plan_mspdi_read_root:
 *
 * Goes to the root element.
 *
 * Returns: %FALSE with @self's error set when it is not that of a project
 */
gboolean
plan_mspdi_read_root (PlanMspdi *self)
{
  xmlResetLastError ();
  do
    if (!step (self))
      {
        plan_mspdi_fail (self, _("The file is not XML."));
        return FALSE;
      }
  while (xmlTextReaderNodeType (self->xml) != XML_READER_TYPE_ELEMENT);
  self->has_root = TRUE;
  if (strcmp (plan_mspdi_get_name (self), "Project") == 0)
    return TRUE;
  plan_mspdi_fail (self, _("The file is XML, but not a project of Microsoft Project."));
  return FALSE;
}

/**
 * plan_mspdi_enter:
 *
 * Returns: the depth of the element, for plan_mspdi_next(), or -1 when it has no children
 */
int
plan_mspdi_enter (PlanMspdi *self)
{
  return self->error != NULL || xmlTextReaderIsEmptyElement (self->xml) ? -1 : xmlTextReaderDepth (self->xml);
}

/**
 * plan_mspdi_next:
 * @depth: of plan_mspdi_enter()
 *
 * Goes to the next child element; texts between them are skipped.
 *
 * Returns: %FALSE at the end of the element around them, and after an error
 */
gboolean
plan_mspdi_next (PlanMspdi *self, int depth)
{
  if (depth < 0)
    return FALSE;
  while (step (self))
    {
      int type = xmlTextReaderNodeType (self->xml);

      if (type == XML_READER_TYPE_ELEMENT)
        return TRUE;
      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->xml) == depth)
        return FALSE;
    }
  if (self->error == NULL)
    plan_mspdi_fail (self, _("The file is cut off."));
  return FALSE;
}

/**
 * plan_mspdi_get_name:
 *
 * Returns: (transfer none): the name of the element, without prefix; equal names are equal pointers
 */
const char *
plan_mspdi_get_name (PlanMspdi *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->xml);
}

static gboolean
is_text (int type)
{
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
         type == XML_READER_TYPE_WHITESPACE;
}

/* To the end of the element or its first child element, gathering text; FALSE at the end. */
static gboolean
gather_text (PlanMspdi *self, int depth)
{
  while (step (self))
    {
      int type = xmlTextReaderNodeType (self->xml);

      if (is_text (type))
        g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->xml));
      else if (type == XML_READER_TYPE_ELEMENT)
        return TRUE;
      else if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->xml) == depth)
        return FALSE;
    }
  return FALSE;
}

/**
 * plan_mspdi_read_text:
 *
 * Reads the element as a text; elements in it are passed over.
 *
 * Returns: (transfer none): its text, valid until the next call
 */
const char *
plan_mspdi_read_text (PlanMspdi *self)
{
  int depth = plan_mspdi_enter (self);

  g_string_truncate (self->text, 0);
  if (depth >= 0)
    while (gather_text (self, depth))
      ;
  return self->text->str;
}

/**
 * plan_mspdi_read_integer:
 *
 * Returns: whether the element's text is a whole number
 */
gboolean
plan_mspdi_read_integer (PlanMspdi *self, gint64 *value)
{
  const char *text = plan_mspdi_read_text (self);
  char *end;

  *value = g_ascii_strtoll (text, &end, 10);
  return end != text && *end == '\0';
}

/* The children of an element of which the first one was found, each with its path; before them, a line that ends in a
 * slash says that an element with children begins, so that two of them one after the other are not taken for one. */
static void
keep_children (PlanMspdi *self, int depth, GString *into)
{
  g_string_append_c (self->path, '/');
  plan_imported_text_add (into, self->path->str, "");
  g_string_truncate (self->path, self->path->len - 1);
  do
    {
      gsize length = self->path->len;

      g_string_append_c (self->path, '/');
      g_string_append (self->path, plan_mspdi_get_name (self));
      plan_mspdi_keep (self, NULL, into);
      g_string_truncate (self->path, length);
    }
  while (plan_mspdi_next (self, depth));
}

/**
 * plan_mspdi_keep:
 * @name: (nullable): the name under which it is kept, or %NULL for the path that was gone so far
 * @into: text of an imported value
 *
 * Keeps an element that Planwright has no field for: its text, and that of all elements in it with their path.
 */
void
plan_mspdi_keep (PlanMspdi *self, const char *name, GString *into)
{
  int depth = plan_mspdi_enter (self);

  if (name != NULL)
    g_string_assign (self->path, name);
  g_string_truncate (self->text, 0);
  if (depth >= 0 && gather_text (self, depth))
    keep_children (self, depth, into);
  else if (self->error == NULL)
    plan_imported_text_add (into, self->path->str, self->text->str);
}
