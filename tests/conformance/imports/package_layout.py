import _shapes
import _shapes.flat.square
import _shapes.flat as flat
from _shapes import solid, AREA_UNIT
from _shapes.flat.square import area as square_area, Square
from _shapes.solid import *

print(_shapes.__name__, _shapes.__package__, hasattr(_shapes, "__path__"), _shapes.flat.__name__, flat is _shapes.flat, _shapes.flat.square.__package__)
print(AREA_UNIT, square_area(3), Square(2).describe(), solid.volume(2), volume(3), solid.__name__)
print("_private" in globals(), "hidden" in globals(), "SHOWN" in globals(), solid.hidden)
print(_shapes.flat.square.parent_unit(), _shapes.flat.relative_results())
import sys

print(sorted(m for m in sys.modules if m.startswith("_shapes")))
print(_shapes.flat.square is sys.modules["_shapes.flat.square"], _shapes.__doc__, _shapes.__file__.endswith("__init__.py"))
