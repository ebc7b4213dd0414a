#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What spreadsheets and calendars read of a plan: workbook, CSV and iCalendar, each read by a library that is not ours.

usage: test-tables.py PROGRAM SAMPLES [--office]
With --office the workbook is also converted by LibreOffice.
"""
import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile
import unittest

import icalendar
import openpyxl

PROGRAM = SAMPLES = None
WITH_OFFICE = False


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        for language, project in (('en', 'Shop Relaunch'), ('zh_CN', '商城改版')):
            office = cls.path(language + '.planwright')
            cls.run_cli('import', office, os.path.join(SAMPLES, 'office.%s.json' % language))
            for suffix in ('xlsx', 'csv', 'ics', 'json'):
                cls.run_cli('convert', office, cls.path('%s.%s' % (language, suffix)), '--project', project)

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder.name, name)

    @staticmethod
    def run_cli(*args, code=0):
        done = subprocess.run([PROGRAM, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        assert done.returncode == code, done.stderr.decode()
        return done.stderr.decode()

    def read_plan(self, language):
        with open(self.path(language + '.json'), encoding='utf-8') as file:
            return json.load(file)

    def read_tasks(self, language):
        return self.read_plan(language)['tasks']

    def read_csv(self, language):
        with open(self.path(language + '.csv'), encoding='utf-8-sig', newline='') as file:
            return list(csv.reader(file))

    def test_csv(self):
        for language in ('en', 'zh_CN'):
            head, *rows = self.read_csv(language)
            tasks = self.read_tasks(language)
            self.assertEqual(head[:6], ['ID', 'Outline level', 'Task name', 'Duration', 'Start', 'Finish'])
            self.assertEqual(len(rows), len(tasks))
            for number, (row, task) in enumerate(zip(rows, tasks), 1):
                self.assertEqual(len(row), len(head))
                self.assertEqual(row[:3], [str(number), str(task['outline_level']), task['name']])
                self.assertEqual([text.replace(' ', 'T') + ':00' for text in row[4:6]], [task['start'], task['finish']])

    def test_csv_quotes(self):
        office = self.path('quotes.planwright')
        edits = [{'edit': 'project-add', 'name': 'Quotes', 'start': '2026-03-02'}]
        names = ['a, b', 'say "no"', ' leading', '=1+1', '换行']
        edits += [{'edit': 'task-add', 'name': name} for name in names]
        subprocess.run([PROGRAM, 'edit', office], input='\n'.join(map(json.dumps, edits)).encode(), stdout=subprocess.DEVNULL, check=True)
        self.run_cli('convert', office, self.path('quotes.csv'))
        with open(self.path('quotes.csv'), encoding='utf-8-sig', newline='') as file:
            rows = list(csv.reader(file))
        read = [row[2] for row in rows[1:]]
        self.assertEqual([name.strip() for name in names], [name.strip() for name in read])

    def check_row(self, cells, task, is_summary):
        values = [cell.value for cell in cells]
        self.assertEqual(values[2], task['name'])
        self.assertEqual(values[1], task['outline_level'])
        self.assertAlmostEqual(values[3], task['duration'] / 480, 6)
        for value, key in ((values[4], 'start'), (values[5], 'finish')):
            self.assertIsInstance(value, datetime.datetime)
            self.assertLess(abs(value - datetime.datetime.fromisoformat(task[key])), datetime.timedelta(seconds=1))
        self.assertEqual(cells[2].font.bold or False, is_summary)

    def test_workbook(self):
        for language in ('en', 'zh_CN'):
            tasks = self.read_tasks(language)
            book = openpyxl.load_workbook(self.path(language + '.xlsx'))
            table, chart = book.worksheets
            self.assertEqual(table.max_row, len(tasks) + 1)
            for number, task in enumerate(tasks, 2):
                self.check_row(table[number], task, task.get('summary', False))
                self.assertEqual(table.row_dimensions[number].outlineLevel, min(task['outline_level'] - 1, 7))
            head = [cell.value for cell in table[1]]
            cost = head.index('Cost')
            self.assertAlmostEqual(table[2][cost].value, tasks[0]['cost'], 2)
            self.check_chart(chart, table.title, tasks)

    # Names and dates of the chart are formulas over the table, and bars are rules over those.
    def check_chart(self, chart, table, tasks):
        self.assertEqual(chart.max_row, len(tasks) + 1)
        self.assertEqual(chart['B3'].value, "='%s'!$C3" % table)
        self.assertEqual(chart['C3'].value, "='%s'!$E3" % table)
        first = chart['H1'].value
        start = datetime.datetime.fromisoformat(min(task['start'] for task in tasks))
        self.assertEqual(first.date(), start.date())
        rules = [rule for area in chart.conditional_formatting for rule in area.rules]
        self.assertEqual(len(rules), 6)
        kinds = [chart.cell(row, 6).value for row in range(2, chart.max_row + 1)]
        self.assertEqual(kinds, [3 if task.get('summary', False) else 4 if task['start'] == task['finish'] else 2 if task.get('critical') else 1
                                 for task in tasks])

    def test_office(self):
        if not WITH_OFFICE:
            self.skipTest('without LibreOffice')
        out = self.path('converted')
        subprocess.run(['soffice', '--headless', '-env:UserInstallation=file://' + self.path('profile'), '--convert-to',
                        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', out, self.path('zh_CN.xlsx')],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=300)
        with open(os.path.join(out, 'zh_CN.csv'), encoding='utf-8', newline='') as file:
            rows = list(csv.reader(file))
        ours = self.read_csv('zh_CN')
        self.assertEqual([row[:3] for row in rows], [row[:3] for row in ours])
        self.assertEqual([row[4][:10] for row in rows[1:]], [row[4][:10] for row in ours[1:]])

    def test_calendar(self):
        for language in ('en', 'zh_CN'):
            with open(self.path(language + '.ics'), 'rb') as file:
                data = file.read()
            for line in data.split(b'\r\n'):
                self.assertLessEqual(len(line), 75)
            events = [event for event in icalendar.Calendar.from_ical(data).walk('VEVENT')]
            wanted = [task for task in self.read_tasks(language) if not task.get('summary', False) and task['start'] == task['finish']]
            self.assertGreater(len(wanted), 1)
            self.assertEqual([(str(event['summary']), event['dtstart'].dt.isoformat()) for event in events],
                             [(task['name'], task['finish'][:10]) for task in wanted])
            self.assertEqual(len({str(event['uid']) for event in events}), len(events))

    def test_calendar_of_person(self):
        path = self.path('person.ics')
        self.run_cli('convert', self.path('en.planwright'), path, '--project', 'Shop Relaunch', '--resource', 'Zhao Lei')
        with open(path, 'rb') as file:
            events = [event for event in icalendar.Calendar.from_ical(file.read()).walk('VEVENT')]
        plan = self.read_plan('en')
        person = next(item['uid'] for item in plan['resources'] if item['name'] == 'Zhao Lei')
        ids = {item['task'] for item in plan['assignments'] if item['resource'] == person}
        wanted = [task for task in plan['tasks'] if task['uid'] in ids]
        self.assertGreater(len(wanted), 2)
        self.assertEqual([(str(event['summary']), event['dtstart'].dt.isoformat(), event['dtend'].dt.isoformat()) for event in events],
                         [(task['name'], task['start'], task['finish']) for task in wanted])

    def test_refused(self):
        office = self.path('en.planwright')
        self.assertIn('Nobody', self.run_cli('convert', office, self.path('x.ics'), '--resource', 'Nobody', code=1))
        self.assertFalse(os.path.exists(self.path('x.ics')))
        self.assertIn('CSV', self.run_cli('convert', self.path('en.csv'), self.path('x.json'), code=1))
        self.assertTrue(self.run_cli('convert', office, os.path.join(self.path('missing'), 'x.xlsx'), '--project', 'Shop Relaunch', code=1))


if __name__ == '__main__':
    PROGRAM, SAMPLES, *rest = sys.argv[1:]
    WITH_OFFICE = rest == ['--office']
    unittest.main(argv=sys.argv[:1], verbosity=2)
