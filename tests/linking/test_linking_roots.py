"""Which reports share a root (rule R14)."""

from link_builders import article, mention, through, who

from dragoman.linking import LinkOptions, link
from dragoman.linking.roots import RootIndex, credit, find_roots, quoted_wire

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
