"""Invented events to come, placed relative to today."""

from dataclasses import dataclass, field
from datetime import time

from events.models import EventVisibility, Mode


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
    sessions: tuple[tuple[time, time, tuple[str, str, str, str], str, int], ...] = ()
    costs: tuple[str, str, str, str] | None = None
    target_groups: tuple[str, ...] = ()
    co_organisers: tuple[str, ...] = ()
    fate: str = ""
    languages: tuple[str, ...] = field(default=("Deutsch",))


COMING = [
    ComingEvent(
        "aufruf-online",
        3,
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
        6,
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
        18,
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
            (time(15, 30), "Was nehmen wir mit?", "Koordinierungsstelle"),
        ),
        sessions=(
            (
                time(13, 30),
                time(15, 15),
                (
                    "Forum 1: Ehrenamtliche begleiten",
                    "Forum 1: Supporting volunteers",
                    "Forum 1: Gönüllülere eşlik etmek",
                    "المنتدى 1: مرافقة المتطوعين",
                ),
                "Saal 2",
                25,
            ),
            (
                time(13, 30),
                time(15, 15),
                (
                    "Forum 2: Mit dem Krankenhaus sprechen",
                    "Forum 2: Talking with the hospital",
                    "Forum 2: Hastaneyle görüşmek",
                    "المنتدى 2: التواصل مع المستشفى",
                ),
                "Saal 3",
                20,
            ),
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
        "vereinsrecht",
        24,
        "Fortbildung",
        (
            "Vereinsrecht kurz erklärt: Haftung, Satzung, Gemeinnützigkeit",
            "The law of associations in brief: liability, statutes, charitable status",
            "Kısaca dernekler hukuku: Sorumluluk, tüzük, kamu yararı",
            "قانون الجمعيات بإيجاز: المسؤولية والنظام الأساسي والمنفعة العامة",
        ),
        (
            "Ein Nachmittag für Vorstände, mit Ihren eigenen Fragen.",
            "An afternoon for boards, with your own questions.",
            "Yönetim kurulları için, kendi sorularınızla bir öğleden sonra.",
            "فترة ما بعد الظهر لمجالس الإدارة، مع أسئلتكم.",
        ),
        start=time(15),
        end=time(18),
        venue="koeln",
        seats=25,
        guests=11,
        fields=("Vereinsberatung",),
        interpretation=("Türkisch",),
        costs=(
            "15 Euro für Unterlagen; für Ehrenamtliche frei",
            "15 euros for materials; free for volunteers",
            "Belgeler için 15 avro; gönüllülere ücretsiz",
            "15 يورو للمواد؛ مجانًا للمتطوعين",
        ),
        target_groups=("Junge Erwachsene", "Frauen"),
        co_organisers=("solingen",),
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
        11,
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
