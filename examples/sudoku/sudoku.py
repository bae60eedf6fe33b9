"""Solve Sudoku puzzles by constraint propagation and search.

Every square keeps the set of digits it may still hold. Assigning a digit removes it from the square's
peers; a square left with one digit, or a unit with one place for a digit, leads to the next assignment.
What propagation cannot decide is tried, beginning with the square that has the fewest candidates.

Usage: sudoku.py [puzzle ...]   (81 characters each, 0 or . for an empty square)
"""

import sys

DIGITS = "123456789"
ROWS = "ABCDEFGHI"


def cross(letters, numbers):
    """All combinations of a letter and a number, such as A1."""
    return [a + b for a in letters for b in numbers]


SQUARES = cross(ROWS, DIGITS)
UNIT_LIST = (
    [cross(ROWS, c) for c in DIGITS]
    + [cross(r, DIGITS) for r in ROWS]
    + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
)
UNITS = {s: [u for u in UNIT_LIST if s in u] for s in SQUARES}
PEERS = {s: set().union(*UNITS[s]) - {s} for s in SQUARES}

PUZZLES = {
    "easy": "003020600900305001001806400008102900700000008006708200002609500800203009005010300",
    "medium": "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "against brute force": "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
    "contradiction": "55" + "." * 79,
    "many solutions": "12345678." + "." * 72,
}


class Contradiction(Exception):
    """The puzzle, or the guess that was tried, has no solution."""


class Sudoku:
    """The candidates of every square; counts how often it had to guess."""

    def __init__(self, text):
        cells = [c for c in text if c in DIGITS or c in "0."]
        if len(cells) != 81:
            raise ValueError(f"a puzzle has 81 squares, not {len(cells)}")
        self.guesses = 0
        self.givens = {s: c for s, c in zip(SQUARES, cells) if c in DIGITS}
        self.candidates = {s: DIGITS for s in SQUARES}

    def solve(self):
        """The solved candidates, or None when there is no solution."""
        try:
            for square, digit in self.givens.items():
                assign(self.candidates, square, digit)
        except Contradiction:
            return None
        return self._search(self.candidates)

    def _search(self, candidates):
        unsolved = [s for s in SQUARES if len(candidates[s]) > 1]
        if not unsolved:
            return candidates
        square = min(unsolved, key=lambda s: (len(candidates[s]), s))
        for digit in candidates[square]:
            self.guesses += 1
            attempt = candidates.copy()
            try:
                assign(attempt, square, digit)
            except Contradiction:
                continue
            if (solution := self._search(attempt)) is not None:
                return solution
        return None


def assign(candidates, square, digit):
    """Leave only this digit in a square and propagate."""
    for other in candidates[square].replace(digit, ""):
        eliminate(candidates, square, other)
    if candidates[square] != digit:
        raise Contradiction(square)


def eliminate(candidates, square, digit):
    """Remove a candidate; raises Contradiction when nothing is left."""
    if digit not in candidates[square]:
        return
    remaining = candidates[square] = candidates[square].replace(digit, "")
    if not remaining:
        raise Contradiction(square)
    if len(remaining) == 1:
        for peer in sorted(PEERS[square]):
            eliminate(candidates, peer, remaining)
    for unit in UNITS[square]:
        places = [s for s in unit if digit in candidates[s]]
        if not places:
            raise Contradiction(f"no place for {digit}")
        if len(places) == 1:
            assign(candidates, places[0], digit)


def is_valid(solution):
    """Whether every unit holds every digit once."""
    return all(sorted(solution[s] for s in unit) == list(DIGITS) for unit in UNIT_LIST)


def render(cells):
    """A grid as text; squares that are not decided are dots."""
    lines = []
    for number, row in enumerate(ROWS):
        if number in (3, 6):
            lines.append("------+-------+------")
        digits = [cells.get(row + c, ".") for c in DIGITS]
        lines.append(" | ".join(" ".join(digits[i : i + 3]) for i in (0, 3, 6)))
    return "\n".join(lines)


def main(arguments):
    puzzles = {f"puzzle {i}": text for i, text in enumerate(arguments, 1)} or PUZZLES
    for name, text in puzzles.items():
        try:
            puzzle = Sudoku(text)
        except ValueError as error:
            print(f"{name}: {error}\n")
            continue
        print(f"{name}: {len(puzzle.givens)} givens")
        solution = puzzle.solve()
        if solution is None:
            print("no solution\n")
            continue
        print(render(solution))
        print(f"valid: {is_valid(solution)}, guesses: {puzzle.guesses}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
