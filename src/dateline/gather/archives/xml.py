"""Agencies' XML parsed safely: no entities, no document type of its own, bounded depth."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.errors import ReadError
from dateline.gather.archives.paragraphs import local
from dateline.gather.xmltext import safe_xml


def parse(text: str, name: str) -> Element:
    """Parse decoded XML. Raises ReadError: *entity* where it declares any, else *broken*."""
    try:
        root: Element = fromstring(safe_xml(text, name))
    except DefusedXmlException as error:
        raise ReadError(name, "declares XML entities, which are refused", kind="entity") from error
    except (ParseError, ValueError, RecursionError) as error:
        raise ReadError(name, f"is not well-formed XML: {error}") from error
    return root


def find(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant by a path of local names, in whatever namespace."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if local(child) == name), None)
    return element


def find_all(element: Element, name: str) -> Iterator[Element]:
    """Yield every descendant with that local name, in document order."""
    return (found for found in element.iter() if local(found) == name)


def value(element: Element | None) -> str | None:
    """Return the words right inside an element, None where there are none."""
    return (element.text or "").strip() or None if element is not None else None
