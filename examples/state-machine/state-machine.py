"""State machines with enum: a vending machine, a traffic light, and a tokenizer."""

from enum import Enum, Flag, IntEnum, auto, unique
from types import MappingProxyType


@unique
class Coin(IntEnum):
    PENNY = 1
    NICKEL = 5
    DIME = 10
    QUARTER = 25

    @classmethod
    def change(cls, cents):
        """The fewest coins for an amount."""
        coins = []
        for coin in sorted(cls, reverse=True):
            count, cents = divmod(cents, coin)
            coins += [coin] * count
        return coins


class Product(Enum):
    """Members carry a name to show and a price."""

    COLA = "Cola", 60
    WATER = "Water", 45
    CHIPS = "Chips", 75

    def __init__(self, label, price):
        self.label, self.price = label, price

    def __str__(self):
        return self.label


class Feature(Flag):
    NONE = 0
    LIGHT = auto()
    COOLING = auto()
    DISPLAY = auto()
    NIGHT = COOLING | DISPLAY


class State(Enum):
    IDLE = auto()
    COLLECTING = auto()
    SERVING = auto()
    BROKEN = auto()

    @property
    def accepts_coins(self):
        return self in (State.IDLE, State.COLLECTING)


class InvalidTransition(Exception):
    def __init__(self, state, event):
        super().__init__(f"cannot {event} while {state.name.lower()}")


class VendingMachine:
    """Transitions are the methods marked with @on; the table is collected when the class is made."""

    transitions = {}

    def on(event, *states, table=transitions):
        def mark(method):
            for state in states:
                table[state, event] = method
            return method

        return mark

    def __init__(self, stock):
        self.state, self.paid, self.stock = State.IDLE, 0, dict(stock)
        self.log = []

    def fire(self, event, *args):
        try:
            method = self.transitions[self.state, event]
        except KeyError:
            raise InvalidTransition(self.state, event) from None
        before = self.state
        result = method(self, *args)
        if before is not self.state:
            self.log.append(f"{before.name}->{self.state.name}")
        return result

    @on("insert", *(s for s in State if s.accepts_coins))
    def insert(self, coin):
        self.paid += Coin(coin)
        self.state = State.COLLECTING
        return f"{self.paid} cents"

    @on("choose", State.COLLECTING)
    def choose(self, product):
        if not self.stock.get(product):
            return f"{product} is sold out"
        if self.paid < product.price:
            return f"{product} costs {product.price}, {product.price - self.paid} more please"
        self.stock[product] -= 1
        self.paid -= product.price
        self.state = State.SERVING
        return f"here is your {product}"

    @on("cancel", State.COLLECTING)
    @on("take", State.SERVING)
    def give_change(self):
        coins, self.paid = Coin.change(self.paid), 0
        self.state = State.IDLE
        return [coin.name for coin in coins]

    @on("kick", *State)
    def kick(self):
        self.state = State.BROKEN
        return "clang!"

    @on("repair", State.BROKEN)
    def repair(self):
        self.state = State.COLLECTING if self.paid else State.IDLE
        return "as good as new"

    transitions = MappingProxyType(transitions)
    del on


class Light(Enum):
    RED = 30
    GREEN = 25
    YELLOW = 5

    @property
    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]


def light_at(second):
    light = Light.RED
    while second >= light.value:
        second -= light.value
        light = light.next
    return light


class Lexer(Enum):
    START, NUMBER, WORD, STRING = range(4)


def tokens(text):
    state, start = Lexer.START, 0
    for position, char in enumerate(text + " "):
        match state:
            case Lexer.START if char.isdigit():
                state, start = Lexer.NUMBER, position
            case Lexer.START if char.isalpha():
                state, start = Lexer.WORD, position
            case Lexer.START if char == '"':
                state, start = Lexer.STRING, position
            case Lexer.START if not char.isspace():
                yield "OTHER", char
            case Lexer.NUMBER | Lexer.WORD if not char.isalnum():
                yield state.name, text[start:position]
                state = Lexer.START
                if not char.isspace():
                    yield "OTHER", char
            case Lexer.STRING if char == '"':
                yield state.name, text[start + 1 : position]
                state = Lexer.START
    if state is not Lexer.START:
        raise ValueError(f"unfinished {state.name.lower()} at {start}")


def main():
    machine = VendingMachine({Product.COLA: 1, Product.WATER: 5})
    script = [
        ("choose", Product.COLA), ("insert", 25), ("choose", Product.COLA), ("insert", Coin.QUARTER), ("insert", 25),
        ("choose", Product.COLA), ("insert", 5), ("take",), ("insert", 10), ("choose", Product.CHIPS), ("cancel",),
        ("insert", 3), ("kick",), ("insert", 5), ("repair",), ("insert", 25), ("insert", 25), ("choose", Product.WATER), ("take",),
    ]
    for event, *args in script:
        try:
            result = machine.fire(event, *args)
        except (InvalidTransition, ValueError) as error:
            result = f"refused: {error}"
        print(f"{event:<7}{', '.join(map(str, args)):<6} -> {result}")
    print("log:", " ".join(machine.log))
    print("stock:", {p.name: n for p, n in machine.stock.items()}, "transitions:", len(VendingMachine.transitions))

    print("\nEnum features:")
    print(list(Coin), Coin(25) is Coin.QUARTER, Coin.DIME + Coin.NICKEL, Coin["PENNY"], repr(Product.COLA), Product(("Chips", 75)))
    print(Feature.LIGHT | Feature.NIGHT, ~Feature.NIGHT, Feature.COOLING in Feature.NIGHT, list(Feature.NIGHT), Feature(0), bool(Feature.NONE))
    print(State.IDLE.name, State.IDLE.value, State(4), State.__members__.keys() >= {"IDLE"}, isinstance(State.IDLE, State), len(State))
    for action in (lambda: Coin(2), lambda: State["GONE"], lambda: setattr(Coin, "PENNY", 2), lambda: State.IDLE < State.BROKEN, lambda: Enum("Twice", [("A", 1), ("A", 2)]), lambda: unique(Enum("Same", {"A": 1, "B": 1}))):
        try:
            print(action())
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")

    print("\nLights:", " ".join(f"{t}:{light_at(t).name}" for t in range(0, 70, 10)), Light.YELLOW.next)
    print(list(tokens('let x1 = 42 + "two words";')))
    try:
        list(tokens('say "unfinished'))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
