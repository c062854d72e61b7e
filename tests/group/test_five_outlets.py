"""Five outlets on six political events of one week, without vectors and with the defaults."""

import random

import pytest

from dateline.group import Grouper
from tests.group.samples import sketched

OUTLETS = ("Courier", "Ledger", "Beacon", "Tribune", "Wireline")
EVENTS = {
    "budget vote": ("03-02", [
        "Veland's parliament passed the budget by 98 votes to 91 on Monday, after Finance Minister "
        "Oda Krag dropped a tax on heating oil. Krag called the vote a relief.",
        "The government of Veland survived its hardest test on Monday: the budget passed by seven "
        "votes. To win over the Farmers' League, Oda Krag gave up the tax on heating oil.",
        "No tax on heating oil. That was the price Finance Minister Krag paid to see Veland's "
        "budget through parliament on Monday, 98 votes against 91.",
        "Lawmakers in Veland approved a budget of 40 billion krones late on Monday. The Farmers' "
        "League backed it once the finance minister, Oda Krag, had shelved the heating oil tax.",
        "Oda Krag's budget is through. Veland's finance minister needed the Farmers' League and "
        "dropped the heating oil tax; 98 deputies voted for the budget and 91 against.",
    ]),
    "minister resigns": ("03-03", [
        "Veland's Defence Minister Jens Holt resigned on Tuesday over villas built for officers at "
        "the Ravna air base. He denied taking gifts from the builder, Norstad.",
        "Jens Holt quit as defence minister of Veland on Tuesday, days after papers showed that "
        "the firm Norstad had built villas for officers at Ravna.",
        "The Ravna villas have cost Jens Holt his post. The defence minister said on Tuesday that "
        "he had never taken gifts from Norstad, but would go.",
        "Defence Minister Holt of Veland stepped down on Tuesday. Prosecutors are looking into the "
        "builder Norstad, which put up villas for officers at the Ravna base.",
        "Villas at an air base brought down Veland's defence minister on Tuesday. Jens Holt told "
        "reporters that the contracts with Norstad at Ravna were clean.",
    ]),
    "border talks": ("03-04", [
        "Talks between Mirania and Tolze over the Kesh pass opened in Vienna on Wednesday. Envoys "
        "Lale Demir and Radko Pavic agreed to swap maps of minefields.",
        "Mirania and Tolze are to exchange maps of minefields near the Kesh pass, their envoys "
        "said in Vienna on Wednesday at the start of talks.",
        "In Vienna, Lale Demir of Mirania and Radko Pavic of Tolze shook hands on Wednesday and "
        "agreed to hand over maps of the minefields around the Kesh pass.",
        "A first result in the Kesh pass dispute: both sides will swap minefield maps, envoys "
        "Demir and Pavic announced after a day of talks in Vienna on Wednesday.",
        "The envoys of Mirania and Tolze met in Vienna on Wednesday for the first time in six "
        "years. Minefield maps of the Kesh pass will change hands, Radko Pavic said.",
    ]),
    "sanctions": ("03-04", [
        "Washington put sanctions on three shipping firms of Tolze on Wednesday, accusing them of "
        "carrying oil for the Sardak militia. The firms' 21 tankers are barred from ports.",
        "The US Treasury blacklisted 21 tankers from Tolze on Wednesday. Three shipping firms "
        "there earned millions with oil of the Sardak militia, it said.",
        "Three shippers from Tolze landed on a US sanctions list on Wednesday. Their tankers are "
        "said to carry oil that pays for the Sardak militia.",
        "Oil of the Sardak militia sailed on tankers from Tolze, the US Treasury says. On "
        "Wednesday it imposed sanctions on three shipping firms and 21 ships.",
        "The Sardak militia's oil trade was the target of sanctions that the United States "
        "announced on Wednesday against shipping firms and 21 tankers of Tolze.",
    ]),
    "court ruling": ("03-05", [
        "The constitutional court of Orvane on Thursday barred President Amadi Sule from seeking a "
        "third term in July. Judges ruled seven to two. Crowds cheered in Port Lumo.",
        "Amadi Sule may not run again: Orvane's constitutional court ruled on Thursday that a "
        "third term would break the basic law. Two of nine judges dissented.",
        "No third term for Sule. Seven of nine judges of Orvane's highest court decided on "
        "Thursday that the president may not stand in July; people danced in Port Lumo.",
        "President Sule of Orvane must leave in July after the constitutional court rejected his "
        "bid for a third term on Thursday. His party called the judges puppets.",
        "Crowds in Port Lumo celebrated on Thursday when judges told President Amadi Sule that the "
        "law of Orvane allows two terms and not a third term.",
    ]),
    "election date": ("03-06", [
        "Kasmir Dole, prime minister of Brenda Island, called an early election for 19 April on "
        "Friday after the Reform party left his coalition over fishing quotas.",
        "Voters on Brenda Island go to the polls on 19 April. Prime Minister Kasmir Dole set the "
        "early election on Friday, a day after the Reform party walked out.",
        "A quarrel over fishing quotas has ended Brenda Island's coalition. Prime Minister Dole "
        "announced on Friday that an early election would be held on 19 April.",
        "Brenda Island will vote early. Kasmir Dole lost his majority when Reform left over the "
        "fishing quotas and on Friday named 19 April as election day.",
        "The early election on Brenda Island falls on 19 April, Dole's office said on Friday. The "
        "Reform party had quit the coalition in anger at new fishing quotas.",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_every_report_is_with_its_own_event(seed):
    pool = [
        (event, sketched(text, time=f"{day} 1{at}:00", outlet=outlet))
        for event, (day, texts) in EVENTS.items()
        for at, (outlet, text) in enumerate(zip(OUTLETS, texts, strict=True))
    ]
    random.Random(seed).shuffle(pool)
    grouper, found = Grouper(), {}
    for _, one in pool:
        for story in grouper.add(one).stories:
            if not story.merged_into:
                found.update({member.report: story for member in story.members})
    stories = {event: {found[one.id].id for name, one in pool if name == event} for event in EVENTS}
    assert all(len(ids) == 1 for ids in stories.values()), stories
    assert len(set.union(*stories.values())) == len(EVENTS)
    assert all(story.independent == len(OUTLETS) for story in found.values())
