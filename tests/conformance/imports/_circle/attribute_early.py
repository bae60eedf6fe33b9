import _circle.attribute_late

value = 1
