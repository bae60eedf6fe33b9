"""One contender of front-end.mjs: does a task over every file of a folder each time a line comes in.

usage: worker.py TASK LIST, where LIST is a file of file names; answers "count wall cpu", times in seconds.
"""

import io
import sys
import tokenize
from time import perf_counter, process_time


def usable(file, text):
    try:
        compile(text, file, "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def compile_all(sources):
    for file, text in sources:
        compile(text, file, "exec", dont_inherit=True)
    return len(sources)


def tokenize_all(sources):
    count = 0
    for _, text in sources:
        for _ in tokenize.generate_tokens(io.StringIO(text).readline):
            count += 1
    return count


def read(names):
    sources = []
    for name in names:
        with open(name, encoding="utf-8") as file:
            sources.append((name, file.read()))
    return sources


def main():
    task, names = sys.argv[1:]
    with open(names, encoding="utf-8") as file:
        sources = read(file.read().splitlines())
    if task == "usable":
        # Syntax that is newer than this Python, which no contender then gets to see.
        print("\n".join(file for file, text in sources if usable(file, text)))
        return
    work = {"compile": compile_all, "tokenize": tokenize_all}[task]
    for _ in sys.stdin:
        wall, cpu = perf_counter(), process_time()
        count = work(sources)
        print(count, perf_counter() - wall, process_time() - cpu, flush=True)


main()
