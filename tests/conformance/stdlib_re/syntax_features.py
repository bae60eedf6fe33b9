import re

tests = [
    (r"a|b|cd", "xcd"), (r"[a-c]+", "zzabcab"), (r"[^a-c]+", "abxyz"), (r"a{2,3}", "aaaa"), (r"a{2,3}?", "aaaa"), (r"<.*>", "<a><b>"), (r"<.*?>", "<a><b>"), (r"(?:ab)+", "ababx"), (r"^\s*(\S+)\s*$", "  mid  "),
    (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' x"), (r"foo(?=bar)", "foobar"), (r"foo(?!bar)", "foobaz"), (r"(?<=\$)\d+", "cost $45"), (r"(?<!\$)\b\d+", "$45 67"), (r"\bword\b", "a word."), (r"\Bor\B", "word or words"),
    (r"(?i)HELLO", "say hello"), (r"(?i:A)b", "ab aB Ab"), (r"(?s).+", "a\nb"), (r".+", "a\nb"), (r"(?m)^b$", "a\nb\nc"), (r"\Aa.*\Z", "abc"), (r"(?x) a  b # comment", "ab"), (r"\d+|\D+", "abc123"), (r"(a)?(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"),
    (r"a++b", "aaab"), (r"(?>a+)ab", "aaab"), (r"a*+a", "aaa"), (r"[\w.-]+@[\w.]+", "mail x.y@z.org now"), (r"[]a]+", "]a]"), (r"[a\]]+", "]a"), (r"[\d\s-]+", "1 - 2"), (r"\x41\u0042\101", "ABA"), (r"é+", "aéé"), (r"\w+", "naïve_1"), (r"(?a)\w+", "naïve"), (r"😀.", "a😀b"), (r"[😀-😎]", "x😃"), (r"", "abc"), (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"(?:(a)|b)*", "ab"), (r"(a*)*", "aa"), (r"(?-i:a)", "A"),
]
for pattern, text in tests:
    m = re.search(pattern, text)
    print(f"{pattern!r:32} {text!r:20}", (m.group(), m.span(), m.groups()) if m else None)
