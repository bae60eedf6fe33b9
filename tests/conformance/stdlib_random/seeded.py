# New in 3.14: messages
import random

random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 100), random.randrange(0, 100, 7), random.uniform(1, 2), random.choice("abcdef"), random.getrandbits(70))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.choices("abc", weights=[1, 2, 3], k=6), random.sample([1, 2, 3], counts=[2, 1, 1], k=3))
print(random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(1), random.betavariate(1, 2), random.triangular(0, 1, 0.5), random.gammavariate(2, 1), random.lognormvariate(0, 1), random.paretovariate(2), random.weibullvariate(1, 2), random.vonmisesvariate(0, 1))
r = random.Random("a string seed")
print(r.random(), r.randbytes(5), r.randint(-5, 5))
state = r.getstate()
first = r.random()
r.setstate(state)
print(r.random() == first, random.Random(1).random(), random.Random(-1).random(), random.Random(2**100).random(), random.Random(b"bytes").random(), random.Random(0).randint(0, 10**30), random.Random(5).binomialvariate(10, 0.5))
for call in (lambda: random.choice([]), lambda: random.randint(2, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.randrange(1.5), lambda: random.sample({1}, 1), lambda: random.seed([])):
    try:
        call()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
