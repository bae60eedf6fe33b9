# New in 3.14: tokens as context managers
import contextvars


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


v = contextvars.ContextVar("v")
w = contextvars.ContextVar("w", default=3)
show(lambda: v.get())
show(lambda: (v.get(5), w.get(), w.get(9)))
show(lambda: contextvars.ContextVar(3))
show(lambda: contextvars.ContextVar())
token = v.set(7)
show(lambda: (token.var is v, token.old_value, v.get()))
v.reset(token)
show(lambda: v.reset(token))
show(lambda: v.reset(3))
other = w.set(1)
show(lambda: v.reset(other))
show(lambda: contextvars.Token())
context = contextvars.copy_context()
show(lambda: (len(context), context[w], w in context, context.get(v), context.get(v, 1)))
show(lambda: context[v])
show(lambda: 3 in context)
show(lambda: (list(context.values()), context == contextvars.copy_context(), context.copy() == context))
show(lambda: context.run())
show(lambda: context.run(lambda: context.run(print)))


def change():
    v.set(100)
    return v.get(), w.get()


show(lambda: context.run(change))
show(lambda: (context[v], v.get(None), w.get()))
tokens = []
contextvars.copy_context().run(lambda: tokens.append(v.set(1)))
show(lambda: v.reset(tokens[0]))
with v.set(5):
    show(lambda: v.get())
show(lambda: v.get("gone"))


def snapshots():
    v.set(1)
    kept = contextvars.copy_context()
    v.set(2)
    return kept[v], v.get(), len(kept)


show(lambda: contextvars.copy_context().run(snapshots))
