#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into a new folder: each file is where the desktop looks for it, and nothing else is there.

usage: test-install.py BUILD_DIR
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

BUILD = None
ID = 'io.github.planwright.Planwright'
EXPECTED = {
    'bin/planwright',
    'bin/planwright-cli',
    'share/applications/%s.desktop' % ID,
    'share/dbus-1/services/%s.service' % ID,
    'share/glib-2.0/schemas/%s.gschema.xml' % ID,
    'share/icons/hicolor/scalable/apps/%s.svg' % ID,
    'share/icons/hicolor/symbolic/apps/%s-symbolic.svg' % ID,
    'share/locale/zh_CN/LC_MESSAGES/planwright.mo',
    'share/man/man1/planwright-cli.1',
    'share/man/man1/planwright.1',
    'share/man/zh_CN/man1/planwright-cli.1',
    'share/man/zh_CN/man1/planwright.1',
    'share/metainfo/%s.metainfo.xml' % ID,
    'share/mime/packages/%s.xml' % ID,
}


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', cls.folder.name], check=True,
                       stdout=subprocess.DEVNULL)
        options = json.loads(subprocess.run(['meson', 'introspect', '--buildoptions', BUILD], check=True, stdout=subprocess.PIPE,
                                            text=True).stdout)
        cls.prefix = {option['name']: option['value'] for option in options}['prefix']
        cls.root = os.path.join(cls.folder.name, cls.prefix.lstrip('/'))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def read(self, name):
        with open(os.path.join(self.root, name), encoding='utf-8') as file:
            return file.read()

    def test_files(self):
        found = set()
        for folder, _, files in os.walk(self.folder.name):
            found |= {os.path.relpath(os.path.join(folder, name), self.root) for name in files}
        self.assertEqual(found, EXPECTED)

    def test_programs_start(self):
        for name in ('planwright', 'planwright-cli'):
            text = subprocess.run([os.path.join(self.root, 'bin', name), '--version'], check=True, stdout=subprocess.PIPE, text=True).stdout
            self.assertRegex(text.lower(), r'^%s \d+\.\d+\.\d+\n$' % name)

    def test_service_names_the_program(self):
        self.assertIn('Exec=%s/bin/planwright --gapplication-service\n' % self.prefix, self.read('share/dbus-1/services/%s.service' % ID))

    def test_type_of_the_desktop_entry_is_known(self):
        entry = dict(line.split('=', 1) for line in self.read('share/applications/%s.desktop' % ID).split('\n') if '=' in line)
        for mime in filter(None, entry['MimeType'].split(';')):
            self.assertIn('type="%s"' % mime, self.read('share/mime/packages/%s.xml' % ID))
            self.assertIn('<mediatype>%s</mediatype>' % mime, self.read('share/metainfo/%s.metainfo.xml' % ID))

    def test_schema_compiles(self):
        subprocess.run(['glib-compile-schemas', '--strict', os.path.join(self.root, 'share/glib-2.0/schemas')], check=True)
        os.remove(os.path.join(self.root, 'share/glib-2.0/schemas/gschemas.compiled'))


if __name__ == '__main__':
    BUILD = os.path.abspath(sys.argv[1])
    unittest.main(argv=sys.argv[:1])
