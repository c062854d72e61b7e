"""Opposites of reporting that WordNet doesn't pair: written for Dateline, one contrast a line.

A word on the left excludes those on the right when both are said of the same thing. Lemmas.
"""

from __future__ import annotations

from functools import lru_cache

_CONTRASTS = """
allow permit let enable authorise authorize approve | force require oblige compel ban bar \
forbid prohibit block prevent restrict deny refuse
require force oblige order compel mandate | allow ask invite recommend suggest encourage exempt
keep retain preserve maintain hold save | delete remove erase discard drop abandon scrap \
lose uninstall eliminate cancel surrender
open unlock reopen | close shut seal lock
increase rise grow raise climb jump surge expand soar gain add lengthen extend | decrease \
fall drop decline shrink cut lower reduce plunge slump lose shorten slash
gain profit win surplus | loss lose deficit
start begin launch open initiate resume continue | stop end halt cease finish cancel suspend \
abandon
support back boost bolster help aid strengthen spur stimulate encourage assist prop promote \
| oppose hinder weaken undermine block harm hurt sink sabotage slow discourage impede \
obstruct cut
attack invade strike bomb assault | defend protect shield retreat withdraw surrender cooperate
resist defend fight oppose | surrender cooperate submit yield accept
arrest charge indict accuse detain convict jail imprison sentence | acquit release free \
clear pardon exonerate absolve
guilty | innocent
accept agree approve endorse adopt ratify embrace welcome | reject refuse oppose decline \
veto dismiss condemn
confirm admit acknowledge | deny refute
reveal unveil disclose expose publish release announce | hide conceal withhold suppress cover
secret secretly covertly covert quietly privately clandestine | public publicly openly open \
overt
succeed success win victory triumph triumphant | fail failure lose defeat loss struggle
struggling troubled ailing distressed precarious failing beleaguered | thriving triumphant \
prosperous successful flourishing booming healthy
kill execute murder die slay dead | save rescue survive arrest heal wound injure alive
peace peaceful ceasefire truce resolution | war invasion conflict attack violence
join enter | leave quit exit withdraw
arrive come land enter | leave depart flee
thaw | freeze
strong strengthen | weak weaken
hire recruit appoint employ | fire dismiss sack oust resign
import | export
buy purchase acquire | sell
lend | borrow
early earlier | late later
before | after
first | last
most maximum highest largest biggest best more | least minimum lowest smallest fewest worst less
near close | far distant
hot warm | cold cool
north northern | south southern
east eastern | west western
male man men boy | female woman women girl
friend ally friendly partner | enemy foe rival hostile opponent
optimistic hopeful | pessimistic worried
likely probable | unlikely improbable
safe safety secure | dangerous danger unsafe
legal lawful | illegal unlawful criminal
temporary temporarily | permanent permanently
private | public
domestic internal | foreign external
yes | no
direct straight | indirect
specific | general generic
voluntary voluntarily | mandatory forced compulsory
ahead future next coming upcoming | past ago previous last
encourage urge | discourage deter
praise welcome hail applaud | criticise criticize condemn denounce blame
trust confidence | distrust doubt
agreement deal accord consensus | disagreement dispute rift
unite unity united | divide division divided
improve ease repair thaw | worsen deteriorate sour strain damage
lift remove | impose
deploy send | withdraw recall
advance | retreat
love like | hate dislike
""".strip()


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for line in _CONTRASTS.splitlines():
        left, right = (side.split() for side in line.split("|"))
        for a in left:
            for b in right:
                if a != b:
                    pairs.setdefault(a, set()).add(b)
                    pairs.setdefault(b, set()).add(a)
    return {word: frozenset(others) for word, others in pairs.items()}


def opposed(a: str, b: str) -> bool:
    """True when lemmas ``a`` and ``b`` exclude each other."""
    return b in _table().get(a, frozenset())
