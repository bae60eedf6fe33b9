"""Reports with templates: string.Template, str.format, f-strings, and a template language of our own."""

import re
import string
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import dedent, indent


@dataclass(frozen=True)
class Item:
    name: str
    quantity: int
    unit: float

    @property
    def total(self):
        return self.quantity * self.unit


class Euro(float):
    """Formats itself: {:€} as 1.234,50 €, {:raw} as a number."""

    def __format__(self, spec):
        if spec == "raw":
            return f"{float(self):.2f}"
        width = spec.removesuffix("€")
        text = f"{float(self):,.2f}".translate(str.maketrans(",.", ".,")) + " €"
        return format(text, width)


class TemplateError(Exception):
    pass


class Template:
    """A template language: {{ expression }}, {% for x in xs %}, {% if x %} {% else %} {% end %}.

    The text is translated into the source of a Python function, which is compiled once.
    """

    TAG = re.compile(r"({{.*?}}|{%.*?%}\n?)")

    def __init__(self, text):
        lines, level, opened = ["def render(context, write):"], 1, []
        emit = lambda code: lines.append("    " * level + code)
        emit("globals().update(context)")
        for part in self.TAG.split(text):
            if part.startswith("{{"):
                expression, *filters = [p.strip() for p in part[2:-2].split("|")]
                for name in filters:
                    expression = f"filters[{name!r}]({expression})"
                emit(f"write(str({expression}))")
            elif part.startswith("{%"):
                match part.rstrip()[2:-2].split(None, 1):
                    case ["for" | "if" as word, rest]:
                        emit(f"{word} {rest.strip()}:")
                        opened.append(word)
                        level += 1
                    case ["else"] if opened:
                        level -= 1
                        emit("else:")
                        level += 1
                    case ["end"] if opened:
                        emit("pass")
                        opened.pop()
                        level -= 1
                    case [word, *_]:
                        raise TemplateError(f"unexpected {word!r}")
            elif part:
                emit(f"write({part!r})")
        if opened:
            raise TemplateError(f"{opened[-1]!r} is never closed")
        self.source = "\n".join(lines)
        self.namespace = {"filters": FILTERS}
        exec(compile(self.source, "<template>", "exec"), self.namespace)

    def render(self, **context):
        parts = []
        self.namespace["render"](context, parts.append)
        return "".join(parts)


FILTERS = {"upper": str.upper, "title": str.title, "money": lambda v: f"{Euro(v):€}", "stars": lambda v: "*" * len(str(v))}

PAGE = Template("""\
Order for {{ customer | title }}
{% for number, item in enumerate(items, 1) %}
 {{ number }}. {{ item.name }}{% if item.quantity > 1 %} x {{ item.quantity }}{% end %}: {{ item.total | money }}
{% end %}
{% if not items %}
 nothing ordered
{% else %}
 {{ len(items) }} items, {{ "thank you" | upper }} {{ vip | stars }}
{% end %}
""")


def classic(customer, items, issued):
    template = string.Template(dedent("""\
        Dear $customer,

        please pay $$${amount} until ${due}.
        """))
    amount = sum(item.total for item in items)
    return template.substitute(customer=customer, amount=f"{amount:.2f}", due=issued + timedelta(days=14))


def table(items):
    name_width = max(len(item.name) for item in items) + 2
    rule = f"+{'-' * (name_width + 1)}+{'-' * 6}+{'-' * 13}+{'-' * 13}+"
    yield rule
    yield f"| {'item':<{name_width}}|{'n':^6}|{'each':>12} |{'total':>12} |"
    yield rule.replace("-", "=")
    for item in items:
        yield f"| {item.name:.<{name_width}}|{item.quantity:^6}|{Euro(item.unit):>12€} |{Euro(item.total):>12€} |"
    yield rule
    yield f"| {'sum':<{name_width}}|{sum(i.quantity for i in items):^6}|{'':13}|{Euro(sum(i.total for i in items)):>12€} |"


def main():
    items = [Item("Fountain pen", 2, 49.9), Item("Ink, midnight blue", 12, 7.25), Item("Paper", 1, 1234.5)]
    issued = date(2024, 2, 20)
    print(classic("Ms. Ångström", items, issued))
    print("\n".join(table(items)))
    print()
    print(PAGE.render(customer="ada lovelace", items=items, vip="gold"))
    print(PAGE.render(customer="nobody", items=[], vip=None))
    print(indent(PAGE.source, "  | ", lambda line: "write" not in line))

    print("\nFormatting:")
    value = 1234567.891
    for template in ("{:,.2f}", "{:_.1f}", "{:>15,.0f}|", "{:<15.3e}|", "{:^+15.1f}|", "{:*^15.0f}", "{:015.2f}", "{:.3%}"):
        print(f"  {template:<14} {template.format(value)}")
    print("  {0:>{width}}|{0:{fill}^{width}}|{1!r:<{width}}|".format("ab", "é", width=6, fill="."))
    print("  {day:%d.%m.%Y} {day:%A %-d %B} {item.name!s:.4} {lst[1]} {dct[key]}".format(day=issued, item=items[0], lst=[1, 2], dct={"key": "v"}))
    print("  %-10s|%5d|%05.1f|%x|%%|%s" % ("left", 42, 3.14159, 255, [1]))
    print(f"  {issued=:%j} {value=:.1f} {len(items)=} {items[0].name=!r:>20} {'nested ' + f'{1 + 1}'}")
    print(string.Template("$known $unknown ${also}").safe_substitute(known=1), string.capwords("the quick  brown fox"))

    print("\nErrors:")
    attempts = {
        "missing name": lambda: string.Template("$who").substitute(),
        "bad placeholder": lambda: string.Template("100 $ for").substitute(),
        "unclosed": lambda: Template("{% if x %} yes"),
        "unexpected": lambda: Template("{% end %}"),
        "unknown word": lambda: Template("{% while x %}"),
        "undefined": lambda: Template("{{ nothing }}").render(),
        "filter": lambda: Template("{{ 1 | shout }}").render(),
        "format": lambda: "{:d}".format(1.5),
        "field": lambda: "{a.b}".format(a=1),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except Exception as error:
            print(f"  {name}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
