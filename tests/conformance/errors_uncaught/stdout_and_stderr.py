import sys

print("to stdout")
print("to stderr", file=sys.stderr)
sys.stderr.write("é and \ud800 escaped\n")
sys.stdout.write("no newline at the end")
raise KeyError("é")
