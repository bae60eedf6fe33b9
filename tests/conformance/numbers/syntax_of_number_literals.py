for text in ("0777", "1__0", "1_", "0x", "0b2", "0o8", "1e", "0_7", "12abc", "1.5j", "1if 1else 2", "0xfor", "1_000.0_1e1_0", "00", "0e0", "1.e5", "0b1_0"):
    try:
        print(text, "=", eval(text))
    except SyntaxError as error:
        print(text, "->", error.msg)
