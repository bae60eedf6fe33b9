import textwrap

text = "The quick brown fox jumps over the lazy dog. A well-known sentence with averyveryverylongword inside."
print(textwrap.wrap(text, 30))
print(textwrap.fill(text, 25, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello  big   world", 12), textwrap.shorten("Hello world", 8, placeholder="..."), repr(textwrap.shorten("abcdef", 5)))
print(repr(textwrap.dedent("""
    first
      second

    third
""")), repr(textwrap.dedent("  a\n\tb")), textwrap.indent("a\n\nb\n", "> "), repr(textwrap.indent("a\n\nb", "- ", lambda l: True)))
print(textwrap.wrap("abcdefghij klm", 4), textwrap.wrap("abcdefghij", 4, break_long_words=False), textwrap.wrap("a-b-c-d", 4, break_on_hyphens=False), textwrap.wrap(""), textwrap.wrap("a\tb\nc", 80), textwrap.wrap(text, 20, max_lines=2, placeholder=" …"))
w = textwrap.TextWrapper(width=15, drop_whitespace=False, replace_whitespace=False)
print(w.wrap("one  two   three four"))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
