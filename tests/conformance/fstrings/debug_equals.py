n, name, x = 5, "Ann", 2.5
print(f"{n=}", f"{n = }", f"{name=}", f"{name=!s}", f"{x=:.2f}", f"{n + 1=}", f"{ n*2 = :>5}")
print(f"{len(name)=}", f"{name.upper()=}", f"{[1, 2]=}", f"{n == 5=}", f"{n!=5=}" if False else f"{n>=5=}", f"{'q'=}")
print(f"{n=} and {name=!a:>8} {x=!r:^9}")
print(f"{
n
=}")
