"""Statistics of a text: words, letters, readability, n-grams, and the words that make it special."""

import math
import re
import string
import textwrap
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

TEXT = """
The owl and the otter met by the river. "Who," asked the owl, "dares to swim at midnight?"
"I do," said the otter. "The water is warm; the moon is bright; and nobody's here but us."

The owl considered this. It was true: the moon was bright, the water was warm, and nobody was
there. So the owl, who could not swim, sat on a branch and watched the otter -- diving, turning,
diving again -- until the night was over and the sun rose over the well-known river.

"That," said the owl, "was a very good night." And the otter, who was tired, said nothing at all.
"""

STOP_WORDS = frozenset("a all and at but by i is it not of on so that the this to until us was who".split())
Sentence = namedtuple("Sentence", ["text", "words"])
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def words_of(text):
    return [w.lower() for w in WORD.findall(text)]


def sentences_of(text):
    for part in re.split(r'(?<=[.!?])["”]?\s+', " ".join(text.split())):
        if words := words_of(part):
            yield Sentence(part, words)


def syllables(word):
    """An estimate: groups of vowels, a silent e not counted."""
    groups = re.findall(r"[aeiouy]+", word)
    return max(1, len(groups) - (word.endswith("e") and not word.endswith("le") and len(groups) > 1))


def ngrams(words, n):
    window = deque(maxlen=n)
    for word in words:
        window.append(word)
        if len(window) == n:
            yield tuple(window)


def bar(value, largest, width=30):
    eighths = round(value / largest * width * 8)
    return "█" * (eighths // 8) + ("" if eighths % 8 == 0 else " ▏▎▍▌▋▊▉"[eighths % 8])


def longest_common_prefix(words):
    first, last = min(words), max(words)
    end = next((i for i, (a, b) in enumerate(zip(first, last)) if a != b), min(len(first), len(last)))
    return first[:end]


def concordance(text, word, width=24):
    flat = " ".join(text.split())
    for match in re.finditer(rf"\b{re.escape(word)}\b", flat, re.IGNORECASE):
        left, right = flat[: match.start()][-width:], flat[match.end() :][:width]
        yield f"{left:>{width}}[{match[0]}]{right:<{width}}".rstrip()


def main():
    words = words_of(TEXT)
    sentences = list(sentences_of(TEXT))
    counts = Counter(words)
    print(f"{len(TEXT.split(chr(10) * 2))} paragraphs, {len(sentences)} sentences, {len(words)} words, {len(counts)} different")
    print(f"average word {sum(map(len, words)) / len(words):.2f} letters, average sentence {len(words) / len(sentences):.2f} words")
    ease = 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words)
    print(f"reading ease {ease:.1f}, longest sentence: {max(sentences, key=lambda s: len(s.words)).text[:40]!r}...")

    print("\nMost common words:")
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:6]:
        print(f"  {word:<8}{count:3} {bar(count, counts.total())}")
    content = Counter({w: c for w, c in counts.items() if w not in STOP_WORDS})
    print("Content words:", ", ".join(f"{w} {c}" for w, c in sorted(content.items(), key=lambda i: (-i[1], i[0]))[:8]))

    print("\nPairs and triples:")
    for n in (2, 3):
        grams = Counter(gram for s in sentences for gram in ngrams(s.words, n))
        best = sorted(grams.items(), key=lambda item: (-item[1], item[0]))[:3]
        print(" ", "; ".join(f"{' '.join(gram)} ({count})" for gram, count in best))

    letters = Counter(c for c in TEXT.lower() if c in string.ascii_lowercase)
    total = letters.total()
    entropy = -sum(c / total * math.log2(c / total) for c in letters.values())
    print(f"\n{total} letters, entropy {entropy:.3f} bits, missing: {''.join(sorted(set(string.ascii_lowercase) - letters.keys()))}")
    for letter, count in letters.most_common(3):
        print(f"  {letter} {count / total:6.2%} {bar(count, total, 60)}")
    print("  punctuation:", dict(sorted(Counter(c for c in TEXT if c in string.punctuation).items())))

    by_length = defaultdict(set)
    for word in counts:
        by_length[len(word)].add(word)
    print("\nBy length:", {n: len(by_length[n]) for n in sorted(by_length)}, sorted(by_length[max(by_length)]))
    anagrams = defaultdict(list)
    for word in sorted(counts):
        anagrams["".join(sorted(word))].append(word)
    print("Anagrams:", [group for group in anagrams.values() if len(group) > 1])
    print("Common prefix:", repr(longest_common_prefix(["diving", "divided", "diver"])), repr(longest_common_prefix(["a", "b"])))
    first_seen = OrderedDict((w, i) for i, w in reversed(list(enumerate(words))))
    first_seen.move_to_end("owl", last=False)
    print("First seen:", list(first_seen.items())[:3], first_seen["river"])

    print("\nConcordance of 'river' and 'was':")
    for line in [*concordance(TEXT, "river"), *list(concordance(TEXT, "was"))[:3]]:
        print(" ", line)

    half = len(words) // 2
    early, late = Counter(words[:half]), Counter(words[half:])
    print("\nOnly early:", sorted((early - late).elements())[:8])
    print("In both:", sorted((early & late) - Counter(STOP_WORDS)))
    print("Union:", (early | late)["the"], "difference:", (early - late)["the"], "sum:", (early + late) == counts)
    early.subtract(late)
    print("Balance of owl:", early["owl"], "of a word never used:", early["zebra"])
    settings = ChainMap({"width": 44}, {"width": 70, "indent": "> "})
    print(textwrap.fill(" ".join(sentences[3].text.split()), settings["width"], initial_indent=settings["indent"], subsequent_indent="  "))
    print(textwrap.shorten(sentences[-2].text, 30, placeholder=" [...]"))


if __name__ == "__main__":
    main()
