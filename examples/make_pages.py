"""Renders twelve of the sample articles as news pages, furniture and all.

`python examples/make_pages.py` writes `examples/pages/ID.html` anew; the same articles always give the same
bytes. Each page bears the url of its article, so reading `articles/` and `pages/` into one record stores each
article once. Five designs stand for five kinds of site: a broadsheet, a wire service, a magazine with comments,
a state agency and an old table layout. Standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent

Article = dict[str, str]

#: Article id to design name: which articles have a page, and how it looks.
DESIGN_OF = {
    "syria-02": "broadsheet",
    "syria-06": "broadsheet",
    "syria-11": "wire",
    "syria-15": "wire",
    "syria-18": "wire",
    "syria-19": "agency",
    "syria-24": "magazine",
    "syria-31": "broadsheet",
    "syria-37": "tables",
    "yemen-05": "magazine",
    "sudan-05": "agency",
    "other-05": "tables",
}

#: What stands around an article on a page. None of it belongs to the article, though some of it tells of talks.
FURNITURE = {
    "cookies": "We and our 214 partners store and access information on your device. Accept all to go on reading.",
    "newsletter": "Sign up for the morning briefing: the world before breakfast, six days a week.",
    "teaser_1": "Libya talks in Tunis collapse as eastern delegates walk out",
    "teaser_2": "Cyprus leaders resume U.N.-brokered negotiations at Swiss resort",
    "teaser_3": "Central bank holds rates for a fifth month",
    "teaser_4": "Ten winter soups that ask nothing of the cook",
    "most_read": "Most read this week",
    "share": "Share on Facebook",
    "share_2": "Copy link to clipboard",
    "comment_1": "They should have invited Switzerland to mediate. Nobody ever does, and look at the result.",
    "comment_2": "Third paragraph has it backwards, as usual. Cancelled my subscription in 2011 and still right.",
    "comment_policy": "Comments are closed after seven days. Be civil: our moderators broker no truces.",
    "copyright": "All rights reserved. Reproduction without written permission is prohibited.",
    "privacy": "Privacy notice and your choices",
    "bio": "The author writes a fortnightly column and is at work on a history of hotel lobbies.",
    "subscribe": "You have two free articles left this month. Subscribe for one euro a week.",
}


def articles() -> Iterator[Article]:
    """Yield every sample article, file by file in name order: id, url, title, outlet, published, text."""
    for path in sorted((HERE / "articles").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def pages() -> dict[str, str]:
    """Return file name to HTML for each article that `DESIGN_OF` names."""
    by_id = {article["id"]: article for article in articles()}
    return {f"{name}.html": DESIGNS[design](by_id[name]) for name, design in DESIGN_OF.items()}


def paragraphs(article: Article, indent: str, attributes: str = "") -> str:
    """Return the article's paragraphs as `<p>` lines, each indented and with `attributes`."""
    opening = f"<p {attributes}>" if attributes else "<p>"
    return "\n".join(
        f"{indent}{opening}{escape(part, quote=False)}</p>" for part in article["text"].split("\n\n")
    )


def head(article: Article, style: str, extra: str = "") -> str:
    """Return `<head>` with the tags by which a reader finds title, outlet, time and address."""
    title, outlet, url = (escape(article[key]) for key in ("title", "outlet", "url"))
    return f"""<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title} | {outlet}</title>
  <link rel="canonical" href="{url}">
  <meta property="og:type" content="article">
  <meta property="og:title" content="{title}">
  <meta property="og:site_name" content="{outlet}">
  <meta property="og:url" content="{url}">
  <meta property="article:published_time" content="{article["published"]}T06:00:00+00:00">{extra}
  <style>{style}</style>
</head>"""


def structured_data(article: Article) -> str:
    """Return the schema.org description that many newspapers put into the head of a page."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article["title"],
        "datePublished": f"{article['published']}T06:00:00+00:00",
        "mainEntityOfPage": article["url"],
        "publisher": {"@type": "Organization", "name": article["outlet"]},
    }
    return f'\n  <script type="application/ld+json">{json.dumps(data, sort_keys=True)}</script>'


def broadsheet(article: Article) -> str:
    """A newspaper's page: section menu, cookie banner, column of teasers, newsletter box after the text."""
    outlet, title = escape(article["outlet"]), escape(article["title"], quote=False)
    style = "body{font:18px/1.6 Georgia,serif;margin:0}.wrap{max-width:1100px;margin:auto;display:flex}"
    return f"""<!DOCTYPE html>
<html lang="en">
{head(article, style, structured_data(article))}
<body>
<div id="cookie-banner" class="cookie-consent" role="dialog" aria-label="Cookies">
  <p>{FURNITURE["cookies"]}</p>
  <button>Accept all</button> <button>Manage choices</button>
</div>
<header class="site-header">
  <a class="logo" href="/">{outlet}</a>
  <nav class="main-menu"><ul>
    <li><a href="/world">World</a></li><li><a href="/business">Business</a></li>
    <li><a href="/opinion">Opinion</a></li><li><a href="/sport">Sport</a></li>
    <li><a href="/food">Food</a></li><li><a href="/subscribe">Subscribe</a></li>
  </ul></nav>
</header>
<div class="wrap">
<main>
<article>
  <nav class="breadcrumb"><a href="/">Home</a> &rsaquo; <a href="/world">World</a></nav>
  <h1 class="headline">{title}</h1>
  <div class="byline">By our foreign desk <time datetime="{article["published"]}">{article["published"]}</time></div>
  <div class="share-tools"><a href="#f">{FURNITURE["share"]}</a> <a href="#c">{FURNITURE["share_2"]}</a></div>
  <div class="article-body" itemprop="articleBody">
{paragraphs(article, "    ")}
  </div>
  <aside class="newsletter-signup"><p>{FURNITURE["newsletter"]}</p><form><input type="email"></form></aside>
</article>
</main>
<aside class="sidebar related">
  <h2>{FURNITURE["most_read"]}</h2>
  <ol>
    <li><a href="/world/1">{FURNITURE["teaser_1"]}</a></li>
    <li><a href="/world/2">{FURNITURE["teaser_2"]}</a></li>
    <li><a href="/business/3">{FURNITURE["teaser_3"]}</a></li>
    <li><a href="/food/4">{FURNITURE["teaser_4"]}</a></li>
  </ol>
</aside>
</div>
<footer class="site-footer">
  <ul><li><a href="/privacy">{FURNITURE["privacy"]}</a></li><li><a href="/contact">Contact</a></li></ul>
  <p>&copy; {outlet}. {FURNITURE["copyright"]}</p>
</footer>
</body>
</html>
"""


def wire(article: Article) -> str:
    """A wire service's page: no readable class names, test ids on paragraphs, teasers below the text."""
    outlet, title = escape(article["outlet"]), escape(article["title"], quote=False)
    style = ".x1{max-width:40em;margin:0 auto;font-family:sans-serif}.x7{color:#666}"
    return f"""<!DOCTYPE html>
<html lang="en">
{head(article, style, '<meta name="robots" content="max-image-preview:large">')}
<body>
<div id="app">
  <header data-testid="Header"><a href="/">{outlet}</a>
    <nav aria-label="Sections"><a href="/w">World</a><a href="/m">Markets</a><a href="/l">Legal</a>
    <a href="/t">Technology</a><a href="/login">Sign in</a></nav>
  </header>
  <main class="x1">
    <article data-testid="Article">
      <header><span class="x7">World</span><h1 data-testid="Heading">{title}</h1>
        <time datetime="{article["published"]}T06:00:00Z">{article["published"]} 6:00 AM UTC</time></header>
      <div data-testid="ArticleToolbar" class="share-bar"><button>{FURNITURE["share"]}</button>
        <button>{FURNITURE["share_2"]}</button></div>
      <div data-testid="ArticleBody" class="x4">
{paragraphs(article, "        ", 'data-testid="paragraph" class="x5"')}
      </div>
    </article>
    <section class="related-stories" data-testid="ReadNext"><h2>Read next</h2>
      <div class="story-card"><a href="/w/1">{FURNITURE["teaser_1"]}</a><span>2 min read</span></div>
      <div class="story-card"><a href="/w/2">{FURNITURE["teaser_2"]}</a><span>4 min read</span></div>
      <div class="story-card"><a href="/m/3">{FURNITURE["teaser_3"]}</a><span>1 min read</span></div>
    </section>
  </main>
  <footer data-testid="Footer"><nav><a href="/privacy">{FURNITURE["privacy"]}</a></nav>
    <p>{FURNITURE["copyright"]}</p></footer>
</div>
<div id="onetrust-banner" class="cookie-notice"><p>{FURNITURE["cookies"]}</p></div>
<script>window.page = {{"kind": "article", "published": "{article["published"]}"}};</script>
</body>
</html>
"""


def magazine(article: Article) -> str:
    """A magazine's page as common blog software makes it: author's note, paywall notice, readers' comments."""
    outlet, title = escape(article["outlet"]), escape(article["title"], quote=False)
    style = "#page{max-width:44em;margin:2em auto;font:19px/1.7 serif}.widget{border-top:1px solid}"
    return f"""<!DOCTYPE html>
<html lang="en-GB">
{head(article, style)}
<body class="single single-post">
<div id="page" class="site">
  <header id="masthead" class="site-header"><p class="site-title"><a href="/">{outlet}</a></p>
    <nav id="site-navigation" class="main-navigation"><ul class="menu">
      <li><a href="/essays">Essays</a></li><li><a href="/books">Books</a></li><li><a href="/about">About</a></li>
    </ul></nav>
  </header>
  <div id="content" class="site-content">
    <article id="post-1187" class="post type-post status-publish hentry">
      <header class="entry-header"><h1 class="entry-title">{title}</h1>
        <div class="entry-meta">Posted on <time class="entry-date published"
          datetime="{article["published"]}">{article["published"]}</time> in <a href="/opinion">Opinion</a></div>
      </header>
      <div class="entry-content">
{paragraphs(article, "        ")}
      </div>
      <footer class="entry-footer"><div class="author-bio"><p>{FURNITURE["bio"]}</p></div>
        <div class="sharedaddy share-buttons"><a href="#f">{FURNITURE["share"]}</a></div></footer>
    </article>
    <div class="paywall-notice subscribe-box"><p>{FURNITURE["subscribe"]}</p></div>
    <section id="comments" class="comments-area"><h2 class="comments-title">2 comments</h2>
      <ol class="comment-list">
        <li class="comment"><b>Hotspur_44</b> says:<div class="comment-content"><p>{FURNITURE["comment_1"]}</p></div></li>
        <li class="comment"><b>M. Tredgold</b> says:<div class="comment-content"><p>{FURNITURE["comment_2"]}</p></div></li>
      </ol>
      <p class="no-comments">{FURNITURE["comment_policy"]}</p>
    </section>
  </div>
  <aside id="secondary" class="widget-area"><section class="widget"><h2>{FURNITURE["most_read"]}</h2><ul>
    <li><a href="/4">{FURNITURE["teaser_4"]}</a></li><li><a href="/2">{FURNITURE["teaser_2"]}</a></li>
  </ul></section></aside>
  <footer id="colophon" class="site-footer"><p>{FURNITURE["copyright"]}</p></footer>
</div>
<div class="cookie-law-info-bar"><span>{FURNITURE["cookies"]}</span> <a href="#ok">Accept</a></div>
</body>
</html>
"""


def agency(article: Article) -> str:
    """A state agency's page: bilingual menu, ticker of headlines above the text, no article element."""
    outlet, title = escape(article["outlet"]), escape(article["title"], quote=False)
    style = ".ticker{background:#036;color:#fff}.news-text{font:16px/1.8 Arial}"
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
{head(article, style)}
<body>
<div class="top-bar menu"><a href="/ar" lang="ar">العربية</a> <a href="/en">English</a> <a href="/fr">Français</a></div>
<div class="site-name"><a href="/en">{outlet}</a></div>
<div class="nav navbar"><ul><li><a href="/en/official">Official</a></li><li><a href="/en/local">Local</a></li>
  <li><a href="/en/world">World</a></li><li><a href="/en/photos">Photos</a></li></ul></div>
<div class="ticker breaking-news"><ul><li><a href="/en/1">{FURNITURE["teaser_1"]}</a></li>
  <li><a href="/en/3">{FURNITURE["teaser_3"]}</a></li></ul></div>
<div class="container">
  <div class="news-page">
    <h1>{title}</h1>
    <div class="news-date post-meta">{article["published"]}</div>
    <div class="news-text post-content">
{paragraphs(article, "      ", 'style="text-align: justify;"')}
    </div>
    <div class="share social-buttons"><a href="#f">{FURNITURE["share"]}</a> <a href="#c">{FURNITURE["share_2"]}</a></div>
  </div>
  <div class="sidebar latest-news"><h3>Latest</h3><ul><li><a href="/en/2">{FURNITURE["teaser_2"]}</a></li>
    <li><a href="/en/4">{FURNITURE["teaser_4"]}</a></li></ul></div>
</div>
<div class="footer"><p>{FURNITURE["copyright"]}</p><a href="/en/privacy">{FURNITURE["privacy"]}</a></div>
</body>
</html>
"""


def tables(article: Article) -> str:
    """A page of the old school: layout by tables, the menu in the left cell, teasers in the right one."""
    outlet, title = escape(article["outlet"]), escape(article["title"], quote=False)
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html lang="en">
{head(article, "td{vertical-align:top}td.menu{background:#eee}")}
<body bgcolor="#ffffff">
<table width="980" align="center" cellpadding="6">
<tr><td colspan="3" class="banner header"><a href="/">{outlet}</a> <small>Late edition</small></td></tr>
<tr>
<td class="menu nav" width="140">
  <a href="/front">Front page</a><br><a href="/abroad">Abroad</a><br><a href="/home">Home</a><br>
  <a href="/trade">Trade</a><br><a href="/weather">Weather</a><br><a href="/archive">Archive</a>
</td>
<td class="story" width="620">
  <h1>{title}</h1>
  <div class="dateline-bar meta">{article["published"]} | <a href="?print=1">Print</a> | <a href="#f">{FURNITURE["share"]}</a></div>
  <div class="story-body">
{paragraphs(article, "  ")}
  </div>
  <div class="comments"><b>Your letters</b><br>{FURNITURE["comment_1"]}<br>{FURNITURE["comment_policy"]}</div>
</td>
<td class="sidebar teasers" width="200">
  <b>{FURNITURE["most_read"]}</b><br>
  <a href="/abroad/1">{FURNITURE["teaser_1"]}</a><br><br><a href="/abroad/2">{FURNITURE["teaser_2"]}</a><br><br>
  <a href="/trade/3">{FURNITURE["teaser_3"]}</a><br><br><a href="/home/4">{FURNITURE["teaser_4"]}</a>
</td>
</tr>
<tr><td colspan="3" class="footer"><small>{FURNITURE["copyright"]}
  <a href="/privacy">{FURNITURE["privacy"]}</a></small></td></tr>
</table>
</body>
</html>
"""


DESIGNS: dict[str, Callable[[Article], str]] = {
    "agency": agency,
    "broadsheet": broadsheet,
    "magazine": magazine,
    "tables": tables,
    "wire": wire,
}


def main() -> None:
    """Write every page to `examples/pages/`."""
    folder = HERE / "pages"
    folder.mkdir(exist_ok=True)
    for name, page in pages().items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
