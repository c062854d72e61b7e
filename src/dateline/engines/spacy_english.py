"""Parser and recogniser: English spaCy pipelines.

The default model is a copy of the official small one under an unofficial name, so its files are
checked against pinned hashes; an official ``en_core_web_*`` that the user has installed and
named in the options is taken as it is.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.engines.ports import NamedSpan
from dateline.engines.threads import one_thread
from dateline.engines.trust import check_files, pinned
from dateline.errors import EngineError
from dateline.records import Token

ENGLISH = frozenset({"en"})
OFFICIAL = re.compile(r"en_core_web_(sm|md|lg|trf)\Z")
# Sentences a batch: long ones fill memory, and a batch this size already runs at full speed.
BATCH = 64
# Remembered (word, tag) pairs; a month of news has some 100,000.
REMEMBERED = 200_000
# A "sentence" past this is a table or noise: only its beginning is parsed.
LONGEST = 3000
FULL_VERBS = frozenset({"do", "does", "did", "'d", "have", "has", "had"})
CLAUSE_HEADS = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp"})
# Labels of OntoNotes that name somebody or somewhere, and the coarse ones of the port.
LABELS = {"PERSON": "PER", "ORG": "ORG", "NORP": "NORP", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


@dataclass(slots=True)
class Found:
    """A name that the recogniser found: offsets count from the sentence's start."""

    start: int
    end: int
    label: str


class SpacyEnglish:
    """An English spaCy pipeline as parser and as recogniser; loads on first use (0.5 s, 120 MB).

    Only tagger and dependency parser run on every sentence. Lemma and part of speech come from
    the model's own tables once for each (word, tag) pair and are remembered: this takes a
    fifth of the time off and gives the same answer. Names are found on request only.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self._lock = threading.Lock()
        self._nlp: Any = None
        self._own_ner = True
        self._pos: dict[tuple[str, str], tuple[str, str]] = {}

    @cached_property  # the name goes on every vector, and looking a version up takes 1 ms
    def name(self) -> str:
        """Model and version."""
        try:
            return f"{self._model}-{version(self._model)}"
        except PackageNotFoundError:
            return self._model

    @property
    def languages(self) -> frozenset[str]:
        """English alone."""
        return ENGLISH

    def missing(self) -> str | None:
        """Say why this engine can't run here, or None where it can."""
        if find_spec("spacy") is None:
            return "package spacy is not installed"
        if not re.fullmatch(r"[A-Za-z0-9_]+", self._model) or find_spec(self._model) is None:
            return f"spaCy model {self._model} is not installed"
        return None

    def parse(self, sentences: Sequence[str], language: str) -> list[tuple[Token, ...]]:
        """Parse each sentence into one tree. Raises EngineError when the model can't be used."""
        docs = self._run(sentences, language, skip={"ner", "attribute_ruler", "lemmatizer"})
        return [self._tokens(doc) for doc in docs]

    def names(self, sentences: Sequence[str], language: str) -> list[list[NamedSpan]]:
        """Find names: PER, ORG, LOC and NORP (nationalities, religious and political groups)."""
        docs = self._run(
            sentences, language, skip={"tagger", "parser", "attribute_ruler", "lemmatizer"}
        )
        found: list[list[NamedSpan]] = [
            [
                Found(ent.start_char, ent.end_char, LABELS[ent.label_])
                for ent in doc.ents
                if ent.label_ in LABELS
            ]
            for doc in docs
        ]
        return found

    def _run(self, sentences: Sequence[str], language: str, *, skip: set[str]) -> list[Any]:
        if language not in ENGLISH:
            raise EngineError(self.name, f"parses English, not {language!r}", kind="language")
        nlp = self._load()
        docs = [nlp.make_doc(text[:LONGEST]) for text in sentences]
        if "parser" not in skip:
            for doc in docs:
                for position in range(1, len(doc)):
                    doc[position].is_sent_start = False
        with self._lock, one_thread():
            for name, pipe in nlp.pipeline:
                if name in skip or (name == "tok2vec" and "parser" in skip and self._own_ner):
                    continue
                docs = list(pipe.pipe(docs, batch_size=BATCH))
        return docs

    def _tokens(self, doc: Any) -> tuple[Token, ...]:
        strings, remembered = doc.vocab.strings, self._pos
        table = doc.to_array(("IDX", "TAG", "DEP", "HEAD")).tolist()
        tokens = []
        for index, (token, (start, tag_id, rel_id, head)) in enumerate(
            zip(doc, table, strict=True)
        ):
            text, tag, rel = token.text, strings[tag_id], strings[rel_id]
            pos, lemma = remembered.get((text, tag)) or self._look_up(text, tag)
            # spaCy keeps heads as distances in unsigned 64-bit numbers.
            head = head - (1 << 64) if head >= 1 << 63 else head
            tokens.append(
                Token(
                    start=start,
                    end=start + len(text),
                    lemma=lemma,
                    pos=_in_clause(pos, text, tag, rel),
                    tag=tag,
                    rel=rel,
                    head=index + head,
                )
            )
        return tuple(tokens)

    def _look_up(self, text: str, tag: str) -> tuple[str, str]:
        """Ask the model's own tables for part of speech and lemma of one tagged word."""
        nlp = self._nlp
        from spacy.tokens import Doc

        # The tables know straight apostrophes only.
        doc = Doc(nlp.vocab, words=[text.replace("’", "'")], tags=[tag])
        for name in ("attribute_ruler", "lemmatizer"):
            if name in nlp.pipe_names:
                doc = nlp.get_pipe(name)(doc)
        known = (doc[0].pos_ or "X", doc[0].lemma_ or text.lower())
        if len(self._pos) < REMEMBERED:
            self._pos[(text, tag)] = known
        return known

    def _load(self) -> Any:
        with self._lock:
            if self._nlp is None:
                reason = self.missing()
                if reason is not None:
                    raise EngineError(self.name, reason, kind="missing")
                if not OFFICIAL.match(self._model) or self.name in pinned():
                    check_files(self.name, self._folder())
                try:
                    self._nlp = import_module(self._model).load()
                except (OSError, ValueError, ImportError, AttributeError) as error:
                    raise EngineError(self.name, f"does not load: {error}") from error
                self._own_ner = not _listens(self._nlp, "ner")
            return self._nlp

    def _folder(self) -> Path:
        package = import_module(self._model)
        return Path(str(package.__file__)).parent / self.name


def _in_clause(pos: str, text: str, tag: str, rel: str) -> str:
    """Correct the part of speech of a word by its place in the clause.

    These are the rules of spaCy's English attribute ruler that look at the dependency label
    (the others look at word and tag alone and are remembered with them).
    """
    if rel in ("aux", "auxpass"):
        return pos if tag == "TO" else "AUX"
    if tag == "IN" and rel == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT"):
        return pos if rel in ("det", "quantmod") else "PRON"
    if rel in CLAUSE_HEADS and text.lower() in FULL_VERBS:
        return "VERB"
    if tag == "CC" and rel == "advmod" and text.lower() == "but":
        return "ADV"
    return pos


def _listens(nlp: Any, pipe: str) -> bool:
    """True when ``pipe`` reads the vectors that another pipe computed."""
    if pipe not in nlp.pipe_names:
        return False
    model = nlp.get_pipe(pipe).model
    return any("listener" in node.name for node in model.walk())
