"""Counting words in a dictionary: splitting, lower case, `get`, `setdefault`, iteration over items."""

from harness import bench

SYLLABLES = ["ka", "to", "mi", "re", "su", "no", "ha", "li", "Do", "Ve"]


def text(words):
    seed = 7
    out = []
    for _ in range(words):
        word = ""
        seed = (seed * 1103515245 + 12345) % 2147483648
        for shift in range(1 + seed // 65536 % 3):
            word += SYLLABLES[seed // (256 << (3 * shift)) % 10]
        out.append(word)
    return " ".join(out)


TEXT = text(60000)


def work():
    counts = {}
    by_length = {}
    for word in TEXT.split():
        word = word.lower()
        counts[word] = counts.get(word, 0) + 1
        by_length.setdefault(len(word), set()).add(word)
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    letters = {}
    for letter in TEXT:
        if letter in letters:
            letters[letter] += 1
        else:
            letters[letter] = 1
    return best, sorted((n, len(words)) for n, words in by_length.items()), letters["a"]


bench(work, 6)
