print("tab\there", "new\\nline", 'quote\'s "double"', "nul\x00end" == "nul\0end", "\a\b\f\v".encode())
print("\x41\u0042\U00000043\103\N{LATIN SMALL LETTER E WITH ACUTE}\N{snowman}")
print(r"raw\n\x41", R'\'', rb"\x00", "line \
continued")
print("""triple "quoted" text
second 'line'""")
print("con" "cat" 'ena' """ted""")
print(len("\
"), "\012" == "\n", "\08" == "\x008")
for literal in (r'"\x4"', r'"\u12"', r'"\N{no such name}"', r'"\U00110000"', r'b"\xg0"', 'b"é"', '"abc', r'"\N"'):
    try:
        eval(literal)
    except SyntaxError as error:
        print(literal, "->", error.msg)
