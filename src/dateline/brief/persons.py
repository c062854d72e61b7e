"""Persons: which nouns a later "he" or "she" can stand for."""

from __future__ import annotations

from dateline.brief.support.facts import OFFICES
from dateline.brief.words import word_set

_PEOPLE = word_set(
    """
    man woman boy girl child baby teenager teen youth adult person mother father parent son
    daughter brother sister wife husband widow uncle aunt cousin friend partner couple king queen
    prince princess pope bishop priest imam rabbi monk nun chief boss head guard nurse athlete
    pilot candidate suspect victim defendant patient resident migrant refugee hostage convict
    inmate fugitive giant star hero champion captain coach judge witness spouse relative heir
    student agent client tenant immigrant pedestrian merchant accountant assistant attendant
    lieutenant sergeant militant president incumbent opponent recipient dissident scientist
    """
)
_MAKES = ("er", "or", "ist", "ian", "man", "woman", "ee", "eer", "ess", "yst")
# Words of those endings that are no persons.
_THINGS = word_set(
    """
    number paper power order matter letter member offer water river border center centre winter
    summer computer chapter quarter manner tower corner theater theatre shelter border weather
    factor error sector motor terror labor labour horror mirror floor door color colour favor
    flavor behaviour rumour committee fee coffee degree guarantee process access business success
    illness stress address congress progress witness fitness awareness press human fire year
    disaster chamber border barrier career carrier whether encounter register cover layer murder
    danger anger december november october september either other another newspaper helicopter
    """
)


def is_person(noun: str) -> bool:
    """True for a noun (a lemma in lower case) that means a person: by a list, an office, or the
    way it is made ("miner", "activist")."""
    if noun in _PEOPLE or noun in OFFICES:
        return True
    return len(noun) > 4 and noun.endswith(_MAKES) and noun not in _THINGS
