"""A to-do list on the command line: argparse with sub-commands, types, choices, and help.

Without arguments the program demonstrates itself by running a list of command lines.
"""

import argparse
import shlex
import sys
from dataclasses import dataclass, field


@dataclass
class Task:
    number: int
    text: str
    priority: str = "normal"
    tags: set = field(default_factory=set)
    due: tuple | None = None
    done: bool = False

    def __str__(self):
        mark = "x" if self.done else " "
        extras = [f"+{t}" for t in sorted(self.tags)] + ([f"due {self.due[0]}-{self.due[1]:02}"] if self.due else [])
        return f"[{mark}] {self.number}. {self.text}{' !' if self.priority == 'high' else ''}{' (' + ', '.join(extras) + ')' if extras else ''}"


class TodoList:
    def __init__(self):
        self.tasks = []

    def add(self, options):
        for text in options.text:
            task = Task(len(self.tasks) + 1, text, options.priority, set(options.tag or ()), options.due)
            self.tasks.append(task)
            print("added", task)

    def list(self, options):
        shown = [t for t in self.tasks if (options.all or not t.done) and (not options.tag or set(options.tag) & t.tags)]
        order = {"number": lambda t: t.number, "text": lambda t: t.text.lower(), "priority": lambda t: ("high", "normal", "low").index(t.priority)}
        for task in sorted(shown, key=order[options.sort], reverse=options.reverse):
            print(task)
        if options.verbose:
            print(f"{len(shown)} of {len(self.tasks)} tasks, verbosity {options.verbose}")

    def done(self, options):
        for number in options.numbers:
            if not 1 <= number <= len(self.tasks):
                raise argparse.ArgumentError(None, f"there is no task {number}")
            self.tasks[number - 1].done = not options.undo
            print(self.tasks[number - 1])


def due_date(text):
    month, _, day = text.partition("-")
    if not (month.isdigit() and day.isdigit() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 12-24")
    return int(month), int(day)


class UpperAction(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or []), values.upper()])


def build_parser(todo):
    parser = argparse.ArgumentParser(prog="todo", description="Keeps a list of things to do.", epilog="Example: todo add 'buy milk' --tag shop", exit_on_error=True)
    parser.add_argument("-v", "--verbose", action="count", default=0, help="say more (can be repeated)")
    parser.add_argument("--version", action="version", version="%(prog)s 1.0")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")

    add = commands.add_parser("add", help="add tasks", description="Adds one or more tasks.")
    add.add_argument("text", nargs="+", help="what is to be done")
    add.add_argument("-p", "--priority", choices=["low", "normal", "high"], default="normal", help="default: %(default)s")
    add.add_argument("-t", "--tag", action=UpperAction, help="can be given more than once")
    add.add_argument("--due", type=due_date, metavar="MM-DD")
    add.set_defaults(run=todo.add)

    show = commands.add_parser("list", aliases=["ls"], help="show the tasks")
    show.add_argument("--tag", nargs="*", type=str.upper)
    group = show.add_mutually_exclusive_group()
    group.add_argument("-a", "--all", action="store_true")
    group.add_argument("--pending", action="store_false", dest="all")
    show.add_argument("--sort", choices=("number", "text", "priority"), default="number")
    show.add_argument("--reverse", action=argparse.BooleanOptionalAction, default=False)
    show.set_defaults(run=todo.list)

    done = commands.add_parser("done", help="finish tasks")
    done.add_argument("numbers", nargs="+", type=int, metavar="N")
    done.add_argument("--undo", action="store_const", const=True, default=False)
    done.set_defaults(run=todo.done)
    return parser


DEMONSTRATION = """
--help
add --help
add "buy milk" "write letter" -t shop --due 12-24
add -p high "pay rent" --tag=home -t money
-vv list
done 1
ls --sort priority --reverse
list --all --tag home shop --sort=text
list -a --pending
done 9
done one
add
add x --priority urgent
add x --due 13-45
frobnicate
list --unknown
--version
done 1 2 --undo
-v ls --no-reverse
list --so text
"""


def main(arguments):
    todo = TodoList()
    parser = build_parser(todo)
    sys.stderr = sys.stdout
    lines = [arguments] if arguments else [shlex.split(line) for line in DEMONSTRATION.strip().splitlines()]
    for line in lines:
        print("$ todo", shlex.join(line))
        try:
            options = parser.parse_args(line)
            options.run(options)
        except argparse.ArgumentError as error:
            print("problem:", error)
        except SystemExit as exit:
            print("(exit code", f"{exit.code})")
        print()
    options, rest = parser.parse_known_args(["list", "--all", "extra", "--strange"])
    print(sorted((k, v) for k, v in vars(options).items() if k != "run"), rest)


if __name__ == "__main__":
    main(sys.argv[1:])
