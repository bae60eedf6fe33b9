print(ord("a"), ord("é"), ord("€"), ord("😀"), ord(b"x"), chr(97), chr(233), chr(0x20AC), repr(chr(0)), ascii(chr(0x10FFFF)))
for call in (lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: chr(1.0)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
