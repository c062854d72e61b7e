import pytest

from dateline.read.quotes import surface
from dateline.read.quotes.marks import find_quoted


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        ("The minister said that the port would open in May.",
         "The minister", "said", ["that the port would open in May"], "indirect"),
        ("“We will open the port in May,” the minister said.",
         "the minister", "said", ["“We will open the port in May,”"], "direct"),
        ("“We will open the port,” said Aiko Tanaka, the transport minister.",
         "Aiko Tanaka, the transport minister", "said", ["“We will open the port,”"], "direct"),
        ("\"The port will open,\" Tanaka told reporters, \"and it will stay open.\"",
         "Tanaka", "told", ['"The port will open,"', '"and it will stay open."'], "direct"),
        ("The minister said the delay was “a national shame.”",
         "The minister", "said", ["the delay was “a national shame.”"], "mixed"),
        ("The port will open in May, according to two officials.",
         "two officials", "according to", ["The port will open in May"], "indirect"),
        ("The port, she said, would open in May.",
         "she", "said", ["The port", "would open in May"], "indirect"),
        ("The union vowed to keep the port closed.",
         "The union", "vowed", ["to keep the port closed"], "indirect"),
        ("Opposition leaders accused the minister of lying to parliament.",
         "Opposition leaders", "accused", ["the minister of lying to parliament"], "indirect"),
        ("The bishops called for an end to the strike.",
         "The bishops", "called for", ["an end to the strike"], "indirect"),
        ("Tanaka was quoted as saying that the port would open.",
         "Tanaka", "was quoted as saying", ["that the port would open"], "indirect"),
        ("The minister renewed his promise to open the port.",
         "The minister", "renewed his promise", ["to open the port"], "indirect"),
        ("Two officials have warned that the port could close.",
         "Two officials", "have warned", ["that the port could close"], "indirect"),
    ],
)  # fmt: skip
def test_english_attributions(read, text, source, cue, content, kind):
    found = [one for one in read(text) if one.cue == cue]
    assert found, [(one.source, one.cue, one.content) for one in read(text)]
    assert (found[0].source, found[0].content, found[0].kind) == (source, content, kind)


@pytest.mark.parametrize(
    ("language", "text", "source", "content", "kind"),
    [
        ("ja", "高市首相は13日、「協力を深めたい。」と述べた。", "高市首相",
         ["「協力を深めたい。」"], "direct"),
        ("ja", "外務省は、会談が延期されたと発表した。", "外務省",
         ["会談が延期された"], "indirect"),
        ("ja", "関係者によると、会談は奈良で開かれる。", "関係者",
         ["会談は奈良で開かれる"], "indirect"),
        ("ko", '이 대통령은 "협력하겠다. 함께 가자."고 말했다.', "이 대통령",
         ['"협력하겠다. 함께 가자."'], "direct"),
        ("ko", "외교부는 회담이 연기됐다고 밝혔다.", "외교부", ["회담이 연기됐다고"], "indirect"),
        ("ko", "관계자에 따르면 회담은 나라에서 열린다.", "관계자", ["회담은 나라에서 열린다"],
         "indirect"),
        ("zh", "外交部发言人表示：“我们反对这一做法。”", "外交部发言人",
         ["“我们反对这一做法。”"], "direct"),
        ("zh", "李强指出，双方应加强合作。", "李强", ["双方应加强合作"], "indirect"),
        ("zh", "据新华社报道，会谈将于13日举行。", "新华社", ["会谈将于13日举行"], "indirect"),
    ],
)  # fmt: skip
def test_east_asian_attributions(read, language, text, source, content, kind):
    found = read(text, language)
    assert [(one.source, one.content, one.kind) for one in found] == [(source, content, kind)]


def test_a_quotation_goes_on_after_its_sentence_and_paragraph(read):
    text = (
        "“We won the vote,” Tanaka said. “They lost by forty seats.”\n"
        "“Nobody will forget this day in the harbour.”\n"
        "The port was calm."
    )
    (found,) = read(text)
    assert found.content == [
        "“We won the vote,”",
        "“They lost by forty seats.”",
        "“Nobody will forget this day in the harbour.”",
    ]
    assert found.kind == "direct"


def test_the_next_speaker_takes_over(read):
    text = "“We won the vote,” Tanaka said.\n“We lost it,” Ito said. “That is all there is.”"
    first, second = read(text)
    assert (first.source, len(first.content)) == ("Tanaka", 1)
    assert (second.source, len(second.content)) == ("Ito", 2)


def test_a_colon_hands_over_to_the_next_paragraph(read):
    (found,) = read("The ministry said in a statement:\n“The talks are over.”")
    assert found.content == ["“The talks are over.”"]


def test_words_within_words_are_nested(read):
    outer, inner = read("Kyodo said officials said the talks had failed.")
    assert (outer.source, inner.source) == ("Kyodo", "officials")
    assert outer.quote.within is None and inner.quote.within == 0


def test_denial_and_doubt_are_kept(read):
    (denied,) = read("The ministry denied that the talks had failed.")
    assert denied.quote.denied and not denied.quote.hedged
    (not_said,) = read("The ministry did not say that the talks had failed.")
    assert not_said.quote.denied
    (hedged,) = read("The minister suggested that the talks had failed.")
    assert hedged.quote.hedged and not hedged.quote.denied


def test_the_speaker_is_the_person_and_not_the_state_beside_it(read):
    (found,) = read(
        "Japanese minister Aiko Tanaka said the talks had failed.",
        actors=[("Japanese", "JPN", "state"), ("Aiko Tanaka", "x:aiko tanaka", "person")],
    )
    assert found.quote.speaker == "x:aiko tanaka"


def test_a_relative_pronoun_speaks_for_its_noun(read):
    found = read(
        "Aiko Tanaka, who said the talks had failed, left the city.",
        actors=[("Aiko Tanaka", "x:aiko tanaka", "person")],
    )
    assert [one.quote.speaker for one in found] == ["x:aiko tanaka"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("As the paper noted, the port had closed in May.",
         "the paper", "noted", ["the port had closed in May"]),
        ("Tanaka: The port will open in May", "Tanaka", ":", ["The port will open in May"]),
        ("Critics see the plan as a threat to the harbour.",
         "Critics", "see", ["the plan as a threat to the harbour"]),
        ("The union reported spending two million yen on the vote.",
         "The union", "reported", ["spending two million yen on the vote"]),
        ("Tanaka said the talks would go on if Seoul agreed to them.",
         "Tanaka", "said", ["the talks would go on if Seoul agreed to them"]),
        ("Ito made clear that the port would close.",
         "Ito", "made clear", ["that the port would close"]),
        ("Ito laid out a plan for the port.", "Ito", "laid out", ["a plan for the port"]),
        ("The port is reportedly closed.", None, "reportedly", ["The port is", "closed"]),
        ("As Tanaka put it: “Nobody will forget this day.”",
         "Tanaka", "put", ["“Nobody will forget this day.”"]),
        ("Tanaka smiled when asked about the strike.",
         None, "when asked about", ["the strike"]),
        ("Ito took issue with the fees for small boats.",
         "Ito", "took issue with", ["the fees for small boats"]),
        ("The company made an impassioned case that the port must close.",
         "The company", "made an impassioned case", ["that the port must close"]),
        ("In Ito's view, the port is too small.", "Ito's", "view", ["the port is too small"]),
        ("In a new poll by Kyodo, the Liberals have gained ten points.",
         "a new poll by Kyodo", "In", ["the Liberals have gained ten points"]),
        ("Complaints by the mayor that the port was closed were heard.",
         "the mayor", "Complaints", ["that the port was closed"]),
        ("The council dropped the plan, which fishermen opposed.",
         "fishermen", "opposed", ["which"]),
        ("The root of the quarrel, according to Ito, was the price of fuel.",
         "Ito", "according to", ["The root of the quarrel", "was the price of fuel"]),
        ("Most residents said no.", "Most residents", "said", ["no"]),
        ("As The Harbour Post recently noted, trust in the port is falling.",
         "The Harbour Post", "recently noted", ["trust in the port is falling"]),
        ("But Ms. Tanaka is convinced that the port will open.",
         "Ms. Tanaka", "is convinced", ["that the port will open"]),
        ("The union was angered by the delay.",
         "The union", "was angered by", ["the delay"]),
        ("Voters sick of strikes stayed at home.", "Voters", "sick of", ["strikes"]),
        ("The mayor laughed off the report.", "The mayor", "laughed off", ["the report"]),
        ("The mayor ruled out closing the port.",
         "The mayor", "ruled out", ["closing the port"]),
        ("The union has called for its letters to be made public.",
         "The union", "has called for", ["its letters to be made public"]),
        ("At a hearing, the minister appeared to accept the plan.",
         None, "appeared", ["the minister", "to accept the plan"]),
        ("The port lost 40 million euros, the records show.",
         "the records", "show", ["The port lost 40 million euros"]),
        ("It was a step they say had failed.", "they", "say", ["a step", "had failed"]),
        ("The minister refused to discuss the strike.",
         "The minister", "refused to discuss", ["the strike"]),
        ("Take the money, they said, and you risk the port.",
         "they", "said", ["Take the money", "and you risk the port"]),
        ("The rain stopped, she said, and she went home.", "she", "said", ["The rain stopped"]),
        ("A poll showed Tanaka with a clear lead over Mori in the north.",
         "A poll", "showed", ["Tanaka with a clear lead over Mori in the north"]),
        ("Tanaka leads with 40 percent in a new Kyodo poll.",
         "a new Kyodo poll", "in", ["Tanaka leads with 40 percent"]),
        ("The union urged members to wait and tried to pay them.",
         "The union", "urged", ["members to wait"]),
        ("The minister backed a tunnel, a plan that engineers drew up in May.",
         "The minister", "backed", ["a tunnel"]),
        ("The mayor nodded, telling reporters, “A lot of people said the port should close.”",
         "The mayor", "telling", ["“A lot of people said the port should close.”"]),
    ],
)  # fmt: skip
def test_how_words_are_given_to_somebody(read, text, source, cue, content):
    found = [one for one in read(text) if one.cue == cue]
    assert [(one.source, one.content) for one in found] == [(source, content)], read(text)


def test_a_relative_clause_that_the_reporter_adds_is_not_content(read):
    (found,) = read("Ito criticised the plan for the port, which parliament passed in May.")
    assert found.content == ["the plan for the port"]


def test_what_is_added_is_not_what_was_said_first(read):
    said, added = read("“The harbour is old,” she said, adding, “We need a pier before winter.”")
    assert (said.cue, said.content) == ("said", ["“The harbour is old,”"])
    assert (added.cue, added.content) == ("adding", ["“We need a pier before winter.”"])


def test_the_reporters_comparison_is_not_content(read):
    (found,) = read("Ito said the talks would go on, even as the envoys packed their bags.")
    assert found.content == ["the talks would go on"]


def test_a_free_quotation_after_reported_words_is_the_same_speakers(read):
    (found,) = read("Ito said that the port would close. “We have no choice in this matter.”")
    assert found.content == ["that the port would close", "“We have no choice in this matter.”"]


def test_a_sentence_that_is_mostly_quoted_goes_on_with_the_speech(read):
    (found,) = read(
        "“We object,” said Ito. It was “a bad day for everybody in the port” and “a shame.”"
    )
    assert found.source == "Ito"
    assert found.content[1].startswith("It was “a bad day")


def test_a_call_to_somebody_and_a_word_to_somebody_are_no_content(read):
    assert read("Ito called the mayor on Monday.") == []
    assert read("Ito told her.") == []


def test_tags_left_in_a_text_attribute_nothing(read):
    assert read('<tweet author="ito" lang="en">') == []


def test_the_name_of_a_programme_is_no_quotation(read):
    (found,) = read("The minister said on ABC’s “This Week” that the port would open.")
    assert (found.content, found.kind) == (["that the port would open"], "indirect")


def test_the_speaker_stands_after_the_quotation_not_in_it(read):
    (found,) = read("“All of my friends are tired,” Butz, 49, told The Port Post.")
    assert found.source == "Butz, 49"
    assert found.content == ["“All of my friends are tired,”"]


def test_a_correction_has_no_speaker(read):
    assert read("Correction: The port closed in June and not in May.") == []


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("Tanaka says that the port will open in May.", "Tanaka",
         ["that the port will open in May"]),
        ("“The port will open,” said Tanaka.", "Tanaka", ["“The port will open,”"]),
        ("“It is shut,” said Aiko Tanaka, the mayor.", "Aiko Tanaka", ["“It is shut,”"]),
        ("“The port will open,” Tanaka told reporters.", "Tanaka", ["“The port will open,”"]),
        ("According to the union, the port will open.", "the union", ["the port will open"]),
        ("The port will open in May, the union said.", "the union",
         ["The port will open in May"]),
        ("The port closed on Monday.", None, None),
    ],
)  # fmt: skip
def test_sentences_past_the_parsed_ones_are_read_by_plain_patterns(sentence, source, content):
    quoted = find_quoted(sentence, 0, len(sentence))
    found = surface.attributions(sentence, 0, len(sentence), quoted)
    assert [
        (sentence[slice(*one.source)], [sentence[slice(*piece)] for piece in one.content])
        for one in found
    ] == ([] if source is None else [(source, content)])


def test_plain_statements_are_nobodys_words(read):
    assert read("The port closed on Monday. Two ships left the harbour.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The witness appeared in court on Monday.",
        "She saw him leave the hall.",
        "The rebels were held by the army as bargaining chips.",
        "In order to pay the debt, the port sold its cranes.",
        "Tanaka leads Mori in the polls.",
        "People who seek to leave need a visa.",
        "The council adopted the budget and the mayor signed it.",
    ],
)
def test_deeds_and_descriptions_attribute_nothing(read, text):
    assert read(text) == []


def test_a_programme_before_the_speaker_is_no_quotation(read):
    (found,) = read("On Channel Four's “This Morning,” Tanaka said that the port was safe.")
    assert found.content == ["that the port was safe"]


def test_words_inside_a_quotation_attribute_nothing_by_themselves(read):
    (found,) = read("“I think they know that we said it was over,” Tanaka said.")
    assert found.source == "Tanaka"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and «no».", ["“yes”", "«no»"]),
        ("A ''b c'' and \"d e\".", ["''b c''", '"d e"']),
        ("彼は「『はい』と答えた」と話した。", ["「『はい』と答えた」"]),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ('"Mixed marks,” he said.', ['"Mixed marks,”']),
        ("It's the ministers' plan.", []),
    ],
)
def test_quotation_marks_are_paired(text, expected):
    assert [text[q.start : q.end] for q in find_quoted(text, 0, len(text))] == expected


def test_an_open_quotation_runs_to_the_end_of_its_paragraph():
    (quote,) = find_quoted("He said: “We go on and on", 0, 25)
    assert quote.open_ended and quote.end == 25


def test_hostile_marks_end_quickly(read):
    read("“" * 3000 + " he said " + "”" * 10)
    for text in (
        "A" + " a" * 700,
        "A, " * 400,
        "According to " + "a" * 1400,
        "“" + "A " * 600 + "”",
    ):
        surface.attributions(text, 0, len(text), find_quoted(text, 0, len(text)))
    read("「" * 2000 + "と述べた", "ja")
    read("据" * 3000 + "报道，", "zh")
    read("가" * 3000 + "다고 말했다", "ko")


def test_words_that_precede_a_participle_leave_its_cue_whole(read):
    found = read("The envoy, who in part was persuaded to support the tunnel, left.")
    assert all(one.quote.cue.start < one.quote.cue.end for one in found)


def test_plain_words_help_where_a_parse_lost_its_verb():
    text = "The records show that four boats left the harbour at night."
    (found,) = surface.lost(text, 0, len(text), [])
    assert text[slice(*found.content[0])].startswith("that four boats")
    assert not surface.lost("The show was a success in both towns.", 0, 36, [])
