class Done(SystemExit):
    pass


try:
    raise Done(7)
except Exception:
    print("not an Exception")
