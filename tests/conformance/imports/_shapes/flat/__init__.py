print("running _shapes/flat/__init__")
from . import square
from .square import area
from .. import AREA_UNIT as unit
from ..solid import volume as _volume


def relative_results():
    return area(2), unit, _volume(2), square.__name__
