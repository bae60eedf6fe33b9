import sys

print("before")
sys.exit("fatal: nothing to do")
