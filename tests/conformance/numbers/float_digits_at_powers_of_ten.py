# Values half way between two results just below a power of ten keep their exponent.
for x in (95.5, 94.5, 99.5, 9.5, 98.5, 995.5, 0.955, 9.25, 9.75):
    print("%.2g" % x, "%.1e" % x, "%.0e" % x, format(-x, "#10.2g"), f"{x:.1f}", f"{x:+08.0f}")
