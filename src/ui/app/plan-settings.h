/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *plan_settings_get         (void);
GVariant  *plan_settings_get_value   (const char *key);
gboolean   plan_settings_set_value   (const char *key, GVariant *value);
gboolean   plan_settings_get_boolean (const char *key);
gboolean   plan_settings_set_boolean (const char *key, gboolean value);
int        plan_settings_get_int     (const char *key);
gboolean   plan_settings_set_int     (const char *key, int value);
char      *plan_settings_dup_string  (const char *key);
gboolean   plan_settings_set_string  (const char *key, const char *value);
char     **plan_settings_dup_strv    (const char *key);
gboolean   plan_settings_set_strv    (const char *key, const char *const *value);

G_END_DECLS
