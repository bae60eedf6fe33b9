"""Read sales as JSON, check them, and report totals as text and as JSON."""

import json
import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal

DATA = """
{
  "company": "Grüne Wiese & Söhne",
  "currency": "EUR",
  "sales": [
    {"day": "2024-01-15", "region": "north", "product": "apples", "units": 120, "price": 0.35},
    {"day": "2024-01-20", "region": "south", "product": "pears", "units": 80, "price": 0.5},
    {"day": "2024-02-01", "region": "north", "product": "apples", "units": 200, "price": 0.34},
    {"day": "2024-02-11", "region": "west", "product": "plums", "units": 55, "price": 0.8, "note": "late \\u2014 rain"},
    {"day": "2024-02-30", "region": "west", "product": "plums", "units": 1, "price": 1},
    {"day": "2024-03-05", "region": "south", "product": "apples", "units": "many", "price": 0.4},
    {"day": "2024-03-09", "region": "south", "units": 10, "price": 0.4},
    {"day": "2024-03-17", "region": "north", "product": "pears", "units": 300, "price": 0.45, "tags": ["bulk", "organic"]}
  ]
}
"""


class Sale:
    FIELDS = {"day": str, "region": str, "product": str, "units": int, "price": (int, Decimal)}

    def __init__(self, record):
        for name, kind in self.FIELDS.items():
            if name not in record:
                raise ValueError(f"{name} is missing")
            if not isinstance(record[name], kind):
                raise ValueError(f"{name} should not be {record[name]!r}")
        try:
            self.day = date.fromisoformat(record["day"])
        except ValueError:
            raise ValueError(f"there is no day {record['day']}") from None
        self.region, self.product, self.units = record["region"], record["product"], record["units"]
        self.price = Decimal(record["price"])
        self.extra = {k: v for k, v in record.items() if k not in self.FIELDS}

    @property
    def revenue(self):
        return self.units * self.price


class ReportEncoder(json.JSONEncoder):
    def default(self, value):
        match value:
            case Decimal():
                return float(value)
            case date():
                return value.isoformat()
            case set() | frozenset():
                return sorted(value)
            case Sale():
                return {"day": value.day, "product": value.product, "revenue": value.revenue, **value.extra}
        return super().default(value)


def load(text):
    """The company's data, the valid sales, and a message for each that is not."""
    data = json.loads(text, parse_float=Decimal)
    sales, problems = [], []
    for number, record in enumerate(data["sales"], 1):
        try:
            sales.append(Sale(record))
        except ValueError as error:
            problems.append(f"sale {number}: {error}")
    return data, sales, problems


def totals(sales, key):
    result = defaultdict(lambda: {"units": 0, "revenue": Decimal()})
    for sale in sales:
        entry = result[key(sale)]
        entry["units"] += sale.units
        entry["revenue"] += sale.revenue
    return dict(sorted(result.items(), key=lambda item: -item[1]["revenue"]))


def table(title, rows):
    print(f"\n{title:<12}{'units':>8}{'revenue':>12}")
    for name, entry in rows.items():
        print(f"{name:<12}{entry['units']:>8,}{entry['revenue']:>12,.2f}")


def main():
    try:
        data, sales, problems = load(DATA)
    except json.JSONDecodeError as error:
        sys.exit(f"line {error.lineno}: {error.msg}")
    print(f"{data['company']}: {len(sales)} sales, amounts in {data['currency']}")
    for problem in problems:
        print("  skipped", problem)
    by_product = totals(sales, lambda s: s.product)
    by_month = totals(sales, lambda s: f"{s.day:%Y-%m}")
    table("product", by_product)
    table("month", by_month)
    table("region", totals(sales, lambda s: s.region))

    report = {
        "company": data["company"],
        "period": [min(s.day for s in sales), max(s.day for s in sales)],
        "regions": {s.region for s in sales},
        "best": max(sales, key=lambda s: s.revenue),
        "products": by_product,
        "average_price": sum(s.revenue for s in sales) / sum(s.units for s in sales),
        "nothing": None,
        "complete": not problems,
    }
    print("\n" + json.dumps(report, cls=ReportEncoder, indent=2, ensure_ascii=False))
    compact = json.dumps(report, cls=ReportEncoder, separators=(",", ":"), sort_keys=True)
    print(len(compact), compact[:60])
    print(json.loads(compact)["best"] == json.loads(json.dumps(report["best"], cls=ReportEncoder)))

    print("\nWhat cannot be read or written:")
    for text in ('{"a": 1,}', "[1, 2", '{"a" 1}', "nul", '"\\x"', "", "[1] 2", "{'a': 1}"):
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            print(f"  {text!r:12} {error}")
    for value in ({1, 2}, object, {(1, 2): 3}, float("nan")):
        try:
            print(" ", json.dumps(value, allow_nan=False))
        except (TypeError, ValueError) as error:
            print(f"  {type(error).__name__}: {error}".split(" object at ")[0])


if __name__ == "__main__":
    main()
