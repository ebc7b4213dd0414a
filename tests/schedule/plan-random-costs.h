/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *case_random_options (GRand *rand);
char *case_random_costs   (GRand *rand);

G_END_DECLS
