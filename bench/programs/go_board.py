"""A board of Go played at random: flood fill over groups, liberties, captures; lists, sets and small methods."""

from harness import bench

SIZE = 9
EMPTY, BLACK, WHITE = 0, 1, 2


def neighbours_of(point):
    x, y = point % SIZE, point // SIZE
    out = []
    if x > 0:
        out.append(point - 1)
    if x < SIZE - 1:
        out.append(point + 1)
    if y > 0:
        out.append(point - SIZE)
    if y < SIZE - 1:
        out.append(point + SIZE)
    return tuple(out)


NEIGHBOURS = [neighbours_of(point) for point in range(SIZE * SIZE)]


class Board:
    def __init__(self):
        self.points = [EMPTY] * (SIZE * SIZE)
        self.captured = {BLACK: 0, WHITE: 0}

    def group(self, start):
        colour = self.points[start]
        stones = {start}
        liberties = set()
        todo = [start]
        while todo:
            for near in NEIGHBOURS[todo.pop()]:
                other = self.points[near]
                if other == EMPTY:
                    liberties.add(near)
                elif other == colour and near not in stones:
                    stones.add(near)
                    todo.append(near)
        return stones, liberties

    def play(self, point, colour):
        if self.points[point] != EMPTY:
            return False
        self.points[point] = colour
        enemy = BLACK + WHITE - colour
        for near in NEIGHBOURS[point]:
            if self.points[near] == enemy:
                stones, liberties = self.group(near)
                if not liberties:
                    self.captured[enemy] += len(stones)
                    for stone in stones:
                        self.points[stone] = EMPTY
        if not self.group(point)[1]:
            self.points[point] = EMPTY
            return False
        return True

    def territory(self):
        owned = [0, 0, 0]
        for point, colour in enumerate(self.points):
            if colour == EMPTY:
                around = {self.points[near] for near in NEIGHBOURS[point]} - {EMPTY}
                if len(around) == 1:
                    owned[around.pop()] += 1
        return owned[BLACK], owned[WHITE]


def work():
    seed = 12345
    results = []
    for game in range(12):
        board = Board()
        played = 0
        colour = BLACK
        for _ in range(260):
            seed = (seed * 1103515245 + 12345) % 2147483648
            if board.play(seed // 65536 % (SIZE * SIZE), colour):
                played += 1
                colour = BLACK + WHITE - colour
        results.append((played, board.captured[BLACK], board.captured[WHITE], board.territory()))
    return results


bench(work, 30)
