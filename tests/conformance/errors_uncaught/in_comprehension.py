# New in 3.14: messages
values = [1, 2, 0, 4]
inverse = {v: 10 // v for v in values}
