def total(prices):
    amount = sum(prices)
    return ammount


total([1])
