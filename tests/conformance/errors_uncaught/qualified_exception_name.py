class Outer:
    class Problem(Exception):
        def __str__(self):
            return "custom str: " + repr(self.args)


raise Outer.Problem(1, "two")
