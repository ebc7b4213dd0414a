/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records of one kind, packed in pages of some hundred, with an index from id to place. A snapshot shares the pages and
 * the index; whoever writes first copies the one page it writes to (and the index only when records come or go). The index
 * is open addressing with linear probing, kept at most half full; removal moves the later entries of the run back.
 */

#include "plan-table.h"

#include <string.h>

#define PAGE_BITS 9
#define PAGE_RECORDS (1u << PAGE_BITS)

typedef struct
{
  int ref_count;
  _Alignas (gint64) guint8 data[];
} Page;

typedef struct
{
  int ref_count;
  guint mask;   /* number of slots - 1 */
  guint slots[]; /* place + 1, or 0 */
} Index;

struct _PlanTable
{
  gsize record_size;
  guint n;
  GPtrArray *pages;
  Index *index;
};

static Page *
new_page (const PlanTable *self)
{
  Page *page = g_malloc (sizeof (Page) + PAGE_RECORDS * self->record_size);

  page->ref_count = 1;
  return page;
}

static void
unref_page (gpointer data)
{
  Page *page = data;

  if (g_atomic_int_dec_and_test (&page->ref_count))
    g_free (page);
}

static Index *
new_index (guint n_slots)
{
  Index *index = g_malloc0 (sizeof (Index) + n_slots * sizeof (guint));

  index->ref_count = 1;
  index->mask = n_slots - 1;
  return index;
}

static void
unref_index (Index *index)
{
  if (g_atomic_int_dec_and_test (&index->ref_count))
    g_free (index);
}

static guint
hash_id (PlanId id)
{
  return (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32);
}

/**
 * plan_table_new:
 * @record_size: bytes of a record, whose first member is its id
 *
 * Returns: (transfer full): an empty table
 */
PlanTable *
plan_table_new (gsize record_size)
{
  PlanTable *self = g_new0 (PlanTable, 1);

  self->record_size = record_size;
  self->pages = g_ptr_array_new_with_free_func (unref_page);
  self->index = new_index (16);
  return self;
}

/**
 * plan_table_share:
 *
 * Returns: (transfer full): a table with the same records that shares their pages
 */
PlanTable *
plan_table_share (PlanTable *self)
{
  PlanTable *copy = g_new0 (PlanTable, 1);

  copy->record_size = self->record_size;
  copy->n = self->n;
  copy->pages = g_ptr_array_new_full (self->pages->len, unref_page);
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = g_ptr_array_index (self->pages, i);

      g_atomic_int_inc (&page->ref_count);
      g_ptr_array_add (copy->pages, page);
    }
  g_atomic_int_inc (&self->index->ref_count);
  copy->index = self->index;
  return copy;
}

/**
 * plan_table_free:
 *
 * Frees the table; pages that others share stay.
 */
void
plan_table_free (PlanTable *self)
{
  g_ptr_array_unref (self->pages);
  unref_index (self->index);
  g_free (self);
}

/**
 * plan_table_get_n:
 *
 * Returns: number of records
 */
guint
plan_table_get_n (const PlanTable *self)
{
  return self->n;
}

/**
 * plan_table_get_at:
 * @index: less than plan_table_get_n()
 *
 * Returns: (transfer none): the record, valid until the next change of the table
 */
gconstpointer
plan_table_get_at (const PlanTable *self, guint index)
{
  const Page *page = g_ptr_array_index (self->pages, index >> PAGE_BITS);

  return page->data + (index & (PAGE_RECORDS - 1)) * self->record_size;
}

/**
 * plan_table_get_run:
 * @index: less than plan_table_get_n()
 * @n: (out): how many records, from this one on, lie behind each other
 *
 * Returns: (transfer none) (array length=n): the records, valid until the next change of the table
 */
gconstpointer
plan_table_get_run (const PlanTable *self, guint index, guint *n)
{
  *n = MIN (self->n - index, PAGE_RECORDS - (index & (PAGE_RECORDS - 1)));
  return plan_table_get_at (self, index);
}

static PlanId
get_id_at (const PlanTable *self, guint index)
{
  return *(const PlanId *) plan_table_get_at (self, index);
}

/* The slot of the id, or the empty slot at which its run ends. */
static guint
find_slot (const PlanTable *self, PlanId id)
{
  guint slot = hash_id (id) & self->index->mask;

  while (self->index->slots[slot] != 0 && get_id_at (self, self->index->slots[slot] - 1) != id)
    slot = (slot + 1) & self->index->mask;
  return slot;
}

/**
 * plan_table_find:
 *
 * Returns: the place of the record, or %G_MAXUINT
 */
guint
plan_table_find (const PlanTable *self, PlanId id)
{
  return self->index->slots[find_slot (self, id)] - 1; /* an empty slot holds 0 */
}

static void
rebuild_index (PlanTable *self, guint n_slots)
{
  unref_index (self->index);
  self->index = new_index (n_slots);
  for (guint i = 0; i < self->n; i++)
    self->index->slots[find_slot (self, get_id_at (self, i))] = i + 1;
}

static void
own_index (PlanTable *self)
{
  if (g_atomic_int_get (&self->index->ref_count) > 1)
    {
      gsize size = sizeof (Index) + ((gsize) self->index->mask + 1) * sizeof (guint);
      Index *copy = g_memdup2 (self->index, size);

      copy->ref_count = 1;
      unref_index (self->index);
      self->index = copy;
    }
}

/**
 * plan_table_edit:
 *
 * Returns: (transfer none): the record for writing; its page is copied first when a snapshot shares it. The id must stay.
 */
gpointer
plan_table_edit (PlanTable *self, guint index)
{
  gpointer *place = &g_ptr_array_index (self->pages, index >> PAGE_BITS);
  Page *page = *place;

  if (g_atomic_int_get (&page->ref_count) > 1)
    {
      Page *copy = new_page (self);

      memcpy (copy->data, page->data, PAGE_RECORDS * self->record_size);
      unref_page (page);
      *place = page = copy;
    }
  return page->data + (index & (PAGE_RECORDS - 1)) * self->record_size;
}

/**
 * plan_table_append:
 * @body: a record whose id is not in the table yet
 *
 * Returns: (transfer none): the copy in the table, for setting its texts
 */
gpointer
plan_table_append (PlanTable *self, gconstpointer body)
{
  gpointer record;

  if (self->n >> PAGE_BITS == self->pages->len)
    g_ptr_array_add (self->pages, new_page (self));
  record = plan_table_edit (self, self->n);
  memcpy (record, body, self->record_size);
  if ((gsize) (self->n + 1) * 2 > self->index->mask)
    rebuild_index (self, (self->index->mask + 1) * 2);
  own_index (self);
  self->index->slots[find_slot (self, get_id_at (self, self->n))] = self->n + 1;
  self->n++;
  return record;
}

/* Empties the slot and moves later entries of the run so that none becomes unreachable. */
static void
clear_slot (PlanTable *self, guint hole)
{
  Index *index = self->index;
  guint slot = hole;

  index->slots[hole] = 0;
  for (;;)
    {
      guint home;

      slot = (slot + 1) & index->mask;
      if (index->slots[slot] == 0)
        return;
      home = hash_id (get_id_at (self, index->slots[slot] - 1)) & index->mask;
      if (((slot - home) & index->mask) >= ((slot - hole) & index->mask))
        {
          index->slots[hole] = index->slots[slot];
          index->slots[slot] = 0;
          hole = slot;
        }
    }
}

/**
 * plan_table_remove:
 *
 * Removes the record; the last record of the table takes its place.
 */
void
plan_table_remove (PlanTable *self, guint index)
{
  guint last = self->n - 1;

  own_index (self);
  clear_slot (self, find_slot (self, get_id_at (self, index)));
  if (index != last)
    {
      self->index->slots[find_slot (self, get_id_at (self, last))] = index + 1;
      memcpy (plan_table_edit (self, index), plan_table_get_at (self, last), self->record_size);
    }
  self->n = last;
}

/**
 * plan_table_reserve:
 * @n: number of records that are to come
 *
 * Makes room in the index at once instead of bit by bit.
 */
void
plan_table_reserve (PlanTable *self, guint n)
{
  guint n_slots = self->index->mask + 1;

  while (n_slots / 2 <= self->n + n)
    n_slots *= 2;
  if (n_slots > self->index->mask + 1)
    rebuild_index (self, n_slots);
}
