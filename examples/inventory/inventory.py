"""A shop's inventory with dataclasses: defaults, validation, ordering, immutability, and reports."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import KW_ONLY, FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace
from enum import StrEnum
from typing import ClassVar


class Category(StrEnum):
    TOOLS = "tools"
    GARDEN = "garden"
    KITCHEN = "kitchen"


@dataclass(frozen=True, order=True)
class Price:
    """An amount in cents; frozen, so that it can be a dictionary key."""

    cents: int

    def __post_init__(self):
        if self.cents < 0:
            raise ValueError("a price cannot be negative")

    @classmethod
    def parse(cls, text: str) -> Price:
        whole, _, part = text.partition(".")
        return cls(int(whole) * 100 + int(part.ljust(2, "0") or 0))

    def __add__(self, other: Price) -> Price:
        return Price(self.cents + other.cents)

    def __mul__(self, count: int) -> Price:
        return Price(self.cents * count)

    def __str__(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02}"


@dataclass(order=True)
class Product:
    sort_key: tuple = field(init=False, repr=False)
    name: str = field(compare=False)
    price: Price = field(compare=False)
    category: Category = field(compare=False)
    _: KW_ONLY
    stock: int = field(default=0, compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)
    created: ClassVar[int] = 0

    def __post_init__(self):
        type(self).created += 1
        self.sort_key = (self.category, -self.price.cents, self.name)

    @property
    def value(self) -> Price:
        return self.price * self.stock


@dataclass(slots=True)
class Movement:
    product: str
    change: int
    reason: str = "sale"


class OutOfStock(Exception):
    def __init__(self, product: Product, wanted: int):
        super().__init__(f"only {product.stock} of {product.name} left, not {wanted}")


@dataclass
class Inventory:
    products: dict[str, Product] = field(default_factory=dict)
    movements: list[Movement] = field(default_factory=list)

    def add(self, *products: Product) -> Inventory:
        for product in products:
            if product.name in self.products:
                raise KeyError(f"{product.name} exists")
            self.products[product.name] = product
        return self

    def move(self, name: str, change: int, reason: str = "sale") -> None:
        product = self.products[name]
        if product.stock + change < 0:
            raise OutOfStock(product, -change)
        product.stock += change
        self.movements.append(Movement(name, change, reason))

    def by_category(self) -> dict[Category, list[Product]]:
        groups = defaultdict(list)
        for product in sorted(self.products.values()):
            groups[product.category].append(product)
        return dict(groups)

    def total(self) -> Price:
        return sum((p.value for p in self.products.values()), Price(0))


def print_stock(inventory: Inventory) -> None:
    for category, products in inventory.by_category().items():
        print(f"{category.upper()} ({category.name.title()})")
        for p in products:
            warning = " low!" if p.stock < 3 else ""
            print(f"  {p.name:<14}{p.price!s:>8}{p.stock:>5}{p.value!s:>10}{warning}")
    print(f"{'total':<16}{inventory.total()!s:>23}")


def main() -> None:
    inventory = Inventory().add(
        Product("hammer", Price.parse("12.50"), Category.TOOLS, stock=10, tags=["steel"]),
        Product("screwdriver", Price.parse("4.2"), Category.TOOLS, stock=25),
        Product("watering can", Price(1999), Category.GARDEN, stock=2),
        Product("spoon", Price.parse("1"), Category("kitchen"), stock=120),
        Product("rake", Price(1999), Category.GARDEN),
    )
    print_stock(inventory)
    inventory.move("hammer", -4)
    inventory.move("spoon", -100)
    inventory.move("rake", 5, "delivery")
    print("\nAfter some sales and a delivery:")
    print_stock(inventory)
    for movement in inventory.movements:
        print(" ", movement, astuple(movement))

    print("\nProblems:")
    actions = [
        lambda: inventory.move("hammer", -40),
        lambda: inventory.move("anvil", 1),
        lambda: inventory.add(Product("rake", Price(1), Category.TOOLS)),
        lambda: Price(-5),
        lambda: Category("food"),
        lambda: Product("x", Price(1)),
        lambda: Product("x", Price(1), Category.TOOLS, 5),
        lambda: setattr(Price(5), "cents", 6),
        lambda: setattr(Movement("a", 1), "color", "red"),
    ]
    for action in actions:
        try:
            action()
        except FrozenInstanceError as error:
            print("  frozen:", error)
        except (OutOfStock, ValueError, KeyError, TypeError, AttributeError) as error:
            print(f"  {type(error).__name__}: {error}")

    print("\nDataclass features:")
    hammer = inventory.products["hammer"]
    sledge = replace(hammer, name="sledgehammer", price=Price(3500))
    print(" ", hammer)
    print(" ", sledge, sledge.tags is hammer.tags, sledge > hammer)
    print(" ", asdict(hammer))
    print(" ", [f.name for f in fields(Product)], Product.created)
    print(" ", Price(5) == Price(5), Price(5) < Price(10), {Price(5): "five"}[Price(5)], max(Price(3), Price(9)))
    print(" ", Movement("a", 1) == Movement("a", 1), Movement.__slots__, Price.__match_args__)
    match inventory.movements[0]:
        case Movement(name, change) if change < 0:
            print(f"  sold {-change} x {name}")


if __name__ == "__main__":
    main()
