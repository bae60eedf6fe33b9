"""Bodies that attract each other: floats in lists, unpacking, a power."""

from harness import bench


def start():
    # position, velocity, mass: a sun and four planets in round figures
    return [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0],
        [4.8, -1.2, -0.1, 0.6, 2.8, -0.02, 0.038],
        [8.3, 4.1, -0.4, -1.0, 1.8, 0.008, 0.011],
        [12.9, -15.1, -0.2, 1.1, 0.9, -0.01, 0.0017],
        [15.4, -25.9, 0.2, 1.0, 0.6, -0.03, 0.002],
    ]


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for a, b in pairs:
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            strength = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            ma = a[6] * strength
            mb = b[6] * strength
            a[3] -= dx * mb
            a[4] -= dy * mb
            a[5] -= dz * mb
            b[3] += dx * ma
            b[4] += dy * ma
            b[5] += dz * ma
        for body in bodies:
            x, y, z, vx, vy, vz, mass = body
            body[0] = x + dt * vx
            body[1] = y + dt * vy
            body[2] = z + dt * vz


def energy(bodies, pairs):
    e = 0.0
    for x, y, z, vx, vy, vz, mass in bodies:
        e += 0.5 * mass * (vx * vx + vy * vy + vz * vz)
    for a, b in pairs:
        dx = a[0] - b[0]
        dy = a[1] - b[1]
        dz = a[2] - b[2]
        e -= a[6] * b[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return e


def work():
    bodies = start()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    advance(bodies, pairs, 0.01, 6000)
    return round(energy(bodies, pairs), 6)


bench(work, 8)
