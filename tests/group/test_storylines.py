"""Stories that follow one another, linked by the stream as they open."""

from dateline.group import Grouper
from tests.group.samples import sketched
from tests.group.test_stream import BANK_NORTH, QUAKE, STRIKE_FIRST

ANNOUNCED = [
    "President Ruvo of Caldera will fly to Nerima next month for a summit with Prime Minister Hana "
    "Ito, his office said on Friday. Fuel for the Caldera fleet heads the agenda.",
    "Hana Ito is to receive President Ruvo of Caldera at Nerima in May, officials announced on "
    "Friday. It would be Ruvo's first trip abroad since the election.",
]
HELD = [
    "Prime Minister Hana Ito and President Ruvo signed a pact on tanker routes in Nerima on "
    "Saturday. Caldera will pay 90 million for repairs of the docks, Ito told reporters.",
    "Ruvo left Nerima with a signed pact on tanker routes on Saturday. Hana Ito called the 90 "
    "million that Caldera pays for the docks a fair share.",
]
AFTERMATH = [
    "Dock workers in Caldera walked out on Monday against the bill for foreign repairs that "
    "President Ruvo brought home from Nerima. Unions want Hana Ito to hand the money back.",
    "A strike against paying for docks at Nerima emptied the ports of Caldera on Monday. President "
    "Ruvo said his word to Hana Ito stood.",
]
SUMMIT = [(ANNOUNCED, "04-10"), (HELD, "05-02"), (AFTERMATH, "05-11")]
OTHERS = [(STRIKE_FIRST, "04-12"), (BANK_NORTH, "05-03"), (QUAKE, "05-10")]


def reports():
    """Return all sketches in order of time, and the gold story of each."""
    made = [
        (sketched(text, time=f"{day} 1{at}:00", outlet=f"outlet {at}"), name)
        for name, (texts, day) in enumerate([*SUMMIT, *OTHERS])
        for at, text in enumerate(texts)
    ]
    made.sort(key=lambda pair: pair[0].hours)
    return [one for one, _ in made], {one.id: name for one, name in made}


def linked(sketches, grouper, stories=None, found=None):
    """Stream sketches; return the stories by id and the links, added to those given."""
    stories = {} if stories is None else stories
    found = set() if found is None else found
    for one in sketches:
        decision = grouper.add(one)
        stories.update((story.id, story) for story in decision.stories)
        found.update((link.earlier, link.later, link.why, link.score) for link in decision.links)
    return stories, found


def names(stories, found, gold):
    """Say links by the gold stories they join."""
    event = {id: {gold[member.report] for member in s.members} for id, s in stories.items()}
    assert all(len(events) == 1 for events in event.values())
    return {(min(event[earlier]), min(event[later])) for earlier, later, _, _ in found}


def test_announcement_summit_and_aftermath_are_linked_and_other_stories_are_not():
    sketches, gold = reports()
    stories, found = linked(sketches, Grouper())
    assert names(stories, found, gold) >= {(0, 1), (1, 2)}
    assert all(max(pair) <= 2 for pair in names(stories, found, gold))
    assert any("days later" in why and "ruvo" in why for _, _, why, _ in found)


def test_links_are_the_same_after_a_restart():
    sketches, _ = reports()
    _, whole = linked(sketches, Grouper())
    for stop in range(1, len(sketches), 3):
        stories, found = linked(sketches[:stop], Grouper())
        home = {m.report: s for s in stories.values() if not s.merged_into for m in s.members}
        second = Grouper()
        second.restore((one, home[one.id]) for one in sketches[:stop])
        assert linked(sketches[stop:], second, stories, found)[1] == whole


def test_a_sequel_too_late_is_not_linked():
    texts = [ANNOUNCED[0], HELD[0]]
    made = [sketched(text, time=day) for text, day in zip(texts, ["01-02", "05-02"], strict=True)]
    assert not linked(made, Grouper())[1]
