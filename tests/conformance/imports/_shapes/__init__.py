"""Shapes for the import programs."""

print("running _shapes/__init__")
AREA_UNIT = "cm2"
_private = "private"
