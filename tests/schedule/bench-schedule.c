/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What scheduling costs: the full engine, an update after one changed duration, and memory, beside a floor of the same shape:
 * dense arrays, one pass each way in working ticks of a single calendar. About two links for each task, four calendars.
 */

#include "plan-case.h"

#include <stdlib.h>
#include <time.h>

#define FIRST_ID 100000

typedef struct
{
  guint n;
  guint32 *first;
  guint32 *pred;
  gint32 *lag;
  gint32 *duration;
  gint64 *early;
  gint64 *late;
} Floor;

static const gint32 durations[] = { 1600, 2400, 4800, 9600, 24000, 48000 };

/* Time of this process on a processor, so that others on the machine do not count. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
add_task (PlanModel *model, GRand *rand, guint i, gint32 duration)
{
  PlanTask task;
  guint kind = g_rand_int_range (rand, 0, 100);

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = FIRST_ID + i;
  task.project = CASE_PROJECT;
  task.rank = i;
  task.name = "Task";
  task.duration = duration;
  task.calendar = kind < 75 ? PLAN_ID_NONE : kind < 85 ? CASE_24_HOURS : kind < 90 ? CASE_NIGHT_SHIFT : 4;
  if (kind % 50 == 7)
    task.deadline = case_date ("06-30T17:00", 0);
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
}

static PlanModel *
make_plan (guint n, Floor *floor)
{
  static const char *const shop[7] = { "06:00-14:00 14:00-22:00", "06:00-14:00 14:00-22:00", "06:00-14:00 14:00-22:00",
                                       "06:00-14:00 14:00-22:00", "06:00-14:00 14:00-22:00", "06:00-14:00", "" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  PlanModel *model = case_new_model ();
  guint window = n / 100 + 50, n_links = 0;

  case_add_calendar (model, 4, PLAN_ID_NONE, "Shop", shop);
  case_add_exception (model, 500, CASE_STANDARD, "Holiday", "05-01", "05-05", "");
  plan_model_reserve (model, PLAN_RECORD_TASK, n);
  plan_model_reserve (model, PLAN_RECORD_LINK, n * 2);
  *floor = (Floor) { n, g_new0 (guint32, n + 1), g_new (guint32, (gsize) n * 3), g_new (gint32, (gsize) n * 3), g_new (gint32, n),
                     g_new0 (gint64, n), g_new0 (gint64, n) };
  for (guint i = 0; i < n; i++)
    {
      guint n_preds = i == 0 ? 0 : MIN (i, (guint) g_rand_int_range (rand, 1, 4));

      floor->duration[i] = durations[g_rand_int_range (rand, 0, G_N_ELEMENTS (durations))];
      add_task (model, rand, i, floor->duration[i]);
      for (guint k = 0; k < n_preds; k++)
        {
          guint type = g_rand_int_range (rand, 0, 100);
          PlanLink link;

          plan_record_init (PLAN_RECORD_LINK, &link);
          link.id = FIRST_ID + n + n_links;
          link.successor = FIRST_ID + i;
          floor->pred[n_links] = type % 20 == 0 ? (guint) g_rand_int_range (rand, 0, (gint32) i)
                                                : i - 1 - (guint) g_rand_int_range (rand, 0, (gint32) MIN (i, window));
          link.predecessor = FIRST_ID + floor->pred[n_links];
          link.type = type < 85 ? PLAN_LINK_FS : type < 93 ? PLAN_LINK_SS : type < 99 ? PLAN_LINK_FF : PLAN_LINK_SF;
          link.lag = floor->lag[n_links] = g_rand_int_range (rand, 0, 5) ? 0 : g_rand_int_range (rand, 0, 9600);
          n_links++;
          plan_model_insert (model, PLAN_RECORD_LINK, &link);
        }
      floor->first[i + 1] = n_links;
    }
  return model;
}

static double
run_floor (Floor *floor)
{
  gint64 start = now (), finish = 0;

  for (guint i = 0; i < floor->n; i++)
    {
      gint64 at = 0;

      for (guint e = floor->first[i]; e < floor->first[i + 1]; e++)
        at = MAX (at, floor->early[floor->pred[e]] + floor->lag[e]);
      floor->early[i] = at + floor->duration[i];
      finish = MAX (finish, floor->early[i]);
    }
  for (guint i = 0; i < floor->n; i++)
    floor->late[i] = finish;
  for (guint i = floor->n; i-- > 0;)
    for (guint e = floor->first[i]; e < floor->first[i + 1]; e++)
      floor->late[floor->pred[e]] = MIN (floor->late[floor->pred[e]], floor->late[i] - floor->duration[i] - floor->lag[e]);
  return (now () - start) / 1000.0;
}

static double
run_compute (PlanSchedule *schedule, const PlanModel *model)
{
  gint64 start = now ();

  g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
  return (now () - start) / 1000.0;
}

static double
run_changes (PlanSchedule *schedule, PlanModel *model, const PlanChangeSet *changes)
{
  gint64 start;

  g_assert_true (plan_model_apply (model, changes, NULL));
  start = now ();
  g_assert_true (plan_schedule_update (schedule, model, changes, NULL));
  return (now () - start) / 1000.0;
}

static double
run_update (PlanSchedule *schedule, PlanModel *model, PlanId id, PlanTicks change)
{
  g_autoptr (PlanChangeSet) changes = plan_change_set_new ();
  PlanValue old = PLAN_VALUE_OF_INTEGER (plan_model_get_task (model, id)->duration);
  PlanValue new = PLAN_VALUE_OF_INTEGER (old.integer + change);

  plan_change_set_add_update (changes, PLAN_FIELD_TASK_DURATION, id, &old, &new);
  return run_changes (schedule, model, changes);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_times (const char *what, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  g_print ("         %s: median %.3f ms, 95 %% below %.3f ms, longest %.2f ms\n", what, times[n / 2], times[n * 95 / 100], times[n - 1]);
}

/* One day more, and less again, for tasks here and there. */
static void
measure_updates (PlanSchedule *schedule, PlanModel *model, guint n)
{
  enum { N_EDITS = 400 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i += 2)
    {
      PlanId id = FIRST_ID + g_rand_int_range (rand, 0, (gint32) n);

      times[i] = run_update (schedule, model, id, 4800);
      times[i + 1] = run_update (schedule, model, id, -4800);
    }
  print_times ("one duration", times, N_EDITS);
}

/* A new task, a link to it, a link from it to a task before it, and all of it taken back. */
static void
measure_records (PlanSchedule *schedule, PlanModel *model, guint n)
{
  enum { N_EDITS = 100 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  double added[N_EDITS], linked[N_EDITS], turned[N_EDITS], removed[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      PlanTask task;
      PlanLink links[2];
      guint place = (guint) g_rand_int_range (rand, (gint32) n / 2, (gint32) n);
      PlanChangeSet *changes[4] = { plan_change_set_new (), plan_change_set_new (), plan_change_set_new (), plan_change_set_new () };

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = FIRST_ID + 5 * (PlanId) n + i;
      task.project = CASE_PROJECT;
      task.duration = 4800;
      plan_change_set_add_insert (changes[0], PLAN_RECORD_TASK, &task);
      for (guint k = 0; k < 2; k++)
        {
          plan_record_init (PLAN_RECORD_LINK, &links[k]);
          links[k].id = FIRST_ID + 6 * (PlanId) n + 2 * i + k;
          links[k].predecessor = k == 0 ? FIRST_ID + place - n / 4 : task.id;
          links[k].successor = k == 0 ? task.id : FIRST_ID + place;
          plan_change_set_add_insert (changes[1 + k], PLAN_RECORD_LINK, &links[k]);
          plan_change_set_add_delete (changes[3], PLAN_RECORD_LINK, &links[k]);
        }
      plan_change_set_add_delete (changes[3], PLAN_RECORD_TASK, &task);
      added[i] = run_changes (schedule, model, changes[0]);
      linked[i] = run_changes (schedule, model, changes[1]);
      turned[i] = run_changes (schedule, model, changes[2]);
      removed[i] = run_changes (schedule, model, changes[3]);
      for (guint k = 0; k < G_N_ELEMENTS (changes); k++)
        plan_change_set_free (changes[k]);
    }
  print_times ("new task", added, N_EDITS);
  print_times ("link to it", linked, N_EDITS);
  print_times ("link against the order", turned, N_EDITS);
  print_times ("all taken back", removed, N_EDITS);
}

static void
measure (guint n)
{
  Floor floor;
  g_autoptr (PlanModel) model = make_plan (n, &floor);
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  double full = G_MAXDOUBLE, dense = G_MAXDOUBLE;
  guint n_links = floor.first[n], rounds = n >= 1000000 ? 3 : 9;

  for (guint i = 0; i < rounds; i++)
    {
      full = MIN (full, run_compute (schedule, model));
      dense = MIN (dense, run_floor (&floor));
    }
  g_print ("%8u tasks %8u links: full %8.2f ms, floor of one calendar %7.2f ms (1:%.1f), %.0f bytes a task and 16 a link\n",
           n, n_links, full, dense, full / dense, (plan_schedule_get_size (schedule) - n_links * 16.0) / n);
  measure_updates (schedule, model, n);
  measure_records (schedule, model, n);
  g_free (floor.first);
  g_free (floor.pred);
  g_free (floor.lag);
  g_free (floor.duration);
  g_free (floor.early);
  g_free (floor.late);
}

int
main (int argc, char **argv)
{
  measure (10000);
  measure (100000);
  if (argc < 2 || atoi (argv[1]) >= 1000000)
    measure (1000000);
  return 0;
}
