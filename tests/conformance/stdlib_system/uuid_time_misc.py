import time
import uuid
import urllib.parse
import html
import keyword
import string
import colorsys
import getopt

print(uuid.UUID("12345678123456781234567812345678"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.UUID(int=5).hex, len(str(uuid.uuid4())))
print(time.gmtime(0).tm_year, time.strftime("%Y-%m-%d", time.gmtime(86400)), time.time() > 1e9, time.perf_counter() <= time.perf_counter(), time.monotonic_ns() > 0)
print(urllib.parse.quote("a b/é?"), urllib.parse.unquote("a%20b%C3%A9"), urllib.parse.urlencode({"a": 1, "b": "x y"}), urllib.parse.urlparse("https://u:p@h.org:80/p/a?q=1#f"), urllib.parse.parse_qs("a=1&a=2&b="), urllib.parse.urljoin("http://a/b/c", "../d"))
print(html.escape("<a href='x'>&"), html.unescape("&lt;&eacute;&#x41;&amp;amp;"), keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist)
print(colorsys.rgb_to_hsv(1, 0, 0), getopt.getopt(["-a", "1", "--long", "x"], "a:", ["long"]))
import array
import graphlib

a = array.array("i", [1, 2, 3])
a.append(4)
print(a, a[1:3], a.typecode, a.itemsize, a.tolist(), array.array("d", [1.5]), array.array("B", b"ab").tobytes(), sum(a))
print(list(graphlib.TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]}).static_order())[0])
import contextvars

v = contextvars.ContextVar("v", default=0)
token = v.set(5)
print(v.get(), contextvars.copy_context()[v], contextvars.copy_context().run(lambda: (v.set(9), v.get())[1]), v.get(), v.reset(token), v.get())
import abc, types, secrets, tempfile, glob, zipfile, configparser

c = configparser.ConfigParser()
c.read_string("[a]\nx = 1\ny: %(x)s2\n[b]\nz = yes\n")
print(c.sections(), c["a"]["y"], c.getboolean("b", "z"), c.get("a", "none", fallback="f"), dict(c["a"]))
