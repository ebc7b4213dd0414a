#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The MIME type is told by content: an office has it with and without suffix, other SQLite files keep theirs.

usage: test-mime.py PLANWRIGHT_CLI MIME.xml
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

CLI = MIME = None
OFFICE = 'application/x-planwright'
TASKS = '''<Project xmlns="http://schemas.microsoft.com/project"><Name>Shop</Name><StartDate>2026-03-02T08:00:00</StartDate>
<Tasks><Task><UID>1</UID><ID>1</ID><Name>Design</Name><Duration>PT8H0M0S</Duration></Task></Tasks></Project>'''


class Mime(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data = tempfile.TemporaryDirectory()
        packages = os.path.join(cls.data.name, 'mime', 'packages')
        os.makedirs(packages)
        shutil.copy(MIME, packages)
        shutil.copy('/usr/share/mime/packages/freedesktop.org.xml', packages)
        environment = dict(os.environ, PKGSYSTEM_ENABLE_FSYNC='0', XDG_DATA_DIRS=cls.data.name)
        subprocess.run(['update-mime-database', os.path.dirname(packages)], env=environment, check=True)

    @classmethod
    def tearDownClass(cls):
        cls.data.cleanup()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(self.path('plan.xml'), 'w', encoding='utf-8') as file:
            file.write(TASKS)
        subprocess.run([CLI, 'import', self.path('office.planwright'), self.path('plan.xml')], check=True, stdout=subprocess.DEVNULL)

    def path(self, name):
        return os.path.join(self.folder, name)

    def type_of(self, name):
        environment = dict(os.environ, XDG_DATA_DIRS=self.data.name, XDG_DATA_HOME=self.path('none'))
        text = subprocess.run(['gio', 'info', '-a', 'standard::content-type', self.path(name)], env=environment, check=True,
                              stdout=subprocess.PIPE, text=True).stdout
        return text.split('standard::content-type: ')[1].split('\n')[0]

    def database(self, name, application):
        connection = sqlite3.connect(self.path(name))
        connection.execute('PRAGMA application_id = %d' % application)
        connection.execute('CREATE TABLE t (a)')
        connection.commit()
        connection.close()

    def test_office(self):
        self.assertEqual(self.type_of('office.planwright'), OFFICE)

    def test_office_without_suffix(self):
        os.rename(self.path('office.planwright'), self.path('office'))
        self.assertEqual(self.type_of('office'), OFFICE)

    def test_office_with_another_suffix(self):
        os.rename(self.path('office.planwright'), self.path('office.backup-of-today'))
        self.assertEqual(self.type_of('office.backup-of-today'), OFFICE)

    def test_suffix_says_more_than_the_database(self):
        self.database('new.planwright', 0)
        self.assertEqual(self.type_of('new.planwright'), OFFICE)

    def test_other_databases(self):
        for name, application in (('plain', 0), ('other', 0x504C4E58), ('plain.db', 0)):
            with self.subTest(name):
                self.database(name, application)
                self.assertEqual(self.type_of(name), 'application/vnd.sqlite3')

    def test_plan_of_another_program(self):
        self.assertEqual(self.type_of('plan.xml'), 'application/xml')


if __name__ == '__main__':
    CLI, MIME = map(os.path.abspath, sys.argv[1:3])
    unittest.main(argv=sys.argv[:1])
