"""Venues and events of 2019 to 2025: facts with their source."""

from dataclasses import dataclass
from datetime import date, time

from events.models import Mode, VenueKind


@dataclass(frozen=True)
class VenueFact:
    key: str
    name: str
    city: str
    ags: str
    kind: str = VenueKind.PUBLIC_HALL
    street: str = ""
    postcode: str = ""
    access_notes: tuple[str, str, str, str] = ("", "", "", "")
    """In German, English, Turkish and Arabic."""


VENUES = [
    VenueFact(
        "ministerium",
        "Ministerium, Konferenzzentrum",
        "Düsseldorf",
        "05111",
        VenueKind.MINISTRY,
        "Völklinger Straße 4",
        "40219",
        (
            "Der Zugang ist stufenlos, ein Aufzug ist vorhanden. "
            "Bitte bringen Sie Ihren Ausweis mit.",
            "The entrance has no steps, and there is a lift. Please bring your identity card.",
            "Giriş basamaksızdır, asansör vardır. Lütfen kimliğinizi yanınızda getiriniz.",
            "المدخل خالٍ من الدرجات، ويوجد مصعد. يُرجى إحضار بطاقة الهوية.",
        ),
    ),
    VenueFact(
        "dortmund",
        "Dietrich-Keuning-Haus",
        "Dortmund",
        "05913",
        access_notes=(
            "Der Haupteingang ist stufenlos.",
            "The main entrance has no steps.",
            "Ana giriş basamaksızdır.",
            "المدخل الرئيسي خالٍ من الدرجات.",
        ),
    ),
    VenueFact("solingen", "Theater und Konzerthaus", "Solingen", "05122"),
    VenueFact("bag-dortmund", "Geschäftsstelle des BAG", "Dortmund", "05913", VenueKind.CLUB_HOUSE),
    VenueFact("schwerte", "Tagungsstätte", "Schwerte", "05978"),
    VenueFact("monheim", "Tagungsort", "Monheim am Rhein", "05158"),
    VenueFact("duesseldorf", "Tagungsort", "Düsseldorf", "05111"),
    VenueFact(
        "koeln",
        "Bürgerzentrum",
        "Köln",
        "05315",
        access_notes=(
            "Ein barrierefreies WC befindet sich im Erdgeschoss.",
            "There is an accessible toilet on the ground floor.",
            "Zemin katta engelli tuvaleti bulunmaktadır.",
            "توجد دورة مياه مجهّزة لذوي الإعاقة في الطابق الأرضي.",
        ),
    ),
    VenueFact("herne", "Kulturzentrum", "Herne", "05916"),
]


@dataclass(frozen=True)
class PastEvent:
    """What took place: `seats` is the public figure of people present, 0 where none is known."""

    key: str
    on: date
    kind: str
    titles: tuple[str, str, str, str]
    text: str
    source: str
    start: time = time(10)
    end: time = time(16)
    mode: str = Mode.ON_SITE
    venue: str = ""
    organiser: str = "ministerium"
    seats: int = 0
    fields: tuple[str, ...] = ()


PEM = "https://alevitische-gemeinden.de/projektarbeit/pem"
MTO = (
    "https://germany.mto.org/2019/10/13/erste-arbeitssitzung-muslimisches-engagement-nrw-im-mkffi/"
)

PAST = [
    PastEvent(
        "kongress-2019",
        date(2019, 7, 1),
        "Kongress",
        (
            "Kongress „Muslimisches Engagement in NRW“",
            "Congress “Muslim engagement in NRW”",
            "“KRV’de Müslümanların Gönüllü Katkısı” Kongresi",
            "مؤتمر «العمل التطوعي للمسلمين في شمال الراين-وستفاليا»",
        ),
        "Auftakt der Koordinierungsstelle mit drei Fachforen: innermuslimischer Dialog, "
        "Expertenrat und Projektförderung. Rund 200 Menschen aus 100 Organisationen nahmen teil.",
        "https://domradio.de/node/210067",
        venue="duesseldorf",
        seats=200,
    ),
    PastEvent(
        "arbeitssitzung-1",
        date(2019, 10, 9),
        "Arbeitssitzung",
        (
            "1. Arbeitssitzung",
            "First working session",
            "1. Çalışma Toplantısı",
            "جلسة العمل الأولى",
        ),
        "In einem Barcamp wählten etwa 90 Teilnehmende sieben Themen für die gemeinsame Arbeit.",
        MTO,
        venue="ministerium",
        seats=90,
    ),
    PastEvent(
        "landeskongress-2019",
        date(2019, 11, 18),
        "Forum auf dem Landesintegrationskongress",
        (
            "Forum 3 auf dem 8. Integrationskongress: „MehrWert für alle“",
            "Forum 3 at the 8th integration congress: “Added value for all”",
            "8. Uyum Kongresi, 3. Forum: “Herkes için artı değer”",
            "المنتدى الثالث في مؤتمر الاندماج الثامن: «قيمة مضافة للجميع»",
        ),
        "Forum „Muslimisches Engagement in NRW – MehrWert für alle“ auf dem Kongress des Landes "
        "mit rund 700 Gästen in Solingen.",
        "https://www.halloherne.de/artikel/8-integrationskongress-in-solingen-40970",
        venue="solingen",
        seats=700,
    ),
    PastEvent(
        "arbeitssitzung-2",
        date(2019, 12, 9),
        "Arbeitssitzung",
        (
            "2. Arbeitssitzung",
            "Second working session",
            "2. Çalışma Toplantısı",
            "جلسة العمل الثانية",
        ),
        "Fortsetzung der Arbeit an den Themen der ersten Sitzung (angekündigter Termin).",
        MTO,
        venue="ministerium",
    ),
    PastEvent(
        "mso-staerken-2020",
        date(2020, 10, 30),
        "Fachtag",
        (
            "Fachtag „MSO stärken NRW“",
            "Symposium “Strengthening migrant organisations in NRW”",
            "“KRV’de Göçmen Örgütlerini Güçlendirmek” Uzmanlık Günü",
            "يوم دراسي «تعزيز منظمات المهاجرين في شمال الراين-وستفاليا»",
        ),
        "Digitaler Fachtag mit mehr als 100 Teilnehmenden zur Arbeit von "
        "Migrantenselbstorganisationen.",
        "https://www.multikulti-forum.de/de/news/migrantenorganisationen-nrw",
        mode=Mode.ONLINE,
        seats=100,
        fields=("Vereinsberatung",),
    ),
    PastEvent(
        "konferenz-2021",
        date(2021, 7, 1),
        "Konferenz",
        (
            "Konferenz zu antimuslimischem Rassismus",
            "Conference on anti-Muslim racism",
            "Müslüman Karşıtı Irkçılık Konferansı",
            "مؤتمر حول العنصرية المعادية للمسلمين",
        ),
        "Konferenz der Koordinierungsstelle mit vier Arbeitsgruppen zum Tag gegen "
        "antimuslimischen Rassismus.",
        "https://muslimische-frauen.de/2021/08/12/tagung-der-koordinierungsstelle-muslimisches-"
        "engagement/",
        mode=Mode.ONLINE,
        fields=("Antidiskriminierung und Antirassismus",),
    ),
    PastEvent(
        "kongress-2022",
        date(2022, 7, 1),
        "Kongress",
        (
            "Kongress zum Tag gegen antimuslimischen Rassismus mit erstem Marwa El-Sherbini-Preis",
            "Congress on the day against anti-Muslim racism with the first Marwa El-Sherbini Prize",
            "Müslüman Karşıtı Irkçılıkla Mücadele Günü Kongresi ve ilk Marwa El-Sherbini Ödülü",
            "مؤتمر يوم مناهضة العنصرية المعادية للمسلمين مع أول جائزة مروة الشربيني",
        ),
        "Von Mitgliedern des Forums ausgerichteter Kongress im Dietrich-Keuning-Haus mit der "
        "ersten Verleihung des Marwa El-Sherbini-Preises.",
        "https://mengede-intakt.de/2022/06/27/tag-gegen-antimuslimischen-rassismus",
        venue="dortmund",
        fields=("Antidiskriminierung und Antirassismus",),
    ),
    PastEvent(
        "pem-wohlfahrt-2023",
        date(2023, 3, 19),
        "Seminar",
        (
            "PEM: Muslimische Wohlfahrtspflege",
            "PEM: Muslim welfare work",
            "PEM: Müslüman Sosyal Hizmetleri",
            "مشروع PEM: الرعاية الاجتماعية الإسلامية",
        ),
        "Veranstaltung im Projekt „PEM – Partizipation, Engagement & Medienkompetenz stärken“.",
        PEM,
        start=time(12),
        end=time(16),
        venue="solingen",
        organiser="bag",
        fields=("Wohlfahrt und Soziales",),
    ),
    PastEvent(
        "pem-begegnung-2023",
        date(2023, 4, 16),
        "Workshop",
        (
            "PEM: Begegnung „Meet A Jew“",
            "PEM: Encounter “Meet A Jew”",
            "PEM: “Meet A Jew” Buluşması",
            "مشروع PEM: لقاء «Meet A Jew»",
        ),
        "Begegnung im Projekt PEM in der Geschäftsstelle des BAG in Dortmund.",
        PEM,
        start=time(14),
        end=time(16),
        venue="bag-dortmund",
        organiser="bag",
        fields=("Interreligiöser und interkultureller Dialog",),
    ),
    PastEvent(
        "pem-juedische-wohlfahrt-2023",
        date(2023, 4, 27),
        "Vortrag",
        (
            "PEM: Jüdische Wohlfahrtspflege",
            "PEM: Jewish welfare work",
            "PEM: Yahudi Sosyal Hizmetleri",
            "مشروع PEM: الرعاية الاجتماعية اليهودية",
        ),
        "Digitale Abendveranstaltung im Projekt PEM.",
        PEM,
        start=time(18),
        end=time(20),
        mode=Mode.ONLINE,
        organiser="bag",
        fields=("Wohlfahrt und Soziales",),
    ),
    PastEvent(
        "pem-adira-2023",
        date(2023, 5, 16),
        "Vortrag",
        (
            "PEM: Servicestelle ADIRA",
            "PEM: The ADIRA advice centre",
            "PEM: ADIRA Danışma Merkezi",
            "مشروع PEM: مركز الاستشارات ADIRA",
        ),
        "Digitale Abendveranstaltung im Projekt PEM mit der Servicestelle ADIRA.",
        PEM,
        start=time(18),
        end=time(20),
        mode=Mode.ONLINE,
        organiser="bag",
        fields=("Antidiskriminierung und Antirassismus",),
    ),
    PastEvent(
        "alevitentum-2023",
        date(2023, 6, 3),
        "Fachtag",
        (
            "Fachtagung „Alevitentum: Tradition – Theologie – Zukunft“",
            "Symposium “Alevism: Tradition – Theology – Future”",
            "“Alevilik: Gelenek – Teoloji – Gelecek” Sempozyumu",
            "ندوة «الأليفية (العلوية): التقليد – اللاهوت – المستقبل»",
        ),
        "Zweisprachige Fachtagung des Bundes Alevitischer Gemeinden in Schwerte.",
        "https://alevitische-gemeinden.de/fachtagung-alevitentum-tradition-theologie-zukunft",
        venue="schwerte",
        organiser="bag",
        fields=("Wissenschaft, Studierende und Akademiker",),
    ),
    PastEvent(
        "preis-2023",
        date(2023, 7, 1),
        "Preisverleihung",
        (
            "2. Verleihung des Marwa El-Sherbini-Preises",
            "Second Marwa El-Sherbini Prize",
            "2. Marwa El-Sherbini Ödül Töreni",
            "الحفل الثاني لجائزة مروة الشربيني",
        ),
        "Verleihung des Preises am Tag gegen antimuslimischen Rassismus in Düsseldorf.",
        "https://www.ig-ev.de/verleihung-des-marwa-el-sherbini-preises-nrw",
        venue="duesseldorf",
        fields=("Antidiskriminierung und Antirassismus",),
    ),
    PastEvent(
        "innermuslimisch-2023",
        date(2023, 11, 9),
        "Fachtag",
        (
            "Fachtag „Innermuslimischer Rassismus“",
            "Symposium “Racism among Muslims”",
            "“Müslümanlar Arasında Irkçılık” Uzmanlık Günü",
            "يوم دراسي «العنصرية داخل المجتمعات المسلمة»",
        ),
        "Fachtag der Islamischen Akademie NRW in Dortmund.",
        "http://www.islamische-akademie-nrw.de/imr/",
        start=time(10),
        end=time(16, 30),
        venue="dortmund",
        organiser="akademie",
        fields=("Antidiskriminierung und Antirassismus",),
    ),
    PastEvent(
        "narben-2024",
        date(2024, 6, 26),
        "Fachtag",
        (
            "Fachtag „Die unsichtbaren Narben“ mit Preisverleihung",
            "Symposium “The invisible scars” with award",
            "“Görünmez Yaralar” Uzmanlık Günü ve Ödül Töreni",
            "يوم دراسي «الندوب الخفية» مع حفل تسليم الجائزة",
        ),
        "Fachtag über antimuslimischen Rassismus und seine gesundheitlichen Folgen in Dortmund.",
        "https://ig-ev.de/fachtag-die-unsichtbaren-narben-antimuslimischer-rassismus-und-seine-"
        "gesundheitlichen-folgen-und-preisverleihung",
        venue="dortmund",
        fields=("Antidiskriminierung und Antirassismus", "Gesundheit und Pflege"),
    ),
    PastEvent(
        "austausch-2024",
        date(2024, 8, 28),
        "Forumssitzung und Austausch",
        (
            "Austausch des Forums mit dem Ministerium",
            "Exchange of the forum with the ministry",
            "Forumun Bakanlıkla Görüş Alışverişi",
            "تبادل الآراء بين المنتدى والوزارة",
        ),
        "Austausch der muslimischen Zivilgesellschaft mit dem Ministerium in Düsseldorf.",
        "https://www.ig-ev.de/koordinierungsstelle-muslimisches-engagement-nrw-staerkung-der-"
        "muslimischen-zivilgesellschaft",
        venue="ministerium",
    ),
    PastEvent(
        "haltung-2025",
        date(2025, 7, 1),
        "Fachtag",
        (
            "Fachtagung „Haltung zeigen. Verantwortung übernehmen.“",
            "Symposium “Take a stand. Take responsibility.”",
            "“Tavır Al. Sorumluluk Üstlen.” Sempozyumu",
            "ندوة «اتخاذ موقف. تحمّل المسؤولية.»",
        ),
        "Fachtagung mit Preisverleihung in drei Kategorien in Monheim mit rund 200 Gästen. Das "
        "genaue Datum im Jahr 2025 ist für die Demonstration angenommen.",
        "https://www.monheim.de/stadtleben-aktuelles/news/nachrichten/ein-starkes-zeichen-gegen-"
        "antimuslimischen-rassismus-14434",
        venue="monheim",
        seats=200,
        fields=("Antidiskriminierung und Antirassismus",),
    ),
]
