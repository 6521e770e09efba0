"""Forums and topics of the demonstration: bodies and topics are facts, their states invented."""

from dataclasses import dataclass
from datetime import date

from dialogues.models import ForumKind, TopicStatus

Texts = tuple[str, str, str, str]
"""German, English, Turkish, Arabic."""

ANNOUNCED = "https://en.qantara.de/node/24358"
MINA = "https://mina-duisburg.de/forum-muslimische-zivilgesellschaft-nrw"
DPA = "https://www.sz.de/dpa.urn-newsml-dpa-com-20090101-200216-99-933555"
KME = "https://mkjfgfi.nrw/koordinierungsstelle-muslimisches-engagement-nrw"


@dataclass(frozen=True)
class ForumFact:
    key: str
    kind: str
    names: Texts
    summaries: Texts
    mandate: str
    is_open: bool
    source: str
    members: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()


FORUMS = [
    ForumFact(
        "forum-muslimische-zivilgesellschaft",
        ForumKind.ASSEMBLY,
        (
            "Forum muslimische Zivilgesellschaft",
            "Forum Muslim Civil Society",
            "Müslüman Sivil Toplum Forumu",
            "منتدى المجتمع المدني المسلم",
        ),
        (
            "Die Versammlung des Netzwerks: Interessenvertretung und Dialog.",
            "The assembly of the network: representation of interests and dialogue.",
            "Ağın genel meclisi: çıkarların temsili ve diyalog.",
            "جمعية الشبكة العامة: تمثيل المصالح والحوار.",
        ),
        "Das Forum steht Organisationen offen, die von Musliminnen und Muslimen geprägt sind "
        "oder sichtbar und dauerhaft mit ihnen und für sie arbeiten. Zu seinen Zielen gehören "
        "verbindliche Zusammenarbeit mit der Landesregierung, gegenseitiges Vertrauen, "
        "Anerkennung, Beratung der Politik, Sichtbarkeit und Vernetzung.",
        True,
        MINA,
        (
            "mina",
            "roehlinghausen",
            "akademie",
            "smf",
            "bfmf",
            "irg",
            "ditib",
            "bag",
            "aabf",
            "pfadfinder",
        ),
        ("arbeitssitzung-1", "arbeitssitzung-2", "austausch-2024", "forumssitzung"),
    ),
    ForumFact(
        "expertenrat",
        ForumKind.EXPERT_COUNCIL,
        ("Expertenrat", "Expert council", "Uzmanlar Kurulu", "مجلس الخبراء"),
        (
            "Unverbindliche Beratung; 2019 angekündigt.",
            "Non-binding advice; announced in 2019.",
            "Bağlayıcı olmayan danışmanlık; 2019’da duyuruldu.",
            "مشورة غير ملزمة؛ أُعلن عنه في عام 2019.",
        ),
        "Der Expertenrat wurde 2019 angekündigt. Über Mitglieder liegen hier keine öffentlichen "
        "Angaben vor.",
        False,
        ANNOUNCED,
    ),
    ForumFact(
        "fachforum-projektfoerderung",
        ForumKind.SPECIALIST_FORUM,
        (
            "Fachforum Projektförderung",
            "Specialist forum on project funding",
            "Proje Desteği Uzmanlık Forumu",
            "المنتدى المتخصص لدعم المشاريع",
        ),
        (
            "Förderung von Projekten, zum Beispiel der Wohlfahrtspflege.",
            "Funding of projects, for example of welfare work.",
            "Örneğin sosyal hizmetler alanındaki projelerin desteklenmesi.",
            "دعم المشاريع، مثل مشاريع الرعاية الاجتماعية.",
        ),
        "Das Fachforum berät, wie Projekte gefördert werden können und was Vereine dafür brauchen.",
        True,
        ANNOUNCED,
        ("smf", "bag", "elternnetzwerk"),
    ),
]


@dataclass(frozen=True)
class TopicFact:
    key: str
    titles: Texts
    questions: Texts
    background: str
    status: str
    status_since: date
    forum: str
    fields: tuple[str, ...]
    events: tuple[str, ...] = ()
    outcome: str = ""
    source: str = DPA
    recommendations: tuple[tuple[str, str, date, str], ...] = ()
    """Title, addressee, handed over on, answer (empty while there is none)."""


ZIVIL = "forum-muslimische-zivilgesellschaft"

TOPICS = [
    TopicFact(
        "antimuslimischer-rassismus",
        (
            "Antimuslimischer Rassismus",
            "Anti-Muslim racism",
            "Müslüman Karşıtı Irkçılık",
            "العنصرية المعادية للمسلمين",
        ),
        (
            "Was hilft Betroffenen, und wie wird das Problem sichtbar?",
            "What helps those affected, and how does the problem become visible?",
            "Mağdurlara ne yardımcı olur ve sorun nasıl görünür kılınır?",
            "ما الذي يساعد المتضررين، وكيف تصبح المشكلة مرئية؟",
        ),
        "Seit 2021 ist der 1. Juli ein Anlass für gemeinsame Kongresse. Aus der Arbeit entstand "
        "der Marwa El-Sherbini-Preis.",
        TopicStatus.HANDED_OVER,
        date(2024, 9, 2),
        ZIVIL,
        ("Antidiskriminierung und Antirassismus",),
        (
            "konferenz-2021",
            "kongress-2022",
            "preis-2023",
            "innermuslimisch-2023",
            "narben-2024",
            "haltung-2025",
        ),
        recommendations=(
            (
                "Den 1. Juli jedes Jahr gemeinsam begehen",
                "Landesregierung",
                date(2022, 9, 1),
                "2023, 2024 und 2025 fanden Preisverleihungen und Fachtage statt.",
            ),
            (
                "Gesundheitliche Folgen von Rassismus in der Beratung aufgreifen",
                "Landesregierung",
                date(2024, 9, 2),
                "",
            ),
        ),
    ),
    TopicFact(
        "seelsorge",
        ("Seelsorge", "Pastoral care", "Manevi Destek", "الرعاية الروحية"),
        (
            "Wie wird Seelsorge in Krankenhaus, Haft und Notfall verlässlich?",
            "How does pastoral care in hospital, prison and emergencies become reliable?",
            "Hastanede, cezaevinde ve acil durumlarda manevi destek nasıl güvenilir hale gelir?",
            "كيف تصبح الرعاية الروحية موثوقة في المستشفى والسجن وحالات الطوارئ؟",
        ),
        "Das Thema gehört zu den Arbeitsthemen des Netzwerks seit 2020.",
        TopicStatus.IN_PROGRESS,
        date(2025, 3, 3),
        ZIVIL,
        ("Seelsorge und Bestattung",),
        ("seelsorge",),
    ),
    TopicFact(
        "aelterwerden",
        ("Älterwerden", "Growing old", "Yaşlanmak", "التقدم في السن"),
        (
            "Wie sieht gute Pflege aus, die Kultur und Glauben achtet?",
            "What does good care look like that respects culture and faith?",
            "Kültüre ve inanca saygılı iyi bir bakım nasıl olur?",
            "كيف تكون الرعاية الجيدة التي تحترم الثقافة والمعتقد؟",
        ),
        "Viele Mitglieder der ersten Einwanderungsgeneration brauchen heute Pflege.",
        TopicStatus.CHOSEN,
        date(2025, 9, 1),
        ZIVIL,
        ("Seniorenarbeit und Altenhilfe", "Gesundheit und Pflege"),
        ("pflege",),
    ),
    TopicFact(
        "wohlfahrtspflege",
        ("Wohlfahrtspflege", "Welfare work", "Sosyal Hizmetler", "الرعاية الاجتماعية"),
        (
            "Wie kann Wohlfahrtspflege aus den Gemeinden heraus wachsen?",
            "How can welfare work grow out of the communities?",
            "Sosyal hizmetler cemaatlerin içinden nasıl gelişebilir?",
            "كيف يمكن للرعاية الاجتماعية أن تنمو من داخل المجتمعات؟",
        ),
        "Einrichtungen brauchen Fachkräfte, Räume und eine sichere Finanzierung.",
        TopicStatus.RECOMMENDATION,
        date(2025, 6, 2),
        "fachforum-projektfoerderung",
        ("Wohlfahrt und Soziales",),
        ("pem-wohlfahrt-2023", "pem-juedische-wohlfahrt-2023"),
    ),
    TopicFact(
        "projektfoerderung",
        ("Projektförderung", "Project funding", "Proje Desteği", "دعم المشاريع"),
        (
            "Wie erreicht Förderung auch kleine Vereine?",
            "How does funding reach small associations too?",
            "Destekler küçük derneklere de nasıl ulaşır?",
            "كيف يصل التمويل إلى الجمعيات الصغيرة أيضًا؟",
        ),
        "Kleinen Vereinen fehlt oft Wissen über Anträge, Projekte und Öffentlichkeitsarbeit.",
        TopicStatus.IMPLEMENTED,
        date(2022, 1, 17),
        "fachforum-projektfoerderung",
        ("Vereinsberatung",),
        ("mso-staerken-2020",),
        outcome="Aus der Arbeit der Koordinierungsstelle ging 2022 das Programm „ZEmaC“ hervor, "
        "seine erste Runde förderte 20 Vereine.",
        source=KME,
    ),
    TopicFact(
        "innermuslimische-vielfalt",
        (
            "Innermuslimische Vielfalt",
            "Diversity among Muslims",
            "Müslümanlar Arası Çeşitlilik",
            "التنوع داخل المجتمعات المسلمة",
        ),
        (
            "Wie reden wir über Unterschiede untereinander?",
            "How do we talk about differences among ourselves?",
            "Aramızdaki farklılıklar hakkında nasıl konuşuruz?",
            "كيف نتحدث عن الاختلافات فيما بيننا؟",
        ),
        "Das Thema beschäftigt das Netzwerk seit dem ersten Kongress 2019.",
        TopicStatus.IN_PROGRESS,
        date(2024, 2, 5),
        ZIVIL,
        ("Interreligiöser und interkultureller Dialog",),
        ("kongress-2019", "innermuslimisch-2023"),
        source=KME,
    ),
    TopicFact(
        "feiertage",
        (
            "Feiertage in Schule und Beruf",
            "Holidays at school and at work",
            "Okulda ve İşte Bayramlar",
            "الأعياد في المدرسة والعمل",
        ),
        (
            "Wie lassen sich Feiertage mit Prüfungen und Dienstplänen vereinbaren?",
            "How can holidays be reconciled with exams and rotas?",
            "Bayramlar sınavlarla ve çalışma planlarıyla nasıl bağdaştırılabilir?",
            "كيف يمكن التوفيق بين الأعياد والامتحانات وجداول العمل؟",
        ),
        "Ein erfundener Vorschlag aus dem Netzwerk, über den das Forum noch nicht beraten hat.",
        TopicStatus.PROPOSED,
        date(2025, 10, 6),
        ZIVIL,
        ("Bildung und Erziehung",),
        source="",
    ),
    TopicFact(
        "festkalender",
        (
            "Gemeinsamer Kalender der Feste",
            "A common calendar of feasts",
            "Ortak Bayram Takvimi",
            "تقويم مشترك للأعياد",
        ),
        (
            "Soll das Portal die Feste aller Richtungen in einem Kalender zeigen?",
            "Should the portal show the feasts of all directions in one calendar?",
            "Portal, tüm toplulukların bayramlarını tek bir takvimde göstermeli mi?",
            "هل ينبغي أن تعرض البوابة أعياد جميع الاتجاهات في تقويم واحد؟",
        ),
        "Ein erfundenes Beispiel für ein Thema, das nicht weiterverfolgt wird.",
        TopicStatus.NOT_PURSUED,
        date(2025, 7, 7),
        ZIVIL,
        ("Interreligiöser und interkultureller Dialog",),
        outcome="Die Termine unterscheiden sich je nach Gemeinschaft. Das Forum wollte keine "
        "Festlegung treffen; die Vereine geben ihre Feste selbst bekannt.",
        source="",
    ),
]
