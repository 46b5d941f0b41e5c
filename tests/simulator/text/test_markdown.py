"""The short Markdown of packs: what it knows, and that nothing else gets through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.text.markdown import markdown_html
from tests.simulator.text.parsed import Parsed

PAGES = {"falls": "/go/falls", "/home": "/home"}


def page(text: str) -> str:
    return markdown_html(text, href=PAGES.get)


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("", ""),
        ("\n \n", ""),
        ("Hello", "<p>Hello</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("one\n\ntwo\n\n\nthree", "<p>one</p><p>two</p><p>three</p>"),
        ("**Kat** and *Jo*", "<p><strong>Kat</strong> and <em>Jo</em></p>"),
        ("__Kat__ and _Jo_", "<p><strong>Kat</strong> and <em>Jo</em></p>"),
        ("**bold *and italics***", "<p><strong>bold <em>and italics</em></strong></p>"),
        ("*a **b** c*", "<p><em>a <strong>b</strong> c</em></p>"),
        ("**#NHSChangeDay**", "<p><strong>#NHSChangeDay</strong></p>"),
        ("@CJ_trainer and @Pat_OT_sim", "<p>@CJ_trainer and @Pat_OT_sim</p>"),
        ("_@CJ_trainer_", "<p><em>@CJ_trainer</em></p>"),
        ("a_b_ c and a_b_", "<p>a_b_ c and a_b_</p>"),
        ("**a** b**", "<p><strong>a</strong> b**</p>"),
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
        ("** not bold **", "<p>** not bold **</p>"),
        ("**never closed", "<p>**never closed</p>"),
        ("never opened**", "<p>never opened**</p>"),
        ("*one\n\ntwo*", "<p>*one</p><p>two*</p>"),
        (r"\*plain\* \_a\_ \\ \[b](falls)", r"<p>*plain* _a_ \ [b](falls)</p>"),
        (r"C:\new", r"<p>C:\new</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("* a\n+ b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b\n10) c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        ("Do:\n- a\n- **b**\n\nDone", "<p>Do:</p><ul><li>a</li><li><strong>b</strong></li></ul><p>Done</p>"),
        ("- a\n  more\n- b", "<ul><li>a\nmore</li><li>b</li></ul>"),
        ("- a\n\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("-5 degrees", "<p>-5 degrees</p>"),
        ("2015. A year", "<p>2015. A year</p>"),
        ("3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'),
        ("***both***", "<p><strong><em>both</em></strong></p>"),
        ("***both* bold**", "<p><strong><em>both</em> bold</strong></p>"),
        ("See [the page](falls).", '<p>See <a href="/go/falls">the page</a>.</p>'),
        ("[**bold** page](/home)", '<p><a href="/home"><strong>bold</strong> page</a></p>'),
        ("**[page](falls)**", '<p><strong><a href="/go/falls">page</a></strong></p>'),
        ("[away](http://nhs.uk) [x](javascript:y)", "<p>away x</p>"),
        ("[not closed](falls", "<p>[not closed](falls</p>"),
        ("[a] (falls)", "<p>[a] (falls)</p>"),
        ("<b>&amp;</b>", "<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"),
        ("<i>**<b>**</i>", "<p>&lt;i&gt;<strong>&lt;b&gt;</strong>&lt;/i&gt;</p>"),
        ("# Heading", "<p># Heading</p>"),
    ],
)
def test_a_short_text_becomes_markup(text: str, markup: str) -> None:
    assert page(text) == markup


def test_an_address_is_escaped() -> None:
    assert markdown_html("[a](b)", href=lambda name: '/x?"&') == '<p><a href="/x?&quot;&amp;">a</a></p>'


BITS = [
    "*",
    "**",
    "_",
    "__",
    "[",
    "]",
    "(",
    ")",
    "](falls)",
    "\\",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    " ",
    "a",
    "<b>",
    "&",
    '"',
    "\r",
    "\u2028",
    "\ud800",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join) | st.text(max_size=80))
def test_whatever_is_written_comes_out_as_sound_markup(text: str) -> None:
    for tag, attributes in Parsed(page(text)).tags:
        assert tag in ("p", "ul", "ol", "li", "strong", "em", "a")
        assert attributes in ({}, {"href": "/go/falls"}) or set(attributes) == {"start"}
