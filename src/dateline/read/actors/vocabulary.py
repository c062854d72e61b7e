"""English words that decide what a capitalised name is."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# States and seats whose English names are also given or family names.
PERSONAL = words(
    """jordan chad georgia israel washington paris london berlin lima santiago vienna sofia
    wellington virginia carolina dakota montana china cuba guinea"""
)
# A capitalised word after a name that makes the whole a place, a house, a firm or a work.
THINGS = words(
    """airport airlines airways avenue award awards bank bridge broadcasting building bureau
    campaign center centre church city co college company corp corporation county cup daily
    depot district drive express festival football foundation fund gazette group hall herald
    highway hospital hotel house inc institute insurance intercontinental international island
    islands journal league library magazine memorial monument motor motors museum news open
    orchestra organization park plaza post presidential press prize road school society square
    stadium star state steel street studios symphony team telegraph theater theatre times today
    tour tower towers tribune university weekly zoo jr"""
)
# What a city does when it stands for a government.
ACTS = words(
    """said says agreed agrees backs believes calls condemns considers claims decides denies
    demands fears had has hopes imposes insists intends is was will would should must could may
    might needs offers plans proposes pushes refuses rejects responds sees sent sought seeks
    supports threatens told tries urges wants warns welcomes also itself
    adds asks bans braces concedes confirms continues cuts defends eyes faces gives grapples
    hints holds hosts insists keeps launches lifts looks makes moves pledges prepares presses
    raises remains reports ruled rules scrambles sees signals steps stops strikes struggles
    summons takes turns uses vows weighs withdraws"""
)
# What others do to a government under its city's name.
TOWARDS = words(
    """with between against by urged urging urge told tells asked press pressed pressing
    accused accusing blamed blaming warned pro anti"""
)
# What may follow a city that something is done to: "ties with Tokyo over trade".
LINKS = words("and or on over to in as that not for after but with about amid")
# Words that make the city after them a place.
AT = words("in at near from around outside inside downtown central visit visited")
# ... unless the city's own act or policy follows: "an answer to Beijing's policy".
TO = words("to of for")
# Capitalised words that can stand before a name without being part of it.
NOT_A_NAME = words(
    """the a an and or but in on at of for from to with by as if when while after before that
    this president vice prime minister secretary general king queen chancellor senator sen rep
    gov governor mr mrs ms sir foreign defense defence former ex states new say says said
    premier leader u us between both against why how what will is are was where who republican
    democrat democratic pm i he she it they we"""
)
HONORIFICS = words("mr mrs ms miss dr sir lady lord gen general adm admiral col lt")
# The last words of titles that a surname may follow.
TITLE_WORDS = words(
    """president minister secretary chancellor premier king queen senator sen rep gov governor
    mayor leader general speaker chairman judge justice pope prince ambassador director
    representative congressman adviser spokesman rev professor prof"""
)
# Words that may open a sentence right before a surname.
OPENERS = words(
    """but and in on at as when while after before if for since though although because yet so
    then later still both even only what why how where until without like from with by to the"""
)
# Words before a title that make it another office, or no present one.
OTHER_OFFICE = words(
    """deputy vice acting interim assistant under next incoming outgoing junior senior shadow
    presidential elect associate"""
)
PAST_OFFICE = words("former ex late onetime then ousted deposed longtime")
# Words that a preposition meets oftener than the towns of that name.
NO_TOWN = words(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday the university congress of general
    central north south east west northern southern eastern western parliament"""
)
# Given names so usual that a full name with one is also that of people no table has.
USUAL = words(
    """adam alan al andrew anthony barbara ben bill bob brian charles charlie chris christopher
    daniel dan david dick don donald duncan ed edward elizabeth eric frank fred gary george
    gordon graham greg harry henry ian jack jacob james jane jason jeff jim joe john jon jonathan
    joseph keith ken kenneth kevin larry laura lisa mark martin mary matt michael mike nancy
    nicholas nick pat patrick paul peter phil philip ray richard rick rob robert roger ron ronald
    roy russ sam samuel sarah scott sean sherrod stephen steve steven sue susan ted thomas tim
    tom tommy tony wayne will william"""
)
# Words of reports on public affairs: two of them, and such a name is taken for the official's.
POLITICS = words(
    """president presidential senator sen senate secretary minister ministers ministry congress
    congressional republican republicans democrat democrats democratic government white
    administration governor gov court campaign party election elections pentagon parliament
    lawmakers lawmaker cabinet diplomatic diplomat military policy senators justice commander
    ambassador envoy treasury federal sanctions"""
)
# What a government has and a town has not: "Tokyo's policy", "Beijing's claims".
STATECRAFT = words(
    """ally allies ambassador ambition ambitions approach approval army assertion assertiveness
    attempt attempts backing bid campaign choice claim claims commitment concern concerns conduct
    control crackdown decision defense defence demand demands denial diplomacy diplomatic diplomats
    efforts embassy envoy envoys fear fears forces foreign goal goals government grip influence
    insistence intentions interests invasion leaders leadership military missiles move moves
    negotiator negotiators nuclear objections offensive offer official officials opposition policy
    policies position pressure proposal proposals refusal rejection relations relationship request
    response rule sanctions security sovereignty stance strategy strikes support tariffs threat
    threats ties troops view views war willingness"""
)
# One of these must stand on a page that says "Pope" or "the pope" without a name.
CHURCH = words(
    """vatican catholic catholics church cardinal cardinals pontiff conclave bishop bishops
    francis leo benedict papal papacy basilica faithful"""
)
