from _circle.early import value

thing = 2
