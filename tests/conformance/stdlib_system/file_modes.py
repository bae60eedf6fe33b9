# New in 3.14: messages
import stat

for mode in (0, 0o100755, 0o040700, 0o120777, 0o140644, 0o010600, 0o060660, 0o020666, 0o104755, 0o042070, 0o041007):
    print(oct(mode), stat.filemode(mode), stat.S_ISDIR(mode), stat.S_ISREG(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
for call in (lambda: stat.S_ISDIR("a"), lambda: stat.S_ISDIR(-1), lambda: stat.filemode(1.0)):
    try:
        print(call())
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(stat.S_IRWXU, stat.S_ISUID, stat.ST_MTIME, stat.S_IFLNK, stat.SF_APPEND)
