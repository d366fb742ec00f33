"""What a site asks of programs that read it (robots.txt), asked once a site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from dragoman.records import Failure
from dragoman.sources.pages import Page

MAX_ROBOTS = 500_000
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""

LONGEST_DELAY = 60.0
"""Longest pause between two requests that a site may ask for, in seconds."""

Ask = Callable[[str], Page | Failure]


class Robots:
    """Remembers the rules of each site.

    A site without a robots.txt (status 4xx) allows everything; one whose robots.txt cannot be had forbids
    everything (RFC 9309, 2.3.1).
    """

    def __init__(self, agent: str, ask: Ask) -> None:
        self._agent = agent
        self._ask = ask
        self._known: dict[str, RobotFileParser | Failure] = {}

    def refuses(self, site: str, url: str) -> Failure | None:
        """Return a failure where the site (scheme and host) does not want this address to be read by programs."""
        rules = self._rules(site)
        if isinstance(rules, Failure):
            problem = f"not read, because the site's robots.txt cannot be had ({rules.problem})"
            return Failure(path=url, place="", problem=problem, remedy="Try again later", stage="fetch")
        if rules.can_fetch(self._agent, url):
            return None
        problem = "the site's robots.txt asks programs not to read this page"
        return Failure(
            path=url, place="", problem=problem, remedy="Save the page by hand and give the file", stage="fetch"
        )

    def delay(self, site: str) -> float:
        """Return the pause between requests that the site asks for, in seconds; 0 where it asks for none."""
        rules = self._known.get(site)
        if not isinstance(rules, RobotFileParser):
            return 0.0
        asked = rules.crawl_delay(self._agent)
        rate = rules.request_rate(self._agent)
        pause = max(float(asked or 0), rate.seconds / rate.requests if rate and rate.requests else 0.0)
        return min(pause, LONGEST_DELAY)

    def _rules(self, site: str) -> RobotFileParser | Failure:
        if site not in self._known:
            answer = self._ask(f"{site}/robots.txt")
            if isinstance(answer, Page) and answer.status >= 500:
                problem = f"status {answer.status}"
                self._known[site] = Failure(path=answer.url, place="", problem=problem, remedy="Try again later")
            elif isinstance(answer, Page):
                rules = RobotFileParser()
                body = answer.body[:MAX_ROBOTS].decode("utf-8", "replace") if answer.status < 400 else ""
                rules.parse(body.lstrip("\ufeff").splitlines())
                self._known[site] = rules
            else:
                self._known[site] = answer
        return self._known[site]
