def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def double(x):
    return x * 2


async def agen(n):
    for i in range(n):
        yield i


async def main():
    a = [await double(x) for x in range(3)]
    b = [await double(x) async for x in agen(4) if await double(x) > 2]
    c = {x: await double(x) for x in range(2)}
    d = {await double(x) for x in [1, 1]}
    e = [y for x in [1, 2] for y in [await double(x)]]
    f = sum([x async for x in agen(5)])
    g = [[x async for x in agen(n)] for n in range(3)]
    h = [x async for x in (await double(y) for y in range(2))]
    i = await double(await double(await double(1)))
    j = (await double(1)) + await double(2) * 2, -await double(3), await double(2) ** 2
    return a, b, c, d, e, f, g, h, i, j


for result in run(main()):
    print(result)


async def lambda_and_nested():
    values = []

    async def inner(v):
        values.append(v)
        return v

    await inner(1)
    f = lambda x: inner(x)
    await f(2)
    return values


print(run(lambda_and_nested()))
