"""The standard error handlers, given exceptions that are wrong, out of range, or of another kind."""

import codecs

from _table import table


class BadEncode(UnicodeEncodeError):
    def __init__(self):
        UnicodeEncodeError.__init__(self, "ascii", "", 0, 1, "bad")
        self.object = []


class BadDecode(UnicodeDecodeError):
    def __init__(self):
        UnicodeDecodeError.__init__(self, "ascii", b"", 0, 1, "bad")
        self.object = []


def encode(text, start, end, encoding="ascii"):
    return UnicodeEncodeError(encoding, text, start, end, "ouch")


def decode(data, start, end, encoding="ascii"):
    return UnicodeDecodeError(encoding, data, start, end, "ouch")


def translate(text, start, end):
    return UnicodeTranslateError(text, start, end, "ouch")


EXCEPTIONS = r"""
42
UnicodeError('ouch')
BadEncode()
BadDecode()
encode('a\u3042b', 1, 2)
decode(b'a\xffb', 1, 2)
decode(bytearray(b'a\xffb'), 1, 2)
translate('a\u3042b', 1, 2)
encode('a\udc80\udcffb', 1, 3, 'utf-8')
decode(b'a\xed\xa0\x80b', 1, 4, 'utf-8')
encode('\U0001f600a', 0, 1)
encode('\ud800', 0, 1, 'utf-16-le')
encode('\ud800', 0, 1, 'utf-32-be')
decode(b'\x00\xd8', 0, 2, 'utf-16-le')
translate('\ud800', 0, 1)
""".split("\n")
for name in (
    "ignore",
    "replace",
    "xmlcharrefreplace",
    "backslashreplace",
    "namereplace",
    "surrogatepass",
    "surrogateescape",
):
    handler = codecs.lookup_error(name)
    print(name)
    table(
        "\n".join(
            f"handler({row})"
            for row in EXCEPTIONS
            if row and not (name.startswith("surrogate") and row.startswith("Bad"))
        ),
        globals(),
    )
for error in (BadEncode(), BadDecode()):
    try:
        str(error)
    except TypeError as caught:
        print(caught)
