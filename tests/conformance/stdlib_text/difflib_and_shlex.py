# New in 3.14: spelling of the end of a pattern
import difflib
import fnmatch
import shlex

a, b = "one\ntwo\nthree\n".splitlines(True), "one\n2\nthree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "a", "b")), "".join(difflib.ndiff(a, b)), sep="")
s = difflib.SequenceMatcher(None, "abcd", "bcde")
print(s.ratio(), s.get_opcodes(), s.find_longest_match(), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), list(difflib.context_diff(["x"], ["y"], lineterm=""))[3:5])
print(shlex.split("a 'b c' \"d e\" f\\ g # comment", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]), list(shlex.shlex("a=b; c", punctuation_chars=True)))
try:
    shlex.split("'open")
except ValueError as error:
    print(error)
print(fnmatch.fnmatch("file.txt", "*.t?t"), fnmatch.filter(["a.py", "b.c"], "*.py"), fnmatch.translate("a*[!b]"), fnmatch.fnmatchcase("A", "a"))
