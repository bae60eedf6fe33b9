"""Convert a useful part of Markdown to HTML with regular expressions.

Blocks are recognised line by line; inside a block, spans (code, links, emphasis) are replaced by one
pattern with named groups. Reads a file named on the command line, or converts the built-in sample.
"""

import re
import sys
from html import escape

SAMPLE = """\
# Adder & friends

A *small* converter with **strong** and `inline <code>`,
over two lines.\u0020\u0020
A hard break came before this.

## Lists

- one
- two with [a link](https://example.org/?a=1&b=2 "Title")
  - nested
  - list
- three

1. first
2. second **bold _and italic_ text**

> A quotation
> of two lines
>
> > nested quotation

```python
def f(x):
    return x < 1 and "**not bold**"
```

![image](pic.png) and <https://auto.link> and \\*escaped\\*

| name | amount |
| ---- | -----: |
| tea  | 2.50 |
| `a`  | **3** |

---
Last paragraph, snake_case_word, 2 * 3 * 4.
"""

SPAN = re.compile(
    r"""
    (?P<escape> \\ (?P<escaped> [\\`*_{}\[\]()#+\-.!|<>] ) )
  | (?P<code> (?P<ticks> `+ ) (?P<code_text> .+? ) (?P=ticks) (?!`) )
  | (?P<image> ! \[ (?P<alt> [^\]]* ) \] \( (?P<src> [^)\s]+ ) \) )
  | (?P<link> \[ (?P<text> [^\]]+ ) \] \( (?P<href> [^)\s]+ ) (?: \s+ "(?P<title> [^"]* )" )? \) )
  | (?P<auto> < (?P<url> https?://[^>\s]+ ) > )
  | (?P<strong> (?P<s> \*\* | __ ) (?=\S) (?P<strong_text> .+? ) (?<=\S) (?P=s) )
  | (?P<em> (?<!\w) (?P<e> [*_] ) (?=\S) (?P<em_text> .+? ) (?<=\S) (?P=e) (?!\w) )
  | (?P<br> [ ]{2,} \n )
    """,
    re.VERBOSE | re.DOTALL,
)


def spans(text):
    """Inline Markdown to HTML."""
    parts = []
    end = 0
    for match in SPAN.finditer(text):
        parts.append(escape(text[end : match.start()], quote=False))
        parts.append(render_span(match))
        end = match.end()
    parts.append(escape(text[end:], quote=False))
    return "".join(parts)


def render_span(match):
    match match.lastgroup, match.groupdict():
        case "escape", {"escaped": character}:
            return escape(character)
        case "code", {"code_text": code}:
            return f"<code>{escape(code.strip(), quote=False)}</code>"
        case "image", {"alt": alt, "src": src}:
            return f'<img src="{escape(src)}" alt="{escape(alt)}">'
        case "link", {"text": text, "href": href, "title": title}:
            attribute = f' title="{escape(title)}"' if title else ""
            return f'<a href="{escape(href)}"{attribute}>{spans(text)}</a>'
        case "auto", {"url": url}:
            return f'<a href="{escape(url)}">{escape(url)}</a>'
        case "strong", {"strong_text": text}:
            return f"<strong>{spans(text)}</strong>"
        case "em", {"em_text": text}:
            return f"<em>{spans(text)}</em>"
        case "br", _:
            return "<br>\n"
        case group, _:
            raise AssertionError(group)


HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
FENCE = re.compile(r"(`{3,}|~{3,})\s*(\w*)\s*$")
RULE = re.compile(r"([-*_])(\s*\1){2,}\s*$")
BULLET = re.compile(r"([-*+])\s+(.*)")
NUMBER = re.compile(r"(\d+)[.)]\s+(.*)")
TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")


class Converter:
    """Consumes lines and yields HTML blocks."""

    def __init__(self, lines):
        self.lines = list(lines)
        self.at = 0

    def peek(self):
        return self.lines[self.at] if self.at < len(self.lines) else None

    def take_while(self, condition):
        taken = []
        while (line := self.peek()) is not None and condition(line):
            taken.append(line)
            self.at += 1
        return taken

    def blocks(self):
        while (line := self.peek()) is not None:
            if not line.strip():
                self.at += 1
            elif heading := HEADING.match(line):
                self.at += 1
                level = len(heading[1])
                yield f"<h{level}>{spans(heading[2])}</h{level}>"
            elif fence := FENCE.match(line):
                yield self.fenced(*fence.groups())
            elif RULE.match(line):
                self.at += 1
                yield "<hr>"
            elif line.startswith(">"):
                quoted = [re.sub(r"^> ?", "", q) for q in self.take_while(lambda q: q.startswith(">"))]
                yield f"<blockquote>\n{convert(quoted)}\n</blockquote>"
            elif BULLET.match(line):
                yield self.listing("ul", BULLET)
            elif NUMBER.match(line):
                yield self.listing("ol", NUMBER)
            elif "|" in line and self.at + 1 < len(self.lines) and TABLE_RULE.match(self.lines[self.at + 1]):
                yield self.table()
            else:
                yield self.paragraph()

    def fenced(self, marker, language):
        self.at += 1
        code = self.take_while(lambda line: not line.startswith(marker))
        self.at += 1
        attribute = f' class="language-{language}"' if language else ""
        text = escape("\n".join(code), quote=False)
        return f"<pre><code{attribute}>{text}\n</code></pre>"

    def listing(self, tag, pattern):
        items = []
        while (line := self.peek()) is not None and (item := pattern.match(line)):
            self.at += 1
            nested = [n[2:] for n in self.take_while(lambda n: n.startswith("  ") and n.strip())]
            content = spans(item[2]) + (f"\n{convert(nested)}\n" if nested else "")
            items.append(f"<li>{content}</li>")
        return f"<{tag}>\n" + "\n".join(items) + f"\n</{tag}>"

    def table(self):
        header, rule, *rows = [
            [cell.strip() for cell in line.strip().strip("|").split("|")]
            for line in self.take_while(lambda line: "|" in line)
        ]
        align = [' align="right"' if r.endswith(":") else "" for r in rule]

        def row(cells, tag):
            return "<tr>" + "".join(f"<{tag}{a}>{spans(c)}</{tag}>" for c, a in zip(cells, align)) + "</tr>"

        return "\n".join(["<table>", row(header, "th"), *(row(r, "td") for r in rows), "</table>"])

    def paragraph(self):
        starts_block = lambda line: any(p.match(line) for p in (HEADING, FENCE, RULE, BULLET)) or line.startswith(">")
        lines = self.take_while(lambda line: line.strip() and not starts_block(line))
        if not lines:
            lines = [self.peek()]
            self.at += 1
        text = "\n".join(line.lstrip() for line in lines)
        return f"<p>{spans(text.rstrip())}</p>"


def convert(lines):
    return "\n".join(Converter(lines).blocks())


def main(arguments):
    if arguments:
        with open(arguments[0], encoding="utf-8") as file:
            text = file.read()
    else:
        text = SAMPLE
    print(convert(text.splitlines()))


if __name__ == "__main__":
    main(sys.argv[1:])
