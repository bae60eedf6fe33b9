"""Graph algorithms: shortest paths, spanning trees, components, ordering, flow, and a maze."""

import heapq
import math
from collections import defaultdict, deque
from itertools import combinations, count


class Graph:
    """A graph with weighted edges; undirected unless asked otherwise."""

    def __init__(self, edges=(), *, directed=False):
        self.directed = directed
        self.edges = defaultdict(dict)
        for a, b, *weight in edges:
            self.connect(a, b, *weight)

    def connect(self, a, b, weight=1):
        self.edges[a][b] = weight
        self.edges[b]
        if not self.directed:
            self.edges[b][a] = weight

    def __iter__(self):
        return iter(sorted(self.edges))

    def __len__(self):
        return len(self.edges)

    def __getitem__(self, node):
        return self.edges[node]

    def __contains__(self, node):
        return node in self.edges

    def all_edges(self):
        return sorted((w, a, b) for a in self.edges for b, w in self.edges[a].items() if self.directed or a < b)


class NoPath(Exception):
    pass


def breadth_first(graph, start):
    """Nodes by their number of steps from the start."""
    distance, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for neighbour in sorted(graph[node]):
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                queue.append(neighbour)
    return distance


def depth_first(graph, start, seen=None):
    seen = set() if seen is None else seen
    seen.add(start)
    yield start
    for neighbour in sorted(graph[start]):
        if neighbour not in seen:
            yield from depth_first(graph, neighbour, seen)


def dijkstra(graph, start, goal, estimate=lambda node: 0):
    """The shortest path and its length; with an estimate it is the A* search."""
    tie = count()
    queue = [(estimate(start), next(tie), 0, start, None)]
    came_from = {}
    while queue:
        _, _, cost, node, previous = heapq.heappop(queue)
        if node in came_from:
            continue
        came_from[node] = previous
        if node == goal:
            path = []
            while node is not None:
                path.append(node)
                node = came_from[node]
            return path[::-1], cost
        for neighbour, weight in graph[node].items():
            if neighbour not in came_from:
                total = cost + weight
                heapq.heappush(queue, (total + estimate(neighbour), next(tie), total, neighbour, node))
    raise NoPath(f"no path from {start} to {goal}")


def floyd_warshall(graph):
    distance = {a: {b: 0 if a == b else graph[a].get(b, math.inf) for b in graph} for a in graph}
    for middle in graph:
        for a in graph:
            for b in graph:
                distance[a][b] = min(distance[a][b], distance[a][middle] + distance[middle][b])
    return distance


class DisjointSet:
    def __init__(self, items):
        self.parent = {item: item for item in items}

    def find(self, item):
        while self.parent[item] != item:
            self.parent[item] = item = self.parent[self.parent[item]]
        return item

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


def kruskal(graph):
    sets = DisjointSet(graph)
    return [(a, b, w) for w, a, b in graph.all_edges() if sets.union(a, b)]


def components(graph):
    seen = set()
    for node in graph:
        if node not in seen:
            yield sorted(depth_first(graph, node, seen))


def topological_order(graph):
    """Kahn's algorithm; raises ValueError with the nodes of a cycle."""
    incoming = {node: 0 for node in graph}
    for node in graph:
        for after in graph[node]:
            incoming[after] += 1
    ready = [node for node, n in incoming.items() if n == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        node = heapq.heappop(ready)
        order.append(node)
        for after in graph[node]:
            incoming[after] -= 1
            if incoming[after] == 0:
                heapq.heappush(ready, after)
    if len(order) < len(graph):
        raise ValueError(f"cycle among {', '.join(sorted(set(graph) - set(order)))}")
    return order


def strongly_connected(graph):
    """Tarjan's algorithm."""
    index, low, stack, result, counter = {}, {}, [], [], count()

    def visit(node):
        index[node] = low[node] = next(counter)
        stack.append(node)
        for after in sorted(graph[node]):
            if after not in index:
                visit(after)
                low[node] = min(low[node], low[after])
            elif after in stack:
                low[node] = min(low[node], index[after])
        if low[node] == index[node]:
            component = []
            while True:
                component.append(stack.pop())
                if component[-1] == node:
                    break
            result.append(sorted(component))

    for node in graph:
        if node not in index:
            visit(node)
    return result


def max_flow(graph, source, sink):
    """Edmonds-Karp."""
    residual = {a: dict(graph[a]) for a in graph}
    flow = 0
    while True:
        previous, queue = {source: None}, deque([source])
        while queue and sink not in previous:
            node = queue.popleft()
            for after, capacity in residual[node].items():
                if capacity > 0 and after not in previous:
                    previous[after] = node
                    queue.append(after)
        if sink not in previous:
            return flow
        path, node = [], sink
        while previous[node] is not None:
            path.append((previous[node], node))
            node = previous[node]
        pushed = min(residual[a][b] for a, b in path)
        for a, b in path:
            residual[a][b] -= pushed
            residual[b][a] = residual[b].get(a, 0) + pushed
        flow += pushed


MAZE = """\
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......G#
#########"""


def maze_graph(text):
    cells = {(r, c): ch for r, line in enumerate(text.splitlines()) for c, ch in enumerate(line) if ch != "#"}
    graph = Graph()
    for (r, c) in cells:
        for neighbour in ((r, c + 1), (r + 1, c)):
            if neighbour in cells:
                graph.connect((r, c), neighbour)
    places = {ch: place for place, ch in cells.items()}
    return graph, places["S"], places["G"]


def color(graph):
    """Greedy colouring, nodes of high degree first."""
    colors = {}
    for node in sorted(graph, key=lambda n: (-len(graph[n]), n)):
        used = {colors.get(other) for other in graph[node]}
        colors[node] = next(c for c in count() if c not in used)
    return colors


def main():
    roads = Graph([("A", "B", 7), ("A", "D", 5), ("B", "C", 8), ("B", "D", 9), ("B", "E", 7), ("C", "E", 5), ("D", "E", 15), ("D", "F", 6), ("E", "F", 8), ("E", "G", 9), ("F", "G", 11), ("X", "Y", 1)])
    print("breadth first:", breadth_first(roads, "A"))
    print("depth first:", *depth_first(roads, "A"))
    path, length = dijkstra(roads, "A", "G")
    print(f"A to G: {' '.join(path)}, {length}")
    try:
        dijkstra(roads, "A", "X")
    except NoPath as error:
        print(error)
    table = floyd_warshall(roads)
    print("all pairs:", {node: table["A"][node] for node in roads})
    tree = kruskal(roads)
    print("spanning tree:", tree, sum(w for *_, w in tree))
    print("components:", list(components(roads)))

    tasks = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")], directed=True)
    print("order:", topological_order(tasks))
    tasks.connect("jacket", "shirt")
    try:
        topological_order(tasks)
    except ValueError as error:
        print(error)
    print("strong components:", strongly_connected(tasks))

    pipes = Graph([("s", "a", 16), ("s", "c", 13), ("a", "b", 12), ("c", "a", 4), ("b", "c", 9), ("c", "d", 14), ("d", "b", 7), ("b", "t", 20), ("d", "t", 4)], directed=True)
    print("max flow:", max_flow(pipes, "s", "t"))

    maze, start, goal = maze_graph(MAZE)
    path, steps = dijkstra(maze, start, goal, lambda cell: abs(cell[0] - goal[0]) + abs(cell[1] - goal[1]))
    grid = [list(line) for line in MAZE.splitlines()]
    for row, column in path[1:-1]:
        grid[row][column] = "*"
    print(f"maze in {steps} steps:", *("".join(row) for row in grid), sep="\n")

    petersen = Graph([(i, (i + 1) % 5) for i in range(5)] + [(i, i + 5) for i in range(5)] + [(i + 5, (i + 2) % 5 + 5) for i in range(5)])
    colors = color(petersen)
    print("colours:", colors, all(colors[a] != colors[b] for _, a, b in petersen.all_edges()))
    print("triangles:", [t for t in combinations(roads, 3) if all(b in roads[a] for a, b in combinations(t, 2))])


if __name__ == "__main__":
    main()
