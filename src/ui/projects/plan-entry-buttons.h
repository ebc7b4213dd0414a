/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void plan_entry_add_calendar (AdwEntryRow *row);
void plan_entry_add_choices  (AdwEntryRow *row, const char *tooltip, GPtrArray *choices);
void plan_entry_add_take     (GtkEntry *entry);

G_END_DECLS
