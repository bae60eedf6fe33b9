# A format specification may have fields of its own, with specifications that have none.
def tried(text, *args):
    try:
        return text.format(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for text in ("{0:{1:>{2}}}", "{0:{1:x}}", "{0:{1!s:}}", "{0:{1:{2:{3}}}}", "{:{:{}}}", "{0:{1:0}>{2:}}", "{0:}}", "{0:{{}}}"):
    print(text, tried(text, 12, 15, 3, 4))
