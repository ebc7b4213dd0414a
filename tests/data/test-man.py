#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages are typeset without a warning, in both languages, and name every verb and option that the programs have.

usage: test-man.py SOURCE_DIR PLANWRIGHT PLANWRIGHT_CLI
"""
import os
import re
import subprocess
import sys
import unittest

SOURCE = PROGRAM = CLI = None
PAGES = {'planwright': ('planwright.1', 'zh_CN/planwright.1'), 'planwright-cli': ('planwright-cli.1', 'zh_CN/planwright-cli.1')}


def page_path(page):
    return os.path.join(SOURCE, 'data', 'man', page)


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def page_text(page):
    return read(page_path(page)).replace('\\-', '-')


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def long_options(text):
    return set(re.findall(r'(?<![\w-])--[a-z][a-z-]+', text))


def verbs():
    text = output(CLI, '--help').split('Verbs:\n')[1]
    return re.findall(r'^  ([a-z]+) ', text, re.M)


class Man(unittest.TestCase):
    def test_no_warnings(self):
        for page in sum(PAGES.values(), ()):
            with self.subTest(page):
                for command in (['groff', '-K', 'utf8', '-man', '-T', 'utf8', '-ww', '-z', page_path(page)],
                                ['man', '--warnings', '-E', 'UTF-8', '-l', page_path(page)]):
                    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                            env=dict(os.environ, LC_ALL='C.UTF-8', MANWIDTH='80', MANPAGER='cat'))
                    self.assertEqual((result.returncode, result.stderr), (0, ''), command[0])

    def test_verbs_and_their_options(self):
        self.assertGreater(len(verbs()), 4)
        for page in PAGES['planwright-cli']:
            text = page_text(page)
            for verb in verbs():
                with self.subTest(page, verb=verb):
                    self.assertRegex(text, r'\n\.B %s\n|\n\.BI? "?%s ' % (verb, verb))
                    self.assertEqual(long_options(output(CLI, verb, '--help')) - long_options(text), set())

    def test_edits(self):
        source = read(os.path.join(SOURCE, 'src', 'cli', 'plan-cli-edit-requests.c'))
        edits = re.findall(r'^  \{ "([a-z-]+)", \w+ \},$', source, re.M)
        self.assertGreater(len(edits), 10)
        for page in PAGES['planwright-cli']:
            words = set(re.findall(r'[a-z]+(?:-[a-z]+)*', page_text(page)))
            self.assertEqual(set(edits) - words, set(), page)

    def test_program_options(self):
        options = long_options(output(PROGRAM, '--help')) - {'--help-all', '--help-gapplication', '--help-gtk'}
        self.assertIn('--office', options)
        for page in PAGES['planwright']:
            self.assertEqual(options - long_options(page_text(page)), set(), page)

    def test_no_invented_options(self):
        known = {'--help', '--version', '--locale', '--timings'}
        for verb in verbs():
            known |= long_options(output(CLI, verb, '--help'))
        for page in PAGES['planwright-cli']:
            self.assertEqual(long_options(page_text(page)) - known, set(), page)


if __name__ == '__main__':
    SOURCE, PROGRAM, CLI = map(os.path.abspath, sys.argv[1:4])
    unittest.main(argv=sys.argv[:1])
