#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of files of Microsoft Project's XML that are read and written again.

Each file is converted directly and by way of an office, and compared element by element; values are compared by what they
mean. What was written is read and written once more, which must change nothing, and both readings must give the same plan.

usage: check-mspdi.py PROGRAM [--list] FILE_OR_FOLDER…
Ends with 1 when anything is lost or changed; elements that are added are only counted."""
import collections
import decimal
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

NAMESPACE = '{http://schemas.microsoft.com/project}'
KEYS = {'Calendar': 'UID', 'Task': 'UID', 'Resource': 'UID', 'Assignment': 'UID', 'Baseline': 'Number',
        'ExtendedAttribute': 'FieldID'}
EMPTY = {'', 'NA'}


def get_name(element):
    return element.tag.split('}')[-1]


def get_text(element):
    return (element.text or '').strip()


def find_text(element, *path):
    return element.findtext('/'.join(NAMESPACE + name for name in path)) or ''


def is_value(element):
    return len(element) == 0 and get_text(element) not in EMPTY


def get_meaning(text, path):
    """A number, a duration in seconds, or the text; of the ends of a period, the day."""
    if path.endswith(('TimePeriod/FromDate', 'TimePeriod/ToDate')):
        return text[:10]
    duration = re.fullmatch(r'(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?', text)
    if duration:
        days, hours, minutes = (int(part or 0) for part in duration.groups()[1:4])
        seconds = ((days * 24 + hours) * 60 + minutes) * 60 + decimal.Decimal(duration.group(5) or 0)
        return -seconds if duration.group(1) else seconds
    try:
        return decimal.Decimal(text)
    except decimal.InvalidOperation:
        return {'true': decimal.Decimal(1), 'false': decimal.Decimal(0)}.get(text, text)


def get_order(element):
    """Working times and days of exceptions count by when they are, not by where they stand."""
    return (find_text(element, 'FromTime') if get_name(element) == 'WorkingTime' else
            find_text(element, 'TimePeriod', 'FromDate') if get_name(element) == 'WeekDay' else '')


def list_children(element):
    """Children by name and by what tells those of one name apart."""
    children, counts = {}, collections.Counter()
    for child in sorted(element, key=get_order):
        name = get_name(child)
        key = (name, find_text(child, KEYS[name]) if name in KEYS else '')
        counts[key] += 1
        children[key + (counts[key],)] = child
    return children


class Comparison:
    def __init__(self):
        self.elements = 0
        self.lost, self.changed, self.added = collections.Counter(), collections.Counter(), collections.Counter()
        self.examples = {}

    def count(self, element, path, counter):
        """All values of an element that the other file does not have."""
        if is_value(element):
            counter[path] += 1
        for child in element:
            self.count(child, path + '/' + get_name(child), counter)

    def compare(self, old, new, path):
        if is_value(old):
            self.elements += 1
            if get_text(new) in EMPTY:
                self.lost[path] += 1
            elif get_meaning(get_text(old), path) != get_meaning(get_text(new), path):
                self.changed[path] += 1
                self.examples.setdefault(path, '%s -> %s' % (get_text(old), get_text(new)))
        elif is_value(new):
            self.added[path] += 1
        olds, news = list_children(old), list_children(new)
        for key, child in olds.items():
            below = path + '/' + key[0]
            if key in news:
                self.compare(child, news[key], below)
            else:
                before = sum(self.lost.values())
                self.count(child, below, self.lost)
                self.elements += sum(self.lost.values()) - before
        for key, child in news.items():
            if key not in olds:
                self.count(child, path + '/' + key[0], self.added)


def list_orders(element, path, orders):
    """Which elements stand before which others."""
    names = []
    for child in element:
        name = get_name(child)
        if not names or names[-1] != name:
            names.append(name)
        list_orders(child, path + '/' + name, orders)
    orders.update((path, name, other) for i, name in enumerate(names) for other in names[i + 1:] if name != other)


def list_files(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from (os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith('.xml'))
        else:
            yield path


class Check:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.comparison, self.old_orders, self.new_orders = Comparison(), set(), set()
        self.failures, self.files = [], 0

    def run(self, *args):
        return subprocess.run([self.program, *args], check=True, stdout=subprocess.PIPE).stdout

    def read_plan(self, path):
        plan = json.loads(self.run('convert', path, '-', '--to', 'json'))
        plan.pop('report', None)
        plan['project'].pop('source_name', None)
        return plan

    def check_orders(self):
        """Project insists on the order of the schema, which is that of its own files wherever these agree."""
        for path, name, other in sorted(self.new_orders):
            if (path, other, name) in self.new_orders and name < other:
                self.failures.append('%s: %s is written before and after %s' % (path, name, other))
            if (path, other, name) in self.old_orders and (path, name, other) not in self.old_orders:
                self.failures.append('%s: %s is written before %s, files have it after that' % (path, name, other))

    def check(self, path):
        # The name of a file may become that of the project.
        first, second, office, third = (os.path.join(self.folder, name, os.path.basename(path)) for name in 'abcd')
        for target in (first, second, office, third):
            os.makedirs(os.path.dirname(target), exist_ok=True)
        office = os.path.join(self.folder, 'c', '%d.planwright' % self.files)
        self.files += 1
        self.run('convert', path, first, '--to', 'mspdi')
        self.run('convert', first, second, '--to', 'mspdi')
        self.run('import', office, path)
        self.run('convert', office, third, '--to', 'mspdi')
        with open(first, 'rb') as a, open(second, 'rb') as b, open(third, 'rb') as c:
            bytes_of_first = a.read()
            if bytes_of_first != b.read():
                self.failures.append('%s: writing it a second time gives something else' % path)
            if bytes_of_first != c.read():
                self.failures.append('%s: an office in between gives something else' % path)
        if self.read_plan(path) != self.read_plan(first):
            self.failures.append('%s: what was written is another plan' % path)
        old, new = (xml.etree.ElementTree.parse(name).getroot() for name in (path, first))
        list_orders(old, '', self.old_orders)
        list_orders(new, '', self.new_orders)
        self.comparison.compare(old, new, '')


def main():
    program, *paths = [arg for arg in sys.argv[1:] if arg != '--list']
    with tempfile.TemporaryDirectory() as folder:
        check = Check(program, folder)
        for path in list_files(paths):
            check.check(path)
        check.check_orders()
    result = check.comparison
    for name, counter in (('lost', result.lost), ('changed', result.changed), ('added', result.added)):
        if name != 'added' or '--list' in sys.argv:
            for path, n in sorted(counter.items()):
                print('%s\t%d\t%s\t%s' % (name, n, path, result.examples.get(path, '') if name == 'changed' else ''))
    print('\n'.join(check.failures))
    print('%d files, %d values: %d lost, %d changed; %d added; %d failures' % (
        check.files, result.elements, sum(result.lost.values()), sum(result.changed.values()), sum(result.added.values()),
        len(check.failures)))
    return 1 if result.lost or result.changed or check.failures or check.files == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
