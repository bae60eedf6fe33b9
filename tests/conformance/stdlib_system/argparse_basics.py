# New in 3.14: messages
import argparse
import sys

p = argparse.ArgumentParser(prog="prog", description="Docs.")
p.add_argument("pos")
p.add_argument("rest", nargs="*", type=int)
p.add_argument("-v", "--verbose", action="store_true", help="talk")
p.add_argument("-n", type=float, default=1.5, metavar="NUM", help="a number (default %(default)s)")
p.add_argument("--opt", choices=["a", "b"])
p.add_argument("--many", action="append")
print(p.parse_args(["x"]))
print(p.parse_args(["x", "1", "2", "-v", "-n", "3", "--opt=a", "--many", "1", "--many", "2"]))
print(p.format_usage(), p.format_help(), sep="")
sys.stderr = sys.stdout
for arguments in ([], ["x", "y"], ["x", "--opt", "c"], ["x", "-n"], ["x", "--nope"], ["-h"]):
    try:
        p.parse_args(arguments)
    except SystemExit as error:
        print("exit", error.code)
print(p.parse_known_args(["x", "--strange", "1"]), vars(p.parse_args(["--", "-x"])))
