"""Analyse a web server's log with a pipeline of generators.

Each stage takes an iterable and yields; nothing is read before the last stage asks for it.
"""

import itertools
import re
from collections import Counter, defaultdict, namedtuple
from functools import reduce

Entry = namedtuple("Entry", "host time method path status size")

PATTERN = re.compile(r'(?P<host>\S+) - - \[(?P<time>\d\d:\d\d:\d\d)\] "(?P<method>[A-Z]+) (?P<path>\S+)" (?P<status>\d{3}) (?P<size>\d+|-)')


def generate_lines(count, seed=7):
    """An endless supply of plausible log lines, cut to a number."""
    hosts = ["10.0.0.1", "10.0.0.2", "192.168.1.77", "example.org"]
    paths = ["/", "/index.html", "/img/logo.png", "/api/items?id=%d", "/missing", "/admin"]
    state = seed
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        host = hosts[(state >> 8) % len(hosts)]
        path = paths[(state >> 12) % len(paths)]
        if "%d" in path:
            path %= number
        status = {"/missing": 404, "/admin": 403}.get(path, 500 if state % 23 == 0 else 200)
        method = "POST" if path.startswith("/api") and state % 2 else "GET"
        size = "-" if status >= 400 else state % 5000
        second = number * 7
        yield f'{host} - - [{8 + second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}] "{method} {path}" {status} {size}\n'
        if number % 40 == 39:
            yield "### log rotated ###\n"


def parse(lines, on_error):
    for number, line in enumerate(lines, 1):
        match = PATTERN.match(line)
        if match is None:
            on_error(number, line.rstrip())
            continue
        groups = match.groupdict()
        groups["status"] = int(groups["status"])
        groups["size"] = 0 if groups["size"] == "-" else int(groups["size"])
        yield Entry(**groups)


def where(entries, **conditions):
    """Entries whose fields satisfy all conditions (values, sets of values, or predicates)."""

    def satisfied(value, condition):
        if callable(condition):
            return condition(value)
        return value in condition if isinstance(condition, (set, frozenset, range)) else value == condition

    return (e for e in entries if all(satisfied(getattr(e, k), c) for k, c in conditions.items()))


def tee_count(entries, counter, key):
    """Passes entries through and counts them on the way."""
    for entry in entries:
        counter[key(entry)] += 1
        yield entry


def batches(iterable, size):
    iterator = iter(iterable)
    while batch := list(itertools.islice(iterator, size)):
        yield batch


def running_total(entries):
    total = 0
    for entry in entries:
        total += entry.size
        yield entry, total


def sessions(entries, gap=60):
    """Groups the entries of each host; a pause longer than `gap` seconds begins a new session."""
    open_sessions = {}

    def seconds(entry):
        hours, minutes, rest = map(int, entry.time.split(":"))
        return hours * 3600 + minutes * 60 + rest

    for entry in entries:
        session = open_sessions.get(entry.host)
        if session and seconds(entry) - seconds(session[-1]) > gap:
            yield entry.host, session
            session = None
        if session is None:
            session = open_sessions[entry.host] = []
        session.append(entry)
    yield from sorted(open_sessions.items())


def collector():
    """A coroutine: entries are sent to it, the summary is its return value."""
    sizes = defaultdict(list)
    while (entry := (yield len(sizes))) is not None:
        sizes[entry.method].append(entry.size)
    return {method: (len(values), sum(values), max(values)) for method, values in sorted(sizes.items())}


def main():
    errors = []
    statuses = Counter()
    entries = parse(generate_lines(200), lambda number, line: errors.append((number, line)))
    entries = tee_count(entries, statuses, lambda e: e.status)
    first = next(entries)
    print("First:", first)
    print("Consumed so far:", sum(statuses.values()))
    entries = list(itertools.chain([first], entries))
    print("All:", len(entries), "errors:", errors)
    print("Statuses:", dict(sorted(statuses.items())), statuses.most_common(1))

    print("\nLarge responses:")
    for entry in itertools.islice(where(entries, status=200, size=lambda s: s > 4000), 5):
        print(f"  {entry.time} {entry.host:<14}{entry.path:<22}{entry.size:>6}")
    print("Errors by host:", sorted(Counter(e.host for e in where(entries, status=range(400, 600))).items()))
    print("Posts:", [e.path for e in where(entries, method="POST", host={"10.0.0.1", "example.org"})][:4])

    print("\nTraffic by batch:")
    for batch in batches(entries, 60):
        total = reduce(lambda n, e: n + e.size, batch, 0)
        print(f"  {batch[0].time}-{batch[-1].time} {len(batch):3} {total:8,}")
    entry, total = next((e, t) for e, t in running_total(entries) if t > 100_000)
    print(f"The 100,000th byte left at {entry.time} (total {total:,})")

    print("\nSessions:")
    longest = sorted(sessions(entries, gap=40), key=lambda s: (-len(s[1]), s[0]))[:4]
    for host, session in longest:
        print(f"  {host:<14}{session[0].time} {len(session):3} requests, {len({e.path for e in session})} paths")

    by_path = sorted((e.path.split("?")[0], e.size) for e in entries)
    print("\nPaths:")
    for path, group in itertools.groupby(by_path, key=lambda item: item[0]):
        sizes = [size for _, size in group]
        print(f"  {path:<16}{len(sizes):4} {sum(sizes) / len(sizes):9.1f}")

    summary = collector()
    next(summary)
    try:
        for entry in itertools.chain(entries, [None]):
            summary.send(entry)
    except StopIteration as stop:
        print("\nSummary:", stop.value)


if __name__ == "__main__":
    main()
