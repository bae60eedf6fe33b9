print(len.__self__, len.__self__.__spec__.name, len.__self__.__loader__.__name__)
import math

print(math, math.__spec__, math.__loader__.__name__)
import sys

print([getattr(finder, "__name__", finder) for finder in sys.meta_path[:3]], len(sys.path_hooks), type(sys.path_importer_cache))
print(vars(sys)["__spec__"].origin, list(vars(math))[:5])
