"""Matrix algebra and an n-body simulation in pure Python."""

import math
from dataclasses import dataclass


class Matrix:
    """A dense matrix of floats; operators do what mathematics expects of them."""

    def __init__(self, rows):
        self.rows = [list(map(float, row)) for row in rows]
        if len({len(row) for row in self.rows}) != 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[i == j for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, index):
        match index:
            case (int(i), int(j)):
                return self.rows[i][j]
            case (slice() as i, slice() as j):
                return Matrix([row[j] for row in self.rows[i]])
            case int(i):
                return self.rows[i]
        raise TypeError(f"bad index {index!r}")

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __sub__(self, other):
        return self + -1 * other

    def __mul__(self, factor):
        return Matrix([[a * factor for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __pow__(self, exponent):
        if exponent < 0:
            return self.inverse() ** -exponent
        result, base = Matrix.identity(len(self.rows)), self
        while exponent:
            if exponent & 1:
                result @= base
            base @= base
            exponent >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and all(
            math.isclose(a, b, abs_tol=1e-9) for r, s in zip(self.rows, other.rows) for a, b in zip(r, s)
        )

    def eliminate(self, right):
        """Gauss-Jordan with partial pivoting: the solution of self @ x = right, and the determinant."""
        n = len(self.rows)
        work = [row[:] + extra[:] for row, extra in zip(self.rows, right.rows)]
        determinant = 1.0
        for column in range(n):
            pivot = max(range(column, n), key=lambda r: abs(work[r][column]))
            if abs(work[pivot][column]) < 1e-12:
                raise ZeroDivisionError("matrix is singular")
            if pivot != column:
                work[column], work[pivot] = work[pivot], work[column]
                determinant = -determinant
            head = work[column][column]
            determinant *= head
            work[column] = [value / head for value in work[column]]
            for row in range(n):
                if row != column and work[row][column]:
                    factor = work[row][column]
                    work[row] = [a - factor * b for a, b in zip(work[row], work[column])]
        return Matrix([row[n:] for row in work]), determinant

    def inverse(self):
        return self.eliminate(Matrix.identity(len(self.rows)))[0]

    def determinant(self):
        try:
            return self.eliminate(Matrix.identity(len(self.rows)))[1]
        except ZeroDivisionError:
            return 0.0

    def __str__(self):
        return "\n".join("[" + " ".join(f"{value + 0.0:9.3f}" for value in row) + " ]" for row in self.rows)


@dataclass
class Body:
    name: str
    position: list[float]
    velocity: list[float]
    mass: float


SOLAR_MASS = 4 * math.pi**2
DAYS = 365.24
BODIES = [
    Body("sun", [0.0] * 3, [0.0] * 3, SOLAR_MASS),
    Body("jupiter", [4.84143144246472090, -1.16032004402742839, -0.103622044471123109], [0.00166007664274403694 * DAYS, 0.00769901118419740425 * DAYS, -0.0000690460016972063023 * DAYS], 0.000954791938424326609 * SOLAR_MASS),
    Body("saturn", [8.34336671824457987, 4.12479856412430479, -0.403523417114321381], [-0.00276742510726411000 * DAYS, 0.00499852801234917238 * DAYS, 0.0000230417297573763929 * DAYS], 0.000285885980666130812 * SOLAR_MASS),
    Body("uranus", [12.8943695621391310, -15.1111514016986312, -0.223307578892655734], [0.00296460137564761618 * DAYS, 0.00237847173959480950 * DAYS, -0.0000296589568540237556 * DAYS], 0.0000436624404335156298 * SOLAR_MASS),
]


def center(bodies):
    """Give the first body the momentum that keeps the whole system at rest."""
    for axis in range(3):
        momentum = sum(b.velocity[axis] * b.mass for b in bodies)
        bodies[0].velocity[axis] = -momentum / bodies[0].mass


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * sum(v * v for v in a.velocity)
        for b in bodies[i + 1 :]:
            total -= a.mass * b.mass / math.dist(a.position, b.position)
    return total


def advance(bodies, dt, steps):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    for _ in range(steps):
        for a, b in pairs:
            dx = a.position[0] - b.position[0]
            dy = a.position[1] - b.position[1]
            dz = a.position[2] - b.position[2]
            distance = math.sqrt(dx * dx + dy * dy + dz * dz)
            pull = dt / (distance * distance * distance)
            for axis, d in enumerate((dx, dy, dz)):
                a.velocity[axis] -= d * b.mass * pull
                b.velocity[axis] += d * a.mass * pull
        for body in bodies:
            position, velocity = body.position, body.velocity
            position[0] += dt * velocity[0]
            position[1] += dt * velocity[1]
            position[2] += dt * velocity[2]


def main():
    a = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
    b = Matrix([[8], [-11], [-3]])
    x, determinant = a.eliminate(b)
    print(f"solution {[round(v, 6) for v in x.T[0]]}, determinant {determinant:.3f}")
    print(a.inverse(), a @ a.inverse() == Matrix.identity(3), a**-2 @ a**2 == Matrix.identity(3), sep="\n")
    fibonacci = Matrix([[1, 1], [1, 0]]) ** 30
    print("fibonacci(30) =", int(fibonacci[0, 1]), "| trace", a[0, 0] + a[1, 1] + a[2, 2], "| corner", a[0:2, 1:].rows)
    rotation = Matrix([[math.cos(math.pi / 6), -math.sin(math.pi / 6)], [math.sin(math.pi / 6), math.cos(math.pi / 6)]])
    print(rotation**12 == Matrix.identity(2), rotation.T == rotation.inverse(), f"{rotation.determinant():.6f}")
    for action in (lambda: Matrix([[1, 2], [3]]), lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a["x"]):
        try:
            action()
        except (ValueError, ZeroDivisionError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")
    print("singular:", Matrix([[1, 2], [2, 4]]).determinant())

    center(BODIES)
    print(f"\nenergy {energy(BODIES):.9f}")
    for years in (1, 2, 3):
        advance(BODIES, 0.01, 100)
        print(f"after {years} years: energy {energy(BODIES):.9f}")
    for body in BODIES:
        print(f"{body.name:<8}", " ".join(f"{p:11.6f}" for p in body.position))


if __name__ == "__main__":
    main()
