#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times import and conversion of generated Microsoft Project XML files, beside what performance.md asks for.

usage: bench-import.py PROGRAM
"""
import os
import resource
import subprocess
import sys
import tempfile
import time

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Name>Bench</Name><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>'''
DAY = ('<WeekDay><DayType>%d</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime>'
       '<ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>'
       '</WorkingTimes></WeekDay>')
TASK = ('<Task><UID>%d</UID><ID>%d</ID><Name>Task %d of the benchmark</Name><Type>0</Type><IsNull>0</IsNull><WBS>%d</WBS>'
        '<OutlineNumber>%d</OutlineNumber><OutlineLevel>%d</OutlineLevel><Priority>500</Priority><Start>2026-03-02T08:00:00</Start>'
        '<Finish>2026-03-04T17:00:00</Finish><Duration>PT%dH0M0S</Duration><DurationFormat>7</DurationFormat><Work>PT24H0M0S</Work>'
        '<EffortDriven>0</EffortDriven><Estimated>0</Estimated><Milestone>0</Milestone><Summary>0</Summary><Critical>0</Critical>'
        '<TotalSlack>0</TotalSlack><FreeSlack>0</FreeSlack><PercentComplete>0</PercentComplete><ConstraintType>0</ConstraintType>'
        '<CalendarUID>-1</CalendarUID>%s</Task>\n')
LINK = '<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink>'


def write_plan(path, n_tasks):
    """Phases of fifty tasks, about two links a task."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write(HEAD + ''.join(DAY % day for day in range(2, 7)) + '</WeekDays></Calendar></Calendars><Tasks>\n')
        for i in range(1, n_tasks + 1):
            is_phase = i % 50 == 1
            links = '' if is_phase else ''.join(LINK % j for j in (i - 1, i - 7) if j > 0 and j % 50 != 1 and (i - 1) // 50 - (j - 1) // 50 <= 1)
            file.write(TASK % (i, i, i, i, i, 1 if is_phase else 2, 8 * (i % 5 + 1), links))
        file.write('</Tasks></Project>\n')


def time_cli(*args):
    before = time.monotonic()
    done = subprocess.run([sys.argv[1], *args, '--timings'], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    phases = ', '.join(line.decode().replace('\t', ' ') for line in done.stderr.splitlines() if b'\t' in line)
    return time.monotonic() - before, phases


def main():
    with tempfile.TemporaryDirectory() as folder:
        for n_tasks, convert_s, import_s in ((10000, 0.2, 0.4), (100000, 2, 4)):
            plan, office = os.path.join(folder, 'plan.xml'), os.path.join(folder, '%d.planwright' % n_tasks)
            write_plan(plan, n_tasks)
            megabytes = os.path.getsize(plan) / 1e6
            seconds, phases = time_cli('convert', plan, os.path.join(folder, 'out.json'))
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print('convert %d tasks (%.0f MB): %.2f s, %.0f MB of memory (goal %g s); ms: %s' % (n_tasks, megabytes, seconds, memory, convert_s, phases))
            seconds, phases = time_cli('convert', plan, os.path.join(folder, 'out.xml'))
            print('convert %d tasks to the same format: %.2f s; ms: %s' % (n_tasks, seconds, phases))
            seconds, phases = time_cli('import', office, plan)
            print('import %d tasks: %.2f s (goal %g s), office %.0f MB; ms: %s' % (n_tasks, seconds, import_s, os.path.getsize(office) / 1e6, phases))


if __name__ == '__main__':
    main()
