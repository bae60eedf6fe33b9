import os
import sys
import tempfile
import zipfile
import zipimport

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "library.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("packed.py", "value = 42\ndef where():\n    return __file__\n" + "# filler\n" * 100)
        target.writestr("package/__init__.py", "from .inner import name\n")
        target.writestr("package/inner.py", "name = __name__\n")
        target.writestr("broken.py", "def f(:\n")
    sys.path.insert(0, path)
    import packed
    import package

    print(packed.value, os.path.relpath(packed.where(), folder), type(packed.__loader__).__name__)
    print(package.name, package.__spec__.submodule_search_locations == [os.path.join(path, "package")])
    importer = zipimport.zipimporter(path)
    print(importer.is_package("package"), importer.get_source("package"), end="")
    try:
        import broken
    except SyntaxError as error:
        print(os.path.relpath(error.filename, folder), error.lineno, error.msg)
    try:
        importer.get_data("nothing")
    except OSError as error:
        print(type(error).__name__)
    try:
        zipimport.zipimporter(os.path.join(folder, "missing.zip"))
    except zipimport.ZipImportError as error:
        print(str(error).split(":")[0])
    sys.path.remove(path)
