"""An expression calculator: tokenizer, Pratt parser, syntax tree, evaluator and simplifier.

Reads one expression or assignment a line from standard input. Knows variables, functions, comparison,
and symbolic derivatives: `d(x^2 + sin(x), x)`.
"""

import math
import re
import sys
from dataclasses import dataclass
from typing import NamedTuple


class CalculatorError(Exception):
    def __init__(self, message, position=None):
        super().__init__(message)
        self.position = position


class Token(NamedTuple):
    kind: str
    text: str
    position: int


TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[<>=!]=|[-+*/^%(),=<>!]))")


def tokenize(text):
    position, tokens = 0, []
    text = text.rstrip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise CalculatorError("unexpected character", position + len(text[position:]) - len(text[position:].lstrip()))
        tokens.append(Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
        position = match.end()
    tokens.append(Token("end", "", len(text)))
    return tokens


@dataclass(frozen=True)
class Number:
    value: float

    def __str__(self):
        return f"{self.value:.10g}"


@dataclass(frozen=True)
class Variable:
    name: str

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Binary:
    op: str
    left: object
    right: object

    def __str__(self):
        return f"({self.left} {self.op} {self.right})"


@dataclass(frozen=True)
class Unary:
    op: str
    operand: object

    def __str__(self):
        return f"{self.op}{self.operand}"


@dataclass(frozen=True)
class Call:
    name: str
    arguments: tuple

    def __str__(self):
        return f"{self.name}({', '.join(map(str, self.arguments))})"


@dataclass(frozen=True)
class Assign:
    name: str
    value: object

    def __str__(self):
        return f"{self.name} = {self.value}"


LEFT_POWER = {"==": 1, "!=": 1, "<": 2, ">": 2, "<=": 2, ">=": 2, "+": 3, "-": 3, "*": 4, "/": 4, "%": 4, "^": 6}


class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.at = 0

    @property
    def current(self):
        return self.tokens[self.at]

    def advance(self):
        token = self.current
        self.at += 1
        return token

    def expect(self, text):
        if self.current.text != text:
            raise CalculatorError(f"expected {text!r}", self.current.position)
        return self.advance()

    def parse(self):
        match self.tokens:
            case [Token("name", name), Token("op", "="), *_]:
                self.at = 2
                tree = Assign(name, self.expression())
            case _:
                tree = self.expression()
        if self.current.kind != "end":
            raise CalculatorError(f"unexpected {self.current.text!r}", self.current.position)
        return tree

    def expression(self, minimum=0):
        left = self.prefix()
        while True:
            op = self.current.text.replace("**", "^")
            power = LEFT_POWER.get(op, -1)
            if self.current.kind != "op" or power < max(minimum, 1):
                return left
            self.advance()
            left = Binary(op, left, self.expression(power if op == "^" else power + 1))

    def prefix(self):
        token = self.advance()
        match token:
            case Token("number", text):
                return Number(float(text))
            case Token("name", name) if self.current.text == "(":
                return Call(name, tuple(self.arguments()))
            case Token("name", name):
                return Variable(name)
            case Token("op", "-" | "+" as op):
                operand = self.expression(5)
                return Unary(op, operand) if op == "-" else operand
            case Token("op", "("):
                inner = self.expression()
                self.expect(")")
                return inner
        raise CalculatorError("expected an expression", token.position)

    def arguments(self):
        self.expect("(")
        if self.current.text != ")":
            yield self.expression()
            while self.current.text == ",":
                self.advance()
                yield self.expression()
        self.expect(")")


FUNCTIONS = {
    "sqrt": math.sqrt, "sin": math.sin, "cos": math.cos, "exp": math.exp, "ln": math.log, "abs": abs,
    "max": max, "min": min, "floor": math.floor, "round": round, "hypot": math.hypot,
}
OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "%": lambda a, b: a % b, "^": lambda a, b: a**b, "<": lambda a, b: float(a < b), ">": lambda a, b: float(a > b),
    "<=": lambda a, b: float(a <= b), ">=": lambda a, b: float(a >= b), "==": lambda a, b: float(a == b), "!=": lambda a, b: float(a != b),
}


def evaluate(tree, variables):
    match tree:
        case Number(value):
            return value
        case Variable(name):
            try:
                return variables[name]
            except KeyError:
                raise CalculatorError(f"unknown variable {name!r}") from None
        case Unary("-", operand):
            return -evaluate(operand, variables)
        case Binary(op, left, right):
            return OPERATORS[op](evaluate(left, variables), evaluate(right, variables))
        case Assign(name, value):
            variables[name] = evaluate(value, variables)
            return variables[name]
        case Call("d", (expression, Variable(name))):
            return simplify(derive(expression, name))
        case Call(name, arguments) if name in FUNCTIONS:
            return FUNCTIONS[name](*(evaluate(a, variables) for a in arguments))
        case Call(name):
            raise CalculatorError(f"unknown function {name!r}")
    raise AssertionError(tree)


def derive(tree, name):
    """The derivative of a tree by a variable."""
    match tree:
        case Number():
            return Number(0.0)
        case Variable(other):
            return Number(float(other == name))
        case Unary("-", operand):
            return Unary("-", derive(operand, name))
        case Binary("+" | "-" as op, left, right):
            return Binary(op, derive(left, name), derive(right, name))
        case Binary("*", left, right):
            return Binary("+", Binary("*", derive(left, name), right), Binary("*", left, derive(right, name)))
        case Binary("/", left, right):
            top = Binary("-", Binary("*", derive(left, name), right), Binary("*", left, derive(right, name)))
            return Binary("/", top, Binary("^", right, Number(2.0)))
        case Binary("^", base, Number(n)):
            return Binary("*", Binary("*", Number(n), Binary("^", base, Number(n - 1))), derive(base, name))
        case Call("sin", (inner,)):
            return Binary("*", Call("cos", (inner,)), derive(inner, name))
        case Call("cos", (inner,)):
            return Binary("*", Unary("-", Call("sin", (inner,))), derive(inner, name))
        case Call("exp", (inner,)):
            return Binary("*", tree, derive(inner, name))
        case Call("ln", (inner,)):
            return Binary("/", derive(inner, name), inner)
    raise CalculatorError(f"cannot derive {tree}")


def simplify(tree):
    match tree:
        case Binary(op, left, right):
            match op, simplify(left), simplify(right):
                case _, Number(a), Number(b) if op in "+-*" or (op == "^" and b == int(b)):
                    return Number(OPERATORS[op](a, b))
                case ("+", Number(0.0), x) | ("+" | "-", x, Number(0.0)) | ("*" | "^" | "/", x, Number(1.0)) | ("*", Number(1.0), x):
                    return x
                case ("*", Number(0.0), _) | ("*", _, Number(0.0)):
                    return Number(0.0)
                case "*", x, Number() as n:
                    return simplify(Binary("*", n, x))
                case "*", Number(a), Binary("*", Number(b), x):
                    return Binary("*", Number(a * b), x)
                case _, x, y:
                    return Binary(op, x, y)
        case Unary("-", operand):
            match simplify(operand):
                case Number(value):
                    return Number(-value)
                case Unary("-", inner):
                    return inner
                case inner:
                    return Unary("-", inner)
        case Call(name, arguments):
            return Call(name, tuple(simplify(a) for a in arguments))
    return tree


def main():
    variables = {"pi": math.pi, "e": math.e}
    for line in map(str.strip, sys.stdin):
        if not line or line.startswith("#"):
            continue
        try:
            tree = Parser(line).parse()
            result = evaluate(tree, variables)
            print(f"{line:28} {tree} => {result if not isinstance(result, float) else format(result, '.10g')}")
        except CalculatorError as error:
            print(f"{line:28} error: {error}" + (f" at column {error.position + 1}" if error.position is not None else ""))
        except (ArithmeticError, ValueError) as error:
            print(f"{line:28} has no value ({type(error).__name__})")
        except TypeError as error:
            print(f"{line:28} {error}")


if __name__ == "__main__":
    main()
