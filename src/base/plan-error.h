/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_ERROR (plan_error_quark ())

/**
 * PlanError:
 * @PLAN_ERROR_PARSE: a text or file is not what it should be
 * @PLAN_ERROR_RANGE: a value is outside what the field allows
 * @PLAN_ERROR_NOT_FOUND: the record that was named does not exist
 * @PLAN_ERROR_CYCLE: links would go round in a circle
 * @PLAN_ERROR_RULE: a rule of the office refuses the edit
 * @PLAN_ERROR_IO: reading or writing failed (disk full, no permission, damaged file)
 * @PLAN_ERROR_BUSY: another program writes the office
 * @PLAN_ERROR_READ_ONLY: the office can only be read
 * @PLAN_ERROR_TOO_NEW: the file was written by a newer version
 * @PLAN_ERROR_UNSUPPORTED: the format or the option is not known
 * @PLAN_ERROR_NOTHING: there is nothing to undo or redo
 * @PLAN_ERROR_CANCELLED: the user stopped the job
 * @PLAN_ERROR_LOST: the file of an open office is no longer where it was opened
 *
 * What callers may want to tell apart; the message is for the person.
 */
typedef enum {
  PLAN_ERROR_PARSE,
  PLAN_ERROR_RANGE,
  PLAN_ERROR_NOT_FOUND,
  PLAN_ERROR_CYCLE,
  PLAN_ERROR_RULE,
  PLAN_ERROR_IO,
  PLAN_ERROR_BUSY,
  PLAN_ERROR_READ_ONLY,
  PLAN_ERROR_TOO_NEW,
  PLAN_ERROR_UNSUPPORTED,
  PLAN_ERROR_NOTHING,
  PLAN_ERROR_CANCELLED,
  PLAN_ERROR_LOST,
} PlanError;

GQuark plan_error_quark (void);

G_END_DECLS
