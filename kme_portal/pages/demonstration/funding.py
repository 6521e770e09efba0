"""Programmes and calls of the demonstration: public facts with their sources."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Texts = tuple[str, str, str, str]
"""German, English, Turkish, Arabic."""

GUIDELINE = (
    "https://www.foerderdatenbank.de/FDB/Content/DE/Foerderprogramm/Land/NRW/"
    "selbstorganisation-migrantinnen-migranten.html"
)
ENGAGIERT = "https://www.engagiert-in-nrw.de/foerderung-von-migrantenselbstorganisationen"
ZEMAC_CALL = (
    "https://www.mkjfgfi.nrw/zivilgesellschaftliches-engagement-muslimischer-und-alevitischer-"
    "communities-nrw-sichtbar-machen"
)
ZEMAC_TERMS = (
    "https://www.bra.nrw.de/integration-migration/kompetenzzentrum-fuer-integration/"
    "einzelprojektfoerderung/zivilgesellschaftliches-engagement-muslimischer-und-alevitischer-"
    "communities"
)
DUISBURG = (
    "https://www.duisburg.de/microsites/wir_sind_du/aktuell/"
    "foerderungen-vereine-menschen-mit-einwanderungsgeschichte.php"
)


@dataclass(frozen=True)
class ProgrammeFact:
    key: str
    short_name: str
    names: Texts
    summaries: Texts
    description: str
    source: str
    aliases: str = ""


PROGRAMMES = [
    ProgrammeFact(
        "mso",
        "MSO",
        (
            "Förderung von Migrantenselbstorganisationen",
            "Funding of migrant self-organisations",
            "Göçmen öz örgütlerinin desteklenmesi",
            "دعم المنظمات الذاتية للمهاجرين",
        ),
        (
            "Anschub-, Einzel- und Partnerprojekte von Organisationen von Menschen mit "
            "Einwanderungsgeschichte.",
            "Start-up, single and partner projects of organisations of people with a history of "
            "immigration.",
            "Göç geçmişi olan kişilerin örgütlerinin başlangıç, tekil ve ortak projeleri.",
            "مشاريع البداية والمشاريع الفردية والمشتركة لمنظمات ذوي التاريخ الهجري.",
        ),
        "Gefördert werden eingetragene Vereine mit Sitz in Nordrhein-Westfalen, bei denen "
        "mindestens die Hälfte der Mitglieder, des Vorstands oder der aktiven Verantwortlichen "
        "eine Einwanderungsgeschichte hat. Ein Anspruch auf Förderung besteht nicht; die "
        "Bewilligungsbehörde entscheidet nach Ermessen.",
        GUIDELINE,
        "Migrantenselbstorganisationen",
    ),
    ProgrammeFact(
        "zemac",
        "ZEmaC",
        (
            "Zivilgesellschaftliches Engagement muslimischer und alevitischer Communities",
            "Civic engagement of Muslim and Alevi communities",
            "Müslüman ve Alevi toplulukların sivil katılımı",
            "الالتزام المدني للمجتمعات المسلمة والأليفية (العلوية)",
        ),
        (
            "Sichtbar machen, empowern, vernetzen.",
            "Make visible, empower, connect.",
            "Görünür kılmak, güçlendirmek, ağ kurmak.",
            "إبراز وتمكين وتشبيك.",
        ),
        "Das Programm ging aus der Arbeit der Koordinierungsstelle hervor. Schwerpunkte waren "
        "gesellschaftlicher Zusammenhalt, Sichtbarmachung und Anerkennung sowie Empowerment und "
        "Teilhabe, Qualifizierung und Professionalisierung.",
        ZEMAC_CALL,
        "ZemaC",
    ),
    ProgrammeFact(
        "organisationen",
        "MSO und ZEmaC",
        (
            "Förderung von Organisationen von Menschen mit Einwanderungsgeschichte",
            "Funding of organisations of people with a history of immigration",
            "Göç geçmişi olan kişilerin örgütlerinin desteklenmesi",
            "دعم منظمات الأشخاص ذوي التاريخ الهجري",
        ),
        (
            "Die zusammengeführte Richtlinie.",
            "The merged guideline.",
            "Birleştirilmiş yönerge.",
            "المبادئ التوجيهية الموحدة.",
        ),
        "In dieser Richtlinie sind die Förderung der Migrantenselbstorganisationen und das "
        "Programm ZEmaC zusammengeführt.",
        "https://mkjfgfi.nrw/koordinierungsstelle-muslimisches-engagement-nrw",
    ),
]
MERGED_INTO = {"mso": "organisationen", "zemac": "organisationen"}


@dataclass(frozen=True)
class PillarFact:
    key: str
    names: Texts
    for_whom: str = ""
    rate: Decimal | None = None
    cap: Decimal | None = None
    cap_note: str = ""
    floor: Decimal | None = None
    least_own_share: Decimal | None = None
    most_volunteer_share: Decimal | None = None


@dataclass(frozen=True)
class CallFact:
    key: str
    programme: str
    phase: str
    titles: Texts
    summary: str
    closes_on: date
    source: str
    opens_on: date | None = None
    published_on: date | None = None
    budget: Decimal | None = None
    budget_note: str = ""
    pillars: tuple[PillarFact, ...] = ()
    priorities: tuple[str, ...] = field(default=())


START: Texts = ("Anschubförderung", "Start-up funding", "Başlangıç desteği", "تمويل البداية")
SINGLE: Texts = (
    "Einzelprojektförderung",
    "Single projects",
    "Tekil proje desteği",
    "دعم المشاريع الفردية",
)
PARTNER: Texts = (
    "Partnerprojektförderung",
    "Partner projects",
    "Ortak proje desteği",
    "دعم المشاريع المشتركة",
)

UNTIL_2024 = (
    PillarFact(
        "anschub",
        START,
        "Vereine, die in den fünf Jahren vor dem Antrag ins Register eingetragen wurden",
        Decimal(100),
        Decimal(6000),
        "pro Jahr",
    ),
    PillarFact(
        "einzel",
        SINGLE,
        "Vereine mit Projekterfahrung",
        Decimal(80),
        Decimal(15000),
        "",
        None,
        Decimal(20),
        Decimal(15),
    ),
    PillarFact(
        "partner",
        PARTNER,
        "Erfahrene Vereine, die mindestens drei andere unterstützen",
        Decimal(80),
        None,
        "",
        None,
        Decimal(20),
        Decimal(15),
    ),
)

CALLS = [
    CallFact(
        "mso-2019-2020",
        "mso",
        "2019/20",
        (
            "Aufruf zur Förderphase 2019/20",
            "Call for the funding phase 2019/20",
            "2019/20 destek dönemi çağrısı",
            "دعوة مرحلة التمويل 2019/20",
        ),
        "Gefördert wurden nach Angaben des Landes 170 Organisationen.",
        date(2019, 1, 4),
        "https://www.vhw.de/nachricht/neue-foerderphase-nrw-unterstuetzt-"
        "migrantenselbstorganisationen-in-den-naechsten-zwei-jahren-mit-rund/",
        date(2018, 12, 7),
        date(2018, 12, 7),
        Decimal(4700000),
        "rund 4,7 Millionen Euro",
    ),
    CallFact(
        "mso-2021-2022",
        "mso",
        "2021/22",
        (
            "Aufruf zur Förderphase 2021/22",
            "Call for the funding phase 2021/22",
            "2021/22 destek dönemi çağrısı",
            "دعوة مرحلة التمويل 2021/22",
        ),
        "Von mehr als 370 Anträgen wurden 149 bewilligt; bekannt gegeben am 7. Mai 2021.",
        date(2020, 10, 2),
        "https://www.land.nrw/pressemitteilung/landesregierung-unterstuetzt-"
        "migrantenselbstorganisationen-mit-44-millionen-euro",
        date(2020, 9, 14),
        date(2020, 9, 14),
        Decimal(4400000),
        "bewilligt: 4,4 Millionen Euro",
        UNTIL_2024,
    ),
    CallFact(
        "zemac-2022",
        "zemac",
        "2022",
        (
            "Interessensbekundung ZEmaC 2022",
            "Expression of interest ZEmaC 2022",
            "ZEmaC 2022 ilgi bildirimi",
            "إبداء الاهتمام ببرنامج ZEmaC لعام 2022",
        ),
        "20 Vereine wurden mit zusammen 1,9 Millionen Euro gefördert.",
        date(2022, 2, 28),
        ZEMAC_TERMS,
        None,
        None,
        Decimal(2000000),
        "eingeplant: 2 Millionen Euro",
        (
            PillarFact(
                "projekt",
                ("Projektförderung", "Project funding", "Proje desteği", "دعم المشاريع"),
                "Gemeinnützige eingetragene Vereine in NRW, muslimisch oder alevitisch geprägt",
                Decimal(90),
                None,
                "",
                Decimal(20000),
            ),
        ),
        (
            "Gesellschaftlicher Zusammenhalt",
            "Sichtbarmachung und Anerkennung",
            "Empowerment und Teilhabe, Qualifizierung, Professionalisierung",
        ),
    ),
    CallFact(
        "mso-2023-2024",
        "mso",
        "2023/24",
        (
            "Aufruf zur Förderphase 2023/24",
            "Call for the funding phase 2023/24",
            "2023/24 destek dönemi çağrısı",
            "دعوة مرحلة التمويل 2023/24",
        ),
        "Erstmals konnten Anträge online gestellt werden.",
        date(2022, 11, 2),
        ENGAGIERT,
        date(2022, 9, 26),
        date(2022, 9, 26),
        Decimal(4400000),
        "rund 4,4 Millionen Euro",
        UNTIL_2024,
    ),
    CallFact(
        "mso-2025",
        "mso",
        "2025",
        (
            "Aufruf zur Förderphase 2025",
            "Call for the funding phase 2025",
            "2025 destek dönemi çağrısı",
            "دعوة مرحلة التمويل 2025",
        ),
        "Das Antragsfenster war vom 12. November bis zum 22. Dezember 2024 geöffnet.",
        date(2024, 12, 22),
        "https://bra.nrw.de/-5424",
        date(2024, 11, 12),
    ),
    CallFact(
        "organisationen-2026",
        "organisationen",
        "2026",
        (
            "Aufruf vom Herbst 2025",
            "Call of autumn 2025",
            "2025 sonbahar çağrısı",
            "دعوة خريف 2025",
        ),
        "Anträge waren bis zum 21. Oktober 2025 möglich.",
        date(2025, 10, 21),
        DUISBURG,
        pillars=(
            PillarFact("anschub", START, "", None, Decimal(8000)),
            PillarFact(
                "einzel",
                SINGLE,
                "",
                Decimal(80),
                Decimal(50000),
                "in der Regel 15.000 Euro, in besonderen Fällen bis 50.000 Euro",
            ),
            PillarFact(
                "partner",
                PARTNER,
                "",
                None,
                Decimal(100000),
                "in der Regel 15.000 Euro, bei besonderem Landesinteresse bis 100.000 Euro im Jahr",
            ),
        ),
    ),
]
