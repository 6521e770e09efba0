"""Umbrellas and public bodies of the demonstration; listing and contacts are invented."""

from dataclasses import dataclass, field

from organisations.models.organisations import LegalForm, OrganisationKind, OrganisationLevel

L = OrganisationLevel
EV = LegalForm.REGISTERED

BAG_WIKI = "https://de.everybodywiki.com/Bund_Alevitischer_Gemeinden"
KRM = "https://www.kulturelle-integration.de/ueber-uns/mitglieder/koordinationsrat-der-muslime/"


@dataclass(frozen=True)
class Fact:
    """One organisation: `ags` is its district, `fields` are names of fields of activity."""

    key: str
    name: str
    short_name: str
    level: str
    legal_form: str
    ags: str
    city: str
    source: str
    text: str
    fields: tuple[str, ...] = ()
    founded_in: int | None = None
    umbrella: str = ""
    other_names: str = ""
    designations: tuple[str, ...] = ()
    is_listed: bool = True
    kind: str = OrganisationKind.ASSOCIATION
    languages: tuple[str, ...] = field(default=("Deutsch", "Türkisch"))


UMBRELLAS = [
    Fact(
        "bag",
        "Bund Alevitischer Gemeinden e.V.",
        "BAG",
        L.FEDERAL,
        EV,
        "05122",
        "Solingen",
        "https://alevitische-gemeinden.de/ueber-uns/",
        "Der Bund Alevitischer Gemeinden ist ein Dachverband mit Sitz in Solingen. Er versteht "
        "sich als Dienstleister und Stimme seiner Mitgliedsgemeinden und hat Mitglieder und "
        "Partner in sechs Ländern.",
        (
            "Religion und Gemeindeleben",
            "Vereinsberatung",
            "Wohlfahrt und Soziales",
            "Politische Bildung und Demokratie",
        ),
        other_names="Alevi İnanç Toplumu Almanya, AITA",
        designations=("alevitisch",),
    ),
    Fact(
        "hizir",
        "HIZIR",
        "",
        L.FEDERAL,
        "",
        "05122",
        "Solingen",
        BAG_WIKI,
        "Hilfswerk, das der Bund Alevitischer Gemeinden gegründet hat.",
        ("Wohlfahrt und Soziales", "Entwicklungszusammenarbeit"),
        umbrella="bag",
        is_listed=False,
    ),
    Fact(
        "aabf",
        "Alevitische Gemeinde Deutschland K.d.ö.R.",
        "AABF",
        L.FEDERAL,
        LegalForm.PUBLIC_LAW,
        "05315",
        "Köln",
        "https://rp-online.de/nrw/kultur/islam-aleviten-erhalten-koerperschaftsstatus-in-nrw_"
        "aid-55131677",
        "Die Alevitische Gemeinde Deutschland wurde 1989 gegründet und ist seit Dezember 2020 in "
        "Nordrhein-Westfalen eine Körperschaft des öffentlichen Rechts. Nach Presseangaben von "
        "2020 gehören ihr bundesweit etwa 160 Gemeinden an, 50 davon in NRW.",
        (
            "Religion und Gemeindeleben",
            "Bildung und Erziehung",
            "Interreligiöser und interkultureller Dialog",
        ),
        founded_in=1989,
        other_names="Almanya Alevi Birlikleri Federasyonu",
        designations=("alevitisch",),
    ),
    Fact(
        "bdaj",
        "Bund der Alevitischen Jugendlichen NRW e.V.",
        "BDAJ-NRW",
        L.STATE,
        EV,
        "05913",
        "Dortmund",
        "http://bdaj-nrw.de/index.php/ueber-uns/kurzportrait",
        "Jugendverband mit Vollmitgliedern, angeschlossenen örtlichen Jugendgruppen und "
        "Hochschulgruppen.",
        ("Kinder- und Jugendarbeit", "Politische Bildung und Demokratie"),
        umbrella="aabf",
        designations=("alevitisch",),
    ),
    Fact(
        "ditib",
        "Islamische Religionsgemeinschaft DITIB NRW",
        "DITIB NRW",
        L.STATE,
        "",
        "05315",
        "Köln",
        "https://islamiq.de/2013/09/23/islamische-religionsgemeinschaft-ditib-nrw-gegruendet",
        "Landesverband, in dem sich 2013 vier Regionalverbände mit 312 Vereinen zusammenschlossen.",
        ("Religion und Gemeindeleben", "Seelsorge und Bestattung", "Bildung und Erziehung"),
        founded_in=2013,
        designations=("muslimisch",),
    ),
    Fact(
        "irg",
        "Islamische Religionsgemeinschaft NRW e.V.",
        "IRG NRW",
        L.STATE,
        EV,
        "05112",
        "Duisburg",
        "http://irg-nrw.de/selbstdarstellung/",
        "Landesverband, am 26. Oktober 2014 in Duisburg von 110 Moscheegemeinden gegründet. "
        "Ordentliche Mitglieder sind Moscheen, außerordentliche unter anderem Wohlfahrts-, "
        "Studierenden- und Elternvereine.",
        ("Religion und Gemeindeleben", "Bildung und Erziehung"),
        founded_in=2014,
        designations=("muslimisch",),
    ),
    Fact(
        "krm",
        "Koordinationsrat der Muslime",
        "KRM",
        L.COUNCIL,
        "",
        "05315",
        "Köln",
        KRM,
        "Zusammenschluss von DITIB, Islamrat, VIKZ und ZMD, gegründet im März 2007.",
        ("Religion und Gemeindeleben",),
        founded_in=2007,
        designations=("muslimisch",),
    ),
    Fact(
        "vikz",
        "Verband der Islamischen Kulturzentren e.V.",
        "VIKZ",
        L.FEDERAL,
        EV,
        "05315",
        "Köln",
        KRM,
        "Dachverband und Mitglied im Koordinationsrat der Muslime.",
        ("Religion und Gemeindeleben", "Bildung und Erziehung"),
        umbrella="krm",
        designations=("muslimisch",),
    ),
    Fact(
        "zmd",
        "Zentralrat der Muslime in Deutschland e.V.",
        "ZMD",
        L.FEDERAL,
        EV,
        "05315",
        "Köln",
        KRM,
        "Dachverband und Mitglied im Koordinationsrat der Muslime.",
        ("Religion und Gemeindeleben", "Interreligiöser und interkultureller Dialog"),
        umbrella="krm",
        designations=("muslimisch",),
        languages=("Deutsch", "Arabisch", "Türkisch"),
    ),
    Fact(
        "islamrat",
        "Islamrat für die Bundesrepublik Deutschland e.V.",
        "Islamrat",
        L.FEDERAL,
        EV,
        "05315",
        "Köln",
        KRM,
        "Dachverband und Mitglied im Koordinationsrat der Muslime.",
        ("Religion und Gemeindeleben",),
        umbrella="krm",
        designations=("muslimisch",),
    ),
    Fact(
        "smf",
        "Sozialdienst muslimischer Frauen e.V.",
        "SmF",
        L.FEDERAL,
        EV,
        "05315",
        "Köln",
        "https://smf-verband.de/startseite/ueber-uns",
        "Verband der Wohlfahrtspflege von und für Frauen mit Ortsvereinen, gegründet 2016.",
        ("Wohlfahrt und Soziales", "Frauen und Gleichstellung", "Beratung"),
        founded_in=2016,
        designations=("muslimisch",),
        languages=("Deutsch", "Türkisch", "Arabisch"),
    ),
    Fact(
        "akademie",
        "Islamische Akademie NRW",
        "",
        L.STATE,
        "",
        "05913",
        "Dortmund",
        "http://www.islamische-akademie-nrw.de/imr/",
        "Akademie mit Fachtagen und Veröffentlichungen, Veranstalterin des Fachtags "
        "„Innermuslimischer Rassismus“ 2023 in Dortmund.",
        ("Politische Bildung und Demokratie", "Wissenschaft, Studierende und Akademiker"),
        designations=("muslimisch",),
    ),
    Fact(
        "amf",
        "Aktionsbündnis muslimischer Frauen e.V.",
        "AmF",
        L.FEDERAL,
        EV,
        "05315",
        "Köln",
        "https://muslimische-frauen.de/2019/07/05/muslimisches-engagement-in-nrw/",
        "Bündnis, das über den ersten Kongress der Koordinierungsstelle 2019 berichtet hat.",
        ("Frauen und Gleichstellung", "Antidiskriminierung und Antirassismus"),
        is_listed=False,
    ),
    Fact(
        "pfadfinder",
        "Muslimische Pfadfinder NRW",
        "BMPPD",
        L.STATE,
        "",
        "05113",
        "Essen",
        "https://scouting.de/staerkung-des-muslimischen-diskurses/",
        "Pfadfinderinnen und Pfadfinder, die im Netzwerk der Koordinierungsstelle mitarbeiten.",
        ("Pfadfinder und Freizeit", "Kinder- und Jugendarbeit", "Umwelt und Klima"),
    ),
    Fact(
        "elternnetzwerk",
        "Elternnetzwerk NRW",
        "",
        L.STATE,
        "",
        "05111",
        "Düsseldorf",
        "https://elternnetzwerk-nrw.de/starke-projekte-starke-vereine",
        "Netzwerk von Elternvereinen, das mit „Starke Projekte – Starke Vereine“ Fortbildungen "
        "für Migrantenselbstorganisationen anbietet.",
        ("Familie und Eltern", "Bildung und Erziehung", "Vereinsberatung"),
    ),
    Fact(
        "ministerium",
        "Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und Integration NRW",
        "MKJFGFI",
        "",
        "",
        "05111",
        "Düsseldorf",
        "https://mkjfgfi.nrw/koordinierungsstelle-muslimisches-engagement-nrw",
        "Das Ministerium, in dem die Koordinierungsstelle seit Juli 2019 arbeitet.",
        is_listed=False,
        kind=OrganisationKind.AUTHORITY,
        languages=("Deutsch",),
    ),
    Fact(
        "kfi",
        "Kompetenzzentrum für Integration, Bezirksregierung Arnsberg",
        "KfI",
        "",
        "",
        "05913",
        "Dortmund",
        "https://bra.nrw.de/-1658",
        "Bewilligungsbehörde für die Förderung im ganzen Land.",
        is_listed=False,
        kind=OrganisationKind.AUTHORITY,
        languages=("Deutsch",),
    ),
    Fact(
        "paritaet",
        "Fachberatung MSO, Der Paritätische NRW",
        "",
        "",
        "",
        "05124",
        "Wuppertal",
        "https://paritaet-nrw.org/themen/migrantenselbstorganisationen",
        "Beratung für Migrantenselbstorganisationen seit 2000, gefördert vom Land.",
        is_listed=False,
        kind=OrganisationKind.ADVICE_BODY,
        languages=("Deutsch",),
    ),
]
