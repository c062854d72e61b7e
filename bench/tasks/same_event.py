"""Same event: which marked mentions tell of one occurrence, against gold chains (B³).

Data: the ECB+ corpus (github.com/cltl/ecbPlus, CC BY 3.0): a folder with its ``.xml`` files at
any depth (to measure on a part, give a folder with the files of that part), or a JSON Lines
file of mentions with ``id``, ``doc_id``, ``sentence``, ``trigger`` (its words) and ``cluster``.
Action mentions are given; chains run across documents of the whole pool; a mention in no
chain is a chain of its own. ``b3_f1`` (Bagga and Baldwin 1998), and ``b3_f1_lemma``: the same
lemma in alike reports, the usual baseline.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from defusedxml import ElementTree

from bench.measures import b_cubed
from dateline.config import load_options
from dateline.engines import load_engines
from dateline.engines.ports import Parser
from dateline.events.triggers import Trigger, group_reports, join_triggers

Marked = tuple[str, str, str, str, str]
"""Id, report, sentence, trigger words, gold chain."""


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Cluster the gold mentions and score the clusters."""
    if data is None:
        raise SystemExit("same-event: --data FOLDER or FILE is needed")
    marked = list(_from_xml(data) if data.is_dir() else _from_jsonl(data))
    parser = load_engines(load_options({})[0]).parser_for("en")
    assert parser is not None
    triggers, gold = _triggers(marked, parser), {m[0]: m[4] for m in marked}
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for _, report, sentence, _, _ in marked:
        texts[report][sentence] = None
    reports = {report: " ".join(sentences) for report, sentences in texts.items()}
    precision, recall, f1 = b_cubed(gold, join_triggers(triggers, reports))
    group = group_reports(reports)
    lemma = {one.id: (group[one.report], one.lemma) for one in triggers}
    return {
        "b3_f1": f1,
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1_lemma": b_cubed(gold, lemma)[2],
        "mentions": float(len(marked)),
    }


def _triggers(marked: list[Marked], parser: Parser) -> list[Trigger]:
    """Lemmatise each trigger's main word: the verb or noun that heads it."""
    parsed = parser.parse([words for _, _, _, words, _ in marked], "en")
    found = []
    for (id, report, sentence, words, _), tokens in zip(marked, parsed, strict=True):
        roots = [t for index, t in enumerate(tokens) if t.head == index]
        lemma = roots[0].lemma.lower() if roots else words.lower()
        found.append(Trigger(id=id, lemma=lemma, sentence=sentence, report=report))
    return found


def _from_jsonl(path: Path) -> Iterator[Marked]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], row["doc_id"], row["sentence"], row["trigger"], str(row["cluster"])


def _from_xml(folder: Path) -> Iterator[Marked]:
    """Read ECB+ documents: tokens, action markables, and the chains across documents."""
    for path in sorted(folder.rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        if root is None:
            continue
        words: dict[str, str] = {}
        sentence_of: dict[str, str] = {}
        sentences: dict[str, list[str]] = defaultdict(list)
        for token in root.iter("token"):
            id, number = token.get("t_id", ""), token.get("sentence", "")
            words[id], sentence_of[id] = token.text or "", number
            sentences[number].append(token.text or "")
        chains = {
            str(source.get("m_id")): str(relation.get("note") or relation.get("r_id"))
            for relation in root.iter("CROSS_DOC_COREF")
            for source in relation.iter("source")
        }
        for markables in root.iter("Markables"):
            for mark in markables:
                anchors = [a.get("t_id", "") for a in mark.iter("token_anchor")]
                if not anchors or not mark.tag.startswith(("ACTION", "NEG_ACTION")):
                    continue
                id = f"{path.name}:{mark.get('m_id', '')}"
                text = " ".join(sentences[sentence_of[anchors[0]]])
                trigger = " ".join(words[a] for a in anchors)
                yield id, path.stem, text, trigger, chains.get(mark.get("m_id", ""), id)
