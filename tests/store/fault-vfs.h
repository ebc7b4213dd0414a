/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What is left of a write, or of a name that came or went, that was not synced when the power went. */
typedef enum {
  FAULT_ALL_LOST,
  FAULT_ALL_KEPT,
  FAULT_AT_RANDOM,
} FaultPolicy;

void  fault_vfs_install   (void);
void  fault_vfs_record    (const char *path);
void  fault_vfs_stop      (void);
void  fault_vfs_note      (gint64 number);
void  fault_vfs_fail      (guint at, int code);
gboolean fault_vfs_has_failed (void);
guint fault_vfs_count     (void);
gint64 fault_vfs_cut      (guint n_calls, FaultPolicy policy, GRand *rand, const char *folder);
