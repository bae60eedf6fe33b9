# What binascii.a2b_uu takes and refuses.
import binascii

for line in b"", b" ", b"\xffa2,a", b"!", b"#86)C", b"#86)C\n", b"#86)Cx", b"#86)C  ``\r\n", b"#86", b'"86)', b"\n", b"0", b"#8\x01)C":
    try:
        print(line, binascii.a2b_uu(line))
    except binascii.Error as error:
        print(line, error)
