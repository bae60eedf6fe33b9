source = "x = 1\ny = x / 0\n"
exec(compile(source, "<generated>", "exec"))
