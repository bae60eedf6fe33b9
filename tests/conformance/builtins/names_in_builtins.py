import builtins

print([n for n in dir(builtins) if not n.startswith("_") and n[0].islower() and n not in ("exit", "quit", "copyright", "credits", "license", "help")])
print([n for n in dir(builtins) if n.startswith("__") and not n.startswith("___")])
