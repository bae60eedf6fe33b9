"""A small text adventure: rooms, items, and a parser for two-word commands with synonyms.

The commands come from standard input, one a line.
"""

import shlex
import sys
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    description: str
    portable: bool = True
    aliases: tuple[str, ...] = ()

    def answers_to(self, word):
        return word == self.name or word in self.aliases


@dataclass
class Room:
    name: str
    description: str
    exits: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    dark: bool = False


class GameOver(Exception):
    """The game has ended; the message says how."""


def build_world():
    lamp = Item("lamp", "A brass lamp. It is warm to the touch.", aliases=("lantern", "light"))
    key = Item("key", "A small iron key with a tag: 'cellar'.")
    chest = Item("chest", "An oak chest with an iron lock.", portable=False, aliases=("box",))
    rooms = [
        Room("garden", "Roses climb the walls. A door leads north.", {"north": "hall"}, [key]),
        Room("hall", "A long hall. Stairs go down; the garden is south.", {"south": "garden", "down": "cellar"}, [lamp]),
        Room("cellar", "A vaulted cellar that smells of apples.", {"up": "hall"}, [chest], dark=True),
    ]
    return {room.name: room for room in rooms}


DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down"}
SYNONYMS = {"get": "take", "grab": "take", "pick": "take", "x": "examine", "l": "look", "i": "inventory", "open": "unlock", "exit": "quit"}
FILLERS = {"the", "a", "an", "to", "at", "with", "my"}


class Game:
    """The state of a game; commands are the methods named do_<verb>."""

    def __init__(self):
        self.rooms = build_world()
        self.here = self.rooms["garden"]
        self.inventory = []
        self.turns = 0
        self.score = 0
        self.visited = set()

    def run(self, lines):
        print("THE APPLE CELLAR\n")
        self.do_look()
        for line in lines:
            print(f"\n> {line.strip()}")
            try:
                self.command(line)
            except GameOver as over:
                print(over)
                break
        print(f"\nYou scored {self.score} of 30 points in {self.turns} turns.")

    def command(self, line):
        words = self.parse(line)
        if not words:
            print("I beg your pardon?")
            return
        verb, *rest = words
        if verb in DIRECTIONS.values():
            verb, rest = "go", [verb]
        method = getattr(self, f"do_{verb}", None)
        if method is None:
            print(f"I don't know how to {verb}.")
            return
        self.turns += 1
        try:
            method(*rest)
        except TypeError:
            print(f"I understood only as far as '{verb}'.")

    @staticmethod
    def parse(line):
        try:
            words = [w.lower() for w in shlex.split(line, comments=True)]
        except ValueError:
            return ["confuse"]
        words = [DIRECTIONS.get(w, w) for w in words if w not in FILLERS]
        if words:
            words[0] = SYNONYMS.get(words[0], words[0])
        return words

    def find(self, word, *places):
        for place in places:
            for item in place:
                if item.answers_to(word):
                    return item
        return None

    @property
    def can_see(self):
        return not self.here.dark or any(item.name == "lamp" for item in self.inventory)

    def do_look(self):
        if not self.can_see:
            print("It is too dark to see anything.")
            return
        print(f"{self.here.name.title()}\n{self.here.description}")
        if self.here.items:
            print("You see: " + ", ".join(item.name for item in self.here.items) + ".")
        if self.here.name not in self.visited:
            self.visited.add(self.here.name)
            self.score += 5

    def do_go(self, direction):
        match self.here.exits.get(direction):
            case None:
                print(f"You can't go {direction}.")
            case destination:
                self.here = self.rooms[destination]
                self.do_look()

    def do_take(self, *words):
        if words[-1:] == ("all",):
            for item in [i for i in self.here.items if i.portable]:
                self.do_take(item.name)
            return
        item = self.find(words[-1], self.here.items) if words else None
        if item is None or not self.can_see:
            print("You see no such thing.")
        elif not item.portable:
            print(f"The {item.name} is too heavy.")
        else:
            self.here.items.remove(item)
            self.inventory.append(item)
            print(f"{item.name}: taken.")

    def do_drop(self, word):
        item = self.find(word, self.inventory)
        if item is None:
            print("You don't have that.")
            return
        self.inventory.remove(item)
        self.here.items.append(item)
        print(f"{item.name}: dropped.")

    def do_examine(self, word):
        item = self.find(word, self.inventory, self.here.items if self.can_see else [])
        print(item.description if item else "You see nothing special.")

    def do_inventory(self):
        print("You carry " + (", ".join(sorted(i.name for i in self.inventory)) or "nothing") + ".")

    def do_unlock(self, word, *_):
        target = self.find(word, self.here.items)
        if target is None or not self.can_see:
            print("You see no such thing.")
        elif target.name != "chest":
            print(f"The {target.name} has no lock.")
        elif not self.find("key", self.inventory):
            print("You have nothing to open it with.")
        else:
            self.score += 15
            raise GameOver("The lock turns. Inside lies a golden apple. You have won!")

    def do_quit(self):
        raise GameOver("Goodbye.")


if __name__ == "__main__":
    Game().run(sys.stdin)
