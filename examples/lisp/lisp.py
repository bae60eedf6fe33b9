"""An interpreter for a small Lisp, written with pattern matching.

Tail calls do not grow the Python stack; macros are functions from code to code, written with quasiquotes.
"""

import math
import operator
import re
import sys
from functools import reduce


class LispError(Exception):
    pass


class Symbol(str):
    __slots__ = ()

    def __repr__(self):
        return str(self)


class Environment(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise LispError(f"undefined: {name}")


class Lambda:
    def __init__(self, parameters, body, environment, name="lambda"):
        self.parameters, self.body, self.environment, self.name = parameters, body, environment, name

    def bind(self, arguments):
        match self.parameters:
            case [*fixed, ".", rest]:
                if len(arguments) < len(fixed):
                    raise LispError(f"{self.name} needs at least {len(fixed)} arguments, got {len(arguments)}")
                return Environment([*fixed, rest], [*arguments[: len(fixed)], arguments[len(fixed) :]], self.environment)
            case names if len(names) != len(arguments):
                raise LispError(f"{self.name} needs {len(names)} arguments, got {len(arguments)}")
            case names:
                return Environment(names, arguments, self.environment)

    def __call__(self, *arguments):
        return evaluate([Symbol("begin"), *self.body], self.bind(list(arguments)))

    def __repr__(self):
        return f"<{self.name}>"


class Macro(Lambda):
    pass


TOKEN = re.compile(r"""\s*(?:;[^\n]*|(,@|[('`,)]|"(?:\\.|[^\\"])*"|[^\s('"`,;)]+))""")
QUOTES = {"'": "quote", "`": "quasiquote", ",": "unquote", ",@": "splice"}


def parse(text):
    """All expressions of a text."""
    tokens = [t for t in TOKEN.findall(text) if t][::-1]
    while tokens:
        yield read(tokens)


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    match tokens.pop():
        case "(":
            items = []
            while tokens and tokens[-1] != ")":
                items.append(read(tokens))
            if not tokens:
                raise LispError("missing )")
            tokens.pop()
            return items
        case ")":
            raise LispError("unexpected )")
        case mark if mark in QUOTES:
            return [Symbol(QUOTES[mark]), read(tokens)]
        case "#t":
            return True
        case "#f":
            return False
        case token if token[0] == '"':
            return token[1:-1].replace('\\"', '"').replace("\\n", "\n")
        case token:
            for convert in (int, float):
                try:
                    return convert(token)
                except ValueError:
                    continue
            return Symbol(token)


def show(value):
    match value:
        case True:
            return "#t"
        case False:
            return "#f"
        case None:
            return "nil"
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case Symbol():
            return str(value)
        case str():
            return '"' + value.replace('"', '\\"') + '"'
    return repr(value)


def evaluate(expression, environment):
    while True:
        match expression:
            case Symbol():
                return environment.find(expression)[expression]
            case bool() | int() | float() | str() | []:
                return expression
            case ["quote", value]:
                return value
            case ["quasiquote", template]:
                return expand(template, environment)
            case ["if", test, then, *otherwise]:
                if evaluate(test, environment) is not False:
                    expression = then
                elif otherwise:
                    expression = otherwise[0]
                else:
                    return None
            case ["cond", *clauses]:
                for test, *body in clauses:
                    if test == "else" or evaluate(test, environment) is not False:
                        expression = [Symbol("begin"), *body]
                        break
                else:
                    return None
            case ["define", [Symbol() as name, *parameters], *body]:
                environment[name] = Lambda(parameters, body, environment, name)
                return None
            case ["define", Symbol() as name, value]:
                environment[name] = evaluate(value, environment)
                return None
            case ["macro", [Symbol() as name, *parameters], *body]:
                environment[name] = Macro(parameters, body, environment, name)
                return None
            case ["set!", Symbol() as name, value]:
                environment.find(name)[name] = evaluate(value, environment)
                return None
            case ["lambda", parameters, *body]:
                return Lambda(parameters, body, environment)
            case ["let", [*bindings], *body]:
                names, values = [b[0] for b in bindings], [evaluate(b[1], environment) for b in bindings]
                expression, environment = [Symbol("begin"), *body], Environment(names, values, environment)
            case ["begin", *body, last]:
                for step in body:
                    evaluate(step, environment)
                expression = last
            case ["and", *parts]:
                return all(evaluate(p, environment) is not False for p in parts)
            case ["try", body, handler]:
                try:
                    return evaluate(body, environment)
                except LispError as error:
                    return evaluate(handler, environment)(str(error))
            case [head, *arguments]:
                function = evaluate(head, environment)
                if isinstance(function, Macro):
                    expression = function(*arguments)
                    continue
                values = [evaluate(a, environment) for a in arguments]
                if isinstance(function, Lambda):
                    expression, environment = [Symbol("begin"), *function.body], function.bind(values)
                elif callable(function):
                    return call_builtin(head, function, values)
                else:
                    raise LispError(f"{show(function)} is not a function")


def call_builtin(name, function, values):
    try:
        return function(*values)
    except (TypeError, ValueError, ArithmeticError, IndexError) as error:
        raise LispError(f"{show(name)}: {type(error).__name__}") from error


def expand(template, environment):
    match template:
        case ["unquote", value]:
            return evaluate(value, environment)
        case list():
            result = []
            for item in template:
                match item:
                    case ["splice", value]:
                        result.extend(evaluate(value, environment))
                    case _:
                        result.append(expand(item, environment))
            return result
    return template


def raise_error(message):
    raise LispError(message)


def standard_environment():
    return Environment(*zip(*{
        "+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": lambda a, *b: a - sum(b) if b else -a, "/": lambda a, *b: reduce(operator.truediv, b, a),
        "=": operator.eq, "<": operator.lt, ">": operator.gt, "<=": operator.le, "mod": operator.mod, "not": lambda x: x is False, "max": max,
        "list": lambda *a: list(a), "cons": lambda a, b: [a, *b], "car": lambda x: x[0], "cdr": lambda x: x[1:], "length": len, "null?": lambda x: x == [],
        "append": lambda *a: sum(a, []), "map": lambda f, *x: [f(*i) for i in zip(*x)], "filter": lambda f, x: [i for i in x if f(i) is not False], "fold": lambda f, i, x: reduce(f, x, i),
        "range": lambda *a: list(range(*a)), "concat": lambda *a: "".join(a), "str": show, "number?": lambda x: isinstance(x, (int, float)), "error": raise_error,
        "print": lambda *a: print(*(x if isinstance(x, str) else show(x) for x in a)), "apply": lambda f, a: f(*a), "pi": math.pi, "sqrt": math.sqrt,
    }.items()))


PROGRAM = """
; arithmetic and definitions
(+ 1 2 (* 3 4) (- 5))
(define (square x) (* x x))
(square 12)
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 5000 0)
; lists and functions
(map square '(1 2 3 4))
(filter (lambda (n) (= 0 (mod n 2))) (range 10))
(fold + 0 (range 1 101))
(define (compose f g) (lambda (x) (f (g x))))
((compose square (lambda (x) (+ x 1))) 4)
(map + '(1 2 3) '(10 20 30))
(define (curry f . first) (lambda rest (apply f (append first rest))))
(define (sum . xs) (apply + xs))
(sum 1 2 3)
(let ((x 2) (y 3)) (let ((x 7)) (list x y)))
; closures
(define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
(define c (counter))
(list (c) (c) (c))
; conditions and strings
(define (classify n) (cond ((< n 0) "negative") ((= n 0) "zero") (else (concat "positive " (str n)))))
(map classify '(-5 0 7))
(and #t (> 2 1) (not #f))
(print "hello" 'world '(1 "two" (3.5)) #t)
; macros
(macro (unless test . body) `(if ,test #f (begin ,@body)))
(unless (> 1 2) (print "in body") 'done)
(macro (swap! a b) `(let ((tmp ,a)) (begin (set! ,a ,b) (set! ,b tmp))))
(define p 1) (define q 2) (swap! p q) (list p q)
`(1 ,(+ 1 1) ,@(list 3 4) (nested ,p))
; quicksort
(define (sort xs) (if (null? xs) xs (let ((p (car xs)) (rest (cdr xs)))
  (append (sort (filter (lambda (x) (< x p)) rest)) (list p) (sort (filter (lambda (x) (not (< x p))) rest))))))
(sort '(3 1 4 1 5 9 2 6 5 3 5))
; errors
(undefined-name)
(square 1 2)
(car '())
(1 2 3)
(/ 1 0)
(try (error "custom") (lambda (m) (concat "caught " m)))
(+ 1 "a")
"""


def main():
    environment = standard_environment()
    for expression in parse(PROGRAM):
        try:
            value = evaluate(expression, environment)
        except LispError as error:
            print(f"error: {error}")
            continue
        if value is not None:
            print(show(value))
    for text in ("(1 2", ")", "'"):
        try:
            list(parse(text))
        except LispError as error:
            print(f"{text!r}: {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
