"""Agencies' items, written for these tests after the IPTC's specifications."""

NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
 <header><sent>2026-01-12T15:00:00Z</sent></header>
 <itemSet>
  <newsItem guid="urn:newsml:meridian.example:20260112:quake" version="2" standard="NewsML-G2">
   <rightsInfo><copyrightHolder literal="Meridian Wire Ltd"/></rightsInfo>
   <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="Meridian Wire"/>
    <versionCreated>2026-01-12T14:20:00+01:00</versionCreated>
    <firstCreated>2026-01-12T13:00:00+01:00</firstCreated>
    <pubStatus qcode="stat:usable"/>
   </itemMeta>
   <contentMeta>
    <language tag="en-GB"/>
    <headline>Strong quake off northern Chile</headline>
    <by>By Ana Ruiz</by>
    <dateline>SANTIAGO, Jan 12</dateline>
    <located type="loctyp:City" qcode="city:345678"><name>Santiago</name></located>
   </contentMeta>
   <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
     <html xmlns="http://www.w3.org/1999/xhtml"><head><title>not text</title></head><body>
      <h1>Not the headline of the item</h1>
      <p>A strong quake <b>shook</b> northern Chile on Monday.</p>
      <p>Three people were hurt.</p>
      <figure><figcaption>A caption is no text</figcaption></figure>
     </body></html>
    </inlineXML>
   </contentSet>
  </newsItem>
  <newsItem guid="urn:newsml:meridian.example:20260112:dead" version="1">
   <itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:canceled"/></itemMeta>
   <contentMeta><headline>Withdrawn</headline></contentMeta>
   <contentSet><inlineData contenttype="text/plain">Never print this.</inlineData></contentSet>
  </newsItem>
  <newsItem guid="urn:newsml:meridian.example:20260112:later" version="1">
   <itemMeta><itemClass qcode="ninat:text"/><embargoed>2026-03-01T00:00:00Z</embargoed>
    <pubStatus qcode="stat:usable"/></itemMeta>
   <contentMeta><headline>Budget</headline></contentMeta>
   <contentSet><inlineData contenttype="text/plain">The budget rises.</inlineData></contentSet>
  </newsItem>
  <newsItem guid="urn:newsml:meridian.example:20260112:open" version="1">
   <itemMeta><itemClass qcode="ninat:text"/><embargoed/></itemMeta>
   <contentSet><inlineData contenttype="text/plain">No end stated.</inlineData></contentSet>
  </newsItem>
  <newsItem guid="urn:newsml:meridian.example:20260112:photo" version="1">
   <itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
   <contentSet><remoteContent href="quake.jpg" contenttype="image/jpeg"/></contentSet>
  </newsItem>
  <packageItem guid="urn:newsml:meridian.example:20260112:top"/>
 </itemSet>
</newsMessage>
"""

NITF = """<?xml version="1.0"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="fr">
 <head>
  <docdata management-status="usable">
   <doc-id id-string="MW-7781"/>
   <date.issue norm="20260112T142000+0100"/>
   <doc.copyright holder="Agence du Port" year="2026"/>
  </docdata>
  <pubdata name="Le Courrier du Port" position.section="Monde"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Un accord à Lima</hl1><hl2>Deux ans de pêche</hl2></hedline>
   <byline>Par <person>Luc Morel</person><byttl>correspondant</byttl></byline>
   <dateline><location>LIMA</location></dateline>
  </body.head>
  <body.content>
   <block><p>Les ministres se sont entendus <em>lundi</em>.</p></block>
   <media media-type="image"><media-caption>Une légende</media-caption></media>
   <p>Le texte vaut pour deux ans.</p>
  </body.content>
 </body>
</nitf>
"""

NINJS_1 = {
    "uri": "urn:ninjs:meridian.example:41", "type": "text", "version": "3",
    "firstcreated": "2026-01-12T10:00:00Z", "versioncreated": "2026-01-12T12:30:00Z",
    "pubstatus": "usable", "language": "de", "headline": "Einigung in Wien", "byline": "Eva Lang",
    "located": "Wien", "copyrightholder": "Meridian Wire",
    "body_xhtml": "<p>Die Minister einigten sich.</p><p>Der Vertrag gilt zwei Jahre.</p>",
}  # fmt: skip

NINJS_3 = {
    "uri": "https://meridian.example/items/42", "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text", "firstCreated": "2026-01-12T10:00:00Z", "pubStatus": "usable",
    "language": "en", "by": "Ken Ito",
    "infoSources": [{"name": "Meridian Wire", "role": "origin"}],
    "headlines": [{"role": "short", "value": "Deal"}, {"role": "main", "value": "Deal in Vienna"}],
    "bodies": [
        {"contentType": "text/html", "value": "<p>Ministers agreed.</p><ul><li>One</li></ul>"}
    ],
}  # fmt: skip

NEWS_PLEASE = {
    "authors": ["Ana Ruiz"], "date_download": "2026-01-13 08:00:00",
    "date_modify": "2026-01-12 15:00:00", "date_publish": "2026-01-12 14:20:00",
    "description": "A quake.", "filename": "quake.json", "language": "en",
    "source_domain": "meridian.example", "title": "Strong quake off Chile",
    "maintext": "A strong quake shook Chile.\nThree people were hurt.",
    "url": "https://meridian.example/quake",
}  # fmt: skip

FUNDUS = {
    "title": "Strong quake off Chile", "authors": ["Ana Ruiz"], "lang": "en",
    "publisher": "Meridian Wire", "publishing_date": "2026-01-12 14:20:00+01:00",
    "topics": ["Chile"],
    "html": {"requested_url": "https://meridian.example/quake", "crawl_date": "2026-01-13"},
    "body": {
        "summary": ["Three hurt."],
        "sections": [
            {"headline": [], "paragraphs": ["A strong quake shook Chile."]},
            {"headline": ["Damage"], "paragraphs": ["Roofs fell.", "Roads are closed."]},
        ],
    },
}  # fmt: skip

EVENT_REGISTRY = {
    "uri": "8123", "lang": "eng", "isDuplicate": False, "date": "2026-01-12", "time": "14:20:00",
    "dateTime": "2026-01-12T14:25:00Z", "dateTimePub": "2026-01-12T14:20:00Z",
    "dataType": "news", "url": "https://meridian.example/quake", "title": "Strong quake off Chile",
    "body": "A strong quake shook Chile.\n\nThree people were hurt.",
    "source": {"uri": "meridian.example", "dataType": "news", "title": "Meridian Wire"},
    "authors": [{"uri": "ana@meridian.example", "name": "Ana Ruiz", "type": "author"}],
}  # fmt: skip
