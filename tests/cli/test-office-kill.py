#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills planwright-cli at random moments of imports, edits with undo, backups, restoring and compacting of one office.

After each kill the office is whole, no answered edit is lost, an import is there as a whole or not at all, what only copies
or compacts changed nothing, what restores gave the office or the backup, and nothing half-made is left after the next opening.

usage: test-office-kill.py PROGRAM ROUNDS [SEED]
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time


def run(*args, stdin='', ok=True):
    done = subprocess.run([PROGRAM, *args], input=stdin.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    if ok and done.returncode != 0:
        sys.exit('%s: %s' % (' '.join(args), done.stderr.decode()))
    return done.stdout.decode()


def write_plan(path, n_tasks):
    plan = {'format': 'planwright', 'version': 1, 'project': {'name': 'Plan', 'start': '2026-03-02T08:00:00'},
            'tasks': [{'uid': i, 'id': i, 'outline_level': 1, 'name': 'Task %d' % i, 'duration': 480} for i in range(1, n_tasks + 1)],
            'links': [{'predecessor': i, 'successor': i + 1, 'type': 'FS'} for i in range(1, n_tasks, 3)]}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(plan, file)


def make_edit(rand):
    kind = rand.randrange(5)
    if kind == 0:
        return {'edit': 'task-add', 'name': '任务 %d' % rand.randrange(100), 'duration': '2d', 'project': 'Plan'}
    if kind < 3:
        return {'edit': rand.choice(['undo', 'redo'])}
    return {'edit': 'project-add', 'name': 'P%d' % rand.randrange(10 ** 9), 'start': '2026-03-02'}


class Office:
    def __init__(self, folder, rand):
        self.folder, self.rand = folder, rand
        self.path = os.path.join(folder, 'office.planwright')
        self.plan = os.path.join(folder, 'plan.json')
        write_plan(self.plan, 40)
        run('import', self.path, self.plan)
        self.backup = os.path.join(folder, 'kept.planwright')
        run('office', 'backup', self.path, self.backup)

    def revision(self, path=None):
        return json.loads(run('office', 'info', path or self.path, '--json'))['revision']

    def read(self, path=None):
        return run('convert', path or self.path, '-', '--to', 'json')

    def kill(self, args, lines, pause):
        """Returns: the answers that came before the kill, and the exit code, negative when it was killed."""
        with subprocess.Popen([PROGRAM, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
            try:
                child.stdin.write(''.join(lines).encode())
                child.stdin.flush()
                time.sleep(pause)
            except BrokenPipeError:
                pass
            child.kill()
            out = child.stdout.read()
            try:
                child.stdin.close()
            except BrokenPipeError:
                pass
        return [json.loads(line) for line in out.splitlines(keepends=True) if line.startswith(b'{"ok"') and line.endswith(b'\n')], child.returncode

    def round(self, number):
        rand = self.rand
        what = rand.choice(['edit', 'edit', 'edit', 'import', 'backup', 'compact', 'restore'])
        before, revision = self.read(), self.revision()
        lines = [json.dumps(make_edit(rand)) + '\n' for _ in range(200)] if what == 'edit' else []
        args = {'edit': ['edit', self.path], 'import': ['import', self.path, self.plan], 'backup': ['office', 'backup', self.path],
                'compact': ['office', 'compact', self.path, '--keep-days', '0'],
                'restore': ['office', 'restore', self.path, self.backup]}[what]
        answers, code = self.kill(args, lines, rand.random() ** 2 * (0.6 if what == 'edit' else 0.25) * SLOWNESS)
        # Opening for writing finishes or forgets; nothing is edited.
        run('edit', self.path)
        run('office', 'check', self.path)
        after, now = self.read(), self.revision()
        answered = max([answer['revision'] for answer in answers if answer['ok']], default=0)
        problem = None
        if what == 'edit' and now < max(answered, revision):
            problem = 'an answered edit is lost: %d of %d' % (now, answered)
        elif what == 'import' and not (now == revision + 1 or (now == revision and after == before)):
            problem = 'a part of an import is there'
        elif what in ('backup', 'compact') and (after != before or now != revision):
            problem = 'the office changed'
        elif what == 'restore' and after not in (before, self.read(self.backup)):
            problem = 'the office is neither the old one nor the restored one'
        left = [name for name in os.listdir(self.folder) if not re.fullmatch(r'(kept|office)(\.[a-z]+-[0-9-]+)?\.planwright(-wal)?|plan\.json', name)]
        if left:
            problem = 'left: %s' % left
        if problem:
            sys.exit('round %d, %s: %s' % (number, what, problem))
        self.tidy(number)
        return what, code < 0

    def tidy(self, number):
        """What is kept for the person would fill the disk; and a smaller office is quicker."""
        for name in os.listdir(self.folder):
            if re.match(r'office\.(replaced|backup)-', name):
                run('office', 'check', os.path.join(self.folder, name))
                os.remove(os.path.join(self.folder, name))
        if number % 20 == 0:
            run('office', 'restore', self.path, self.backup)


def main():
    rounds, seed = int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder, random.Random(seed))
        for number in range(1, rounds + 1):
            what, killed = office.round(number)
            done = counts.setdefault(what, [0, 0])
            done[0] += 1
            done[1] += killed
            if number % 10 == 0:
                print('%d rounds: %s' % (number, ', '.join('%s %d (killed %d)' % (name, *n) for name, n in sorted(counts.items()))), flush=True)


if __name__ == '__main__':
    PROGRAM = os.path.abspath(sys.argv[1])
    # Programs with sanitizers start later.
    begun = time.monotonic()
    run('--version')
    SLOWNESS = max(1, (time.monotonic() - begun) / 0.05)
    main()
