# New in 3.14: a warning about leaving a finally clause
import warnings

source = '''
def returns():
    try:
        return "try"
    finally:
        return "finally"

def swallows():
    try:
        1 / 0
    finally:
        return "swallowed"

def breaks():
    for i in range(3):
        try:
            return "never"
        finally:
            break
    return "after break"

def continues():
    out = []
    for i in range(3):
        try:
            1 / 0
        finally:
            out.append(i)
            continue
    return out

def value():
    x = 1
    try:
        return x
    finally:
        x = 2
'''
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    exec(compile(source, "<source>", "exec"))
for w in caught:
    print(w.category.__name__, w.message, w.lineno)
print(returns(), swallows(), breaks(), continues(), value())
