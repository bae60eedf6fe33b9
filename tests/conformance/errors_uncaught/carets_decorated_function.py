def checked(function):
    def wrapper(*args):
        result = function(*args)
        if result < 0:
            raise ValueError(f"negative result {result}")
        return result

    return wrapper


@checked
def subtract(a, b):
    return a - b


print(subtract(5, 3))
print(subtract(3, 5))
