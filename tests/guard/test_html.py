"""The tokenizer cuts markup where browsers do."""

import time

import html5lib
import pytest
from tests.rows import rows

from helpcenter.guard.markup.html import tokenize

CASES = [
    '<a href="x" href="y">t</a>',
    "<a title=it's href=x>t</a>",
    "<a\nHREF = 'x y'\t>t</a>",
    "<a href=x/y?z=1&amp;b>t</a>",
    '<p title="a>b">t</p>',
    "<!-- <a href=x> --><b>t</b>",
    "<!--><b>t</b>",
    "<script>if(a<b)c='</p>'</script><b id=1>t</b>",
    "<textarea><a href=x></textarea><b>t</b>",
    "a < b <i>c</i>",
    "<?php x><b>t</b>",
    "<script>a</ſcript><b>t</b></script><i>u</i>",
]


@rows("text", CASES)
def test_same_elements_and_attributes_as_html5lib(text):
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    theirs = [(node.tag, dict(node.attrib)) for node in tree.iter() if isinstance(node.tag, str)]
    markup = tokenize(text)
    ours = []
    for tag in markup.tags:
        if not tag.closing:
            values = {}
            for attribute in markup.attributes(tag):
                values.setdefault(attribute.name, attribute.text)
            ours.append((tag.name, values))
    assert ours == [item for item in theirs if item[0] != "DOCUMENT_FRAGMENT"]


@pytest.mark.parametrize(
    "piece", ["<a ", '<a "', "<a b='", "<!--", "<!", "</", "<script>", "<a b=c "]
)
def test_hostile_markup_takes_linear_time(piece):
    start = time.process_time()  # a machine may have other work
    tokenize(piece * (300_000 // len(piece)))
    assert time.process_time() - start < 3
