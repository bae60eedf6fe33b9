import warnings
srcs=[r"x = b'abc\z'", "x = 1\ny = b'''\n\\z'''", r"f(b'\z', b'\q')", r"x = 'abc\z'", r"x = b'\407'", "x = (b'a'\n  b'\\z')", r"x = b'é'" , r"  "+r"b'\z'", r"aé = b'\z'", r"aé = '\z'", r"rb = b'a\za\407'", "x = '''abc\n  d\\z'''", "x = b'''abc\n  d\\z'''",r"x = f'\{1}'"]
for src in srcs:
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: compile(src,'<f>','exec')
        except SyntaxError as e: print(repr(src),e.msg,e.lineno,e.offset,e.end_lineno,e.end_offset,repr(e.text))
for src in ["1if x else 2","assert (1,2)","x is 1", "0x1for y in z", "try: pass\nfinally: return", "1()", "[1](2)", "def f():\n try: pass\n finally: return 1"]:
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: compile(src,'<f>','exec')
        except SyntaxError as e: print(repr(src),e.msg,e.lineno,e.offset,e.end_lineno,e.end_offset,repr(e.text))
