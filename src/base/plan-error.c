/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one error domain of the program: few codes that callers tell apart; what happened is said in the message,
 * a whole translated sentence.
 */

#include "plan-error.h"

G_DEFINE_QUARK (plan-error-quark, plan_error)
