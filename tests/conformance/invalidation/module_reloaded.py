# A module is reloaded while its functions are called.
import importlib
import importlib.util
import sys


class Loader:
    version = 1
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name == "changing" else None
    def create_module(self, spec): return None
    def exec_module(self, module):
        exec(f"def f(): return {self.version}\nx = 'v{self.version}'", vars(module))


sys.meta_path.insert(0, Loader())
import changing

kept = changing.f


def loop():
    out = []
    for i in range(120):
        if i == 60:
            Loader.version = 2
            importlib.reload(changing)
        row = (changing.f(), changing.x, kept())
        if not out or out[-1] != row:
            out.append(row)
    return out


print(loop())
