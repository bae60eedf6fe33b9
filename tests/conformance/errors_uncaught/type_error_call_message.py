class Shape:
    def __init__(self, name, sides):
        self.name, self.sides = name, sides


Shape("square")
