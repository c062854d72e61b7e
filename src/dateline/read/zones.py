"""In which time zone an outlet cuts its days, where it doesn't say."""

from __future__ import annotations

from dateline.records import Report

# States that keep one time, and the zone in which each cuts its days (IANA tz database). States
# with several zones are left out: nothing is guessed for them.
BY_COUNTRY = {
    "JP": "Asia/Tokyo", "KR": "Asia/Seoul", "KP": "Asia/Pyongyang", "CN": "Asia/Shanghai",
    "TW": "Asia/Taipei", "HK": "Asia/Hong_Kong", "SG": "Asia/Singapore", "MY": "Asia/Kuala_Lumpur",
    "PH": "Asia/Manila", "TH": "Asia/Bangkok", "VN": "Asia/Ho_Chi_Minh", "IN": "Asia/Kolkata",
    "PK": "Asia/Karachi", "BD": "Asia/Dhaka", "LK": "Asia/Colombo", "NP": "Asia/Kathmandu",
    "IR": "Asia/Tehran", "IQ": "Asia/Baghdad", "IL": "Asia/Jerusalem", "LB": "Asia/Beirut",
    "SA": "Asia/Riyadh", "AE": "Asia/Dubai", "QA": "Asia/Qatar", "TR": "Europe/Istanbul",
    "UA": "Europe/Kyiv", "PL": "Europe/Warsaw", "DE": "Europe/Berlin", "AT": "Europe/Vienna",
    "CH": "Europe/Zurich", "FR": "Europe/Paris", "BE": "Europe/Brussels", "NL": "Europe/Amsterdam",
    "IT": "Europe/Rome", "GB": "Europe/London", "IE": "Europe/Dublin", "SE": "Europe/Stockholm",
    "NO": "Europe/Oslo", "DK": "Europe/Copenhagen", "FI": "Europe/Helsinki", "GR": "Europe/Athens",
    "CZ": "Europe/Prague", "HU": "Europe/Budapest", "RO": "Europe/Bucharest", "EG": "Africa/Cairo",
    "KE": "Africa/Nairobi", "ET": "Africa/Addis_Ababa", "NG": "Africa/Lagos", "GH": "Africa/Accra",
    "ZA": "Africa/Johannesburg", "TZ": "Africa/Dar_es_Salaam", "CO": "America/Bogota",
    "PE": "America/Lima", "VE": "America/Caracas", "BO": "America/La_Paz",
    "UY": "America/Montevideo", "AR": "America/Argentina/Buenos_Aires",
}  # fmt: skip
# Languages that are the news language of one zone only.
BY_LANGUAGE = {
    "ja": "Asia/Tokyo", "ko": "Asia/Seoul", "zh": "Asia/Shanghai", "th": "Asia/Bangkok",
    "vi": "Asia/Ho_Chi_Minh", "tr": "Europe/Istanbul", "fa": "Asia/Tehran", "he": "Asia/Jerusalem",
    "uk": "Europe/Kyiv", "pl": "Europe/Warsaw", "it": "Europe/Rome", "el": "Europe/Athens",
}  # fmt: skip


def zone_of(report: Report, language: str) -> str:
    """Return the IANA zone of a report: the one it states, its country's, its language's, UTC.

    Chinese from Taiwan or Hong Kong lies in the same hour as Beijing's. UTC is the honest
    default: it says that days may be off by one.
    """
    if report.zone:
        return report.zone
    by_country = BY_COUNTRY.get((report.country or "").upper())
    return by_country or BY_LANGUAGE.get(language, "UTC")
