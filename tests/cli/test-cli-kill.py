#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills planwright-cli edit in the middle of random edits: what was answered is in the file, the file is whole, undo works.

What has to be in the file is known by making the same edits again, without a kill, in a copy of the office.

usage: test-cli-kill.py PROGRAM TIMES
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

N_EDITS = 200
N_TASKS = 12


def run(*args, stdin='', ok=True):
    done = subprocess.run([PROGRAM, *args], input=stdin.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    if ok and done.returncode != 0:
        sys.exit('%s: %s' % (' '.join(args), done.stderr.decode()))
    return done.stdout.decode()


def make_office(path):
    plan = {'format': 'planwright', 'version': 1, 'project': {'name': 'Plan', 'start': '2026-03-02T08:00:00'},
            'tasks': [{'uid': i, 'id': i, 'outline_level': 1, 'name': 'Task %d' % i, 'duration': 480} for i in range(1, N_TASKS + 1)],
            'links': [{'predecessor': i, 'successor': i + 1, 'type': 'FS'} for i in range(1, N_TASKS, 3)]}
    source = path + '.json'
    with open(source, 'w', encoding='utf-8') as file:
        json.dump(plan, file)
    run('import', path, source)


def make_edit(rand):
    task = {'row': rand.randint(1, N_TASKS + 2)}
    kind = rand.randrange(12)
    if kind < 3:
        return {'edit': 'task-set', **task, 'field': 'duration', 'value': '%dd' % rand.randint(0, 9)}
    if kind == 3:
        return {'edit': 'task-set', **task, 'field': 'name', 'value': '任务 %d' % rand.randrange(100)}
    if kind == 4:
        return {'edit': 'task-set', **task, 'field': 'percent_complete', 'value': rand.choice([0, 25, 100, 400])}
    if kind == 5:
        return {'edit': 'task-add', 'name': 'New', 'duration': '2d'}
    if kind == 6:
        return {'edit': 'task-delete', **task} if rand.random() < 0.3 else {'edit': 'task-indent', **task}
    if kind == 7:
        return {'edit': 'task-outdent', **task}
    if kind == 8:
        return {'edit': 'link-add', 'predecessor': rand.randint(1, N_TASKS), 'successor': rand.randint(1, N_TASKS), 'lag': '1d'}
    if kind == 9:
        return {'edit': 'task-set', **task, 'field': 'deadline', 'value': '2026-05-%02d' % rand.randint(1, 28)}
    return {'edit': rand.choice(['undo', 'redo', 'undo'])}


def edit_and_kill(office, lines, after, pause):
    """Returns: the answers that were read before the kill."""
    answers = []
    with subprocess.Popen([PROGRAM, 'edit', office], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        child.stdin.write(''.join(lines).encode())
        child.stdin.flush()
        while len(answers) < after:
            answers.append(json.loads(child.stdout.readline()))
        time.sleep(pause)
        child.kill()
        # What it said before it died counts, too.
        answers += [json.loads(line) for line in child.stdout.read().splitlines(keepends=True) if line.endswith(b'\n')]
        child.stdin.close()
    return answers


def normalize(value, names):
    """Ids of new records and the time they were made differ; numbers them in the order in which they come."""
    if isinstance(value, dict):
        return {key: normalize(item, names) for key, item in value.items() if key != 'created'}
    if isinstance(value, list):
        return [normalize(item, names) for item in value]
    if isinstance(value, str) and value.isdigit() and len(value) > 12:
        return names.setdefault(value, '#%d' % len(names))
    return value


def read(office):
    return normalize(json.loads(run('convert', office, '-', '--to', 'json')), {})


def get_revision(office):
    for line in run('office', 'info', office).splitlines():
        if line.startswith('Revision: '):
            return int(line.split()[1])
    sys.exit('no revision')


def count_lines(office, lines, revision):
    """Returns: how many of the lines lead to that revision, found by making all edits."""
    answers = [json.loads(line) for line in run('edit', office, stdin=''.join(lines), ok=False).splitlines()]
    return max((i + 1 for i, answer in enumerate(answers) if answer['ok'] and answer['revision'] <= revision), default=0)


def check(condition, what, seed):
    if not condition:
        sys.exit('%s (seed %d)' % (what, seed))


def try_once(folder, seed):
    rand = random.Random(seed)
    base, killed, again, trial = (os.path.join(folder, '%s-%d.planwright' % (name, seed)) for name in ('base', 'killed', 'again', 'trial'))
    make_office(base)
    for copy in (killed, again, trial):
        shutil.copy(base, copy)
    lines = [json.dumps(make_edit(rand), ensure_ascii=False) + '\n' for _ in range(N_EDITS)]
    answers = edit_and_kill(killed, lines, rand.randint(1, N_EDITS - 20), rand.random() * 0.01)
    answered = max([answer['revision'] for answer in answers if answer['ok']], default=1)
    run('office', 'check', killed)
    revision = get_revision(killed)
    check(revision >= answered, 'an answered edit is lost', seed)
    n_lines = count_lines(trial, lines, revision)
    run('edit', again, stdin=''.join(lines[:n_lines]), ok=False)
    check(read(killed) == read(again), 'the file is not what the answered edits make', seed)
    for office in (killed, again):
        run('edit', office, stdin='{"edit":"undo"}\n', ok=False)
    run('office', 'check', killed)
    check(read(killed) == read(again), 'undo does not give what was', seed)
    return len(answers)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, int(sys.argv[2]) + 1):
            print('kill %d: %d of %d edits answered' % (seed, try_once(folder, seed), N_EDITS), flush=True)


if __name__ == '__main__':
    PROGRAM = os.path.abspath(sys.argv[1])
    main()
