# Unpacked generic aliases can be copied and pickled.
import copy
import pickle

alias = (*tuple[int, str],)[0]
print(alias, copy.copy(alias) == alias, copy.deepcopy(alias) == alias)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(pickle.loads(pickle.dumps(alias, protocol)))

iterator = iter(list[int])
print(type(iterator).__name__, iterator.__reduce__())
print(next(iterator), iterator.__reduce__())
print(next(iterator, "exhausted"))
