from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Context, Decimal as D, DivisionByZero, InvalidOperation, getcontext, localcontext

print(D("0.1") + D("0.2"), D("1") / D("3"), D("2") ** D("0.5"), D("7") // D("2"), D("-7") % D("3"), D("1.10") * 3, -D("0"), abs(D("-2.5")), D(5), D(0.1), D("1E+5"), D("1e-10"), D("NaN"), D("-Infinity"), D((1, (1, 2, 3), -2)))
print(D("2.675").quantize(D("0.01")), D("2.665").quantize(D("0.01"), ROUND_HALF_UP), D("1.999").quantize(D("1"), ROUND_DOWN), D("1.001").quantize(D("0.1"), ROUND_UP), round(D("2.5")), round(D("1.25"), 1), int(D("-1.9")), float(D("1.5")))
print(D("1.0") == D("1.00"), hash(D("1.0")) == hash(1), D("1.5") == 1.5, D("1") < D("2"), D("1").compare(D("2")), max(D("1"), D("3")), D("1.00").normalize(), D("100").normalize(), D("1.20").as_tuple(), D("123.45").adjusted(), repr(D("1.50")), D("1.5").as_integer_ratio())
print(f"{D('1234567.891'):,.2f} {D('0.5'):.0%} {D('1.5'):>8} {D('12345'):e} {D('1e3'):f} {D('3.14159'):.3}", D("9").sqrt(), D("1").exp(), D("10").ln(), D("100").log10(), D("2").fma(3, 4), D("12").to_eng_string(), D("1.5").is_finite(), D("nan").is_nan())
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / D(7), +D("1.23456789"), ctx.rounding)
    ctx.rounding = ROUND_UP
    print(D(1) / D(7))
print(getcontext().prec, D(1) / D(7), Context(prec=3).divide(D(1), D(3)))
for case in ("D('abc')", "D(1) / D(0)", "D(0) / D(0)", "D('1') + 1.5", "D('1') < 'a'", "D('sNaN') + 1", "D(-1).sqrt()", "D('inf') - D('inf')", "int(D('nan'))", "D([1])", "D('1').quantize(D('1e-30'))"):
    try:
        print(case, eval(case))
    except (ArithmeticError, TypeError, ValueError) as error:
        print(case, "->", type(error).__name__, error)
with localcontext() as ctx:
    ctx.traps[DivisionByZero] = ctx.traps[InvalidOperation] = False
    print(D(1) / D(0), D(0) / D(0), ctx.flags[DivisionByZero])
