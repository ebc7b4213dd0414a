#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The D-Bus service and the desktop entry do what the desktop asks of them: start, open files, actions, and end.

usage: test-service.py PLANWRIGHT PLANWRIGHT.service PLANWRIGHT.desktop      (on a display)
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = SERVICE = ENTRY = None
ID = 'io.github.planwright.Planwright'
PATH = '/io/github/planwright/Planwright'


def call(destination, path, method, *arguments):
    return subprocess.run(['gdbus', 'call', '--session', '--dest', destination, '--object-path', path, '--method', method]
                          + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def is_running():
    return 'true' in call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', ID)


def has_window(number):
    """Asking a name that nobody owns would start the service."""
    return is_running() and "'undo'" in call(ID, '%s/window/%d' % (PATH, number), 'org.gtk.Actions.List')


def wait_until(what):
    end = time.monotonic() + 60
    while not what():
        if time.monotonic() > end:
            raise AssertionError('it did not happen in time')
        time.sleep(0.2)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def read_entry():
    groups = {}
    for line in read(ENTRY).split('\n'):
        if line.startswith('['):
            group = groups.setdefault(line.strip('[]'), {})
        elif '=' in line:
            key, value = line.split('=', 1)
            group[key] = value
    return groups


class Service(unittest.TestCase):
    def tearDown(self):
        if is_running():
            subprocess.run(['gapplication', 'action', ID, 'quit'], check=True)
        wait_until(lambda: not is_running())

    def path(self, name):
        return os.path.join(os.environ['XDG_DATA_HOME'], name)

    def test_start_and_quit(self):
        subprocess.run(['gapplication', 'launch', ID], check=True)
        wait_until(lambda: has_window(1))
        self.assertTrue(os.path.exists(self.path('planwright/office.planwright')))

    def test_one_process_for_all_windows(self):
        subprocess.run(['gapplication', 'launch', ID], check=True)
        wait_until(lambda: has_window(1))
        for number, name in enumerate(('by service.planwright', 'by command.planwright'), start=2):
            shutil.copy(self.path('planwright/office.planwright'), self.path(name))
            command = ['gapplication', 'launch', ID] if number == 2 else [PROGRAM]
            subprocess.run(command + [self.path(name)], check=True)
            wait_until(lambda: has_window(number))

    def test_actions_of_the_entry(self):
        groups = read_entry()
        self.assertEqual(groups['Desktop Entry']['DBusActivatable'], 'true')
        names = [name for name in groups['Desktop Entry']['Actions'].split(';') if name]
        self.assertGreater(len(names), 0)
        subprocess.run(['gapplication', 'launch', ID], check=True)
        wait_until(lambda: has_window(1))
        for name in names:
            action = groups['Desktop Action ' + name]
            self.assertEqual(action['Exec'], 'gapplication action %s %s' % (ID, name))
            self.assertIn("'%s'" % name, call(ID, PATH, 'org.gtk.Actions.List'))


def main():
    # The bus reads its services once, so it has to be started with them.
    if 'PLAN_SERVICE_TEST' not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            services = os.path.join(folder, 'dbus-1', 'services')
            os.makedirs(services)
            text = read(SERVICE)
            installed = text.split('Exec=')[1].split(' ')[0]
            with open(os.path.join(services, ID + '.service'), 'w', encoding='utf-8') as file:
                file.write(text.replace('Exec=' + installed, 'Exec=' + PROGRAM))
            environment = dict(os.environ, XDG_DATA_HOME=folder, PLAN_SERVICE_TEST='1')
            return subprocess.run(['dbus-run-session', '--', sys.executable] + sys.argv, env=environment).returncode
    return not unittest.main(argv=sys.argv[:1], exit=False).result.wasSuccessful()


if __name__ == '__main__':
    PROGRAM, SERVICE, ENTRY = map(os.path.abspath, sys.argv[1:4])
    sys.exit(main())
