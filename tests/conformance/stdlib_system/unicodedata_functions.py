import hashlib
import unicodedata as u


def t(s):
    try:
        print(s, "->", repr(eval(s)))
    except Exception as e:
        print(s, "->", type(e).__name__, e)


for s in [
    "u.name('a')",
    "u.name('\\0')",
    "u.name('\\0',5)",
    "u.name('ab')",
    "u.name(1)",
    "u.name()",
    "u.lookup('foo')",
    "u.lookup('LATIN SMALL LETTER A')",
    "u.lookup('latin small letter a')",
    "u.lookup(1)",
    "u.lookup('KEYCAP DIGIT ONE')",
    "u.digit('a')",
    "u.digit('5')",
    "u.digit('²')",
    "u.decimal('²')",
    "u.decimal('x',None)",
    "u.numeric('½')",
    "u.numeric('a')",
    "u.category('a')",
    "u.bidirectional('a')",
    "u.combining('\\u0301')",
    "u.mirrored('(')",
    "u.east_asian_width('あ')",
    "u.decomposition('é')",
    "u.decomposition('½')",
    "u.normalize('NFC','e\\u0301')",
    "u.normalize('X','a')",
    "u.normalize('NFKD','ﬁ')",
    "u.is_normalized('NFC','e\\u0301')",
    "u.is_normalized('Z','')",
    "u.name('\\u4e00')",
    "u.name('\\uac00')",
    "u.name('\\U00020000')",
    "u.lookup('CJK UNIFIED IDEOGRAPH-4E00')",
    "u.lookup('HANGUL SYLLABLE GAG')",
    "u.ucd_3_2_0.unidata_version",
    "u.ucd_3_2_0.category('\\u0221')",
    "u.name('\\ue000')",
    "u.category('\\ue000')",
    "u.category('\\U000e01ef')",
    "u.category('\\u0378')",
    "'\\N{LINE FEED}'",
    "u.lookup('LF')",
    "u.decimal()",
    "u.category('')",
    "u.category(5)",
    "u.east_asian_width('\\U00030000')",
    "u.east_asian_width('\\u0378')",
    "u.bidirectional('\\u0378')",
    "u.numeric('\\u4e00')",
    "u.decomposition('\\uac00')",
    "u.numeric('\\U00012456')",
    "u.name('\\U00018800')",
    "u.lookup('TANGUT IDEOGRAPH-18800')",
    "u.lookup('NUSHU CHARACTER-1B170')",
    "u.name('\\U0001B170')",
    "u.name('\\U00018B00')",
]:
    t(s)


def summary(db):
    h = hashlib.sha256()
    for cp in [*range(0, 0x3400, 2), *range(0xA000, 0xAC00, 3), *range(0xAC00, 0xD7A4, 97), *range(0xF900, 0x11900, 3), *range(0x1D100, 0x1F000, 5), *range(0x2F800, 0x2FA20, 3)]:
        c = chr(cp)
        facts = [cp, db.category(c), db.bidirectional(c), db.combining(c), db.mirrored(c), db.east_asian_width(c)]
        facts += [db.decomposition(c), db.numeric(c, None), db.name(c, None)]
        facts += [[*map(ord, db.normalize(form, c + "\u0301"))] for form in ("NFC", "NFD", "NFKC", "NFKD")]
        h.update(repr(facts).encode())
    return h.hexdigest()


print(summary(u))
print(u.is_normalized("NFC", "\u212b"), [*map(hex, map(ord, u.normalize("NFC", "\u1100\u1161\u11a8a\u0327\u0301")))])
