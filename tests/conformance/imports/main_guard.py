import _guarded.script

print("main", __name__ == "__main__")
if __name__ == "__main__":
    print("runs as a program")
