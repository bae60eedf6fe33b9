def parse_ini(text):
    result, section = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line.startswith("["):
            section = result.setdefault(line.strip("[]"), {})
        elif "=" in line and section is not None:
            key, _, value = (p.strip() for p in line.partition("="))
            section[key] = int(value) if value.lstrip("-").isdigit() else value
        else:
            raise SyntaxError(f"line {number}: {line!r}")
    return result


print(parse_ini("[a]\nx = 1 # one\ny = text\n\n[b]\nz=-5"))
try:
    parse_ini("[a]\noops")
except SyntaxError as error:
    print(error)


class Json:
    def __init__(self, text):
        self.text, self.at = text, 0

    def value(self):
        self.space()
        c = self.text[self.at]
        if c == "{":
            return dict(self.items("}", self.pair))
        if c == "[":
            return list(self.items("]", self.value))
        if c == '"':
            end = self.text.index('"', self.at + 1)
            s, self.at = self.text[self.at + 1 : end], end + 1
            return s
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-.0123456789eE":
            self.at += 1
        number = self.text[start : self.at]
        return float(number) if set(number) & set(".eE") else int(number)

    def space(self):
        while self.text[self.at].isspace():
            self.at += 1

    def pair(self):
        key = self.value()
        self.space()
        assert self.text[self.at] == ":"
        self.at += 1
        return key, self.value()

    def items(self, end, item):
        self.at += 1
        self.space()
        while self.text[self.at] != end:
            yield item()
            self.space()
            if self.text[self.at] == ",":
                self.at += 1
                self.space()
        self.at += 1


print(Json('{"a": [1, 2.5, {"b": null}], "c": "text", "d": [true, false, -3e2], "e": {}}').value())


def rpn(text):
    stack = []
    for token in text.split():
        if token in "+-*/":
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b, "/": b and a / b}[token])
        else:
            stack.append(float(token))
    return stack.pop()


def brackets(s):
    stack = []
    for c in s:
        if c in "([{":
            stack.append(c)
        elif c in ")]}" and (not stack or "([{".index(stack.pop()) != ")]}".index(c)):
            return False
    return not stack


print(rpn("3 4 + 2 * 7 /"), [brackets(s) for s in ("()[]{}", "([)]", "(((", "")])


def brainfuck(code, out=""):
    tape, p, i, jumps, stack = [0] * 30, 0, 0, {}, []
    for n, c in enumerate(code):
        if c == "[":
            stack.append(n)
        elif c == "]":
            m = stack.pop()
            jumps[n], jumps[m] = m, n
    while i < len(code):
        match code[i]:
            case ">": p += 1
            case "<": p -= 1
            case "+": tape[p] = (tape[p] + 1) % 256
            case "-": tape[p] = (tape[p] - 1) % 256
            case ".": out += chr(tape[p])
            case "[" if tape[p] == 0: i = jumps[i]
            case "]" if tape[p]: i = jumps[i]
        i += 1
    return out


print(brainfuck("++++++++[>+++++++++<-]>.+++++++++++++++++++++++++++++.+++++++..+++."))
