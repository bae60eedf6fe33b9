for source in (
    "await x", "def f(): await x", "async with a: pass", "async for x in y: pass", "def f():\n async with a: pass", "def f():\n async for x in y: pass", "[x async for x in y]", "def f(): return [await x for x in y]", "def f(): return (x async for x in y)",
    "async def f():\n await = 1", "await = 5", "async = 5", "def await(): pass", "async def f(): return lambda: await x", "async lambda: 0", "async def f():\n def g(): await x", "class A:\n await x", "async def f(): yield from y", "async def f():\n await", "async x", "async def f(): [await x for x in y]", "async def f(a=await b): pass",
):
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "ok")
    except SyntaxError as error:
        print(repr(source), "->", error.msg)
