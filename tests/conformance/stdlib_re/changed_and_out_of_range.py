# A bytearray that changes after it was searched; positions and counts that no index can be.
# Needs a 64-bit platform
import json.decoder
import re

data = bytearray(b"abcdefgh")
whole, tail = re.search(b"[a-h]+", data), re.search(b"[e-h]+", data)
print(whole.group(), tail.group())
data[:] = b"xyz"
print(whole.group(), tail.group(), whole[0], whole, whole.expand(rb"<\g<0>>"))

pattern = re.compile("a")
for number in (2**63 - 1, 2**63, -(2**63) - 1, 2.5, None):
    for function in (
        lambda: pattern.match("a", number),
        lambda: pattern.match(b"a", number),
        lambda: pattern.match("a", 0, number),
        lambda: pattern.findall("a", number),
        lambda: pattern.split("a", number),
        lambda: pattern.sub("b", "a", number),
        lambda: json.decoder.scanstring('"a"', number),
        lambda: json.decoder.scanstring(b'"a"', number),
    ):
        try:
            print(function())
        except Exception as error:
            print(type(error).__name__, error)
