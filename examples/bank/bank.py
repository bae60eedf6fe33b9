"""A bank with custom exceptions and transactions as context managers.

A transaction writes to a journal; when its block fails, every account it touched is put back.
"""

from contextlib import ExitStack, contextmanager
from decimal import ROUND_HALF_EVEN, Decimal
from functools import total_ordering


class BankError(Exception):
    """Base of all errors of the bank."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.account = account
        self.missing = amount - account.balance


class AccountFrozen(BankError):
    pass


class UnknownAccount(BankError, KeyError):
    def __str__(self):
        return f"no account {self.args[0]!r}"


@total_ordering
class Money:
    """An immutable amount, exact to the cent."""

    __slots__ = ("_amount",)
    CENT = Decimal("0.01")

    def __init__(self, amount=0):
        value = amount._amount if isinstance(amount, Money) else Decimal(str(amount))
        object.__setattr__(self, "_amount", value.quantize(self.CENT, ROUND_HALF_EVEN))

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __add__(self, other):
        return Money(self._amount + other._amount) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return Money(self._amount - other._amount) if isinstance(other, Money) else NotImplemented

    def __mul__(self, factor):
        return Money(self._amount * Decimal(str(factor)))

    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self._amount)

    def __bool__(self):
        return bool(self._amount)

    def __eq__(self, other):
        return self._amount == other._amount if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self._amount < other._amount if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(self._amount)

    def __format__(self, spec):
        return format(f"{self._amount:,.2f}", spec)

    def __str__(self):
        return f"{self:}"

    def __repr__(self):
        return f"Money('{self._amount}')"


class Account:
    minimum = Money(0)

    def __init__(self, owner, balance=Money(0)):
        self.owner, self._balance = owner, balance
        self.frozen = False
        self.history = []

    @property
    def balance(self):
        return self._balance

    @property
    def available(self):
        return self._balance - self.minimum

    def deposit(self, amount):
        self._check(amount)
        self._change(amount, "deposit")

    def withdraw(self, amount):
        self._check(amount)
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._change(-amount, "withdrawal")

    def _check(self, amount):
        if self.frozen:
            raise AccountFrozen(f"the account of {self.owner} is frozen")
        if amount <= Money(0):
            raise ValueError(f"amount must be positive, not {amount}")

    def _change(self, amount, kind):
        self._balance += amount
        self.history.append((kind, amount))

    def snapshot(self):
        return self._balance, len(self.history)

    def restore(self, snapshot):
        self._balance, length = snapshot
        del self.history[length:]

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner} {self.balance}>"


class CreditAccount(Account):
    def __init__(self, owner, balance=Money(0), *, limit):
        super().__init__(owner, balance)
        self.minimum = -limit


class SavingsAccount(Account):
    rate = Decimal("0.015")

    def add_interest(self):
        if interest := self.balance * self.rate:
            self._change(interest, "interest")


class Bank:
    def __init__(self):
        self._accounts = {}
        self.journal = []

    def open(self, account):
        self._accounts[account.owner] = account
        return account

    def __getitem__(self, owner):
        try:
            return self._accounts[owner]
        except KeyError:
            raise UnknownAccount(owner) from None

    def __iter__(self):
        return iter(self._accounts.values())

    @contextmanager
    def transaction(self, name):
        """All or nothing: a failure restores every account and is raised again with a note."""
        saved = {account: account.snapshot() for account in self}
        self.journal.append(f"begin {name}")
        try:
            yield self
        except BankError as error:
            for account, snapshot in saved.items():
                account.restore(snapshot)
            self.journal.append(f"rollback {name}")
            error.add_note(f"transaction {name!r} was rolled back")
            raise
        else:
            self.journal.append(f"commit {name}")

    def transfer(self, source, target, amount):
        with self.transaction(f"{source} -> {target}"):
            self[source].withdraw(amount)
            self[target].deposit(amount)

    @property
    def total(self):
        return sum(account.balance for account in self)


@contextmanager
def frozen(account):
    account.frozen = True
    try:
        yield account
    finally:
        account.frozen = False


def attempt(description, action, *args):
    print(f"{description}: ", end="")
    try:
        action(*args)
    except InsufficientFunds as error:
        print(f"refused, {error}; missing {error.missing}")
    except (BankError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
        for note in getattr(error, "__notes__", []):
            print("  note:", note)
    else:
        print("done")


def main():
    bank = Bank()
    ann = bank.open(Account("ann", Money("120.50")))
    bob = bank.open(CreditAccount("bob", Money(10), limit=Money(100)))
    eve = bank.open(SavingsAccount("eve", Money("999.99")))

    attempt("ann pays bob 50", bank.transfer, "ann", "bob", Money(50))
    attempt("ann pays bob 500", bank.transfer, "ann", "bob", Money(500))
    attempt("bob uses his credit", bank.transfer, "bob", "eve", Money("150.01"))
    attempt("bob goes too far", bank.transfer, "bob", "eve", Money("10"))
    attempt("to nobody", bank.transfer, "eve", "zoe", Money(1))
    attempt("a negative amount", bank.transfer, "ann", "bob", Money(-5))
    with frozen(eve):
        attempt("eve is frozen", bank.transfer, "ann", "eve", Money(1))
    attempt("eve is thawed", bank.transfer, "ann", "eve", Money("0.50"))

    print("\nA transaction over several accounts:")
    try:
        with bank.transaction("shopping"), ExitStack() as stack:
            stack.callback(print, "  stack unwound")
            eve.withdraw(Money(100))
            bob.deposit(Money(40))
            print(f"  inside: bob {bob.balance}, eve {eve.balance}")
            ann.withdraw(Money(10_000))
    except InsufficientFunds as error:
        print(f"  failed: {error}")
        print("  notes:", *error.__notes__)
    print(f"  after: bob {bob.balance}, eve {eve.balance}")

    eve.add_interest()
    print("\nStatement:")
    for account in sorted(bank, key=lambda a: a.balance, reverse=True):
        print(f"  {account.owner:<5}{account.balance:>12}  {', '.join(f'{kind} {amount}' for kind, amount in account.history)}")
    print(f"  total{bank.total:>12}")
    print(f"  repr {ann!r} {Money('1.005')!r} {3 * Money('0.10') == Money('0.30')} {max(a.balance for a in bank)}")
    print("\nJournal:", *bank.journal, sep="\n  ")
    try:
        Money(1)._amount = 5
    except AttributeError as error:
        print(error)


if __name__ == "__main__":
    main()
