#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest: the keys a build needs, permissions that are justified, and flatpak-builder's opinion if it is there.

usage: test-flatpak.py SOURCE_DIR
"""
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

SOURCE = MANIFEST = None
ID = 'io.github.planwright.Planwright'
# Files come by the file chooser's portal and by drops, so the sandbox needs no file system.
PERMISSIONS = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}


def refuse_doubles(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError('a key stands twice: %s' % keys)
    return dict(pairs)


class Flatpak(unittest.TestCase):
    def setUp(self):
        with open(MANIFEST, encoding='utf-8') as file:
            self.manifest = json.load(file, object_pairs_hook=refuse_doubles)

    def test_keys(self):
        self.assertEqual(self.manifest['id'], ID)
        self.assertEqual(self.manifest['runtime'], 'org.gnome.Platform')
        self.assertEqual(self.manifest['sdk'], 'org.gnome.Sdk')
        self.assertRegex(self.manifest['runtime-version'], r'^\d+$')
        self.assertEqual(self.manifest['command'], 'planwright')

    def test_permissions(self):
        self.assertEqual(set(self.manifest['finish-args']), PERMISSIONS)

    def test_modules(self):
        modules = {module['name']: module for module in self.manifest['modules']}
        self.assertEqual(list(modules)[-1], 'planwright')
        for module in modules.values():
            self.assertIn(module['buildsystem'], ('meson', 'autotools', 'simple'))
            for source in module['sources']:
                if source['type'] == 'archive':
                    self.assertRegex(source['url'], '^https://')
                    self.assertRegex(source['sha256'], '^[0-9a-f]{64}$')
        self.assertEqual(modules['planwright']['buildsystem'], 'meson')
        folder = os.path.join(os.path.dirname(MANIFEST), modules['planwright']['sources'][0]['path'])
        self.assertTrue(os.path.samefile(folder, SOURCE))

    def test_sqlite_records_changes(self):
        modules = {module['name']: module for module in self.manifest['modules']}
        flags = modules['sqlite']['build-options']['cflags']
        with open(os.path.join(SOURCE, 'src', 'store', 'plan-db.c'), encoding='utf-8') as file:
            needed = set(re.findall(r'sqlite3_compileoption_used \("(\w+)"\)', file.read()))
        self.assertGreater(len(needed), 0)
        self.assertEqual({'-DSQLITE_' + option for option in needed} - set(flags.split()), set())

    def test_builder(self):
        builder = shutil.which('flatpak-builder')
        if builder is None:
            return
        result = subprocess.run([builder, '--show-manifest', MANIFEST], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.assertEqual((result.returncode, result.stderr), (0, ''))


if __name__ == '__main__':
    SOURCE = os.path.abspath(sys.argv[1])
    MANIFEST = os.path.join(SOURCE, 'flatpak', ID + '.json')
    unittest.main(argv=sys.argv[:1])
