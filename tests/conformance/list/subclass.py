class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __getitem__(self, key):
        if isinstance(key, str):
            return f"key {key}"
        return super().__getitem__(key)

    def __len__(self):
        return 100


s = Stack([1, 2]).push(3)
print(s, s["a"], s[0], s[-1], len(s), type(s).__name__, type(s + [4]).__name__, type(s[:2]).__name__, isinstance(s, list))
print(s == [1, 2, 3], list(s), [x for x in s], s.copy(), type(s.copy()).__name__, bool(Stack()))
s.name = "stack"
print(s.name, sorted(s, reverse=True), s.__dict__)
