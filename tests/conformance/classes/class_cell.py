class A:
    def who(self):
        return __class__.__name__

    def subclass(self):
        class Inner:
            def who(self):
                return __class__.__name__
        return Inner().who(), __class__.__name__

    @classmethod
    def cm(cls):
        return __class__.__name__, cls.__name__

    @staticmethod
    def sm():
        return __class__.__name__

    def nested(self):
        return (lambda: __class__.__name__)(), [__class__.__name__ for _ in "a"]


class B(A):
    def parent(self):
        return super().who(), super().__init__

    def in_comprehension(self):
        return [super(B, self).who() for _ in range(2)], [__class__ for _ in "x"]


print(A().who(), B().who(), B().subclass(), B.cm(), B.sm(), B().nested(), B().parent()[0], B().in_comprehension()[0])
A.renamed = lambda self: self.who()
print(B().renamed())
C = A
del A
print(C().who(), B().who())
