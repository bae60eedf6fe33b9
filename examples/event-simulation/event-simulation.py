"""Simulate a small bank: customers arrive, queue, are served by tellers, and leave.

A discrete-event simulation. Events wait in a heap ordered by time; a linear congruential generator makes
the random numbers, so that every run of the program prints the same.
"""

import heapq
import itertools
import math
from collections import deque
from dataclasses import dataclass, field
from typing import Callable


class Lcg:
    """A 32-bit linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def random(self):
        self.state = (1664525 * self.state + 1013904223) & 0xFFFFFFFF
        return self.state / 2**32

    def exponential(self, mean):
        return -mean * math.log(1.0 - self.random())

    def uniform(self, low, high):
        return low + (high - low) * self.random()


@dataclass(order=True)
class Event:
    time: float
    sequence: int
    action: Callable[[], None] = field(compare=False)
    label: str = field(compare=False, default="")
    cancelled: bool = field(compare=False, default=False)


class Simulator:
    def __init__(self):
        self.now = 0.0
        self._queue = []
        self._sequence = itertools.count()
        self.processed = 0

    def schedule(self, delay, action, label=""):
        if delay < 0:
            raise ValueError("cannot schedule into the past")
        event = Event(self.now + delay, next(self._sequence), action, label)
        heapq.heappush(self._queue, event)
        return event

    def run(self, until):
        while self._queue and self._queue[0].time <= until:
            event = heapq.heappop(self._queue)
            if event.cancelled:
                continue
            self.now = event.time
            self.processed += 1
            event.action()
        self.now = until


@dataclass
class Customer:
    number: int
    arrived: float
    patience: float
    reneging: Event | None = None


class Statistics:
    def __init__(self):
        self.values = []

    def add(self, value):
        self.values.append(value)

    @property
    def mean(self):
        return sum(self.values) / len(self.values) if self.values else 0.0

    def percentile(self, fraction):
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(fraction * len(ordered)))] if ordered else 0.0

    def histogram(self, width, bins):
        counts = [0] * bins
        for value in self.values:
            counts[min(bins - 1, int(value / width))] += 1
        return counts


class Bank:
    def __init__(self, simulator, random, tellers, arrival_mean=2.0, service=(2.0, 7.0), patience=12.0, trace=0):
        self.simulator, self.random = simulator, random
        self.idle = list(range(tellers, 0, -1))
        self.busy_time = {number: 0.0 for number in range(1, tellers + 1)}
        self.line = deque()
        self.arrival_mean, self.service, self.patience = arrival_mean, service, patience
        self.waits = Statistics()
        self.served = self.lost = self.arrived = 0
        self.trace = trace
        self.simulator.schedule(self.random.exponential(arrival_mean), self.arrive, "first arrival")

    def log(self, text):
        if self.trace > 0:
            self.trace -= 1
            print(f"{self.simulator.now:8.2f}  {text}")

    def arrive(self):
        self.arrived += 1
        customer = Customer(self.arrived, self.simulator.now, self.random.uniform(0.5, 1.5) * self.patience)
        self.log(f"customer {customer.number} arrives, {len(self.line)} waiting")
        self.line.append(customer)
        customer.reneging = self.simulator.schedule(customer.patience, lambda: self.give_up(customer))
        self.simulator.schedule(self.random.exponential(self.arrival_mean), self.arrive)
        self.serve_next()

    def give_up(self, customer):
        self.line.remove(customer)
        self.lost += 1
        self.log(f"customer {customer.number} leaves, tired of waiting")

    def serve_next(self):
        while self.idle and self.line:
            teller, customer = self.idle.pop(), self.line.popleft()
            customer.reneging.cancelled = True
            wait = self.simulator.now - customer.arrived
            self.waits.add(wait)
            duration = self.random.uniform(*self.service)
            self.log(f"teller {teller} serves customer {customer.number} after {wait:.2f} minutes")
            self.simulator.schedule(duration, lambda t=teller, c=customer, d=duration: self.finish(t, c, d))

    def finish(self, teller, customer, duration):
        self.served += 1
        self.busy_time[teller] += duration
        self.log(f"teller {teller} finishes customer {customer.number}")
        self.idle.append(teller)
        self.serve_next()


def experiment(tellers, minutes=480.0, seed=42, trace=0):
    simulator = Simulator()
    bank = Bank(simulator, Lcg(seed), tellers, trace=trace)
    simulator.run(minutes)
    return simulator, bank


def main():
    print("First minutes with two tellers:")
    experiment(2, minutes=30, trace=14)
    print("\ntellers arrived served lost  mean wait  90% wait  busy")
    for tellers in range(1, 5):
        simulator, bank = experiment(tellers)
        busy = sum(bank.busy_time.values()) / (tellers * simulator.now)
        print(
            f"{tellers:7} {bank.arrived:7} {bank.served:6} {bank.lost:4} {bank.waits.mean:10.2f} "
            f"{bank.waits.percentile(0.9):9.2f} {busy:5.0%}"
        )
    _, bank = experiment(2)
    print("\nWaiting times with two tellers:")
    for index, count in enumerate(bank.waits.histogram(2.0, 8)):
        print(f"{index * 2:3}-{index * 2 + 2:<3} {'#' * (count // 2)} {count}")
    try:
        Simulator().schedule(-1, print)
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
