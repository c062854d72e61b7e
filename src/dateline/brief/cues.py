"""Words that give away what a sentence does, in English, Japanese, Korean and Chinese.

They stand in for the role model where a reading has no roles, and serve the editing and the
gaps. Each table is searched, never matched with nested repetition, so no text makes them slow.
"""

from __future__ import annotations

import re

from dateline.records import Role

ROLE_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "boilerplate",
        re.compile(
            r"^(?:source|via|read more|read also|see also|related|photo|image|watch"
            r"|follow us)\b\s*:"
            r"|^(?:pictured|photographed|clockwise)\b|\bfrom left\s*[,:]"
            r"|\banyone (?:with|who (?:has|saw|witnessed)|wishing)\b[^.;]{0,60}\b(?:asked|urged"
            r"|call|contact)\b"
            r"|\b(?:all rights reserved|sign up (?:for|to)|subscribe|newsletter|click here|"
            r"story continues|send this page|cookies?|advertisement)\b"
            r"|©|無断転載|무단 ?전재|재배포 금지|版权所有|转载请",
            re.IGNORECASE,
        ),
    ),
    (
        "method",
        re.compile(
            r"\b(?:spoke|speaking) on (?:the )?condition of anonymity\b"
            r"|\b(?:did|does) not (?:immediately )?(?:respond|reply)\b"
            r"|\b(?:could not|couldn't) (?:immediately )?be (?:reached|verified)\b"
            r"|\bdeclined to comment\b|^\(?(?:additional )?(?:reporting|writing|editing) by\b"
            r"|\bwas not authori[sz]ed to speak\b|익명을 (?:요구|전제)",
            re.IGNORECASE,
        ),
    ),
    (
        "next",
        re.compile(
            r"\b(?:(?:is|are|was|were) (?:expected|scheduled|set|due|slated|poised|likely) to"
            r"|will (?:be |also |then |next )?\w+|plans? to|intends? to|aims? to (?:hold|visit"
            r"|sign)"
            r"|next (?:week|month|year|step|round|spring|summer|autumn|fall|winter)"
            r"|in the coming (?:days|weeks|months)|later this (?:week|month|year)|could lead to"
            r"|may (?:explore|visit|meet|seek|lead)|remains to be seen|following the summit)\b"
            r"|予定(?:だ|で|して|を|の)|見通し|方針(?:だ|で|を)|見込み"
            r"|예정(?:이|인|으|된)|계획(?:이|을|하)|전망(?:이|된|하)"
            r"|将(?:于|在|会|举行|访问|继续|进行|出席)|預計|预计|計劃|计划|拟于",
            re.IGNORECASE,
        ),
    ),
    (
        "reason",
        re.compile(
            r"\b(?:significan(?:t|ce)|important(?:ce)?|because|due to|amid|in order to|seen as"
            r"|comes? (?:at a time|as|amid)|stakes|critical|crucial|strategic|underscor\w+"
            r"|signals?|aimed at|in response to|pressure|concerns? (?:over|about)|reflects?"
            r"|could (?:alter|influence|enhance|affect)|raises? (?:fears|questions|hopes))\b"
            r"|背景(?:に|が|には)|狙い|ねらい|重要|懸念|ため、"
            r"|때문|배경|의미|중요|우려|위해"
            r"|意义|意義|因为|由于|背景下|旨在|关键|重要|担忧",
            re.IGNORECASE,
        ),
    ),
    (
        "background",
        re.compile(
            r"\b(?:(?:since|until) (?:1[5-9]|20)\d\d|in (?:1[5-9]\d\d|200\d|201\d)|histor(?:y"
            r"|ic|ical|ically)"
            r"|colon(?:y|ial)|decades?|wartime|last (?:year|month|autumn|spring|summer|winter)"
            r"|(?:months?|years?) ago|previous(?:ly)?|had (?:been|met|visited|agreed|said)"
            r"|long[- ]standing|unresolved|the first (?:time|visit|meeting|such)"
            r"|broader|precedent|tradition(?:al)?)\b"
            r"|歴史|植民地|昨年|以来|これまで|過去"
            r"|역사|식민|지난해|작년|이후|과거"
            r"|历史|歷史|殖民|去年|以来|以來|此前|曾",
            re.IGNORECASE,
        ),
    ),
    (
        "reaction",
        re.compile(
            r"\b(?:welcomed|condemned|criticis\w+|criticiz\w+|praised|hailed|denounced|protested"
            r"|urged|called on|reacted|opposition)\b"
            r"|歓迎|批判|非難|抗議|환영|비판|규탄|항의|欢迎|歡迎|批评|批評|谴责|譴責|抗议",
            re.IGNORECASE,
        ),
    ),
)

# What is from before the news: narrower than the role "background" of ROLE_CUES.
BEFORE = re.compile(
    r"\b(?:(?:since|until|before) (?:1[5-9]|20)\d\d|in (?:1[5-9]\d\d|20[01]\d)"
    r"|histor(?:y|ic|ical|ically)|coloni\w+|decades?(?:-\w+)?|wartime|cold war"
    r"|last (?:year|autumn|spring|summer|winter|fall)|(?:months?|years?) ago|previous(?:ly)?"
    r"|long[- ](?:standing|running)|long been|ever since|precedent|founded|predecessors?"
    r"|once (?:ruled|served|was|led))\b",
    re.IGNORECASE,
)

# What is still to come: narrower than the role "next", which also speaks of what may follow.
PLAN = re.compile(
    r"\b(?:will|is to|are to|(?:is|are) (?:expected|scheduled|set|due|slated|likely|planning) to"
    r"|plans? to|intends? to|upcoming)\b"
    r"|予定|見通し|方針|行う。|臨む。|訪れる。|예정|계획|정상회담을 한다고|将于|将在|将会|预计"
    r"|預計|計劃|计划",
    re.IGNORECASE,
)

# A heading over a paragraph tells the role of what stands under it.
HEADING_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("next", re.compile(r"what.?s next|looking ahead|next steps?|outlook|今後|見通し|향후|전망"
                        r"|下一步|展望", re.I)),
    ("reason", re.compile(r"why|importan|significan|what it means|at stake|imperative|意義"
                          r"|なぜ|의미|배경|意义|为何", re.I)),
    ("background", re.compile(r"beyond|background|context|history|the big picture|背景|経緯"
                              r"|경위|历史", re.I)),
    ("main", re.compile(r"what.?s happening|what happened|何が|무슨|发生了什么", re.I)),
)  # fmt: skip

CONNECTIVE = re.compile(
    r"(?:additionally|meanwhile|however|moreover|furthermore|also|in addition|besides|still"
    r"|nevertheless|nonetheless|therefore|thus|consequently|as a result|on the other hand"
    r"|at the same time|separately|in the meantime|for (?:his|her|its|their) part|in turn"
    r"|similarly|likewise|indeed|in fact|of course|by contrast|in contrast|yet|instead"
    r"|for example|for instance|in particular|notably|accordingly|then|finally|lastly"
    r"|first|second|third|firstly|secondly|thirdly|even so|after all|to be sure|that said"
    r"|nonetheless|overall|plus|on (?:the )?one hand|famously|again|also)\s*,\s*"
    r"|(?:and|but|so|yet|or)\s+(?=[a-z])",
    re.IGNORECASE,
)
CONNECTIVE_CJK = re.compile(
    r"(?:また|さらに|一方|一方で|しかし|ただし|ただ|なお|その一方で|このため|そのため|これに対し)、"
    r"|(?:또한|또|한편|그러나|하지만|다만|이어|아울러|이에 따라|이에|그리고),?\s+"
    r"|(?:此外|另外|同时|同時|然而|但是|不过|因此|另一方面|与此同时|與此同時)，",
)
BYLINE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]*(?:,? [\w.'’-]+){0,5},? )?"
    r"\((?:[A-Z][\w.&' -]{1,30}\)\s*[–—―]+|[A-Z][\w-]{1,12}\)\s*-+)\s*"
    r"|[A-Z]{3,}(?: [A-Z]{3,})?(?:, [A-Z][\w.]+(?: \d{1,2})?)?\s*(?:[–—―]+|:)\s*"
    r"|【[^】\n]{1,40}】\s*|［[^］\n]{1,40}］\s*"
    r"|[(（][^()（）\n]{1,30}(?:=|＝)[^()（）\n]{1,30}[)）]\s*(?:[가-힣]{2,4} ?(?:특파원"
    r"|기자)\s*=\s*)?"
    r"|[(（](?:共同|時事|新华社|新華社|中新社|中央社|법률|연합뉴스|뉴시스)[^()（）\n]{0,24}[)）]\s*"
    r"|(?:新华社|新華社|中新社|中央社)[^，。\n]{1,16}电\s*(?:[(（][^()（）\n]{1,30}[)）])?\s*"
)

AGENCY = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?:,? [\w.'’-]+){0,5},? \((?:AP|AFP|Reuters|DPA|EFE|ANSA|UPI|PTI|ANI|CP)\)"
    r"\s*[–—―-]+\s*"
)

# Openings that lean on the sentence before.
PERSONAL = re.compile(r"(?:he|she|they|his|her|their)\b(?!')", re.IGNORECASE)
DANGLING = re.compile(
    r"(?:he|she|they|his|her|their|him|them|it|its|this|these|those|that|such|both(?! leaders)"
    r"|neither|the two(?= (?:said|will|also|have|had|are|were|met|agreed))|the (?:latter"
    r"|former|move|decision|comments?|remarks?|statement|pair|duo|answer|dilemma|result|idea)"
    r"|the (?:following|next|same|previous|other) (?:day|week|month|year|morning|evening|night)"
    r"|there,|here,|afterwards?|one|another|others?|some of them|doing so|if so|as such"
    r"|prior to (?:this|that|these)|since then"
    r"|(?:among|between|of|for|after|before|since|with|by|at|in|to) (?:them|these|those|that|it"
    r"|which)|in response|at the time|the same|whereby|wherein|which)\b"
    r"|これ|それ|同(?:氏|日|社|省)|両氏|彼|その|この|이는|이것|이날|그는|그녀|이에|같은|이번"
    r"|这|這|其|他|她|该|該|对此|對此",
    re.IGNORECASE,
)
# The same in languages that are read without a parse.
DANGLING_ELSEWHERE = {
    "de": re.compile(
        r"(?:er|sie|es(?! gibt)|ihr\w*|sein\w{0,2}|dies\w*|das (?=[a-zäöü])|dabei|dort|damals|damit"
        r"|darauf\w*|darüber|dafür|dazu|davon|danach|daraus|daran|daher|deshalb"
        r"|so(?= \w+(?:t|en)\b)"
        r"|denn|doch|aber|auch|und|gleichzeitig|zudem|außerdem|allerdings|dagegen|seither|seitdem"
        r"|letztere\w*|solche\w*|jene\w*|trotzdem|dennoch|also|hier|stattdessen|wie es)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:il(?! y a| faut)|elle|ils|elles|cela|ça|c['’]|ce|cet|cette|ces|son|sa|ses|leurs?|mais"
        r"|et|or|donc|ainsi|là|celui|celle|ceux)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:él|ella|ellos|ellas|est[aeo]s?|es[aeo]s?|su|sus|pero|y|además|así|allí|ahí|por eso)\b",
        re.IGNORECASE,
    ),
}
# Words that point to something told before, wherever they stand.
POINTS_BACK = re.compile(
    r"\bthat same (?:day|night|week|month|year)\b|\bas (?:mentioned|noted|described) (?:above"
    r"|earlier)\b|\b(?:the|this) (?:above|aforementioned)\b"
    r"|\bthis (?:activity|plan|move|decision|approach|issue|process|incident|request|figure)\b"
    r"|^(?:In|For|By|To|With|At|On|As|Found\w*|Built|Born|Based) [^,]{2,40}, (?:that|this|these"
    r"|those|it)\b"
    r"|,\s*(?:he|she|it|they)\s+(?:also\s+)?(?:said|added|continued|noted|explained)[.,]"
    r"|\b\w+ (?:that|this|those|these)\.$"
    r"|\bthe (?:week|day|month|year|night|morning) (?:after|before)\s*[.,;]"
    r"|\b(?:the|this|that|these|those) (?:same )?(?:latter|former)\b"
    r"|\b(?:the same|similar|such) (?:argument|reason|thing|way|point|problem|issue|remark"
    r"|comment|concern|idea|view|conclusion|claim)s?\b",
    re.IGNORECASE,
)
# Openings that only the sentence before explains, though they open with no pronoun.
LEANING_START = re.compile(
    r"(?:the (?:two|three)(?! [a-z]+s\b)|the latter|the former"
    r"|some(?= (?:have|had|are|were|say|said|also|even))"
    r"|many(?= (?:have|had|are|were|say|said|of them))|most(?= (?:have|had|are|were|of them))"
    r"|(?:all|few|none|several)(?= (?:have|had|are|were|of them))|the same\b"
    r"|the \d+-year-olds?(?! [A-Z])(?! \w+ [A-Z])|here(?:['’]s| is| are)"
    r"|the reasons? (?:is|are|was|were)"
    r"|in the (?:days|weeks|months|years) since\b|the best option|the only (?:way|option|problem)"
    r"|like (?:this|these|that|those)|true,|sure,|granted,|again|even so|not so|so far,"
    r"|for (?:this|that) (?:reason|purpose)|in (?:this|that) (?:case|way|sense|regard|respect)"
    r"|to (?:this|that) end|despite (?:this|that|these)|because of (?:this|that)"
    r"|with (?:this|that|these))\b",
    re.IGNORECASE,
)
# A heading, a label or a row of a table before a colon: "AP’s Role: …", "41: Per cent of …".
HEADED = re.compile(r"(?:[\w’'.&-]+ ){0,4}[\w’'.&-]+:\s")
EXPLETIVE = re.compile(
    r"it (?:is|was|will be|would be|remains?|appears?|seems?) (?:the |not |also |still |un)?"
    r"(?:clear|unclear|known|unknown|first|likely|unlikely|expected|possible|second|third|last)",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?|us|[Mm][ye]|[Yy]ours?|[Yy]ou)\b")
# What may come: with PLAN, all that looks ahead.
MAYBE = re.compile(r"\b(?:could|may|might|would)\b(?! have\b)", re.IGNORECASE)
SPEECH = re.compile(
    r"\b(?:said|says|told|according to|added|stated|wrote|announced|declared|asked|argued|warned"
    r"|noted|insisted|confirmed|denied|replied|remarked|tweeted|posted|called)\b"
    r"|と(?:述べ|話し|語っ|発言|強調|説明)|라고|고 (?:말|밝|전|강조|설명)|表示|说|說|称|稱"
    r"|指出|强调|強調",
    re.IGNORECASE,
)
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss)(?:ed|s) (?:(?:the|an?|[A-Z]\w+) )?"
    r"(?:[A-Z]?\w+ )?(?:claim|report|allegation|accusation|charge)s?"
    r"|no (?:such )?(?:meeting|agreement|talks?|deal|strike|attack|contact)s? (?:was|were|had|took)"
    r"|there (?:is|are|was|were|has been|have been|had been) (?:no|never any?) (?:such )?(?:talks?"
    r"|negotiations?|meetings?|deal|agreement|strikes?|attacks?|contacts?|casualties|victims|orders?)"
    r"|(?:did|has|have|had) (?:not|never) (?:taken? place|happen(?:ed)?|occur(?:red)?|struck|strike"
    r"|attack(?:ed)?|met|meet|agreed?|sign(?:ed)?|hold|held|cross(?:ed)?|sen[dt]|carr(?:y|ied) out)"
    r")\b"
    r"|否定し|否認|부인(?:했|하)|否认|否認",
    re.IGNORECASE,
)
UNANSWERED = re.compile(
    r"\b(?:(?:was|were|has|have|had|is|are) not (?:been )?(?:immediately )?(?:released|disclosed"
    r"|announced|made public|given|known|clear|confirmed|specified|decided|set)"
    r"|did not (?:say|specify|elaborate|disclose|give (?:details|a date|a timeline|figures))"
    r"|without (?:elaborating|giving (?:details|a date))|no (?:details|date|figures?|toll|word"
    r"|timeline)"
    r"\b[^.;]{0,40}\b(?:was|were|has been|have been|given|released|yet)|(?:remains?|was|is"
    r"|were) (?:unclear|unknown|undecided)"
    r"|declined to (?:say|give|specify|disclose)|yet to be (?:announced|decided|determined))\b"
    r"|明らかに(?:していない|されていない|しなかった|なっていない)|公表(?:していない"
    r"|されていない|しなかった)"
    r"|分かっていない|わかっていない|未定"
    r"|(?:공개|발표|언급|확인)(?:하지|되지) (?:않았|않고)|알려지지 않|미정|밝히지 않"
    r"|(?:未|没有|沒有)(?:透露|公布|说明|說明|披露|確定|确定)|尚不清楚|尚未(?:公布|确定|確定|透露)",
    re.IGNORECASE,
)
