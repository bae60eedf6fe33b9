class Plain:
    pass


class Slotted:
    __slots__ = ("v",)


class WithSetter:
    log = []

    @property
    def v(self): return self.log[-1]

    @v.setter
    def v(self, value): self.log.append(value)


class Setattr:
    def __setattr__(self, name, value):
        object.__setattr__(self, "log", getattr(self, "log", 0) + 1)


class ReadOnly:
    v = property(lambda self: 1)


def write(objects):
    for i, o in enumerate(objects):
        o.v = i


plain, slotted, setter, custom = Plain(), Slotted(), WithSetter(), Setattr()
for o in (plain, slotted, setter):
    write([o] * 40)
    print(o.v)
write([custom] * 40)
print(custom.log, hasattr(custom, "v"))
write([plain, slotted, setter, custom] * 10)
print(plain.v, slotted.v, setter.v, custom.log)
try:
    write([plain] * 20 + [ReadOnly()])
except AttributeError as error:
    print(error, plain.v)
many = [Plain() for _ in range(50)]
write(many)
for i, o in enumerate(many):
    setattr(o, f"attr{i % 7}", i)
    o.w = o.v
print(sum(o.w for o in many), sorted(vars(many[10])), vars(many[49]))
Plain.v = property(lambda self: "intercepted", lambda self, value: self.__dict__.update(caught=value))
write(many)
print(many[5].v, many[5].caught, many[5].__dict__["v"])
