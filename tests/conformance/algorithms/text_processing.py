text = """It was the best of times, it was the worst of times,
it was the age of wisdom... it was the age of foolishness"""

words = [w.strip(".,").lower() for w in text.split()]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5])


def caesar(s, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else c for c in s)


def run_length(s):
    out, i = "", 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out += f"{j - i}{s[i]}"
        i = j
    return out


def roman(n):
    out = ""
    for value, letters in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= value:
            out, n = out + letters, n - value
    return out


def palindromes(s):
    return sorted({s[i:j] for i in range(len(s)) for j in range(i + 2, len(s) + 1) if s[i:j] == s[i:j][::-1]})


def justify(words, width):
    line = []
    for w in words:
        if sum(map(len, line)) + len(line) + len(w) > width:
            gaps = max(1, len(line) - 1)
            spaces, extra = divmod(width - sum(map(len, line)), gaps)
            yield "".join(x + (" " * (spaces + (i < extra)) if i < gaps and len(line) > 1 else "") for i, x in enumerate(line))
            line = []
        line.append(w)
    yield " ".join(line)


print(caesar("Hello, World!", 3), caesar(caesar("abcXYZ", 5), -5), run_length("aaabccd"), [roman(n) for n in (4, 9, 14, 1994, 2024)], palindromes("abacdcab"))
print("\n".join(f"|{line}|" for line in justify(words, 24)))
print("".join(sorted("listen")) == "".join(sorted("silent")), "A man a plan".replace(" ", "").lower()[::-1], " ".join(w[::-1] for w in "abc def".split()), "racecar" == "racecar"[::-1])
for n in range(1, 16):
    print("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n, end=" ")
print()
