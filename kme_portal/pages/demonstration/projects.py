"""Projects of the demonstration: public facts with their sources; their states are invented."""

from dataclasses import dataclass
from datetime import date

from funding.models import ProjectStatus
from kme_portal.pages.demonstration.funding import Texts

PEM = "https://alevitische-gemeinden.de/projektarbeit/pem"
BAG = "https://alevitische-gemeinden.de/projektarbeit/"
RDUB = (
    "https://rdub.de/projekt/"
    "unterstuetzung-neuer-und-kleiner-vereine-bei-der-vereins-und-projektarbeit"
)


@dataclass(frozen=True)
class ProjectFact:
    key: str
    titles: Texts
    summary: str
    source: str
    presented_by: str
    carrier: str = ""
    pillar: tuple[str, str] | None = None
    districts: tuple[str, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    remained: str = ""
    follows: str = ""
    events: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    status: str = ProjectStatus.COMPLETED


PROJECTS = [
    ProjectFact(
        "professionalisierung",
        (
            "Professionalisierung der Vereinsarbeit von Migrantenselbstorganisationen in NRW",
            "Professionalising the work of migrant self-organisations in NRW",
            "KRV’de göçmen öz örgütlerinin dernek çalışmalarının profesyonelleştirilmesi",
            "تأهيل العمل الجمعياتي للمنظمات الذاتية للمهاجرين في الولاية",
        ),
        "Partnerprojekt der Förderphase 2017/18, vom Bund Alevitischer Gemeinden vorgestellt.",
        BAG,
        "bag",
        from_on=date(2017, 1, 1),
        to_on=date(2018, 12, 31),
        districts=("05122",),
    ),
    ProjectFact(
        "pro-miso",
        (
            "pro.miso – Fortbildung, Beratung und Begleitung",
            "pro.miso – training, advice and support",
            "pro.miso – eğitim, danışmanlık ve destek",
            "pro.miso – تدريب واستشارة ومرافقة",
        ),
        "Partnerprojekt der Förderphase 2019/20, zunächst vor Ort, später digital.",
        BAG,
        "bag",
        from_on=date(2019, 1, 1),
        to_on=date(2020, 12, 31),
        districts=("05122",),
        follows="professionalisierung",
    ),
    ProjectFact(
        "pem",
        (
            "PEM – Partizipation, Engagement & Medienkompetenz stärken",
            "PEM – strengthening participation, engagement and media skills",
            "PEM – katılım, gönüllülük ve medya okuryazarlığını güçlendirmek",
            "PEM – تعزيز المشاركة والتطوع والكفاءة الإعلامية",
        ),
        "Projekt des Bundes Alevitischer Gemeinden 2022 und 2023, gefördert vom Ministerium.",
        PEM,
        "bag",
        carrier="bag",
        from_on=date(2022, 1, 1),
        to_on=date(2023, 12, 31),
        districts=("05122", "05913"),
        events=(
            "pem-wohlfahrt-2023",
            "pem-begegnung-2023",
            "pem-juedische-wohlfahrt-2023",
            "pem-adira-2023",
        ),
        remained="Vier öffentliche Veranstaltungen brachten Wohlfahrtspflege, Begegnung und "
        "Antidiskriminierung zusammen.",
    ),
    ProjectFact(
        "unterstuetzung-kleiner-vereine",
        (
            "Unterstützung neuer und kleiner Vereine bei der Vereins- und Projektarbeit",
            "Support for new and small associations in their work and projects",
            "Yeni ve küçük derneklere dernek ve proje çalışmalarında destek",
            "دعم الجمعيات الجديدة والصغيرة في عملها ومشاريعها",
        ),
        "Zweijähriges Partnerprojekt in Duisburg und im Kreis Wesel mit zwölf Themen. Ziel ist, "
        "dass jeder Partnerverein danach eigene Projekte umsetzen kann.",
        RDUB,
        "",
        districts=("05112", "05170"),
        partners=("empathie", "fib", "mosaik"),
        from_on=date(2023, 1, 1),
        to_on=date(2024, 12, 31),
        pillar=("mso-2023-2024", "partner"),
    ),
    ProjectFact(
        "starke-projekte",
        (
            "Starke Projekte – Starke Vereine",
            "Strong projects – strong associations",
            "Güçlü Projeler – Güçlü Dernekler",
            "مشاريع قوية – جمعيات قوية",
        ),
        "Fortbildungen des Elternnetzwerks NRW für Migrantenselbstorganisationen.",
        "https://elternnetzwerk-nrw.de/starke-projekte-starke-vereine",
        "elternnetzwerk",
        districts=("05111",),
        status="",
    ),
]
