"""Which reports share a root (rule R14)."""

import pytest
from link_builders import article, mention, through, who

from dragoman.linking import LinkOptions, link
from dragoman.linking.credits import credit, part_credit, quoted_wire
from dragoman.linking.roots import RootIndex, find_roots

REPORT = (
    "Russia and Turkey will sponsor talks between the Syrian government and rebel groups in the Kazakh "
    "capital next week, the foreign ministry said on Friday, adding that invitations had gone out to "
    "fourteen factions and that the ceasefire of late December was holding in most of the country despite "
    "clashes near Damascus."
)
OTHER = (
    "Colombian negotiators and the last active guerrilla group sat down in Quito on Tuesday for a public "
    "opening of a peace process that both had put off since October, with six states as guarantors and a "
    "church as observer."
)


def basis(documents, mentions=()):
    return {r.document_id: (r.id, r.basis) for r in find_roots(documents, mentions)}


def test_two_wire_copies_are_one_root_and_the_earliest_is_its_head():
    wire = article("r", REPORT, "2017-01-20T08:00:00", outlet="Reuters")
    copy = article("p", f"ASTANA (Reuters) - {REPORT}", "2017-01-20T11:00:00")
    other = article("o", OTHER, "2017-01-20T09:00:00")
    assert basis([copy, other, wire]) == {"r": ("r", "own"), "p": ("r", "credit_line"), "o": ("o", "own")}


def test_a_copy_without_a_credit_line_joins_by_its_text():
    first, second = article("b", REPORT, "2017-01-20"), article("a", REPORT + " It was cold.", "2017-01-21")
    assert basis([second, first])["a"] == ("b", "near_duplicate_text")


def test_an_edited_copy_joins_only_where_both_credit_the_same_agency():
    edited = " ".join(REPORT.split()[:38]) + " " + OTHER
    long = REPORT + " " + " ".join(f"word{i}" for i in range(60))
    credited = [article("a", f"{long} (AFP)"), article("b", f"MOSCOW (AFP) - {edited}")]
    plain = [article("a", long), article("b", edited)]
    assert basis(credited)["b"][0] == "a"
    assert basis(plain)["b"][0] == "b"


def test_credit_lines_and_bylines_are_read():
    assert credit(article("a", f"ALEPPO, Syria (AP) — {OTHER}")) == ("Associated Press", "credit_line")
    assert credit(article("a", f"{OTHER} (Reporting by A. Writer; Reuters)")) == ("Reuters", "credit_line")
    assert credit(article("a", OTHER, author="Agence France-Presse")) == ("Agence France-Presse", "byline")
    assert credit(article("a", OTHER + " He told Reuters so.")) is None


@pytest.mark.parametrize(
    ("closing", "agency"),
    [
        ("\n\nReuters", "Reuters"),
        ("\n\nAFP/Reuters", "Agence France-Presse"),
        ("\n\nReporting by Reuters; additional reporting by our correspondent in Amman.", "Reuters"),
        ("\n\n© 2016 Agence France-Presse", "Agence France-Presse"),
        ("\n\nSource: Belga", "Belga"),
        ("\n\n(TASS, with our correspondent in Minsk)", "TASS"),
        ("\n\nReporting by our staff", None),
        ("\n\nThe trend is Reuters-like", None),
        ("\n\nWith Reuters", None),
    ],
)
def test_last_lines_credit_an_agency_with_the_report(closing, agency):
    assert credit(article("a", OTHER + closing)) == ((agency, "credit_line") if agency else None)


@pytest.mark.parametrize(
    "closing",
    [
        "\n\nWith Reuters",
        "\n\n(MB, with Reuters)",
        "\n\nAdditional reporting by Reuters",
        "\n\nWith files from Reuters.",
        " Reuters contributed to this report.",
        "\n\nReuters journalist A. Writer contributed to this story.",
    ],
)
def test_a_paper_that_thanks_an_agency_for_a_part_is_not_credited_to_it(closing):
    document = article("a", OTHER + closing)
    assert credit(document) is None
    assert part_credit(document) == "Reuters"


LOCAL = (
    "Bakers in Harbourtown wait for the outcome too: half of their flour comes through the port, says the guild, and a "
    "sack has cost twice as much since the shelling began. Two of them have sold their vans."
)


def test_a_reprint_under_a_lead_of_ones_own_joins_by_what_it_repeats_whatever_it_credits():
    wire = article("w", f"{REPORT} {OTHER}", "2017-01-20", outlet="Nordic Wire Service")
    local = article("l", f"{LOCAL}\n\n{REPORT}\n\n{LOCAL[:90]}", "2017-01-21", outlet="Harbour Gazette")
    assert basis([local, wire])["l"] == ("w", "near_duplicate_text")


@pytest.mark.parametrize(
    ("published", "outlet"),
    [("2017-01-25", "Harbour Gazette"), (None, "Harbour Gazette"), ("2017-01-21", "Nordic Wire Service")],
    ids=["days later", "undated", "the same outlet's standing text"],
)
def test_a_reprint_days_later_or_undated_or_of_the_same_outlet_stands_alone(published, outlet):
    wire = article("w", f"{REPORT} {OTHER}", "2017-01-20", outlet="Nordic Wire Service")
    local = article("l", f"{LOCAL}\n\n{REPORT}\n\n{LOCAL[:90]}", published, outlet=outlet)
    assert basis([local, wire])["l"][0] == "l"


def test_two_reports_of_one_press_conference_with_the_same_long_quotation_are_two_roots():
    said = f'"{REPORT}"'
    first = article("a", f"{LOCAL} {said} Then the lamps went out in the hall.", outlet="The Post")
    second = article("b", f"{said} the minister told us on the stairs. {OTHER[:120]}", outlet="The Mirror")
    assert basis([first, second])["b"][0] == "b"


def test_a_copy_that_thanks_the_agency_joins_with_less_in_common():
    wire = article("w", REPORT, "2017-01-20", outlet="Reuters")
    half = " ".join(REPORT.split()[:24])
    thanks = article("t", f"{LOCAL} {half} {OTHER}\n\nWith Reuters", "2017-01-21")
    plain = article("p", f"{LOCAL} {half} {OTHER}", "2017-01-21")
    assert basis([wire, thanks])["t"] == ("w", "credit_line")
    assert basis([wire, plain])["p"][0] == "p"


BRIEF = (
    "Invitations to fourteen factions have gone out for a meeting in Kazakhstan's capital that Moscow and Ankara "
    "sponsor, Reuters reported on Saturday. Despite clashes around Damascus the December ceasefire holds, a ministry "
    "told the agency."
)
NEXT = (
    "Prices of sugar and diesel doubled in Damascus within a week, traders said on Saturday, blaming the government "
    "in Syria for a new tax at checkpoints. Queues formed outside bakeries in the capital."
)


def test_a_brief_in_other_words_joins_the_report_of_the_agency_that_it_names():
    wire, later = article("w", REPORT, outlet="Reuters"), article("n", NEXT, "2017-01-21", outlet="Reuters")
    brief = article("b", BRIEF, "2017-01-21", outlet="Alpine Post")
    told = [
        mention("1", brief, attribution=through("Reuters")),
        mention("2", brief, attribution=through("Reuters"), at=90),
    ]
    assert basis([brief, wire, later], told)["b"] == ("w", "explicit_quote_of_outlet")
    assert basis([brief, later], told)["b"][0] == "b"
    assert basis([brief, wire, later])["b"][0] == "b"


def test_a_round_up_with_words_of_its_own_on_half_of_it_does_not_join_the_agencys_report():
    wire, brief = article("w", REPORT, outlet="Reuters"), article("b", BRIEF, "2017-01-21", outlet="Alpine Post")
    told = [mention("1", brief, attribution=through("Reuters")), mention("2", brief, at=90)]
    assert basis([brief, wire], told)["b"][0] == "b"


def test_a_copy_edited_in_each_sentence_joins_the_agency_that_it_credits():
    wire = article("w", REPORT, outlet="Reuters")
    edited = (
        "Talks next week in the capital of Kazakhstan between Syria's government and rebel groups will be sponsored by "
        "Russia and Turkey, its foreign ministry said Friday. It added that fourteen factions had been invited, and that "
        "despite some clashes near Damascus late December's ceasefire held in most of the country.\n\n(Reuters)"
    )
    assert basis([wire, article("e", edited, "2017-01-21")])["e"] == ("w", "credit_line")
    assert basis([wire, article("e", edited[:-10], "2017-01-21")])["e"][0] == "e"


def test_two_papers_that_quote_one_agency_are_one_independent_root():
    a, b, c = article("a", REPORT), article("b", OTHER), article("c", "short text of its own")
    told = [
        mention("1", a, attribution=through("Reuters")),
        mention("2", b, attribution=through("Reuters")),
        mention("3", c),
    ]
    index = RootIndex(find_roots([a, b, c], told), [a, b, c])
    independent = index.independent(told)
    assert independent["1"] == independent["2"] == "quoted:reuters"
    assert independent["3"] == "c"


def test_a_quotation_belongs_to_the_agencys_own_report_where_that_is_at_hand():
    wire, paper = article("w", REPORT, outlet="Reuters"), article("p", OTHER)
    told = [mention("1", wire), mention("2", paper, attribution=through("Reuters"))]
    index = RootIndex(find_roots([wire, paper], told), [wire, paper])
    assert index.independent(told) == {"1": "w", "2": "w"}
    assert quoted_wire(told[0]) is None


def test_two_wire_copies_do_not_confirm_an_event_but_two_own_reports_do():
    def record(second_text, second_outlet):
        docs = [article("a", REPORT, outlet="Reuters"), article("b", second_text, outlet=second_outlet)]
        people = (who("mediator", "RUS"), who("party", "SYR"))
        told = [
            mention(d.id, d, "mediated_talks", "held", *people, day="2017-01-19", venue=("Astana", "KAZ")) for d in docs
        ]
        return link(docs, told, options=LinkOptions(), conflict_of=lambda m: "Syria")

    copies, reports = record(f"(Reuters) - {REPORT}", "The Post"), record(OTHER, "The Post")
    assert [(e.n_documents, e.n_roots, e.factuality) for e in copies.events] == [(2, 1, "reported")]
    assert [(e.n_documents, e.n_roots, e.factuality) for e in reports.events] == [(2, 2, "confirmed")]


def test_a_document_with_a_word_of_its_own_counts_once_though_it_quotes_an_agency_on_another_event():
    paper = article("a", REPORT)
    told = [mention("1", paper), mention("2", paper, attribution=through("Reuters"))]
    index = RootIndex(find_roots([paper], told), [paper])
    assert index.count(told) == 1
    assert index.count(told[:1]) == index.count(told[1:]) == 1
