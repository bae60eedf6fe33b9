# A SyntaxError that a program makes may have a filename that is no str.
raise SyntaxError("msg", (b"bytes_filename", 123, 0, "text"))
