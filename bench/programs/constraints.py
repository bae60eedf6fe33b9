"""One-way constraints that are planned and propagated, in the manner of DeltaBlue: class hierarchy, lists, method calls."""

from harness import bench


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0


class Constraint:
    strength = 5

    def __init__(self):
        self.output = None

    def inputs(self):
        raise NotImplementedError

    def outputs(self):
        raise NotImplementedError

    def execute(self):
        raise NotImplementedError

    def attach(self):
        for variable in self.inputs():
            variable.constraints.append(self)
        for variable in self.outputs():
            if self not in variable.constraints:
                variable.constraints.append(self)

    def choose(self):
        for variable in self.outputs():
            by = variable.determined_by
            if by is None or by.strength > self.strength:
                self.output = variable
                variable.determined_by = self
                return by
        return self

    def ready(self, mark):
        for variable in self.inputs():
            if variable is not self.output and variable.mark != mark and variable.determined_by is not None:
                return False
        return True


class Stay(Constraint):
    strength = 4

    def __init__(self, variable):
        super().__init__()
        self.variable = variable

    def inputs(self):
        return ()

    def outputs(self):
        return (self.variable,)

    def execute(self):
        pass


class Edit(Stay):
    strength = 1


class Equal(Constraint):
    strength = 2

    def __init__(self, a, b):
        super().__init__()
        self.a = a
        self.b = b

    def inputs(self):
        return (self.a, self.b)

    def outputs(self):
        return (self.b, self.a)

    def source(self):
        return self.a if self.output is self.b else self.b

    def execute(self):
        self.output.value = self.source().value


class Scale(Equal):
    def __init__(self, a, b, factor, offset):
        super().__init__(a, b)
        self.factor = factor
        self.offset = offset

    def execute(self):
        if self.output is self.b:
            self.b.value = self.a.value * self.factor + self.offset
        else:
            self.a.value = (self.b.value - self.offset) // self.factor


class Planner:
    def __init__(self):
        self.mark = 0

    def add(self, constraint):
        constraint.attach()
        displaced = constraint.choose()
        while displaced is not None and displaced is not constraint:
            constraint, displaced = displaced, displaced.choose()
        return constraint

    def plan(self, sources):
        self.mark += 1
        mark = self.mark
        plan = []
        todo = list(sources)
        while todo:
            constraint = todo.pop()
            output = constraint.output
            if output is not None and output.mark != mark and constraint.ready(mark):
                plan.append(constraint)
                output.mark = mark
                for other in output.constraints:
                    if other is not constraint and other.output is not None and other.output.mark != mark:
                        todo.append(other)
        return plan


def chain(planner, length, factor):
    variables = [Variable(f"v{i}", i) for i in range(length)]
    for i in range(length - 1):
        if i % 3 == 0:
            planner.add(Scale(variables[i], variables[i + 1], factor, 1))
        else:
            planner.add(Equal(variables[i], variables[i + 1]))
    planner.add(Stay(variables[-1]))
    return variables


def work():
    planner = Planner()
    total = 0
    for factor in (1, 2, 3):
        variables = chain(planner, 220, 1)
        edit = Edit(variables[0])
        planner.add(edit)
        for turn in range(60):
            variables[0].value = turn * factor
            if turn % 6 == 0:
                plan = planner.plan([edit])
            for constraint in plan:
                constraint.execute()
            total += variables[-1].value
    return total, planner.mark


bench(work, 17)
