# Needs a 64-bit platform, or any other that has sockets: pyodide has none.
import select
import socket

a, b = socket.socketpair()
CASES = """
a.getsockname(), a.getpeername(), a.gettimeout(), a.getblocking(), a.timeout
a.family, a.type, a.proto, a.fileno() >= 0
a.recv('a')
a.recv(-1)
a.send('a')
a.settimeout(-1)
select.select([a], [b], [], 0) == ([], [b], [])
a.setblocking(False)
a.recv(5)
a.timeout, a.gettimeout(), a.getblocking()
a.settimeout(.01)
a.recv(5)
b.send(b'abc')
select.select([a], [], [], 1) == ([a], [], [])
a.recv(2)
a.recv_into(bytearray(5))
a.recv_into(b'abc')
b.sendall(b'x')
b.shutdown(1)
a.recv(5)
a.recv(5)
b.send(b'x')
a.shutdown(5)
b.close()
b.fileno()
b.recv(1)
b
a.send(b'x')
socket.socket(fileno=999)
a.detach() > 0
a.fileno()
"""
for case in CASES.strip().splitlines():
    try:
        print(case, "|", repr(eval(case)))
    except Exception as error:
        print(case, "|", type(error).__name__, error)
c, d = socket.socketpair()
with c, d:
    with c.makefile("w") as out, d.makefile() as back:
        out.write("line\n")
        out.flush()
        print(back.readline())
