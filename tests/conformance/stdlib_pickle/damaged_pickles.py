# New in 3.14: messages
import io
import pickle
import re


def show(label, make):
    try:
        text = ascii(make())
    except BaseException as error:
        context = type(error.__context__).__name__
        text = f"{type(error).__name__} {ascii(str(error))} {getattr(error, '__notes__', None)} {context}"
    print(label, "|", re.sub("0x[0-9a-f]+", "0x", text))


for b in [b"", b"\x80", b"\x80\x06.", b"\x80\x04", b"N", b".", b"0", b"1", b"(", b"(.", b"(1.", b"t.", b"(t", b"e.", b"N(e.", b"2.", b"\xff", b"\x00", b"'", b"\\", b"a.", b"Na.", b"NNa.", b"s.", b"NNs.", b"u.", b"(NNN", b"}(Nu.", b"(Nd.", b"(NNd.", b"K", b"M\x01", b"J\x01", b"G\x00", b"U\x05a", b"T\xff\xff\xff\xff", b"\x8b\xff\xff\xff\xff", b"\x8a\x05a", b"h\x05.", b"j\x05\x00\x00\x00.", b"q\x01", b"r\x01", b"\x94", b"cos\n", b"cos\nfoo\n.", b"cnosuchmodule\nfoo\n.", b"\x93", b"NN\x93", b"\x8c\x02os\x93", b"\x8c\x02os\x8c\x03foo\x93.", b"\x80\x04\x8c\x02os\x8c\x08path.foo\x93.", b"\x80\x04\x8c\x02os\x8c\x08path.sep\x93.", b"R.", b"NR.", b"NNR.", b"N)R.", b"cbuiltins\nlist\nNR.", b"b.", b"Nb.", b"NNb.", b"N}b.", b"Ncbuiltins\nlist\nb.", b"N(NNtb.", b"N(N(NNtb.", b"\x81.", b"NN\x81.", b"cbuiltins\nint\nN\x81.", b"cbuiltins\nint\n)\x81.", b"\x92.", b"NNN\x92.", b"cbuiltins\nint\nNN\x92.", b"cbuiltins\nint\n)N\x92.", b"cbuiltins\nint\n)}\x92.", b"P\n.", b"Pabc\n.", b"P\xff\n.", b"NQ.", b"Q.", b"\x82\x00.", b"\x82\xf0.", b"\x83\xf0\xf0.", b"\x84\xff\xff\xff\xff.", b"\x97.", b"\x98.", b"N\x98.", b"B\x05\x00\x00\x00a", b"I0x10\n.", b"I010\n.", b"I1_0\n.", b"Ia\n.", b"L010L\n.", b"La\n.", b"Fa\n.", b"F 1.5 \n.", b"F1_0\n.", b"ga\n.", b"pa\n.", b"I+1\n.", b"\x95\x05\x00\x00\x00\x00\x00\x00\x00N.", b"S'abc'\n.", b"S'abc\n.", b"Sabc\n.", b"S''\n.", b'S"a\\x41"\n.', b"S'\\xff'\n.", b"U\x01\xff.", b"Vabc\\u0041\n.", b"V\\u00\n.", b"X\x01\x00\x00\x00\xff.", b"(i__main__\nfoo\n.", b"(ibuiltins\nint\n.", b"(cbuiltins\nint\nK\x05o.", b"(o.", b"(cbuiltins\nint\no.", b"(I1\nI2\nl.", b"](K\x01K\x02e.", b"\x8f(K\x01\x90.", b"N(K\x01\x90.", b"(K\x01\x91.", b"(]\x91.", b"}]Ns.", b"N)\x90.", b"K\x05K\x06.", b"(K\x05.", b"\x85.", b"N\x86.", b"NN\x87.", b"(N\x86.", b"\x85", b"F1.5", b"I5"]:
    show(b, lambda: pickle.loads(b))
    show((b,"file"), lambda: pickle.load(io.BytesIO(b)))
show("loads str", lambda: pickle.loads("abc"))
show("loads none", lambda: pickle.loads(None))
show("loads", lambda: pickle.loads())
show("loads kw", lambda: pickle.loads(b"N.", foo=1))
show("loads enc", lambda: pickle.loads(b"U\x01\xff.", encoding="latin1"))
show("loads enc", lambda: pickle.loads(b"U\x01\xff.", encoding="bytes"))
show("loads enc", lambda: pickle.loads(b"U\x01\xff.", encoding=5))
show("loads err", lambda: pickle.loads(b"U\x01\xff.", errors="replace"))
show("load none", lambda: pickle.load(None))
