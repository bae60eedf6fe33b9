import _circle.attribute_early

_circle.attribute_early.value
