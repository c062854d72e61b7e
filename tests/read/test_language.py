import pytest

from dateline.errors import Unsupported
from dateline.read.language import check_readable, detect_language, known_languages

SENTENCES = {
    "en": "The ministers agreed on Tuesday to resume talks before the end of the month.",
    "ja": "両国の首脳は13日、奈良で会談し、協力を深めることで一致した。",
    "ko": "두 정상은 13일 나라에서 만나 협력을 강화하기로 했다.",
    "zh": "两国领导人星期二在奈良举行会谈，同意加强合作。",
    "fr": "Les ministres ont décidé mardi de reprendre les négociations avant la fin du mois.",
    "es": "Los ministros acordaron el martes reanudar las negociaciones antes de fin de mes.",
    "pt": "Os ministros decidiram na terça-feira retomar as negociações antes do fim do mês.",
    "de": "Die Minister vereinbarten am Dienstag, die Gespräche noch in diesem Monat aufzunehmen.",
    "it": "I ministri hanno deciso martedì di riprendere i colloqui entro la fine del mese.",
    "ru": "Министры договорились во вторник возобновить переговоры до конца месяца.",
    "uk": "Міністри домовилися у вівторок відновити переговори до кінця місяця.",
    "ar": "اتفق الوزراء يوم الثلاثاء على استئناف المحادثات قبل نهاية الشهر.",
    "fa": "وزیران روز سه‌شنبه توافق کردند که گفت‌وگوها را پیش از پایان ماه از سر بگیرند.",
    "tr": "Bakanlar salı günü görüşmelere ay sonundan önce yeniden başlama kararı aldı.",
    "hi": "मंत्रियों ने मंगलवार को महीने के अंत से पहले वार्ता फिर शुरू करने पर सहमति जताई।",
    "th": "รัฐมนตรีตกลงกันเมื่อวันอังคารที่จะกลับมาเจรจากันใหม่ก่อนสิ้นเดือน",
    "vi": "Các bộ trưởng hôm thứ Ba đã đồng ý nối lại đàm phán trước cuối tháng.",
    "eu": "Ministroek asteartean adostu zuten elkarrizketak hilaren amaiera baino lehen hastea.",
    "sw": "Mawaziri walikubaliana siku ya Jumanne kuanza tena mazungumzo kabla ya mwisho wa mwezi.",
    "ku": "Wezîran roja sêşemê li hev kirin ku danûstandinan berî dawiya mehê dîsa dest pê bikin.",
    "el": "Οι υπουργοί συμφώνησαν την Τρίτη να ξαναρχίσουν τις συνομιλίες.",
    "he": "השרים הסכימו ביום שלישי לחדש את השיחות לפני סוף החודש.",
    "ka": "მინისტრები სამშაბათს შეთანხმდნენ მოლაპარაკებების განახლებაზე.",
    "so": "Wasiirradu waxay Talaadadii isku raaceen in wadahadallada dib loo bilaabo.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_each_language_is_told_and_kept(code):
    language, certainty = detect_language(SENTENCES[code])
    assert language == code
    assert 0.35 <= certainty <= 1.0
    check_readable("item", SENTENCES[code], language)


CAPITALS_INSIDE = {
    "xh": "UMongameli uthe abantu baseMzantsi Afrika mabavote ngoLwesithathu. INtloko yeSebe "
    "lezeMfundo eMpuma Koloni ithethe noMphathiswa kwaKomani, apho iANC neDA zidibene khona "
    "noSodolophu waseBhayi. AmaXhosa aseKapa ayivile le nto, utshilo uMenzi.",
    "zu": "UMongameli utshele izakhamuzi zaKwaZulu-Natali ukuthi uHulumeni uzokwakha imigwaqo "
    "eThekwini naseGoli. UNgqongqoshe woMnyango wezeMfundo uthe iANC neNkatha zizohlangana "
    "ePitoli ngoLwesihlanu, kusho uMenzi waseMgungundlovu.",
    "ga": "Dúirt Taoiseach na hÉireann inniu i mBaile Átha Cliath go mbeidh cruinniú i gCorcaigh "
    "le hAire na Fraince. Tháinig toscaireacht ón nGearmáin agus ón tSín go dtí an Ghaillimh, "
    "agus rachaidh siad go bPáras agus i dTír Chonaill i bhFómhar na bliana.",
}


@pytest.mark.parametrize("code", CAPITALS_INSIDE)
def test_languages_that_write_capitals_inside_words_are_kept(code):
    language, _ = detect_language(CAPITALS_INSIDE[code])
    assert language == code
    check_readable("item", CAPITALS_INSIDE[code], language)


def test_forty_languages_and_more():
    assert len(known_languages()) > 80


@pytest.mark.parametrize(
    "text",
    [
        "tlhIngan maH. batlh maSuv 'ej batlh maHegh. DaHjaj QaQ jaj, 'ach wa'leS Qav.",
        "nuqneH, jupwI'. Hol Dajatlh'a'?",
        "tlhIngan maH taHjaj. yoHbogh matlhbogh je SuvwI' Say'moHchu' may' 'Iw. DIHoH 'e' vIneH.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
        "asdf jkl qwer tyui zxcv bnmq asdfg hjklq wertz uiopx cvbnm",
        "12 34 56 — 78 (90)",
        "",
    ],
)
def test_what_is_no_language_is_refused_by_name(text):
    language, _ = detect_language(text)
    with pytest.raises(Unsupported, match="letter-7: ") as caught:
        check_readable("letter-7", text, language)
    assert caught.value.kind == "unsupported"


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume",
        "McConnell, O'Neill, MacArthur, DeSantis, McDonald's chief meet",
        "iPhone sales fall at YouTube rival",
        "OpenAI makes deal to bring characters to ChatGPT",
        "ރައީސް މިއަދު ވިދާޅުވީ މަޝްވަރާތައް ފެށޭނެ ކަމަށެވެ.",
        "ᐅᓪᓗᒥ ᑲᑎᒪᔨᐅᔪᑦ ᐅᖃᓚᐅᖅᑐᑦ",
    ],
)
def test_short_texts_and_rare_scripts_are_kept(text):
    check_readable("item", text, detect_language(text)[0])


def test_what_the_page_declares_decides_between_relatives_only():
    headline = "Perdana Menteri tiba di Jakarta"
    assert detect_language(headline, "ms-MY")[0] == "ms"
    assert detect_language(headline, "id")[0] == "id"
    assert detect_language(SENTENCES["fr"], "en")[0] == "fr"
    assert detect_language(SENTENCES["en"], "nonsense")[0] == "en"


def test_a_language_outside_the_model_is_kept_where_the_page_declares_it():
    text = (
        "Ko te kaupapa o te hui nei he whakatau i nga take nui o te motu. I tae mai nga minita i "
        "te ata, a ka korero ki nga iwi katoa mo te wai, te whenua me nga kura. Ka hoki ratou "
        "apopo ki te taone matua ki te tuhi i te whakaaetanga hou."
    )
    assert detect_language(text, "mi")[0] == "mi"
    check_readable("item", text, "mi", declared=True)


def test_japanese_headlines_with_few_kana_and_korean_ones_with_ideographs():
    assert detect_language("日韓首脳会談、奈良で13日開催へ 両政府発表")[0] == "ja"
    assert detect_language("韓日 정상회담 개최")[0] == "ko"
    assert detect_language("日韩首脑会谈将于13日在奈良举行")[0] == "zh"


def test_a_megabyte_takes_no_longer_than_a_page():
    assert detect_language(SENTENCES["es"] * 20_000)[0] == "es"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Kenya attacked Ethiopia on Sunday.", "en", "en"),
        ("Kenya attacked Ethiopia on Sunday.", None, "en"),
        ("Japan hosted Korea.", "en", "en"),
        ("首相訪米", "ja", "ja"),
        ("首相访美", None, "zh"),
    ],
)
def test_a_short_text_of_names_is_told(text: str, declared: str | None, language: str) -> None:
    assert detect_language(text, declared)[0] == language
