"""What stands in the article's column but isn't the article: by its marks and by its words."""

from __future__ import annotations

import re

from lxml import etree

# Words in the class, id and role of an element; each stands whole, between separators or humps.
_WORDS = (
    r"newsletter\w*|subscri\w*|promo\w*|advert\w*|adslot|banner|sponsor\w*|cookie\w*|consent"
    r"|related\w*|recommend\w*|read-?more|more-?(?:on|from|stories|news|articles)|teasers?"
    r"|also-?read|see-?also|most-?(?:read|popular)|trending|popular|outbrain|taboola"
    r"|share\w*|sharing|social\w*|follow-?us|comments?|comment-(?:list|form)|disqus|feedback"
    r"|captions?|credits?|copyright|photo-?(?:credit|by)|image-?(?:credit|source|widget)|legend"
    r"|bylines?|authors?|author-?(?:bio|box|info|card|name)|bio|timestamp|pubdate"
    r"|breadcrumbs?|tags?|tag-?list|topics?|keywords|toolbar|navigation|menu|pagination"
    r"|twitter-tweet|instagram-media|tiktok-embed|embed\w*|gallery|slideshow"
    r"|video-?(?:player|meta|description)|player|inline-?signup|sign-?up|login|register|donat\w*"
    r"|survey|poll|quiz|disclaimer|print-?only|sr-only|visually-?hidden|screen-?reader\w*"
    r"|info-?box|fact-?box|faktaboks|footer|modal|popup|tooltip|skip-?link"
)
_MARKS = re.compile(rf"(?:^|[\s_-]|(?<=[a-z]))(?:{_WORDS})(?=$|[\s_-]|[A-Z0-9])")
# Words that mark the standfirst, in the languages of web design.
_SUMMARY = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z]))(?:summary|stand-?first|leads?|lede|intro\w*|dek|deck|sub-?title"
    r"|sub-?head\w*|sub-?line|excerpt|chapo|ingress|perex|vorspann|bajada|entradilla|catenaccio"
    r"|sommario|abstract|preamble|manchet|description|kurzfassung|epigraph|spitzmarke)"
    r"(?=$|[\s_-]|[A-Z0-9])",
    re.I,
)
_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-testid", "data-component")

# How lines begin that lead away from the article or stand around it, language by language.
_LEADS_AWAY = re.compile(
    r"""^\W{0,4}(?:
    (?:read|see|watch|listen|hear)\ (?:more|also|next|now|the\ full)\b|also\ read|read:|more\ (?:on|from)\b
    |related(?:\ (?:articles?|stories|topics?|news|content|links?))?\W*$|related:|recommended\b|don'?t\ miss\b
    |you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested)|most\ read\b|trending\b|latest\ (?:news|stories)\W*$
    |sign\ up\ (?:for|to|here)|subscribe\b|get\ (?:our|the)\ .{0,30}newsletter|join\ (?:our|the)\b
    |follow\ (?:us|our)\b|download\ (?:our|the)\b|click\ here\b|advertisement\W*$|sponsored\W*$
    |(?:photo|image|video|picture|pic)s?(?:\ (?:by|credit|courtesy))?\s?:|getty\ images\W*$|file\ photo
    |our\ standards:|all\ rights\ reserved|copyright\b|©|\(c\)\ \d{4}
    |lesen\ sie\ (?:auch|mehr|hier)|auch\ interessant|mehr\ (?:zum\ thema|dazu)\b|das\ könnte\ sie|mehr\ lesen
    |lies\ auch|externer\ inhalt|empfohlener\ (?:redaktioneller\ )?inhalt|anzeige\W*$|werbung\W*$|ähnliche(?:\ artikel)?\W*$
    |bild:|foto:|fotos?\ ?:|grafik:|quelle:\s|stand:\s|link\ zum\b|ein\ klick\ für|hier\ geht\ es\b
    |lire\ (?:aussi|la\ suite|plus)|à\ lire\b|voir\ aussi|sur\ le\ même\ (?:sujet|thème)|publicité\W*$|abonnez-vous
    |lea\ (?:también|más)|lee\ (?:también|más)|ver\ (?:también|más)\b|te\ puede\ interesar|más\ (?:información|noticias)\W*$|publicidad\W*$
    |leggi\ (?:anche|di\ più)|potrebbe\ interessarti|approfondisci\b|pubblicità\W*$
    |leia\ (?:também|mais)|veja\ (?:também|mais)|publicidade\W*$|saiba\ mais
    |lees\ (?:ook|meer)|lue\ (?:myös|lisää)|läs\ (?:också|mer|även|vidare)|les\ (?:også|mer)|læs\ (?:også|mere)|fakta\ om\b
    |czytaj\ (?:więcej|także|też)|zobacz\ (?:też|także|więcej)|reklama\W*$|čtěte\ (?:také|více)|mohlo\ by\ vás
    |читайте\ (?:также|також|ещё|еще)|читать\ (?:также|далее)|подпис(?:ывайтесь|аться)|реклама\W*$
    |okumak\ için|ilgili\ haber|i̇lgili\ haber|ayrıca\ oku|đọc\ thêm|xem\ thêm|baca\ (?:juga|selengkapnya)
    |関連(?:記事|ニュース|リンク)|あわせて読みたい|【?関連|有料会員|会員限定|続きを読む|この記事は有料|写真[:：=＝]|画像[:：=＝]
    |관련\ ?(?:기사|뉴스)|무단\ ?(?:전재|복제)|ⓒ|저작권자|사진\s?[=:]|기사\ ?제보|구독
    |相关(?:阅读|新闻|报道)|相關(?:閱讀|新聞|報導)|延伸[阅閱][读讀]|责任编辑|責任編輯|更多|版权所有|點我|图[:：源]|圖[:：]
    )""".replace("\n    ", "\n"),
    re.I | re.X,
)
# A line of who, where or when: "By Ann Lee", "Von …", "13.01.2026 17:59", "3 min read".
_BYLINE = re.compile(
    r"^\W{0,3}(?:by|von|par|por|di|da|door|av|af|autor(?:in)?|text|redaktion|reported\ by)\s:?\s?[A-ZÀ-Þ]"
    r"|^\W{0,3}(?:published|updated|posted|last\ (?:updated|modified)|veröffentlicht|aktualisiert"
    r"|publié|mis\ à\ jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd"
    r"|opublikowano|aktualizacja|publicerad|uppdaterad|publisert|oppdatert|güncelleme|yayınlanma"
    r"|опубликовано|обновлено|stand|created|입력|수정|승인|登録|更新|公開|配信|发布|更新)\b.{0,60}$"
    r"|^\W{0,3}\d{1,2}\s?(?:min|minutes?|minuten|minuti|minutos|분)\b.{0,20}$".replace(r"\ ", " "),
    re.I,
)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d")
_LETTERS = re.compile(r"[^\W\d_]")


def marks(element: etree._Element) -> str:
    """Return the class, id and role words of an element."""
    values = (element.get(name) for name in _ATTRIBUTES)
    return " ".join(value[:200] for value in values if value)


def is_marked(element: etree._Element) -> bool:
    """True when the marks of an element say that it isn't part of an article."""
    return bool(_MARKS.search(marks(element)))


def is_summary(element: etree._Element) -> bool:
    """True when the marks of an element say that it is the standfirst of an article."""
    return bool(_SUMMARY.search(marks(element)))


def leads_away(text: str) -> bool:
    """True for a line that leads to something else: "Related:", "Sign up for …", "Photo: …"."""
    return len(text) < 300 and bool(_LEADS_AWAY.match(text))


def is_byline(text: str) -> bool:
    """True for a line that says who wrote when, not what happened."""
    if len(text) > 120:
        return False
    if _BYLINE.match(text):
        return True
    left = _TIME.sub("", text)
    return left != text and len(_LETTERS.findall(left)) <= 25


_CREDIT = re.compile(
    r"^\W{0,3}(?:with\b|mit\b|avec\b|con\b|com\b|agenc|agentur|reporting by|additional reporting"
    r"|writing by|editing by|associated press writer|\(?\w{2,12}/\w{2,12}\)?$|©)",
    re.I,
)


def is_credit(text: str) -> bool:
    """True for a closing line that credits agencies or colleagues and tells nothing else."""
    return bool(_CREDIT.match(text)) and not text.rstrip().endswith("?") and len(text.split()) <= 30
