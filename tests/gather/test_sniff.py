import pytest

from dateline.gather.sniff import HEAD, binary_kind, form_of


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.md", "empty"),
        (b"Words.", "a.txt", "text"),
        (b"Words.", "a", "text"),
        (b"# Words", "a.MD", "markdown"),
        (b"Words.", "a.csv", "unknown"),
        (b"Words.", "a.txt.gz", "text"),
        (b"<p>Words", "a.html", "html"),
        (b"<p>Words", "a.txt", "text"),
        (b"\n <!doctype HTML><p>", "a.txt", "html"),
        (b"<?xml version='1.0'?><!-- a > b --><html xmlns='x'>", "a.xml", "html"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "a.html", "feed"),
        (b"\xef\xbb\xbf<feed xmlns='x'>", "a", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "a", "feed"),
        (b"<!DOCTYPE rss [<!ELEMENT a (b)><!ELEMENT b (c)>]><rss>", "a", "feed"),
        (b"<?xml version='1.0'?><opml>", "a.txt", "opml"),
        (b"<?xml version='1.0'?><urlset>", "a.xml", "xml"),
        (b"<?xml never ends", "a.xml", "xml"),
        (b"WARC/1.1\r\n", "a.txt", "warc"),
        (b'{"text": "a"}', "a.json", "json"),
        (b'{"text": "a"}\n{"text": "b"}', "a.data", "jsonl"),
        (b'[{"text": "a"}]', "a.data", "json"),
        (b'{"text": "a"}', "a.txt", "text"),
        ("<rss>".encode("utf-16"), "a", "feed"),
        (b"%PDF-1.4", "a.html", "binary"),
        (b"\x00\x01\x02\x03" * 9, "a.txt", "binary"),
    ],
)
def test_content_goes_before_the_name(head: bytes, name: str, form: str) -> None:
    assert form_of(head, name) == form


def test_a_head_of_spaces_only_may_be_followed_by_text() -> None:
    assert form_of(b" " * HEAD, "a.txt") == "text"


@pytest.mark.parametrize("text", ["日本語" * 50, "한국어" * 50, "Русский " * 50, "plain " * 50])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso2022_jp", "euc_jp", "cp949", "gb18030"])
def test_text_in_no_charset_is_taken_for_binary(text: str, charset: str) -> None:
    assert binary_kind(text.encode(charset, "ignore")) is None
