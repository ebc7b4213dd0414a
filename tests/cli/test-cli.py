#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives planwright-cli from outside: verbs, exit codes, sentences, files.

usage: test-cli.py PROGRAM
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = None

MSPDI = '''<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project">
<Name>Shop</Name><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>%s</WeekDays></Calendar></Calendars>
<Tasks>
<Task><UID>1</UID><ID>1</ID><Name>Design</Name><OutlineLevel>1</OutlineLevel><Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-04T17:00:00</Finish></Task>
<Task><UID>2</UID><ID>2</ID><Name>代码</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat>
<Start>2026-03-05T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
</Tasks></Project>
''' % ''.join(
    '<WeekDay><DayType>%d</DayType><DayWorking>%d</DayWorking>%s</WeekDay>' % (
        day, 1 < day < 7,
        '<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>'
        '<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>' if 1 < day < 7 else '')
    for day in range(1, 8))


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.office = self.path('office.planwright')
        self.plan = self.path('plan.xml')
        with open(self.plan, 'w', encoding='utf-8') as file:
            file.write(MSPDI)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_cli(self, *args, stdin='', code=0, env=None):
        done = subprocess.run([PROGRAM, *args], input=stdin.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={**os.environ, **(env or {})}, timeout=120)
        self.assertEqual(done.returncode, code, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def read_json(self, path, *options):
        out, _ = self.run_cli('convert', path, '-', '--to', 'json', *options)
        return json.loads(out)

    def edit(self, *edits, code=0, options=()):
        text = ''.join((edit if isinstance(edit, str) else json.dumps(edit, ensure_ascii=False)) + '\n' for edit in edits)
        out, _ = self.run_cli('edit', self.office, *options, stdin=text, code=code)
        return [json.loads(line) for line in out.splitlines()]

    def add_project(self):
        return self.edit({'edit': 'project-add', 'name': 'Shop', 'start': '2026-03-02'})[0]['uid']


class Usage(CliTest):
    def test_help(self):
        out, _ = self.run_cli('--help')
        for verb in ('convert', 'import', 'formats', 'chart', 'search', 'level', 'edit', 'history', 'template', 'office'):
            self.assertIn('\n  %s ' % verb, out)
            text, _ = self.run_cli(verb, '--help')
            self.assertIn('planwright-cli %s [' % verb, text)
            self.assertIn('--timings', text)

    def test_version(self):
        self.assertTrue(self.run_cli('--version')[0].startswith('planwright-cli '))

    def test_formats(self):
        rows = [line.split('\t') for line in self.run_cli('formats')[0].splitlines()]
        names = {row[0]: row[1:4] for row in rows}
        self.assertEqual(names['mspdi'], ['.xml', 'reads', 'writes'])
        self.assertEqual(names['json'], ['.json', 'reads', 'writes'])

    def test_wrong(self):
        for args in ([], ['level-up'], ['convert'], ['convert', 'a'], ['convert', 'a', 'b', 'c'], ['convert', '--what', 'a', 'b'],
                     ['office', 'burn', 'x'], ['history', 'burn', 'x'], ['history', 'list'], ['history', 'list', 'x', '1'], ['history', 'show', 'x'],
                     ['history', 'mark', 'x', '1'], ['history', 'compare', 'x', '1', '2', '3'], ['history', 'list', 'x', '--limit', '0'],
                     ['history', 'list', 'x', '--from', 'someday'],
                     ['level', 'a'], ['level', 'a', 'b.json', '--order', 'x'], ['level', 'a', 'b.json', '--seconds=-1'],
                     ['level', 'a', 'b.json', '--schedules=-1'], ['level', 'a', 'b.json', '--seed=4294967296'],
                     ['chart', 'pie', 'a', 'b.pdf'], ['chart', 'gantt', 'a', 'b.txt'],
                     ['chart', 'gantt', 'a', 'b.pdf', '--paper', 'papyrus'], ['chart', 'gantt', 'a', 'b.pdf', '--fit', 'x'],
                     ['chart', 'gantt', 'a', 'b.pdf', '--fit=-1x2'], ['chart', 'gantt', 'a', 'b.pdf', '--baseline=-5'],
                     ['chart', 'gantt', 'a', 'b.pdf', '--baseline', '11'], ['chart', 'gantt', 'a', 'b.png', '--zoom=-4'],
                     ['chart', 'gantt', 'a', 'b.png', '--zoom', 'nan'], ['chart', 'gantt', 'a', 'b.png', '--zoom', '1e300'],
                     ['chart', 'gantt', 'a', 'b.pdf', '--from', '2026-05-01', '--to', '2026-04-01'],
                     ['chart', 'gantt', 'a', 'b.pdf', '--resource', 'Ann'], ['chart', 'load', 'a', 'b.txt']):
            with self.subTest(args=args):
                self.run_cli(*args, code=2)

    def test_locale(self):
        # Which texts are translated is the catalogue's affair; the option must be taken anywhere.
        self.run_cli('--locale', 'zh_CN', '--help')
        self.run_cli('formats', '--locale', 'zh_CN')
        self.run_cli('formats', '--locale=zh_CN', env={'LC_ALL': 'C'})


class Convert(CliTest):
    def test_mspdi(self):
        out = self.path('out.json')
        self.run_cli('convert', self.plan, out)
        with open(out, encoding='utf-8') as file:
            plan = json.load(file)
        self.assertEqual([task['name'] for task in plan['tasks']], ['Design', '代码'])
        self.assertEqual(plan['tasks'][1]['finish'], '2026-03-06T17:00:00')
        self.assertEqual(plan['links'][0]['predecessor'], 1)

    def test_to_mspdi(self):
        out = self.path('out.xml')
        self.run_cli('convert', self.plan, out)
        self.assertEqual([task['name'] for task in self.read_json(out)['tasks']], ['Design', '代码'])
        self.assertEqual(self.run_cli('convert', self.plan, '-', '--to', 'mspdi')[0].splitlines()[1],
                         '<Project xmlns="http://schemas.microsoft.com/project">')

    def test_file_dates(self):
        with open(self.plan, 'w', encoding='utf-8') as file:
            file.write(MSPDI.replace('<Finish>2026-03-06T17:00:00', '<Finish>2026-03-09T17:00:00'))
        self.assertEqual(self.read_json(self.plan)['tasks'][1]['finish'], '2026-03-09T17:00:00')
        self.assertEqual(self.read_json(self.plan, '--reschedule')['tasks'][1]['finish'], '2026-03-06T17:00:00')

    def test_stdin(self):
        out, _ = self.run_cli('convert', '-', '-', '--to', 'json', stdin=MSPDI)
        self.assertEqual(json.loads(out)['tasks'][0]['name'], 'Design')
        self.run_cli('convert', '-', '-', '--to', 'json', stdin='nothing known', code=1)

    def test_slow_stdin(self):
        with subprocess.Popen([PROGRAM, 'convert', '-', '-', '--to', 'json'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
            program.stdin.write(MSPDI[:10].encode())
            program.stdin.flush()
            time.sleep(0.3)
            program.stdin.write(MSPDI[10:].encode())
            program.stdin.close()
            self.assertEqual(json.load(program.stdout)['tasks'][0]['name'], 'Design')

    def test_full_output(self):
        for args in (['formats'], ['--help'], ['convert', self.plan, '-', '--to', 'json']):
            with self.subTest(args=args), open('/dev/full', 'wb') as full:
                done = subprocess.run([PROGRAM, *args], stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 1)
                self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_output_that_is_no_file(self):
        out = self.path('out.json')
        os.symlink('/dev/null', out)
        self.run_cli('convert', self.plan, out)
        self.assertTrue(os.path.islink(out))

    def test_report(self):
        report = self.path('report.json')
        self.run_cli('convert', self.plan, self.path('out.json'), '--report', report)
        with open(report, encoding='utf-8') as file:
            self.assertGreater(json.load(file)['kept'], 0)

    def test_timings(self):
        _, err = self.run_cli('convert', self.plan, self.path('out.json'), '--timings')
        self.assertEqual([line.split('\t')[0] for line in err.splitlines()], ['read', 'schedule', 'write', 'total'])

    def test_errors(self):
        out = self.path('out.json')
        broken = self.path('broken.xml')
        with open(broken, 'w', encoding='utf-8') as file:
            file.write(MSPDI[:600])
        for args, words in (((self.path('none.xml'), out), 'none.xml'), ((broken, out), 'broken.xml'),
                            ((self.plan, self.path('out.mpp')), 'out.mpp'), ((self.plan, self.path('no/out.json')), 'out.json'),
                            ((self.plan, out, '--project', 'Nope'), 'Nope'), ((self.plan, out, '--from', 'nope'), 'nope'),
                            ((self.plan, out, '--to', 'nope'), 'nope')):
            with self.subTest(args=args):
                stdout, err = self.run_cli('convert', *args, code=1)
                self.assertEqual(stdout, '')
                self.assertIn(words, err)
                self.assertEqual(len(err.splitlines()), 1, err)
                self.assertFalse(os.path.exists(out))

    def test_output_is_kept_when_it_fails(self):
        out = self.path('out.json')
        with open(out, 'w', encoding='utf-8') as file:
            file.write('precious')
        self.run_cli('convert', self.path('none.xml'), out, code=1)
        with open(out, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'precious')
        self.assertEqual(sorted(os.listdir(self.folder.name)), ['out.json', 'plan.xml'])


class Import(CliTest):
    def test_import(self):
        out, _ = self.run_cli('import', self.office, self.plan)
        self.assertIn('2 tasks', out)
        info, _ = self.run_cli('office', 'info', self.office)
        self.assertIn('Tasks: 2\n', info)
        self.assertIn('Revision: 1\n', info)
        self.run_cli('office', 'check', self.office)
        self.assertEqual(self.read_json(self.office)['tasks'][1]['name'], '代码')
        self.assertEqual(sorted(name for name in os.listdir(self.folder.name) if '.backup-' not in name), ['office.planwright', 'plan.xml'])

    def test_several(self):
        report = self.path('report.json')
        self.run_cli('import', self.office, self.plan, self.plan, '--report', report)
        with open(report, encoding='utf-8') as file:
            self.assertEqual(len(json.load(file)), 2)
        self.assertIn('Projects: 2\n', self.run_cli('office', 'info', self.office)[0])

    def test_report_names_causes(self):
        report = self.path('report.json')
        with open(self.plan, encoding='utf-8') as file:
            text = file.read()
        with open(self.plan, 'w', encoding='utf-8') as file:
            file.write(text.replace('2026-03-05T08:00:00', '2026-03-09T08:00:00').replace('2026-03-06T17:00:00', '2026-03-10T17:00:00'))
        self.run_cli('convert', self.plan, self.path('out.json'), '--report', report)
        with open(report, encoding='utf-8') as file:
            changed = json.load(file)['changed']
        self.assertEqual([(c['uid'], c['field'], c['file'], c['planwright'], c['reason']) for c in changed],
                         [('2', 'start', '2026-03-09T08:00:00', '2026-03-05T08:00:00', 'In the file it starts later than anything asks for.'),
                          ('2', 'finish', '2026-03-10T17:00:00', '2026-03-06T17:00:00', 'In the file it starts later than anything asks for.')])

    def test_dates_are_kept(self):
        with open(self.plan, encoding='utf-8') as file:
            text = file.read()
        with open(self.plan, 'w', encoding='utf-8') as file:
            file.write(text.replace('2026-03-05T08:00:00', '2026-03-09T08:00:00').replace('2026-03-06T17:00:00', '2026-03-10T17:00:00'))
        for how, constraint, manual in (('constraints', 'SNET', False), ('manual', 'ASAP', True)):
            office = self.path(how + '.planwright')
            self.run_cli('import', office, self.plan, '--keep-dates', how)
            task = self.read_json(office, '--reschedule')['tasks'][1]
            self.assertEqual((task['start'], task.get('constraint'), task.get('manual', False)), ('2026-03-09T08:00:00', constraint, manual))
        self.run_cli('import', self.office, self.plan, '--keep-dates', 'never', code=2)
        self.assertFalse(os.path.exists(self.office))

    def test_drivers(self):
        tasks = self.read_json(self.plan, '--reschedule')['tasks']
        self.assertEqual([d['kind'] for d in tasks[0]['drivers']], ['project-start'])
        self.assertEqual([(d['kind'], d['uid'], d['instant'], d['text']) for d in tasks[1]['drivers']],
                         [('link', 1, '2026-03-04T17:00:00', 'Waits for 1 Design (FS)')])
        self.assertNotIn('drivers', self.read_json(self.plan)['tasks'][1])

    def test_wrong_file_changes_nothing(self):
        self.run_cli('import', self.office, self.plan)
        with open(self.office, 'rb') as file:
            before = file.read()
        _, err = self.run_cli('import', self.office, self.plan, self.path('none.xml'), code=1)
        self.assertIn('none.xml', err)
        with open(self.office, 'rb') as file:
            self.assertEqual(file.read(), before)

    def test_report_that_cannot_be_written_changes_nothing(self):
        self.run_cli('import', self.office, self.plan)
        _, err = self.run_cli('import', self.office, self.plan, '--report', self.path('no/report.json'), code=1)
        self.assertIn('report.json', err)
        self.assertIn('Projects: 1\n', self.run_cli('office', 'info', self.office)[0])

    def test_office_move(self):
        self.run_cli('import', self.office, self.plan)
        target = self.path('elsewhere.planwright')
        _, err = self.run_cli('office', 'move', self.office, code=1)
        self.assertIn('Name the file', err)
        self.run_cli('office', 'move', self.office, self.plan, code=1)
        out, _ = self.run_cli('office', 'move', self.office, target)
        self.assertIn(target, out)
        self.assertFalse(os.path.exists(self.office))
        self.assertEqual(self.read_json(target)['tasks'][1]['name'], '代码')

    def test_office_info_json(self):
        self.run_cli('import', self.office, self.plan)
        info = json.loads(self.run_cli('office', 'info', self.office, '--json')[0])
        self.assertEqual((info['projects'], info['tasks'], info['revision'], info['backups']), (1, 2, 1, 1))

    def test_backup_and_restore(self):
        self.run_cli('import', self.office, self.plan)
        daily, = glob.glob(self.path('office.backup-*'))
        os.remove(daily)
        _, err = self.run_cli('office', 'restore', self.office, code=1)
        self.assertIn('has no backup', err)
        out, _ = self.run_cli('office', 'backup', self.office)
        self.assertIn('office.backup-20', out)
        self.run_cli('office', 'backup', self.office, self.path('copy.planwright'))
        self.edit({'edit': 'undo'})
        out, _ = self.run_cli('office', 'restore', self.office)
        self.assertIn('office.replaced-20', out)
        self.assertIn('Tasks: 2\n', self.run_cli('office', 'info', self.office)[0])
        self.assertIn('Backups: 2\n', self.run_cli('office', 'info', self.office)[0])
        with open(self.office, 'wb') as file:
            file.write(b'no office')
        out, _ = self.run_cli('office', 'restore', self.office, self.path('copy.planwright'), '--locale', 'zh_CN')
        self.run_cli('office', 'check', self.office)
        self.run_cli('office', 'backup', self.office, 'a', 'b', code=2)
        self.run_cli('office', 'info', self.office, 'a', code=2)

    def test_compact(self):
        self.run_cli('import', self.office, self.plan)
        self.edit({'edit': 'undo'}, {'edit': 'redo'})
        out, _ = self.run_cli('office', 'compact', self.office)
        self.assertIn('forgotten: 0\n', out)
        self.edit({'edit': 'project-add', 'name': 'Shop', 'start': '2026-03-02'})
        out, _ = self.run_cli('office', 'compact', self.office, '--keep-days', '0')
        self.assertIn('forgotten: 3\n', out)
        self.run_cli('office', 'check', self.office)
        self.assertIn('Revision: 4\n', self.run_cli('office', 'info', self.office)[0])

    def test_no_office(self):
        _, err = self.run_cli('import', self.plan, self.plan, code=1)
        self.assertIn('plan.xml', err)
        _, err = self.run_cli('office', 'info', self.path('none.planwright'), code=1)
        self.assertIn('none.planwright', err)

    def test_damaged(self):
        self.run_cli('import', self.office, self.plan)
        with open(self.office, 'r+b') as file:
            file.seek(20000)
            file.write(b'\xff' * 30000)
        _, err = self.run_cli('office', 'check', self.office, code=1)
        self.assertIn('office.planwright', err)


class Chart(CliTest):
    def test_files(self):
        for suffix, magic in (('pdf', b'%PDF'), ('svg', b'<?xml'), ('png', b'\x89PNG')):
            out = self.path('chart.' + suffix)
            self.run_cli('chart', 'gantt', self.plan, out, '--critical', '--paper', 'a3', '--landscape', '--theme', 'print')
            with open(out, 'rb') as file:
                self.assertTrue(file.read().startswith(magic))

    def test_no_project(self):
        self.edit()
        for suffix in ('pdf', 'png'):
            _, err = self.run_cli('chart', 'gantt', self.office, self.path('chart.' + suffix), code=1)
            self.assertEqual(len(err.splitlines()), 1, err)

    def test_several_projects(self):
        self.run_cli('import', self.office, self.plan, self.plan)
        _, err = self.run_cli('chart', 'gantt', self.office, self.path('chart.png'), code=1)
        self.assertIn('--project', err)
        self.run_cli('chart', 'gantt', self.office, self.path('chart.pdf'))
        self.run_cli('chart', 'gantt', self.office, self.path('chart.png'), '--project', 'Shop')

    def test_load(self):
        _, err = self.run_cli('chart', 'load', self.plan, self.path('load.pdf'), code=1)
        self.assertIn('Nobody', err)
        self.add_project()
        self.edit({'edit': 'resource-add', 'name': '李伟'}, {'edit': 'task-add', 'name': '设计', 'duration': '60d'},
                  {'edit': 'assignment-add', 'row': 1, 'resource': '李伟'})
        for suffix, magic in (('pdf', b'%PDF'), ('svg', b'<?xml'), ('png', b'\x89PNG')):
            out = self.path('load.' + suffix)
            self.run_cli('chart', 'load', self.office, out, '--landscape', '--theme', 'print', '--fit', '2x0', '--resource', '李伟')
            with open(out, 'rb') as file:
                self.assertTrue(file.read().startswith(magic))
        _, err = self.run_cli('chart', 'load', self.office, self.path('load.pdf'), '--resource', '王敏', code=1)
        self.assertIn('王敏', err)
        _, err = self.run_cli('chart', 'load', self.office, self.path('load.pdf'), '--project', '王敏', code=1)
        self.assertIn('王敏', err)


class Level(CliTest):
    def setUp(self):
        super().setUp()
        self.add_project()
        answers = self.edit({'edit': 'resource-add', 'name': '李伟'},
                            {'edit': 'task-add', 'name': 'Design', 'duration': '3d'}, {'edit': 'task-add', 'name': 'Test', 'duration': '2d'},
                            {'edit': 'assignment-add', 'row': 1, 'resource': '李伟'},
                            {'edit': 'assignment-add', 'row': 2, 'resource': '李伟', 'units': '50%'})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 5)

    def find_starts(self, path, *options):
        return {task['name']: (task['start'], task.get('levelling_delay', 0)) for task in self.read_json(path, *options)['tasks']}

    def test_level(self):
        explanation = self.path('why.json')
        out = self.path('out.xml')
        _, err = self.run_cli('level', self.office, out, '--explain', explanation, '--timings')
        self.assertIn('level', [line.split('\t')[0] for line in err.splitlines()])
        with open(explanation, encoding='utf-8') as file:
            why = json.load(file)
        self.assertEqual(why['projects'], [{'name': 'Shop', 'before': '2026-03-04T17:00:00', 'after': '2026-03-06T17:00:00'}])
        self.assertEqual([(move['name'], move['from'], move['to'], move['units'], move['free'], move['load']) for move in why['moves']],
                         [('Test', '2026-03-02T08:00:00', '2026-03-05T08:00:00', 0.5, 0, 1.5)])
        self.assertEqual(why['moves'][0]['text'], '李伟 has 150 % on 2–3 March 2026 with “Design” of Shop')
        self.assertEqual(why['unresolved'], [])
        # The delay is in the file, and with it the dates are computed again.
        for options in ([], ['--reschedule']):
            self.assertEqual(self.find_starts(out, *options), {'Design': ('2026-03-02T08:00:00', 0), 'Test': ('2026-03-05T08:00:00', 4320)})
        self.assertEqual(self.find_starts(self.office)['Test'][0], '2026-03-02T08:00:00')
        cleared = self.path('cleared.json')
        self.run_cli('level', out, cleared, '--clear')
        self.assertEqual(self.find_starts(cleared, '--reschedule')['Test'], ('2026-03-02T08:00:00', 0))

    def test_search(self):
        texts = []
        for name in ('a.json', 'b.json'):
            self.run_cli('level', self.office, self.path(name), '--schedules', '100', '--seed', '7')
            with open(self.path(name), encoding='utf-8') as file:
                texts.append(file.read())
        self.assertEqual(texts[0], texts[1])
        begun = time.monotonic()
        self.run_cli('level', self.office, self.path('c.json'), '--seconds', '0.2', '--project', 'Shop')
        self.assertLess(time.monotonic() - begun, 60)
        # Nothing is sooner, but less is delayed.
        self.assertEqual(self.find_starts(self.path('c.json')), {'Design': ('2026-03-04T08:00:00', 2880), 'Test': ('2026-03-02T08:00:00', 0)})

    def test_within_slack(self):
        explanation = self.path('why.json')
        self.run_cli('level', self.office, self.path('out.json'), '--within-slack', '--explain', explanation)
        with open(explanation, encoding='utf-8') as file:
            why = json.load(file)
        self.assertEqual((why['moves'], [task['name'] for task in why['unresolved']]), ([], ['Test']))

    def test_edit(self):
        answers = self.edit({'edit': 'level', 'order': 'id', 'project': 'Shop'}, {'edit': 'undo'}, {'edit': 'redo'})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 3)
        self.assertEqual(self.find_starts(self.office)['Test'], ('2026-03-05T08:00:00', 4320))
        self.assertTrue(self.edit({'edit': 'level', 'clear': True})[0]['ok'])
        self.assertEqual(self.find_starts(self.office)['Test'], ('2026-03-02T08:00:00', 0))
        self.assertTrue(self.edit({'edit': 'level', 'schedules': 30, 'seed': 2})[0]['ok'])
        self.assertEqual(self.find_starts(self.office)['Design'], ('2026-03-04T08:00:00', 2880))
        self.assertFalse(self.edit({'edit': 'level', 'order': 'x'}, code=1)[0]['ok'])


class Edit(CliTest):
    def test_tasks(self):
        project = self.add_project()
        a, b = self.edit({'edit': 'task-add', 'name': '设计', 'duration': '5d'}, {'edit': 'task-add', 'name': 'Code', 'duration': '2天'})
        self.assertEqual(a['finish'], '2026-03-06T17:00:00')
        answers = self.edit({'edit': 'link-add', 'predecessor': a['uid'], 'successor': b['uid'], 'type': 'FS', 'lag': '1d'},
                            {'edit': 'task-set', 'row': 1, 'field': 'duration', 'value': '3d'},
                            {'edit': 'link-set', 'predecessor': a['uid'], 'successor': b['uid'], 'field': 'lag', 'value': 0},
                            {'edit': 'task-set', 'task': a['uid'], 'field': 'percent_complete', 'value': 50},
                            {'edit': 'task-set', 'task': b['uid'], 'field': 'start', 'value': '2026-03-16'},
                            {'edit': 'task-set', 'task': b['uid'], 'field': 'manual', 'value': False})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 6)
        self.assertEqual(answers[0]['start'], '2026-03-10T08:00:00')
        self.assertEqual(answers[1]['finish'], '2026-03-04T17:00:00')
        self.assertEqual(answers[2]['start'], '2026-03-05T08:00:00')
        self.assertEqual(answers[4]['start'], '2026-03-16T08:00:00')
        answers = self.edit({'edit': 'task-add', 'name': 'Test', 'after': a['uid']}, {'edit': 'task-indent', 'row': 2},
                            {'edit': 'task-outdent', 'row': 2}, {'edit': 'task-move', 'row': 2},
                            {'edit': 'task-delete', 'row': 1}, {'edit': 'link-delete', 'predecessor': a['uid'], 'successor': b['uid']},
                            {'edit': 'project-delete', 'project': project})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 7)
        self.assertIn('Projects: 0\n', self.run_cli('office', 'info', self.office)[0])

    def test_edit_many(self):
        self.add_project()
        self.edit(*({'edit': 'task-add', 'name': name} for name in 'ABCD'))
        answers = self.edit({'edit': 'tasks-link', 'rows': [1, 2, 3]}, {'edit': 'tasks-indent', 'rows': [3, 4]},
                            {'edit': 'tasks-outdent', 'rows': [3, 4]}, {'edit': 'tasks-duplicate', 'rows': [4]},
                            {'edit': 'task-set', 'row': 4, 'field': 'predecessors', 'value': '1SS+2d; 2'},
                            {'edit': 'task-set', 'row': 4, 'field': 'predecessors', 'value': 3},
                            {'edit': 'task-set', 'row': 4, 'field': 'resources', 'value': 'Liu Wei 50%; Zhao Min'},
                            {'edit': 'tasks-unlink', 'rows': [1, 2]}, {'edit': 'tasks-move', 'rows': [4, 5], 'after': None},
                            {'edit': 'tasks-delete', 'rows': [1, 2]}, code=1)
        # C waits for B, so it cannot lie below it; then nothing is there to be outdented.
        self.assertEqual([answer['ok'] for answer in answers], [True, False, False, True, True, True, True, True, True, True])
        for line in ({'edit': 'tasks-link'}, {'edit': 'tasks-link', 'rows': []}, {'edit': 'tasks-link', 'rows': [9]},
                     {'edit': 'tasks-link', 'rows': 1}, {'edit': 'tasks-link', 'tasks': [[1]]}, {'edit': 'tasks-link', 'tasks': [None]},
                     {'edit': 'task-set', 'rows': [1], 'field': 'name', 'value': 'x'},
                     {'edit': 'task-set', 'row': 1, 'field': 'predecessors'},
                     {'edit': 'task-set', 'row': 1, 'field': 'predecessors', 'value': '9'}):
            with self.subTest(line):
                self.assertFalse(self.edit(line, code=1)[0]['ok'])

    def test_resources(self):
        self.add_project()
        answers = self.edit({'edit': 'task-add', 'name': 'Design', 'duration': '2d'},
                            {'edit': 'resource-add', 'name': 'Liu Wei'}, {'edit': 'resource-add', 'name': 'Paint', 'type': 'material'},
                            {'edit': 'assignment-add', 'row': 1, 'resource': 'Liu Wei', 'units': '50%'},
                            {'edit': 'assignment-set', 'row': 1, 'resource': 'Liu Wei', 'field': 'units', 'value': '80%'},
                            {'edit': 'resource-set', 'resource': 'Liu Wei', 'field': 'group', 'value': 'UX'},
                            {'edit': 'assignment-delete', 'row': 1, 'resource': 'Liu Wei'},
                            {'edit': 'resource-delete', 'resource': 'Paint'},
                            {'edit': 'project-set', 'field': 'manager', 'value': '王'},
                            {'edit': 'exception-add', 'calendar': 'Standard', 'name': 'Off', 'from': '2026-03-02'})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 10)
        uid = answers[-1]['uid']
        answers = self.edit({'edit': 'exception-set', 'exception': uid, 'field': 'name', 'value': 'Day off'},
                            {'edit': 'exception-delete', 'exception': uid})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 2)

    def test_costs_and_baselines(self):
        self.add_project()
        answers = self.edit({'edit': 'task-add', 'name': 'Design', 'duration': '2d'}, {'edit': 'task-add', 'name': 'Code', 'duration': '2d'},
                            {'edit': 'resource-add', 'name': 'Liu Wei'},
                            {'edit': 'resource-set', 'resource': 'Liu Wei', 'field': 'standard_rate', 'value': '10'},
                            {'edit': 'assignment-add', 'row': 1, 'resource': 'Liu Wei'},
                            {'edit': 'task-set', 'row': 2, 'field': 'cost', 'value': '99.5'},
                            {'edit': 'baseline-set'}, {'edit': 'interim-set', 'number': 2, 'rows': [1]},
                            {'edit': 'project-set', 'field': 'status_date', 'value': '2026-03-02'},
                            {'edit': 'task-set', 'row': 1, 'field': 'percent_complete', 'value': '25%'},
                            {'edit': 'task-set', 'row': 1, 'field': 'duration', 'value': '3d'})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 11)
        data = self.read_json(self.office, '--reschedule')
        design, code = data['tasks']
        self.assertEqual((design['cost'], design['actual_cost'], design['work'], code['cost']), (240, 40, 1440, 99.5))
        self.assertEqual(design['baselines']['0']['cost'], 160)
        self.assertEqual(design['custom']['Start2'], '2026-03-02T08:00:00')
        self.assertEqual((design['variances']['finish_variance'], design['variances']['cost_variance']), (480, 80))
        earned = design['earned_value']
        self.assertEqual([earned[key] for key in ('bac', 'pv', 'ac')], [160, 80, 40])
        self.assertAlmostEqual(earned['ev'], 26.67, delta=0.01)
        self.assertIn('spi_t', data['project']['earned_schedule'])
        answers = self.edit({'edit': 'baseline-clear', 'number': 0}, {'edit': 'interim-clear', 'number': 2})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 2)
        self.assertNotIn('baselines', self.read_json(self.office)['tasks'][0])
        for line in ({'edit': 'baseline-set', 'number': 11}, {'edit': 'baseline-set', 'number': 'x'}, {'edit': 'baseline-set', 'rollup': 'x'},
                     {'edit': 'baseline-set', 'rows': [9]}, {'edit': 'interim-set', 'number': 0},
                     {'edit': 'task-set', 'row': 1, 'field': 'actual_cost', 'value': '5'}):
            with self.subTest(line):
                self.assertFalse(self.edit(line, code=1)[0]['ok'])

    def test_edit_progress(self):
        self.add_project()
        self.edit(*({'edit': 'task-add', 'name': name, 'duration': '4d'} for name in 'ABC'))
        self.edit({'edit': 'tasks-link', 'rows': [1, 2]}, {'edit': 'task-set', 'row': 3, 'field': 'resources', 'value': 'Liu Wei'})
        answers = self.edit({'edit': 'progress-update', 'date': '2026-03-04', 'rows': [1, 3]},
                            {'edit': 'progress-update', 'date': '2026-03-04', 'whole': True},
                            {'edit': 'work-reschedule', 'date': '2026-03-06', 'rows': [1]},
                            {'edit': 'task-split', 'row': 2, 'at': '2026-03-11', 'length': '2d'},
                            {'edit': 'task-move-part', 'row': 2, 'part': 1, 'start': '2026-03-16'},
                            {'edit': 'task-join', 'row': 2},
                            {'edit': 'task-set', 'row': 3, 'field': 'actual_work', 'value': '8h'},
                            {'edit': 'task-set', 'row': 3, 'field': 'percent_work_complete', 'value': 50},
                            {'edit': 'task-set', 'row': 3, 'field': 'remaining_duration', 'value': '3d'},
                            {'edit': 'recurring-add', 'name': 'Meeting', 'duration': '2h', 'pattern': 'weekly', 'every': 2,
                             'weekdays': 'tue thu', 'from': '2026-03-04', 'count': 5},
                            {'edit': 'recurring-add', 'name': 'Report', 'pattern': 'monthly', 'position': 5, 'weekday': 'fri',
                             'from': '2026-03-01', 'to': '2026-05-31', 'days_off': 'skip'})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 11, answers)
        self.assertEqual([answer.get('finish') for answer in answers[3:9]],
                         ['2026-03-17T17:00:00', '2026-03-18T17:00:00', '2026-03-13T17:00:00', '2026-03-05T17:00:00',
                          '2026-03-05T17:00:00', '2026-03-06T17:00:00'])
        for line in ({'edit': 'progress-update'}, {'edit': 'work-reschedule', 'date': 'someday'}, {'edit': 'task-split', 'row': 1, 'at': 'x'},
                     {'edit': 'task-split', 'row': 1, 'at': '2026-03-02T12:00:00', 'length': 'x'}, {'edit': 'task-join', 'row': 2},
                     {'edit': 'task-move-part', 'row': 2, 'part': 'x', 'start': '2026-03-16'},
                     {'edit': 'recurring-add', 'pattern': 'hourly', 'from': '2026-03-04', 'count': 5},
                     {'edit': 'recurring-add', 'weekdays': 'someday', 'from': '2026-03-04', 'count': 5},
                     {'edit': 'recurring-add', 'from': '2026-03-04'}):
            self.assertFalse(self.edit(line, code=1)[0]['ok'], line)

    def test_numbers_of_the_file(self):
        self.run_cli('import', self.office, self.plan)
        answer = self.edit({'edit': 'task-set', 'task': 2, 'field': 'duration', 'value': '1d'})[0]
        self.assertEqual(answer['finish'], '2026-03-05T17:00:00')
        self.run_cli('import', self.office, self.plan)
        answer = self.edit({'edit': 'task-set', 'task': 2, 'field': 'duration', 'value': '1d'}, code=1)[0]
        self.assertIn('--project', answer['error'])

    def test_undo(self):
        self.add_project()
        before = self.read_json(self.office)
        answers = self.edit({'edit': 'task-add', 'name': 'A'}, {'edit': 'undo'}, {'edit': 'redo'}, {'edit': 'undo'})
        self.assertEqual([answer['ok'] for answer in answers], [True] * 4)
        self.assertEqual(self.read_json(self.office), before)
        answers = self.edit({'edit': 'redo'}, {'edit': 'redo'}, code=1)
        self.assertEqual(answers[1], {'ok': False, 'error': 'There is nothing to redo.'})

    def test_wrong_lines(self):
        self.add_project()
        lines = ['nonsense', '[]', '3', '"x"', '{', '{}', '{"edit":3}', '{"edit":"fly"}', '{"edit":"task-set"}',
                 '{"edit":"task-set","row":1}', '{"edit":"task-set","row":"1","field":"name"}', '{"edit":"task-set","task":99,"field":"name"}',
                 '{"edit":"task-add","duration":"soon"}', '{"edit":"task-add","after":{}}', '{"edit":"link-add","predecessor":1}',
                 '{"edit":"resource-add","name":"x","type":"ghost"}', '{"edit":"project-set","field":"rank","value":1}',
                 '{"edit":"project-set","field":"colour of the sky","value":1}', '{"edit":"task-add","project":"Nope"}', '{"edit":"redo"}']
        answers = self.edit(*lines, '', '{"edit":"task-add","name":"good"}', code=1)
        self.assertEqual(len(answers), len(lines) + 1)
        for line, answer in zip(lines, answers):
            self.assertEqual(answer['ok'], False, line)
            self.assertTrue(answer['error'].strip(), line)
        self.assertTrue(answers[-1]['ok'])
        self.assertEqual(answers[-1]['revision'], 2)

    def test_careless_lines(self):
        # What is not understood is refused; nothing of it may pass in silence.
        self.add_project()
        self.edit({'edit': 'task-add', 'name': 'Kept', 'duration': '2d'})
        before = self.read_json(self.office)
        for line in ('{"edit":"task-set","row":1,"field":"name"}', '{"edit":"task-set","row":1,"field":"name","vale":"x"}',
                     '{"edit":"project-set","field":"start"}', '{"edit":"task-add","duration":[1]}', '{"edit":"task-add","name":{}}',
                     '{"edit":"undo"} {"edit":"undo"}', '{"edit":"undo"} x', "{'edit':'undo'}", '{"edit":"resource-add","name":"x","type":5}',
                     '{"edit":"project-add","name":"x","start":"5.5.5.5"}', '[' * 1000000, '{"a":' * 100000,
                     '{/*"*/"edit":' + '[' * 1000000, '{"edit":"undo"/*"*/} {"edit":"undo"}'):
            with self.subTest(line=line[:60]):
                self.assertFalse(self.edit(line, code=1)[0]['ok'])
        self.assertEqual(self.read_json(self.office), before)
        self.assertTrue(self.edit({'edit': 'task-add', 'name': 5})[0]['ok'])
        self.assertTrue(self.edit({'edit': 'task-set', 'row': 1, 'field': 'name', 'value': "it's {\"}"})[0]['ok'])
        self.assertEqual([task['name'] for task in self.read_json(self.office)['tasks']], ["it's {\"}", '5'])

    def test_not_utf8(self):
        self.add_project()
        done = subprocess.run([PROGRAM, 'edit', self.office], input=b'{"edit":"task-add","name":"\xff"}\n', stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertFalse(json.loads(done.stdout)['ok'])

    def test_busy(self):
        self.add_project()
        with subprocess.Popen([PROGRAM, 'edit', self.office], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
            first.stdin.write(b'{"edit":"task-add"}\n')
            first.stdin.flush()
            self.assertTrue(json.loads(first.stdout.readline())['ok'])
            _, err = self.run_cli('edit', self.office, code=1)
            self.assertIn('office.planwright', err)
            self.assertEqual(len(self.read_json(self.office)['tasks']), 1)
            first.stdin.close()


class History(CliTest):
    """Entries: 1 the project, 2 and 3 tasks, 4 a link, 5 a duration, 6 undo."""

    def setUp(self):
        super().setUp()
        self.project = self.add_project()
        self.design, self.build = (self.edit({'edit': 'task-add', 'name': name, 'duration': '2d'}, options=('--project', 'Shop', '--author', 'Ann'))[0]['uid']
                                   for name in ('Design', '代码'))
        self.edit({'edit': 'link-add', 'predecessor': self.design, 'successor': self.build},
                  {'edit': 'task-set', 'task': self.design, 'field': 'duration', 'value': '5d'}, {'edit': 'undo'}, options=('--author', 'Bo'))

    def list(self, *options):
        return json.loads(self.run_cli('history', 'list', self.office, '--json', *options)[0])

    def test_list(self):
        lines = [line.split('\t') for line in self.run_cli('history', 'list', self.office)[0].splitlines()]
        self.assertEqual([(line[0], line[2], line[3]) for line in lines[:3]],
                         [('6', 'Bo', 'Undone: Duration of “Design”'), ('5', 'Bo', 'Duration of “Design”'), ('4', 'Bo', 'Link to “代码”')])
        self.assertRegex(lines[0][1], r'^\d{4}-\d\d-\d\d \d\d:\d\d$')
        self.assertEqual(len(lines), 6)

    def test_filters(self):
        def numbers(*options):
            return [entry['entry'] for entry in self.list(*options)]
        self.assertEqual(numbers(), [6, 5, 4, 3, 2, 1])
        self.assertEqual(numbers('--limit', '2'), [6, 5])
        self.assertEqual(numbers('--author', 'Ann'), [3, 2])
        self.assertEqual(numbers('--text', 'duration'), [6, 5])
        self.assertEqual(numbers('--project', 'Shop', '--text', '代码'), [4, 3])
        self.assertEqual(numbers('--from', '2001-01-01', '--to', '2001-12-31'), [])
        self.assertEqual(numbers('--from', '2001-01-01'), [6, 5, 4, 3, 2, 1])
        self.assertEqual(numbers('--to', '2001-12-31'), [])
        _, err = self.run_cli('history', 'list', self.office, '--project', 'Nothing', code=1)
        self.assertIn('Shop', err)

    def test_words(self):
        out, _ = self.run_cli('history', 'list', self.office, '--words')
        self.assertEqual([line.strip() for line in out.splitlines() if line.startswith('\t')],
                         ['Duration of “Design”: 5 d → 2 d', 'Finish of “Shop”: 10 Mar → 5 Mar (−3 d); 2 tasks moved',
                          'Duration of “Design”: 2 d → 5 d', 'Finish of “Shop”: 5 Mar → 10 Mar (+3 d); 2 tasks moved',
                          'Link “Design” → “代码” (FS) added', 'Finish of “Shop”: 3 Mar → 5 Mar (+2 d); 1 task moved',
                          'Task “代码” added', 'Task “Design” added', 'Finish of “Shop”: 2 Mar → 3 Mar (+2 d)', 'Project “Shop” added',
                          'Calendar “Standard” added'])

    def test_show(self):
        entry = json.loads(self.run_cli('history', 'show', self.office, '5', '--json')[0])
        self.assertEqual((entry['entry'], entry['author'], entry['what']), (5, 'Bo', 'Duration of “Design”'))
        self.assertRegex(entry['at'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        self.assertEqual([(line['text'], line['follows']) for line in entry['words']],
                         [('Duration of “Design”: 2 d → 5 d', False), ('Finish of “Shop”: 5 Mar → 10 Mar (+3 d); 2 tasks moved', True)])
        self.assertEqual(entry['words'][0]['task'], self.design)
        self.assertIn('\tTask “Design” added\n', self.run_cli('history', 'show', self.office, '2')[0])
        for point in ('0', '7', 'none', '-1'):
            self.run_cli('history', '--', 'show', self.office, point, code=1)

    def test_compare(self):
        out, _ = self.run_cli('history', 'compare', self.office, '5')
        self.assertEqual(out.splitlines(), ['Duration of “Design”: 5 d → 2 d', 'Finish of “Design”: 6 Mar → 3 Mar', 'Start of “代码”: 9 Mar → 4 Mar',
                                            'Finish of “代码”: 10 Mar → 5 Mar', 'Finish of “Shop”: 10 Mar → 5 Mar (−3 d); 2 tasks moved'])
        self.assertEqual(self.run_cli('history', 'compare', self.office, '4', '6')[0], 'Nothing differs.\n')
        found = json.loads(self.run_cli('history', 'compare', self.office, '2', '5', '--json', '--project', 'Shop')[0])
        self.assertEqual((found['from'], found['to']), (2, 5))
        self.assertEqual([(item['kind'], item['record'], item['name']) for item in found['differences']],
                         [('added', 'task', '代码'), ('changed', 'task', 'Design')])
        design = found['differences'][1]
        self.assertEqual(design['fields'][0], {'field': 'duration', 'label': 'Duration', 'old': '2 d', 'new': '5 d'})
        self.assertEqual(design['finish'], ['2026-03-03T17:00:00', '2026-03-06T17:00:00'])
        self.assertEqual(design['slip_minutes'], 3 * 480)
        self.assertEqual(found['projects'][0]['tasks_later'], 1)

    def test_versions(self):
        self.run_cli('history', 'mark', self.office, '2', 'First plan')
        self.assertEqual([entry.get('version') for entry in self.list('--text', 'first plan')], ['First plan'])
        self.assertIn('\t[First plan]\n', self.run_cli('history', 'list', self.office)[0])
        self.run_cli('history', 'mark', self.office, 'First plan', 'First')
        self.run_cli('history', 'show', self.office, 'First plan', code=1)
        self.assertEqual(json.loads(self.run_cli('history', 'show', self.office, 'First', '--json')[0])['entry'], 2)
        self.run_cli('history', 'unmark', self.office, 'First')
        self.assertEqual(self.list('--text', 'first'), [])
        self.run_cli('history', 'mark', self.office, '2', ' ', code=1)
        self.run_cli('history', 'mark', self.office, '0', 'Nothing', code=1)

    def test_go_back(self):
        before = self.read_json(self.office)
        self.run_cli('history', 'go-back', self.office, '2', '--author', 'Cy')
        self.assertEqual([task['name'] for task in self.read_json(self.office)['tasks']], ['Design'])
        entry = self.list('--limit', '1')[0]
        self.assertEqual((entry['entry'], entry['author']), (7, 'Cy'))
        self.assertTrue(entry['what'].startswith('Return to how it was on 20'))
        self.assertTrue(self.edit({'edit': 'undo'})[0]['ok'])
        self.assertEqual(self.read_json(self.office), before)
        self.run_cli('history', 'go-back', self.office, '0')
        self.assertEqual(self.list('--limit', '1')[0]['what'], 'Return to the beginning')
        self.run_cli('history', 'go-back', self.office, '99', code=1)
        self.run_cli('office', 'check', self.office)

    def test_read_only(self):
        size = os.path.getsize(self.office)
        for args in (['list'], ['show', '1'], ['compare', '1']):
            self.run_cli('history', args[0], self.office, *args[1:])
        self.assertEqual(os.path.getsize(self.office), size)
        _, err = self.run_cli('history', 'list', self.path('none.planwright'), code=1)
        self.assertIn('none.planwright', err)
        self.assertFalse(os.path.exists(self.path('none.planwright')))


class Search(CliTest):
    def setUp(self):
        super().setUp()
        self.cache = self.path('cache')
        self.run_cli('import', self.office, self.plan)

    def search(self, *args, code=0):
        return self.run_cli('search', *args, code=code, env={'XDG_CACHE_HOME': self.cache})

    def find(self, where, query, *options):
        return [(hit['kind'], hit['name']) for hit in json.loads(self.search(where, query, '--json', *options)[0])]

    def test_office_and_file(self):
        for where in (self.office, self.plan):
            with self.subTest(where=where):
                self.assertEqual(self.find(where, '代码'), [('task', '代码')])
                self.assertEqual(self.find(where, 'DESIG'), [('task', 'Design')])
                self.assertEqual(self.find(where, 'shop'), [('project', 'Shop')])
                self.assertEqual(self.find(where, 'standard'), [('calendar', 'Standard')])
                self.assertEqual(self.find(where, 'nothing'), [])

    def test_json(self):
        hit, = json.loads(self.search(self.office, '码', '--json')[0])
        self.assertEqual((hit['record'], hit['project'], hit['name_found'], hit['name_marks']), ('task', 'Shop', '代码', [[0, 2]]))
        self.assertEqual(hit['text_marks'], [])
        self.assertGreater(hit['score'], 0)

    def test_text(self):
        out, _ = self.search(self.office, 'design')
        self.assertEqual(out, 'Tasks\tShop\tDesign\t\n')
        self.assertEqual(self.search(self.office, 'design', '--locale', 'zh_CN')[0].split('\t')[0], '任务')

    def test_kinds_and_limit(self):
        self.edit(*({'edit': 'task-add', 'name': 'Shop %d' % i} for i in range(5)))
        self.assertEqual(len(self.find(self.office, 'shop')), 6)
        self.assertEqual(len(self.find(self.office, 'shop', '--limit', '2')), 2)
        self.assertEqual(self.find(self.office, 'shop', '--kind', 'project'), [('project', 'Shop')])
        self.assertEqual(len(self.find(self.office, 'shop', '--kind', 'project', '--kind', 'task')), 6)
        self.search(self.office, 'shop', '--kind', 'ghost', code=2)
        self.search(self.office, 'shop', '--limit', '0', code=2)
        self.search(self.office, code=2)

    def test_cache(self):
        # What was edited since is found; the office itself is not touched, and nobody else reads the cache.
        with open(self.office, 'rb') as file:
            before = file.read()
        self.find(self.office, 'shop')
        path, = glob.glob(os.path.join(self.cache, 'planwright', '*'))
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(self.office, 'rb') as file:
            self.assertEqual(file.read(), before)
        self.edit({'edit': 'task-set', 'row': 1, 'field': 'name', 'value': '下雨 Drawing'})
        self.assertEqual(self.find(self.office, '雨'), [('task', '下雨 Drawing')])
        self.assertEqual(self.find(self.office, 'design'), [])
        with open(path, 'wb') as file:
            file.write(b'rubbish')
        self.assertEqual(self.find(self.office, 'drawings'), [('task', '下雨 Drawing')])
        self.assertEqual(glob.glob(os.path.join(self.cache, 'planwright', '*')), [path])


class Template(CliTest):
    def test_list_and_show(self):
        lines = self.run_cli('template', 'list', '--language', 'zh')[0].splitlines()
        self.assertEqual(len(lines), 10)
        self.assertIn('house-construction\t1\tConstruction\t63 tasks\t58 weeks\t房屋建设（独栋住宅）', lines)
        described = json.loads(self.run_cli('template', 'list', '--json')[0])
        self.assertEqual([one['id'] for one in described], [line.split('\t')[0] for line in lines])
        text, _ = self.run_cli('template', 'show', 'office-move', '--language', 'zh')
        self.assertIn('\n  租约谈判与签署\n    检查表\n    ☐ ', text)

    def test_export_and_check(self):
        path = self.path('own.json')
        self.run_cli('template', 'export', 'pmo-setup', path)
        self.assertEqual(self.run_cli('template', 'export', path)[0], open(path, encoding='utf-8').read())
        self.assertEqual(self.run_cli('template', 'check', path)[0], self.run_cli('template', 'check', 'pmo-setup')[0])
        with open(path, encoding='utf-8') as file:
            template = json.load(file)
        template['tasks'][3]['name']['en'] = '<b>Bold</b>'
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(template, file)
        _, err = self.run_cli('template', 'check', path, code=1)
        self.assertEqual(len(err.splitlines()), 1)
        self.assertIn('own.json: tasks[3].name.en: The text has HTML', err)
        answer, = self.edit({'edit': 'template-use', 'template': path}, code=1)
        self.assertIn('HTML', answer['error'])
        self.assertEqual(self.read_json(self.office)['projects'], [])

    def test_wrong(self):
        self.run_cli('template', code=2)
        self.run_cli('template', 'draw', code=2)
        self.run_cli('template', 'show', code=2)
        self.run_cli('template', 'list', 'office-move', code=2)
        self.run_cli('template', 'list', '--language', 'fr', code=2)
        self.assertIn('office-mover', self.run_cli('template', 'show', 'office-mover', code=1)[1])
        self.run_cli('template', 'check', self.path('none.json'), code=1)

    def test_use(self):
        answers = self.edit({'edit': 'resource-add', 'name': '陈宇'},
                            {'edit': 'template-use', 'template': 'office-move', 'name': '搬家', 'finish': '2027-03-31', 'language': 'zh',
                             'options': '-factory, +lab', 'people': 'pm=陈宇; it = 陈宇'})
        plan = self.read_json(self.office)
        self.assertTrue(all(answer['ok'] for answer in answers))
        project = plan['project']
        self.assertEqual((project['name'], project['template'], project['template_options']), ('搬家', 'office-move', 'fitout lab'))
        self.assertEqual(max(task['finish'] for task in plan['tasks']), '2027-03-31T17:00:00')
        self.assertFalse([task for task in plan['tasks'] if task['total_slack'] < 0])
        names = {resource['name'] for resource in plan['resources']}
        self.assertTrue({'陈宇', '行政与物业'} <= names)
        self.assertFalse({'搬迁项目经理', 'IT 与网络', '生产经理'} & names)
        self.assertTrue(self.edit({'edit': 'undo'})[0]['ok'])

    def test_insert(self):
        self.add_project()
        self.edit({'edit': 'task-add', 'name': 'Launch'})
        answer, = self.edit({'edit': 'template-insert', 'template': 'marketing-event', 'branch': 'event', 'after': None, 'start': '2026-04-01'})
        self.assertEqual(answer['start'], '2026-04-01T08:00:00')
        plan = self.read_json(self.office)
        self.assertEqual([task['name'] for task in plan['tasks'] if task['outline_level'] == 1], ['The event', 'Launch'])
        self.assertEqual(plan['tasks'][1]['template_task'], 'marketing-event/setup')

    def test_use_is_refused(self):
        for wrong in ({'template': 'none'}, {}, {'options': '+moon'}, {'people': 'pm=Nobody'}, {'people': 'nobody=Li'}, {'people': 'pm'},
                      {'language': 'fr'}, {'branch': 'none'}, {'start': 'soon'}, {'calendar': 'none'}):
            edit = {'edit': 'template-use', 'template': 'office-move', **wrong}
            if not wrong:
                del edit['template']
            answer, = self.edit(edit, code=1)
            self.assertFalse(answer['ok'], wrong)


if __name__ == '__main__':
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
