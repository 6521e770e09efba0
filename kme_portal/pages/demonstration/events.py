"""Events of the demonstration: those of 2019 to 2025 are facts, the coming ones are invented."""

from dataclasses import dataclass, field
from datetime import date, time

from events.models import EventVisibility, Mode, VenueKind


@dataclass(frozen=True)
class VenueFact:
    key: str
    name: str
    city: str
    ags: str
    kind: str = VenueKind.PUBLIC_HALL
    street: str = ""
    postcode: str = ""
    access_note: str = ""


VENUES = [
    VenueFact(
        "ministerium",
        "Ministerium, Konferenzzentrum",
        "Düsseldorf",
        "05111",
        VenueKind.MINISTRY,
        "Völklinger Straße 4",
        "40219",
        "Der Zugang ist stufenlos, ein Aufzug ist vorhanden. Bitte bringen Sie Ihren Ausweis mit.",
    ),
    VenueFact(
        "dortmund",
        "Dietrich-Keuning-Haus",
        "Dortmund",
        "05913",
        access_note="Der Haupteingang ist stufenlos.",
    ),
    VenueFact("solingen", "Theater und Konzerthaus", "Solingen", "05122"),
    VenueFact("bag-dortmund", "Geschäftsstelle des BAG", "Dortmund", "05913", VenueKind.CLUB_HOUSE),
    VenueFact("schwerte", "Tagungsstätte", "Schwerte", "05978"),
    VenueFact("monheim", "Tagungsort", "Monheim am Rhein", "05158"),
    VenueFact("duesseldorf", "Tagungsort", "Düsseldorf", "05111"),
    VenueFact(
        "koeln", "Bürgerzentrum", "Köln", "05315", access_note="Barrierefreies WC im Erdgeschoss."
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
            "ندوة «العلوية: التقليد – اللاهوت – المستقبل»",
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


@dataclass(frozen=True)
class ComingEvent:
    """An invented event `days` from today; texts in German, English, Turkish, Arabic."""

    key: str
    days: int
    kind: str
    titles: tuple[str, str, str, str]
    summaries: tuple[str, str, str, str]
    start: time = time(18)
    end: time = time(20)
    mode: str = Mode.ON_SITE
    venue: str = ""
    visibility: str = EventVisibility.PUBLIC
    seats: int = 60
    seats_online: int = 0
    guests: int = 0
    fields: tuple[str, ...] = ()
    interpretation: tuple[str, ...] = ()
    agenda: tuple[tuple[time, str, str], ...] = ()
    fate: str = ""
    languages: tuple[str, ...] = field(default=("Deutsch",))


COMING = [
    ComingEvent(
        "aufruf-online",
        9,
        "Infoveranstaltung oder Webinar",
        (
            "Fragen und Antworten zum neuen Förderaufruf",
            "Questions and answers on the new call for funding",
            "Yeni destek çağrısı hakkında sorular ve yanıtlar",
            "أسئلة وأجوبة حول دعوة التمويل الجديدة",
        ),
        (
            "Eine Stunde zu Fristen, Eigenanteil und den häufigsten Fehlern im Antrag.",
            "One hour on deadlines, own share and the most frequent mistakes in applications.",
            "Süreler, öz katkı ve başvurularda en sık yapılan hatalar üzerine bir saat.",
            "ساعة واحدة عن المواعيد والمساهمة الذاتية وأكثر الأخطاء شيوعًا في الطلبات.",
        ),
        start=time(18),
        end=time(19),
        mode=Mode.ONLINE,
        seats=0,
        seats_online=100,
        guests=23,
        fields=("Vereinsberatung",),
        interpretation=("Türkisch", "Arabisch"),
    ),
    ComingEvent(
        "ehrenamt",
        13,
        "Podiumsdiskussion",
        (
            "Jung und engagiert: Wie gelingt Ehrenamt im Verein?",
            "Young and committed: how does volunteering succeed in an association?",
            "Genç ve gönüllü: Dernekte gönüllülük nasıl başarılı olur?",
            "شباب ومتطوعون: كيف ينجح العمل التطوعي في الجمعية؟",
        ),
        (
            "Ein Abend mit Beispielen aus fünf Vereinen und Zeit für Austausch.",
            "An evening with examples from five associations and time to talk.",
            "Beş dernekten örneklerin ve sohbetin yer aldığı bir akşam.",
            "أمسية مع أمثلة من خمس جمعيات ووقت لتبادل الآراء.",
        ),
        mode=Mode.HYBRID,
        venue="koeln",
        seats=60,
        seats_online=40,
        guests=31,
        fields=("Kinder- und Jugendarbeit",),
        interpretation=("Türkisch",),
        agenda=(
            (time(18), "Begrüßung", "Koordinierungsstelle"),
            (time(18, 15), "Fünf Vereine erzählen", "Vorstände aus fünf Vereinen"),
            (time(19, 15), "Gespräch an Thementischen", ""),
        ),
    ),
    ComingEvent(
        "seelsorge",
        34,
        "Fachtag",
        (
            "Fachtag Seelsorge im Krankenhaus",
            "Symposium on pastoral care in hospitals",
            "Hastanede Manevi Destek Uzmanlık Günü",
            "يوم دراسي حول الرعاية الروحية في المستشفيات",
        ),
        (
            "Stand, Qualifizierung und Zusammenarbeit mit den Häusern.",
            "Where we stand, training, and working with the hospitals.",
            "Mevcut durum, eğitim ve hastanelerle iş birliği.",
            "الوضع الراهن والتأهيل والتعاون مع المستشفيات.",
        ),
        start=time(10),
        end=time(16),
        venue="ministerium",
        seats=120,
        guests=40,
        fields=("Seelsorge und Bestattung", "Gesundheit und Pflege"),
        interpretation=("Deutsche Gebärdensprache", "Türkisch"),
        agenda=(
            (time(10), "Eröffnung", "Hausleitung des Ministeriums"),
            (time(10, 30), "Wo stehen wir? Ein Überblick", "Wissenschaft"),
            (time(11, 30), "Aus der Praxis", "Seelsorgende aus drei Krankenhäusern"),
            (time(13, 30), "Arbeitsgruppen", ""),
            (time(15, 30), "Was nehmen wir mit?", "Koordinierungsstelle"),
        ),
    ),
    ComingEvent(
        "forumssitzung",
        27,
        "Forumssitzung und Austausch",
        (
            "Sitzung des Forums muslimische Zivilgesellschaft",
            "Session of the Forum Muslim Civil Society",
            "Müslüman Sivil Toplum Forumu Toplantısı",
            "جلسة منتدى المجتمع المدني المسلم",
        ),
        (
            "Beratung über die Empfehlungen des Jahres.",
            "On the recommendations of the year.",
            "Yılın tavsiyeleri üzerine görüşme.",
            "التشاور حول توصيات العام.",
        ),
        venue="ministerium",
        visibility=EventVisibility.NETWORK,
        seats=80,
    ),
    ComingEvent(
        "netzwerk",
        41,
        "Netzwerktreffen",
        (
            "Netzwerktreffen der Partnerprojekte",
            "Network meeting of the partner projects",
            "Ortak Projeler Ağ Buluşması",
            "لقاء شبكة المشاريع الشريكة",
        ),
        (
            "Träger und Partnervereine tauschen sich aus.",
            "Carriers and partner associations compare notes.",
            "Yürütücü kuruluşlar ve ortak dernekler deneyim paylaşıyor.",
            "تبادل الخبرات بين الجهات المنفذة والجمعيات الشريكة.",
        ),
        venue="dortmund",
        visibility=EventVisibility.INVITATION,
        seats=50,
    ),
    ComingEvent(
        "werkstatt",
        20,
        "Workshop",
        (
            "Werkstatt Förderantrag",
            "Workshop: writing an application",
            "Başvuru Yazma Atölyesi",
            "ورشة عمل: كتابة طلب التمويل",
        ),
        (
            "Vom Bedarf zum Antrag, mit eigenen Beispielen.",
            "From need to application, with your own examples.",
            "Kendi örneklerinizle ihtiyaçtan başvuruya.",
            "من الحاجة إلى الطلب، مع أمثلة من عملكم.",
        ),
        start=time(10),
        end=time(14),
        venue="dortmund",
        seats=24,
        guests=30,
        fields=("Vereinsberatung",),
        interpretation=("Türkisch",),
    ),
    ComingEvent(
        "umwelt",
        48,
        "Vortrag",
        (
            "Grüne Gemeinde: Klima und Umwelt im Vereinsalltag",
            "Green community: climate and environment in everyday association life",
            "Yeşil Cemaat: Dernek hayatında iklim ve çevre",
            "مجتمع أخضر: المناخ والبيئة في حياة الجمعيات",
        ),
        (
            "Wie Vereine Energie sparen und Feste nachhaltig feiern.",
            "How associations save energy and celebrate sustainably.",
            "Dernekler nasıl enerji tasarrufu yapar ve sürdürülebilir kutlar?",
            "كيف توفّر الجمعيات الطاقة وتحتفل بطريقة مستدامة.",
        ),
        venue="herne",
        seats=70,
        guests=12,
        fields=("Umwelt und Klima",),
        fate="moved",
    ),
    ComingEvent(
        "medien",
        16,
        "Seminar",
        (
            "Pressearbeit für kleine Vereine",
            "Press work for small associations",
            "Küçük Dernekler İçin Basın Çalışması",
            "العمل الصحفي للجمعيات الصغيرة",
        ),
        (
            "Wie eine Meldung entsteht, die gelesen wird.",
            "How to write a notice that is read.",
            "Okunan bir haber nasıl yazılır?",
            "كيف تُكتب مادة صحفية تُقرأ.",
        ),
        venue="koeln",
        seats=25,
        guests=8,
        fields=("Medien",),
        fate="cancelled",
    ),
    ComingEvent(
        "pflege",
        62,
        "Fachtag",
        (
            "Älter werden in Vielfalt: Pflege und Altenhilfe",
            "Growing old in diversity: care and help for the elderly",
            "Çeşitlilik İçinde Yaşlanmak: Bakım ve Yaşlılara Destek",
            "التقدم في السن في ظل التنوع: الرعاية ومساعدة كبار السن",
        ),
        (
            "Kultursensible Pflege: was Gemeinden tun können.",
            "Care that respects culture: what communities can do.",
            "Kültüre duyarlı bakım: cemaatler neler yapabilir?",
            "رعاية تراعي الثقافة: ما الذي يمكن أن تفعله الجاليات.",
        ),
        start=time(10),
        end=time(15),
        venue="duesseldorf",
        seats=100,
        fields=("Seniorenarbeit und Altenhilfe", "Gesundheit und Pflege"),
    ),
]
